"""The mixture of moments that a training reads: every kind with its share, with noise and among words."""

import dataclasses
import random
import re
from collections.abc import Callable, Collection, Iterator, Sequence

from faker import Faker

from datenorm.core.moments import AM, NOTHING, PM, SEVERAL
from datenorm.corpus.languages.load import load
from datenorm.corpus.locales.forms import known_months
from datenorm.corpus.lost_meaning import loses_meaning
from datenorm.corpus.moments import clock_ranges, date_ranges, no_moment, oddities, points, relative_ranges, run_ranges
from datenorm.corpus.moments.calendars import foreign_date
from datenorm.corpus.moments.day_ranges import range_of_days
from datenorm.corpus.moments.everyday import speaks_of_now
from datenorm.corpus.moments.extent import edges_of, with_extent, with_lead
from datenorm.corpus.moments.formatted import formatted_date_and_time, formatted_time
from datenorm.corpus.moments.half_said import half_said
from datenorm.corpus.moments.lookalikes import lookalike
from datenorm.corpus.moments.pieces import (
    END,
    EXTENT,
    MONTH,
    NO_END,
    NO_FIELD,
    START,
    Sided,
    one_end,
    without_ends,
)
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import WITHOUT_VALUE, Written, without_value
from datenorm.corpus.moments.year_ranges import range_of_years
from datenorm.corpus.moments.years_alone import year_alone
from datenorm.corpus.noise.blots import BLOT
from datenorm.corpus.noise.chances import add_noise
from datenorm.corpus.noise.keyboards import with_persian_keys
from datenorm.corpus.noise.ocr import ocr_confusion
from datenorm.corpus.noise.typing_errors import letter_error, typing_error
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, Example, Piece, compose
from datenorm.corpus.running_text import IN_NAME, with_words

ASKS_FOR_END = "END"
"""What stands in the place of the order where a range is asked for its end."""

Kind = Callable[[Source], Written | None]
Edit = Callable[[random.Random, list[Piece], Collection[str]], list[Piece] | None]

_AMONG_WORDS = 0.06
_LETTER_LOST, _SHORT_NAMES = 0.03, range(3, 5)
_ARABIC, _PERSIAN_KEYS = "ar", 0.15
_SEVERAL_IN_ENGLISH, _RANGE_AMONG_SEVERAL = 0.3, 0.5
_SIGNS_BETWEEN = (", ", "; ", " & ", " + ", ", ", " / ")
# Kinds of texts without a date that state a moment, or speak of time: `points` and `no_moment` write them.
_STATED_NOW = frozenset(
    {"relative", "weekday", "time", "week or ordinal date", "decade or century", "before Christ", "duration"}
)
# A score of 7:40 is a time of day, and "14 h" an hour.
_CLOCK = re.compile(r"(([01]?\d|2[0-3])[:.]|0\d|2[0-3])[0-5]\d|([01]?\d|2[0-3]) ?[hH]")
# Random letters and a number can be an hour with the word that many languages put before it.
_HOUR = re.compile(r"(kl|klo|ob|at|um|om|h)\.? ?([01]?\d|2[0-4])", re.IGNORECASE)
# Dates and stamps whose alphabetical order is that of time, as names of files have them.
_SORTS = re.compile(r"\d{4}([-_./]?)\d\d\1\d\d")
_SAME_WORD_TWICE = re.compile(r"(?<!\w)([^\W\d_]{2,})[\s.:-]+\1(?!\w)|(?<!\w)([^\W\d_]) \2(?!\w)", re.IGNORECASE)


def _keep(rng: random.Random, pieces: list[Piece], known: Collection[str]) -> list[Piece]:
    return pieces


_EDITS: Choice[Edit] = Choice({_keep: 45, add_noise: 38, typing_error: 5, letter_error: 8, ocr_confusion: 4})


def several(source: Source) -> Written | None:
    """Two moments that are no range: "3 May or 5 May"."""
    rng = source.rng
    one = points.date(source)
    if one is None:
        return None
    other = (date_ranges.range_of_dates(source) if rng.random() < _RANGE_AMONG_SEVERAL else None) or points.date(source)
    if other is None:
        return None
    # Two parts of dates side by side can be one date.
    if one.moment.year.startswith("X") or one.moment.month.startswith("X"):
        return None
    code = "en" if rng.random() < _SEVERAL_IN_ENGLISH else one.locale.partition("_")[0]
    words = load(code).ranges.several if code else ()
    texts = ("".join(text for text, *_ in written.pieces) for written in (one, other))
    return without_value(pick(rng, _SIGNS_BETWEEN + words).join(texts), SEVERAL, "several", locale=one.locale)


def nothing(source: Source) -> Written | None:
    """A text that states no moment, and does not speak of time."""
    example = next(source.non_dates)
    states_time = _CLOCK.fullmatch(example.human) or _HOUR.fullmatch(example.human) or speaks_of_now(example.human)
    if example.family in _STATED_NOW or states_time:
        return None
    return without_value(example.human, NOTHING, f"none: {example.family}", pattern=example.pattern)


KINDS: Choice[Kind] = Choice(
    {points.date: 58, points.blotted_date: 7, points.time: 20, points.date_and_time: 14, points.stamp: 8}
    | {points.relative: 42}
    | {formatted_time: 5, formatted_date_and_time: 5}
    | {points.part_or_run_of_years: 5, oddities.odd_date: 14, points.lone_day: 0.7, points.impossible: 2}
    | {year_alone: 4.5, points.double_year: 0.8, lambda source: foreign_date(source.rng): 3}
    | {date_ranges.range_of_dates: 11, date_ranges.cut_range: 1, date_ranges.open_range: 1}
    | {relative_ranges.relative_range: 5, relative_ranges.open_relative_range: 2.5}
    | {date_ranges.range_of_moments: 2.4, date_ranges.range_of_stamps: 0.6, clock_ranges.range_of_times: 8}
    | {lambda source: run_ranges.range_of_runs(source.rng): 1.2, lambda source: range_of_years(source.rng): 2.5}
    | {lambda source: range_of_days(source.rng): 2.5, several: 3, nothing: 17.5, lookalike: 3.5}
    | {lambda source: no_moment.duration(source.rng): 2.6, lambda source: no_moment.recurrence(source.rng): 1.6}
    | {lambda source: half_said(source.rng): 2.4}
)
"""A choice of kinds, by how often each is written. A kind that cannot write what was drawn gives way to another."""

WITHOUT_MOMENT: Choice[Kind] = Choice(
    {nothing: 17.5, lookalike: 3.5, several: 3}
    | {lambda source: no_moment.duration(source.rng): 2.6, lambda source: no_moment.recurrence(source.rng): 1.6}
    | {lambda source: half_said(source.rng): 2.4}
)
"""A choice of the kinds that have no value."""


def examples(
    faker: Faker,
    *,
    noise: bool = True,
    held_out: bool = False,
    kinds: Choice[Kind] = KINDS,
    among_words: float = _AMONG_WORDS,
) -> Iterator[Example]:
    """Moments of all kinds without end; a range comes twice in a row, the second time with the question for its end.

    Args:
        faker: Draws everything: the same seed gives the same examples.
        noise: Whether to write as people and scanners do, with errors, and sometimes among other words.
        held_out: Write the held-out patterns of dates, instead of those to train on.
        kinds: The kinds to write.
        among_words: The share of the moments, of those that are known by themselves, that have words around them.

    Yields:
        Examples whose machine strings are those of `Moment.to_machine`, and whose spans have the names of its fields.
        `EXTENT` spans all that belongs to the moment, as `extent.with_lead` has it. They can be longer than Tx. The
        order of the second example of a range ends with `ASKS_FOR_END`.
    """
    source = Source.of(faker, held_out=held_out)
    while True:
        written = kinds(source.rng)(source)
        if written is None or _SAME_WORD_TWICE.search("".join(text for text, *_ in written.pieces)):
            continue  # "klo klo 8": two tables said the same word
        has_value = written.moment not in _WITHOUT_VALUE
        if has_value:
            lead = with_lead(written.pieces, written.locale, is_range=written.end is not None)
            written = dataclasses.replace(written, pieces=lead)
        pieces = _edited(source.rng, written) if noise and has_value else written.pieces
        if _loses_meaning(pieces, written):
            continue
        if has_value:
            pieces = with_extent(pieces)
        if noise and has_value:
            pieces = _among_words(source.rng, pieces, written, among_words)
        for end, moment in ((START, written.moment), (END, written.end)):
            if moment is not None:
                human, spans = compose(one_end(pieces, end))
                if has_value:
                    ranges = spans[EXTENT]
                    spans = {**spans, EXTENT: (edges_of(human, ranges[0][0], ranges[-1][1]),)}
                yield Example(
                    human,
                    moment.to_machine(),
                    spans,
                    written.family,
                    written.pattern,
                    written.locale,
                    written.order + (ASKS_FOR_END if end == END else ""),
                )


_WITHOUT_VALUE = frozenset(WITHOUT_VALUE.values())


def _edited(rng: random.Random, written: Written) -> list[Sided]:
    """The pieces with some noise, or none."""
    if any(BLOT in text for text, *_ in written.pieces):
        return written.pieces  # what else is lost could be what the blots left
    known = known_months(written.locale) if written.moment.month.isdecimal() else frozenset()
    if rng.random() < _LETTER_LOST and written.moment.day.isdecimal() and written.moment.year.isdecimal():
        pieces = _without_a_letter(rng, written.pieces)
    else:
        edit = _EDITS(rng)
        pieces = _through(lambda numbered: edit(rng, numbered, known), written.pieces)
    if written.locale.partition("_")[0] == _ARABIC and rng.random() < _PERSIAN_KEYS:
        pieces = _through(with_persian_keys, pieces)
    return pieces


def _among_words(rng: random.Random, pieces: list[Sided], written: Written, share: float) -> list[Sided]:
    """The pieces, a share of them with words around them."""
    if rng.random() < share and _is_known_among_words(written):
        language = written.locale.partition("_")[0]
        sorts = _SORTS.match("".join(text for text, *_ in pieces))
        in_name = bool(sorts) and rng.random() < IN_NAME
        among = _through(lambda numbered: with_words(rng, numbered, language, in_name=in_name), pieces)
        if not any(speaks_of_now(text) for text, fields, _ in among if EXTENT not in fields):
            return among
    return pieces


def _without_a_letter(rng: random.Random, sided: list[Sided]) -> list[Sided]:
    """The pieces with a letter less in the first short name of a month: "28-eb-2010". Day and year show what it is."""
    for place, (text, fields, end) in enumerate(sided):
        if fields == MONTH and text.isalpha() and len(text) in _SHORT_NAMES:
            lost = rng.randrange(len(text))
            return [*sided[:place], (text[:lost] + text[lost + 1 :], fields, end), *sided[place + 1 :]]
    return sided


def _through(edit: Callable[[list[Piece]], list[Piece] | None], sided: list[Sided]) -> list[Sided]:
    """What an edit makes of pieces that have ends; the same where it makes nothing of them."""
    # Edits keep the fields of each piece as they are, so that a number in their place finds fields and end again.
    numbered: list[Piece] = [(text, (str(number),)) for number, (text, _, _) in enumerate(sided)]
    edited = edit(numbered) or numbered
    return [(text, *(sided[int(numbers[0])][1:] if numbers else (NO_FIELD, NO_END))) for text, numbers in edited]


def _is_known_among_words(written: Written) -> bool:
    """Whether a reader knows the moment in a sentence: "5/2013", "Friday" and "5" can be anything."""
    moment = written.moment
    is_date = moment.year.isdecimal() and moment.day.isdecimal()
    is_time = moment.half in (AM, PM) or any(":" in text for text, _, _ in written.pieces)
    return is_date or is_time or moment.amount[1:].isdecimal()


def _loses_meaning(pieces: Sequence[Sided], written: Written) -> bool:
    """Whether an edit made a month or a year of a date unreadable."""
    return written.date is not None and written.end is None and loses_meaning(without_ends(pieces), written.date)

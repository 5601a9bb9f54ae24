"""Ranges of times: "5 to 7 pm", alone or behind a day."""

import random
from collections.abc import Sequence

from datenorm.core.moments import RANGE, Moment
from datenorm.corpus.dates import Phrase
from datenorm.corpus.moments.clocks import ClockPhrase, clock_writer
from datenorm.corpus.moments.dates import fields_of
from datenorm.corpus.moments.pieces import (
    FORM,
    NO_END,
    NO_FIELD,
    START,
    Sided,
    Stated,
    digits_touch,
    of_both,
    of_end,
    of_start,
    parts_of,
    without_ends,
)
from datenorm.corpus.moments.points import can_have_time
from datenorm.corpus.moments.ranges import Joint, joint
from datenorm.corpus.moments.relative import relative_writer
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Piece

_LONGEST = 9
_FULL_HOURS = 0.4
_SHARED = 0.6
_BEHIND_DATE, _BEHIND_RELATIVE_DAY = 0.45, 0.14
_DATE_LANGUAGES = ("", "en")  # whose dates stand beside times of any language


def range_of_times(source: Source) -> Written | None:
    """A range of two times, alone or behind a day."""
    rng, identifier = source.rng, source.locale()
    clocks = _two_clocks(rng, identifier)
    if clocks is None:
        return None
    one, other = clocks
    code = identifier.partition("_")[0]
    shared = _shared(rng, one.pieces, other.pieces)
    if shared is None:
        return None
    head, tail = shared
    start, end = dict(one.fields), dict(other.fields)
    # The mark of "5 to 7 pm" is of both. It was drawn for the second.
    if any("half" in states for _, states in other.pieces[len(other.pieces) - tail :]):
        start["half"] = end["half"]
    pieces = _merge(one.pieces, other.pieces, head, tail, joint(rng, code))
    date, fields, day = _day_before(source, identifier, code)
    if day:
        form = pick(rng, (*clock_writer(identifier).words.after_date, "{date} {clock}", "{date}, {clock}"))
        pieces = _around(form, of_both(day), pieces)
    if digits_touch(without_ends(pieces)):
        return None
    written = Written(
        pieces,
        Moment(form=RANGE, **fields, **start),
        "range of times",
        end=Moment(**fields, **end),
        locale=identifier,
        date=date,
    )
    if date is not None:
        written.pattern, written.order = date.pattern, date.order
    return written


def _two_clocks(rng: random.Random, identifier: str) -> tuple[ClockPhrase, ClockPhrase] | None:
    """Two times in the same words, the second later than the first, or after midnight."""
    hour, full = rng.randrange(24), rng.random() < _FULL_HOURS
    times = (
        (hour, 0 if full else rng.randrange(0, 60, 5)),
        (
            (hour + 1 + rng.randrange(_LONGEST)) % 24,
            0 if full else rng.randrange(0, 60, 5),
        ),
    )
    state = rng.getstate()
    clocks = []
    for hour, minute in times:
        rng.setstate(state)
        clock = clock_writer(identifier).write(rng, hour, minute, 0)
        if clock is None:
            return None
        clocks.append(clock)
    one, other = clocks
    if len(one.pieces) != len(other.pieces) or one.pieces == other.pieces:
        return None
    return one, other


def _shared(rng: random.Random, one: Sequence[Piece], other: Sequence[Piece]) -> tuple[int, int] | None:
    """How many pieces at the start and at the end are written once; None where the half of the day would be lost."""
    tail = 0
    if rng.random() < _SHARED:
        while tail < len(one) - 1 and one[-1 - tail] == other[-1 - tail] and _is_shareable(one[-1 - tail]):
            tail += 1
    head = 0
    while tail and head < len(one) - tail and one[head] == other[head] and _is_shareable(one[head]):
        head += 1
    return head, tail


def _is_shareable(piece: Piece) -> bool:
    return not {"hour", "minute"} & set(piece[1])


def _merge(one: Sequence[Piece], other: Sequence[Piece], head: int, tail: int, around: Joint) -> list[Sided]:
    before, between, behind = around
    stop = len(one) - tail
    pieces: list[Sided] = [
        *of_both(one[:head]),
        (before, FORM, START),
        *of_start(one[head:stop]),
        (between, FORM, START),
        *of_end(other[head:stop]),
        *of_both(other[stop:]),
        (behind, FORM, START),
    ]
    return [piece for piece in pieces if piece[0]]


def _day_before(source: Source, identifier: str, code: str) -> tuple[Phrase | None, Stated, list[Piece]]:
    """A day to write before the range, often none: the date that it is, its fields, and its pieces."""
    draw = source.rng.random()
    if draw < _BEHIND_DATE:
        date = next(source.dates)
        if can_have_time(date) and date.locale.partition("_")[0] in (code, *_DATE_LANGUAGES):
            return date, fields_of(date), date.pieces
    elif draw < _BEHIND_DATE + _BEHIND_RELATIVE_DAY:
        phrase = relative_writer(identifier).write(source.rng)
        if phrase and phrase.takes_clock:
            return None, phrase.fields, phrase.pieces
    return None, {}, []


def _around(form: str, date: list[Sided], clock: list[Sided]) -> list[Sided]:
    pieces: list[Sided] = []
    for text, slot in parts_of(form):
        if text:
            pieces.append((text, NO_FIELD, NO_END))
        if slot is not None:
            pieces += date if slot == "date" else clock
    return pieces

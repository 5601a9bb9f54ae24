"""Passages: running text with some moments or none, for the tags that find moments in it."""

import collections
import itertools
import random
import re
from collections.abc import Iterator, Sequence

from datenorm.core.canonical import canonicalize
from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import AM, PM, RANGE, SEVERAL, Moment, form_of
from datenorm.core.spans import Ranges, Spans, to_canonical
from datenorm.core.tags import EXTENT, UNSURE
from datenorm.core.tasks import MOMENT
from datenorm.corpus.dataset import Unit
from datenorm.corpus.languages.load import load
from datenorm.corpus.moments.everyday import everyday_moments, plain_year
from datenorm.corpus.moments.prose import languages_of_prose, prefix, prose
from datenorm.corpus.moments.words import UNSPACED
from datenorm.corpus.phrase import Choice, Example

_SHARE = 0.3  # of what a training reads
_REMEMBERED, _FEWEST = 600, 20  # units that the moments of a passage are taken from
_SOURCES = 3000  # those that held-out passages are taken from
_WIDESPREAD = 6  # the weight of the smallest of the 44 languages that held-out passages are in
_SAMPLED = 200  # of these, to look for moments of one language among
_LONGEST = 50  # characters of a moment
_OTHER_LANGUAGE, _OWN, _WORDED = 0.05, 0.7, 0.5  # of the moments in a passage
_EVERYDAY, _PLAIN_YEAR = 0.3, 0.15
_IN_WORDS = re.compile(r"\D*(?:\d{4})?\D*")
_MOMENTS: Choice[int] = Choice({0: 5, 1: 5, 2: 2, 3: 1})
_WORDS: Choice[int] = Choice({1: 6, 2: 5, 3: 4, 4: 2, 5: 1, 6: 1})  # between two moments
_AT_EDGE, _FULL, _SIDE_BY_SIDE, _BEHIND_PREFIX = 0.2, 0.75, 0.15, 0.25
_BETWEEN_WORDS, _ON_A_MOMENT = 0.75, 0.8
_AROUND: Choice[tuple[str, str]] = Choice(
    {(" ", " "): 50, (" ", ", "): 12, (" ", ". "): 10, (", ", ", "): 5, (", ", " "): 3, (". ", " "): 5, (": ", " "): 4}
    | {(" (", ") "): 7, (" (", ", "): 2, (" [", "] "): 1, (' "', '" '): 1, (" - ", " - "): 2, (" ", ": "): 3}
    | {(" ", "; "): 1, (" ", " | "): 0.5, (" | ", " | "): 0.5, ("; ", " "): 0.5, (" ", "? "): 0.5, (" ", "-"): 0.5}
    | {(" (", "). "): 1, (" - ", " "): 1, (" ", " ("): 1, ("\n", " "): 1, (" ", "\n"): 1, (" *", " "): 0.3}
)
_AROUND_UNSPACED: Choice[tuple[str, str]] = Choice(
    {
        ("", ""): 50,
        ("、", ""): 8,
        ("", "、"): 12,
        ("。", ""): 8,
        ("", "。"): 8,
        ("(", ")"): 8,
        (" ", " "): 4,
        (":", ""): 2,
    }
)
_FEWEST_LETTERS = 4
_YEARS = range(1400, 2100)  # four digits alone, in a sentence
_RECENT_YEARS = range(1850, 2040)


def with_passages(rng: random.Random, units: Iterator[Unit]) -> Iterator[Unit]:
    """The units of a training, with passages in between that are made of the moments before them.

    A passage has no machine string, since it can state several moments. It has the spans of their fields, `EXTENT` for
    each of them, and `UNSURE` for what the end of the text cuts.
    """
    recent: collections.deque[Unit] = collections.deque(maxlen=_REMEMBERED)
    for unit in units:
        yield unit
        if _is_known(unit[0]):
            recent.append(unit)
        while len(recent) > _FEWEST and rng.random() < _SHARE:
            example = passage(rng, recent)
            if example:
                yield (example,)


def passages(rng: random.Random, units: Iterator[Unit], count: int) -> list[Example]:
    """So many passages in widespread languages, with the spans of all their moments.

    Args:
        rng: Draws everything.
        units: Units to make them of; the first thousands that are known in a sentence are taken.
        count: How many passages.
    """
    known = list(itertools.islice((unit for unit in units if _is_known(unit[0])), _SOURCES))
    bases = [unit for unit in known if load(unit[0].locale.partition("_")[0]).weight >= _WIDESPREAD]
    written = (passage(rng, known, rng.choice(bases)) for _ in itertools.count())
    whole = (each for each in written if each and each.locale and UNSURE not in each.spans)
    return list(itertools.islice(whole, count))


def passage(rng: random.Random, recent: Sequence[Unit], base: Unit | None = None) -> Example | None:
    """A passage around some of these units, or around none.

    Args:
        rng: Draws everything.
        recent: Units that are known in a sentence, for what they are.
        base: The unit whose language the passage has; by default any.

    Returns:
        An example without a machine string; None where the parts that were drawn change each other's spelling.
    """
    drawn, *others = rng.sample(recent, min(len(recent), _SAMPLED))
    base = base or drawn
    locale = base[0].locale
    language = locale.partition("_")[0] or languages_of_prose()(rng)
    alike = [base, *(unit for unit in others if unit[0].locale.partition("_")[0] in ("", language))]
    text = "" if rng.random() < _AT_EDGE else prose(rng, language, _WORDS(rng))
    spans: dict[str, Ranges] = {}
    around = _AROUND_UNSPACED if language in UNSPACED else _AROUND
    before = ""
    for _ in range(_MOMENTS(rng)):
        chosen = _chosen(rng, others, alike, language)
        if not before:
            before, behind = around(rng)
            if chosen[0].locale and rng.random() < _BEHIND_PREFIX:
                before += prefix(rng, language)
        else:
            behind = around(rng)[1]
        text = text + before if text else before.lstrip()
        text, spans = _joined(text, spans, chosen)
        before = ""
        if rng.random() < _SIDE_BY_SIDE and _is_whole(chosen[0]):
            before = rng.choice((", ", "; ", " / ", *load(language).ranges.several))
        else:
            text += behind
            if rng.random() < _AT_EDGE:
                break  # moments side by side can be one
            text += prose(rng, language, _WORDS(rng))
    if rng.random() < _FULL and len(text) < MOMENT.Tx:
        text += ("" if language in UNSPACED else " ") + prose(rng, language, MOMENT.Tx // 4)
    return _example(rng, text, spans, locale)


def _chosen(rng: random.Random, others: Sequence[Unit], alike: Sequence[Unit], language: str) -> Unit:
    """A unit to write: mostly one of the same language, and often one in words, as prose has them."""
    if rng.random() < _EVERYDAY and (everyday := everyday_moments(language)):
        return rng.choice(everyday)
    if language not in UNSPACED and rng.random() < _PLAIN_YEAR:
        return plain_year(rng.choice(rng.choice((_YEARS, _RECENT_YEARS, _RECENT_YEARS))), language)
    if others and rng.random() < _OTHER_LANGUAGE:
        return rng.choice(others)
    own = [unit for unit in alike if unit[0].locale] if rng.random() < _OWN else []
    in_words = [unit for unit in own if _IN_WORDS.fullmatch(unit[0].human)] if rng.random() < _WORDED else []
    return rng.choice(in_words or own or alike)


def _example(rng: random.Random, text: str, spans: dict[str, Ranges], locale: str) -> Example | None:
    given = text.rstrip()
    canonical = canonicalize(given)
    moved = to_canonical(given, spans)
    kept, left = _cut(rng, canonical, moved)
    if not kept or canonicalize(kept) != kept:
        return None
    return Example(kept, "", left, family="passage", pattern="", locale=locale)


def _is_known(example: Example) -> bool:
    """Whether a reader knows the moment in a sentence, or that it is none: "5" and "May" can be anything."""
    if example.order or len(example.human) > _LONGEST or not example.machine:
        return False
    if EXTENT not in example.spans:
        return form_of(example.machine) != SEVERAL
    ((start, stop),) = example.spans[EXTENT]
    text, moment = example.human[start:stop], Moment.from_machine(example.machine)
    letters = sum(map(str.isalpha, text))
    # A sign of another script says as much as two letters.
    has_word = letters + sum(letter > "\u0530" for letter in text if letter.isalpha()) >= _FEWEST_LETTERS
    if moment.year.isdecimal():
        is_year = moment.month == UNSPECIFIED * 2
        return (moment.day.isdecimal() and not is_year) or has_word or (is_year and _is_plain_year(text, moment))
    if moment.year[0] != UNSPECIFIED:  # a decade or a century
        return letters > 0 and len(text) > _FEWEST_LETTERS
    if moment.month.isdecimal():  # "may" is a month behind a preposition
        return has_word and (moment.day.isdecimal() or letters > _FEWEST_LETTERS or start > 0)
    if moment.hour.isdecimal():
        return ":" in text or moment.half in (AM, PM) or (has_word and moment.minute.isdecimal())
    return has_word and (moment.amount[1:].isdecimal() or moment.weekday.isdecimal())


def _is_plain_year(text: str, moment: Moment) -> bool:
    return int(moment.year) in _YEARS and (moment.form == RANGE or text == moment.year)


def _is_whole(example: Example) -> bool:
    """Whether an example is a whole date, so that what is behind it is another moment."""
    date = example.machine[:8]
    return date.isdecimal() and EXTENT in example.spans


def _joined(text: str, spans: dict[str, Ranges], unit: Unit) -> tuple[str, dict[str, Ranges]]:
    """The text with a unit at its end. Both ends of a range state what is said of either."""
    found: dict[str, list[tuple[int, int]]] = {}
    for example in unit:
        for name, ranges in example.spans.items():
            known = found.setdefault(name, [])
            known += [(start + len(text), stop + len(text)) for start, stop in ranges]
    moved = {name: tuple(dict.fromkeys(ranges)) for name, ranges in found.items()}
    return text + unit[0].human, spans | {name: spans.get(name, ()) + ranges for name, ranges in moved.items()}


def _cut(rng: random.Random, text: str, spans: Spans) -> tuple[str, Spans]:
    """A part of a text that fits Tx. Of a moment that is cut nobody knows whether the rest is one."""
    last = max(0, len(text) - MOMENT.Tx)
    start = rng.randrange(last + 1)
    if rng.random() < _ON_A_MOMENT and (extents := spans.get(EXTENT)):
        first, end = rng.choice(extents)
        start = rng.randint(min(last, max(0, end - MOMENT.Tx)), min(first, last))
    stop = min(len(text), start + MOMENT.Tx)
    if rng.random() < _BETWEEN_WORDS:
        if start > 0 and (space := text.find(" ", start - 1, stop)) >= 0:
            start = space + 1
        if stop < len(text) and (space := text.rfind(" ", start, stop + 1)) > start:
            stop = space
    while start < stop and text[start] == " ":
        start += 1
    while start < stop and text[stop - 1] == " ":
        stop -= 1
    kept: dict[str, list[tuple[int, int]]] = {}
    for name, ranges in spans.items():
        for first, last in ranges:
            inside = max(first, start) - start, min(last, stop) - start
            if inside[0] < inside[1]:
                is_whole = start <= first and last <= stop
                kept.setdefault(UNSURE if name == EXTENT and not is_whole else name, []).append(inside)
    return text[start:stop], {name: tuple(ranges) for name, ranges in kept.items()} | ({} if kept else {EXTENT: ()})

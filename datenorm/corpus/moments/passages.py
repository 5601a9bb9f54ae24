"""Passages: running text with some moments or none, for the tags that find moments in it."""

import collections
import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datenorm.core.canonical import canonicalize
from datenorm.core.moments import SEVERAL, Moment
from datenorm.core.spans import Ranges, Spans, to_canonical
from datenorm.core.tags import EXTENT, UNSURE
from datenorm.core.tasks import MOMENT
from datenorm.corpus.dataset import Unit
from datenorm.corpus.negatives.draw import pool
from datenorm.corpus.phrase import Choice, Example
from datenorm.corpus.running_text import locales_with_words

_SHARE = 0.06  # of what a training reads
_REMEMBERED, _FEWEST = 200, 20  # units that the moments of a passage are taken from
_LONGEST = 50  # characters of a moment
_OTHER_LANGUAGE = 0.05  # of the moments in a passage
_MOMENTS: Choice[int] = Choice({0: 1, 1: 3, 2: 2, 3: 1})
_WORDS: Choice[int] = Choice({1: 6, 2: 5, 3: 4, 4: 2, 5: 1, 6: 1})  # between two moments
_MARKS: Choice[str] = Choice({"{}": 80, "{},": 10, "{}.": 6, "{}:": 2, "({})": 2})
_BETWEEN: Choice[str] = Choice({" ": 4, ", ": 1, " (": 1, ". ": 1})
_LANGUAGES = ("en", "de", "fr", "es", "it", "ru", "pt", "nl", "pl", "ja", "zh", "ar", "tr", "sv")
_WITHOUT_SPACES = frozenset(("ja", "zh", "th"))


class _Part(NamedTuple):
    """A canonical text, and what it states."""

    text: str
    spans: Spans


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


def passage(rng: random.Random, recent: Sequence[Unit]) -> Example | None:
    """A passage around some of these units, or around none.

    Args:
        rng: Draws everything.
        recent: Units that are known in a sentence, for what they are.

    Returns:
        An example without a machine string; None where the parts that were drawn change each other's spelling.
    """
    locale = recent[rng.randrange(len(recent))][0].locale
    language = locale.partition("_")[0] or rng.choice(_LANGUAGES)
    alike = [unit for unit in recent if unit[0].locale in ("", locale)]
    parts = [_words(rng, language)]
    for _ in range(_MOMENTS(rng)):
        chosen = rng.choice(recent if rng.random() < _OTHER_LANGUAGE else alike)
        parts += [_part(chosen), _words(rng, language)]
    text, spans = _joined(rng, parts, language)
    if canonicalize(text) != text:
        return None
    text, spans = _cut(rng, text, spans)
    if not text or canonicalize(text) != text:
        return None
    return Example(text, "", spans, family="passage", pattern="", locale=locale)


def _is_known(example: Example) -> bool:
    """Whether a reader knows the moment in a sentence, or that it is none: "Friday" and "5" can be anything."""
    if example.order or len(example.human) > _LONGEST or not example.machine:
        return False
    moment = Moment.from_machine(example.machine)
    if EXTENT not in example.spans:
        return moment.form != SEVERAL
    is_date = (moment.year + moment.month + moment.day).isdecimal()
    return is_date or ":" in example.human or moment.amount[1:].isdecimal()


def _part(unit: Unit) -> _Part:
    """The text of a unit. Both ends of a range state what is said of either."""
    spans: dict[str, Ranges] = {}
    for example in unit:
        for name, ranges in to_canonical(example.human, example.spans).items():
            spans[name] = spans.get(name, ()) + tuple(each for each in ranges if each not in spans.get(name, ()))
    return _Part(canonicalize(unit[0].human), spans)


def _words(rng: random.Random, language: str) -> _Part:
    words = pool(rng.choice(locales_with_words(language)), "word")
    separator = "" if language in _WITHOUT_SPACES else " "
    chosen = (_MARKS(rng).format(rng.choice(words)) for _ in range(_WORDS(rng)))
    return _Part(canonicalize(separator.join(chosen)), {})


def _joined(rng: random.Random, parts: Sequence[_Part], language: str) -> tuple[str, Spans]:
    text = ""
    spans: dict[str, Ranges] = {}
    for part in parts:
        if text:
            text += "" if language in _WITHOUT_SPACES and rng.random() < 0.5 else _BETWEEN(rng)
        moved = {
            name: tuple((start + len(text), stop + len(text)) for start, stop in ranges)
            for name, ranges in part.spans.items()
        }
        spans |= {name: spans.get(name, ()) + ranges for name, ranges in moved.items()}
        text += part.text
    return text, spans


def _cut(rng: random.Random, text: str, spans: Spans) -> tuple[str, Spans]:
    """A part of a text that fits Tx. Of a moment that is cut nobody knows whether the rest is one."""
    start = rng.randrange(max(0, len(text) - MOMENT.Tx) + 1)
    stop = min(len(text), start + MOMENT.Tx)
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

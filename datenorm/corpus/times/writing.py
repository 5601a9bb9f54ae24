"""English clock times, as people write them, with the time they mean.

The conventions that make every string mean one time are in docs/conventions.md.
"""

import functools
import itertools
import random
import re
import string
from collections.abc import Callable, Iterator

from babel import Locale, localedata
from babel.dates import DateTimeFormat, tokenize_pattern
from faker import Faker

from datenorm.corpus.phrase import Choice, Example, Piece, compose
from datenorm.corpus.times.families import FAMILIES
from datenorm.corpus.times.slots import END, HOUR, MINUTE, NO_FIELD, SLOTS, Draw

HUMAN_CHARACTERS = " '.:" + string.digits + string.ascii_lowercase.replace("j", "")
"""What English times are written with; no word of theirs has a j. The rest, such as "@" and "-", is `<unk>`."""

# Words before and behind a time that do not change the answer. Most times have none.
_BEFORE = Choice(
    {
        "": 78,
        "at ": 9,
        "around ": 2,
        "about ": 2,
        "at about ": 1,
        "at around ": 1,
        "@ ": 2,
        "@": 1,
        "by ": 1,
        "from ": 1,
    }
    | dict.fromkeys(("until ", "till ", "for ", "approximately ", "approx. ", "circa ", "ca. ", "exactly "), 0.3)
    | dict.fromkeys(("time: ", "it's ", "its ", "almost ", "nearly ", "roughly ", "the time is "), 0.2)
)
_AFTER = Choice(
    {"": 94, " sharp": 1, " exactly": 1, " approximately": 1, " or so": 0.6, " on the dot": 0.4, ".": 1, " approx": 0.4}
    | dict.fromkeys((" precisely", " roughly", ",", " local time"), 0.3)
)

# Words of a slot that state no field.
_FILLERS = re.compile(r"\b(in.the|this|at|early|late|a(?=.(?:half|quarter)))\b", re.IGNORECASE)

_HYPHENS = 0.06  # "ten-thirty", "quarter-past"
_TIGHT = 0.04  # no space between digits and letters: "10min before5"
_CASES: Choice[Callable[[str], str]] = Choice({str.lower: 60, str: 25, str.upper: 8, str.capitalize: 5, str.title: 2})


def examples(faker: Faker, *, held_out: bool = False) -> Iterator[Example]:
    """English clock times, endlessly, their families drawn by their weights.

    >>> faker = Faker("en"); faker.seed_instance(3)
    >>> sorted(next(examples(faker)).spans)
    ['hour', 'minute']

    Args:
        faker: Draws the times and everything else: the same seed gives the same examples.
        held_out: Whether to write the held-out patterns instead of those to train on.

    Yields:
        Examples whose spans have the fields hour and minute. No canonical string has two answers.
    """
    patterns = {
        name: family.held_out if held_out else family.patterns
        for name, family in FAMILIES.items()
        if not held_out or family.held_out
    }
    choose_family = Choice({name: FAMILIES[name].weight for name in patterns})
    rng = faker.random
    while True:
        family = choose_family(rng)
        pattern = rng.choice(patterns[family])
        pieces, machine = _write(faker, pattern) if pattern else _write_cldr(faker)
        rough = _roughen(rng, pieces)
        human, spans = compose(_whole_words(list(itertools.chain.from_iterable(map(_without_fillers, rough)))))
        yield Example(human, machine, spans, family, pattern)


def _write(faker: Faker, pattern: str) -> tuple[list[Piece], str]:
    parts, slots = _parse(pattern)
    draw = Draw.of(faker, slots)
    pieces: list[Piece] = [] if "period first" in slots else [(_BEFORE(draw.rng), NO_FIELD)]
    for text, slot in parts:
        fields = NO_FIELD
        if slot:
            fields, write_slot = SLOTS[slot]
            text = write_slot(draw)
        draw.after_digit = text[-1:].isdigit() if text else draw.after_digit
        pieces.append((text, fields))
    pieces.append((_AFTER(draw.rng), NO_FIELD))
    return pieces, f"{draw.hour:02d}:{draw.minute:02d}"


@functools.cache
def _parse(pattern: str) -> tuple[tuple[tuple[str, str | None], ...], frozenset[str]]:
    """The parts of a pattern in order, each a literal or a slot, and the set of its slots."""
    parts: list[tuple[str, str | None]] = []
    for literal, slot, _, _ in string.Formatter().parse(pattern):
        if literal:
            parts.append((literal, None))
        if slot:
            parts.append(("", slot))
    return tuple(parts), frozenset(slot for _, slot in parts if slot)


# CLDR's field letters: the hours of either clock, the day period (am/pm, noon, in the morning), the minute.
_CLDR_FIELDS = {**dict.fromkeys("hHkKabB", HOUR), "m": MINUTE}


@functools.cache
def _cldr_patterns() -> tuple[tuple[Locale, str], ...]:
    """Every time pattern of the English locales that states an hour. Those with a zone have a separate family."""
    found = []
    for identifier in sorted(localedata.locale_identifiers()):
        locale = Locale.parse(identifier)
        if locale.language == "en" and locale.script in (None, "Latn"):
            skeletons = locale.datetime_skeletons.items()
            patterns = {pattern.pattern for skeleton, pattern in skeletons if set(skeleton) <= set("hHmsB")}
            patterns |= {pattern.pattern for pattern in locale.time_formats.values()}
            found += [
                (locale, pattern) for pattern in sorted(patterns) if "z" not in pattern and set(pattern) & set("hH")
            ]
    return tuple(found)


def _write_cldr(faker: Faker) -> tuple[list[Piece], str]:
    locale, pattern = faker.random.choice(_cldr_patterns())
    time = faker.time_object(end_datetime=END)
    if "m" not in pattern:
        time = time.replace(minute=0)
    formatted = DateTimeFormat(time, locale)
    pieces: list[Piece] = []
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            pieces.append((value, NO_FIELD))
        else:
            letter, count = value
            pieces.append((formatted[letter * count], _CLDR_FIELDS.get(letter, NO_FIELD)))
    return pieces, f"{time:%H:%M}"


def _without_fillers(piece: Piece) -> list[Piece]:
    text, fields = piece
    return [(part, NO_FIELD if i % 2 else fields) for i, part in enumerate(_FILLERS.split(text))]


def _whole_words(pieces: list[Piece]) -> list[Piece]:
    """The pieces, each with the letters that continue its last word: "sevenish", "tenmin"."""
    joined: list[Piece] = []
    for text, fields in pieces:
        if joined and joined[-1][1] and not fields and joined[-1][0][-1:].isalpha():
            before, stated = joined.pop()
            letters = len(list(itertools.takewhile(str.isalpha, text)))
            joined.append((before + text[:letters], stated))
            text = text[letters:]
        joined.append((text, fields))
    return joined


def _roughen(rng: random.Random, pieces: list[Piece]) -> list[Piece]:
    """The same phrase as typed in a hurry: other case, hyphens for spaces, "10min before5"."""
    case = _CASES(rng)
    hyphens, tight = rng.random() < _HYPHENS, rng.random() < _TIGHT
    if not hyphens and not tight:
        return [(case(piece), fields) for piece, fields in pieces]
    text = "".join(piece for piece, _ in pieces)
    rough: list[Piece] = []
    position = 0
    for piece, fields in pieces:
        characters = []
        for character in case(piece):
            position += 1
            beside = text[position - 2 : position - 1] + text[position : position + 1]
            if character == " " and hyphens and beside.isalpha() and rng.random() < 0.7:
                character = "-"
            elif character == " " and tight and beside.isalnum() and not beside.isalpha() and not beside.isdigit():
                character = ""
            characters.append(character)
        rough.append(("".join(characters), fields))
    return rough

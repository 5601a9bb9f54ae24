"""Clocks: the time of day in the words and digits of many languages, with the fields that it states."""

import dataclasses
import functools
import random
import re
from collections.abc import Callable, Sequence

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import (
    AFTER,
    AFTERNOON,
    AM,
    APPROXIMATE,
    AS_WRITTEN,
    BEFORE,
    EVENING,
    MORNING,
    NIGHT,
    PM,
    UNSAID,
)
from datenorm.corpus.languages.load import language_of, script_of
from datenorm.corpus.languages.moment_words import HOURS, ClockWords, PartOfDay
from datenorm.corpus.locales.forms import suits_script
from datenorm.corpus.moments.clock_formats import all_patterns, half_marks, minute_patterns, periods, zone_names
from datenorm.corpus.moments.numbers import cardinals
from datenorm.corpus.moments.pieces import (
    FORM,
    HALF,
    HOUR,
    MINUTE,
    NO_FIELD,
    QUALIFIER,
    SECOND,
    ZONE,
    Stated,
    fill,
    has_letter,
    parts_of,
)
from datenorm.corpus.moments.zones import zone
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, Fields, Piece

PARTS = {"morning": MORNING, "afternoon": AFTERNOON, "evening": EVENING, "night": NIGHT}
"""Part of the day -> its letter in the machine form."""

_KINDS = {"cldr": 14.0, "digits": 26.0, "whole": 20.0, "spoken": 17.0, "counted": 14.0, "noon or midnight": 5.0}
_KINDS_OF_SOME = {"late": 9.0, "spelt": 4.0, "around twelve": 5.0}  # where a language has words for them
_AS_TWELVE = 0.85  # of the hours beside a part of the day: "3 in the afternoon"
_PART_BY_DIGITS, _PART_BY_WHOLE, _PART_BY_SPOKEN = 0.07, 0.35, 0.2
_ANY_MINUTE = 0.3  # of the minutes in words are not counted from the hour before or after
_FIVES = 0.6  # of those that are counted are multiples of five
_HOURS_OF_PARTS = {
    "morning": range(6, 12),
    "afternoon": range(13, 18),
    "evening": range(18, 23),
    "night": range(19, 24),
}
_MINUTES_OF_PARTS = (0, 0, 5, 10, 15, 15, 20, 25, 30, 30, 30, 40, 45, 45, 50, 55)
_AS_TWELVE_BY_PART = 0.65
_AROUND = Choice({"at": 55, "about": 25, "from_": 10, "until": 10})
_SPACED_SIGN = 0.5
_ZONE_IN_FULL, _ZONE_IN_PARENTHESES = 0.08, 0.12
_QUARTERS = 0.5  # of the minutes counted from noon or midnight are quarters or halves
_PLAIN = "plain"  # the case of {twelve} where a pattern names none
_HOURS_LIKE_YEARS = range(10, 22)
_BARE_ABOUT, _BARE_TWO_DIGITS, _BARE_FIVES, _BARE_APART = 0.35, 0.6, 0.75, 0.15
_BARE_IN_PART = 0.06  # of the minutes beside a part of the day touch the hour: "tonight 930"


@dataclasses.dataclass(slots=True)
class ClockPhrase:
    """A time of day that was written.

    Attributes:
        pieces: The text, with what each piece states.
        fields: The fields of `Moment` that it states.
        spoken: Whether it counts minutes to or past an hour in words: "ten to five".
    """

    pieces: list[Piece]
    fields: Stated
    spoken: bool = False


class _UnsaidError(Exception):
    """The language has no word for a slot."""


@dataclasses.dataclass(slots=True)
class _Time:
    """A time on its way into a pattern."""

    hour: int
    minute: int
    second: int
    part: PartOfDay | None = None


class ClockWriter:
    """Writes times of day in one locale.

    Args:
        identifier: Babel's identifier of the locale.
    """

    def __init__(self, identifier: str) -> None:
        language = language_of(identifier)
        self.words = language.clock if suits_script(identifier) else ClockWords()
        self._identifier = identifier
        self._words_before = _words_before(self.words)
        self._hours_with_word = _hours_with_word(self.words)
        self._endings = _endings(self.words)
        self._cldr = minute_patterns(identifier)
        self._marks = half_marks(identifier, self.words)
        # What is a mark of a half of the day states that half: Japanese 午後.
        marks = {mark for marks in self._marks for mark in marks}
        self._words_of = {part: tuple(w for w in part.words if w not in marks) for part in self.words.parts}
        script = script_of(identifier)
        spelling = f"{language.code}_{script}" if script else language.code
        self._minutes = cardinals(spelling, 61)
        numbers = cardinals(spelling, 24)
        self._late_hours = {"": (*numbers[13:], numbers[0]), **self.words.late_cases}
        self._hours = {HOURS: self.words.hours or self._minutes[1:13], **self.words.hour_cases}
        self._kinds: dict[str, Callable[[random.Random, _Time], ClockPhrase]] = {
            "cldr": lambda rng, time: self._fill(rng, self._pick(rng, self._cldr), time),
            "digits": lambda rng, time: self._beside_part(
                rng, self._pick(rng, self.words.digits), time, share=_PART_BY_DIGITS
            ),
            "whole": self._whole,
            "spoken": self._spoken,
            "counted": self._counted,
            "noon or midnight": self._noon_or_midnight,
            "late": self._late,
            "spelt": self._spelt,
            "around twelve": self._around_twelve,
        }
        says = {"late": self.words.late, "spelt": self.words.spelt, "around twelve": self.words.twelve.names}
        self._choice = Choice(_KINDS | {kind: weight for kind, weight in _KINDS_OF_SOME.items() if says[kind]})

    def write(self, rng: random.Random, hour: int, minute: int, second: int) -> ClockPhrase | None:
        """One way to write the time; None where the way that was drawn does not suit the time or the language.

        Ways that state no minute, and those for minutes with words of their own, keep only the hour. Noon and midnight
        keep nothing.
        """
        try:
            return self._kinds[self._choice(rng)](rng, _Time(hour, minute, second))
        except _UnsaidError:
            return None

    def has_its_word(self, phrase: ClockPhrase) -> bool:
        """Whether the time has a word that would be put beside it: "à midi", "klo 8", "l'una", "11 órakor"."""
        text = "".join(piece for piece, _ in phrase.pieces)
        first, space, _ = text.partition(" ")
        has_word = (bool(space) and first in self._words_before) or first in self._hours_with_word
        return has_word or text.endswith(self._endings)

    def formatted(self, rng: random.Random, hour: int, minute: int, second: int) -> ClockPhrase | None:
        """The time in one of CLDR's formats; None where the locale lacks what it needs."""
        try:
            pattern = self._pick(rng, all_patterns(self._identifier))
            return self._fill(rng, pattern, _Time(hour, minute if _states_minute(pattern) else 0, second))
        except _UnsaidError:
            return None

    def part_alone(self, rng: random.Random) -> ClockPhrase | None:
        """A part of the day without a time, such as "in the evening"; None where the language has none."""
        named = [part for part in self.words.parts if part.alone]
        if not named:
            return None
        part = rng.choice(named)
        return ClockPhrase([(pick(rng, part.alone), HALF)], {"half": PARTS[part.name]})

    def within_part(self, rng: random.Random, name: str) -> ClockPhrase | None:
        """A time in a part of the day that is said beside it: "8" of "tonight at 8".

        None where the time says another part of the day, or noon or midnight.

        Args:
            rng: Draws everything.
            name: A key of `PARTS`.
        """
        hour, minute = rng.choice(_HOURS_OF_PARTS[name]), rng.choice(_MINUTES_OF_PARTS)
        counts_to_24 = any(len(hours) == 24 for hours in self._hours.values())
        said = hour if counts_to_24 or rng.random() >= _AS_TWELVE_BY_PART else (hour - 1) % 12 + 1
        if minute and self.words.bare and rng.random() < _BARE_IN_PART:
            phrase: ClockPhrase | None = self._fill(rng, "{h}{mm}", _Time(said, minute, 0))
        else:
            phrase = self.write(rng, said, minute, rng.randrange(60))
        if phrase is None or phrase.fields["half"] not in (AS_WRITTEN, UNSAID, PM):
            return None
        if phrase.fields["half"] == PM:
            return phrase if said >= 12 and phrase.fields["hour"] != "12" else None
        return dataclasses.replace(phrase, fields=phrase.fields | {"half": PARTS[name]})

    def surrounded(self, rng: random.Random, phrase: ClockPhrase) -> ClockPhrase:
        """The same with "at", "about", "from" or "until" around it, where the language says so."""
        kind = _AROUND(rng)
        patterns: tuple[str, ...] = getattr(self.words, kind)
        # "Before ten to five" and the like are hardly said, and some times have such a word.
        if not patterns or (phrase.spoken and kind in ("from_", "until")) or self.has_its_word(phrase):
            return phrase
        literal, fields = _SENSES[kind]
        pattern, slots = pick(rng, patterns), {"clock": phrase.pieces}
        for _, slot in parts_of(pattern):
            name, _, case = (slot or "").partition(" ")
            if name == "ending":
                number = _LAST_NUMBER.search("".join(piece for piece, _ in phrase.pieces))
                if number is None:  # numbers in words would need other endings
                    return phrase
                slots[f"ending {case}"] = [(self.words.endings[case][int(number[0])], literal)]
        pieces = fill(pattern, slots, literal)
        return dataclasses.replace(phrase, pieces=pieces, fields=phrase.fields | fields)

    def _fill(self, rng: random.Random, pattern: str, time: _Time, literal: Fields = NO_FIELD) -> ClockPhrase:
        pieces: list[Piece] = []
        half, said, stated_zone = UNSAID, time.hour, ""
        for text, slot in parts_of(pattern):
            if text:
                pieces.append((text, literal if has_letter(text) else NO_FIELD))
            if slot is None:
                continue
            name, _, case = slot.partition(" ")
            if name in _HOUR_SLOTS:
                text, said, as_written = self._hour(rng, name, case, time)
                half = AS_WRITTEN if as_written else half
                pieces.append((text, HOUR))
            elif name == "am":
                half = AM if time.hour < 12 else PM
                pieces.append((self._pick(rng, self._marks[time.hour >= 12]), HALF))
            elif name == "period":
                period_text, half = self._period(rng, time.hour)
                pieces.append((period_text, HALF))
            elif name == "zone":
                name_of_zone, stated_zone = self._zone(rng, in_full=slot != "zone")
                pieces.append((name_of_zone, ZONE))
            elif name == "late":
                said, half = time.hour, AS_WRITTEN
                pieces.append((_said(self._late_hours[case][(said or 24) - 13]), HOUR))
            elif slot == "zero hour":
                said, half = time.hour, AS_WRITTEN
                pieces.append((self._zero(rng, said) + self._minutes[said], HOUR))
            elif slot in ("zero minute", "zero m"):
                in_words = slot == "zero minute"
                zero = self._zero(rng, time.minute) if in_words else "0 "
                pieces.append((f"{zero}{self._minutes[time.minute] if in_words else time.minute}", MINUTE))
            elif name == "ss":
                pieces.append((f"{time.second:02d}", SECOND))
            else:
                pieces.append((self._minute(name, case, time.minute), MINUTE))
        if half == UNSAID and not any(has_letter(text) for text, _ in pieces) and any(s == MINUTE for _, s in pieces):
            half = AS_WRITTEN  # hours and minutes in digits alone
        second = f"{time.second:02d}" if "{ss}" in pattern else UNSPECIFIED * 2
        fields = {"hour": f"{said:02d}", "half": half, "minute": f"{time.minute:02d}", "second": second}
        return ClockPhrase(pieces, fields | ({"zone": stated_zone} if stated_zone else {}))

    def _hour(self, rng: random.Random, name: str, case: str, time: _Time) -> tuple[str, int, bool]:
        """The text of an hour, the hour that it says, and whether it says which half of the day that is."""
        twelve = (time.hour - 1) % 12 + 1
        if name in ("h", "hh"):
            said = twelve if time.part and rng.random() < _AS_TWELVE else time.hour
            return f"{said:0{len(name)}d}", said, True
        if name in ("h12", "hh12"):
            return f"{twelve:0{len(name) - 2}d}", twelve, False
        hours = self._hours.get(case or HOURS, ())
        if len(hours) == 24:
            return _said(hours[(time.hour + (name == "next")) % 24]), time.hour, True
        named = twelve if name == "hour" else time.hour % 12 + 1
        return str(named) if case == "h12" else _said(hours[named - 1]), twelve, False

    def _minute(self, name: str, case: str, minute: int) -> str:
        if name in ("mm", "m"):
            return f"{minute:0{len(name)}d}"
        if name == "to":
            return str(60 - minute)
        minute = 60 - minute if name == "left" else minute
        return _said(self.words.minute_cases[case].get(minute, "")) if case else self._minutes[minute]

    def _period(self, rng: random.Random, hour: int) -> tuple[str, str]:
        """A name of the part of the day that CLDR has for the hour, and the part."""
        fitting = [period for period in periods(self._identifier) if hour in period.hours]
        if not fitting:
            raise _UnsaidError
        name = pick(rng, fitting[0].names)
        # As for the words of the file, what is a mark of a half states that half: 下午.
        halves = [half for half, marks in zip((AM, PM), self._marks, strict=True) if name in marks]
        return name, halves[0] if halves else fitting[0].half

    def _zone(self, rng: random.Random, *, in_full: bool) -> tuple[str, str]:
        """What a zone is called, and its offset."""
        names = zone_names(self._identifier)
        return names(rng) if in_full and names else zone(rng)

    def _pick(self, rng: random.Random, patterns: Sequence[str]) -> str:
        return _said(pick(rng, tuple(patterns)))

    def _whole(self, rng: random.Random, time: _Time) -> ClockPhrase:
        pattern = self._pick(rng, self.words.whole)
        return self._beside_part(rng, pattern, _Time(time.hour, 0, 0), share=_PART_BY_WHOLE)

    def _spoken(self, rng: random.Random, time: _Time) -> ClockPhrase:
        minute = rng.choice(tuple(self.words.spoken) or (0,))
        return self._say(rng, self._pick(rng, self.words.spoken.get(minute, ())), _Time(time.hour, minute, 0))

    def _counted(self, rng: random.Random, time: _Time) -> ClockPhrase:
        minute = time.minute or 5
        if rng.random() < _FIVES:
            minute = minute - minute % 5 or 10
        patterns = self.words.past if minute < 30 else self.words.to
        if rng.random() < _ANY_MINUTE:
            patterns = self.words.any
        elif minute == 30:
            raise _UnsaidError
        return self._say(rng, self._pick(rng, patterns), _Time(time.hour, minute, 0))

    def _say(self, rng: random.Random, pattern: str, time: _Time) -> ClockPhrase:
        shifts = "{next" in pattern
        # "Quarter to twelve pm" is before noon or before midnight.
        if shifts and "{am}" in pattern and time.hour % 12 == 11:
            raise _UnsaidError
        literal = HOUR + MINUTE if shifts else MINUTE
        phrase = self._beside_part(rng, pattern, time, share=_PART_BY_SPOKEN, literal=literal)
        phrase.spoken = True
        return phrase

    def _beside_part(
        self, rng: random.Random, pattern: str, time: _Time, *, share: float, literal: Fields = NO_FIELD
    ) -> ClockPhrase:
        """The pattern filled, sometimes beside a part of the day that holds the hour."""
        fitting = [part for part, words in self._words_of.items() if words and part.holds(time.hour)]
        states_half = "{am}" in pattern or any(len(self._hours.get(case, ())) == 24 for case in _cases(pattern))
        if states_half or not fitting or not self.words.with_part or rng.random() >= share:
            return self._fill(rng, pattern, time, literal)
        if time.hour % 12 == 11 and "{next" in pattern:
            raise _UnsaidError
        time.part = rng.choice(fitting)
        phrase = self._fill(rng, pattern, time, literal)
        part = (pick(rng, self._words_of[time.part]), HALF)
        phrase.fields["half"] = PARTS[time.part.name]
        patterns = self.words.with_part
        if self.has_its_word(phrase):  # "in the evening at at five"
            patterns = tuple(text for text in patterns if not _WORD_BEFORE_CLOCK.search(text)) or patterns
        phrase.pieces = fill(pick(rng, patterns), {"clock": phrase.pieces, "part": part})
        return phrase

    def _late(self, rng: random.Random, time: _Time) -> ClockPhrase:
        """An hour that only a clock of 24 hours has, in words: "quinze heures trente"."""
        if 0 < time.hour < 13:
            raise _UnsaidError
        pattern = self._pick(rng, self.words.late)
        return self._fill(rng, pattern, time if _states_minute(pattern) else _Time(time.hour, 0, 0))

    def _spelt(self, rng: random.Random, time: _Time) -> ClockPhrase:
        """An hour or a minute with its zero: "six oh two"."""
        pattern = self._pick(rng, self.words.spelt)
        minute = time.minute if _states_minute(pattern) else 0
        if "{zero m" in pattern:
            minute = minute % 10 or 5
        return self._fill(rng, pattern, _Time(time.hour, minute, 0))

    def _zero(self, rng: random.Random, number: int) -> str:
        if not 0 < number < 10:
            raise _UnsaidError
        return self._pick(rng, self.words.zero)

    def _around_twelve(self, rng: random.Random, time: _Time) -> ClockPhrase:
        """Minutes before or after noon or midnight: "quarter to noon"."""
        twelve, is_noon, before = self.words.twelve, rng.random() < 0.5, rng.random() < 0.5
        minute = time.minute if time.minute % 30 else 10
        if rng.random() < _FIVES:
            minute = minute - minute % 5 or 5
        patterns = twelve.to if before else twelve.past
        if rng.random() < _QUARTERS:
            minute = 45 if before else rng.choice((15, 15, 30))
            patterns = {45: twelve.quarter_to, 15: twelve.quarter_past, 30: twelve.half_past}[minute]
        elif before and minute < 30:
            minute = 60 - minute
        elif before and minute == 30:
            minute = 40
        literal = HOUR + MINUTE if before else MINUTE
        pieces: list[Piece] = []
        for text, slot in parts_of(self._pick(rng, patterns)):
            if text:
                pieces.append((text, literal if has_letter(text) else NO_FIELD))
            if slot is None:
                continue
            name, _, case = slot.partition(" ")
            if name == "twelve":
                pieces.append((_said(twelve.names[case or _PLAIN][not is_noon]), HOUR + HALF))
            else:
                pieces.append((self._minute(name, case, minute), MINUTE))
        hour, half = ("12", PM) if is_noon else ("00", AM)
        if before:
            hour, half = ("11", AM) if is_noon else ("11", PM)
        return ClockPhrase(pieces, {"hour": hour, "half": half, "minute": f"{minute:02d}"}, spoken=True)

    def bare(self, rng: random.Random, hour: int, minute: int) -> ClockPhrase | None:
        """Digits alone that a word makes a time: "at 1145"; None where the language has no such word.

        "Around 1145" is a year to many, so that only hours like "around 930" and "around 2230" have "around".
        """
        about = rng.random() < _BARE_ABOUT
        patterns = _ending_with_clock(self.words.about) if about and self.words.bare else self.words.bare
        if not patterns or (about and hour in _HOURS_LIKE_YEARS):
            return None
        if rng.random() < _BARE_FIVES:
            minute -= minute % 5
        two_digits = not hour or rng.random() < _BARE_TWO_DIGITS
        digits = "{hh}{mm}" if two_digits else "{h}{mm}"
        if not about and rng.random() < _BARE_APART:
            digits = "{h} {mm}"  # "at 4 20"
        phrase = self._fill(rng, digits, _Time(hour, minute, 0))
        literal, fields = _SENSES["about" if about else "at"]
        pieces = fill(pick(rng, patterns), {"clock": phrase.pieces}, literal)
        return dataclasses.replace(phrase, pieces=pieces, fields=phrase.fields | fields)

    def _noon_or_midnight(self, rng: random.Random, time: _Time) -> ClockPhrase:
        noon = rng.random() < 0.5
        table = self.words.noon if noon else self.words.midnight
        minute = rng.choice((0, 0, 0, *table))
        text = self._pick(rng, table.get(minute, ()))
        fields = {"hour": "12" if noon else "00", "half": PM if noon else AM, "minute": f"{minute:02d}"}
        states = HOUR + HALF + (MINUTE if minute else NO_FIELD)
        return ClockPhrase([(text, states)], fields)


def with_zone(rng: random.Random, phrase: ClockPhrase, identifier: str = "en") -> ClockPhrase:
    """The time with a zone behind it.

    Args:
        rng: Draws everything.
        phrase: The time.
        identifier: The locale whose names of zones are written in full.
    """
    names = zone_names(identifier) if rng.random() < _ZONE_IN_FULL else None
    text, offset = names(rng) if names else zone(rng)
    if text[0].isalpha() and rng.random() < _ZONE_IN_PARENTHESES:
        text = f"({text})"
    if text[0] in "+-" and MINUTE not in (fields for _, fields in phrase.pieces):
        return phrase  # "12h-01" is a range to most
    close = text == "Z" or (text[0] in "+-" and rng.random() >= _SPACED_SIGN)
    pieces = [*phrase.pieces, *([] if close else [(" ", NO_FIELD)]), (text, ZONE)]
    return dataclasses.replace(phrase, pieces=pieces, fields=phrase.fields | {"zone": offset})


@functools.cache
def clock_writer(identifier: str) -> ClockWriter:
    """The writer of a locale."""
    return ClockWriter(identifier)


def _said(word: str) -> str:
    if not word:
        raise _UnsaidError
    return word


def _states_minute(pattern: str) -> bool:
    return any(slot in _MINUTE_SLOTS for _, slot in parts_of(pattern))


@functools.cache
def _ending_with_clock(patterns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(pattern for pattern in patterns if pattern.endswith(" {clock}"))


def _words_before(words: ClockWords) -> frozenset[str]:
    """The first words of what is put before a time: "at", "about", "from"."""
    around = words.at + words.about + words.from_ + words.until
    return frozenset(pattern.partition(" ")[0] for pattern in around) - {"{clock}"}


def _hours_with_word(words: ClockWords) -> frozenset[str]:
    """The hours that have such a word in them without a space: Italian "l'una" beside "le due"."""
    before = _words_before(words)
    having = [
        hours
        for hours in words.hour_cases.values()
        if any(" " in hour and hour.partition(" ")[0] in before for hour in hours)
    ]
    return frozenset(hour for hours in having for hour in hours if hour and " " not in hour)


def _endings(words: ClockWords) -> tuple[str, ...]:
    """What is put behind a time without a space: Hungarian "-kor"."""
    behind = (pattern.partition("{clock}")[2] for pattern in words.at)
    return tuple(text.lstrip("-") for text in behind if text and text[0] != " " and "{" not in text)


@functools.cache
def _cases(pattern: str) -> tuple[str, ...]:
    return tuple(slot.partition(" ")[2] for _, slot in parts_of(pattern) if slot and " " in slot)


_WORD_BEFORE_CLOCK = re.compile(r"[\w.] \{clock\}")
_LAST_NUMBER = re.compile(r"\d{1,2}(?=([:.]00)?$)")  # 15:00 is said as 15
_HOUR_SLOTS = frozenset({"h", "hh", "h12", "hh12", "hour", "next"})
_MINUTE_SLOTS = frozenset({"mm", "m", "minute", "zero minute", "zero m"})
_SENSES: dict[str, tuple[Fields, Stated]] = {
    "at": (NO_FIELD, {}),
    "about": (QUALIFIER, {"qualifier": APPROXIMATE}),
    "from_": (FORM, {"form": AFTER}),
    "until": (FORM, {"form": BEFORE}),
}

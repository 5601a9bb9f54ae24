"""Relative expressions: "in three days", "last Friday", "the first Monday of next month".

CLDR counts units in every language: "in 3 days". Its names of days and weeks by distance, such as "tomorrow", are
written where Babel has them, which is from 2.19 on. The languages' files say them, and all else, for the languages
that are written most.
"""

import dataclasses
import functools
import random
import re
from collections.abc import Callable, Mapping
from typing import Any

from babel import Locale

from datenorm.core.canonical import canonicalize
from datenorm.core.moments import APPROXIMATE, EACH_DAY, LAST, SEASONS, SPAN
from datenorm.corpus.languages.load import language_of
from datenorm.corpus.languages.relative_words import UNITS, Amount, RelativeWords
from datenorm.corpus.locales.babel_data import locale_part
from datenorm.corpus.locales.forms import forms, suits_script
from datenorm.corpus.locales.names import month_of, weight_as_month
from datenorm.corpus.moments.clocks import PARTS
from datenorm.corpus.moments.numbers import cardinals
from datenorm.corpus.moments.pieces import (
    AMOUNT,
    BOTH_ENDS,
    DAY,
    END,
    FORM,
    HALF,
    MONTH,
    NO_FIELD,
    ORDINAL,
    QUALIFIER,
    SECOND_AMOUNT,
    SECOND_UNIT,
    START,
    UNIT,
    WEEKDAY,
    YEAR,
    Sided,
    Stated,
    fill,
    parts_of,
)
from datenorm.corpus.patterns.pattern import Draw, parse, pick
from datenorm.corpus.phrase import Choice, Fields, Piece

AMOUNT_AND_UNIT = AMOUNT + UNIT

_KINDS = Choice(
    {"counted": 28, "named": 12, "own named": 21, "weekday": 5, "own weekday": 14, "bare weekday": 8, "pair": 6}
    | {"own counted": 9, "span": 9, "named span": 2, "nth weekday": 7, "last day": 2, "part of day": 6, "date": 3}
    | {"month": 3, "season": 2, "lone day": 4, "decimal": 2, "part": 4}
)
_CLDR_UNITS = Choice(
    {"day": 26, "week": 14, "month": 14, "year": 14, "hour": 14, "minute": 12, "second": 4, "quarter": 2}
)
_WIDTH_NAMES = ("", "-short", "-narrow")
_WIDTHS = Choice(dict(zip(_WIDTH_NAMES, (78, 14, 8), strict=True)))
_CLDR_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PAIRS = (
    *(("year", "month"), ("month", "day"), ("week", "day"), ("day", "hour"), ("hour", "minute")),
    ("minute", "second"),
)
_HALVES = {"hour": ("30", "minute"), "year": ("06", "month"), "day": ("12", "hour"), "minute": ("30", "second")}
_SMALL = range(1, 13)
_NUMBERS_APART = (1, 1, 1, 1, 2, 2, 3, 5)
_NUMBER_SIGNS = Choice({"-": 55, "–": 25, " - ": 12, " – ": 8})
_NUMBERS = {"minute": range(1, 1500), "second": range(1, 1000), "day": range(1, 400), "hour": range(1, 100)}
_UP_TO_A_HUNDRED = range(1, 100)
_FEW = 0.6  # of the counts are at most twelve
_LAST_IN_WORDS = 20
_IN_WORDS = 0.3
_FUTURE = 0.4
_NEAR = 2  # of amounts: the day after tomorrow
_IN_A_WEEK = 7  # is as near, in days
_OF_OPEN_RANGES = (" from", " since", " until")  # cases of a weekday that say more than its name: "hétfőtől"
_WEIGHT_OF_BARE = 5  # of a weekday or a month that is named without an amount
_OWN_HALF, _OWN_PAIR = 0.5, 0.3
_WEIGHTS_OF_UNITS = {"day": 8, "week": 5, "month": 4, "year": 4, "weekend": 3, "second": 3, "hour": 2, "quarter": 2}
_COMMONEST = 0.25  # of the texts are the first of their key
_FIRST_TEXTS = 1.6  # 1 would draw all texts of a table alike
_NTH_IN_DIGITS = 0.3
_SHORT_WITH_POINT, _OWN_WEEKDAY = 0.3, 0.4
_DAY_NAMES = 0.45  # of CLDR's names of distances are of days
_SHORT_WEEKDAY, _SHORT_IN_PATTERN = 0.35, 0.16
_TRIES_FOR_PLURAL = 12
_FEWEST_LETTERS, _FEWEST_CHARACTERS = 3, 2
_THIS_CENTURY = range(1950, 2050)
_WITH_CLOCK = frozenset({"day", "week"})
_NTH_WITH_ENDING = re.compile(r"{nth}[a-z]")  # German "am {nth}n {E}"
_APART = re.compile(r"(?<!\w){E}(?!\w)")  # short names have no endings
_LETTER = re.compile(r"[a-zа-яα-ω]")  # of scripts that have blanks between words
_WITHOUT_RIM = re.compile(r"(\s*\S+)(.*)", re.DOTALL)


@dataclasses.dataclass(slots=True)
class RelativePhrase:
    """A relative expression that was written.

    Attributes:
        pieces: The text, with what each piece states.
        fields: The fields of `Moment` that it states.
        takes_clock: Whether a time of day can follow: it names a day.
        part: The part of the day that it names, a key of `PARTS`, which a time beside it has to suit; '' for none.
    """

    pieces: list[Piece]
    fields: Stated
    takes_clock: bool = False
    part: str = ""


class RelativeWriter:
    """Writes relative expressions of one locale.

    Args:
        identifier: Babel's identifier of the locale.
    """

    def __init__(self, identifier: str) -> None:
        language = language_of(identifier)
        self._identifier = identifier
        self._code = language.code
        self._words = language.relative if suits_script(identifier) else RelativeWords()
        self._fields = locale_part(identifier, "date_fields")
        self._days = locale_part(identifier, "days")["format"]
        self._texts_of_amounts = frozenset(canonicalize(text) for texts in self._words.named.values() for text in texts)
        lists = locale_part(identifier, "list_patterns").get("standard", {})
        self._and = str(lists.get("2", "{0}, {1}")).removeprefix("{0}").removesuffix("{1}")
        decimal = locale_part(identifier, "number_symbols").get("latn", {}).get("decimal", ".")
        self._decimal_signs = tuple(dict.fromkeys((decimal, decimal, ".")))
        self._weight = language.weight
        self._short = tuple(self._short_weekday(self._days["abbreviated"][day]) for day in range(7))
        self._own_weekdays = tuple(self._names_of_weekday(day, language.weekday_words) for day in range(7))
        self._plural_form = Locale.parse(identifier).plural_form
        self._kinds: dict[str, Callable[[random.Random], RelativePhrase | None]] = {
            "counted": self._counted,
            "named": self._named,
            "own named": self._own_named,
            "weekday": self._weekday,
            "own weekday": self._own_weekday,
            "bare weekday": self._bare_weekday,
            "part": self._part,
            "pair": self._pair,
            "own counted": self._own_counted,
            "span": self._span,
            "nth weekday": self._nth_weekday,
            "last day": self._last_day,
            "part of day": self._part_of_day,
            "date": self._date,
            "named span": self._named_span,
            "month": self._month,
            "season": self._season,
            "lone day": self._lone_day,
            "decimal": self._decimal,
        }

    def write(self, rng: random.Random) -> RelativePhrase | None:
        """One expression; None where the language lacks the kind that was drawn."""
        return self._kinds[_KINDS(rng)](rng)

    def _named(self, rng: random.Random) -> RelativePhrase | None:
        """CLDR's yesterday, next month, this year."""
        unit = "day" if rng.random() < _DAY_NAMES else _CLDR_UNITS(rng)
        names = self._fields.get(unit + _WIDTHS(rng), {}).get("relative", {})
        if not names:
            return None
        number = rng.choice(tuple(names))
        return _of_amount(str(names[number]), Amount(number, unit))

    def _own_named(self, rng: random.Random) -> RelativePhrase | None:
        """The day after tomorrow, in a fortnight."""
        drawn = _draw(rng, self._words.named)
        return drawn and _of_amount(drawn[1], drawn[0])

    def _counted(self, rng: random.Random) -> RelativePhrase | None:
        """In 3 days, 2 years ago."""
        amount = self._draw_amount(rng, _CLDR_UNITS(rng))
        pattern = self._pattern(amount, _WIDTHS(rng))
        if not pattern:
            return None
        if "{0}" not in pattern:
            pieces: list[Piece] = [(pattern, AMOUNT_AND_UNIT)]
        else:
            before, unit, behind = _parts(pattern)
            states = (AMOUNT, UNIT) if unit.strip() else (AMOUNT_AND_UNIT, AMOUNT_AND_UNIT)
            number = self._count(rng, abs(amount.number), unit)
            pieces = [(before, states[0]), (number, AMOUNT), (unit, states[1]), (behind, states[0])]
        return RelativePhrase(
            _filled(pieces), fields_of_amount(_counted(amount)), takes_clock=amount.unit in _WITH_CLOCK
        )

    def _own_counted(self, rng: random.Random) -> RelativePhrase | None:
        """3 hrs ago, 2d ago."""
        drawn = self._draw_count(rng, self._words.counted)
        if drawn is None:
            return None
        amount, number, pattern = drawn
        pieces = fill(pattern, {"n": (self._count(rng, number, pattern.partition("{n}")[2]), AMOUNT)}, AMOUNT_AND_UNIT)
        return RelativePhrase(pieces, fields_of_amount(_counted(amount)), takes_clock=amount.unit in _WITH_CLOCK)

    def _half(self, rng: random.Random) -> RelativePhrase | None:
        """In two and a half hours."""
        drawn = _draw(rng, self._words.halves)
        if drawn is None:
            return None
        (one, _), pattern = drawn
        number, (half, second) = rng.choice(_SMALL[1:]), _HALVES[one.unit]
        states = AMOUNT_AND_UNIT + SECOND_AMOUNT + SECOND_UNIT
        fields = fields_of_amount(Amount(number * one.number, one.unit))
        pieces = fill(pattern, {"n": (self._count(rng, number, pattern.partition("{n}")[2]), AMOUNT)}, states)
        return RelativePhrase(pieces, fields | {"second_amount": half, "second_unit": UNITS[second]})

    def _decimal(self, rng: random.Random) -> RelativePhrase | None:
        """In 2.5 hours."""
        if self._words.halves and rng.random() < _OWN_HALF:
            return self._half(rng)
        unit = rng.choice(tuple(_HALVES))
        amount = Amount(self._number(rng, unit) * (1 if rng.random() < _FUTURE else -1), unit)
        way = "past" if amount.number < 0 else "future"
        pattern = self._pattern(amount, _WIDTHS(rng)) and self._fields[unit].get(way, {}).get("other")
        if not pattern or "{0}" not in pattern or abs(amount.number) > _LAST_IN_WORDS:
            return None
        before, word, behind = _parts(pattern)
        half, second = _HALVES[unit]
        number = f"{abs(amount.number)}{rng.choice(self._decimal_signs)}5"
        states = AMOUNT_AND_UNIT + SECOND_AMOUNT + SECOND_UNIT
        pieces = [(before, AMOUNT), (number, AMOUNT + SECOND_AMOUNT), (word, states), (behind, AMOUNT)]
        fields = fields_of_amount(amount) | {"second_amount": half, "second_unit": UNITS[second]}
        return RelativePhrase(_filled(pieces), fields)

    def _span(self, rng: random.Random) -> RelativePhrase | None:
        """The last 3 weeks."""
        drawn = self._draw_count(rng, self._words.spans)
        if drawn is None:
            return None
        amount, number, pattern = drawn
        pieces = fill(
            pattern, {"n": (self._count(rng, number, pattern.partition("{n}")[2]), AMOUNT)}, FORM + AMOUNT_AND_UNIT
        )
        return RelativePhrase(pieces, {"form": SPAN, **fields_of_amount(amount)})

    def _named_span(self, rng: random.Random) -> RelativePhrase | None:
        """The next few days."""
        drawn = _draw(rng, self._words.named_spans)
        if drawn is None:
            return None
        return RelativePhrase([(drawn[1], FORM + AMOUNT_AND_UNIT)], {"form": SPAN, **fields_of_amount(drawn[0])})

    def _part(self, rng: random.Random) -> RelativePhrase | None:
        """Early next week."""
        drawn = _draw(rng, self._words.parts)
        if drawn is None:
            return None
        fields = {"qualifier": APPROXIMATE, **fields_of_amount(drawn[0])}
        return RelativePhrase([(drawn[1], QUALIFIER + AMOUNT_AND_UNIT)], fields)

    def _pair(self, rng: random.Random) -> RelativePhrase | None:
        """1 year and 11 months ago."""
        (first, second), sign = rng.choice(_PAIRS), 1 if rng.random() < _FUTURE else -1
        one, other = Amount(self._number(rng, first) * sign, first), Amount(rng.choice(_SMALL) * sign, second)
        patterns = [self._pattern(amount, "") for amount in (one, other)]
        if not all(patterns):
            return None
        (before, unit, behind), (before_too, unit_too, behind_too) = (_parts(str(pattern)) for pattern in patterns)
        if (before, behind) != (before_too, behind_too) or not unit:
            return None
        around = pick(rng, self._words.pairs.get("+" if sign > 0 else "-", ()))
        if around and rng.random() < _OWN_PAIR:
            before, _, behind = around.partition("{pair}")
        pieces: list[Piece] = [
            (before, AMOUNT),
            (self._count(rng, abs(one.number), unit), AMOUNT),
            (unit, UNIT),
            (rng.choice((self._and, self._and, ", ", " ")), NO_FIELD),
            (self._count(rng, abs(other.number), unit_too), SECOND_AMOUNT),
            (unit_too, SECOND_UNIT),
            (behind, AMOUNT),
        ]
        second_fields = {"second_amount": f"{abs(other.number):02d}", "second_unit": UNITS[second]}
        return RelativePhrase(_filled(pieces), fields_of_amount(one) | second_fields)

    def _weekday(self, rng: random.Random) -> RelativePhrase | None:
        """CLDR's last Friday, this Monday."""
        day = rng.randrange(7)
        names = self._fields.get(_CLDR_WEEKDAYS[day] + _WIDTHS(rng), {}).get("relative", {})
        if not names:
            return None
        number = rng.choice(tuple(names))
        amount = Amount(number, "week") if number or self._names_this_week(names[number]) else None
        fields = {**fields_of_amount(amount), "weekday": str(day + 1)}
        return RelativePhrase(_split_weekday(names, number), fields, takes_clock=True)

    def _names_this_week(self, text: str) -> bool:
        """Whether CLDR's "this Friday" says "of this week", as Chinese does: elsewhere it is the coming one."""
        return any(
            (this_week := self._fields.get("week" + width, {}).get("relative", {}).get(0)) and this_week in text
            for width in ("", "-short", "-narrow")
        )

    def _own_weekday(self, rng: random.Random) -> RelativePhrase | None:
        """On Friday, next Friday, Friday next week."""
        drawn = _draw(rng, self._words.weekdays)
        if drawn is None:
            return None
        amount, pattern = drawn
        phrase = self.of_weekday(rng, pattern, amount, AMOUNT_AND_UNIT if amount else NO_FIELD)
        if canonicalize("".join(text for text, _ in phrase.pieces)) in self._texts_of_amounts:
            return None  # Indonesian "minggu lalu" is last week before it is last Sunday
        return phrase

    def _bare_weekday(self, rng: random.Random) -> RelativePhrase | None:
        """Friday."""
        day = rng.randrange(7)
        # The short names of small languages are those of other days elsewhere.
        is_short = bool(self._words.named) and rng.random() < _SHORT_WEEKDAY
        name = self._days["abbreviated" if is_short else "wide"][day]
        if not is_short and rng.random() < _OWN_WEEKDAY:
            name = pick(rng, self._own_weekdays[day]) or name
        if (len(name) < _FEWEST_LETTERS and name.isascii()) or self._is_rather_a_month(name):
            return None  # "V" can be anything
        if is_short and not name.endswith(".") and rng.random() < _SHORT_WITH_POINT:
            name += "."
        return RelativePhrase([(name, WEEKDAY)], {"weekday": str(day + 1)}, takes_clock=True)

    def _names_of_weekday(self, day: int, in_kana: tuple[str, ...]) -> tuple[str, ...]:
        """What the language's file calls a weekday, in all cases, without what a word or a number is called, too."""
        sets = [self._words.weekday_names, in_kana if self._words.named else ()]
        forms = self._words.weekday_forms.items()
        sets += [names for slot, names in forms if slot.startswith("E") and not slot.endswith(_OF_OPEN_RANGES)]
        names = [name for seven in filter(None, sets) for name in seven[day].split("|")]
        fewest = {name: _FEWEST_LETTERS + 1 if name.isascii() else _FEWEST_CHARACTERS for name in names}
        return tuple(name for name in names if name[0].isalpha() and len(name) >= fewest[name])

    def _short_weekday(self, name: str) -> str:
        """A short name; '' for one that can be something else: one letter, "T2", "mar" of March."""
        is_clear = len(name) > 1 and not any(map(str.isdigit, name)) and not self._is_rather_a_month(name)
        return name if is_clear else ""

    def _is_rather_a_month(self, name: str) -> bool:
        """Whether more people call a month so: "mar" is March to more than it is Tuesday, but "Fri" is Friday."""
        weight = weight_as_month(name)
        return month_of(name) is not None and (weight >= self._weight or not weight)

    def _nth_weekday(self, rng: random.Random) -> RelativePhrase | None:
        """The first Monday of next month, the last Friday in May 2019."""
        drawn = _draw(rng, self._words.nth_weekdays)
        if drawn is None:
            return None
        amount, pattern = drawn
        nth = rng.randrange(len(self._words.ordinals))
        slots, day = self._weekday_slots(rng, pattern, ORDINAL)
        ordinal = LAST if nth == len(self._words.ordinals) - 1 else str(nth + 1)
        text = _agreeing(self._words.ordinals[nth], day)
        if ordinal != LAST and not _NTH_WITH_ENDING.search(pattern) and rng.random() < _NTH_IN_DIGITS:
            in_digits = pick(rng, forms(self._identifier).words[""].numbered_days[nth])
            text = text if not in_digits or in_digits.isdigit() else in_digits
        slots["nth"] = (text, ORDINAL)
        if self._words.ordinals_with_article:
            slots["the nth"] = (_agreeing(self._words.ordinals_with_article[nth], day), ORDINAL)
        fields = {**fields_of_amount(amount), "weekday": day, "ordinal": ordinal}
        return self._of_month(rng, pattern, slots, fields, amount)

    def _last_day(self, rng: random.Random) -> RelativePhrase | None:
        """The last day of May, the end of the month."""
        drawn = _draw(rng, self._words.last_days)
        if drawn is None:
            return None
        fields = {**fields_of_amount(drawn[0]), "weekday": EACH_DAY, "ordinal": LAST}
        return self._of_month(rng, drawn[1], {}, fields, drawn[0])

    def of_weekday(
        self, rng: random.Random, pattern: str, amount: Amount | None, literal: Fields = NO_FIELD
    ) -> RelativePhrase:
        """What a pattern of a weekday writes.

        Args:
            rng: Draws everything.
            pattern: The pattern.
            amount: How many weeks from now the weekday is; None where it is the coming one.
            literal: What the pattern's own words state.
        """
        slots, day = self._weekday_slots(rng, pattern, literal)
        return RelativePhrase(
            fill(pattern, slots, literal), {**fields_of_amount(amount), "weekday": day}, takes_clock=True
        )

    def counted_twice(self, rng: random.Random) -> tuple[list[Sided], Stated, Stated] | None:
        """In 2-3 weeks: the pieces, and the fields of the earlier and the later end; None where words are missing."""
        amount = self._draw_amount(rng, _CLDR_UNITS(rng))
        near = rng.choice(_SMALL[1:])
        far = near + rng.choice(_NUMBERS_APART)
        sign = -1 if amount.number < 0 else 1
        pattern = self._pattern(Amount(sign * far, amount.unit), _WIDTHS(rng))
        if not pattern or "{0}" not in pattern:
            return None
        before, unit, behind = _parts(pattern)
        # What is nearer is said first, and is the end of a range that is past.
        ends = (START, END) if sign > 0 else (END, START)
        pieces: list[Sided] = [
            (before, AMOUNT, BOTH_ENDS),
            (str(near), AMOUNT, ends[0]),
            (_NUMBER_SIGNS(rng), FORM, START),
            (str(far), AMOUNT, ends[1]),
            (unit, UNIT if unit.strip() else NO_FIELD, BOTH_ENDS),
            (behind, AMOUNT, BOTH_ENDS),
        ]
        start, end = sorted((sign * near, sign * far))
        written = [piece for piece in pieces if piece[0]]
        return written, fields_of_amount(Amount(start, amount.unit)), fields_of_amount(Amount(end, amount.unit))

    def _of_month(
        self, rng: random.Random, pattern: str, slots: dict[str, Piece], fields: Stated, amount: Amount | None
    ) -> RelativePhrase:
        month, year = rng.randrange(12), rng.choice(_THIS_CENTURY)
        name = pick(rng, forms(self._identifier).words[""].months["MMMM"][month])
        if "{month}" in pattern:
            fields["month"] = f"{month + 1:02d}"
        if "{y}" in pattern:
            fields["year"] = str(year)
        literal = WEEKDAY + ORDINAL + (AMOUNT_AND_UNIT if amount else NO_FIELD) if not slots else NO_FIELD
        literal = AMOUNT_AND_UNIT if amount and slots else literal
        pieces = fill(pattern, {**slots, "month": (name, MONTH), "y": (str(year), YEAR)}, literal)
        return RelativePhrase(pieces, fields, takes_clock=True)

    def _part_of_day(self, rng: random.Random) -> RelativePhrase | None:
        """Tonight, tomorrow morning."""
        drawn = _draw(rng, self._words.parts_of_day)
        if drawn is None:
            return None
        (days, part), text = drawn
        fields = {**fields_of_amount(Amount(days, "day")), "half": PARTS[part]}
        return RelativePhrase([(text, AMOUNT_AND_UNIT + HALF)], fields, part=part)

    def _date(self, rng: random.Random) -> RelativePhrase | None:
        """Last May, 3 May of this year."""
        if not self._words.dates:
            return None
        pattern, amount = rng.choice(tuple(self._words.dates.items()))
        return self._of_date(rng, pattern, amount)

    def _month(self, rng: random.Random) -> RelativePhrase | None:
        """May last year, the 20th of next month."""
        drawn = _draw(rng, self._words.months)
        return drawn and self._of_date(rng, drawn[1], drawn[0])

    def _of_date(self, rng: random.Random, pattern: str, amount: Amount) -> RelativePhrase | None:
        parsed, locale = parse(pattern), forms(self._identifier)
        month, day = 1 + rng.randrange(12), 1 + rng.randrange(28)
        pieces = parsed.write(Draw(rng, locale.words[""], 2000, month, day, 0))
        if pieces is None:
            return None
        pieces = [(text, fields or AMOUNT_AND_UNIT) for text, fields in pieces]
        fields = fields_of_amount(amount)
        if "month" in parsed.states:  # "the 15th of next month" names none
            fields["month"] = f"{month:02d}"
        if "day" in parsed.states:
            fields["day"] = f"{day:02d}"
        return RelativePhrase(pieces, fields, takes_clock="day" in parsed.states)

    def _season(self, rng: random.Random) -> RelativePhrase | None:
        """Last winter."""
        drawn = _draw(rng, self._words.seasons)
        if drawn is None:
            return None
        (amount, season), text = drawn
        return RelativePhrase([(text, AMOUNT_AND_UNIT + MONTH)], {**fields_of_amount(amount), "month": SEASONS[season]})

    def _lone_day(self, rng: random.Random) -> RelativePhrase | None:
        """Friday the 13th: the weekday changes nothing."""
        pattern = pick(rng, self._words.lone_days)
        if not pattern:
            return None
        day = 1 + rng.randrange(31)
        numbered = forms(self._identifier).words[""].numbered_days[day - 1]
        slots, weekday = self._weekday_slots(rng, pattern, NO_FIELD)
        slots = {name: (text, NO_FIELD) for name, (text, _) in slots.items()}
        slots |= {"d": (str(day), DAY), "nth": (pick(rng, numbered), DAY)}
        slots["day words"] = (self._day_in_words(day), DAY)
        slots["e"] = (self._short[int(weekday) - 1] or self._days["wide"][int(weekday) - 1], NO_FIELD)
        return RelativePhrase(fill(pattern, slots), {"day": f"{day:02d}"}, takes_clock=True)

    def _day_in_words(self, day: int) -> str:
        """The usual word of a day: "first", not "one"."""
        words = forms(self._identifier).words[""].day_words[day - 1]
        return max(words, key=words.count) if words else str(day)

    def _weekday_slots(self, rng: random.Random, pattern: str, agreeing: Fields) -> tuple[dict[str, Piece], str]:
        """What a pattern writes of a weekday, and its number, Monday 1.

        Args:
            rng: Draws everything.
            pattern: The pattern.
            agreeing: What a word states that agrees with the weekday.
        """
        day = rng.randrange(7)
        names: Mapping[int, str] | tuple[str, ...] = self._words.weekday_names or self._days["wide"]
        name = _one_of(rng, names[day])
        if self._short[day] and _APART.search(pattern) and rng.random() < _SHORT_IN_PATTERN:
            name = self._short[day]
        slots: dict[str, Piece] = {"E": (name, WEEKDAY)}
        for _, slot in parts_of(pattern):
            if slot is not None and slot in self._words.weekday_forms:
                text = _one_of(rng, self._words.weekday_forms[slot][day])
                slots[slot] = (text, WEEKDAY if slot.startswith("E") else agreeing)
        return slots, str(day + 1)

    def _draw_count(
        self, rng: random.Random, table: Mapping[tuple[Amount, str], tuple[str, ...]]
    ) -> tuple[Amount, int, str] | None:
        """An amount, the number that a pattern writes of it, and the pattern; None where no number suits it."""
        drawn = _draw(rng, table)
        if drawn is None:
            return None
        (one, plural), pattern = drawn
        for _ in range(_TRIES_FOR_PLURAL):
            number = self._number(rng, one.unit)
            if not plural or self._plural_form(number) == plural:
                return Amount(number * one.number, one.unit), number, pattern
        return None

    def _draw_amount(self, rng: random.Random, unit: str) -> Amount:
        future = rng.random() < _FUTURE
        number = self._number(rng, unit)
        return Amount(number if future else -number, unit)

    def _number(self, rng: random.Random, unit: str) -> int:
        return rng.choice(_SMALL if rng.random() < _FEW else _NUMBERS.get(unit, _UP_TO_A_HUNDRED))

    def _count(self, rng: random.Random, number: int, behind: str) -> str:
        """A number, sometimes in words: not where a letter of what is behind it touches it, as in "3d ago"."""
        if number <= _LAST_IN_WORDS and not _LETTER.match(behind) and rng.random() < _IN_WORDS:
            return cardinals(self._code, _LAST_IN_WORDS + 1)[number]
        return str(number)

    def _pattern(self, amount: Amount, width: str) -> str | None:
        """CLDR's pattern of a counted unit."""
        way, other = ("past", "future") if amount.number < 0 else ("future", "past")
        patterns = self._fields.get(amount.unit + width, {}).get(way, {})
        pattern: str | None = patterns.get(self._plural_form(abs(amount.number))) or patterns.get("other")
        opposite = (self._fields.get(amount.unit + each, {}).get(other, {}) for each in _WIDTH_NAMES)
        # CLDR's root has "-{0} m" for languages whose words it lacks; some locales have one pattern for both ways.
        is_wrong = pattern in _patterns_of_no_language() or any(pattern in each.values() for each in opposite)
        return None if is_wrong else pattern


@functools.cache
def _patterns_of_no_language() -> frozenset[str]:
    fields = locale_part("root", "date_fields").values()
    return frozenset(pattern for unit in fields for way in ("past", "future") for pattern in unit.get(way, {}).values())


@functools.cache
def relative_writer(identifier: str) -> RelativeWriter:
    """The writer of a locale."""
    return RelativeWriter(identifier)


def _of_amount(text: str, amount: Amount) -> RelativePhrase:
    return RelativePhrase([(text, AMOUNT_AND_UNIT)], fields_of_amount(amount), takes_clock=amount.unit == "day")


def _counted(amount: Amount) -> Amount:
    """An amount that is counted: "a week ago" is seven days ago, and "last week" a week."""
    return Amount(7 * amount.number, "day") if amount.unit == "week" and abs(amount.number) == 1 else amount


def fields_of_amount(amount: Amount | None) -> Stated:
    """The fields of `Moment` that an amount states."""
    if amount is None:
        return {}
    machine = amount.to_machine()
    return {"amount": machine[:-1], "unit": machine[-1]}


def _draw(rng: random.Random, table: Mapping[Any, tuple[str, ...]]) -> tuple[Any, str] | None:
    """A key of a table and one of its texts: more often what is near, and what the file has first, as people do."""
    if not table:
        return None
    keys = tuple(table)
    key = rng.choices(keys, [_weight_of(each) for each in keys])[0]
    texts = table[key]
    if rng.random() < _COMMONEST:
        return key, texts[0]
    return key, texts[int(len(texts) * rng.random() ** _FIRST_TEXTS)]


def _weight_of(key: Any) -> int:
    """How often a key of a table is drawn, by the amount that it is or begins with."""
    amount = key[0] if isinstance(key, tuple) else key
    if amount is None:
        return _WEIGHT_OF_BARE
    if not isinstance(amount, Amount):
        return 1
    is_near = abs(amount.number) <= _NEAR or (abs(amount.number), amount.unit) == (_IN_A_WEEK, "day")
    return _WEIGHTS_OF_UNITS.get(amount.unit, 1) if is_near else 1


def _agreeing(ordinal: str, weekday: str) -> str:
    """An ordinal number as it agrees with a weekday, 1-7 from Monday, where it has a form for each."""
    forms_of_weekdays = ordinal.split("|")
    return forms_of_weekdays[(int(weekday) - 1) % len(forms_of_weekdays)]


def _one_of(rng: random.Random, text: str) -> str:
    """One of the ways of a name that has several."""
    return pick(rng, tuple(text.split("|"))) if "|" in text else text


def _filled(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece[0]]


@functools.cache
def _parts(pattern: str) -> tuple[str, str, str]:
    """What precedes the number, the word behind it, and the rest.

    >>> _parts("vor {0} Tagen"), _parts("{0} days ago")
    (('vor ', ' Tagen', ''), ('', ' days', ' ago'))
    """
    before, _, behind = pattern.partition("{0}")
    found = _WITHOUT_RIM.fullmatch(behind)
    return (before, found[1], found[2]) if found else (before, "", behind)


def _split_weekday(names: Mapping[int, str], number: int) -> list[Piece]:
    """CLDR's "last Friday" in pieces: the words that the names of all weeks share are the weekday's."""
    shared = set.intersection(*(set(name.split()) for name in names.values()))
    if not shared:
        return [(names[number], AMOUNT_AND_UNIT + WEEKDAY)]
    words = [word for word in re.split(r"(\s+)", names[number]) if word]
    return [(word, NO_FIELD if word.isspace() else WEEKDAY if word in shared else AMOUNT_AND_UNIT) for word in words]

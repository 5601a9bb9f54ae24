"""No moment: texts that speak of time and state none, such as durations, ages and recurrences."""

import functools
import random

from babel import Locale

from datenorm.core.moments import DURATION, RECURRENCE
from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.locales.babel_data import locale_part
from datenorm.corpus.moments.numbers import cardinals
from datenorm.corpus.moments.pieces import parts_of
from datenorm.corpus.moments.written import Written, without_value
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, listed

_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_WIDTHS = Choice({"long": 60, "short": 30, "narrow": 10})
_NUMBERS = (*range(1, 13), 15, 20, 24, 30, 45, 48, 60, 72, 90, 100, 120, 365)
_LAST_IN_WORDS = 20
_IN_WORDS, _TWO_UNITS, _AROUND, _OF_COMPUTERS = 0.25, 0.15, 0.4, 0.14
_RANGE_OF_WEEKDAYS, _LONG_WEEKDAY, _WORKING_WEEK, _WITH_TIMES, _FULL_HOURS = 0.2, 0.4, 0.5, 0.35, 0.3
_SIGNS, _BEFORE_TIMES = ("-", "-", "–", " - ", " – "), (" ", " ", ": ", ", ")
_LIKE_ANYTHING = {"ja": 3, "zh": 3, "ko": 3}  # characters, where not 4
# Elsewhere "5 hours" says five o'clock, too.
_HOURS_ARE_DURATIONS = frozenset("ar da de el en fi he hi id ja ko nb pl sv th tr zh".split())
_MINUTES = ("00", "30", "15")
# Durations in digits and marks, as stopwatches and ISO 8601 have them.
_MARKED = listed(
    """
    {a}:{b} min|{a}:{b} minutes|{a}h {b}m|{a}m {b}s|PT{a}H|PT{a}M{b}S|P{a}D|P{a}Y|P{a}W
    {a}:{b} mins|{a}min {b}s|{a} hrs {b} mins|{a}'{b}"|runtime {a}:{b}
    """
)


def duration(rng: random.Random) -> Written | None:
    """A duration or an age: "for two weeks".

    None where Babel lacks the unit's words, and for what is something else to some: "5 heures" and "2日" alone.
    """
    if rng.random() < _OF_COMPUTERS:
        text = pick(rng, _MARKED).format(a=1 + rng.randrange(12), b=f"{rng.randrange(60):02d}")
        return without_value(text, DURATION, "duration")
    code, units = _languages()(rng), rng.sample(_UNITS, 2 if rng.random() < _TWO_UNITS else 1)
    amounts = [_amount(rng, code, unit) for unit in units]
    if not all(amounts):
        return None
    text, around = " ".join(amounts), load(code).no_moment.durations
    if around and rng.random() < _AROUND:
        text = pick(rng, around).format(d=text)
    elif (units == ["hour"] and code not in _HOURS_ARE_DURATIONS) or len(text) <= _LIKE_ANYTHING.get(code, 4):
        return None
    return without_value(text, DURATION, "duration", locale=code)


def recurrence(rng: random.Random) -> Written:
    """A recurrence: "every Monday"."""
    code = _languages_with_recurrences()(rng)
    if rng.random() < _RANGE_OF_WEEKDAYS:
        return without_value(_weekdays(rng, code), RECURRENCE, "recurrence", locale=code)
    days = locale_part(code, "days")["format"]["wide"]
    text = ""
    for literal, slot in parts_of(pick(rng, load(code).no_moment.recurrences)):
        text += literal
        if slot == "E":
            text += days[rng.randrange(7)]
        elif slot == "n":
            text += str(rng.randrange(2, 13))
        elif slot == "t":
            text += f"{rng.randrange(24)}:{rng.choice(_MINUTES)}"
    return without_value(text, RECURRENCE, "recurrence", locale=code)


def _weekdays(rng: random.Random, code: str) -> str:
    """Days that come each week, some with times: "Mon-Fri 9:00-17:00"."""
    days = locale_part(code, "days")["format"]["wide" if rng.random() < _LONG_WEEKDAY else "abbreviated"]
    first, last = sorted(rng.sample(range(7), 2)) if rng.random() >= _WORKING_WEEK else (0, 4)
    patterns = load(code).ranges.between
    sign = pick(rng, patterns) if patterns and rng.random() < _IN_WORDS else "{a}" + pick(rng, _SIGNS) + "{b}"
    text = sign.format(a=days[first], b=days[last])
    if rng.random() < _WITH_TIMES:
        hours = f"{rng.randrange(6, 12)}", f"{rng.randrange(13, 24)}"
        one, other = hours if rng.random() < _FULL_HOURS else [f"{hour}:{rng.choice(_MINUTES)}" for hour in hours]
        text += pick(rng, _BEFORE_TIMES) + one + pick(rng, _SIGNS) + other
    return text


def _amount(rng: random.Random, code: str, unit: str) -> str:
    """A number and a unit, such as "3 weeks"; '' where Babel lacks the language's words."""
    number = rng.choice(_NUMBERS)
    patterns = locale_part(code, "unit_patterns")[f"duration-{unit}"]
    forms = patterns.get(_WIDTHS(rng)) or patterns.get("long") or {}
    pattern = forms.get(_plural_form(code, number)) or forms.get("other")
    if not isinstance(pattern, str):
        return ""
    words = number <= _LAST_IN_WORDS and rng.random() < _IN_WORDS
    return pattern.replace("{0}", cardinals(code, _LAST_IN_WORDS + 1)[number] if words else str(number))


def _plural_form(code: str, number: int) -> str:
    return str(Locale.parse(code).plural_form(number))


@functools.cache
def _languages() -> Choice[str]:
    """The languages that say ranges: those that say the most about moments."""
    return Choice({code: load(code).weight for code, ranges in by_language("ranges").items() if ranges.between})


@functools.cache
def _languages_with_recurrences() -> Choice[str]:
    return Choice({code: load(code).weight for code, said in by_language("no_moment").items() if said.recurrences})

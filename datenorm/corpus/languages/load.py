"""Load: what each language says, read from its file in `data/` and checked.

`docs/adding-a-language.md` says how to write such a file. A new key is an attribute of `Language`, its reader in
`_KEYS`, and a row in that document.
"""

import dataclasses
import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datenorm.corpus.languages import checks
from datenorm.corpus.languages.moment_words import (
    SECTIONS,
    ClockWords,
    NoMomentWords,
    RangeWords,
    SenseWords,
    SurroundingWords,
    YearWords,
)
from datenorm.corpus.languages.relative_words import RelativeWords, read_relative
from datenorm.corpus.languages.slots import CLOCK_SLOTS, DATE_SLOTS, DAY_SLOTS, SEASON_SLOTS

DATA = Path(__file__).parent / "data"
"""The folder of the files, one a language: `pl.toml`."""

Texts = tuple[str, ...]
Days = tuple[Texts, ...]
"""For each of the 31 days its forms, likelier ones more than once; empty where the language has none."""

NO_DATE_KINDS = {
    "leads": "words before anything: about, under",
    "before_numbers": "words that make a number one of something: page, invoice",
    "units": "words that make a number before them an amount: cups, people",
    "durations": "words that make a number before them a length of time: weeks, days ago",
    "relative_days": "days that are counted from the day of writing: tomorrow, last week",
    "around_weekdays": "what is said around a weekday, which is {}: next {}",
    "sentences": "words of dates that here are none: may i come in",
    "no_answers": "what forms hold in the place of a date: unknown",
}
"""The kinds of texts without a date, and of words that such texts are made of -> what each kind is."""

_NO_MONTHS = ("",) * 12
_NO_DAYS: Days = ((),) * 31
_PLAIN_DAYS: Days = tuple((str(day),) for day in range(1, 32))


@dataclasses.dataclass(frozen=True, slots=True)
class InScript:
    """What differs where the language is written in another script.

    Attributes:
        other_month_names: As in `Language`.
        digits: As in `Language`.
    """

    other_month_names: tuple[Texts, ...] = ()
    digits: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Language:
    """What one language says about dates and times. Each attribute is a key of its file; only `name` must be there.

    A pattern is text with slots in braces, as in `slots.DATE_SLOTS`: "{d} de {MMMM} de {y}".

    Attributes:
        code: The language in Babel's identifiers, such as 'pl': the file's name.
        name: Its English name.
        weight: How often it is written: about the square root of its readers on the web, 50 for English.
        phrase_scripts: The scripts that its phrases suit, beside no script in an identifier: 'Latn' in 'sr_Latn'.
        bare_script: The script of identifiers that name none, where it is not the phrases'.
        digits: CLDR's numbering system of its script, such as 'deva', where identifiers name no script.
        calendar: 'gregorian', or the calendar that readers take unmarked years to be of: 'buddhist', 'ethiopian'.
        our_era: The mark that makes such a year one of our era.
        months_are_numbers: Whether its months are numbers with a unit, as 5月 is.
        full_stop_after_day: Whether it may have a full stop after the day's number.
        full_stop_at_end: Whether a full stop may follow a date without making another language of it.
        rehearsed: What training reads more often, because networks still get it wrong: 'short names' that mean other
            months or numbers to neighbours ("srp", "bir"), 'short years' of two digits.
        phrases: Patterns beyond those of CLDR.
        phrases_in_words: Patterns with days, months or years in words.
        phrases_in_characters: Patterns in Chinese characters.
        phrases_with_eras: Patterns of years that another calendar counts.
        day_prefixes: What is put before a day in a sentence: "on ".
        labels: What forms and web pages put before a day: "Date of birth: ".
        month_prefixes: What is put before a month: "in ".
        day_prefixes_suit_months: Whether the prefixes of days also suit a date that begins with its month: "on May 3".
        clocks_after: Times of day after a date, with the slots of `slots.CLOCK_SLOTS`.
        clocks_before: Times of day before a date.
        clocks_inside: Times of day between the day and the year.
        other_month_names: Twelve names a set, '' where a set has none, beside those of CLDR.
        months_after_in: The twelve months in the case that "in" takes; '' where it is CLDR's.
        month_words: The twelve months' numbers in words.
        month_articles: What CLDR puts before a name that belongs there only after a day: Catalan "de gener".
        shared_month_names: Canonical name that means another month to more readers -> after which full stop it is
            this language's, 'day' or 'year'.
        other_weekday_names: Seven abbreviations beside those of CLDR, from Monday on.
        weekday_words: Seven weekdays as `{E kana}` writes them.
        seasons: Patterns of seasons: "spring {y}".
        numbered_days: The days as `{nth}` writes them: "3rd".
        digit_words: The digits from 0 to 9 in words.
        number_words: The numbers from 1 on in words.
        day_words: The days in words: "third".
        year_words: The rule in `year_words.RULES` that says a year, such as 'cardinal'; '' for none.
        century_word: What follows the number of hundreds: "nineteen hundred".
        millennium_words: What begins the years from 2000 on.
        in_script: Script -> what differs in it.
        no_date: Kind of `NO_DATE_KINDS` -> texts without a date, or words that such texts are made of.
        clock: How it says the time of day.
        ranges: How it says ranges.
        years: How it says decades, centuries and the years before our era.
        senses: What its `day_prefixes` and `month_prefixes` make of a date.
        surroundings: What is put around moments, beside `labels`, which dates alone draw from, too.
        no_moment: How it says durations and recurrences.
        relative: How it says moments by the day of writing.
    """

    code: str
    name: str = ""
    weight: float = 2.0
    phrase_scripts: Texts = ()
    bare_script: str = ""
    digits: str = ""
    calendar: str = "gregorian"
    our_era: str = ""
    months_are_numbers: bool = False
    full_stop_after_day: bool = True
    full_stop_at_end: bool = True
    rehearsed: Texts = ()
    phrases: Texts = ()
    phrases_in_words: Texts = ()
    phrases_in_characters: Texts = ()
    phrases_with_eras: Texts = ()
    day_prefixes: Texts = ()
    labels: Texts = ()
    month_prefixes: Texts = ()
    day_prefixes_suit_months: bool = False
    clocks_after: Texts = ()
    clocks_before: Texts = ()
    clocks_inside: Texts = ()
    other_month_names: tuple[Texts, ...] = ()
    months_after_in: Texts = _NO_MONTHS
    month_words: Texts = ()
    month_articles: Texts = ()
    shared_month_names: Mapping[str, Texts] = dataclasses.field(default_factory=dict)
    other_weekday_names: Texts = ()
    weekday_words: Texts = ()
    seasons: Texts = ()
    numbered_days: Days = _PLAIN_DAYS
    digit_words: Texts = ()
    number_words: Texts = ()
    day_words: Days = _NO_DAYS
    year_words: str = ""
    century_word: str = ""
    millennium_words: Texts = ()
    in_script: Mapping[str, InScript] = dataclasses.field(default_factory=dict)
    no_date: Mapping[str, Texts] = dataclasses.field(default_factory=dict)
    clock: ClockWords = dataclasses.field(default_factory=ClockWords)
    ranges: RangeWords = dataclasses.field(default_factory=RangeWords)
    years: YearWords = dataclasses.field(default_factory=YearWords)
    senses: SenseWords = dataclasses.field(default_factory=SenseWords)
    surroundings: SurroundingWords = dataclasses.field(default_factory=SurroundingWords)
    no_moment: NoMomentWords = dataclasses.field(default_factory=NoMomentWords)
    relative: RelativeWords = dataclasses.field(default_factory=RelativeWords)


@functools.cache
def load(code: str) -> Language:
    """What the language says; a small language that says nothing if it has no file.

    Args:
        code: Babel's, such as 'pl'.

    Raises:
        ValueError: The file has a key, a slot or a value that it must not have; the message names file and key.
    """
    return read(DATA / f"{code}.toml") if code in codes() else Language(code)


def language_of(identifier: str) -> Language:
    """What the language of a locale says, such as Portuguese for 'pt_BR'."""
    return load(identifier.partition("_")[0])


def script_of(identifier: str) -> str:
    """The script that a locale's identifier names, such as 'Latn' for 'sr_Latn_RS'; '' where it names none."""
    second = identifier.split("_")[1:2]
    return second[0] if second and len(second[0]) == 4 else ""


@functools.cache
def codes() -> Texts:
    """The languages that have a file, sorted."""
    return tuple(sorted(path.stem for path in DATA.glob("*.toml")))


def by_language(key: str) -> dict[str, Any]:
    """Language -> what it says of one key, sorted by language; without the languages that say nothing of it."""
    found = {code: getattr(load(code), key) for code in codes()}
    return {code: value for code, value in found.items() if value and value not in _SILENT}


def read(path: Path) -> Language:
    """The language of one file, as `load` has it."""
    said = _with_like(path, _parsed(path))
    values = {
        key: _KEYS[checks.known(path.name, key, _KEYS)](f"{path.name}: {key}", value) for key, value in said.items()
    }
    if not values.get("name"):
        raise ValueError(f'{path.name}: expected the language\'s English name, such as name = "Polish". Received none')
    numbers = values.get("number_words", ())
    for key in ("numbered_days", "day_words"):
        if key in values:
            values[key] = _write_days(f"{path.name}: {key}", values[key], numbers)
    return Language(path.stem, **values)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: expected TOML. Received a mistake: {error}") from error


def _with_like(path: Path, said: dict[str, Any]) -> dict[str, Any]:
    """What the file says, with the keys that another language's file says for it."""
    where = f"{path.name}: like"
    for other, keys in checks.table_of(_texts)(where, said.pop("like", {})).items():
        checks.known(where, other, [file.stem for file in path.parent.glob("*.toml")])
        theirs = _parsed(path.with_name(f"{other}.toml"))
        for key in keys:
            if key not in theirs or key in said:
                problem = f"{path.name} says itself" if key in said else f"{other}.toml does not say"
                raise ValueError(f"{where}: expected keys that only {other}.toml says. {problem}: {key!r}")
            said[key] = theirs[key]
    return said


_SILENT: tuple[object, ...] = (
    *(ClockWords(), RangeWords(), YearWords(), SenseWords(), SurroundingWords(), NoMomentWords(), RelativeWords()),
)
"""The sections of a language that says nothing of them."""


# What follows reads one value each, as `checks.Read` says.


def _month_names(where: str, value: Any) -> Texts:
    """Twelve names, or the few that a table has by their numbers."""
    if isinstance(value, dict):
        numbers = [checks.known(where, month, [str(number) for number in range(1, 13)]) for month in value]
        names = dict(zip(numbers, (checks.text(where, name) for name in value.values()), strict=True))
        return tuple(names.get(str(month), "") for month in range(1, 13))
    twelve: Texts = checks.list_of(checks.text, 12)(where, value)
    return twelve


def _seasons(where: str, value: Any) -> Texts:
    """Each name in each pattern, then the patterns beside them."""
    patterns = checks.list_of(checks.with_slots(SEASON_SLOTS))
    said = checks.table(where, value, {"names": checks.list_of(checks.text), "patterns": patterns, "also": patterns})
    written = said.get("patterns", ("{season} {y}",))
    seasons = [pattern.replace("{season}", name) for name in said.get("names", ()) for pattern in written]
    return (*seasons, *said.get("also", ()))


def _forms(where: str, value: Any) -> Texts:
    """One form, several that are as likely, or a table of how often each is written."""
    read_form = checks.with_slots(DAY_SLOTS)
    if isinstance(value, str):
        return (read_form(where, value),)
    if isinstance(value, dict):
        if not all(isinstance(count, int) and count > 0 for count in value.values()):
            raise checks.wrong(where, "how often each form is written, 1 or more", value)
        return tuple(read_form(where, form) for form, count in value.items() for _ in range(count))
    several: Texts = checks.list_of(read_form)(where, value)
    return several


def _days(where: str, value: Any) -> Days:
    """The forms of the 31 days, of a table such as {"1, 21-23" = ..., other = ...}."""
    if not isinstance(value, dict):
        raise checks.wrong(where, "a table from days to their forms", value)
    days: dict[int, Texts] = {}
    for key, forms in value.items():
        for day in () if key == "other" else _days_of(where, key):
            if day in days:
                raise ValueError(f"{where}: expected each day once. Received: day {day} twice")
            days[day] = _forms(f"{where}.{key}", forms)
    other = _forms(f"{where}.other", value["other"]) if "other" in value else ()
    missing = [day for day in range(1, 32) if not days.get(day, other)]
    if missing:
        raise ValueError(f"{where}: expected forms of all 31 days. Received none of {', '.join(map(str, missing))}")
    return tuple(days.get(day, other) for day in range(1, 32))


def _days_of(where: str, key: str) -> list[int]:
    """The days of a key: '1, 21-23' is 1, 21, 22 and 23."""
    days: list[int] = []
    for part in key.split(","):
        first, _, last = part.strip().partition("-")
        if not (first.isdecimal() and (last or first).isdecimal() and 1 <= int(first) <= int(last or first) <= 31):
            raise checks.wrong(where, 'days such as "1, 21-23", or other', key)
        days += range(int(first), int(last or first) + 1)
    return days


def _write_days(where: str, days: Days, numbers: Texts) -> Days:
    if not numbers and any("{number}" in form for forms in days for form in forms):
        raise ValueError(f"{where}: expected number_words beside {{number}}. Received none")
    return tuple(
        tuple(form.format(d=day, dd=f"{day:02d}", number=numbers[day - 1] if numbers else "") for form in forms)
        for day, forms in enumerate(days, 1)
    )


def _in_script(where: str, value: Any) -> InScript:
    keys = {"other_month_names": checks.list_of(_month_names), "digits": checks.text}
    return InScript(**checks.table(where, value, keys))


def _no_date(where: str, value: Any) -> dict[str, Texts]:
    said = checks.table(where, value, dict.fromkeys(NO_DATE_KINDS, checks.list_of(checks.text)))
    for text in said.get("around_weekdays", ()):
        if text.count("{}") != 1:
            raise checks.wrong(f"{where}.around_weekdays", "one {} in the place of the weekday", text)
    return said


_dates = checks.list_of(checks.with_slots(DATE_SLOTS))
_clocks = checks.list_of(checks.with_slots(CLOCK_SLOTS))
_texts = checks.list_of(checks.text)

_KEYS: dict[str, checks.Read] = {
    "name": checks.text,
    "weight": checks.number,
    "phrase_scripts": _texts,
    "bare_script": checks.text,
    "digits": checks.text,
    "calendar": checks.one_of("buddhist", "ethiopian"),
    "our_era": checks.text,
    "months_are_numbers": checks.flag,
    "full_stop_after_day": checks.flag,
    "full_stop_at_end": checks.flag,
    "rehearsed": checks.list_of(checks.one_of("short names", "short years")),
    "phrases": _dates,
    "phrases_in_words": _dates,
    "phrases_in_characters": _dates,
    "phrases_with_eras": _dates,
    "day_prefixes": _texts,
    "labels": _texts,
    "month_prefixes": _texts,
    "day_prefixes_suit_months": checks.flag,
    "clocks_after": _clocks,
    "clocks_before": _clocks,
    "clocks_inside": _clocks,
    "other_month_names": checks.list_of(_month_names),
    "months_after_in": checks.list_of(checks.text, 12),
    "month_words": checks.list_of(checks.text, 12),
    "month_articles": _texts,
    "shared_month_names": checks.table_of(checks.list_of(checks.one_of("day", "year"))),
    "other_weekday_names": checks.list_of(checks.text, 7),
    "weekday_words": checks.list_of(checks.text, 7),
    "seasons": _seasons,
    "numbered_days": _days,
    "digit_words": checks.list_of(checks.text, 10),
    "number_words": _texts,
    "day_words": _days,
    "year_words": checks.text,
    "century_word": checks.text,
    "millennium_words": _texts,
    "no_date": _no_date,
    "in_script": checks.table_of(_in_script),
    **SECTIONS,
    "relative": read_relative,
}

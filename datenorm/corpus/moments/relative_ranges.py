"""Ranges by the day of writing: "from today until next Friday", "by tomorrow", "since Monday", "in 2-3 weeks"."""

import functools
import random
from collections.abc import Mapping

from datenorm.core.moments import AFTER, BEFORE, RANGE, Moment
from datenorm.corpus.languages.load import language_of, load
from datenorm.corpus.languages.relative_words import ANY, Amount, RelativeWords
from datenorm.corpus.locales.forms import suits_script
from datenorm.corpus.moments.dates import fields_of
from datenorm.corpus.moments.pieces import FORM, NO_FIELD, START, Sided, Stated, fill, of_end, of_start
from datenorm.corpus.moments.relative import RelativePhrase, fields_of_amount, relative_writer
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import parse, pick
from datenorm.corpus.phrase import Choice

Bounds = Mapping[Amount | str, tuple[str, ...]]

_DAYS = {"Y": 365, "Q": 91, "M": 30, "W": 7, "D": 1, "E": 7, "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86400}
_COMING_WEEKDAY = 3.5  # days from now, on average
_SIGNS = Choice({" - ": 40, " – ": 25, "-": 15, "–": 10, " -> ": 2, " ~ ": 3, " — ": 5})
_UNTIL_A_DATE = 0.2
_DAY_AND_MONTH = frozenset({"day", "month"})
_NO_END_STATES = frozenset({"form", "half", "second_amount"})
_FARTHEST = 60
_TRIES = 30
_AFTER = 0.5
_WEIGHT_OF_ANY = 4  # beside one for a single expression with its words


def relative_range(source: Source) -> Written | None:
    """A range of two relative expressions: "from tomorrow until next Friday"; None where what was drawn has none."""
    return _KINDS(source.rng)(source)


def open_relative_range(source: Source) -> Written | None:
    """A relative expression that is an open start or end: "since Monday", "by next week"."""
    rng, identifier = source.rng, _locale_with_bounds(source)
    words = _words(identifier)
    form, table = (AFTER, words.after) if rng.random() < _AFTER else (BEFORE, words.before)
    phrase = _bound(rng, identifier, table)
    if phrase is None:
        return None
    return point(phrase.pieces, {"form": form, **phrase.fields}, "open relative range", locale=identifier)


def _bounded(source: Source) -> Written | None:
    """From tomorrow until next Friday."""
    rng, identifier = source.rng, _locale_with_bounds(source)
    words = _words(identifier)
    start = _bound(rng, identifier, words.starts)
    end = _until_date(source, identifier) if rng.random() < _UNTIL_A_DATE else _bound(rng, identifier, words.ends)
    if start is None or end is None:
        return None
    return _written(
        [*of_start(start.pieces), (_space(identifier), NO_FIELD, ""), *of_end(end.pieces)], start, end, identifier
    )


def _between(source: Source) -> Written | None:
    """Between today and next week, tomorrow - Friday."""
    rng, identifier = source.rng, source.locale()
    words = _words(identifier)
    start, end = _expression(rng, identifier, words), _expression(rng, identifier, words)
    if start is None or end is None:
        return None
    pattern = pick(rng, (*words.between, "{a}" + _SIGNS(rng) + "{b}"))
    before, rest = pattern.split("{a}")
    between, behind = rest.split("{b}")
    pieces: list[Sided] = [
        (before, FORM, START),
        *of_start(start.pieces),
        (between, FORM, START),
        *of_end(end.pieces),
        (behind, FORM, START),
    ]
    return _written([piece for piece in pieces if piece[0]], start, end, identifier)


def _counted(source: Source) -> Written | None:
    """In 2-3 weeks."""
    identifier = source.locale()
    found = relative_writer(identifier).counted_twice(source.rng)
    if found is None:
        return None
    pieces, start, end = found
    return Written(pieces, Moment(form=RANGE, **start), "relative range", end=Moment(**end), locale=identifier)


_KINDS = Choice({_bounded: 55, _between: 30, _counted: 15})


def _written(pieces: list[Sided], start: RelativePhrase, end: RelativePhrase, identifier: str) -> Written | None:
    """The range, if its start is before its end; weekdays from one to another come each week."""
    if _is_bare_weekday(start.fields) and _is_bare_weekday(end.fields):
        return None
    if _days_from_now(start.fields) >= _days_from_now(end.fields):
        return None
    moment = Moment(form=RANGE, **start.fields)
    return Written(pieces, moment, "relative range", end=Moment(**end.fields), locale=identifier)


def _bound(rng: random.Random, identifier: str, table: Bounds) -> RelativePhrase | None:
    """A relative expression with the words that make a bound of it: "until Friday"."""
    if not table:
        return None
    keys = tuple(table)
    key = rng.choices(keys, [_WEIGHT_OF_ANY if key == ANY else 1 for key in keys])[0]
    pattern = pick(rng, table[key])
    if key == ANY:
        phrase = _expression(rng, identifier, _words(identifier))
        return phrase and RelativePhrase(fill(pattern, {"r": phrase.pieces}, FORM), phrase.fields)
    amount = key if isinstance(key, Amount) else None
    if "{" in pattern:
        return relative_writer(identifier).of_weekday(rng, pattern, amount, FORM)
    return RelativePhrase([(pattern, (*FORM, "amount", "unit"))], fields_of_amount(amount))


def _until_date(source: Source, identifier: str) -> RelativePhrase | None:
    """Until 5 May."""
    patterns = _words(identifier).ends.get(ANY, ())
    for _ in range(_TRIES if patterns else 0):
        phrase = next(source.dates)
        if phrase.locale == identifier and parse(phrase.pattern).states == _DAY_AND_MONTH:
            return RelativePhrase(fill(pick(source.rng, patterns), {"r": phrase.pieces}, FORM), fields_of(phrase))
    return None


def _expression(rng: random.Random, identifier: str, words: RelativeWords) -> RelativePhrase | None:
    """A relative expression that can be an end of a range."""
    phrase = relative_writer(identifier).write(rng)
    if phrase is None or not phrase.fields.keys() & {"amount", "weekday"} or _NO_END_STATES & phrase.fields.keys():
        return None
    if abs(int(phrase.fields.get("amount", "0"))) > _FARTHEST:
        return None
    text = "".join(piece for piece, _ in phrase.pieces)
    edge = _space(identifier)
    is_bare = not text.startswith(tuple(word + " " for word in words.no_bounds))
    return phrase if is_bare and not text.endswith(tuple(edge + word for word in words.no_bounds)) else None


def _days_from_now(fields: Stated) -> float:
    """About how many days from now a moment is; a date is after all else, as its year is the coming one."""
    if "amount" in fields:
        days = int(fields["amount"]) * _DAYS[fields["unit"]]
        return days + (int(fields["weekday"]) / 7 if fields.get("weekday", "").isdecimal() else 0)
    return _COMING_WEEKDAY if "weekday" in fields else float("inf")


def _is_bare_weekday(fields: Stated) -> bool:
    return fields.keys() == {"weekday"}


@functools.cache
def _words(identifier: str) -> RelativeWords:
    return language_of(identifier).relative if suits_script(identifier) else RelativeWords()


@functools.cache
def _space(identifier: str) -> str:
    """What is between two words of the language: a space, or nothing in Chinese and Japanese."""
    patterns = load(identifier.partition("_")[0]).ranges.between
    return "" if patterns and not any(" " in pattern for pattern in patterns) else " "


def _locale_with_bounds(source: Source) -> str:
    """A locale whose language's file says how relative expressions bound a range."""
    for _ in range(_TRIES):
        identifier = source.locale()
        if _words(identifier).after or _words(identifier).ends:
            return identifier
    return "en"

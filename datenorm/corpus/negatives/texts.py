"""Texts that state no date, of the kinds that a date reader meets: words, names, numbers, prices, impossible dates."""

import calendar
import functools
import itertools
import random
import re
import string
from collections.abc import Callable, Iterable, Iterator, Sequence

from babel import localedata
from babel.dates import tokenize_pattern
from babel.localedata import LocaleDataDict
from faker import Faker
from num2words import num2words

from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.negatives import tables
from datenorm.corpus.phrase import Choice, Example
from datenorm.tasks import DATE
from datenorm.text import canonicalize

MACHINE = DATE.machine(None)

_POOL = 300  # values of each provider in each locale: Faker is slow, and the patterns recombine them endlessly
_ENGLISH = 0.25  # of the examples: the language that is met most, and the one that other locales fall back to
_CASES: Choice[Callable[[str], str]] = Choice({str: 80, str.lower: 8, str.upper: 8, str.capitalize: 4})
_AROUND = Choice(
    {"{}": 93, '"{}"': 2, "({})": 1, "[{}]": 0.5, "{}.": 1, "{},": 0.5, "- {}": 0.5, "{}:": 0.5, "* {}": 0.5}
)
_COUNTS = Choice({(1, 9): 30, (10, 31): 25, (32, 99): 20, (100, 999): 15, (1000, 9999): 10})  # most counts are small
_GROUPED = Choice({"{:,}": 45, "{}": 35, "{:_}": 20})  # 1,000,000 and 1000000; the underscore becomes . or ' or a space
_ANY_LANGUAGE = 0.5  # of the weekdays and impossible dates: all that Babel has; the others are in Faker's larger ones
_SHORT_YEARS = 0.15  # of the impossible dates in numbers: 30.02.99
_FEWEST_NAMES = 50
_PASSWORD = string.ascii_letters + 3 * string.digits + "-_#$&*.!"
# What a text of no kind in particular is made of: words, names, initials and amounts, in any company.
_THINGS = Choice(
    {"{amount}": 40, "{word}": 14, "{translated}": 12, "{letters}": 10, "{initials}": 6, "{mash}": 3, "{label}": 5}
    | {"{first}": 3, "{last}": 4, "{city}": 3}
)
_JOINS = Choice(
    {" ": 58, "-": 8, "/": 5, "_": 4, ".": 4, ", ": 4, ":": 3, "": 3, " - ": 2, "=": 1.5, " & ": 1.5, " + ": 1, ": ": 1}
    | {"==": 0.5, " = ": 0.5, " / ": 0.5, " vs ": 0.5, " x ": 0.5, "*": 0.5, "@": 0.5, " > ": 0.5, "|": 0.5, "~": 0.5}
)
_AMOUNTS = Choice(
    {"{n}": 40, "%###": 12, "{n}.#": 8, "{n}.##": 12, "{n},##": 5, "{N}": 5, "0##": 3, "%/%": 2, "%.#.%": 3, "%:##": 2}
    | {"%####": 4, "#%##": 4}
)
_BEFORE_AMOUNT = Choice(
    {"": 62, "{sign}": 12, "?": 6, "??": 3, "{hash}": 2, "-": 3, "+": 3, "~": 2, "±": 1, ">": 1, "<": 1, "x": 1}
    | {"{sign} ": 2, "√": 0.3, "=": 0.7}
)
_AFTER_AMOUNT = Choice(
    {"": 52, "{unit}": 8, " {unit}": 8, "?": 8, "??": 4, "???": 2, "{pct}": 3, " {sign}": 3, " {code}": 3, "+": 2}
    | {"{ask}": 1, "!": 1, "²": 0.5, "½": 0.5, " ?": 2, "-": 1, "th": 0.5, "x": 0.5}
)
_CAPITALS = 0.85  # of the letters in plates and part numbers

# Days that no calendar has: the kind of mistake -> how often. The last two exist only in numbers.
_NO_NUMBERS = {"day 32": 15, "day 0": 5, "month 13": 8, "both": 2}
_NO_DAYS = {"31 June": 30, "30 February": 25, "29 February": 15}  # in training `dates` writes them
_MISTAKES, _UNSEEN_MISTAKES = Choice(_NO_NUMBERS), Choice(_NO_DAYS | _NO_NUMBERS)
_NUMBER_ORDERS = ("dmy", "dmy", "ymd", "mdy")
_NUMBER_SEPARATORS = ("-", "/", ".", ".", " ", ". ", " / ", " - ", "")
_NAMED_PATTERNS = (
    "{d} {m} {y}",
    "{d}. {m} {y}",
    "{m} {d}, {y}",
    "{m} {d} {y}",
    "{d} {m}, {y}",
    "{y} {m} {d}",
    "{d}-{m}-{y}",
    "{d}/{m}/{y}",
    "{d} de {m} de {y}",
    "{w}, {d} {m} {y}",
    "{w} {d} {m} {y}",
    "{d} {m}",
    "{m} {d}",
    "{d}. {m}",
    "{d} de {m}",
    "{d}{m}{y}",
)
_UNSEEN_NUMBERS = (
    "dated {}",
    "as of {}",
    "{} 12:00",
    "({})",
    "since {}",
    "{}?",
    "DOB {}",
    "né le {}",
    "geb. {}",
    "от {}",
)
_UNSEEN_NAMED_PATTERNS = (
    "{m}-{d}-{y}",
    "{y}, {d} {m}",
    "{d} {m} '{y}",
    "{y}/{m}/{d}",
    "{m} the {d}, {y}",
    "({d} {m} {y})",
)


def examples(faker: Faker, *, held_out: bool = False) -> Iterator[Example]:
    """Non-dates without end, kinds drawn by their weights.

    >>> faker = Faker(); faker.seed_instance(3)
    >>> next(examples(faker)).machine
    'XXXX-XX-XX'

    Args:
        faker: Its random generator draws everything: the same seed gives the same examples. Its locale does not matter.
        held_out: Write what training never shows: the held-out patterns and kinds, in Faker's held-out locales.

    Yields:
        Examples without spans, of at most 41 canonical characters, none of which `may_be_date`.
    """
    rng = faker.random
    patterns = {name: kind.patterns(held_out=held_out) for name, kind in tables.KINDS.items()}
    choose_kind = Choice({name: tables.KINDS[name].weight for name in patterns if patterns[name]})
    locales = tables.HELD_OUT_LOCALES if held_out else tables.LOCALES
    while True:
        kind = choose_kind(rng)
        pattern = rng.choice(patterns[kind])
        if kind == "impossible date":
            mistake = (_UNSEEN_MISTAKES if held_out else _MISTAKES)(rng)
            text = _impossible_date(rng, mistake, pattern, _language(rng, rng.choice(locales)))
        else:
            locale = "en_US" if not held_out and rng.random() < _ENGLISH else rng.choice(locales)
            text = _CASES(rng)(_fill(_Draw(rng, locale), pattern))
            if not held_out:
                text = _AROUND(rng).format(text)
        canonical = canonicalize(text)
        if canonical and len(canonical) <= DATE.Tx and not may_be_date(canonical):
            yield Example(text, MACHINE, {}, kind, pattern)


class _Draw:
    """The random generator and the locale of one example."""

    def __init__(self, rng: random.Random, locale: str) -> None:
        self.rng = rng
        self.locale = locale

    def provided(self, provider: str) -> str:
        return self.rng.choice(_pool(self.locale, provider))

    def renumbered(self, provider: str) -> str:
        """One of the pool with other digits: a form has few shapes and countless numbers."""
        return re.sub("[1-9]", lambda _: self.rng.choice("123456789"), self.provided(provider))

    def count(self) -> int:
        return self.rng.randint(*_COUNTS(self.rng))


@functools.cache
def _faker(locale: str) -> Faker:
    return Faker(locale)


@functools.cache
def _pool(locale: str, provider: str) -> tuple[str, ...]:
    """Values of the provider in the locale, or in English where it has none; the same in every process."""
    faker = _faker(locale)
    if (locale, provider) in tables.UNSTABLE or not hasattr(faker, provider):
        return _pool("en_US", provider)
    faker.seed_instance(f"{locale} {provider}")
    values = [str(getattr(faker, provider)()).replace("\n", ", ") for _ in range(_POOL)]
    return tuple(dict.fromkeys(values))


def _fill(draw: _Draw, pattern: str) -> str:
    written = []
    for literal, slot in _parse(pattern):
        if literal:
            written.append(
                "".join([_PLACEHOLDERS[mark](draw.rng) if mark in _PLACEHOLDERS else mark for mark in literal])
            )
        if slot:
            written.append(_SLOTS[slot](draw))
    return "".join(written)


@functools.cache
def _parse(pattern: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, slot) for literal, slot, _, _ in string.Formatter().parse(pattern))


def _letter(rng: random.Random) -> str:
    return rng.choice(string.ascii_uppercase if rng.random() < _CAPITALS else string.ascii_lowercase)


_PLACEHOLDERS: dict[str, Callable[[random.Random], str]] = {
    "#": lambda rng: rng.choice("0123456789"),
    "%": lambda rng: rng.choice("123456789"),
    "^": lambda rng: rng.choice("0123456789abcdef"),
    "?": _letter,
}


def _big_number(draw: _Draw) -> str:
    number = _GROUPED(draw.rng).format(int(10 ** draw.rng.uniform(3, 9)))
    return number.replace("_", draw.rng.choice(". '"))


def _mash(draw: _Draw) -> str:
    row = draw.rng.choice(
        ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщ", "фывапролдж", "qwertzasdfyxcv", "1q2w3e4r5t")
    )
    return "".join(draw.rng.choices(row, k=draw.rng.randrange(3, 11)))


def _any_script(draw: _Draw) -> str:
    start, stop = draw.rng.choice(tables.SCRIPTS)
    return "".join([chr(draw.rng.randint(start, stop)) for _ in range(draw.rng.randrange(2, 11))])


def _weekday(draw: _Draw) -> str:
    if draw.rng.random() < _ANY_LANGUAGE:
        return draw.rng.choice(_weekdays())
    days = _language(draw.rng, draw.locale, other=0)["days"]["format"]
    name: str = days[draw.rng.choice(("wide", "wide", "abbreviated"))][draw.rng.randrange(7)]
    return name


def _weekday_around(draw: _Draw) -> str:
    return draw.rng.choice(tables.WEEKDAYS_AROUND).replace("{}", _weekday(draw))


def _translated(draw: _Draw) -> str:
    return draw.rng.choice(_names(draw.rng.choice(_languages())))


@functools.cache
def _languages() -> tuple[str, ...]:
    """The languages that Babel names enough countries and languages in; of many it knows the months alone."""
    languages = sorted({identifier.partition("_")[0] for identifier in localedata.locale_identifiers()})
    return tuple(language for language in languages if len(_names(language)) >= _FEWEST_NAMES)


@functools.cache
def _names(language: str) -> tuple[str, ...]:
    """What a language calls countries, languages and currencies: words of its own."""
    data = localedata.load(language)
    names: dict[str, None] = {}
    for table in ("territories", "languages", "currency_names"):
        names.update(dict.fromkeys(data.get(table, {}).values()))
    return tuple(names)


def _thing(draw: _Draw) -> str:
    return _fill(draw, _THINGS(draw.rng))


def _amount(draw: _Draw) -> str:
    return _fill(draw, "".join([part(draw.rng) for part in (_BEFORE_AMOUNT, _AMOUNTS, _AFTER_AMOUNT)]))


def _letters(draw: _Draw) -> str:
    word = "".join(draw.rng.choices(string.ascii_lowercase, k=draw.rng.randrange(1, 7)))
    return _CASES(draw.rng)(word)


def _mixed(draw: _Draw) -> str:
    return "".join(draw.rng.choices(_PASSWORD, k=draw.rng.randrange(4, 14)))


def _initials(draw: _Draw) -> str:
    return "".join(_fill(draw, "?.") for _ in range(draw.rng.randrange(1, 4)))


def _one_of(table: Sequence[str]) -> Callable[[_Draw], str]:
    return lambda draw: draw.rng.choice(table)


def _from(provider: str) -> Callable[[_Draw], str]:
    return lambda draw: draw.provided(provider)


def _renumbered(provider: str) -> Callable[[_Draw], str]:
    return lambda draw: draw.renumbered(provider)


# Slot -> what it writes.
_SLOTS: dict[str, Callable[[_Draw], str]] = {
    "thing": _thing,
    "join": lambda draw: _JOINS(draw.rng),
    "amount": _amount,
    "letters": _letters,
    "mixed": _mixed,
    "initials": _initials,
    "n": lambda draw: str(draw.count()),
    "N": _big_number,
    "h": lambda draw: str(draw.rng.randrange(24)),
    "mm": lambda draw: f"{draw.rng.randrange(60):02d}",
    "octet": lambda draw: str(draw.rng.randrange(256)),
    "hash": lambda draw: "#",
    "ask": lambda draw: "?",
    "pct": lambda draw: draw.rng.choice(("%", " %", "%")),
    "sign": _one_of("$$$€€££¥₹₽₺₩₪฿₴₫"),
    "code": _one_of(tables.CURRENCIES),
    "label": _one_of(tables.LABELS),
    "unit": _one_of(tables.UNITS),
    "duration": _one_of(tables.DURATIONS),
    "relative": _one_of(tables.RELATIVE),
    "phrase": _one_of(tables.SENTENCES),
    "nothing": _one_of(tables.NOTHING),
    "book": _one_of(tables.BOOKS),
    "weekday": _weekday,
    "weekday around": _weekday_around,
    "mash": _mash,
    "random": _any_script,
    "emoji": lambda draw: "".join(draw.rng.choices(tables.EMOJI, k=draw.rng.randrange(1, 4))),
    "name": _from("name"),
    "first": _from("first_name"),
    "last": _from("last_name"),
    "company": _from("company"),
    "job": _from("job"),
    "city": _from("city"),
    "country": _from("country"),
    "color": _from("color_name"),
    "street": _from("street_name"),
    "word": _from("word"),
    "translated": _translated,
    "sentence": _from("sentence"),
    "catch": _from("catch_phrase"),
    "email": _from("free_email"),
    "domain": _from("domain_name"),
    "phone": _renumbered("phone_number"),
    "address": _renumbered("street_address"),
    "postcode": _renumbered("postcode"),
    "plate": _renumbered("license_plate"),
    "swift": _from("swift"),
    "mac": _renumbered("mac_address"),
    "uuid": _renumbered("uuid4"),
    "isbn": _renumbered("isbn13"),
    "ean": _renumbered("ean13"),
    "iban": _renumbered("iban"),
    "card": _renumbered("credit_card_number"),
    "hex": _from("hex_color"),
    "path": _from("file_path"),
    "host": _from("hostname"),
    "ipv6": _from("ipv6"),
    "cryptocurrency": _from("cryptocurrency_name"),
    "bs": _from("bs"),
    "buzz": _from("language_name"),
}


def _impossible_date(rng: random.Random, mistake: str, form: str, locale: LocaleDataDict) -> str:
    """A date of a day that no calendar has, in numbers or with the month's name."""
    in_numbers = form.startswith("numbers")
    year, month, day = _no_day(rng, mistake, in_numbers=in_numbers)
    if in_numbers:
        order, separator = rng.choice(_NUMBER_ORDERS), rng.choice(_NUMBER_SEPARATORS)
        width = 2 if not separator or rng.random() < 0.6 else 1
        short = rng.random() < _SHORT_YEARS
        parts = {"d": f"{day:0{width}d}", "m": f"{month:0{width}d}", "y": f"{year % 100:02d}" if short else str(year)}
        text = separator.join(parts[part] for part in order)
        return text if form == "numbers" else rng.choice(_UNSEEN_NUMBERS).format(text)
    if form == "locale's own":
        pattern = locale["date_formats"][rng.choice(("medium", "long", "full"))].pattern
    else:
        pattern = rng.choice(_NAMED_PATTERNS if form == "named month" else _UNSEEN_NAMED_PATTERNS)
        names = locale["months"]["format"][rng.choice(("wide", "wide", "abbreviated"))]
        weekday = locale["days"]["format"]["wide"][rng.randrange(7)] if "{w}" in pattern else ""
        return _CASES(rng)(pattern.format(d=day, m=names[month], y=year, w=weekday))
    numbers = {"y": year, "d": day, "M": month, "L": month}
    written = []
    for kind, value in tokenize_pattern(pattern):
        letter, count = value if kind == "field" else ("", 0)
        if letter in ("M", "L") and count > 2:
            written.append(locale["months"]["format"]["wide" if count > 3 else "abbreviated"][month])
        elif letter in ("E", "c"):
            written.append(locale["days"]["format"]["wide" if count > 3 else "abbreviated"][rng.randrange(7)])
        elif letter in numbers:
            written.append(str(numbers[letter]).zfill(count))
        elif not letter:
            written.append(value)
    return "".join(written)


def _no_day(rng: random.Random, mistake: str, *, in_numbers: bool) -> tuple[int, int, int]:
    """Year, month and day, of which the calendar has no such combination."""
    year, month, day = rng.randrange(1850, 2100), rng.randrange(1, 13), rng.randrange(1, 32)
    if mistake == "31 June":
        return year, rng.choice((4, 6, 9, 11)), 31
    if mistake == "30 February":
        return year, 2, rng.choice((30, 31))
    if mistake == "29 February":
        return year + calendar.isleap(year), 2, 29
    if mistake == "day 32" or (mistake != "day 0" and not in_numbers):
        return year, month, rng.choice((32, 33, 35, 40, 45, 50, 60, 77, 99, rng.randrange(32, 100)))
    if mistake == "day 0":
        return year, month, 0
    month = rng.choice((0, rng.randrange(13, 100)))
    return (year, month, day) if mistake == "month 13" else (rng.choice((year, 9999)), month, rng.randrange(32, 100))


def _language(rng: random.Random, locale: str, other: float = _ANY_LANGUAGE) -> LocaleDataDict:
    """Babel's data for the language of Faker's locale, or as often as `other` says for any language at all."""
    language = locale.partition("_")[0]
    if rng.random() < other or not localedata.exists(language):
        return rng.choice(_babel_locales())
    return locale_data(language)


@functools.cache
def _babel_locales() -> tuple[LocaleDataDict, ...]:
    return tuple(map(locale_data, sorted(localedata.locale_identifiers())))


@functools.cache
def _weekdays() -> tuple[str, ...]:
    """The names of the weekdays in all languages, each once."""
    names: Iterator[str] = (
        locale["days"][context][width][day]
        for locale in _babel_locales()
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for day in range(7)
    )
    return tuple(dict.fromkeys(names))


# What may_be_date looks for. A word is whatever stands between spaces, digits and punctuation, in any script.
_WORDS = re.compile(r"[^\s\d.,;:!?/()'\"_-]+")
_GROUPS = re.compile(r"\d+(?:(?:\s?[.,/-]\s?|\s)\d+)*")
_PARTS = re.compile(r"\d+")
_TIMES_AND_SIZES = re.compile(r"\d+(?:\s?[:x×]\s?\d+)+(?:\.\d+)?")
_LAST_WORD = re.compile(r"([^\s\d.,;:!?/()'\"_#-]+|[#])[\s.:(-]*$")
_NEXT_WORD = re.compile(r"[\s-]?(%|[^\s\d.,;:!?/()'\"_-]+)")
_ATTACHED = re.compile(r"[^\W\d_][-_/#]?$")
_ALONE = re.compile(r"\W*(?:the |den |le |el )?\d{1,2}\W?\s?(?:st|nd|rd|th|er|ère|e|o|a|te|ter|ten)?\W*")
_ROMAN_MONTH = re.compile(r"\b\d{1,2}\s?[ ./-]\s?[ivx]+\b(?!\s?\d{1,3}\b)|\b[ivx]+[./-]\d")
_IDEOGRAPHS = re.compile(
    r"[\d〇零一二三四五六七八九十百千]\s?[年月日號号년월일](?![前後后間间])|元年|令和|平成|昭和|大正|明治|民[国國]|พ\.?ศ"
)
_ERA = re.compile(r"\b[mtshr]\d{1,2}[./-]\d{1,2}\b|\d{4}-?w\d")
_VERSIONED = frozenset({"v", "ver", "version", "python", "release", "firmware"})
_YEARS = range(1000, 3000)  # a number of four digits that is read as a year where nothing says otherwise


def may_be_date(text: str) -> bool:
    """Whether some reader might find a date, or a part of one, in this canonical text.

    >>> may_be_date("20/11"), may_be_date("page 3 of 10"), may_be_date("31 april 2013"), may_be_date("second of may")
    (True, False, False, True)

    Rather yes than no: it keeps dates out of the non-dates, and must not be used to find them. A number is harmless
    where a word or sign around it says what it counts ("page", "kg", "$") or it is part of a word ("a320"). Other
    numbers are dates where any order of them is a day that the calendar has, or a year, or a day or year and a month.
    A month's name in any language is a date unless there is a word that no date has, or a day that the month has not.
    """
    words = _WORDS.findall(text)
    months = [_months()[word] for word in words if word in _months()]
    if not months and not any(map(str.isdigit, text)):
        return bool(_IDEOGRAPHS.search(text))
    if _ALONE.fullmatch(text) or _ROMAN_MONTH.search(text) or _ERA.search(text):
        return True
    groups = list(_free_groups(_TIMES_AND_SIZES.sub(" ; ", text)))
    if months:
        return _fits_month(frozenset().union(*months), list(itertools.chain(*groups)), words)
    if _IDEOGRAPHS.search(text):
        numbers = _PARTS.findall(text)
        return len(numbers) != 3 or _is_date(numbers)
    has_weekday = not _weekday_words().isdisjoint(words)
    return any(_is_date(group) or (has_weekday and int(group[0]) <= 31) for group in groups)


def _free_groups(text: str) -> Iterator[list[str]]:
    """The numbers between which stand only separators, where no word or sign says what they are numbers of."""
    for group in _GROUPS.finditer(text):
        before, after = text[: group.start()], text[group.end() :]
        label, unit = _LAST_WORD.search(before), _NEXT_WORD.match(after)
        part_of_word = _ATTACHED.search(before)
        numbers = _PARTS.findall(group.group().partition(" ")[2] if part_of_word else group.group())
        is_labelled = label is not None and label[1] in _carriers()[0] and _can_follow(label[1], numbers)
        is_counted = unit is not None and unit[1] in _carriers()[1]
        if numbers and not is_labelled and not is_counted:
            yield numbers


def _can_follow(label: str, numbers: Sequence[str]) -> bool:
    """Whether such numbers after a label are no date: "invoice 5.12.2013" is dated, "version 5.12.3" is not."""
    if len(numbers) < 3:
        return all(int(number) not in _YEARS for number in numbers) or len(numbers) == 1 or not _is_date(numbers)
    return label in _VERSIONED


def _is_date(numbers: Sequence[str]) -> bool:
    if len(numbers) == 1:
        return _is_date_in_one(numbers[0])
    if len(numbers) == 2:
        return _is_part_of_date(*numbers) or _is_part_of_date(*reversed(numbers))
    if len(numbers) > 3:
        windows = zip(numbers, numbers[1:], numbers[2:], strict=False)
        return any(_is_date(window) for window in windows if any(len(number) == 4 for number in window))
    return any(
        len(year) != 3 and len(month) < 3 and len(day) < 3 and _exists(int(year), int(month), int(day))
        for year, month, day in itertools.permutations(numbers)
    )


def _is_date_in_one(number: str) -> bool:
    if len(number) == 4:
        return int(number) in _YEARS
    if len(number) == 6 and int(number[:4]) in range(1800, 2200) and 1 <= int(number[4:]) <= 12:
        return True
    if len(number) not in (6, 8):
        return False
    cuts = ((0, 4, 6, 8), (0, 2, 4, 8)) if len(number) == 8 else ((0, 2, 4, 6),)
    return any(_is_date([number[start:stop] for start, stop in itertools.pairwise(cut)]) for cut in cuts)


def _is_part_of_date(one: str, other: str) -> bool:
    """Whether the first can be a month or a year, and the second its day or month or the end of a span of years."""
    if len(one) == 4 and int(one) in _YEARS:
        return len(other) < 3 or int(other) in _YEARS
    return len(one) < 3 and len(other) < 3 and 1 <= int(one) <= 12


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _days(month, year)


def _days(month: int, year: int = 2000) -> int:
    return calendar.monthrange(2000 + year % 400, month)[1]


def _fits_month(months: Iterable[int], numbers: Sequence[str], words: Sequence[str]) -> bool:
    years = [int(number) for number in numbers if len(number) > 2]
    days = [int(number) for number in numbers if len(number) < 3]
    if not numbers:
        return all(len(word) < 3 or word in _months() or word in _weekday_words() or word in _said() for word in words)
    if not days or (len(days) == 1 and not years and not 30 <= days[0] <= 31):
        return True
    year = years[0] if years else 2000
    return any(1 <= day <= _days(month, year) for day in days for month in months)


@functools.cache
def _months() -> dict[str, frozenset[int]]:
    """Canonical word -> the months that it means in some language; of names of several words, the longest."""
    found: dict[str, set[int]] = {}
    for locale in _babel_locales():
        for context, width in itertools.product(("format", "stand-alone"), ("wide", "abbreviated")):
            for month, name in locale["months"][context][width].items():
                word = max(_WORDS.findall(canonicalize(name)), key=len, default="")
                if len(word) > 1 + word.isascii():
                    found.setdefault(word, set()).add(month)
    # What some small language calls a month; everybody else reads a weekday.
    for name in itertools.chain(
        *(locale_data("en")["days"]["format"][width].values() for width in ("wide", "abbreviated"))
    ):
        found.pop(canonicalize(name), None)
    return {word: frozenset(months) for word, months in found.items()}


@functools.cache
def _weekday_words() -> frozenset[str]:
    words = (canonicalize(name).strip(".") for name in _weekdays())
    return frozenset(word for word in words if len(word) > 1 + word.isascii())


@functools.cache
def _said() -> frozenset[str]:
    """Words that stand in dates beside the month: English ordinals and numbers, and what joins them."""
    forms = (num2words(day, to=kind) for day in range(1, 32) for kind in ("ordinal", "cardinal"))
    return frozenset(_WORDS.findall(" ".join(forms))) | frozenset("the year anno day date dated del den der".split())


@functools.cache
def _carriers() -> tuple[frozenset[str], frozenset[str]]:
    """The words that make a number after them, and before them, one of something else than days and years."""
    before = {_LAST_WORD.search(canonicalize(label)) for label in (*tables.LABELS, *tables.CURRENCIES, *tables.BOOKS)}
    labels = {found[1] for found in before if found} | set("#§$€£¥₹₽₺₩₪฿₴₫~<>±∞") | {"v", "ios"}
    after = {_NEXT_WORD.match(canonicalize(unit)) for unit in (*tables.UNITS, *tables.DURATIONS, *tables.CURRENCIES)}
    units = {found[1] for found in after if found} | set("$€£¥₹₽₺₩₪฿₴₫°") | {"of", "von", "из", "sur", "de"}
    return frozenset(labels - _months().keys()), frozenset(units - _months().keys())

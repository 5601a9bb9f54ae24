"""The slots of texts without a date: what each writes, from the tables, from Faker and from Babel."""

import functools
import random
import string
from collections.abc import Callable, Sequence

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.names import cldr_months, month_of
from datenorm.corpus.locales.near_names import near_months
from datenorm.corpus.negatives import tables
from datenorm.corpus.negatives.babel_words import ANY_LANGUAGE, language_of, languages, names_in, weekdays
from datenorm.corpus.negatives.draw import Draw, pool
from datenorm.corpus.negatives.language_words import words
from datenorm.corpus.phrase import Choice

CASES: Choice[Callable[[str], str]] = Choice({str: 80, str.lower: 8, str.upper: 8, str.capitalize: 4})
_GROUPED = Choice({"{:,}": 45, "{}": 35, "{:_}": 20})  # 1,000,000 and 1000000; the underscore becomes . or ' or a space
_PASSWORD = string.ascii_letters + 3 * string.digits + "-_#$&*.!"
# Parts of a text of no kind in particular.
_THINGS = Choice(
    {"{amount}": 40, "{word}": 14, "{translated}": 12, "{letters}": 10, "{initials}": 6, "{mash}": 3, "{label}": 5}
    | {"{first}": 3, "{last}": 4, "{city}": 3, "{roman}": 3, "{formula}": 1}
)
_JOINS = Choice(
    {" ": 58, "-": 8, "/": 5, "_": 4, ".": 4, ", ": 4, ":": 3, "": 3, " - ": 2, "=": 1.5, " & ": 1.5, " + ": 1, ": ": 1}
    | {"==": 0.5, " = ": 0.5, " / ": 0.5, " vs ": 0.5, " x ": 0.5, "*": 0.5, "@": 0.5, " > ": 0.5, "|": 0.5, "~": 0.5}
)
_AMOUNTS = Choice(
    {"{n}": 40, "%###": 12, "{n}.#": 8, "{n}.##": 12, "{n},##": 5, "{N}": 5, "0##": 3, "%/%": 2, "%.#.%": 3, "%:##": 2}
    | {"{n}.%.%": 1.5, "%####": 4, "#%##": 4, "%/%##": 1, "%##/%": 1}
)
_BEFORE_AMOUNT = Choice(
    {"": 62, "{sign}": 12, "?": 6, "??": 3, "{hash}": 2, "-": 3, "+": 3, "~": 2, "±": 1, ">": 1, "<": 1, "x": 1}
    | {"{sign} ": 2, "√": 0.3, "=": 0.7}
)
_AFTER_AMOUNT = Choice(
    {"": 52, "{unit}": 8, " {unit}": 8, "?": 8, "??": 4, "???": 2, "{pct}": 3, " {sign}": 3, " {code}": 3, "+": 2}
    | {"{ask}": 1, "!": 1, "²": 0.5, "½": 0.5, " ?": 2, "-": 1, "th": 0.5, "x": 0.5}
)
_ROMANS = "I II II III III III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split()
_ELEMENTS = (
    "H H He Li B C C C N N O O O F Ne Na Na Mg Al Si P S S Cl Cl Ar K Ca Ti V Cr Mn Fe Co Ni Cu Zn Br Ag Sn I Ba Au Pb"
).split()
_ATOMS = Choice({"": 50, "2": 20, "3": 14, "4": 10, "5": 2, "6": 4, "7": 2, "10": 1, "12": 2})
_GROUPS_OF_ATOMS = Choice({"": 80, "(OH)2": 4, "(NO3)2": 4, "(SO4)3": 4, "·5H2O": 2, "CO2H": 2, "+": 2, "-": 2})
_UNSEEN_FORMULAS = frozenset({"NaHCO3"})
# Words in the place of a month, and how many of their letters are kept, as of a month's short name; 0 keeps all.
_MISPLACED = Choice({"{translated}": 50, "{word}": 35, "{last}": 5, "{city}": 5, "{label}": 5})
_CUT = Choice({0: 60, 3: 22, 4: 12, 5: 6})
_LIKE_A_MONTH = 0.3  # of the invented words begin as a month does: "Marzipan" is no March, and no slip of it
_CAPITALS = 0.85  # of the letters in plates and part numbers


def fill(draw: Draw, pattern: str) -> str:
    """The pattern with a text in each of its slots, and a character for each of its placeholders.

    Args:
        draw: Draws everything.
        pattern: As `kinds` describes them.
    """
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
"""Placeholder -> what it writes."""


def _big_number(draw: Draw) -> str:
    number = _GROUPED(draw.rng).format(int(10 ** draw.rng.uniform(3, 9)))
    return number.replace("_", draw.rng.choice(". '"))


def _mash(draw: Draw) -> str:
    row = draw.rng.choice(
        ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщ", "фывапролдж", "qwertzasdfyxcv", "1q2w3e4r5t")
    )
    return "".join(draw.rng.choices(row, k=draw.rng.randrange(3, 11)))


def _any_script(draw: Draw) -> str:
    start, stop = draw.rng.choice(tables.SCRIPTS)
    return "".join([chr(draw.rng.randint(start, stop)) for _ in range(draw.rng.randrange(2, 11))])


def _weekday(draw: Draw) -> str:
    if draw.rng.random() < ANY_LANGUAGE:
        return draw.rng.choice(weekdays())
    days = language_of(draw.rng, draw.locale, other=0)["days"]["format"]
    name: str = days[draw.rng.choice(("wide", "wide", "abbreviated"))][draw.rng.randrange(7)]
    return name


def _weekday_around(draw: Draw) -> str:
    return draw.rng.choice(words("around_weekdays")).replace("{}", _weekday(draw))


def _translated(draw: Draw) -> str:
    return draw.rng.choice(names_in(draw.rng.choice(languages())))


def _thing(draw: Draw) -> str:
    return fill(draw, _THINGS(draw.rng))


def _amount(draw: Draw) -> str:
    return fill(draw, "".join([part(draw.rng) for part in (_BEFORE_AMOUNT, _AMOUNTS, _AFTER_AMOUNT)]))


def _letters(draw: Draw) -> str:
    word = "".join(draw.rng.choices(string.ascii_lowercase, k=draw.rng.randrange(1, 7)))
    return CASES(draw.rng)(word)


def _mixed(draw: Draw) -> str:
    return "".join(draw.rng.choices(_PASSWORD, k=draw.rng.randrange(4, 14)))


def _initials(draw: Draw) -> str:
    return "".join(fill(draw, "?.") for _ in range(draw.rng.randrange(1, 4)))


def _formula(draw: Draw) -> str:
    """A molecule, or what looks like one. Many do not exist, but nobody reads a date in them."""
    atoms = draw.rng.choices(_ELEMENTS, k=draw.rng.randrange(2, 5))
    formula = "".join([atom + _ATOMS(draw.rng) for atom in atoms]) + _GROUPS_OF_ATOMS(draw.rng)
    return _formula(draw) if formula in _UNSEEN_FORMULAS else formula


def _misplaced(draw: Draw) -> str:
    while True:
        word = draw.rng.choice(fill(draw, _MISPLACED(draw.rng)).split() or [""]).strip(".,;:()'\"")
        length = _CUT(draw.rng)
        if length and len(word) > length:
            word = word[:length] + draw.rng.choice(("", "", "."))
        if word.isalpha() and month_of(word) is None:
            return word


def _invented(draw: Draw) -> str:
    """A word of no table: the front of a word, or of a month's name, with the end of another word."""
    while True:
        candidates = draw.rng.choice(
            (pool(draw.locale, "word"), pool(draw.locale, "last_name"), names_in(draw.rng.choice(languages())))
        )
        front, end = (draw.rng.choice(candidates).split()[-1] for _ in range(2))
        if draw.rng.random() < _LIKE_A_MONTH:
            front = _month_names()(draw.rng)
        word = front[: draw.rng.randint(1, 4)] + end[len(end) // 2 :]
        if word.isalpha() and not any(near_months(canonicalize(word))) and month_of(word) is None:
            return word


@functools.cache
def _month_names() -> Choice[str]:
    return Choice({name: max(months.values()) for name, months in cldr_months().items()})


def _one_of(table: Sequence[str]) -> Callable[[Draw], str]:
    return lambda draw: draw.rng.choice(table)


def _said(kind: str) -> Callable[[Draw], str]:
    """What a slot writes of one kind of words, in any language."""
    return lambda draw: draw.rng.choice(words(kind))


def _from(provider: str) -> Callable[[Draw], str]:
    return lambda draw: draw.provided(provider)


def _renumbered(provider: str) -> Callable[[Draw], str]:
    return lambda draw: draw.renumbered(provider)


_SLOTS: dict[str, Callable[[Draw], str]] = {
    "thing": _thing,
    "join": lambda draw: _JOINS(draw.rng),
    "amount": _amount,
    "letters": _letters,
    "misplaced": _misplaced,
    "invented": _invented,
    "day": lambda draw: str(draw.rng.randrange(1, 32)),
    "late": lambda draw: str(draw.rng.randrange(3000, 10_000)),
    "mixed": _mixed,
    "initials": _initials,
    "roman": _one_of(_ROMANS),
    "formula": _formula,
    "n": lambda draw: str(draw.count()),
    "N": _big_number,
    "h": lambda draw: str(draw.rng.randrange(24)),
    "mm": lambda draw: f"{draw.rng.randrange(60):02d}",
    "octet": lambda draw: str(draw.rng.randrange(256)),
    "hash": lambda draw: "#",
    "ask": lambda draw: "?",
    "pct": lambda draw: draw.rng.choice(("%", " %", "%")),
    "sign": _one_of(tables.SIGNS),
    "code": _one_of(tables.CURRENCIES),
    "label": _said("before_numbers"),
    "unit": _said("units"),
    "duration": _said("durations"),
    "relative": _said("relative_days"),
    "phrase": _said("sentences"),
    "nothing": _said("no_answers"),
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
"""Slot -> what it writes."""

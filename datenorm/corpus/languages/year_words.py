"""Years in words, in the languages whose words we trust: calculated, mostly by num2words."""

import functools
from collections.abc import Callable

from num2words import num2words

from datenorm.corpus.languages.load import Language, load

_SPELLED = range(1500, 2101)  # nobody spells out the others
_NUM2WORDS = {"nb": "no", "nn": "no"}  # where num2words has another code

Words = tuple[str, ...]
"""What a year is called, likelier forms more than once; empty where nobody spells it out."""


@functools.cache
def years(code: str) -> Callable[[int], Words]:
    """What the language calls the years, by number; nothing outside 1500-2100.

    >>> years("pl")(1979)
    ('tysiąc dziewięćset siedemdziesiąt dziewięć',)

    Raises:
        ValueError: The language's file names a rule that is not in `RULES`.
    """
    language = load(code)
    if language.year_words and language.year_words not in RULES:
        rules = ", ".join(RULES)
        raise ValueError(f"{code}.toml: year_words: expected one of {rules}. Received: {language.year_words!r}")

    @functools.cache
    def said(year: int) -> Words:
        return RULES[language.year_words](year, language) if language.year_words and year in _SPELLED else ()

    return said


def _say(number: int, code: str, to: str = "cardinal", **more: str) -> str:
    return str(num2words(number, lang=_NUM2WORDS.get(code, code), to=to, **more))


def _cardinal(year: int, language: Language) -> Words:
    return (_say(year, language.code),)


def _year(year: int, language: Language) -> Words:
    """As num2words says a year of the language: nineteen hundred and so on."""
    return (_say(year, language.code, "year"),)


def _arabic(year: int, language: Language) -> Words:
    """As num2words has it, and in the case that follows "in the year"."""
    counted = "ألفان" if year == 2000 else _say(year, "ar").replace(" و ", " و")
    return counted, counted.replace("ألفان", "ألفين").replace("اثنان", "اثنين").replace("ون", "ين")


def _dutch(year: int, language: Language) -> Words:
    apart = _say(year, "nl", "year")
    return apart, apart.replace(" ", "")


def _english(year: int, language: Language) -> Words:
    pairs = _say(year, "en", "year")
    count = _say(year, "en")
    forms = [pairs, pairs.replace("-", " ")] * 2
    if 2000 <= year < 2100 or not year % 1000:
        forms += [count, count.replace("-", " "), count.replace(" and ", " ").replace("-", " ")]
    elif 1100 <= year < 2000 and year % 100:
        hundreds, rest = divmod(year, 100)
        forms.append(f"{_say(hundreds, 'en')} hundred and {_say(rest, 'en')}".replace("-", " "))
    return tuple(forms)


def _finnish(year: int, language: Language) -> Words:
    apart = _say(year, "fi")
    return tuple(dict.fromkeys((apart.replace(" ", ""), apart)))


def _french(year: int, language: Language) -> Words:
    counted = _say(year, "fr")
    return counted, counted.replace("-", " ")


def _german(year: int, language: Language) -> Words:
    together = _say(year, "de", "year")
    return together, together, together.replace("tausend", " tausend ").replace("hundert", " hundert ").strip()


def _hungarian(year: int, language: Language) -> Words:
    counted = _say(year, "hu")
    return (counted, counted.replace("kétezer", "kettőezer")) if year >= 2000 else (counted,)


def _hundreds(year: int, language: Language) -> Words:
    """In hundreds up to the twentieth: nineteen hundred and ninety, two thousand ten."""
    hundreds, rest = divmod(year, 100)
    words = language.number_words
    heads = language.millennium_words if hundreds == 20 else (words[hundreds - 1] + language.century_word,)
    return tuple(f"{head} {words[rest - 1]}" if rest else head for head in heads)


def _russian(year: int, language: Language) -> Words:
    return (_say(year, "ru", "ordinal", case="g"),)


def _swedish(year: int, language: Language) -> Words:
    hundreds, rest = divmod(year, 100)
    counted = f"{_say(hundreds, 'sv')}hundra{_say(rest, 'sv') if rest else ''}"
    pairs = (_say(hundreds, "sv") + _say(rest, "sv"),) if rest >= 10 else ()
    return (counted, *pairs, _say(year, "sv")) if year >= 2000 else (counted, counted, *pairs)


def _turkish(year: int, language: Language) -> Words:
    """As num2words joins the words, as on cheques, and in separate words, as people write."""
    numbers = ("", *language.number_words)
    thousands, rest = divmod(year, 1000)
    hundreds, rest = divmod(rest, 100)
    words = ["bin" if thousands == 1 else f"{numbers[thousands]} bin"]
    words += ["yüz" if hundreds == 1 else f"{numbers[hundreds]} yüz"] if hundreds else []
    return tuple(dict.fromkeys((_say(year, "tr"), " ".join([*words, numbers[rest]]).strip())))


def _ukrainian(year: int, language: Language) -> Words:
    ordinal = _say(year, "uk", "ordinal")
    return (ordinal[:-2] + ("ього" if ordinal.endswith("ій") else "ого"),)


def _vietnamese(year: int, language: Language) -> Words:
    """As a number, with and without the hundreds of 2013, and digit by digit."""
    hundreds, rest = divmod(year % 1000, 100)
    parts = [f"{language.digit_words[year // 1000]} nghìn"]
    if hundreds:
        parts.append(f"{language.digit_words[hundreds]} trăm")
    if rest:
        parts.append(f"linh {language.digit_words[rest]}" if rest < 10 else _say(rest, "vi"))
    counted = " ".join(parts)
    full = counted.replace("nghìn", "nghìn không trăm") if rest and not hundreds else counted
    digits = " ".join(language.digit_words[int(digit)] for digit in str(year))
    return counted, counted.replace("nghìn", "ngàn"), full, full.replace("linh", "lẻ"), digits, digits


def _welsh(year: int, language: Language) -> Words:
    """1995 as "mil naw naw pump", 2021 as "dwy fil dau ddeg un" or, by twenties, "dwy fil un ar hugain"."""
    digits = language.digit_words
    thousands, rest = divmod(year, 1000)
    if thousands == 1:
        return ("mil " + " ".join(digits[int(digit)] for digit in f"{rest:03d}"),)
    if rest == 0 or rest >= 100:
        return ("dwy fil",) if rest == 0 else ()
    tens, ones = divmod(rest, 10)
    ten = {0: "", 1: "un deg", 2: "dau ddeg"}.get(tens, f"{digits[tens]} deg")
    decimal = " ".join(part for part in (ten, digits[ones] if ones else "") if part)
    joined = "a deg" if rest == 10 else "ac ugain" if rest == 20 else decimal
    return f"dwy fil {decimal}", f"dwy fil {joined}", _say(year, "cy")


RULES: dict[str, Callable[[int, Language], Words]] = {
    "cardinal": _cardinal,
    "year": _year,
    "hundreds": _hundreds,
    "Arabic": _arabic,
    "Dutch": _dutch,
    "English": _english,
    "Finnish": _finnish,
    "French": _french,
    "German": _german,
    "Hungarian": _hungarian,
    "Russian": _russian,
    "Swedish": _swedish,
    "Turkish": _turkish,
    "Ukrainian": _ukrainian,
    "Vietnamese": _vietnamese,
    "Welsh": _welsh,
}
"""The rules that a language's `year_words` can name: one of the first three, or what one language alone needs."""

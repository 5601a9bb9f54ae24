"""Numerals: numbers in Chinese characters, months and years in Roman digits."""

import random

ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_ROMAN_DIGITS = (
    *(("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50)),
    *(("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)),
)
_FEWEST_ROMAN = 4  # "MM" and "MIX" are not years to anybody

_PLAIN = "〇一二三四五六七八九"
_CIRCLES = "〇〇〇零○"  # 0 in a year: the ideographic zero, the full character, a circle
_CAPITAL = "零壹贰叁肆伍陆柒捌玖"  # the forms of cheques and contracts, simplified and
_CAPITAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"  # traditional

CHARACTERS = (_PLAIN, _CIRCLES, _CAPITAL, _CAPITAL_TRADITIONAL, "十廿卅拾百千两兩")
"""All characters of the Chinese numbers here."""


def roman_year(year: int) -> str:
    """The year as on buildings and in credits, such as MCMLXXIX; '' outside 1400-2100, and where it is short.

    >>> roman_year(1994)
    'MCMXCIV'
    """
    if not 1400 <= year <= 2100:
        return ""
    text = ""
    for sign, value in _ROMAN_DIGITS:
        count, year = divmod(year, value)
        text += sign * count
    return text if len(text) >= _FEWEST_ROMAN else ""


def chinese_digits(number: int, rng: random.Random) -> str:
    """A number digit by digit, such as 二〇一三."""
    zero = _CIRCLES[int(rng.random() * len(_CIRCLES))]
    return "".join(_PLAIN[int(digit)] for digit in str(number)).replace("〇", zero)


def chinese_number(number: int, digits: str = _PLAIN, ten: str = "十", one: str = "") -> str:
    """A number below 100, such as 二十五, 十 or 五; `one` is what a lone ten begins with."""
    tens, ones = divmod(number, 10)
    text = (one if tens == 1 else digits[tens] if tens else "") + (ten if tens else "")
    return text + (digits[ones] if ones else "")


def short_twenties(number: int) -> str:
    """The same with 廿 and 卅, as on calendars: 廿五, 卅一."""
    tens, ones = divmod(number, 10)
    if tens < 2 or number == 20:
        return "廿" if number == 20 else chinese_number(number)
    return ("廿" if tens == 2 else "卅") + (_PLAIN[ones] if ones else "")


def counted_year(year: int, rng: random.Random) -> str:
    """The year as a quantity, such as 两千零四 or 一千九百八十七; '' outside 1000-2999."""
    if not 1000 <= year <= 2999:
        return ""
    thousands, rest = divmod(year, 1000)
    hundreds, rest = divmod(rest, 100)
    text = "一千" if thousands == 1 else "两千" if rng.random() < 0.7 else "兩千" if rng.random() < 0.5 else "二千"
    if hundreds:
        text += _PLAIN[hundreds] + "百"
    if not rest:
        return text
    if rest < 10 or not hundreds:
        text += "零"
    # 2015 is 两千零一十五 and, to many, 两千零十五.
    return text + chinese_number(rest, one="一" if hundreds or rng.random() < 0.5 else "")


def japanese_counted_year(year: int) -> str:
    """The year as Japanese counts it, such as 二千三 or 千九百八十七; '' outside 1000-2999."""
    if not 1000 <= year <= 2999:
        return ""
    thousands, rest = divmod(year, 1000)
    hundreds, rest = divmod(rest, 100)
    text = ("" if thousands == 1 else "二") + "千"
    if hundreds:
        text += ("" if hundreds == 1 else _PLAIN[hundreds]) + "百"
    return text + (chinese_number(rest) if rest else "")


def capital_year(year: int, rng: random.Random) -> str:
    """The year in the characters of contracts, such as 贰零壹叁."""
    digits = _CAPITAL if rng.random() < 0.6 else _CAPITAL_TRADITIONAL
    return "".join(digits[int(digit)] for digit in str(year))


def capital_number(number: int, rng: random.Random) -> str:
    """A day or month in the characters of contracts, such as 壹拾伍 or 零贰."""
    digits = _CAPITAL if rng.random() < 0.6 else _CAPITAL_TRADITIONAL
    text = chinese_number(number, digits, "拾", "壹")
    return "零" + text if number < 10 and rng.random() < 0.5 else text

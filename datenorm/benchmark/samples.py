"""Samples: columns of dates in 15 languages to measure on, written from a seed without the corpus and its libraries.

The benchmark runs where the libraries of training are not installed. So the names and patterns, which are CLDR's, are
written out here.
"""

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence

_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2099, 12, 31)


@dataclasses.dataclass(frozen=True)
class Language:
    """How a language writes dates, by CLDR.

    Attributes:
        months: The names for `{MMMM}`, from January on, in the grammatical case that they have in a date.
        short_months: The names for `{MMM}`.
        patterns: Patterns of whole dates, CLDR's long one first. `{d}` and `{M}` are without a leading zero, `{dd}`
            and `{MM}` with one, `{y}` has four digits.
    """

    months: Sequence[str]
    short_months: Sequence[str]
    patterns: Sequence[str]


def _language(months: str, short_months: str, *patterns: str) -> Language:
    return Language(months.split(), short_months.split(), patterns)


LANGUAGES = {
    "en": _language(
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        *("{MMMM} {d}, {y}", "{MMM} {d}, {y}", "{M}/{d}/{y}", "{d} {MMMM} {y}", "{d} {MMM} {y}", "{y}-{MM}-{dd}"),
    ),
    "de": _language(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
        *("{d}. {MMMM} {y}", "{d}. {MMM} {y}", "{dd}.{MM}.{y}"),
    ),
    "fr": _language(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        *("{d} {MMMM} {y}", "{d} {MMM} {y}", "{dd}/{MM}/{y}"),
    ),
    "es": _language(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sept oct nov dic",
        *("{d} de {MMMM} de {y}", "{d} {MMM} {y}", "{d}/{M}/{y}"),
    ),
    "it": _language(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        *("{d} {MMMM} {y}", "{d} {MMM} {y}", "{dd}/{MM}/{y}"),
    ),
    "pt": _language(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
        *("{d} de {MMMM} de {y}", "{d} de {MMM} de {y}", "{dd}/{MM}/{y}"),
    ),
    "nl": _language(
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        *("{d} {MMMM} {y}", "{d} {MMM} {y}", "{dd}-{MM}-{y}"),
    ),
    "pl": _language(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        *("{d} {MMMM} {y}", "{d} {MMM} {y}", "{d}.{MM}.{y}"),
    ),
    "tr": _language(
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
        *("{d} {MMMM} {y}", "{d} {MMM} {y}", "{d}.{MM}.{y}"),
    ),
    "ru": _language(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
        *("{d} {MMMM} {y} г.", "{d} {MMM} {y} г.", "{dd}.{MM}.{y}"),
    ),
    "ar": _language(
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        *("{d} {MMMM} {y}", "{dd}\u200f/{MM}\u200f/{y}", "{d}\u200f/{M}\u200f/{y}"),
    ),
    "hi": _language(
        "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
        "जन॰ फ़र॰ मार्च अप्रैल मई जून जुल॰ अग॰ सित॰ अक्टू॰ नव॰ दिस॰",
        *("{d} {MMMM} {y}", "{d} {MMM} {y}", "{d}/{M}/{y}"),
    ),
    "zh": _language(
        "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        *("{y}年{M}月{d}日", "{y}年{MM}月{dd}日", "{y}/{M}/{d}"),
    ),
    "ja": _language(
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        *("{y}年{M}月{d}日", "{y}年{MM}月{dd}日", "{y}/{MM}/{dd}"),
    ),
    "ko": _language(
        "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
        "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
        *("{y}년 {MMMM} {d}일", "{y}. {M}. {d}.", "{y}-{MM}-{dd}"),
    ),
}


COLUMNS = {f"{len(LANGUAGES)} languages": tuple(LANGUAGES), "English": ("en",)}
"""The columns to measure on -> the languages in each."""


def write(date: dt.date, language: str, pattern: str) -> str:
    """The date in a language, by one of its patterns.

    >>> write(dt.date(1979, 5, 3), "es", "{d} de {MMMM} de {y}")
    '3 de mayo de 1979'
    """
    names = LANGUAGES[language]
    return pattern.format(
        d=date.day,
        dd=f"{date.day:02d}",
        M=date.month,
        MM=f"{date.month:02d}",
        MMM=names.short_months[date.month - 1],
        MMMM=names.months[date.month - 1],
        y=f"{date.year:04d}",
    )


def column(n: int, languages: Sequence[str] = tuple(LANGUAGES), seed: int = 0) -> list[tuple[str, str]]:
    """Distinct strings of dates from 1900 to 2099, in mixed languages and patterns, with the date that each means.

    Args:
        n: How many strings. Each language has at least 73,000.
        languages: Some of `LANGUAGES`. Each is as frequent as the others.
        seed: The same seed gives the same strings.

    Returns:
        n pairs of text and ISO date.
    """
    rng = random.Random(seed)
    strings: dict[str, str] = {}
    while len(strings) < n:
        date = _FIRST + dt.timedelta(rng.randrange((_LAST - _FIRST).days + 1))
        language = rng.choice(languages)
        text = write(date, language, rng.choice(LANGUAGES[language].patterns))
        strings.setdefault(text, date.isoformat())
    return list(strings.items())

"""Tables of what texts without a date are made of, but for the words of single languages."""


def split(by: str, text: str) -> tuple[str, ...]:
    """The items of a text between the marks, each once."""
    return tuple(dict.fromkeys(" ".join(item.split()) for item in text.split(by) if item.strip()))


HELD_OUT_LOCALES = tuple("en_AU en_IE de_AT fr_CA es_MX pt_BR nl_BE sv_SE cs_CZ ro_RO ko_KR el_GR lt_LT ne_NP".split())
"""Faker's locales whose names, places and numbers training never shows."""

LOCALES = tuple(
    """en_US en_GB en_CA en_IN en_NZ en_PH en_NG de_DE de_CH fr_FR fr_CH fr_BE es_ES es_AR es_CO es_CL it_IT pt_PT nl_NL
    da_DK no_NO fi_FI is_IS et_EE lv_LV pl_PL sk_SK sl_SI hr_HR hu_HU sq_AL tr_TR az_AZ uz_UZ ru_RU uk_UA bg_BG mk_MK
    ka_GE hy_AM he_IL ar_SA ar_EG fa_IR hi_IN bn_BD ta_IN th_TH vi_VN id_ID fil_PH ja_JP zh_CN zh_TW zu_ZA yo_NG ga_IE
    la mt_MT""".split()
)
"""Faker's locales that training shows. Those that only repeat en_US are left out."""

UNSTABLE = frozenset({("it_IT", "city"), ("uk_UA", "license_plate")})
"""Faker's providers that draw from a Python set in some locale: their values would change from run to run."""

OF_NO_LANGUAGE = {
    "units": split(
        ",",
        """kg, g, mg, µg, lb, lbs, oz, t, tons, km, m, cm, mm, nm, mi, miles, ft, feet, inches, in.,
        yd, km/h, mph, kmh, m/s, l, ml, cl, gal, litres, liters, m², km², ha, acres, sqft, m³, %,
        percent, °c, °f, °, v, w, kw, kwh, mw, hp, ps, mah, hz, khz, mhz, ghz, db, kb, mb, gb, tb,
        mbps, px, dpi, bar, pa, hpa, psi, kcal, cal, kj, j, n, bpm, rpm, usd, eur, gbp, jpy, chf,
        sek, nok, dkk, pln, czk, huf, rub, uah, try, inr, cny, krw, brl, mxn, cad, aud, €, £, ¥, zł,
        kč, kr, ₽, ₴, ₺, ₹, ₩, 元, 円, 원""",
    ),
    "around_weekdays": split("|", "{} | {}! | {}? | {} 17:30 | {} 9:00 | {} - {} | {}, {} | ({})"),
    "no_answers": split(
        "|",
        """- | -- | --- | . | .. | ... | ? | ?? | ?! | ! | / | // | * | ** | + | _ | ~ | = | : | ; |
        , | ( ) | [] | {} | <> | 0000-00-00 | 00.00.0000 | 00/00/0000 | xx/xx/xxxx | xx.xx.xxxx |
        dd.mm.yyyy | __/__/____ | --/--/---- | 00/00/0000 | 0000-00-00 | 00.00.0000 | test | foo |
        bar | asdf | lorem ipsum | #REF! | #VALUE! | #N/A | inf | true | false | TRUE | FALSE | 0 |
        00 | 000 | 0000 | 0.0 | -1 | ∞ | ½ | ☺ | ♥ | ™ | © | ✓ | ✗ | →""",
    ),
}
"""Kind of `load.NO_DATE_KINDS` -> its texts that no single language owns: symbols, currencies, blank forms."""

EMOJI = "😀😂😍🙂🤔😎😭😡👍👎🙏👏💪🎉🎂🎄🎁❤💔🔥⭐🌞🌙☔⚽🏀🚗✈🚀🏠💻📱📅⏰🍕🍺☕🐶🐱🌹🇩🇪🇫🇷✅❌⚠💯"

CURRENCIES = tuple(
    """USD EUR GBP JPY CHF SEK NOK DKK PLN CZK HUF RON BGN RUB UAH TRY ILS SAR AED EGP INR IDR CNY KRW THB VND BRL MXN
    ARS CLP CAD AUD NZD ZAR NGN KES Kč zł kr Ft лв грн руб lei din""".split()
)

SIGNS = tuple("$$$€€££¥₹₽₺₩₪฿₴₫")

BOOKS = tuple(
    """Genesis Gen Exodus Lev Num Deut Joshua Judges Ruth Samuel Kings Job Psalm Psalms Ps Proverbs Isaiah Isa Jeremiah
    Ezekiel Matthew Matt Mark Luke John Acts Romans Rom Corinthians Cor Galatians Ephesians Eph Hebrews Heb James Peter
    Revelation Rev Mose Matthäus Johannes Römer Offenbarung Génesis Mateo Lucas Juan Apocalipsis Jean Matthieu Luc
    Giovanni Matteo Marco Salmo Salmos Jan Łukasz Быт Мф Ин Лк Откр Γέν Ματθ Ιωάν Quran Surah Gita""".split()
)

SCRIPTS = (
    (0x61, 0x7A),
    (0x41, 0x5A),
    (0xE0, 0xFF),
    (0x100, 0x17F),
    (0x3B1, 0x3C9),
    (0x430, 0x45F),
    (0x531, 0x556),
    (0x5D0, 0x5EA),
    (0x621, 0x64A),
    (0x905, 0x939),
    (0x985, 0x9B9),
    (0xB85, 0xBB9),
    (0xE01, 0xE30),
    (0x10D0, 0x10F0),
    (0x1200, 0x1248),
    (0x3041, 0x3096),
    (0x30A1, 0x30FA),
    (0x4E00, 0x9FA5),
    (0xAC00, 0xD7A3),
)
"""The ranges of code points that random letters come from, one of each script."""

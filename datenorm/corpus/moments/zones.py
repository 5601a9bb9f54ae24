"""Zones: the offset from UTC beside a time of day, in digits, or by an abbreviation in use."""

import random

from datenorm.corpus.phrase import Choice

UTC = "Z0000"
"""The machine form of UTC, which Z and GMT state."""

ABBREVIATIONS = {
    **dict.fromkeys(("UTC", "GMT", "Z", "WET", "UCT", "Zulu"), UTC),
    **dict.fromkeys(("CET", "MEZ", "BST", "WEST", "WAT"), "+0100"),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST", "CAT"), "+0200"),
    **dict.fromkeys(("EEST", "MSK", "МСК", "TRT", "EAT"), "+0300"),
    **{"IRST": "+0330", "GST": "+0400", "PKT": "+0500", "IST": "+0530", "NPT": "+0545", "BDT": "+0600"},
    **dict.fromkeys(("WIB", "ICT"), "+0700"),
    **dict.fromkeys(("HKT", "SGT", "AWST", "WITA", "MYT", "PHT"), "+0800"),
    **dict.fromkeys(("JST", "KST", "WIT"), "+0900"),
    **{"ACST": "+0930", "AEST": "+1000", "ACDT": "+1030", "AEDT": "+1100", "NZST": "+1200", "NZDT": "+1300"},
    **dict.fromkeys(("BRT", "ART", "CLST", "ADT"), "-0300"),
    **{"NDT": "-0230", "NST": "-0330"},
    **dict.fromkeys(("AST", "EDT", "CLT"), "-0400"),
    **dict.fromkeys(("EST", "CDT", "COT", "PET"), "-0500"),
    **dict.fromkeys(("CST", "MDT"), "-0600"),
    **dict.fromkeys(("MST", "PDT"), "-0700"),
    **dict.fromkeys(("PST", "AKDT"), "-0800"),
    **{"AKST": "-0900", "HST": "-1000"},
}
"""Abbreviation -> offset. CST is North America's, IST is India's, BST is Britain's and AST the Atlantic's."""

_COMMON = ("EST", "EDT", "CST", "PST", "PDT", "CET", "CEST", "BST", "IST", "MSK", "JST")
_NAMED = Choice(
    dict.fromkeys(ABBREVIATIONS, 1.0)
    | dict.fromkeys(_COMMON, 6.0)
    | {"UTC": 30.0, "GMT": 25.0, "Z": 8.0, "MEZ": 3.0, "MESZ": 3.0}
)
_HOURS = Choice({1: 12, 2: 12, 3: 6, 0: 6, 8: 7, 9: 6, 5: 8, 10: 4, 11: 3, 4: 5, 6: 5, 7: 5, 12: 2, 13: 1, 14: 0.5})
_MINUTES = Choice({0: 92, 30: 6, 45: 2})
_WITH_MINUTES = {"{sign}{hh}:{mm}": 30, "{sign}{hh}{mm}": 30, "UTC{sign}{hh}:{mm}": 4, "GMT{sign}{hh}:{mm}": 4} | {
    "GMT{sign}{hh}{mm}": 3,
    "GMT {sign}{hh}:{mm}": 2,
    "(GMT{sign}{hh}:{mm})": 1,
    "(UTC{sign}{hh}:{mm})": 1,
}
_HOURS_ALONE = {"{sign}{hh}": 4, "UTC{sign}{h}": 5, "GMT{sign}{h}": 5, "UTC {sign}{h}": 2} | {
    "(UTC{sign}{h})": 1,
    "UTC{sign}{hh}": 1.5,
}
_FORMS = Choice(_WITH_MINUTES | _HOURS_ALONE)
_FORMS_WITH_MINUTES = Choice(_WITH_MINUTES)
_WEST = 0.4
_FARTHEST_WEST = 11
_BY_NAME = 0.55


def offset(rng: random.Random) -> tuple[str, str]:
    """An offset in digits, such as +02:00, and its machine form, such as +0200."""
    hours, minutes = _HOURS(rng), _MINUTES(rng)
    sign = "-" if 0 < hours <= _FARTHEST_WEST and rng.random() < _WEST else "+"
    form = (_FORMS_WITH_MINUTES if minutes else _FORMS)(rng)
    text = form.format(sign=sign, h=hours, hh=f"{hours:02d}", mm=f"{minutes:02d}")
    return text, f"{sign}{hours:02d}{minutes:02d}"


def zone(rng: random.Random) -> tuple[str, str]:
    """A zone by its abbreviation or its offset, and the machine form of its offset."""
    if rng.random() < _BY_NAME:
        name = _NAMED(rng)
        return name, ABBREVIATIONS[name]
    return offset(rng)

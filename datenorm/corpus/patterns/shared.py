"""Patterns that many languages share: free orders, days in words, weekdays beside numbers, Roman months."""

from datenorm.corpus.phrase import Choice, listed

# Any order and separators, in any language whose months are words.
FREE = listed(
    """
    {month} {d} {y}|{month} {d}, {y}|{month} {dd}, {y}|{month}, {d} {y}|{d} {month} {y}|{d} {month}, {y}
    {dd} {month} {y}|{d}, {month} {y}|{d}. {month} {y}|{d}. {month}, {y}|{d}.{month}.{y}|{d}.{month} {y}
    {d}-{month}-{y}|{dd}-{month}-{y}|{d}/{month}/{y}|{dd}/{MMM}/{y}|{dd}-{MMM}-{y}|{dd}.{MMM}.{y}|{d} {MMM} {y}
    {dd} {MMM} {y}|{MMM} {d} {y}|{MMM} {dd} {y}|{MMM} {d}, {y}|{month}-{dd}-{y}|{month}-{d}-{y}|{MMM}-{dd}-{y}
    {MMM}/{d}/{y}|{month}/{dd}/{y}|{month}.{d}.{y}|{MMM}{dd},{y}|{MMM}{d}, {y}|{d}{MMM}{y}|{dd}{MMM}{y}
    {d}{month} {y}|{d} {month}{y}|{y} {month} {d}|{y} {month} {dd}|{y}, {month} {d}|{y}, {d} {month}|{y} {d} {month}
    {y}-{MMM}-{dd}|{y}-{month}-{d}|{y}/{MMM}/{dd}|{y}.{MMM}.{d}|{y}{MMM}{dd}|{y}. {month} {d}|{y}. {month} {d}.
    {d}-{y}-{month}|{dd}-{y}-{month}|{month} {y}, {d}|{d} {y} {month}|{d},{month},{y}|{month},{d},{y}
    {d} - {month} - {y}|{d} / {month} / {y}|{d}_{month}_{y}|{y}_{month}_{d}|{month}_{d}_{y}|{E} {d} {month} {y}
    {E}, {d} {month} {y}|{E} {month} {d} {y}|{E}, {month} {d}, {y}|{E} {month} {d}, {y}|{d} {month} {y} ({E})
    {d} {month} {y}, {E}|{d} {month} {y} {E}|{month} {d}, {y} ({E})|{month} {d} {y} {E}|{y} {month} {d} {E}
    {y} {month} {d}, {E}|{E} {dd} {MMM} {y}|{E}, {dd} {MMM} {y}|{EEE} {MMM} {dd} {y}|{EEE}, {dd}-{MMM}-{y}
    {E} {y} {month} {d}|({E}) {d} {month} {y}|{d} {MMM} {yy}|{d}-{MMM}-{yy}|{dd}-{MMM}-{yy}|{dd}/{MMM}/{yy}
    {d}.{MMM}.{yy}|{d} {MMM} '{yy}|{d}{MMM}{yy}|{MMM} {d} {yy}|{MMM} {d}, {yy}|{MMM} {d} '{yy}|{MMM} {d}, '{yy}
    {MMM}-{dd}-{yy}|{d} {month} '{yy}|{month} {d}, '{yy}|{E} {d} {MMM} {yy}|{d}. {MMM} {yy}|{d}.{month} {yy}
    {MMM}/{dd}/{yy}|{d}. {month} '{yy}|{E} {dd}-{MMM}-{yy}|{d} {E} {month} {y}|{d}.{month}, {y}|{d}, {month}, {y}
    {month} {d},{y}|{d} {month},{y}|{dd}.{month} {y}|{MMM}. {d}. {y}|{month} {d}. {y}|{E}, {month}{d}, {y}
    {E} {d}{month} {y}|{month} {nth}, {y}|{month} {nth} {y}|{nth} {month}, {y}|{month}{d} {y}|{y} {month}{d}
    {month}{dd}{y}|{MMM}{dd}{y}|{MMM}{d} {y}|{yy late}-{MMM}-{dd}
    """
)

FREE_PARTS = listed(
    """
    {month} {d}|{d} {month}|{month} {dd}|{dd} {month}|{d}-{month}|{dd}-{MMM}|{d}/{month}|{dd}/{MMM}|{month}-{d}
    {MMM}-{dd}|{d}{MMM}|{dd}{MMM}|{d}. {month}|{d}.{month}|{d}.{MMM}.|{month}/{d}|{d}, {month}|{month}, {d}
    {E} {d} {month}|{E}, {d} {month}|{E}, {month} {d}|{E} {month} {d}|{d} {month} ({E})|{d} {month}, {E}|{d} {MMM}
    {MMM} {d}|{dd} {MMM}|{MMM} {dd}|{E} {d} {MMM}|{month} {y}|{y} {month}|{month}, {y}|{month}-{y}|{month}/{y}
    {y}-{month}|{y}, {month}|{MMM} {y}|{MMM}{y}|{MMM}-{y}|{y}-{MMM}|{LLLL} {y}|{LLLL}, {y}|{MMM} '{yy}|{month} '{yy}
    {LLLL}|{LLLL}|{MMMM}|{MMM}|{month} ({y})|{y}/{MMM}|{y}. {month}|{MMM}.{y}|({month} {y})|{month} - {y}
    {d} - {month}|{month}{d}|{month}{dd}|{E} {month}{d}|{E}, {month}{d}|{E}, {d}{month}|{E} {d}{month}
    {month} {d} {E}|{d} {month} {E}|{month} {d}, {E}|{month} {yy late}|{MMM} {yy late}|{LLLL} {yy late}|{month} {nth}
    ?? {month} {y}|XX {month} {y}|xx {month} {y}|__ {month} {y}|? {month} {y}|-- {month} {y}|{month} ??, {y}
    {month} XX, {y}|{month} ?, {y}|??-{MMM}-{y}|XX-{MMM}-{y}|{y}-{MMM}-??|??.{month} {y}|?? {month}|{month} ??
    """
)

# Days in words, in any order and with a year of two digits, wherever the days have words and the months names.
IN_WORDS = listed(
    """
    {day words} {month} {yy}|{day words} {month} {y}|{day words} {month}|{month} {day words}|{E} {day words} {month}
    {E}, {day words} {month}|{month} {day words} {y}|{day words} {month}, {y}|{day words}-{month}|{day words} {MMM}
    """
)

# A weekday beside numbers, by the order that is usual where the weekday is so called.
WEEKDAY_AND_NUMBERS: dict[str, tuple[str, ...]] = {
    "DMY": listed(
        """
        {E} {dd}/{MM}/{y}|{E}, {d}/{M}/{y}|{E}, {dd}.{MM}.{y}|{E} {d}.{M}.{y}|{dd}.{MM}.{y} ({E})|{E} {dd}-{MM}-{y}
        {dd}/{MM}/{y} {E}|{dd}/{MM}/{y} ({E})|{E} {d}.{M}.|{E} {d}/{M}|{E} {dd}/{MM}/{yy}|{E}, {d}.{M}.{yy}
        {E}, {dd}.{MM}.
        """
    ),
    "MDY": listed(
        """
        {E} {MM}/{dd}/{y}|{E}, {M}/{d}/{y}|{E} {M}/{d}|{MM}/{dd}/{y} ({E})|{E} {M}/{d}/{yy}|{E}, {MM}-{dd}-{y}
        """
    ),
    "YMD": listed(
        """
        {y}-{MM}-{dd} {E}|{y}-{MM}-{dd} ({E})|{E}, {y}-{MM}-{dd}|{E} {y}-{MM}-{dd}|{y}/{M}/{d} ({E})
        {y}. {M}. {d}. ({E})|{y}-{MM}-{dd}, {E}
        """
    ),
}

ROMAN = listed(
    """
    {d} {roman} {y}|{d}.{roman}.{y}|{d}. {roman}. {y}|{d}-{roman}-{y}|{d}/{roman}/{y}|{dd} {roman} {y}
    {dd}.{roman}.{y}|{d} {roman} {y} r.|{y}. {roman}. {d}.|{y}.{roman}.{d}.|{y} {roman} {d}|{d}.{roman} {y}
    {d} {roman}|{d}.{roman}|{d}. {roman}.|{d}/{roman}|{roman} {y}|{d}.{roman}.{yy}|{d}/{roman}-{y}|{dd}-{roman}-{yy}
    {roman}. {d}.|{d} {roman} {yy}|{y roman}|{month} {y roman}|{d} {month} {y roman}|{d}.{roman}.{y roman}
    {month} {d}, {y roman}|{y roman}
    """
)

# Locale -> how often it writes so. The order of a table decides what a seed draws.
# Roman months are Polish and Hungarian, and on old forms and letters everywhere.
ROMAN_LANGUAGES = Choice({"pl": 35, "hu": 20, "it": 10, "ru": 8, "sr_Latn": 6, "de": 6, "cs": 6, "en": 5, "fr": 4})
HAN_LANGUAGES = Choice({"zh": 45, "zh_Hant": 20, "ja": 30, "yue": 5})
ERA_LANGUAGES = Choice({"ja": 45, "th": 30, "zh": 17, "en": 8})

"""Slots: what the braces of a language's patterns stand for, by name.

`datenorm.corpus.patterns.pattern.SLOTS` writes those of dates, `datenorm.corpus.patterns.clocks.clock` those of clocks
beside dates, and `datenorm.corpus.moments.clocks` those of times.
"""

DATE_SLOTS = {
    "y": "the year, 1979",
    "yy": "the year in two digits, 79",
    "yy late": "the same where it can be no day: 32 to 99",
    "yyyy": "the year in four digits, 0079",
    "plain y": "the year as it is, 79: for phrases that have the mark of our era",
    "G": "the mark of our era, as CLDR has it",
    "M": "the month's number, 5",
    "MM": "the month's number in two digits, 05",
    "MMM": "the month's short name, May or Sep.",
    "MMMM": "the month's name in the case that follows a day",
    "LLL": "the month's short name as it is alone",
    "LLLL": "the month's name as it is alone",
    "month": "any of the month's names, long or short",
    "in month": "the month's name after 'in': `months_after_in`",
    "month words": "the month's number in words (Korean): `month_words`",
    "month kana": "the same (Japanese)",
    "month words vi": "the same (Vietnamese)",
    "d": "the day, 3",
    "dd": "the day in two digits, 03",
    "late day": "the day where it can be no month: 13 to 31",
    "d low": "the day up to 10",
    "nth": "the day as it is numbered, 3rd: `numbered_days`",
    "day words": "the day in words: `day_words`",
    "day words low": "the day in words, up to 10",
    "year words": "the year in words: `year_words`",
    "y roman": "the year in Roman numerals, MCMLXXIX",
    "roman": "the month in Roman numerals, V",
    "y han": "the year in Chinese characters, digit by digit",
    "M han": "the month in Chinese characters",
    "d han": "the day in Chinese characters",
    "M digits han": "the month in Chinese characters, digit by digit",
    "d digits han": "the day in Chinese characters, digit by digit",
    "d short han": "the day with 廿 and 卅 for twenty and thirty",
    "y counted han": "the year as a number, as Chinese counts it",
    "y kanji": "the year as a number, as Japanese counts it",
    "y capital": "the year in the characters of contracts",
    "M capital": "the month in the characters of contracts",
    "d capital": "the day in the characters of contracts",
    "y jp": "the year of a Japanese era, 令和2",
    "y jp han": "the same in characters, 令和二",
    "y jp initial": "the same with the era's first character, 令2",
    "y jp letter": "the same with the era's letter, R2",
    "y be": "the Buddhist year, 2567",
    "y thai": "the Buddhist year where numbers alone are read by it",
    "yy be": "the Buddhist year in two digits",
    "y roc": "the year of the Republic of China, 93",
    "y roc han": "the same in characters",
    "y late roc": "the same in three digits, which need no mark",
    "y roc capital": "the same in the characters of contracts",
    "E": "the weekday, long or short",
    "EEE": "the weekday's short name",
    "EEEE": "the weekday's long name",
    "E kana": "the weekday in kana: `weekday_words`",
    "QQQ": "the quarter's short name",
    "QQQQ": "the quarter's long name",
    "Q": "the quarter's number",
    "half": "the number of the half year",
    "W": "the number of the week in the month",
    "w": "a week's number",
    "ww": "a week's number in two digits",
}
"""Slot of a date -> what it writes."""

CLOCK_SLOTS = {
    "h": "the hour, 8 or 20",
    "hh": "the hour in two digits, 08",
    "h12": "the hour of the half day, 8",
    "m": "am or pm",
    "mm": "the minute in two digits",
    "ss": "the second in two digits",
    "fraction": "the fraction of the second with its sign",
    "zone": "a time zone, CET or +0100",
    "offset": "an offset from UTC, +01:00",
    "end": "another time of day, as the end of a span",
}
"""Slot of a clock -> what it writes."""

SEASON_SLOTS = {"y": "the year", "season": "one of the seasons' names"}
"""Slot of a season's pattern -> what it writes."""

DAY_SLOTS = {
    "d": "the day, 3",
    "dd": "the day in two digits, 03",
    "number": "the day in words: its place among `number_words`",
}
"""Slot of a form in `numbered_days` and `day_words` -> what it writes."""

TIME_SLOTS = {
    "h": "the hour, 0 to 23",
    "hh": "the hour in two digits, 08",
    "h12": "the hour of the half day, 1 to 12",
    "hh12": "the hour of the half day in two digits",
    "hour": "the hour of the half day in words",
    "next": "the hour after it, in words",
    "next h12": "the hour after it, 1 to 12",
    "late": "the hour in words from 13 to 23, and 0",
    "zero hour": "an hour below ten in words, with the word for its zero: oh six",
    "twelve": "noon or midnight",
    "mm": "the minute in two digits",
    "m": "the minute, 5",
    "zero minute": "a minute below ten in words, with the word for its zero: oh two",
    "zero m": "a minute below ten, each digit by itself: 0 2",
    "minute": "the minute in words",
    "ss": "the second in two digits",
    "to": "the minutes that are left of the hour",
    "left": "the minutes that are left of the hour, in words",
    "am": "the mark of the half of the day, a.m. or p.m.",
}
"""Slot of a time -> what it writes."""

TIME_SLOTS_WITH_CASE = ("hour", "next", "left", "late", "twelve")
"""Slots that can name a case of `hour_cases` or of its like: {next genitive}."""

AROUND_TIME_SLOTS = {"clock": "a time", "ending": "the ending of its last number, in the case that follows"}
"""Slot of what is around a time -> what it writes."""

DECADE_SLOTS = {"y": "the decade's first year, 1890", "yy": "the same in two digits, 90"}
"""Slot of a decade's pattern -> what it writes."""

CENTURY_SLOTS = {
    "n": "the century's number, 19",
    "nth": "the number as English counts, 19th",
    "roman": "the number in Roman numerals, XIX",
    "words": "the number in words",
}
"""Slot of a century's pattern -> what it writes."""

DURATION_SLOTS = {"d": "a duration, 3 hours"}
"""Slot of a duration's pattern -> what it writes."""

RECURRENCE_SLOTS = {"E": "a weekday", "n": "a small number", "t": "a time of day"}
"""Slot of a recurrence's pattern -> what it writes."""

COUNTED_SLOTS = {"n": "a number"}
"""Slot of a count of units -> what it writes."""

PAIR_SLOTS = {"pair": "two counts, 2 hours and 5 minutes"}
"""Slot of what is around two counts of units -> what it writes."""

RELATIVE_WEEKDAY_SLOTS = {"E": "the weekday"}
"""Slot of a pattern of weekdays -> what it writes."""

LONE_DAY_SLOTS = {
    "d": "the day, 3",
    "nth": "the day as it is numbered: `numbered_days`, or 3rd",
    "day words": "the day in words: `day_words`",
    "E": "the weekday",
    "e": "the weekday's short name",
}
"""Slot of a pattern of a day without its month -> what it writes."""

NTH_WEEKDAY_SLOTS = {
    "nth": "first to fifth, or last",
    "the nth": "the same with its article",
    "E": "the weekday",
    "month": "the month's name",
    "y": "the year",
}
"""Slot of a pattern such as "the first Monday of May" -> what it writes."""

LAST_DAY_SLOTS = {"month": "the month's name", "y": "the year"}
"""Slot of a pattern of the last day of a month -> what it writes."""

BOUND_SLOTS = {"r": "a relative expression", "E": "the weekday"}
"""Slot of what bounds a range -> what it writes."""

BETWEEN_SLOTS = {"a": "a relative expression, the start", "b": "another one, the end"}
"""Slot of a pattern of two relative expressions -> what it writes."""

"""Patterns that many languages share: free orders, Roman months, Chinese characters, other calendars."""

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

# Roman months are Polish and Hungarian, and at home on old forms and letters everywhere.
ROMAN_LANGUAGES = Choice({"pl": 35, "hu": 20, "it": 10, "ru": 8, "sr_Latn": 6, "de": 6, "cs": 6, "en": 5, "fr": 4})

HAN = listed(
    """
    {y han}年{M han}月{d han}日|{y han}年{M han}月{d han}日{EEEE}|{y han}年{M han}月{d han}号
    {y han}年{M han}月{d han}號|{y han}年{M han}月{d han}|{y counted han}年{M han}月{d han}日
    {y counted han}年{M han}月{d han}|{y counted han}年{M han}月{d han}号|{y}年{M han}月{d han}日|{y han}年{M han}月
    {y han}年|{M han}月{d han}日|{M han}月{d han}号|{M han}月{d han}號|{M han}月{d han}|{y counted han}年{M han}月
    {y counted han}年|{y}年{M han}月|{y han}年{M han}月{d short han}日|{M han}月{d short han}日
    公元{y han}年{M han}月{d han}日|公元{y}年{M}月{d}日|{y han}・{M han}・{d han}
    {y capital}年{M capital}月{d capital}日|{y capital}年{M capital}月|{M han}月|{y han}年 {M han}月 {d han}日
    西曆{y}年{M}月{d}日|{EEEE}, {M han}月{d han}号|{EEEE}，{M han}月{d han}日|{EEEE}, {M han}月{d han}號
    {EEEE} {M han}月{d han}日|{M han}月{d han}日 {EEEE}|{M han}月{d han}号{EEEE}
    """
)

# Counted years, the characters of cheques and 号 for the day are Chinese.
_CHINESE_ONLY = ("号", "號", "counted", "capital", "short", "公元", "西曆", "・")
HAN_BY_LANGUAGE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("zh", "zh_Hant", "yue"), HAN),
    "ja": tuple(text for text in HAN if not any(mark in text for mark in _CHINESE_ONLY) and text[-1] in "年月日}"),
}
HAN_BY_LANGUAGE["ja"] += listed(
    """
    {y kanji}年|{y kanji}年|{y kanji}年{M han}月|{y kanji}年{M han}月{d han}日|{y han}年に|{M han}月に|{M han}月中に
    {y han}年{M digits han}月{d digits han}日|{y han}年{M digits han}月{d digits han}日
    {M han}月{d han}日に|{M han}月の{d han}日|{y han}年{M han}月に|{M han}月{d han}日は|{M han}月の間に
    """
)
HAN_LANGUAGES = Choice({"zh": 45, "zh_Hant": 20, "ja": 30, "yue": 5})

ERAS: dict[str, tuple[str, ...]] = {
    "ja": listed(
        """
        {y jp}年{M}月{d}日|{y jp}年{M}月{d}日({E})|{y jp}年{M}月{d}日 {E}|{y jp}年 {M}月 {d}日
        {y jp han}年{M han}月{d han}日|{y jp}.{M}.{d}|{y jp letter}.{M}.{d}|{y jp letter}.{MM}.{dd}
        {y jp letter}/{M}/{d}|{y jp letter}/{MM}/{dd}|{y jp letter}-{M}-{d}|{y jp letter}年{M}月{d}日
        {y jp}年{MM}月{dd}日|{y jp}年|{y jp}年{M}月|{y jp han}年|{y jp han}年{M han}月|{y jp}/{M}/{d}
        {y jp letter}.{M}.{d}({E})|{y jp letter}年{M}月|{y jp}年に|{y jp}年は|{y jp}年で|{y jp}年の|{y jp}年{M}月に
        {y jp}年{M}月{d}日に|{y jp}年度|{y jp han}年{M digits han}月{d digits han}日|{y jp han}年{M}月{d}日
        {y jp letter}年{M han}月{d han}日|{y jp}.{MM}.{dd}|{y jp}-{M}-{d}|{y jp initial}.{M}.{d}
        {y jp initial}.{MM}.{dd}|{y jp initial}年{M}月{d}日|{y jp initial}/{M}/{d}
        """
    ),
    "th": listed(
        """
        {d} {MMMM} {y be}|{d} {MMM} {y be}|{d} {MMMM} พ.ศ. {y be}|{d} {MMM} พ.ศ. {y be}|วันที่ {d} {MMMM} {y be}
        วันที่ {d} {MMMM} พ.ศ. {y be}|{E}ที่ {d} {MMMM} {y be}|{E}ที่ {d} {MMMM} พ.ศ. {y be}|{d} {MMM} {yy be}
        {MMMM} {y be}|{MMM} {y be}|พ.ศ. {y be}|{MMMM} พ.ศ. {y be}|ปี {y be}|{d}/{M}/{y be} พ.ศ.
        วันที่ {d} เดือน {MMMM} พ.ศ. {y be}|{d} {MMMM} {yy be}|{E} {d} {MMM} {y be}
        {EEEE}ที่ {d} {MMMM} พุทธศักราช {y be}|ปี พ.ศ. {y be}|{d}-{MMM}-{y be}|{d}/{MMM}/{y be}|{d}-{MMMM}-{y be}
        {E} {d} {MMM} {y be}|{E}. {d} {MMM} {y be}|{d}{MMM}{y be}|{d} {MMMM}, {y be}|{MMMM} {d}, {y be}
        """
    ),
    "en": listed(
        """
        {d} {month} {y be} BE|{month} {d}, {y be} BE|{y be} BE|BE {y be}|B.E. {y be}|{y be} B.E.
        {d} {month} B.E. {y be}|{month} {y be} BE
        """
    ),
    "zh": listed(
        """
        民國{y roc}年{M}月{d}日|中華民國{y roc}年{M}月{d}日|民國{y roc han}年{M han}月{d han}日
        中華民國{y roc han}年{M han}月{d han}日|民國 {y roc} 年 {M} 月 {d} 日|民國{y roc}年{M}月|民國{y roc}年
        民國{y roc han}年|中華民國{y roc}年|民國{y roc}/{M}/{d}|民國{y roc}.{M}.{d}|民国{y roc}年{M}月{d}日
        {y late roc}年{M}月{d}日|{y late roc}年{MM}月{dd}日|{y late roc}年{M}月|{y late roc} 年 {M} 月 {d} 日
        民國{y roc capital}年{M capital}月{d capital}日|中華民國{y roc capital}年{M capital}月{d capital}日
        民国{y roc}年|民國{y roc}年{MM}月{dd}日|民國{y roc han}年{M han}月
        """
    ),
}
ERA_LANGUAGES = Choice({"ja": 45, "th": 30, "zh": 17, "en": 8})

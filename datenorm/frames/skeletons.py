"""Skeletons: digits, letters and signs as strokes on a grid of 5 by 7 points, drawn for this project."""

Point = tuple[float, float]
Stroke = tuple[Point, ...]

WIDTH, HEIGHT = 4, 6
"""The last column and the last row of the grid. Row 0 is the top of a capital letter, row 6 its baseline."""


def _strokes(text: str) -> tuple[Stroke, ...]:
    """Strokes from pairs of column and row: '10 26' is a line from (1, 0) to (2, 6). '|' separates strokes."""
    return tuple(tuple((int(p[0]) / 1, int(p[1]) / 1) for p in stroke.split()) for stroke in text.split("|"))


def _turned(strokes: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
    return tuple(tuple((WIDTH - x, HEIGHT - y) for x, y in stroke) for stroke in strokes)


_LOOP = "10 30 41 45 36 16 05 01 10"
_BOX = "00 40 46 06 00"
_SIX = ("41 30 10 01 05 16 36 45 44 33 13 04", "30 10 02 05 16 36 45 44 33 13 04", "40 00 06 46 43 03")

DIGITS: dict[str, tuple[tuple[Stroke, ...], ...]] = {
    "0": tuple(map(_strokes, (_LOOP, f"{_LOOP}|05 41", f"{_LOOP}|23 23", _BOX, "20 41 45 26 05 01 20"))),
    "1": tuple(map(_strokes, ("11 20 26|16 36", "20 26", "11 20 26", "02 20 26|06 46", "10 20 26"))),
    "2": tuple(
        map(
            _strokes,
            ("01 10 30 41 42 06 46", "01 10 30 41 42 33 13 04 06 46", "00 40 43 03 06 46", "00 30 41 42 06 46"),
        )
    ),
    "3": tuple(
        map(
            _strokes,
            (
                "01 10 30 41 42 33 13|33 44 45 36 16 05",
                "00 40 22 32 43 45 36 16 05",
                "00 40 46 06|13 43",
                "00 30 41 42 33 23|33 44 45 36 06",
            ),
        )
    ),
    "4": tuple(map(_strokes, ("36 30 04 44", "00 03 43|40 46", "30 04 44|36 32", "10 04 44|32 36"))),
    "5": tuple(
        map(
            _strokes,
            (
                "40 00 02 32 43 45 36 16 05",
                "40 00 03 12 32 43 45 36 16 05",
                "40 00 03 43 46 06",
                "40 00 02 33 44 45 36 06",
            ),
        )
    ),
    "6": tuple(map(_strokes, _SIX)),
    "7": tuple(map(_strokes, ("00 40 16", "00 40 41 23 26", "00 40 46", "01 00 40 41 24 26", "00 40 41 23 26|13 33"))),
    "8": tuple(
        map(
            _strokes,
            (
                "13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33",
                f"{_BOX}|03 43",
                "10 30 41 05 16 36 45 01 10",
                "13 02 01 10 30 41 42 33 13|13 04 05 16 36 45 44 33",
            ),
        )
    ),
    "9": tuple(_turned(_strokes(six)) for six in _SIX),
}
"""Digit -> the ways in which it is drawn, each as strokes."""

LETTERS: dict[str, tuple[Stroke, ...]] = {
    letter: _strokes(text)
    for letter, text in {
        "A": "06 02 20 42 46|04 44",
        "B": "00 06 36 45 44 33 03|33 42 41 30 00",
        "C": "41 30 10 01 05 16 36 45",
        "D": "00 06 26 44 42 20 00",
        "E": "40 00 06 46|03 33",
        "F": "40 00 06|03 33",
        "G": "41 30 10 01 05 16 36 45 43 23",
        "H": "00 06|40 46|03 43",
        "I": "10 30|20 26|16 36",
        "J": "40 45 36 16 05",
        "K": "00 06|40 04|13 46",
        "L": "00 06 46",
        "M": "06 00 22 40 46",
        "N": "06 00|01 45|40 46",
        "O": _LOOP,
        "P": "06 00 30 41 42 33 03",
        "Q": f"{_LOOP}|24 46",
        "R": "06 00 30 41 42 33 03|23 46",
        "S": "41 30 10 01 02 13 33 44 45 36 16 05",
        "T": "00 40|20 26",
        "U": "00 05 16 36 45 40",
        "V": "00 04 26 44 40",
        "W": "00 06 24 46 40",
        "X": "00 01 45 46|40 41 05 06",
        "Y": "00 01 23 41 40|23 26",
        "Z": "00 40 41 05 06 46",
    }.items()
}

SIGNS: dict[str, tuple[Stroke, ...]] = {
    sign: _strokes(text)
    for sign, text in {
        ":": "22 22|25 25",
        ".": "26 26",
        ",": "25 26 17",
        "-": "13 33",
        "/": "06 05 41 40",
        "'": "20 21",
        "_": "06 46",
        "#": "10 16|30 36|02 42|04 44",
        "%": "01 10|05 41|36 45",
        "+": "21 25|03 43",
        "*": "21 25|12 34|32 14",
        "(": "30 21 25 36",
        ")": "10 21 25 16",
        "°": "10 20 21 11 10",
        "=": "02 42|04 44",
    }.items()
}

SEGMENTS: dict[str, str] = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgecd",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcfgd",
    "A": "abcefg",
    "P": "abefg",
    "C": "adef",
    "F": "aefg",
    "E": "adefg",
    "-": "g",
}
"""Character -> the segments that are lit: a at the top, b to f clockwise, g in the middle."""

SEGMENT_VARIANTS: dict[str, str] = {"6": "fgecd", "9": "abcfg", "7": "fabc"}
"""What some makers light instead."""

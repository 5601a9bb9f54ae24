"""Noise: the same date as hurried fingers, foreign keyboards and scanners write it."""

import dataclasses
import functools
import random
import re
import unicodedata
from collections.abc import Callable, Collection, Sequence

from datenorm.corpus.phrase import Choice, Piece
from datenorm.text import canonicalize


@dataclasses.dataclass(frozen=True)
class Chances:
    """How often an example gets each kind of noise; the kinds are drawn one by one, so that some meet."""

    case: float = 0.30  # nearly free: canonical text has one case, but I reads as l only where it is a capital
    accents: float = (
        0.08  # keyboards without them, and old systems; of the texts that have any, since others keep theirs
    )
    spelled_accents: float = 0.25  # of those: "Maerz" rather than "Marz"
    punctuation: float = 0.07  # "Sept 3 2013", "3.. Mai"
    spaces: float = 0.07  # "3May 2013", "May 3 ,2013"; canonical text has no doubled space
    typing: float = 0.16  # harder to learn than met: a model that saw few read 90 % of the strings with one error
    second_typing: float = 0.20  # of those
    ocr: float = 0.10  # the same, 81 %


CHANCES = Chances()

_CASES: Choice[Callable[[str], str]] = Choice({str.lower: 35, str.upper: 45, str.title: 15, str.swapcase: 5})

# How often each slip of the finger is made, after studies of typed corpora: most miss the key by one.
_SLIPS = Choice({"neighbour": 40, "drop": 25, "swap": 15, "double": 12, "insert": 8})
_SHORT = 4  # letters: up to here one slip makes "jun" of "jul", so that only a list of the other words can allow it
_SAFE_SLIPS = frozenset({"swap", "double"})  # every letter is still there
_ROOM_FOR_TWO = 8  # letters: a shorter word with two errors is a guess

# Keyboards, row by row; each key touches the two beside it and two in the rows above and below. A hyphen is a key
# without a letter. The weight is how often a neighbour comes from this keyboard, not from another with that letter.
_KEYBOARDS = (
    (3, "qwertyuiop", "asdfghjkl", "zxcvbnm"),
    (1, "qwertzuiopü", "asdfghjklöä", "yxcvbnm"),
    (1, "azertyuiop", "qsdfghjklm", "wxcvbn"),
    (1, "qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç"),  # Turkish
    (3, "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),  # Russian
    (1, "йцукенгшщзхї", "фівапролджє", "ячсмитьбю"),  # Ukrainian
    (1, "љњертзуиопш", "асдфгхјклчћ", "ѕџцвбнм"),  # Serbian
    (1, "-ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"),
    (1, "--קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"),
    (1, "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤر-ىةوزظ"),
    (1, "ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو"),  # Persian
    (1, "ქწერტყუიოპ", "ასდფგჰჯკლ", "ზხცვბნმ"),
)


def _neighbours() -> dict[str, str]:
    """Letter -> the letters beside it, repeated by the keyboards' weights."""
    found: dict[str, str] = {}
    for weight, *rows in _KEYBOARDS:
        keys = {(row, place): letter for row, letters in enumerate(rows) for place, letter in enumerate(letters)}
        for (row, place), letter in keys.items():
            beside = ((0, -1), (0, 1), (-1, 0), (-1, 1), (1, -1), (1, 0))
            touched = "".join(keys.get((row + down, place + right), "-") for down, right in beside)
            found[letter] = found.get(letter, "") + touched.replace("-", "") * weight
    return found


_NEIGHBOURS = _neighbours()

# What a scanner reads in the place of a digit. Every lookalike stands for one digit only, even in lower case, which is
# all that canonical text has: no b for 6 beside the B for 8, no g for 9 beside the G for 6.
OCR_DIGITS = {"0": "OOo", "1": "lllI|!", "2": "Zz", "4": "A", "5": "SSs", "6": "G", "8": "B", "9": "q"}
_OCR_CYRILLIC_DIGITS = OCR_DIGITS | {"0": "ООо", "3": "ЗЗз"}

# The digit in the place of a letter: within words only, beside no other digit.
OCR_LETTERS = {"O": "0", "o": "0", "l": "1", "I": "1", "S": "5", "s": "5", "B": "8", "b": "6", "Z": "2", "z": "2"}
OCR_LETTERS |= {"g": "9", "q": "9", "G": "6", "i": "1", "О": "0", "о": "0", "З": "3", "з": "3", "б": "6", "ο": "0"}

# One letter, or two, for another.
_OCR_SHAPES = {
    "rn": ("m",),
    "m": ("rn",),
    "cl": ("d",),
    "d": ("cl",),
    "vv": ("w",),
    "w": ("vv",),
    "ri": ("n",),
    "li": ("h",),
    "ll": ("U",),
    "n": ("u", "ri"),
    "u": ("n", "ii"),
    "c": ("e",),
    "e": ("c",),
    "h": ("b", "li"),
    "l": ("i",),
    "i": ("l",),
    "I": ("l",),
    "t": ("f",),
    "f": ("t",),
    "y": ("v",),
    "и": ("н",),
    "н": ("и",),
    "п": ("н",),
    "е": ("с",),
}
_CYRILLIC = re.compile("[А-яіїєґј]")

# Letters that lose no mark when decomposed.
_PLAIN = str.maketrans(
    dict(zip("ßøØłŁđĐıİæÆœŒðÐþÞŋəƏħ", "ss o O l L d D i I ae AE oe OE d D th Th n e E h".split(), strict=True))
)
_SPELLED = str.maketrans(dict(zip("äÄöÖüÜøØåÅß", "ae Ae oe Oe ue Ue oe Oe aa Aa ss".split(), strict=True)))
# й is a letter of its own, which nobody types as и; ё loses its dots in most of what Russians print.
_MARKS = re.compile("(?<![иИіІ])[\u0300-\u036f]+")

# A number in letters is a number: one letter more or less and it is another.
ROMAN = re.compile("[ivxlcdmIVXLCDM]+")
_IDEOGRAPHS = ((0x1100, 0x11FF), (0x2E80, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF))


@functools.cache
def _words() -> re.Pattern[str]:
    """Runs of letters with their marks, in the scripts that are typed letter by letter: no ideographs, no Hangul."""
    ranges: list[list[int]] = []
    for code in range(0x10000):
        is_letter = unicodedata.category(chr(code))[0] in "LM"
        if is_letter and not any(start <= code <= stop for start, stop in _IDEOGRAPHS):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return re.compile("[{}]{{2,}}".format("".join(f"{chr(start)}-{chr(stop)}" for start, stop in ranges)))


def add_noise(
    rng: random.Random, pieces: Sequence[Piece], known: Collection[str] = (), chances: Chances = CHANCES
) -> list[Piece]:
    """The same phrase with the noise that `chances` deals it, often none.

    No digit is lost, moved or turned into another one, nor are words that are Roman numerals touched: the phrase still
    means what it meant. It can grow by a few characters.

    Args:
        rng: Draws everything: the same state gives the same noise.
        pieces: The phrase before canonicalisation.
        known: Canonical words that mean something else than those of the phrase, such as the names of the locale's
            other months: no noise brings a word as near to one of them as to itself. A word of the phrase that stands
            among them is ignored. Without any, words of up to four letters get only errors that keep every letter. Up
            to a few hundred words: they are compared one by one.
        chances: How often each kind of noise comes.

    Returns:
        The pieces in their order, with the fields that they had; what noise puts between two of them states nothing.
    """
    noisy = list(pieces)
    if rng.random() < chances.case:
        case = _CASES(rng)
        noisy = [(case(text), fields) for text, fields in noisy]
    if rng.random() < chances.accents:
        noisy = _without_accents(noisy, known, spelled=rng.random() < chances.spelled_accents)
    if rng.random() < chances.typing:
        noisy = _typed(rng, noisy, known, errors=1 + (rng.random() < chances.second_typing)) or noisy
    if rng.random() < chances.punctuation:
        noisy = _edit_somewhere(rng, noisy, _PUNCTUATION_EDITS)
    if rng.random() < chances.spaces:
        noisy = _edit_somewhere(rng, noisy, _SPACE_EDITS)
    if rng.random() < chances.ocr:
        noisy = ocr_confusion(rng, noisy, known) or noisy
    return noisy


def typing_error(rng: random.Random, pieces: Sequence[Piece], known: Collection[str] = ()) -> list[Piece] | None:
    """The same phrase with exactly one slip of the finger, in a letter.

    >>> typing_error(random.Random(2), [("3 ", ("day",)), ("September", ("month",))])
    [('3 ', ('day',)), ('Sepember', ('month',))]

    Args:
        rng: Draws the letter and the slip.
        pieces: The phrase; a plain text is one piece, `[(text, ())]`.
        known: As in `add_noise`.

    Returns:
        The pieces, or None where no word of theirs can take an error: all-number dates, ideographs, Roman numerals.
    """
    return _typed(rng, pieces, known, errors=1)


def ocr_confusion(rng: random.Random, pieces: Sequence[Piece], known: Collection[str] = ()) -> list[Piece] | None:
    """The same phrase with exactly one character, or pair such as "rn", read as one of the same shape.

    >>> ocr_confusion(random.Random(1), [("3 May 2013", ())])
    [('3 May 2O13', ())]

    Args:
        rng: Draws the character and its lookalike.
        pieces: The phrase; a plain text is one piece, `[(text, ())]`.
        known: As in `add_noise`.

    Returns:
        The pieces, or None where nothing in them has a lookalike that leaves the date recoverable.
    """
    text = _join(pieces)
    spots = _digit_spots(text) + _letter_spots(text, known)
    rng.shuffle(spots)
    for start, stop, lookalikes, word in spots:
        new = rng.choice(lookalikes)
        if word is None or _is_safe(text[word.start() : start] + new + text[stop : word.end()], word.group(), known):
            return _edit(pieces, start, stop, new)
    return None


_Spot = tuple[int, int, Sequence[str], re.Match[str] | None]
"""Start and stop of what can be misread, as what, and the word it stands in where that must stay recognisable."""


def _digit_spots(text: str) -> list[_Spot]:
    lookalikes = _OCR_CYRILLIC_DIGITS if _CYRILLIC.search(text) else OCR_DIGITS
    spots: list[_Spot] = []
    for place, digit in enumerate(text):
        if digit in lookalikes:
            before, after = text[place - 1 : place].isdigit(), text[place + 1 : place + 2].isdigit()
            # "1o" is 1º, the first, in the languages whose days have ordinals.
            if digit == "0" and before and not after and not text[max(0, place - 2) : place - 1].isdigit():
                continue
            # S before digits is the Japanese era Showa; a lone A, G or q is a letter to every reader.
            if not (digit == "5" and after and not before) and (before or after or digit not in "469"):
                spots.append((place, place + 1, lookalikes[digit], None))
    return spots


def _letter_spots(text: str, known: Collection[str]) -> list[_Spot]:
    spots: list[_Spot] = []
    for word in _words().finditer(text):
        if len(word.group()) < 3 or ROMAN.fullmatch(word.group()):
            continue
        for place in range(word.start(), word.end()):
            letter = text[place]
            beside = text[place - 1 : place] + text[place + 1 : place + 2]
            if letter in OCR_LETTERS and not any(map(str.isdigit, beside)):
                spots.append((place, place + 1, OCR_LETTERS[letter], None))
            for stop in range(place + 1, min(place + 2, word.end()) + 1):
                if (known or len(word.group()) > _SHORT) and text[place:stop] in _OCR_SHAPES:
                    spots.append((place, stop, _OCR_SHAPES[text[place:stop]], word))
    return spots


def _typed(rng: random.Random, pieces: Sequence[Piece], known: Collection[str], *, errors: int) -> list[Piece] | None:
    """The pieces with up to so many errors, or None where there is room for none."""
    intended = [word.group() for word in _words().finditer(_join(pieces))]
    made = [0] * len(intended)
    for _ in range(errors):
        text = _join(pieces)
        words = list(_words().finditer(text))
        spots = [
            (number, place)
            for number, word in enumerate(words)
            if (not made[number] or len(intended[number]) >= _ROOM_FOR_TWO) and not ROMAN.fullmatch(word.group())
            for place in range(word.end() - word.start())
        ]
        rng.shuffle(spots)
        for number, place in spots:
            word = words[number]
            noisy = _slip(rng, word.group(), place, intended[number], known, errors=made[number] + 1)
            if noisy:
                pieces = _edit(pieces, word.start(), word.end(), noisy)
                made[number] += 1
                break
    return list(pieces) if any(made) else None


def _slip(rng: random.Random, word: str, place: int, intended: str, known: Collection[str], errors: int) -> str | None:
    """The word with one slip at this place, of the kind that is drawn or else of any that is safe."""
    letter, after = word[place], word[place + 1 : place + 2]
    if not letter.isalpha():
        return None
    for slip in (_SLIPS(rng), *_SLIPS.items):
        if slip not in _SAFE_SLIPS and len(intended) < _enough_letters(slip, known):
            continue
        if slip in ("neighbour", "insert"):
            near = _NEIGHBOURS.get(letter.lower()) or _NEIGHBOURS.get(unicodedata.normalize("NFD", letter.lower())[0])
            key = rng.choice(near) if near else ""
            key = key.upper() if letter.isupper() else key
            noisy = word[:place] + key + word[place + (slip == "neighbour") :] if key else word
        elif slip == "swap":
            noisy = word[:place] + after + letter + word[place + 2 :] if after.isalpha() else word
        elif slip == "double":
            noisy = word[: place + 1] + letter + word[place + 1 :]
        else:
            noisy = word[:place] + word[place + 1 :]
        if canonicalize(noisy) != canonicalize(word) and _is_safe(noisy, intended, known, errors):
            return noisy
    return None


def _enough_letters(slip: str, known: Collection[str]) -> int:
    if not known:
        return _SHORT + 1
    return _SHORT if slip == "drop" else _SHORT - 1


def _is_safe(noisy: str, intended: str, known: Collection[str], errors: int = 1) -> bool:
    """Whether the noisy word is still nearer to the intended one than to any other, and no Roman numeral."""
    noisy, intended = canonicalize(noisy), canonicalize(intended)
    if ROMAN.fullmatch(noisy):
        return False
    letters = set(noisy)
    return not any(
        other != intended and len(letters.symmetric_difference(other)) <= 2 * errors and _within(noisy, other, errors)
        for other in known
    )


def _within(one: str, other: str, errors: int) -> bool:
    """Whether so many letters dropped, inserted, replaced or swapped with the next make the one word the other."""
    if abs(len(one) - len(other)) > errors:
        return False
    start = 0
    while start < len(one) and one[start : start + 1] == other[start : start + 1]:
        start += 1
    one, other = one[start:], other[start:]
    if not one or not other:
        return True
    return errors > 0 and (
        _within(one[1:], other[1:], errors - 1)
        or _within(one[1:], other, errors - 1)
        or _within(one, other[1:], errors - 1)
        or (one[:2] == other[1::-1] and _within(one[2:], other[2:], errors - 1))
    )


def _without_accents(pieces: list[Piece], known: Collection[str], *, spelled: bool) -> list[Piece]:
    text = _join(pieces)
    if text.isascii():
        return pieces
    plain = [(_plain(piece, spelled=spelled), fields) for piece, fields in pieces]
    others = set(canonicalize(_join(plain)).split()) - set(canonicalize(text).split())
    return pieces if not others.isdisjoint(known) else plain


def _plain(text: str, *, spelled: bool) -> str:
    if spelled:
        text = text.translate(_SPELLED)
    text = _MARKS.sub("", unicodedata.normalize("NFD", text)).translate(_PLAIN)
    return unicodedata.normalize("NFC", text)


# What is found, and what may stand in its place.
_Edits = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]

# A full stop or a comma between digits separates two numbers: it can be doubled, never dropped or exchanged, for
# 3.4.2013 and 3/4/2013 may be different days.
_PUNCTUATION_EDITS: _Edits = (
    (re.compile(r"(?<=[^\W\d_])[.,](?=\s|$)|(?<=\d)[.,](?=\s+[^\W\d_])|(?<=\d),(?=\s)"), ("",)),
    (re.compile(r"[.,](?=\s)"), (",", ".", ";", " ,")),
    (re.compile(r"(?<=\w)\.(?=[\w\s]|$)"), ("..", ".,")),
    (re.compile(r"(?<=\w)[-/](?=\w)"), ("--", "//")),
    (re.compile(r"(?<=[^\W\d_])(?=\s\d)|(?<=\d)(?=\s[^\W\d_])"), (",", ".")),
)
_NOT_ROMAN = r"(?![ivxlcdmIVXLCDM]+\b)"
_SPACE_EDITS: _Edits = (
    (re.compile(rf"(?<=\d)\s(?=[^\W\d_]){_NOT_ROMAN}|(?<=[^\W\d_]{{2}})(?<![ivxIVX])\s(?=\d)"), ("",)),
    (re.compile(rf"(?<=[^\W\d_]{{2}})\s(?=[^\W\d_]{{3}}){_NOT_ROMAN}|(?<=[.,])\s(?=\w)"), ("",)),
    (re.compile(r"(?<=\w)(?=[.,/-]\w)|(?<=\w[.,/-])(?=\w)"), (" ",)),
    (re.compile(rf"(?<=\d)(?=[^\W\d_]){_NOT_ROMAN}|(?<=[^\W\d_]{{2}})(?=\d)"), (" ",)),
)


def _edit_somewhere(rng: random.Random, pieces: list[Piece], edits: _Edits) -> list[Piece]:
    """The pieces with one of the edits at one of the places where its pattern is found."""
    text = _join(pieces)
    pattern, replacements = rng.choice(edits)
    found = list(pattern.finditer(text))
    if not found:
        return pieces
    place = rng.choice(found)
    return _edit(pieces, place.start(), place.end(), rng.choice(replacements))


def _join(pieces: Sequence[Piece]) -> str:
    return "".join([text for text, _ in pieces])


def _edit(pieces: Sequence[Piece], start: int, stop: int, new: str) -> list[Piece]:
    """The pieces with `new` in the place of the characters `start` to `stop` of their text.

    What is inserted between two pieces belongs to neither. Where the characters belong to several pieces, each takes
    its share of the new ones, and the last what is left.
    """
    edited: list[Piece] = []
    for text, fields in pieces:
        if start == stop == 0:
            edited += [(new, ()), (text, fields)]
            start, stop = -1, -1
        elif 0 <= start < len(text):
            kept = text[stop:]
            share = new if stop <= len(text) else new[: len(text) - start]
            edited.append((text[:start] + share + kept, fields))
            new = new[len(share) :]
            start, stop = (0, stop - len(text)) if stop > len(text) else (-1, -1)
        else:
            edited.append((text, fields))
            start, stop = start - len(text), stop - len(text)
    return [*edited, (new, ())] if start == stop == 0 else edited

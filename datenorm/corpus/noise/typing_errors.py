"""Typing errors: slips of the finger, on the keyboards of many scripts."""

import random
import unicodedata
from collections.abc import Collection, Sequence

from datenorm.core.canonical import canonicalize
from datenorm.corpus.noise.pieces import edit, join
from datenorm.corpus.noise.words import ROMAN, SHORT, is_safe, word_pattern
from datenorm.corpus.phrase import Choice, Piece

# How often each slip is made, after studies of typed corpora: most hit the key beside the right one.
_SLIPS = Choice({"neighbour": 40, "drop": 25, "swap": 15, "double": 12, "insert": 8})
_ANY_SLIPS = Choice({"other": 1, "drop": 1, "swap": 1, "double": 1})
_SAFE_SLIPS = frozenset({"swap", "double"})  # every letter is still there
_ROOM_FOR_TWO = 8  # letters: a shorter word with two errors is a guess

# A weight, then the rows. Each key touches the two beside it, and two in the rows above and below. A hyphen is a key
# without a letter. The weight is how often a neighbour comes from this keyboard rather than from another.
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
    """Letter -> the letters whose keys touch its own, each as often as the weights of its keyboards."""
    found: dict[str, str] = {}
    for weight, *rows in _KEYBOARDS:
        keys = {(row, place): letter for row, letters in enumerate(rows) for place, letter in enumerate(letters)}
        for (row, place), letter in keys.items():
            beside = ((0, -1), (0, 1), (-1, 0), (-1, 1), (1, -1), (1, 0))
            touched = "".join(keys.get((row + down, place + right), "-") for down, right in beside)
            found[letter] = found.get(letter, "") + touched.replace("-", "") * weight
    return found


_NEIGHBOURS = _neighbours()


def _alphabets() -> dict[str, str]:
    """Letter -> the letters of the first keyboard that has it."""
    found: dict[str, str] = {}
    for _, *rows in _KEYBOARDS:
        letters = "".join(rows).replace("-", "")
        found = dict.fromkeys(letters, letters) | found
    return found


_ALPHABETS = _alphabets()


def typing_error(rng: random.Random, pieces: Sequence[Piece], known: Collection[str] = ()) -> list[Piece] | None:
    """The same phrase with exactly one slip of the finger, in a letter.

    >>> typing_error(random.Random(2), [("3 ", ("day",)), ("September", ("month",))])
    [('3 ', ('day',)), ('Sepember', ('month',))]

    Args:
        rng: Draws the letter and the slip.
        pieces: The phrase; a plain text is one piece, `[(text, ())]`.
        known: As in `chances.add_noise`.

    Returns:
        The pieces, or None if they have no word that can take an error: all-number dates, ideographs, Roman numerals.
    """
    return typed(rng, pieces, known, errors=1)


def letter_error(rng: random.Random, pieces: Sequence[Piece], known: Collection[str] = ()) -> list[Piece] | None:
    """As `typing_error`, with an error that no keyboard explains: each kind, and each letter of the script, alike."""
    return typed(rng, pieces, known, errors=1, slips=_ANY_SLIPS)


def typed(
    rng: random.Random, pieces: Sequence[Piece], known: Collection[str], *, errors: int, slips: Choice[str] = _SLIPS
) -> list[Piece] | None:
    """The pieces with at most so many errors of the kinds that `slips` draws, or None if none is possible."""
    intended = [word.group() for word in word_pattern().finditer(join(pieces))]
    made = [0] * len(intended)
    for _ in range(errors):
        text = join(pieces)
        words = list(word_pattern().finditer(text))
        spots = [
            (number, place)
            for number, word in enumerate(words)
            if (not made[number] or len(intended[number]) >= _ROOM_FOR_TWO) and not ROMAN.fullmatch(word.group())
            for place in range(word.end() - word.start())
        ]
        rng.shuffle(spots)
        for number, place in spots:
            word = words[number]
            noisy = _slip(rng, slips, word.group(), place, intended[number], known, errors=made[number] + 1)
            if noisy:
                pieces = edit(pieces, word.start(), word.end(), noisy)
                made[number] += 1
                break
    return list(pieces) if any(made) else None


def _slip(
    rng: random.Random,
    slips: Choice[str],
    word: str,
    place: int,
    intended: str,
    known: Collection[str],
    errors: int,
) -> str | None:
    """The word with one slip at this place: of the kind drawn if that is safe, else of another kind."""
    letter, after = word[place], word[place + 1 : place + 2]
    if not letter.isalpha():
        return None
    base = unicodedata.normalize("NFD", letter.lower())[0]
    for slip in (slips(rng), *slips.items):
        if slip not in _SAFE_SLIPS and len(intended) < _enough_letters(slip, known):
            continue
        if slip in ("neighbour", "insert", "other"):
            keys = _ALPHABETS if slip == "other" else _NEIGHBOURS
            near = keys.get(letter.lower()) or keys.get(base)
            key = rng.choice(near) if near else ""
            key = key.upper() if letter.isupper() else key
            noisy = word[:place] + key + word[place + (slip != "insert") :] if key else word
        elif slip == "swap":
            noisy = word[:place] + after + letter + word[place + 2 :] if after.isalpha() else word
        elif slip == "double":
            noisy = word[: place + 1] + letter + word[place + 1 :]
        else:
            noisy = word[:place] + word[place + 1 :]
        if canonicalize(noisy) != canonicalize(word) and is_safe(noisy, intended, known, errors):
            return noisy
    return None


def _enough_letters(slip: str, known: Collection[str]) -> int:
    if not known:
        return SHORT + 1
    return SHORT if slip == "drop" else SHORT - 1

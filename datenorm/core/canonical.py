"""Canonical text: one spelling for all texts that look or read the same."""

import re
import unicodedata

# NFKC keeps these apart, but people type the one that their keyboard or word processor offers.
_LOOKALIKES = {
    **dict.fromkeys("‘’‚‛ʹʼˈ′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ـ": "",  # tatweel, which only stretches Arabic words
}
_LOOKALIKE = re.compile(f"[{''.join(_LOOKALIKES)}]")  # faster than `str.translate`, since few texts have one
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # control characters other than white space
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_NOT_PLAIN = re.compile(rf"{_OTHER_DIGIT.pattern}|[^\w\s\x00-\x7f]")  # digits, and whatever may be a format character
_CHANGED = re.compile(f"{_LOOKALIKE.pattern}|{_OTHER_DIGIT.pattern}")  # one look in place of two


def canonicalize(text: str) -> str:
    """The canonical form of `text`, which the network reads.

    >>> canonicalize("Ｔ１２：３０ \u202f P.M.\u200f")
    't12:30 p.m.'

    The steps, in this order:

    1. Remove control characters (Unicode category Cc) other than white space.
    2. Replace compatibility characters by their plain form (NFKC).
    3. Fold case, and apply NFKC again, since folding can undo it.
    4. Replace typographic quotes and dashes by those of a keyboard.
    5. Replace the digits of every script by 0-9, and remove invisible format characters (Cf: bidi marks, joiners).
    6. Apply NFKC again, since step 5 can bring a base and its mark together.
    7. Replace every run of white space by one space, and remove it at both ends.

    The result is stable: `canonicalize(canonicalize(text)) == canonicalize(text)`.

    Args:
        text: Any string. Lone surrogates stay as they are.

    Returns:
        A string that may be shorter than `text`, or longer: one ligature becomes two letters.
    """
    if text.isascii() and text.isprintable():  # a short cut, without the steps that cannot change such text
        return " ".join(text.lower().replace("`", "'").split())
    if not text.isprintable():  # as control characters are not
        text = _CONTROL.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
        if text.isprintable() and not _CHANGED.search(text):  # another short cut: nothing is left to do
            return " ".join(text.casefold().split())
        text = _to_keyboard(text)
        if not text.isprintable() or _OTHER_DIGIT.search(text):  # format characters are not printable
            text = _NOT_PLAIN.sub(_plain, text)
        text = unicodedata.normalize("NFKC", text)
    return " ".join(_to_keyboard(text.casefold()).split())


def _to_keyboard(text: str) -> str:
    return _LOOKALIKE.sub(lambda found: _LOOKALIKES[found[0]], text)


def _plain(found: re.Match[str]) -> str:
    character = found[0]
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    return "" if unicodedata.category(character) == "Cf" else character

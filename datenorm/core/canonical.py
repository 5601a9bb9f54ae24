"""Canonical text: one spelling for what looks or reads the same, before anything is learned or looked up."""

import re
import unicodedata

# NFKC leaves these apart, though people type whichever their keyboard or word processor offers.
_LOOKALIKES = {
    **dict.fromkeys("‘’‚‛ʹʼˈ′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ـ": "",  # tatweel, which only makes Arabic words longer
}
_LOOKALIKE = re.compile(f"[{''.join(_LOOKALIKES)}]")  # few texts hold one, and `str.translate` asks each character
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # those that are no white space
_OTHER_DIGIT = re.compile(r"[^\D0-9]")


def canonicalize(text: str) -> str:
    """The one form of `text` that the generator writes and the network reads.

    >>> canonicalize("Ｔ１２：３０ \u202f P.M.\u200f")
    't12:30 p.m.'

    In this order: control characters (Unicode category Cc, white space apart) removed; compatibility characters to
    their plain form (NFKC); lower case (case folding, and NFKC again, which folding can undo); typographic quotes and
    dashes to the keyboard's; digits of every script to 0-9, and invisible format characters (Cf: bidi marks, joiners)
    removed; NFKC once more, since that can bring a base and its mark together; every run of white space to one space,
    none at the ends.

    The result is stable: `canonicalize(canonicalize(text)) == canonicalize(text)`.

    Args:
        text: Any string; lone surrogates pass through unchanged.

    Returns:
        The canonical string, which can be longer (one ligature becomes two letters) or shorter than `text`.
    """
    if text.isascii() and text.isprintable():  # the same, without the steps that cannot change it
        return " ".join(text.lower().replace("`", "'").split())
    text = _CONTROL.sub("", text)
    if not text.isascii():
        text = _to_keyboard(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()))
        if not text.isprintable() or _OTHER_DIGIT.search(text):  # no Cf is printable
            text = "".join(map(_plain, text))
        text = unicodedata.normalize("NFKC", text)
    return " ".join(_to_keyboard(text.casefold()).split())


def _to_keyboard(text: str) -> str:
    return _LOOKALIKE.sub(lambda found: _LOOKALIKES[found[0]], text)


def _plain(character: str) -> str:
    if character.isascii():
        return character
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    return "" if unicodedata.category(character) == "Cf" else character

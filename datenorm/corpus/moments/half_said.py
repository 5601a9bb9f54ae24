"""Half said: the beginning of a relative expression before another word, such as "next house", which states nothing."""

import functools
import random
import re

from datenorm.core.canonical import canonicalize
from datenorm.core.moments import NOTHING
from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.moments.prose import prose
from datenorm.corpus.moments.words import UNSPACED, stating_words
from datenorm.corpus.moments.written import Written, without_value
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice

_UNITS = frozenset(("week", "month", "year"))  # "last day" is half said in "last", and a day in "day" alone
_FARTHEST = 1
_WORD = re.compile(r"[^\W\d_]+")


def half_said(rng: random.Random) -> Written | None:
    """The beginning of "next week" with a word of prose behind it; None where it would state something."""
    code = _languages()(rng)
    *beginning, _ = pick(rng, _said(code)).split()
    other = prose(rng, code, 1)
    text = " ".join((*beginning, other))
    if not beginning or _words(other) & _time_words(code) or _states(code, " ".join(beginning)):
        return None
    return without_value(text, NOTHING, "none: half said", locale=code)


@functools.cache
def _languages() -> Choice[str]:
    """A choice of the languages that say more than one word, by how much they are written."""
    weights = {code: load(code).weight for code in by_language("relative") if code not in UNSPACED and _said(code)}
    return Choice(weights)


@functools.cache
def _said(code: str) -> tuple[str, ...]:
    """What a language says of the weeks, months and years around the present ones, in several words."""
    named = load(code).relative.named
    near = (amount for amount in named if amount.unit in _UNITS and abs(amount.number) <= _FARTHEST)
    return tuple(text for amount in near for text in named[amount] if " " in text)


@functools.cache
def _time_words(code: str) -> frozenset[str]:
    """All words of a language's relative expressions, whichever of them states when."""
    named = load(code).relative.named
    return stating_words(code) | {word for texts in named.values() for text in texts for word in _words(text)}


def _states(code: str, beginning: str) -> bool:
    """Whether a beginning states something by itself."""
    canonical = canonicalize(beginning)
    return any(map(str.isdigit, canonical)) or any(f" {text} " in f" {canonical} " for text in _whole(code))


@functools.cache
def _whole(code: str) -> tuple[str, ...]:
    """The relative expressions of a language that have no alternatives, in canonical form."""
    named = load(code).relative.named
    return tuple(canonicalize(text) for texts in named.values() for text in texts if "(" not in text)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(canonicalize(text)))

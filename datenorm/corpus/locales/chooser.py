"""Chooser: which locale writes, by how much its language is read, and the regions that training never sees."""

import functools

from babel import localedata

from datenorm.corpus.languages.load import load
from datenorm.corpus.phrase import Choice

# Whole region variants that training never sees.
HELD_OUT_LOCALES = frozenset({"ar_TN", "de_LI", "en_NZ", "es_UY", "fr_LU", "pt_CV", "ru_KG", "sv_AX", "ta_SG"})

# The region-less locale is the language's largest region; the variants share the rest.
_PLAIN_SHARE = 0.45


@functools.cache
def identifiers() -> tuple[str, ...]:
    """Every locale that Babel has, sorted."""
    return tuple(sorted(localedata.locale_identifiers()))


@functools.cache
def chooser(held_out: bool, *, evenly: bool = False) -> Choice[str]:
    """A weighted choice of locales.

    Args:
        held_out: Whether to draw the held-out locales as well, with half of the whole weight.
        evenly: Whether every language has the same weight.
    """
    by_language: dict[str, list[str]] = {}
    for identifier in identifiers():
        if held_out or identifier not in HELD_OUT_LOCALES:
            by_language.setdefault(identifier.partition("_")[0], []).append(identifier)
    weights: dict[str, float] = {}
    for language, members in by_language.items():
        weight = 1.0 if evenly else load(language).weight
        plain = weight if len(members) == 1 else weight * _PLAIN_SHARE
        weights[members[0]] = plain
        weights |= dict.fromkeys(members[1:], weight * (1 - _PLAIN_SHARE) / max(1, len(members) - 1))
    if held_out:
        total = sum(weights.values())
        weights |= dict.fromkeys(sorted(HELD_OUT_LOCALES), total / len(HELD_OUT_LOCALES))
    return Choice(weights)

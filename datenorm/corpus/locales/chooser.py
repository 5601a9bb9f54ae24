"""Chooser: which locale writes, by how much its language is read, and the regions that training never sees."""

import functools

from babel import localedata

from datenorm.corpus.phrase import Choice

# Whole region variants that training never sees.
HELD_OUT_LOCALES = frozenset({"ar_TN", "de_LI", "en_NZ", "es_UY", "fr_LU", "pt_CV", "ru_KG", "sv_AX", "ta_SG"})

# How often a language is written, about the square root of its readers on the web.
_LANGUAGE_WEIGHTS: dict[str, float] = {
    "en": 50,
    **dict.fromkeys(("de", "es", "fr"), 24),
    **dict.fromkeys(("it", "pt", "ru", "zh"), 18),
    **dict.fromkeys(("ar", "ja", "nl", "pl", "tr"), 13),
    **dict.fromkeys(
        ("cs", "da", "el", "fa", "fi", "he", "hi", "hu", "id", "ko", "nb", "ro", "sv", "th", "uk", "vi"), 9
    ),
    **dict.fromkeys(("bg", "bn", "ca", "hr", "lt", "lv", "et", "sk", "sl", "sr", "ms", "fil", "ur", "eu", "is"), 6),
    **dict.fromkeys("af az be bs cy eo ga gl gu hy ka kk km kn lo mk ml mn mr mt my nn no pa sq".split(), 3.5),
    **dict.fromkeys("sw ta te uz am fo fy gd gsw kl ky lb ne or ps si so tg tk tt ug yue zu".split(), 3),
}
_SMALL_LANGUAGE = 2.0  # each of the two hundred that are not named
# The region-less locale stands for the language's largest region; variants share the rest.
_PLAIN_SHARE = 0.45


def weight_of(language: str) -> float:
    """How often the language is written, relative to the others."""
    return _LANGUAGE_WEIGHTS.get(language, _SMALL_LANGUAGE)


@functools.cache
def identifiers() -> tuple[str, ...]:
    """Every locale that Babel has, sorted."""
    return tuple(sorted(localedata.locale_identifiers()))


@functools.cache
def chooser(held_out: bool, *, evenly: bool = False) -> Choice[str]:
    """A weighted choice of locales.

    Args:
        held_out: Whether to draw those kept from training as well, which then get half of the whole weight.
        evenly: Whether every language has the same weight.
    """
    by_language: dict[str, list[str]] = {}
    for identifier in identifiers():
        if held_out or identifier not in HELD_OUT_LOCALES:
            by_language.setdefault(identifier.partition("_")[0], []).append(identifier)
    weights: dict[str, float] = {}
    for language, members in by_language.items():
        weight = 1.0 if evenly else weight_of(language)
        plain = weight if len(members) == 1 else weight * _PLAIN_SHARE
        weights[members[0]] = plain
        weights |= dict.fromkeys(members[1:], weight * (1 - _PLAIN_SHARE) / max(1, len(members) - 1))
    if held_out:
        total = sum(weights.values())
        weights |= dict.fromkeys(sorted(HELD_OUT_LOCALES), total / len(HELD_OUT_LOCALES))
    return Choice(weights)

"""Languages: what a name of a month or weekday means in a column, by the languages that the other rows speak."""

import collections
from collections.abc import Mapping

from datenorm.core.language_names import MONTH, WEEKDAY, Meaning, is_shared, meanings_of, names_in

ALONE, TOGETHER = "name", "names"
"""What rows show: the one name that a row has, or each of several."""

_FOREIGN = 0.05
"""Up to this share of the names may be slips, or of another language."""


def names_shown(text: str) -> list[str]:
    """What a canonical text shows of its language, such as `name: mar`.

    >>> names_shown("mar 3"), names_shown("lun 2 marzo")
    (['name: mar'], ['names: lun', 'names: marzo'])
    """
    names = sorted(set(names_in(text)))
    return [f"{ALONE if len(names) == 1 else TOGETHER}: {name}" for name in names]


def languages_of(names: Mapping[str, int]) -> tuple[str, ...]:
    """The languages that have nearly all of a column's names; none if the column has no name.

    Args:
        names: Name -> how many rows have it.
    """
    rows = sum(names.values())
    found: collections.Counter[str] = collections.Counter()
    for name, count in names.items():
        found.update(dict.fromkeys(meanings_of(name), count))
    return tuple(sorted(language for language, count in found.items() if count >= (1 - _FOREIGN) * rows))


def meanings_in_column(name: str, alone: Mapping[str, int], together: Mapping[str, int]) -> frozenset[Meaning]:
    """What a name that has several meanings can mean in a column where it is the only name of a row.

    The other names decide: in which languages nearly all of them are names, and whether those that are the only names
    of their rows are months or weekdays.

    Args:
        name: The name.
        alone: Name -> how many rows have it as their only name.
        together: Name -> how many rows have it beside others.

    Returns:
        The meanings that are left; empty if the other names do not tell, or are too few.
    """
    if not is_shared(name):
        return frozenset()
    others = collections.Counter(alone) + collections.Counter(together)
    own = others.pop(name, 0)
    rows = sum(others.values())
    if rows <= _FOREIGN * (rows + own):
        return frozenset()
    others_alone = {other: count for other, count in alone.items() if other != name}
    left: set[Meaning] = set()
    for language in languages_of(others):
        kinds = _kinds(language, others_alone)
        left.update(each for each in meanings_of(name).get(language, ()) if each.kind in kinds)
    # Names that are shared themselves may single out a language. Where they do not, they say nothing.
    own_names = sum(count for other, count in others.items() if not is_shared(other))
    return frozenset(left) if len(left) == 1 or own_names > _FOREIGN * (rows + own) else frozenset()


def _kinds(language: str, names: Mapping[str, int]) -> frozenset[str]:
    """The kinds of meaning that more than a few of the names have in a language; both if no name tells."""
    rows = dict.fromkeys((MONTH, WEEKDAY), 0)
    for name, count in names.items():
        kinds = {meaning.kind for meaning in meanings_of(name).get(language, ())}
        if len(kinds) == 1:
            rows[kinds.pop()] += count
    total = sum(rows.values())
    return frozenset(kind for kind, count in rows.items() if not total or count > _FOREIGN * total)

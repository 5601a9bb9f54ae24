"""Near names: the months' names, in all languages, that one slip makes a word of."""

import collections
import functools
import itertools
from collections.abc import Iterator, Mapping

from datenorm.corpus.locales.names import cldr_months
from datenorm.corpus.noise.words import is_within


def near_months(word: str) -> Iterator[tuple[str, Mapping[int, float]]]:
    """The names that are at most one slip from a canonical word, with what `cldr_months` says of them.

    >>> sorted(name for name, _ in near_months("septmber"))
    ['september', 'septimber', 'septämber']
    """
    near = set(itertools.chain.from_iterable(_by_deletion().get(rest, ()) for rest in _deletions(word)))
    return ((name, cldr_months()[name]) for name in near if is_within(word, name, 1))


@functools.cache
def _by_deletion() -> dict[str, list[str]]:
    """A name, or what one letter less leaves of it -> the names that leave it, so that few have to be compared.

    After Garbe's symmetric delete algorithm: two names that are one slip apart leave something in common.
    """
    found: dict[str, list[str]] = collections.defaultdict(list)
    for name in cldr_months():
        if not any(map(str.isdigit, name)):
            for rest in _deletions(name):
                found[rest].append(name)
    return dict(found)


def _deletions(name: str) -> set[str]:
    return {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))}

"""Language names: the table of names that mean different months or weekdays, which the runtime reads.

`python -m datenorm.corpus.locales.language_names` writes it again.
"""

import collections
import json
from collections.abc import Iterator

from babel.core import get_cldr_version

from datenorm.core.canonical import canonicalize
from datenorm.core.language_names import LANGUAGE_NAMES, MEANINGS, words_of
from datenorm.corpus.languages.load import codes, language_of
from datenorm.corpus.locales.chooser import identifiers
from datenorm.corpus.locales.names import months_as_given, weekdays_as_given

_SHORTEST = 2  # one letter says little of a language


def language_names() -> dict[str, str | dict[str, str]]:
    """The version of CLDR that Babel brings, and language -> its names, as `LANGUAGE_NAMES` has them.

    The languages are those that have a file, and a name which means something else as well, in them or in another one.
    """
    names: dict[str, list[set[str]]] = {}
    for identifier in identifiers():
        language = language_of(identifier).code
        if language in codes():
            slots = names.setdefault(language, [set() for _ in MEANINGS])
            for slot, given in enumerate((*months_as_given(identifier), *weekdays_as_given(identifier))):
                slots[slot].update(_words(given))
    meanings: dict[str, set[int]] = collections.defaultdict(set)
    for slots in names.values():
        for slot, words in enumerate(slots):
            for word in words:
                meanings[word].add(slot)
    shared = {word for word, slots in meanings.items() if len(slots) > 1}
    lines = {
        language: ",".join(" ".join(sorted(words)) for words in slots)
        for language, slots in sorted(names.items())
        if any(words & shared for words in slots)
    }
    return {"cldr": get_cldr_version(), "names": lines}


def _words(names: tuple[str, ...]) -> Iterator[str]:
    """The names that are single words, as they are in canonical text."""
    for name in names:
        word = canonicalize(name).strip(" .")
        if words_of(word) == [word] and len(word) >= _SHORTEST:
            yield word


if __name__ == "__main__":
    text = json.dumps(language_names(), indent=2, ensure_ascii=False)
    LANGUAGE_NAMES.write_text(text + "\n", encoding="utf-8")

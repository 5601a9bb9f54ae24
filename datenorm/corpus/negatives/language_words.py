"""Words of single languages that texts without a date are made of, from the languages' files."""

import functools
import itertools
from collections.abc import Iterator

from datenorm.corpus.languages.load import by_language
from datenorm.corpus.negatives import tables

_ORDERS = {
    "leads": "en de fr it es pt nl ru pl cs hu sv fi tr el he ar hi th vi id zh ja ko",
    "before_numbers": """
        en de es fr it nl pl cs sv nb fi hu tr id vi ru uk bg el he ar fa hi bn ta th ja zh ko ka hy et lv lt sq sw
        ga is ca sl:1 hr sl
    """,
    "units": """
        en:9 * ru:3 en de es fr it pt nl pl cs sv nb fi hu tr id vi ru uk el he ar fa hi bn ta th ja ko ka hy et lv
        lt sq
    """,
    "durations": """
        en de es fr it pt nl pl cs sv nb da fi hu tr id vi ru uk bg el he ar fa hi bn ta th ja zh ko et lv lt ro hr
        sl sq ka hy az uz sw ga is
    """,
    "relative_days": """
        en de es fr it pt nl pl cs sk sl hr sv nb da fi et lv lt hu ro tr az uz id fil vi sw af ga cy ca eu is sq
        ru uk be bg mk sr kk mn el he ar fa ur hi bn ta te kn ml gu pa ne th lo km ja zh ko ka hy am
    """,
    "around_weekdays": "*:1 en:11 *:2 de es fr it pt pl ru uk en *",
    "sentences": """
        en:56 fr:4 en:4 fr:1 en:14 es:1 en:1 nb:1 fr:3 en:5 fr:2 en:2 de:1 en:3 it:4 en:8 fr:1 en:4 es:1 en:3 es:9
        pt:1 es:4 pt en:22 de:1 en:2 nb en:5 es:2 it:1 de:1 fr:1 de:2 en:3 vi:1 en:26 de:2 vi de:3 fr:3 es:3 it en
        de:2 fr:1 es fr de ru:2 zh:3 ja:1 zh:1 ja zh ru el he ar hi th ko
    """,
    "no_answers": """
        *:25 en:25 fr:1 en:1 de:1 es:1 de:1 fr:1 *:3 it:1 pt pl:1 ru:1 uk:1 el ar:2 ja:1 zh:1 ja:2 ko:1 de:1 fr:1
        es:1 it:1 nl pl ru:1 uk sv nb:1 fi tr:1 id:1 vi:1 th hi ar he *:2 en:3 fr:1 de:1 *:1 it:1 es:1 *:2 en:3
        de:1 es:1 it nb ru:1 zh ja ko tr vi id en:10 fr de es ru *:5 en *
    """,
}
"""Kind -> the order of its languages; those left out come last. `*` is what no language owns.

The order decides only which draw gives which word. It is that of the tables that wrote data/, so the same seed gives
the same bytes: `en:9` takes the next nine texts of English, `en` all that are left.
"""


@functools.cache
def words(kind: str) -> tuple[str, ...]:
    """The texts of one of `load.NO_DATE_KINDS` in all languages, each once.

    >>> "strona" in words("before_numbers"), "tomorrow" in words("relative_days")
    (True, True)
    """
    return tuple(dict.fromkeys(_in_order(kind)))


def _in_order(kind: str) -> Iterator[str]:
    said = {"*": tables.OF_NO_LANGUAGE.get(kind, ())}
    said |= {code: texts.get(kind, ()) for code, texts in by_language("no_date").items()}
    rest = {code: iter(texts) for code, texts in said.items()}
    for run in (*_ORDERS[kind].split(), *said):
        code, _, count = run.partition(":")
        yield from itertools.islice(rest[code], int(count) if count else None)

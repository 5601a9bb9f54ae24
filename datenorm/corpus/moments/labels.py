"""Labels: what forms, web pages and catalogues put before a date, which changes nothing in it."""

import functools
import random
import re

from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, listed

_CLOSE = ("日", "：", "于", "於", "至", "期限", " ", "-")
"""What a label can end with, so that no space follows it."""

_NUMBERED = listed(
    """
    Nummer {n} vom|Nr. {n} vom|Rechnung {n} vom|Bescheid {n} vom|Az. {n} vom|Version {v} gültig ab dem
    Versione {v} in vigore dal|Fattura n. {n} del|Facture n° {n} du|Factura {n} de fecha|Invoice {n} of
    Invoice #{n} dated|Order {n}, placed on|Ref. {n},|Version {v} of|Version {v} du|Versión {v} del
    versie {v} van|v{v}, released|Rev. {v},|Release {v} -|Nota fiscal {n} de|decreto n. {n} del|D.Lgs. {n} del
    Décret n° {n} du|Loi n° {n} du|Ley {n} de|Lei nº {n} de|Gesetz Nr. {n} vom|Приказ № {n} от|Договор № {n} от
    Счёт № {n} от|Faktura nr {n} z dnia|Uchwała nr {n} z|Factuur {n} van|Ordin nr. {n} din|Faktura č. {n} ze dne
    Sagsnr. {n} af|Ärende {n}, |Patent No. {n},|US patent {n} issued|Case {n}, filed|Ticket #{n} opened|Nr {n} av
    第{n}号 |文号{n}，
    """
)
_PREPOSITION = re.compile(r"\s+\w{1,3}$")
_DIGITS = (3, 4, 5, 6, 7, 8)
_NUMBERED_SHARE = 0.25


def label(rng: random.Random, code: str) -> str:
    """A label with the space that follows it, in a language; in any for those that have none."""
    if rng.random() < _NUMBERED_SHARE:
        number, version = rng.randrange(10 ** rng.choice(_DIGITS)), f"{rng.randrange(1, 12)}.{rng.randrange(10)}"
        return _spaced(pick(rng, _NUMBERED).format(n=number, v=version))
    return _spaced(_of_language(rng, code))


def label_without_preposition(rng: random.Random, code: str) -> str:
    """A label as it stands before "yesterday": "Publié" rather than "Publié le"; '' where none is drawn."""
    text = _PREPOSITION.sub("", _of_language(rng, code))
    return "" if _PREPOSITION.search(text) else _spaced(text)


def _of_language(rng: random.Random, code: str) -> str:
    labels = load(code).surroundings.labels if code else ()
    return pick(rng, labels or load(_languages()(rng)).surroundings.labels)


@functools.cache
def _languages() -> Choice[str]:
    return Choice({code: load(code).weight for code, words in by_language("surroundings").items() if words.labels})


def _spaced(text: str) -> str:
    return text if text.endswith(_CLOSE) else f"{text} "

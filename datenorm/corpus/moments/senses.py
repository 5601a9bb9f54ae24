"""Senses: what the words before and behind a date make of it: an open start, an open end, a date that is not sure."""

import functools

from datenorm.core.moments import AFTER, APPROXIMATE, BEFORE, UNCERTAIN
from datenorm.corpus.languages.load import Language, load
from datenorm.corpus.moments.pieces import FORM, NO_FIELD, QUALIFIER, Stated
from datenorm.corpus.phrase import Fields, listed

# Of the prefixes and suffixes that belong to no single language: `patterns.prefixes` has them.
_OF_NO_LANGUAGE = {
    BEFORE: """
        before|by|until|bef|bef.|not after|earlier than|no later than|prior to|ante|vor|bis|vor dem Jahr|avant
        jusqu'en|antes de|hasta|prima del|fino al|voor|vóór|przed|do|до|před|före|före år|før|ennen|até|or earlier
        előtt
    """,
    AFTER: """
        since|after|aft|aft.|not before|later than|post|seit|nach|ab|après|depuis|después de|desde|dopo il|dal|na|sinds
        po|od|после|с|не ранее|efter|depois de|or later|után|from|as of
    """,
    APPROXIMATE: """
        c|c.|ca|ca.|circa|around|about|est.|est|~|approx|approx.|approximately|abt|abt.|cal|um|vers|hacia|etwa|env.
        early|late|Anfang|Mitte|Ende
        environ|verso il|rond|omstreeks|ok.|około|около|ок.|asi|kolem|okolo|omkring|noin|cerca de|por volta de|c:a|fl.
        (approx.)|or so|(estimated)|körül
    """,
    UNCERTAIN: "?|(?)|maybe|perhaps|probably|possibly|guess|(uncertain)",
}


@functools.cache
def sense_of(words: str, code: str = "") -> str:
    """What words make of the date beside them: `BEFORE`, `AFTER`, `APPROXIMATE`, `UNCERTAIN`, or '' for nothing.

    >>> sense_of("since ", "en"), sense_of("c. "), sense_of("early ", "en"), sense_of("valid until ", "en")
    ('A', '~', '~', '')

    Args:
        words: A prefix or a suffix.
        code: The language whose file has it; '' for those of `patterns.prefixes`.
    """
    return (_of(load(code)) if code else _of_no_language()).get(words.strip(), "")


def fields_of_sense(sense: str) -> Stated:
    """The field of `Moment` that a sense states."""
    return {} if not sense else {"qualifier": sense} if sense in (APPROXIMATE, UNCERTAIN) else {"form": sense}


def states_of_sense(sense: str) -> Fields:
    """The names of the fields that a word of the sense states."""
    return NO_FIELD if not sense else QUALIFIER if sense in (APPROXIMATE, UNCERTAIN) else FORM


def _of(language: Language) -> dict[str, str]:
    words, years = language.senses, language.years
    parts = {pattern.partition("{")[0].strip() for pattern in (*years.parts_of_months, *years.parts_of_years)} - {""}
    by_sense = ((APPROXIMATE, parts), (BEFORE, words.before), (AFTER, words.after), (APPROXIMATE, words.about))
    return {word: sense for sense, said in by_sense for word in said}


@functools.cache
def _of_no_language() -> dict[str, str]:
    return {word: sense for sense, words in _OF_NO_LANGUAGE.items() for word in listed(words)}

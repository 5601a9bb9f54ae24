"""Dates: as people write them in every language that Babel knows."""

from datenorm.corpus.dates.characters import human_characters
from datenorm.corpus.dates.families import FAMILIES, REHEARSED, Family
from datenorm.corpus.dates.orders import AMBIGUOUS
from datenorm.corpus.dates.writing import Phrase, examples, phrases

__all__ = ["AMBIGUOUS", "FAMILIES", "REHEARSED", "Family", "Phrase", "examples", "human_characters", "phrases"]

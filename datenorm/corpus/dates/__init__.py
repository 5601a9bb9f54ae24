"""Dates: as people write them in every language that Babel knows."""

from datenorm.corpus.dates.writing import AMBIGUOUS, Phrase, examples, human_characters, phrases

__all__ = ["AMBIGUOUS", "Phrase", "examples", "human_characters", "phrases"]

"""Negatives: texts that state no date."""

from datenorm.corpus.negatives.texts import MACHINE, examples

__all__ = ["MACHINE", "examples"]

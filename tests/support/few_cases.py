"""A generator with few held-out cases, for tests that need no more."""

import dataclasses

import pytest

from datenorm.corpus import generate

CASES = 50
"""Held-out cases of each way."""


def draw_few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the generator draw 50 cases for each way in which texts are held out."""
    for task, source in generate.SOURCES.items():
        held_out = {way: (CASES, examples) for way, (_, examples) in source.held_out.items()}
        monkeypatch.setitem(generate.SOURCES, task, dataclasses.replace(source, held_out=held_out))

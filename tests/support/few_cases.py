"""A generator of clock times with few held-out cases, for tests that need no more."""

import dataclasses

import pytest

from datenorm.corpus import generate

CASES = 50
"""Held-out cases of each way."""


def draw_few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the generator draw 50 cases for each way in which clock times are held out."""
    source = generate.SOURCES["time"]
    held_out = {way: (CASES, examples) for way, (_, examples) in source.held_out.items()}
    monkeypatch.setitem(generate.SOURCES, "time", dataclasses.replace(source, held_out=held_out))

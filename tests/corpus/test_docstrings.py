"""The examples in the docstrings of the corpus are true."""

import doctest
import importlib
from pathlib import Path

import pytest

import datenorm

PACKAGE = Path(datenorm.__file__).parent
WITH_EXAMPLES = [path for path in sorted((PACKAGE / "corpus").rglob("*.py")) if ">>>" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: path.stem)
def test_examples_in_docstrings_are_true(path: Path) -> None:
    name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    results = doctest.testmod(importlib.import_module(name))
    assert results.attempted
    assert results.failed == 0

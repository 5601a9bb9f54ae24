import subprocess
import sys

import pytest

import datenorm


def test_every_name_is_there() -> None:
    assert all(getattr(datenorm, name).__module__.startswith("datenorm") for name in datenorm.__all__)


def test_another_name_is_missed_by_its_name() -> None:
    with pytest.raises(AttributeError, match="module 'datenorm' has no attribute 'normalise'"):
        datenorm.normalise  # type: ignore[attr-defined]  # noqa: B018


def test_what_is_not_needed_yet_is_not_loaded() -> None:
    code = "import sys, datenorm, datenorm.cli.main; sys.exit('numpy' in sys.modules or 'onnxruntime' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)

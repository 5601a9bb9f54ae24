"""The face: `import datenorm`, and what is public."""

import importlib.metadata
import json
import subprocess
import sys
import warnings

import pytest

import datenorm


def test_every_public_name_is_there() -> None:
    for name in set(datenorm.__all__) - {"__version__"}:
        assert getattr(datenorm, name).__module__.startswith("datenorm")


def test_the_version_is_the_installed_one() -> None:
    assert datenorm.__version__ == importlib.metadata.version("datenorm")


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'datenorm' has no attribute 'normalise'"):
        datenorm.normalise  # type: ignore[attr-defined]  # noqa: B018


def test_normalize_returns_the_value_or_none() -> None:
    assert datenorm.normalize("the 3rd of May, 1979") == "1979-05-03"
    assert datenorm.normalize("page 3 of 10") is None
    assert datenorm.normalize("quarter past five pm", task="time") == "17:15"


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        *[({"order": "DMY"}, "2005-04-03"), ({"order": "mdy"}, "2005-03-04")],
        *[({"locale": "en_US"}, "2005-03-04"), ({"locale": "de"}, "2005-04-03")],
    ],
)
def test_an_order_or_a_locale_decides_without_a_warning(arguments: dict[str, str], value: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert datenorm.normalize("03/04/2005", **arguments) == value


def test_an_order_or_a_locale_may_be_given_by_position() -> None:
    assert datenorm.normalize("03/04/2005", "MDY") == datenorm.normalize("03/04/2005", None, "en_US") == "2005-03-04"
    with pytest.raises(ValueError, match="expected an order or a locale"):
        datenorm.normalize("03/04/2005", "DMY", "en_US")


def test_an_ambiguous_date_warns_at_the_place_of_the_call() -> None:
    with pytest.warns(datenorm.AmbiguousDateWarning, match="reads two ways") as caught:
        assert datenorm.normalize("03/04/2005") == "2005-04-03"
    (warning,) = caught
    assert warning.filename == __file__
    assert isinstance(warning.message, UserWarning)
    assert {value for value, _ in warning.message.result.alternatives} == {"2005-04-03", "2005-03-04"}


def test_ambiguous_dates_warn_once_for_each_place() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for text in ("03/04/2005", "04/05/2006", "05/06/2007"):
            datenorm.normalize(text)
        datenorm.normalize("03/04/2005")
    assert [warning.category for warning in caught] == [datenorm.AmbiguousDateWarning] * 2


# What each step loads: a program that only normalises pays for NumPy and ONNX Runtime, and only when it starts to read.
LOADED = """
import json, sys
watched = set("numpy onnxruntime pyarrow matplotlib babel faker keras num2words onnx tensorflow wordfreq".split())
def loaded():
    return sorted(watched & sys.modules.keys())
import datenorm
import datenorm.cli.main
first = loaded()
datenorm.normalize("3 May 1979")
print(json.dumps([first, loaded()]))
"""


# A single text waits for no other command and for nothing that only columns and running texts need.
LOADED_FOR_ONE_TEXT = """
import sys
from datenorm.cli.main import main
main(["normalize", "3 May 1979"])
rooms = "cli.train pipeline tables reading.convention reading.finder reading.date_reader".split()
print([room for room in rooms if f"datenorm.{room}" in sys.modules])
"""


def test_the_command_loads_only_what_one_text_needs() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED_FOR_ONE_TEXT], capture_output=True, text=True, check=True)
    assert ran.stdout == "1979-05-03\n[]\n"


def test_only_numpy_and_onnx_runtime_are_loaded_and_only_on_first_use() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == [[], ["numpy", "onnxruntime"]]

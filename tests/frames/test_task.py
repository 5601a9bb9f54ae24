import numpy as np
import pytest

from datenorm.core.vocab import Vocab
from datenorm.frames.task import ALPHABET, NOTHING, STAMP, exchanged, to_value
from datenorm.reading.decoder import Decoder


@pytest.mark.parametrize(
    ("machine", "value"),
    [
        *[("2021080903p4112", "2021-08-09T15:41:12"), ("2021080915.41XX", "2021-08-09T15:41")],
        *[("2021080912a05XX", "2021-08-09T00:05"), ("2021080912p05XX", "2021-08-09T12:05")],
        *[("XXXXXX1520.39XX", "XXXX-XX-15T20:39"), ("XXXX052402a52XX", "XXXX-05-24T02:52")],
        *[("19980503XXXXXXX", "1998-05-03"), ("XXXXXXXX01.0206", "01:02:06"), (NOTHING, None)],
    ],
)
def test_value_of_a_machine_string(machine: str, value: str | None) -> None:
    assert STAMP.is_valid(machine)
    assert to_value(machine) == value


def test_seconds_can_be_left_out() -> None:
    assert to_value("2021080903p4112", seconds=False) == "2021-08-09T15:41"


@pytest.mark.parametrize(
    "machine", ["2021023012.00XX", "2021080913p00XX", "2021080924.00XX", "2021080912.XX30", "20210809XX.XXXX"]
)
def test_what_no_clock_or_calendar_shows_is_invalid(machine: str) -> None:
    assert not STAMP.is_valid(machine)


def test_29_february_needs_a_leap_year() -> None:
    assert STAMP.is_valid("20240229XXXXXXX")
    assert STAMP.is_impossible("2023022912.30XX")


def test_exchanging_day_and_month_twice_changes_nothing() -> None:
    assert exchanged("2021080903p4112") == "2021090803p4112"
    assert exchanged(str(exchanged("2021080903p4112"))) == "2021080903p4112"
    assert exchanged("2021082303p4112") is None
    assert exchanged("2021080803p4112") is None
    assert exchanged("XXXXXX1520.39XX") is None


def test_the_decoder_that_texts_have_finds_the_valid_neighbour_of_an_invalid_string() -> None:
    decoder = Decoder(STAMP, Vocab({character: i for i, character in enumerate(ALPHABET)}))
    # The half of the day is lost: hour 15 can only be as written.
    probabilities = np.full((1, STAMP.Ty, len(ALPHABET)), 0.01)
    for position, character in enumerate("2021080915p4112"):
        probabilities[0, position, ALPHABET.index(character)] = 0.8
    probabilities[0, 10, ALPHABET.index(".")] = 0.15
    assert decoder(probabilities)[0] == ["2021080915.4112"]

import datetime as dt
import re

import numpy as np
import pytest

from datenorm.frames import stamps
from datenorm.frames.task import NOTHING, STAMP, to_value

SEEDS = range(300)


def written(seed: int, *, segments: bool = False) -> stamps.Stamp:
    return stamps.write_moment(np.random.default_rng(seed), segments=segments)


@pytest.mark.parametrize("segments", [False, True])
def test_every_moment_has_a_valid_machine_string_and_a_value(segments: bool) -> None:
    for seed in SEEDS:
        stamp = written(seed, segments=segments)
        assert STAMP.is_valid(stamp.machine), stamp
        assert to_value(stamp.machine)


@pytest.mark.parametrize("segments", [False, True])
def test_what_is_written_for_a_field_says_what_the_machine_string_says(segments: bool) -> None:
    for seed in SEEDS:
        stamp = written(seed, segments=segments)
        for field in STAMP.fields:
            text = "".join(piece for piece, name in stamp.pieces if name == field.name)
            value = stamp.machine[field.start : field.stop]
            assert (text == "") == (set(value) <= {"X", "."}), stamp
            if text.isdigit():
                assert int(text) % 100 == int(value) % 100, stamp
            elif field.name == "half" and text:
                assert text[0].lower() == value


def test_forms_of_every_kind_are_written() -> None:
    texts = [written(seed).text for seed in range(2000)]
    for pattern in (
        r"^\d{4}-\d\d-\d\d +\d\d:\d\d:\d\d$",
        r"^\d\d?/\d\d?/\d{4} +\d\d?:\d\d ?[AP]M$",
        r"^\d\d\.\d\d\.\d\d ",
        r"(?i)^\d\d[ -][a-z]{3}[ -]\d{4}",
        r"^\d\d:\d\d:\d\d",
        r"^\d{8} ",
        r"(?i)\((mon|tue|wed|thu|fri|sat|sun)",
    ):
        assert any(re.search(pattern, text) for text in texts), pattern
    assert len(set(texts)) > 1990


def test_a_given_moment_is_what_is_written() -> None:
    moment = dt.datetime(2021, 8, 9, 15, 41, 12)
    values = {to_value(stamps.write_moment(np.random.default_rng(seed), moment=moment).machine) for seed in range(400)}
    assert {"2021-08-09T15:41:12", "2021-08-09T15:41", "2021-08-09", "15:41"} <= values
    assert all("2021-08-09T15:41:12".find(str(v)) >= 0 or str(v).startswith("XXXX-08-09") for v in values)


def test_what_stands_beside_a_moment_belongs_to_no_field_and_changes_nothing() -> None:
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        alone = stamps.write_moment(rng)
        stamp = stamps.beside_others(rng, alone, share=1.0)
        assert stamp.machine == alone.machine
        assert stamp.text[stamp.start : stamp.stop] == alone.text
        assert stamp.start > 0
        assert stamp.stop < len(stamp.text)
        assert not any(stamp.fields[: stamp.start] + stamp.fields[stamp.stop :])


def test_other_texts_hold_neither_date_nor_time() -> None:
    for seed in SEEDS:
        stamp = stamps.write_nothing(np.random.default_rng(seed))
        assert stamp.machine == NOTHING
        assert not re.search(r"\d[-/.]\d\d?[-/.]\d|\d:\d\d", stamp.text), stamp.text

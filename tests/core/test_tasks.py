import datetime as dt
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.tasks import TASKS, TIME, Task, get_task


def reads_as_time(text: str) -> bool:
    """The standard library's opinion, which also takes unpadded numbers and other digits."""
    if not re.fullmatch("[0-9]{2}:[0-9]{2}", text):
        return False
    try:
        dt.datetime.strptime(text, "%H:%M")
    except ValueError:
        return False
    return True


def test_each_minute_of_the_day_is_valid_and_no_other_of_the_alphabet() -> None:
    near = map("".join, itertools.product("0123", TIME.alphabet, ":0", "056:", TIME.alphabet))
    minutes = [f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in range(60)]
    assert all(map(TIME.is_valid, minutes))
    assert all(TIME.is_valid(text) == reads_as_time(text) for text in near)


@given(st.text(TIME.alphabet + "٣Xx -", max_size=7))
def test_valid_is_what_the_standard_library_reads(text: str) -> None:
    assert TIME.is_valid(text) == reads_as_time(text)


@pytest.mark.parametrize("text", ["", "1715", "7:15", "17:1", "17:155", " 17:15", "17:15\n", "24:00", "29:71", "17-15"])
def test_odd_strings_are_invalid(text: str) -> None:
    assert not TIME.is_valid(text)


def test_a_union_of_products_holds_each_of_them_and_no_mixture() -> None:
    task = Task("toy", 9, "abcd", (), ((("a", "b"), ("cc",)), (("dd",), ("a",))))
    strings = map("".join, itertools.chain.from_iterable(itertools.product("abcd", repeat=n) for n in range(5)))
    assert {text for text in strings if task.is_valid(text)} == {"acc", "bcc", "dda"}
    assert task.Ty == 3


@pytest.mark.parametrize("task", TASKS.values(), ids=str)
def test_fields_and_alphabet_fit_the_machine_strings(task: Task) -> None:
    for product in task.valid:
        assert sum(len(segment[0]) for segment in product) == task.Ty
        for segment in product:
            assert len(set(map(len, segment))) == 1
            assert set("".join(segment)) <= set(task.alphabet)
    assert len(set(task.alphabet)) == len(task.alphabet)
    for field, other in itertools.pairwise(task.fields):
        assert 0 <= field.start < field.stop <= other.start < other.stop <= task.Ty


def test_time_has_the_reference_sizes() -> None:
    assert (TIME.Tx, TIME.Ty, len(TIME.alphabet)) == (41, 5, 11)
    assert {field.name: "17:45"[field.start : field.stop] for field in TIME.fields} == {"hour": "17", "minute": "45"}


def test_separators_stand_in_every_machine_string() -> None:
    assert get_task("time").separators == ((2, ":"),)
    assert get_task("date").separators == ((4, "-"), (7, "-"))


def test_get_task_by_name() -> None:
    assert get_task("time") is TIME


def test_an_unknown_task_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"tasks .*time.*Received: 'tiem'"):
        get_task("tiem")

import collections
import dataclasses
import datetime as dt
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from faker import Faker
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.canonical import canonicalize
from datenorm.core.moments import RANGE, Moment
from datenorm.core.tasks import DATE, MOMENT, TIME
from datenorm.corpus import dataset
from datenorm.corpus.dataset import (
    case,
    cases,
    distinct,
    in_units,
    part_of,
    part_of_unit,
    read_pairs,
    settle,
    split,
    write_cases,
    write_pairs,
)
from datenorm.corpus.phrase import Example
from datenorm.corpus.times import writing as times
from datenorm.evaluation.cases import Case, read_cases


def pair(human: str, machine: str = "10:00", family: str = "", pattern: str = "") -> Example:
    return Example(human, machine, {}, family, pattern)


def generated(seed: int, size: int, *, held_out: bool = False) -> list[Example]:
    faker = Faker("en")
    faker.seed_instance(seed)
    return list(itertools.islice(times.examples(faker, held_out=held_out), size))


def texts(examples: list[Example]) -> set[str]:
    return {canonicalize(example.human) for example in examples}


def test_parts_have_90_5_and_5_percent_of_the_keys() -> None:
    counts = collections.Counter(part_of(f"{i} past ten") for i in range(40_000))
    for part, share in {"train": 0.9, "validation": 0.05, "test": 0.05}.items():
        assert counts[part] / 40_000 == pytest.approx(share, abs=0.006)  # four deviations and more
    assert len(counts) == 3


@given(st.text(st.characters()))
def test_every_string_has_a_part(text: str) -> None:
    assert part_of(text) in ("train", "validation", "test")


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_parts_are_the_same_for_every_hash_seed(seed: str) -> None:
    code = "from datenorm.corpus.dataset import part_of; print(*(part_of(f'{i} past ten') for i in range(300)))"
    environment = os.environ | {"PYTHONHASHSEED": seed}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [part_of(f"{i} past ten") for i in range(300)]


def test_no_two_parts_share_a_canonical_string() -> None:
    examples = generated(1, 2000)
    examples += [pair(f"  {example.human.upper()}\t") for example in examples]
    parts = split(examples, TIME)
    assert sum(map(len, parts.values())) == len(examples)
    for part, other in itertools.combinations(parts.values(), 2):
        assert part
        assert not texts(part) & texts(other)


def test_split_keeps_the_order() -> None:
    for part in split((pair(str(i)) for i in range(500)), TIME).values():
        positions = [int(example.human) for example in part]
        assert positions == sorted(positions)


def test_distinct_keeps_the_first_of_each_canonical_string() -> None:
    examples = [pair("Ten"), pair("ten "), pair("９"), pair("9"), pair("x")]
    assert [example.human for example in distinct(examples, TIME)] == ["Ten", "９", "x"]


def test_distinct_leaves_out_empty_and_too_long_strings() -> None:
    examples = [pair(""), pair(" \u200f "), pair("x" * 42), pair("x" * 41), pair("  " + "y" * 41 + "  ")]
    assert [len(canonicalize(example.human)) for example in distinct(examples, TIME)] == [41, 41]


def test_distinct_draws_no_more_examples_than_it_yields_from() -> None:
    endless = (pair(str(i)) for i in itertools.count())
    assert len(list(itertools.islice(distinct(endless, TIME), 7))) == 7


def test_a_string_gets_its_most_frequent_answer_and_is_dropped_if_there_is_none() -> None:
    examples = [
        *(pair("Noon", "00:00"), pair("noon", "12:00"), pair("NOON ", "12:00")),
        *(pair("half five", "04:30"), pair("half five", "05:30")),
        *(pair("ten", "10:00"), pair("ten", "10:00")),
        *(pair("a", "01:00"), pair("a", "02:00"), pair("a", "02:00"), pair("a", "01:00"), pair("a", "03:00")),
    ]
    settled, contradictions = settle(examples)
    assert [(example.human, example.machine) for example in settled] == [("noon", "12:00"), ("ten", "10:00")]
    assert contradictions == 3


@given(st.lists(st.tuples(st.sampled_from(["a", "A ", "b", "c"]), st.sampled_from(["01:00", "02:00", "03:00"]))))
def test_settled_pairs_are_strict_majorities_in_any_order(rows: list[tuple[str, str]]) -> None:
    settled, contradictions = settle([pair(*row) for row in rows])
    counts = collections.Counter((canonicalize(human), machine) for human, machine in rows)
    answers = collections.defaultdict(dict)
    for (text, machine), count in counts.items():
        answers[text][machine] = count
    expected = {
        text: machine
        for text, machines in answers.items()
        for machine, count in machines.items()
        if all(count > other for name, other in machines.items() if name != machine)
    }
    assert {canonicalize(example.human): example.machine for example in settled} == expected
    assert len(settled) == len(expected)
    assert contradictions == sum(len(machines) > 1 for machines in answers.values())
    assert {(example.human, example.machine) for example in settle(settled)[0]} == {
        (example.human, example.machine) for example in settled
    }


def test_written_pairs_read_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "Pairs.json"
    examples = [pair('t "10" \\ \u202f o’clock', "10:00"), pair("３時\n", "03:00"), pair("ten", "10:00")]
    write_pairs(path, examples)
    assert read_pairs(path, TIME) == (examples, [])
    assert json.loads(path.read_text()) == [[example.human, example.machine] for example in examples]


def test_no_pairs_are_written_as_an_empty_list(tmp_path: Path) -> None:
    path = tmp_path / "Pairs.json"
    write_pairs(path, [])
    assert read_pairs(path, TIME) == ([], [])


def test_a_day_of_no_calendar_can_be_learned_and_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "Pairs.json"
    examples = [pair("31 April 1979", "1979-04-31"), pair("30 April 1979", "1979-04-30")]
    write_pairs(path, examples)
    assert read_pairs(path, DATE) == (examples, [])
    assert [case(example, task=DATE)["expected"] for example in examples] == [None, "1979-04-30"]


BAD_ROWS = [
    "ten",
    None,
    7,
    {},
    [],
    ["ten"],
    ["ten", "10:00", "x"],
    [10, "10:00"],
    ["ten", 10],
    ["ten", None],
    {"human": "ten", "machine": "10:00"},
    ["", "10:00"],
    [" \u200b ", "10:00"],
    ["x" * 42, "10:00"],
    ["ten", "24:00"],
    ["ten", "10:0"],
    ["ten", ""],
    ["ten", "10:00 "],
]


@pytest.mark.parametrize("row", BAD_ROWS, ids=str)
def test_a_bad_row_is_reported_and_loses_no_other(tmp_path: Path, row: object) -> None:
    path = tmp_path / "Pairs.json"
    path.write_text(json.dumps([["nine", "09:00"], row, ["ten", "10:00"]]))
    examples, (complaint,) = read_pairs(path, TIME)
    assert examples == [pair("nine", "09:00"), pair("ten", "10:00")]
    assert complaint.startswith("row 2: expected")
    assert "Received" in complaint
    assert len(complaint) < 250


def test_every_bad_row_has_its_number(tmp_path: Path) -> None:
    path = tmp_path / "Pairs.json"
    path.write_text(json.dumps([*BAD_ROWS, ["ten", "10:00"]]))
    examples, refused = read_pairs(path, TIME)
    assert examples == [pair("ten")]
    assert [complaint.partition(":")[0] for complaint in refused] == [f"row {i + 1}" for i in range(len(BAD_ROWS))]


def test_a_row_with_a_lone_surrogate_is_refused_alone(tmp_path: Path) -> None:
    path = tmp_path / "Pairs.json"
    path.write_text(r'[["ten \ud800", "10:00"], ["nine", "09:00"]]')
    examples, (complaint,) = read_pairs(path, TIME)
    assert examples == [pair("nine", "09:00")]
    assert "row 1" in complaint
    assert "lone surrogate" in complaint


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"3", b"null", b'"ten"', b'[["ten", "10:00"]', b'["\xff"]'])
def test_a_file_that_is_no_list_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged Dataset.json"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"damaged Dataset.json: expected a JSON list of \[human, machine\]"):
        read_pairs(path, TIME)


def test_the_test_part_is_distinct_and_in_no_training_part() -> None:
    trained = texts(split(generated(3, 4_000), TIME)["train"])
    for held_out in (False, True):
        tests = list(dataset.held_out_part(generated(1, 4_000, held_out=held_out), TIME))
        assert len(tests) > 20
        assert len(texts(tests)) == len(tests)
        assert {part_of(text) for text in texts(tests)} == {"test"}
        assert not trained & texts(tests)


START, LAST = (Moment(year="2019", month="05", day=day) for day in ("05", "07"))
RANGE_UNIT = (
    Example("5-7 May 2019", dataclasses.replace(START, form=RANGE).to_machine(), {"day": ((0, 1),)}, "range", "", "en"),
    Example("5-7 May 2019", LAST.to_machine(), {"day": ((2, 3),)}, "range", "", "en", "END"),
)


def test_both_ends_of_a_range_are_one_unit() -> None:
    examples = [pair("ten"), *RANGE_UNIT, *RANGE_UNIT, pair("nine")]
    assert list(in_units(examples)) == [(examples[0],), RANGE_UNIT, RANGE_UNIT, (examples[-1],)]
    assert list(in_units([])) == []


def test_training_reads_no_range_whose_end_is_of_another_part() -> None:
    whose = collections.Counter()
    for day in range(1, 26):
        for month in range(1, 13):
            first, last = (Moment(year="2019", month=f"{month:02d}", day=f"{d:02d}") for d in (day, day + 2))
            unit = (
                dataclasses.replace(RANGE_UNIT[0], machine=dataclasses.replace(first, form=RANGE).to_machine()),
                dataclasses.replace(RANGE_UNIT[1], machine=last.to_machine()),
            )
            parts = [part_of(example.machine[:8]) for example in unit]
            expected = None if parts[0] == "train" != parts[1] else parts[0]
            assert part_of_unit(unit, MOMENT) == expected
            for part, examples in split(unit, MOMENT).items():
                assert examples == (list(unit) if part == expected else [])
            whose[expected] += 1
    assert {None, "train", "validation", "test"} <= whose.keys()


def test_range_that_does_not_fit_with_its_hint_is_left_out_whole() -> None:
    long = [dataclasses.replace(example, human="5-7 May 2019 " + "x" * 51) for example in RANGE_UNIT]
    assert len(long[0].human) == MOMENT.Tx
    assert list(distinct([*long, *RANGE_UNIT, *RANGE_UNIT], MOMENT)) == list(RANGE_UNIT)
    assert list(distinct(long[:1], MOMENT)) == long[:1]


def test_range_is_one_case_with_both_machine_strings() -> None:
    (only,) = cases([*RANGE_UNIT, RANGE_UNIT[0]], MOMENT)  # the second has no end
    assert only == {
        "text": "5-7 May 2019",
        "machine": RANGE_UNIT[0].machine,
        "kind": "moment",
        "lang": "en",
        "family": "range",
        "spans": {"day": ((0, 1),)},
        "end": RANGE_UNIT[1].machine,
        "end_spans": {"day": ((2, 3),)},
    }
    (read,) = read_cases([json.dumps(only)])
    assert isinstance(read, Case)
    assert read.expected == "2019-05-05/2019-05-07"


def test_question_for_an_end_is_not_written_as_a_pair(tmp_path: Path) -> None:
    write_pairs(tmp_path / "pairs.json", RANGE_UNIT)
    assert json.loads((tmp_path / "pairs.json").read_text()) == [["5-7 May 2019", RANGE_UNIT[0].machine]]


def test_a_case_says_what_the_example_knows() -> None:
    assert case(pair("Ten", "10:00", "clock", "{h}"), task=TIME) == {
        "text": "Ten",
        "expected": "10:00",
        "kind": "time",
        "family": "clock",
        "pattern": "{h}",
    }
    assert case(pair("Ten", "10:00"), task=TIME) == {"text": "Ten", "expected": "10:00", "kind": "time"}


def test_a_case_that_counts_from_the_time_of_writing_has_one() -> None:
    tomorrow, day = (
        Moment(amount="+0001", unit="D").to_machine(),
        Moment(year="1979", month="05", day="03").to_machine(),
    )
    relative, absolute = (case(Example("Ten", machine, {}, "", ""), task=MOMENT) for machine in (tomorrow, day))
    assert dt.datetime.fromisoformat(relative["reference"]).year in range(2000, 2031)
    assert relative == case(Example("Ten", tomorrow, {}, "", ""), task=MOMENT)
    assert "reference" not in absolute


def test_written_cases_are_read_back_by_the_evaluation(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    cases = [case(example, task=TIME) for example in generated(4, 200)]
    write_cases(path, cases)
    with path.open(encoding="utf-8") as lines:
        read = list(read_cases(lines))
    assert [found.fields | {"spans": found.spans} for found in read if isinstance(found, Case)] == cases

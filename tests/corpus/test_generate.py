import itertools

import pytest
from faker import Faker
from support.few_cases import draw_few_cases

from datenorm.core.canonical import canonicalize
from datenorm.core.hints import END, HINTS
from datenorm.core.moments import DURATION, NOTHING, RANGE, RECURRENCE, SEVERAL, form_of
from datenorm.core.tasks import DATE, MOMENT, TIME
from datenorm.corpus import generate
from datenorm.corpus.dataset import asks_for_end, part_of, split
from datenorm.corpus.dates import AMBIGUOUS
from datenorm.corpus.generate import training_pairs, vocabs
from datenorm.corpus.languages.load import load


@pytest.fixture(autouse=True)
def _few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_few_cases(monkeypatch)


def test_examples_are_distinct_and_as_many_as_asked_for() -> None:
    examples = generate.generate(TIME, 1234, 0).examples
    strings = {canonicalize(example.human) for example in examples}
    assert len(examples) == len(strings) == 1234
    assert all(1 <= len(string) <= TIME.Tx for string in strings)


def test_the_questions_for_the_ends_of_ranges_are_not_counted() -> None:
    examples = list(generate.examples(MOMENT, 200, 0))
    assert 200 < len(examples) < 300
    assert sum(not asks_for_end(example) for example in examples) == 200


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one() -> None:
    small, large = generate.generate(TIME, 50, 0), generate.generate(TIME, 300, 0)
    assert small.examples == large.examples[:50]
    assert small.held_out == large.held_out


def test_held_out_cases_are_those_of_each_way_in_turn() -> None:
    ways = generate.SOURCES["time"].held_out
    cases = [case for way in ways for case in generate.held_out_cases(TIME, way, 0)]
    assert generate.generate(TIME, 10, 0).held_out == cases
    assert [case["held_out"] for case in cases] == ["string"] * 50 + ["pattern"] * 50
    assert generate.held_out_size(TIME) == 100


def test_held_out_cases_are_in_no_training_part_of_any_seed() -> None:
    held_out = {canonicalize(case["text"]) for case in generate.generate(TIME, 10, 0).held_out}
    assert {part_of(text) for text in held_out} == {"test"}
    for seed in range(3):
        train = split(generate.generate(TIME, 1000, seed).examples, TIME)["train"]
        assert len(train) > 500
        assert not held_out & {canonicalize(example.human) for example in train}


@pytest.mark.parametrize("task", [TIME, DATE], ids=["time", "date"])
def test_training_pairs_are_of_the_training_part_and_new_in_each_epoch(task) -> None:
    first, again, next_epoch = (training_pairs(task, 100, 0, epoch) for epoch in (0, 0, 1))
    assert first == again != next_epoch
    assert len(first) == 100
    assert all(0 < len(pair.text) <= task.Tx for pair in first)
    if not task.split_by:
        assert {part_of(pair.text) for pair in first} == {"train"}


def test_training_of_moments_has_both_ends_of_ranges_and_passages() -> None:
    pairs = training_pairs(MOMENT, 2000, 0, 0)
    assert pairs == training_pairs(MOMENT, 2000, 0, 0)
    ends = [i for i, pair in enumerate(pairs) if pair.text.startswith(HINTS[END])]
    assert len(ends) > 100
    assert all(pairs[i].text[1:] == pairs[i - 1].text and form_of(pairs[i - 1].machine) == RANGE for i in ends)
    starts = {i for i, pair in enumerate(pairs[:-1]) if pair.machine and form_of(pair.machine) == RANGE}
    assert starts - {i - 1 for i in ends} <= {i for i in starts if pairs[i].text.startswith(HINTS[END])}
    assert 400 < sum(not pair.machine for pair in pairs) < 650
    for pair in pairs:
        date = pair.machine[:8]
        if date.isdecimal():
            assert part_of(date) == "train"
        assert 0 < len(pair.text) <= MOMENT.Tx


def test_cases_of_moments_have_machine_strings_and_the_ends_of_ranges() -> None:
    cases = generate.generate(MOMENT, 10, 0).held_out
    assert {case["held_out"] for case in cases} == set(generate.SOURCES["moment"].held_out)
    for case in cases:
        assert "expected" not in case
        assert (form_of(case["machine"]) == RANGE) == ("end" in case) == ("end_spans" in case)
        assert not case.get("order", "").endswith(END)
        is_none = case["held_out"] == "no moment"
        assert (form_of(case["machine"]) in (NOTHING, DURATION, RECURRENCE, SEVERAL)) >= is_none
        if case["held_out"] == "moment, among words":
            assert case["spans"]["extent"] != ((0, len(case["text"])),)


def test_passages_of_moments_are_held_out_and_other_tasks_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "PASSAGES", 30)
    monkeypatch.setattr("datenorm.corpus.moments.passages._SOURCES", 40)
    passages = list(generate.held_out_passages(MOMENT, 0))
    assert [case["held_out"] for case in passages] == ["clean"] * 30 + ["with noise"] * 30
    languages = {case["lang"].partition("-")[0] for case in passages}
    assert "en" in languages
    assert all(load(language).weight >= 6 for language in languages)
    said = [case["text"][start:stop] for case in passages for start, stop in case["moments"]]
    assert said
    assert all(text.strip() == text for text in said)
    assert not list(generate.held_out_passages(TIME, 0))


def test_vocabularies_of_moments_have_all_hints() -> None:
    human, machine = vocabs(MOMENT)
    assert {"<DMY>", "<MDY>", "<YMD>", "<END>", "<unk>", "<pad>"} <= human.keys()
    assert "".join(machine) == MOMENT.alphabet


@pytest.mark.parametrize("way", generate.SOURCES["date"].held_out)
def test_only_their_own_way_of_being_held_out_has_ambiguous_dates(way: str) -> None:
    faker = Faker("en")
    faker.seed_instance(way)
    _, examples = generate.SOURCES["date"].held_out[way]
    expected = way == "ambiguous date"
    for example in itertools.islice(examples(faker), 20 if expected else 250):
        assert (not example.order and example.family == AMBIGUOUS) is expected, example


def test_the_time_vocabularies_are_the_references() -> None:
    human, machine = vocabs(TIME)
    assert "".join(human) == " '.0123456789:abcdefghiklmnopqrstuvwxyz<unk><pad>"
    assert "".join(machine) == "0123456789:"
    assert (len(human), len(machine)) == (41, 11)
    assert list(human.values()) == list(range(41))

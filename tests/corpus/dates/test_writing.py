"""Every date that is written states what it means, and one thing alone."""

import itertools
import re

import pytest
from support.date_examples import draw, draw_phrases

from datenorm.core.canonical import canonicalize
from datenorm.core.numeric_dates import BUDDHIST_OFFSET
from datenorm.core.tasks import DATE
from datenorm.corpus.dates import writing
from datenorm.corpus.dates.orders import AMBIGUOUS
from datenorm.corpus.languages.load import language_of
from datenorm.corpus.patterns.pattern import parse
from datenorm.corpus.phrase import Example, compose


def test_the_same_seed_gives_the_same_examples() -> None:
    assert draw(3_000, seed=5) == draw(3_000, seed=5)
    assert draw(50, seed=5) != draw(50, seed=6)


def test_examples_are_phrases_composed() -> None:
    composed = [(*compose(phrase.pieces), phrase.machine) for phrase in draw_phrases(1_000, seed=4)]
    # Phrases that are too long for Tx are left out.
    assert all((example.human, example.spans, example.machine) in composed for example in draw(900, seed=4))


def test_every_machine_string_is_valid_and_states_a_date(written: list[Example]) -> None:
    assert {machine for machine in {example.machine for example in written} if not DATE.is_valid(machine)} == set()
    assert "XXXX-XX-XX" not in {example.machine for example in written}


def test_every_string_fits(written: list[Example]) -> None:
    assert max(len(canonicalize(example.human)) for example in written[:40_000]) <= DATE.Tx


def conflicts(found: list[Example]) -> list[tuple[str, str, str]]:
    answers: dict[tuple[str, str], str] = {}
    twice = []
    for example in found:
        if example.family == AMBIGUOUS and not example.order:
            continue
        text = canonicalize(example.human)
        # A stated order changes nothing but ambiguous numbers.
        key = (text, example.order if example.family == AMBIGUOUS else "")
        if answers.setdefault(key, example.machine) != example.machine:
            twice.append((text, answers[key], example.machine))
    return twice


def test_no_string_has_two_answers(written: list[Example]) -> None:
    assert conflicts(written) == []


@pytest.mark.parametrize("size", [20_000, pytest.param(120_000, marks=pytest.mark.slow)])
def test_no_string_has_two_answers_where_dates_are_alike(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    # Few dates in all languages meet far more often than many: years that could be days, era years, Thai years.
    years = (2010, 2011, 1946, 1210, 110, 11, 2553, 2446)
    days = (1, 2, 10, 11, 12)

    def draw_date(rng, modern):
        return rng.choice(years), rng.choice((1, 5, 7, 8, 10, 11, 12)), rng.choice(days)

    monkeypatch.setattr(writing, "_draw_date", draw_date)
    assert conflicts(draw(size, seed=2)) == []


def test_months_in_the_case_that_in_takes(written: list[Example]) -> None:
    found = [example for example in written if "{in month}" in example.pattern]
    assert {example.locale.partition("_")[0] for example in found} >= {"fi", "ru"}
    for example in found:
        names = language_of(example.locale).months_after_in
        assert names[int(example.machine[5:7]) - 1] in example.human, example


def test_a_year_beside_the_mark_of_an_era_can_be_early(written: list[Example]) -> None:
    marked = [example for example in written if "plain y" in parse(example.pattern).slots]
    early = [example for example in marked if example.machine < "0100"]
    assert early
    for example in early:
        ((start, stop),) = example.spans["year"]
        assert canonicalize(example.human[start:stop]) == str(int(example.machine[:4])), example


def test_a_year_that_only_its_size_makes_one_is_of_our_time(written: list[Example]) -> None:
    """To most readers "5.6847" is a decimal and "4/4557" the number of a house."""
    bare = [example for example in written if re.fullmatch(r"\{(MM?|y)\}\W\{(MM?|y)\}", example.pattern)]
    bare += [example for example in written if example.pattern == "{y}"]
    assert len(bare) > 0.005 * len(written)
    assert all("1000" <= example.machine[:4] <= "2199" for example in bare)


def test_the_next_month_is_of_no_year(written: list[Example]) -> None:
    turned = [e for e in written if re.fullmatch(r"(next|last|nächsten|próximo) [^\W\d]+", canonicalize(e.human))]
    assert turned
    assert all(re.fullmatch(r"XXXX-\d\d-XX", example.machine) for example in turned)


def test_a_year_that_runs_into_a_day_has_four_digits(written: list[Example]) -> None:
    joined = [example for example in written if example.pattern.endswith("{dd}{y}")]
    assert joined
    assert all(example.machine >= "1000" for example in joined)


def test_no_months_name_runs_into_a_number() -> None:
    """Yangben calls May "o.5": "2o.51986" is no date to anybody."""
    for phrase in draw_phrases(10_000, seed=8):
        for (before, first), (after, second) in itertools.pairwise(phrase.pieces):
            if before[-1:].isdigit() and after[:1].isdigit():
                assert all((first, second, (before + after).isdigit())), phrase


def test_spans_of_digits_state_the_field(written: list[Example]) -> None:
    for example in written:
        if example.family not in ("numbers", AMBIGUOUS, "numbers, month and year", "year"):
            continue
        for field in DATE.fields:
            spans = example.spans.get(field.name, ())
            stated = example.machine[field.start : field.stop]
            assert bool(spans) == ("X" not in stated), example
            if len(spans) == 1 and (text := canonicalize(example.human[slice(*spans[0])])).isdigit():
                meant = int(text) - (BUDDHIST_OFFSET if field.name == "year" and "{y thai}" in example.pattern else 0)
                assert int(stated) == meant or (len(text) == 2 and stated.endswith(text)), example


def test_spans_cover_what_they_state(written: list[Example]) -> None:
    found = next(e for e in written if e.family == "phrase" and e.pattern == "the {nth} of {month}, {y}")
    (start, stop), *_ = found.spans["day"]
    assert re.fullmatch(r"\d+ ?(st|nd|rd|th)", found.human[start:stop])
    (start, stop), *_ = found.spans["year"]
    assert int(found.human[start:stop]) == int(found.machine[:4])
    for example in written[:50_000]:
        for ranges in example.spans.values():
            for start, stop in ranges:
                assert 0 <= start < stop <= len(example.human)
                assert example.human[start:stop].strip() == example.human[start:stop]


def test_a_shared_name_is_croatian_only_where_a_full_stop_cannot_be_that_of_a_sentence(written: list[Example]) -> None:
    found = [e for e in written if e.locale.startswith("hr") and re.match(r"(listopad|lis|lip|srp)\b", e.human)]
    assert all(re.search(r"\d\. ", e.human) for e in found)
    assert not any(e.pattern == "{LLLL} {y}." for e in found)

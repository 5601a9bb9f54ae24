"""How the moments that are found in texts are counted."""

from pathlib import Path

import pytest
from support.scripted_model import scripted_normalizer

from datenorm.cli.main import main
from datenorm.core.moments import Moment
from datenorm.evaluation.cases import Case, read_cases
from datenorm.evaluation.finding import Finding, Search, finding_table, search

TEXT = "seen on 3 may 1979 and in june"


def searched(expected: list[tuple[int, int]], found: list[tuple[int, int]], text: str = TEXT) -> Search:
    return Search(Case(text, None, {"moments": expected}), found)


def test_what_overlaps_counts_and_what_is_equal_is_exact() -> None:
    found = Finding.of([searched([(8, 18), (23, 30)], [(8, 18), (0, 4), (26, 29)])])
    assert (found.texts, found.expected, found.found) == (1, 2, 3)
    assert (found.overlapping, found.overlapped, found.exact) == (2, 2, 1)
    assert (found.precision, found.recall, found.exact_share) == (2 / 3, 1, 1 / 2)
    assert found.exact_f1 == pytest.approx(2 / 5)


@pytest.mark.parametrize(
    ("expected", "found", "is_exact"),
    [
        ((8, 18), (5, 18), True),  # "on"
        ((5, 18), (8, 18), True),
        ((8, 18), (0, 18), True),  # "seen on"
        ((8, 18), (10, 18), False),  # "3"
        ((8, 18), (8, 14), False),
        ((26, 30), (8, 30), False),  # more than two words
    ],
)
def test_short_words_before_a_moment_change_nothing(
    expected: tuple[int, int], found: tuple[int, int], is_exact: bool
) -> None:
    assert Finding.of([searched([expected], [found])]).exact == is_exact


def test_nothing_to_find_is_no_error() -> None:
    assert Finding.of([]) == Finding()
    found = Finding.of([searched([], [])])
    assert (found.texts, found.precision, found.recall, found.exact_share, found.exact_f1) == (1, 0, 0, 0, 0)


def test_table_has_a_row_for_each_value_and_one_over_all() -> None:
    searches = [
        Search(Case(TEXT, None, {"moments": [(8, 18)], "lang": lang}), [(8, 18)]) for lang in ("de", "en", "en")
    ]
    rows = finding_table(searches, "lang").splitlines()[2:]
    assert [row.split(" | ")[:4] for row in rows] == [
        ["| de", "1", "1", "1"],
        ["| en", "2", "2", "2"],
        ["| all", "3", "3", "3"],
    ]
    assert len(finding_table(searches).splitlines()) == 3


def test_cases_with_moments_are_searched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    normalizer = scripted_normalizer(monkeypatch, {"3 may 1979": Moment("1979", "05", "03")}, r"3 may 1979")
    line = '{"text": "seen on 3 May 1979 and in June", "moments": [[8, 18], [26, 30]], "lang": "en"}'
    (case,) = read_cases([line])
    assert isinstance(case, Case)
    (found,) = search(normalizer, [case])
    assert list(found.found) == [(8, 18)]
    (tmp_path / "texts.jsonl").write_text(f'{line}\n{{"text": "x", "moments": 3}}\n')
    assert main(["evaluate", str(tmp_path / "texts.jsonl"), "--task", "scripted", "--by", "lang"]) == 0
    printed = capsys.readouterr()
    assert "| en | 1 | 2 | 1 | 100.00% | 50.00% | 100.00% | 66.67% |" in printed.out
    assert "line 2" in printed.err

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from support.processes import ROOT, run_datenorm

from datenorm.attention.map import AttentionMap
from datenorm.core.tasks import TIME
from datenorm.evaluation import alignment
from datenorm.evaluation.evaluate import Case, read_cases
from datenorm.reading.normalizer import Normalizer

TEXT = "8h30 sharp"
SPANS = {"hour": ((0, 1),), "minute": ((2, 4),)}
CASE = Case(TEXT, "08:30", {"language": "en"}, SPANS)


class Reader:
    """Reads the hour from the first character and the minute from the third and fourth, and looks where it is told."""

    task = TIME

    def __init__(self, hour: dict[int, float], minute: dict[int, float], spans: Any = SPANS) -> None:
        self.hour, self.minute, self.spans = hour, minute, spans

    def explain_batch(self, texts: Iterable[str], order: str | None = None) -> list[AttentionMap | None]:
        return [self.explain(text) for text in texts]

    def explain(self, text: str) -> AttentionMap:
        weights = np.zeros((TIME.Ty, len(text)), np.float32)
        for rows, field in ((slice(0, 2), self.hour), (slice(3, 5), self.minute)):
            for position, weight in field.items():
                weights[rows, position] = weight
        hour = "08" if text[0] == "8" else "00"
        minute = "30" if text[2:4] == "30" else "00"
        return AttentionMap(text, f"{hour}:{minute}", weights, TIME.fields, self.spans)


def looks(reader: Reader, *cases: Case, **options: Any) -> dict[str, alignment.Look]:
    found = alignment.looks(cast(Normalizer, reader), cases or [CASE], **options)
    return {look.field: look for look in found}


def test_attention_on_what_states_the_field_is_aligned_and_points() -> None:
    found = looks(Reader({0: 0.75, 1: 0.25}, {2: 0.5, 3: 0.5}))
    assert (found["hour"].mass, found["minute"].mass) == (0.75, 1.0)
    assert found["hour"].points
    assert found["minute"].points
    assert (found["hour"].uniform, found["minute"].uniform) == (0.1, 0.2)
    assert all(look.is_exact and look.span_is_exact for look in found.values())


def test_attention_elsewhere_is_not() -> None:
    found = looks(Reader({5: 0.9, 0: 0.1}, {2: 0.4, 0: 0.6}, spans={"hour": ((5, 6),)}))
    assert found["hour"].mass == pytest.approx(0.1)
    assert found["minute"].mass == pytest.approx(0.4)
    assert not any(look.points or look.span_is_exact for look in found.values())


def test_erasing_what_matters_changes_the_answer_and_what_does_not_matter_does_not() -> None:
    found = [looks(Reader({0: 0.9, 1: 0.1}, {2: 0.5, 3: 0.5}), seed=seed) for seed in range(40)]
    assert all(look.changed for fields in found for look in fields.values())
    by_chance = sum(look.changed_by_chance for fields in found for look in fields.values())
    assert by_chance == 0  # all that matters is among the two most attended
    away = [looks(Reader({7: 0.9, 8: 0.1}, {7: 0.9, 8: 0.1}), seed=seed) for seed in range(40)]
    assert not any(look.changed_elsewhere for fields in (*found, *away) for look in fields.values())
    assert not any(look.changed for fields in away for look in fields.values())
    assert 4 < sum(fields["hour"].changed_by_chance for fields in away) < 20  # 2 of 8 others, of which 1 matters
    assert all(fields["hour"].changed_by_chance == fields["hour"].hit_by_chance for fields in away)
    assert not any(look.hit_by_chance for fields in found for look in fields.values())


def test_a_short_text_is_not_erased_whole() -> None:
    spans = {"hour": ((0, 1),)}
    found = looks(Reader({0: 1.0}, {2: 1.0}, spans), Case("8h3", "08:00", {}, spans))
    assert found["hour"].changed
    assert not found["hour"].changed_by_chance


def test_cases_without_spans_are_passed_over() -> None:
    assert alignment.looks(cast(Normalizer, Reader({}, {})), [Case(TEXT, "08:30", {})]) == []
    with pytest.raises(ValueError, match="spans are known"):
        alignment.table([])


def test_numbers_that_read_two_ways_are_passed_over_unless_the_order_is_told() -> None:
    spans = {"day": ((0, 2),), "month": ((3, 5),), "year": ((6, 10),)}
    cases = [
        Case(text, expected, {"order": order} if order else {}, spans)
        for text, expected, order in (
            ("03/04/2005", "2005-04-03", None),
            ("03/04/2005", "2005-04-03", "DMY"),
            ("13/04/2005", "2005-04-13", None),
        )
    ]
    looked = alignment.looks(Normalizer("date"), cases)
    assert {(look.case.text, look.case.fields.get("order")) for look in looked} == {
        ("03/04/2005", "DMY"),
        ("13/04/2005", None),
    }


def test_a_row_for_each_field_and_group() -> None:
    other = Case(TEXT, "08:30", {"language": "fr"}, {"hour": ((0, 1),)})
    found = alignment.looks(cast(Normalizer, Reader({0: 1.0}, {2: 0.5, 3: 0.5})), [CASE, other])
    header, _, *rows = alignment.table(found, "language").splitlines()
    assert header.startswith("| language | field | n | alignment | pointing | even attention |")
    assert [row.split(" | ")[:3] for row in rows] == [
        ["| en", "hour", "1"],
        ["| en", "minute", "1"],
        ["| fr", "hour", "1"],
    ]
    assert len(alignment.table(found).splitlines()) == 4
    assert alignment.spans_exact(found) == 1
    without_minutes = Reader({0: 1.0}, {2: 0.5, 3: 0.5}, spans={"hour": ((0, 1),)})
    assert alignment.spans_exact(alignment.looks(cast(Normalizer, without_minutes), [CASE, other])) == 0.5


def test_the_command_measures_a_preset(tmp_path: Path) -> None:
    with (ROOT / "data" / "Time Held-out.jsonl").open(encoding="utf-8") as lines:
        cases = [case for case in read_cases(lines) if isinstance(case, Case)]
        lines.seek(0)
        (tmp_path / "cases.jsonl").write_text("".join(list(lines)[:300]), encoding="utf-8")
    assert sum(bool(case.spans) for case in cases) > 6000
    ran = run_datenorm("evaluate", tmp_path / "cases.jsonl", "--task", "time", "--attention")
    assert ran.status == 0, ran.err
    assert "| hour | " in ran.out
    assert "all spans exact" in ran.out

from collections.abc import Iterable
from typing import Any, cast

import numpy as np
import pytest

from datenorm.attention.map import AttentionMap
from datenorm.core.tasks import TIME
from datenorm.evaluation.alignment import (
    FieldAttention,
    all_spans_exact,
    attention_table,
    mean,
    measure_attention,
)
from datenorm.evaluation.cases import Case
from datenorm.reading.normalizer import Normalizer

TEXT = "8h30 sharp"
SPANS = {"hour": ((0, 1),), "minute": ((2, 4),)}
CASE = Case(TEXT, "08:30", {"language": "en"}, SPANS)


class Reader:
    """Reads the hour from the first character and the minute from the next but one and two.

    It attends to the characters that it is given: position -> weight, for each field.
    """

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


def measure(reader: Reader, *cases: Case, **options: Any) -> dict[str, FieldAttention]:
    """What is measured of each field of one case, by the field's name."""
    measured = measure_attention(cast(Normalizer, reader), cases or [CASE], **options)
    return {each.field: each for each in measured}


def test_attention_on_the_characters_that_state_a_field_is_aligned_and_points() -> None:
    measured = measure(Reader({0: 0.75, 1: 0.25}, {2: 0.5, 3: 0.5}))
    assert (measured["hour"].alignment, measured["minute"].alignment) == (0.75, 1.0)
    assert (measured["hour"].even_attention, measured["minute"].even_attention) == (0.1, 0.2)
    assert all(each.pointing and each.is_exact and each.span_exact for each in measured.values())


def test_attention_on_other_characters_is_neither() -> None:
    measured = measure(Reader({5: 0.9, 0: 0.1}, {2: 0.4, 0: 0.6}, spans={"hour": ((5, 6),)}))
    assert measured["hour"].alignment == pytest.approx(0.1)
    assert measured["minute"].alignment == pytest.approx(0.4)
    assert not any(each.pointing or each.span_exact for each in measured.values())


def test_a_span_is_exact_whatever_joins_its_words() -> None:
    text, hour = "half past 8 sharp", (0, 11)
    case = Case(text, "00:00", {}, {"hour": (hour,)})
    without_spaces = {"hour": ((0, 4), (5, 9), (10, 11))}
    assert measure(Reader({0: 1.0}, {}, without_spaces), case)["hour"].span_exact
    assert not measure(Reader({0: 1.0}, {}, {"hour": ((0, 9),)}), case)["hour"].span_exact


ATTENTIVE = Reader({0: 0.9, 1: 0.1}, {2: 0.5, 3: 0.5})
"""Attends to the characters that it reads."""

INATTENTIVE = Reader({7: 0.9, 8: 0.1}, {7: 0.9, 8: 0.1})
"""Attends to characters that it does not read."""


def test_erasing_the_most_attended_characters_changes_the_answer_of_a_reader_that_reads_them() -> None:
    assert all(each.changed_by_erasing for each in measure(ATTENTIVE).values())
    assert not any(each.changed_by_erasing for each in measure(INATTENTIVE).values())


def test_erasing_by_chance_takes_other_characters_than_the_most_attended() -> None:
    measured = [each for seed in range(40) for each in measure(ATTENTIVE, seed=seed).values()]
    assert not any(each.changed_by_chance or each.chance_hits for each in measured)
    hours = [measure(INATTENTIVE, seed=seed)["hour"] for seed in range(40)]
    assert 4 < sum(hour.changed_by_chance for hour in hours) < 20  # 2 of 8 others, of which 1 matters
    assert all(hour.changed_by_chance == hour.chance_hits for hour in hours)


@pytest.mark.parametrize("reader", [ATTENTIVE, INATTENTIVE], ids=["attentive", "inattentive"])
def test_erasing_elsewhere_takes_no_character_that_states_the_field(reader: Reader) -> None:
    assert not any(each.changed_elsewhere for seed in range(40) for each in measure(reader, seed=seed).values())


def test_the_same_seed_erases_the_same_characters() -> None:
    first, again = ([measure(INATTENTIVE, seed=seed)["hour"].changed_by_chance for seed in range(20)] for _ in range(2))
    assert first == again
    assert len(set(first)) == 2


def test_at_most_half_of_a_short_text_is_erased() -> None:
    spans = {"hour": ((0, 1),)}
    measured = measure(Reader({0: 1.0}, {2: 1.0}, spans), Case("8h3", "08:00", {}, spans))
    assert measured["hour"].changed_by_erasing
    assert not measured["hour"].changed_by_chance


def test_an_erased_text_that_cannot_be_read_changes_nothing() -> None:
    class Picky(Reader):
        def explain_batch(self, texts: Iterable[str], order: str | None = None) -> list[AttentionMap | None]:
            return [self.explain(text) if "\ufffd" not in text else None for text in texts]

    measured = measure(Picky({0: 1.0}, {2: 1.0}))
    assert not any(each.changed_by_erasing or each.changed_elsewhere for each in measured.values())


def test_cases_without_spans_are_left_out() -> None:
    assert measure_attention(cast(Normalizer, Reader({}, {})), [Case(TEXT, "08:30", {})]) == []
    with pytest.raises(ValueError, match="spans are known"):
        attention_table([])


def test_numbers_that_read_two_ways_are_left_out_unless_an_order_is_given() -> None:
    spans = {"day": ((0, 2),), "month": ((3, 5),), "year": ((6, 10),)}
    cases = [
        Case(text, expected, {"order": order} if order else {}, spans)
        for text, expected, order in (
            ("03/04/2005", "2005-04-03", None),
            ("03/04/2005", "2005-04-03", "DMY"),
            ("13/04/2005", "2005-04-13", None),
        )
    ]
    measured = measure_attention(Normalizer("date"), cases)
    assert {(each.case.text, each.case.fields.get("order")) for each in measured} == {
        ("03/04/2005", "DMY"),
        ("13/04/2005", None),
    }


FRENCH = Case(TEXT, "08:30", {"language": "fr"}, {"hour": ((0, 1),)})


def test_a_table_has_a_row_for_each_group_and_field() -> None:
    measured = measure_attention(cast(Normalizer, ATTENTIVE), [CASE, FRENCH])
    header, _, *rows = attention_table(measured, "language").splitlines()
    assert header.startswith("| language | field | n | alignment | pointing | even attention |")
    assert [row.split(" | ")[:4] for row in rows] == [
        ["| en", "hour", "1", "90.00%"],
        ["| en", "minute", "1", "100.00%"],
        ["| fr", "hour", "1", "90.00%"],
    ]
    assert len(attention_table(measured).splitlines()) == 4


def test_exact_spans_count_in_the_cases_read_right_alone() -> None:
    misread = Case(TEXT, "09:30", {}, {"hour": ((0, 2),)})
    measured = measure_attention(cast(Normalizer, ATTENTIVE), [CASE, misread])
    hours = [each for each in measured if each.field == "hour"]
    assert [each.span_exact for each in hours] == [True, False]
    assert mean(hours, "span_exact") == 1
    assert mean(hours, "pointing") == 1
    assert mean(hours[1:], "span_exact") == 0
    assert all_spans_exact(measured) == 1
    assert all_spans_exact(hours[1:]) == 0


def test_all_spans_are_exact_in_the_cases_where_each_field_is() -> None:
    assert all_spans_exact(measure_attention(cast(Normalizer, ATTENTIVE), [CASE, FRENCH])) == 1
    without_minutes = Reader({0: 1.0}, {2: 0.5, 3: 0.5}, spans={"hour": ((0, 1),)})
    assert all_spans_exact(measure_attention(cast(Normalizer, without_minutes), [CASE, FRENCH])) == 0.5

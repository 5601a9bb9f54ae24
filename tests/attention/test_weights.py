"""Attention weights: their shape, their JSON, and the field of a row or a column."""

import json

import numpy as np
import pytest

from datenorm.attention.weights import AttentionWeights
from datenorm.core.tasks import TIME


def attention_weights(text: str = "ten 3", machine: str = "10:03xy") -> AttentionWeights:
    weights = np.random.default_rng(0).dirichlet(np.ones(len(text)), len(machine))
    return AttentionWeights(text, machine, weights.astype(np.float32))


def test_json_round_trip() -> None:
    original = attention_weights('o’clock "時" \\ 3')
    copy = AttentionWeights.from_json(original.to_json())
    assert (copy.text, copy.machine) == (original.text, original.machine)
    assert copy.weights.dtype == np.float32
    np.testing.assert_allclose(copy.weights, original.weights, atol=1e-6)
    assert copy.to_json() == original.to_json()


def test_json_has_a_row_for_each_machine_character() -> None:
    fields = json.loads(attention_weights().to_json())
    assert fields.keys() == {"text", "machine", "weights", "fields", "spans"}
    assert [len(row) for row in fields["weights"]] == [5] * 7


def test_fields_and_spans_are_kept_in_json() -> None:
    full = AttentionWeights("ten 3", "10:03", np.full((5, 5), 0.2, np.float32), TIME.fields, {"hour": ((0, 3),)})
    copy = AttentionWeights.from_json(full.to_json())
    assert (copy.fields, copy.spans) == (TIME.fields, {"hour": ((0, 3),)})
    assert [copy.field_of_row(row) for row in (1, 2, 3)] == [TIME.fields[0], None, TIME.fields[1]]
    assert [copy.field_of_column(column) for column in (0, 2, 3)] == ["hour", "hour", None]


def test_a_character_of_several_fields_is_of_the_last() -> None:
    spans = {"hour": ((0, 3),), "minute": ((2, 4), (4, 5))}
    shared = AttentionWeights("ten 3", "10:03", np.full((5, 5), 0.2, np.float32), TIME.fields, spans)
    assert [shared.field_of_column(column) for column in range(5)] == ["hour", "hour", "minute", "minute", "minute"]


def test_json_without_fields_and_spans_is_read() -> None:
    copy = AttentionWeights.from_json('{"text": "a", "machine": "1", "weights": [[1.0]]}')
    assert (copy.fields, copy.spans) == ((), {})


@pytest.mark.parametrize("span", [(0, 6), (-1, 2), (2, 2)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="span of hour"):
        AttentionWeights("ten 3", "10:03", np.ones((5, 5), np.float32), TIME.fields, {"hour": (span,)})


@pytest.mark.parametrize("shape", [(5, 3), (3, 6), (3,), (3, 5, 1)])
def test_weights_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"expected weights of shape \(3, 5\)") as caught:
        AttentionWeights("ten 3", "103", np.ones(shape, np.float32))
    assert str(shape) in str(caught.value)

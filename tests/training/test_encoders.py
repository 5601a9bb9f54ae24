from pathlib import Path

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.oracles import (
    convolution,
    layer_norm,
    random,
    randomize,
    sinusoids,
    temporal_attention,
    weights_by_name,
)

from datenorm.training.encoders import AttentionBlock, BlockEncoder, ConvolutionBlock, TemporalAttention

# A different size on every axis; three heads do not divide the features.
B, T, FEATURES, HEADS, UNITS, LEARNED = 2, 5, 7, 3, 8, 9
# Padding at the end, in the middle and at the start.
MASK = np.array([[True, True, False, True, False], [False, True, True, True, True]])
INPUTS = random(B, T, FEATURES)

ATTENTIONS = {
    "sinusoidal": lambda: TemporalAttention(HEADS),
    "learned": lambda: TemporalAttention(HEADS, learned_positions=LEARNED),
    "sinusoidal, causal": lambda: TemporalAttention(HEADS, causal=True),
    "learned, causal": lambda: TemporalAttention(HEADS, learned_positions=LEARNED, causal=True),
}
LAYERS = ATTENTIONS | {
    "convolution": lambda: ConvolutionBlock(kernel_size=3, dilation=2),
    "wide convolution": lambda: ConvolutionBlock(kernel_size=5),
    "attention block": lambda: AttentionBlock(HEADS),
    "cnn": lambda: BlockEncoder(UNITS, convolutions=3, heads=HEADS),
    "cnn_attention": lambda: BlockEncoder(UNITS, convolutions=2, attentions=1, heads=HEADS),
    "self_attention": lambda: BlockEncoder(UNITS, attentions=2, heads=HEADS),
}


def built(name: str) -> keras.layers.Layer:
    layer = LAYERS[name]()
    layer.build((None, None, FEATURES))
    randomize(layer)
    return layer


BUILT = {name: built(name) for name in LAYERS}


@pytest.fixture(params=LAYERS)
def layer(request: pytest.FixtureRequest) -> keras.layers.Layer:
    return BUILT[request.param]


@pytest.fixture(params=ATTENTIONS)
def attention(request: pytest.FixtureRequest) -> TemporalAttention:
    return BUILT[request.param]


def call(layer: keras.layers.Layer, inputs: np.ndarray, mask: np.ndarray | None = None) -> np.ndarray:
    return keras.ops.convert_to_numpy(layer(inputs, mask=mask))


def scores(layer: TemporalAttention, inputs: np.ndarray, mask: np.ndarray | None = None) -> np.ndarray:
    _, weights = layer(inputs, mask=mask, return_attention_scores=True)
    return keras.ops.convert_to_numpy(weights)


# Formulas.


def expected_attention(layer: TemporalAttention, inputs: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    weights = weights_by_name(layer)
    (learned,) = [array for name, array in weights.items() if name.endswith("/P")] or [None]
    positions = sinusoids(len(inputs), FEATURES) if learned is None else learned[: len(inputs)]
    return temporal_attention(inputs.astype(np.float64), mask, weights, HEADS, positions, layer.causal)


@pytest.mark.parametrize("masked", [False, True])
def test_attention_over_time_is_that_of_the_formulas(attention: TemporalAttention, masked: bool) -> None:
    mask = MASK if masked else None
    outputs, weights = call(attention, INPUTS, mask), scores(attention, INPUTS, mask)
    assert outputs.shape == (B, T, FEATURES)
    assert weights.shape == (B, HEADS, T, T)
    for b in range(B):
        expected = expected_attention(attention, INPUTS[b], MASK[b] if masked else np.ones(T, bool))
        np.testing.assert_allclose(outputs[b], expected[0], atol=1e-4)
        np.testing.assert_allclose(weights[b], expected[1], atol=1e-5)


def test_attention_over_time_worked_by_hand() -> None:
    layer = TemporalAttention(heads=1, learned_positions=2)
    layer.build((None, None, 1))
    values = {"P": [[0.0], [1.0]], "Q/kernel": [[1.0]], "K/kernel": [[2.0]], "V/kernel": [[10.0]], "O/kernel": [[1.0]]}
    names = [weight.path.partition("/")[2] for weight in layer.weights]
    layer.set_weights([np.array(values[name]) for name in names])
    # x = 0, 2: the first step sees both alike, the second has energies 0 and 2 * 4.
    share = 1 / (1 + np.exp(-8))
    np.testing.assert_allclose(call(layer, np.array([[[0.0], [1.0]]])), [[[10.0], [20 * share]]], rtol=1e-6)


def expected_convolution(block: ConvolutionBlock, inputs: np.ndarray, mask: np.ndarray) -> np.ndarray:
    weights = weights_by_name(block)
    features = np.maximum(layer_norm(inputs, weights, "norm"), 0) * mask[:, None]
    kernel, bias = weights["convolution/kernel"], weights["convolution/bias"]
    return inputs + convolution(features, kernel, bias, block.dilation)


def expected_block(block: AttentionBlock, inputs: np.ndarray, mask: np.ndarray) -> np.ndarray:
    weights = weights_by_name(block)
    normed = layer_norm(inputs, weights, "attention_norm")
    y = inputs + temporal_attention(normed, mask, weights, HEADS, sinusoids(*inputs.shape), causal=False)[0]
    wide = np.maximum(layer_norm(y, weights, "norm") @ weights["W_1/kernel"] + weights["W_1/bias"], 0)
    return y + wide @ weights["W_2/kernel"] + weights["W_2/bias"]


def expected_encoder(encoder: BlockEncoder, inputs: np.ndarray, mask: np.ndarray) -> np.ndarray:
    weights = weights_by_name(encoder)
    features = inputs @ weights["entry/kernel"] + weights["entry/bias"]
    for block in encoder.blocks:
        expected = expected_convolution if isinstance(block, ConvolutionBlock) else expected_block
        features = expected(block, features, mask)
    return layer_norm(features, weights_by_name(encoder.norm), "norm")


EXPECTED = {ConvolutionBlock: expected_convolution, AttentionBlock: expected_block, BlockEncoder: expected_encoder}


@pytest.mark.parametrize("name", [name for name in LAYERS if name not in ATTENTIONS])
def test_blocks_and_encoders_are_those_of_the_formulas(name: str) -> None:
    layer = BUILT[name]
    outputs = call(layer, INPUTS, MASK)
    for b in range(B):
        expected = EXPECTED[type(layer)](layer, INPUTS[b].astype(np.float64), MASK[b])
        np.testing.assert_allclose(outputs[b][MASK[b]], expected[MASK[b]], atol=1e-3, rtol=1e-4)


# Padding and time.


@settings(max_examples=25)
@given(st.integers(1, 8), st.integers(0, 8), st.integers(0, 8), st.sampled_from(sorted(LAYERS)))
def test_padding_changes_no_answer(length: int, padding: int, more: int, name: str) -> None:
    layer = TemporalAttention(HEADS, 40, "causal" in name) if "learned" in name else BUILT[name]
    inputs = random(1, length + padding + more, FEATURES, seed=length)
    mask = np.arange(inputs.shape[1])[None] < length
    outputs = call(layer, inputs, mask)
    shorter = call(layer, inputs[:, : length + padding], mask[:, : length + padding])
    np.testing.assert_allclose(outputs[:, :length], shorter[:, :length], atol=1e-5, rtol=1e-5)
    np.testing.assert_allclose(outputs[:, :length], call(layer, inputs[:, :length])[:, :length], atol=1e-5, rtol=1e-5)


def test_values_on_padding_do_not_matter(layer: keras.layers.Layer) -> None:
    outputs = call(layer, INPUTS, MASK)
    noisy = call(layer, np.where(MASK[..., None], INPUTS, 7 * random(B, T, FEATURES, seed=3)), MASK)
    np.testing.assert_allclose(noisy[MASK], outputs[MASK], atol=1e-5, rtol=1e-5)


def test_weights_sum_to_1_and_are_exactly_0_where_nothing_may_be_seen(attention: TemporalAttention) -> None:
    weights = scores(attention, 10 * INPUTS, MASK)
    visible = np.broadcast_to(MASK[:, None, None], weights.shape)
    if attention.causal:
        visible = visible & np.tri(T, dtype=bool)
    assert (weights[~visible] == 0).all()
    np.testing.assert_allclose(weights.sum(axis=-1), visible.any(axis=-1), atol=1e-6)
    # The second string starts with padding, whose causal step sees nothing at all.
    assert visible[1, 0, 0].any() != attention.causal


@pytest.mark.parametrize("masked", [False, True])
def test_causal_position_never_sees_a_later_one(attention: TemporalAttention, masked: bool) -> None:
    mask = MASK if masked else None
    outputs = call(attention, INPUTS, mask)
    for t in range(1, T):
        later = INPUTS.copy()
        later[:, t:] = random(B, T - t, FEATURES, seed=4)
        changes = np.abs(call(attention, later, mask) - outputs)[:, :t].max()
        assert (changes == 0) == attention.causal


def test_every_step_matters_to_attention_that_is_not_causal() -> None:
    layer = BUILT["sinusoidal"]
    outputs = call(layer, INPUTS)
    for t in range(T):
        changed = INPUTS.copy()
        changed[:, t] *= -1
        assert (np.abs(call(layer, changed) - outputs).max(axis=(0, 2)) > 1e-4).all()


def test_order_matters(attention: TemporalAttention) -> None:
    mirrored = call(attention, INPUTS[:, ::-1])[:, ::-1]
    assert np.abs(mirrored - call(attention, INPUTS)).max() > 1e-2


def test_convolution_reaches_as_far_as_kernel_and_dilation_say() -> None:
    inputs = random(1, 9, FEATURES)
    for layer, reach in ((BUILT["convolution"], {2, 4, 6}), (BUILT["wide convolution"], {2, 3, 4, 5, 6})):
        changed = inputs.copy()
        changed[:, 4] += random(FEATURES, seed=5)
        differs = np.abs(call(layer, changed) - call(layer, inputs)).max(axis=(0, 2)) > 1e-6
        assert set(np.flatnonzero(differs)) == reach


def test_more_time_steps_than_learned_positions_are_refused() -> None:
    with pytest.raises(ValueError, match=r"at most 9 time steps\. Received: 10"):
        BUILT["learned"](random(1, LEARNED + 1, FEATURES))


def test_mask_that_keras_attaches_to_the_inputs_is_used(layer: keras.layers.Layer) -> None:
    ids = np.array([[3, 4, 5, 0, 0]])
    embedding = keras.layers.Embedding(6, FEATURES, mask_zero=True)
    attached = keras.ops.convert_to_numpy(layer(embedding(ids)))
    passed = call(layer, keras.ops.convert_to_numpy(embedding(ids)), ids != 0)
    np.testing.assert_array_equal(attached, passed)


# Files.


def test_get_config_round_trip(layer: keras.layers.Layer) -> None:
    copy = type(layer).from_config(layer.get_config())
    assert copy.get_config() == layer.get_config()
    registered = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(layer))
    assert type(registered) is type(layer)
    assert registered.get_config() == layer.get_config()


def test_saved_layer_loads_in_safe_mode_and_gives_the_same_output(layer: keras.layers.Layer, tmp_path: Path) -> None:
    inputs, mask = keras.Input((None, FEATURES)), keras.Input((None,), dtype="bool")
    outputs = layer(inputs, mask=mask)
    assert outputs.shape == (None, None, call(layer, INPUTS).shape[-1])
    model = keras.Model([inputs, mask], outputs)
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras", safe_mode=True)
    np.testing.assert_array_equal(loaded([INPUTS, MASK]), model([INPUTS, MASK]))

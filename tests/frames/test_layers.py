import keras
import numpy as np
import pytest
from support.oracles import random, sinusoids, temporal_attention, weights_by_name

from datenorm.frames.layers import FrameEncoder, FrameFusion

# A different size on every axis.
B, T, HEIGHT, WIDTH, COLOURS, UNITS = 2, 3, 16, 20, 1, 6
CHANNELS = (2, 3, 4, 5)
HEADS, FEATURES, COLUMNS = 2, 6, 5
FRAMES = random(B, T, HEIGHT, WIDTH, COLOURS)
MASK = np.array([[True, False, True], [True, True, True]])


def array(values: object) -> np.ndarray:
    return keras.ops.convert_to_numpy(values)


def randomized(layer: keras.layers.Layer) -> keras.layers.Layer:
    rng = np.random.default_rng(2)
    for weight in layer.weights:
        values = rng.standard_normal(weight.shape)
        weight.assign(np.abs(values) + 0.5 if "variance" in weight.path else values)
    return layer


@pytest.fixture(scope="module")
def encoder() -> FrameEncoder:
    layer = FrameEncoder(CHANNELS, UNITS)
    layer.build(FRAMES.shape)
    return randomized(layer)


def fusion(*, causal: bool = False) -> FrameFusion:
    layer = FrameFusion(HEADS, causal=causal)
    layer.build((None, None, None, FEATURES))
    return randomized(layer)


def convolution(picture: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    padded = np.pad(picture, ((1, 1), (1, 1), (0, 0)))
    rows, columns = picture.shape[:2]
    return np.array(
        [[np.einsum("abc,abcd->d", padded[y : y + 3, x : x + 3], kernel) for x in range(columns)] for y in range(rows)]
    )


def pooled(picture: np.ndarray, rows: int, columns: int) -> np.ndarray:
    height, width, channels = picture.shape
    parts = picture.reshape(height // rows, rows, width // columns, columns, channels)
    return parts.max(axis=(1, 3))


def expected_columns(layer: FrameEncoder, frame: np.ndarray) -> np.ndarray:
    weights = weights_by_name(layer)
    features = frame.astype(np.float64)
    for i in range(len(CHANNELS)):
        features = convolution(features, weights[f"convolution_{i}/kernel"])
        mean, variance, gamma, beta = (
            weights[f"norm_{i}/{name}"] for name in ("moving_mean", "moving_variance", "gamma", "beta")
        )
        features = np.maximum((features - mean) / np.sqrt(variance + 1e-3) * gamma + beta, 0)
        if i < 2:
            features = pooled(features, 2, 2)
        elif i == len(CHANNELS) - 2:
            features = pooled(features, 2, 1)
    columns = np.stack([features[:, x].reshape(-1) for x in range(features.shape[1])])
    return columns @ weights["projection/kernel"] + weights["projection/bias"]


def test_the_encoder_is_that_of_the_formulas(encoder: FrameEncoder) -> None:
    columns = array(encoder(FRAMES))
    assert columns.shape == (B, T, WIDTH // 4, UNITS)
    assert encoder.compute_output_shape(FRAMES.shape) == columns.shape
    for b in range(B):
        for t in range(T):
            np.testing.assert_allclose(columns[b, t], expected_columns(encoder, FRAMES[b, t]), rtol=1e-4, atol=1e-4)


def test_frames_do_not_see_each_other_in_the_encoder(encoder: FrameEncoder) -> None:
    other = FRAMES.copy()
    other[:, 1] = random(B, HEIGHT, WIDTH, COLOURS, seed=9)
    before, after = array(encoder(FRAMES)), array(encoder(other))
    np.testing.assert_allclose(after[:, [0, 2]], before[:, [0, 2]], atol=1e-6)
    assert np.abs(after[:, 1] - before[:, 1]).max() > 0.1


def test_too_few_blocks_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected the channels of at least four blocks. Received: \(2, 3\)"):
        FrameEncoder((2, 3), UNITS)


def test_the_fusion_is_that_of_the_formulas() -> None:
    layer = fusion()
    columns = random(B, T, COLUMNS, FEATURES, seed=3)
    joined, weights = map(array, layer(columns, MASK))
    assert joined.shape == (B, COLUMNS, FEATURES)
    assert weights.shape == (B, T, COLUMNS)
    attention = weights_by_name(layer.attention)
    for b in range(B):
        for x in range(COLUMNS):
            over_time = columns[b, :, x].astype(np.float64)
            seen, scores = temporal_attention(
                over_time, MASK[b], attention, HEADS, sinusoids(T, FEATURES), causal=False
            )
            np.testing.assert_allclose(joined[b, x], seen[MASK[b]].mean(axis=0), rtol=1e-4, atol=1e-4)
            np.testing.assert_allclose(weights[b, :, x], scores.mean(axis=0)[MASK[b]].mean(axis=0), atol=1e-5)


def test_frame_weights_sum_to_1_and_differ_and_are_0_where_there_is_no_frame() -> None:
    weights = array(fusion()(3 * random(B, T, COLUMNS, FEATURES, seed=3), MASK)[1])
    np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-5)
    assert (weights[0, 1] == 0).all()
    assert weights[1].std(axis=0).min() > 0.01


def test_what_is_in_the_place_of_a_missing_frame_does_not_matter() -> None:
    layer, columns = fusion(), random(B, T, COLUMNS, FEATURES, seed=3)
    other = columns.copy()
    other[0, 1] = 100
    np.testing.assert_allclose(array(layer(other, MASK)[0])[0], array(layer(columns, MASK)[0])[0], atol=1e-5)


def test_a_frame_alone_has_all_the_weight() -> None:
    joined, weights = map(array, fusion()(random(B, 1, COLUMNS, FEATURES), np.ones((B, 1), bool)))
    np.testing.assert_allclose(weights, 1, atol=1e-6)
    assert np.abs(joined).max() > 0


def test_a_causal_fusion_gives_what_the_last_frame_sees() -> None:
    layer = fusion(causal=True)
    columns = random(B, T, COLUMNS, FEATURES, seed=3)
    joined = array(layer(columns, np.ones((B, T), bool))[0])
    attention = weights_by_name(layer.attention)
    for b in range(B):
        for x in range(COLUMNS):
            over_time = columns[b, :, x].astype(np.float64)
            seen, _ = temporal_attention(
                over_time, np.ones(T, bool), attention, HEADS, sinusoids(T, FEATURES), causal=True
            )
            np.testing.assert_allclose(joined[b, x], seen[-1], rtol=1e-4, atol=1e-4)


def test_layers_are_built_again_from_their_configs() -> None:
    for layer in (FrameEncoder(CHANNELS, UNITS), FrameFusion(HEADS, causal=True)):
        again = type(layer).from_config(layer.get_config())
        assert again.get_config() == layer.get_config()

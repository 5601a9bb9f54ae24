"""Oracles: the layers' formulas in plain NumPy, one string and one step at a time."""

import keras
import numpy as np

Weights = dict[str, np.ndarray]
"""The end of a weight's path, such as `v/kernel` -> the array."""


def random(*shape: int, seed: int = 0) -> np.ndarray:
    """Standard normal numbers, float32, of a shape."""
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def randomize(layer: keras.layers.Layer, seed: int = 1) -> None:
    """Give every weight a random value, biases included."""
    rng = np.random.default_rng(seed)
    layer.set_weights([rng.standard_normal(weight.shape) for weight in layer.get_weights()])


def weights_by_name(layer: keras.layers.Layer, parts: int = 2) -> Weights:
    """The weights in float64, each by the last `parts` parts of its path."""
    names = ("/".join(weight.path.split("/")[-parts:]) for weight in layer.weights)
    return dict(zip(names, (array.astype(np.float64) for array in layer.get_weights()), strict=True))


def sigmoid(x: np.ndarray) -> np.ndarray:
    """1 / (1 + e^-x)."""
    return 1 / (1 + np.exp(-x))


def softmax(energies: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """The softmax over the steps that are seen, shape (T,); zeros if no step is seen."""
    if not seen.any():
        return np.zeros(len(energies))
    alphas = np.where(seen, np.exp(energies - energies[seen].max()), 0)
    return alphas / alphas.sum()


def additive_energies(state: np.ndarray, encoder_outputs: np.ndarray, weights: Weights) -> np.ndarray:
    """e_ij = v^T tanh(W s_{i-1} + U h_j), shape (1, Tx)."""
    v, W, U, bias = (weights[name] for name in ("v/kernel", "W/kernel", "U/kernel", "U/bias"))
    return np.array([[v[:, 0] @ np.tanh(state @ W + h @ U + bias) for h in encoder_outputs]])


def dot_energies(state: np.ndarray, encoder_outputs: np.ndarray, weights: Weights) -> np.ndarray:
    """e_ij = (W s_{i-1} + b)^T h_j, shape (1, Tx)."""
    return np.array([[(state @ weights["W/kernel"] + weights["W/bias"]) @ h for h in encoder_outputs]])


def heads_of(kernel: np.ndarray, heads: int) -> list[np.ndarray]:
    """The parts of a kernel or a bias that belong to each head."""
    return np.split(kernel, heads, axis=-1)


def multihead_energies(state: np.ndarray, encoder_outputs: np.ndarray, weights: Weights, heads: int) -> np.ndarray:
    """e_ij = (Q_k s_{i-1} + b_k)^T K_k h_j / sqrt(units), shape (heads, Tx)."""
    parts = (heads_of(weights[name], heads) for name in ("Q/kernel", "Q/bias", "K/kernel"))
    return np.array(
        [
            [(state @ Q + b) @ (h @ K) / np.sqrt(K.shape[1]) for h in encoder_outputs]
            for Q, b, K in zip(*parts, strict=True)
        ]
    )


def layer_norm(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    """The features normalised to mean 0 and variance 1, then scaled and shifted: Ba et al. 2016."""
    centred = x - x.mean(axis=-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-3)
    return scaled * weights[f"{name}/gamma"] + weights[f"{name}/beta"]


def sinusoids(steps: int, features: int) -> np.ndarray:
    """PE(t, 2i) = sin(t / 10000^(2i / features)); PE(t, 2i + 1) is the cosine: Vaswani et al. 2017, section 3.5."""
    positions = np.zeros((steps, features))
    for t in range(steps):
        for i in range(features):
            angle = t / 10000 ** (2 * (i // 2) / features)
            positions[t, i] = np.cos(angle) if i % 2 else np.sin(angle)
    return positions


def temporal_attention(
    inputs: np.ndarray, mask: np.ndarray, weights: Weights, heads: int, positions: np.ndarray, causal: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Multi-head self-attention over one string: outputs, shape (T, features), and weights, shape (heads, T, T)."""
    x = inputs + positions
    sums, rows = [], []
    for Q, K, V in zip(*(heads_of(weights[f"{name}/kernel"], heads) for name in "QKV"), strict=True):
        of_head = []
        for t in range(len(x)):
            seen = mask & (np.arange(len(x)) <= t) if causal else mask
            energies = np.array([(x[t] @ Q) @ (x[s] @ K) / np.sqrt(Q.shape[1]) for s in range(len(x))])
            of_head.append(softmax(energies, seen))
        rows.append(of_head)
        sums.append(np.array(of_head) @ (x @ V))
    return np.concatenate(sums, axis=-1) @ weights["O/kernel"], np.array(rows)


def convolution(features: np.ndarray, kernel: np.ndarray, bias: np.ndarray, dilation: int) -> np.ndarray:
    """out_t = b + sum_k W_k x_{t + dilation (k - centre)}, with zeros beyond the ends, shape (T, filters)."""
    out = np.tile(bias, (len(features), 1))
    for t in range(len(features)):
        for k in range(len(kernel)):
            s = t + dilation * (k - len(kernel) // 2)
            if 0 <= s < len(features):
                out[t] += features[s] @ kernel[k]
    return out

"""Pixels: how the networks get a picture, in training and in reading alike."""

import numpy as np

_LEAST = 8.0  # of the standard deviation, so that a plain wall does not become noise


def standardized(frames: np.ndarray) -> np.ndarray:
    """Frames with mean 0 and standard deviation 1, each by itself, as the reader gets them.

    Args:
        frames: Shape (..., height, width, 3), uint8 or float, in [0, 255].

    Returns:
        The same shape, float32.
    """
    axes = (-3, -2, -1)
    pixels = frames.astype(np.float32)
    mean = pixels.mean(axis=axes, keepdims=True)
    deviation = pixels.std(axis=axes, keepdims=True)
    result: np.ndarray = (pixels - mean) / np.maximum(deviation, _LEAST)
    return result


def centred(picture: np.ndarray) -> np.ndarray:
    """A picture in [-1, 1], as the locator gets it, float32."""
    result: np.ndarray = picture.astype(np.float32) / 127.5 - 1
    return result

"""Tensors: the types of what layers take and return."""

from typing import Any

Tensor = Any
"""A tensor of the backend, a `keras.KerasTensor` while a model is built, or a NumPy array."""

Shape = tuple[int | None, ...]
"""The shape of a tensor; None for an axis of any length."""

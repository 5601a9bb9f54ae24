"""The core: what all rooms share, on NumPy alone."""

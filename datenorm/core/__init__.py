"""Core: what all other packages share. It imports NumPy alone."""

"""Noise: what fingers, keyboards, scanners and stains do to a date that is written."""

"""Noise: what typing, foreign keyboards, scanners and stains make of a date that keeps its meaning."""

"""Noise: the same date as hurried fingers, foreign keyboards, scanners and stains leave it."""

"""Moments: dates with times, times alone, ranges and relative expressions, as people write them in many languages."""

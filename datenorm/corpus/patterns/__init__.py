"""Patterns: dates with slots for their fields, and the patterns that belong to no single language."""

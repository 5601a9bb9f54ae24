"""Patterns: dates with slots for their fields, and those that belong to no single language."""

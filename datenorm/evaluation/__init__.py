"""Evaluation: cases, their scores, and the tables that show them."""

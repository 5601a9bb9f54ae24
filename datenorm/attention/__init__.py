"""Attention: which characters the network attended to, and how to show it."""

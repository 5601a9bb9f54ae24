"""Attention: which characters the network looked at, and how that is shown."""

"""Locales: how each one writes dates, put together from Babel and from what its language says."""

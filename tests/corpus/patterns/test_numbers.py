"""Patterns of numbers are ones that readers take for dates."""

import random

from datenorm.corpus.patterns.numbers import whole


def test_colons_stand_between_numbers_of_dates_only_beside_a_full_year():
    rng = random.Random(1)
    written = {whole(rng).text for _ in range(50_000)}
    between_colons = {text for text in written if ":" in text}
    assert between_colons
    assert all("{y}" in text for text in between_colons)
    assert any("{yy}" in text for text in written)

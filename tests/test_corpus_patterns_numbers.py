"""Patterns of numbers are ones that readers take for dates."""

import random

from datenorm.corpus.patterns.numbers import whole


def test_colons_stand_between_numbers_of_dates_only_beside_a_full_year():
    rng = random.Random(1)
    written = {whole(rng).text for _ in range(50_000)}
    assert {text for text in written if ":" in text} == {text for text in written if ":" in text and "{y}" in text}
    assert any("{yy}" in text for text in written)
    assert any(":" in text for text in written)

"""Labels stand before dates, and before words such as "yesterday"."""

import random

import pytest

from datenorm.corpus.moments.labels import label_without_preposition


@pytest.mark.parametrize(
    ("code", "label", "with_preposition"),
    [("fr", "Publié ", "Publié le "), ("en", "Added ", "Added on "), ("de", "Veröffentlicht ", "Veröffentlicht am ")],
)
def test_a_label_before_yesterday_has_no_preposition(code: str, label: str, with_preposition: str) -> None:
    rng = random.Random(4)
    labels = {label_without_preposition(rng, code) for _ in range(3_000)}
    assert label in labels
    assert with_preposition not in labels

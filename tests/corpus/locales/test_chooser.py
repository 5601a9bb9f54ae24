"""Locales are drawn by how much their languages are read."""

import collections
import random

from datenorm.corpus.locales.chooser import HELD_OUT_LOCALES, chooser


def drawn(**kinds: bool) -> collections.Counter[str]:
    rng = random.Random(1)
    choose = chooser(**kinds)
    return collections.Counter(choose(rng).partition("_")[0] for _ in range(50_000))


def test_a_larger_language_is_drawn_more_often() -> None:
    found = drawn(held_out=False)
    assert 1.7 < found["en"] / found["de"] < 2.5  # 50 to 24
    assert found["de"] > found["pl"] > found["is"] > found["szl"] > 0


def test_evenly_each_language_is_drawn_as_often() -> None:
    found = drawn(held_out=False, evenly=True)
    assert 0.7 < found["en"] / found["szl"] < 1.4


def test_training_never_draws_a_held_out_locale() -> None:
    rng = random.Random(1)
    assert not HELD_OUT_LOCALES & {chooser(False)(rng) for _ in range(20_000)}
    shares = [chooser(True)(rng) in HELD_OUT_LOCALES for _ in range(20_000)]
    assert 0.45 < sum(shares) / len(shares) < 0.55

"""The preset of pictures that ships: what it reads of stamps in fonts that training never drew."""

import functools

import numpy as np
import pytest

from datenorm.frames.backgrounds import all_backgrounds
from datenorm.frames.fonts import all_fonts
from datenorm.frames.measure import measure_bursts, measure_pictures, measure_regions
from datenorm.frames.preset import LOCATOR, READER, SHIPPED
from datenorm.frames.reader import FrameReader
from datenorm.frames.samples import Studio, split_fonts

MEGABYTES = 6


@functools.cache
def reader() -> FrameReader:
    return FrameReader()


@functools.cache
def unseen(variants: int = 40) -> Studio:
    """Draws in fonts and over backgrounds that training never drew."""
    _, kept_back = split_fonts(all_fonts(0, variants))
    return Studio(kept_back, all_backgrounds(1, count=40), seed=3)


def test_it_is_small_enough_for_a_wheel() -> None:
    assert sum((SHIPPED / name).stat().st_size for name in (LOCATOR, READER)) < MEGABYTES * 1e6


def test_most_pictures_in_unseen_fonts_are_read_and_one_without_a_stamp_has_no_moment() -> None:
    scores = measure_pictures(reader(), unseen(), 40)
    assert scores.exact > 0.6
    assert scores.invented < 0.06


def test_a_spoiled_frame_counts_less_than_a_legible_one() -> None:
    heavier = []
    for number in range(20):
        spoiled = number % 3
        line = reader().read_crop(unseen().crop(3, frozenset([spoiled]), states_nothing=0).frames)
        heavier.append(line.frame_weights[spoiled] < 1 / 3)
    assert np.mean(heavier) > 0.7


@pytest.mark.slow
def test_a_burst_is_read_better_together_than_by_its_best_frame_or_their_mean() -> None:
    scores = measure_bursts(reader(), unseen(), 300)
    assert scores.together > max(scores.best_frame, scores.mean_frame) + 0.02
    # Two frames are legible, so the other one stands in for the one that is erased.
    assert scores.without_most < scores.without_least


@pytest.mark.slow
def test_a_field_was_read_where_the_map_says() -> None:
    scores = measure_regions(reader(), unseen(), 100)
    assert scores.fields > 40
    assert scores.changed > 0.95
    assert scores.kept > 0.95

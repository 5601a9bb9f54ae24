import collections

import numpy as np

from datenorm.frames.fonts import CAP, CELL, CHARACTERS, TOP, Font, all_fonts
from datenorm.frames.samples import split_fonts


def test_every_font_has_digits_of_one_height_and_no_glyph_without_ink(fonts: list[Font]) -> None:
    for font in fonts:
        for character, glyph in font.glyphs.items():
            assert glyph.shape[0] == CELL
            assert glyph.dtype == np.uint8
            assert glyph.max() > 100, (font.name, character)
        rows = np.flatnonzero(font.glyphs["0"].max(axis=1) > 60)
        assert abs(rows[0] - TOP) <= 5, font.name
        assert abs(rows[-1] + 1 - TOP - CAP) <= 5, font.name


def test_digits_of_a_font_differ(fonts: list[Font]) -> None:
    for font in fonts:
        pictures = {font.glyphs[digit].tobytes() for digit in "0123456789"}
        assert len(pictures) == 10, font.name


def test_all_fonts_but_segments_have_every_letter_and_sign_that_stamps_need(fonts: list[Font]) -> None:
    for font in fonts:
        # Some small signs of a free font fall between the pixels of a coarse grid.
        letters = "" if font.family == "segments" else "ABCDEFGHIJKLMNOPQRSTUVWXYZ-/"
        needed = "0123456789:." + letters if font.family != "pixels" else "0123456789" + letters
        assert font.can_write(needed), font.name
        assert not font.can_write("é")
        assert set(font.glyphs) <= set(CHARACTERS)


def test_the_same_seed_draws_the_same_fonts() -> None:
    once, again, other = (all_fonts(seed, variants=1) for seed in (3, 3, 4))
    for a, b in zip(once, again, strict=True):
        assert a.name == b.name
        assert all((a.glyphs[c] == b.glyphs[c]).all() for c in a.glyphs)
    assert any(a.glyphs["0"].tobytes() != b.glyphs["0"].tobytes() for a, b in zip(once, other, strict=True))


def test_some_fonts_of_every_family_are_kept_back(fonts: list[Font]) -> None:
    training, kept_back = split_fonts(fonts)
    assert {font.name for font in training}.isdisjoint(font.name for font in kept_back)
    assert len(training) + len(kept_back) == len(fonts)
    assert set(collections.Counter(font.family for font in kept_back)) == {font.family for font in fonts}

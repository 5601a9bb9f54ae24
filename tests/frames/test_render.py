import dataclasses

import numpy as np
import pytest

from datenorm.frames import render
from datenorm.frames.fonts import Font
from datenorm.frames.stamps import MOON, Stamp

STAMP = Stamp((("12:30", "hour"),), "XXXXXXXX12.30XX", 0, 5)
PLAIN = render.Look(
    colour=(255, 255, 255),
    edge=None,
    strip=None,
    strip_share=1.0,
    glow=0.0,
    strength=1.0,
    blur=0.0,
    noise=0.0,
    quality=95,
    grey=False,
    gain=1.0,
    slope=0.0,
    stretch=1.0,
)


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


@pytest.fixture
def font(fonts: list[Font]) -> Font:
    return next(font for font in fonts if font.name == "outline DejaVuSans")


@pytest.fixture
def placed(font: Font) -> render.Placed:
    return render.place(render.draw_line(rng(), font, STAMP), PLAIN, 30, 120, left=10, top=8, cap=12)


def test_the_edges_of_a_line_are_those_of_its_characters(font: Font) -> None:
    line = render.draw_line(rng(), font, dataclasses.replace(STAMP, pieces=(("1 " + MOON + "3", None),)))
    assert line.edges[0, 0] == 0
    assert (line.edges[1:, 0] == line.edges[:-1, 1]).all()
    assert line.edges[-1, 1] == line.ink.shape[1]
    left, right = line.edges[1]
    assert not line.ink[:, left:right].any()


def test_a_placed_line_is_as_high_as_was_asked_and_where_its_edges_say(placed: render.Placed) -> None:
    rows = np.flatnonzero(placed.ink.max(axis=1) > 0.3)
    assert (rows[0], rows[-1]) == pytest.approx((8, 19), abs=1)
    columns = np.flatnonzero(placed.ink.max(axis=0) > 0.1)
    assert placed.edges[0, 0] == 10
    assert 10 <= columns[0] < placed.edges[0, 1]
    assert placed.edges[-1, 0] < columns[-1] < placed.edges[-1, 1] + 1


def test_characters_are_drawn_in_their_colour_and_nothing_else_is_changed(placed: render.Placed) -> None:
    behind = np.full((30, 120, 3), 50, np.float32)
    picture = render.burn(behind, placed, dataclasses.replace(PLAIN, colour=(250, 120, 10)))
    np.testing.assert_allclose(picture[placed.ink == 0], 50)
    assert (abs(picture[placed.ink > 0.98] - (250, 120, 10)).max() < 6).all()


def test_an_outline_surrounds_the_characters(placed: render.Placed) -> None:
    behind = np.full((30, 120, 3), 200, np.float32)
    picture = render.burn(behind, placed, dataclasses.replace(PLAIN, edge=(0, 0, 0)))
    assert picture.min() < 40
    assert (picture[placed.ink < 0.05] < 150).all(axis=-1).sum() > 50


def test_film_glows_beyond_its_characters(placed: render.Placed) -> None:
    behind = np.full((30, 120, 3), 20, np.float32)
    look = dataclasses.replace(PLAIN, glow=0.2, colour=(255, 100, 20))
    around = render.burn(behind, placed, look)[placed.ink == 0]
    assert around[:, 0].max() > 40
    assert around[:, 0].mean() > around[:, 2].mean()


def test_a_colour_that_nobody_could_see_is_exchanged(placed: render.Placed) -> None:
    white = np.full((30, 120, 3), 250, np.float32)
    assert render.legible(white, PLAIN, placed).colour == (0, 0, 0)
    assert render.legible(white * 0, PLAIN, placed).colour == PLAIN.colour


def test_grey_cameras_record_no_colours() -> None:
    picture = np.random.default_rng(0).uniform(0, 255, (20, 30, 3)).astype(np.float32)
    pixels = np.asarray(render.record(rng(), picture, dataclasses.replace(PLAIN, grey=True), 10))
    assert (np.ptp(pixels, axis=-1) <= 2).all()


def test_spoiling_a_frame_changes_its_characters(font: Font) -> None:
    placed = render.place(render.draw_line(rng(), font, STAMP), PLAIN, 30, 60, left=10, top=8, cap=12)
    image = render.record(rng(), render.burn(np.full((30, 60, 3), 40, np.float32), placed, PLAIN), PLAIN, 12)
    seen = []
    for seed in range(40):
        spoiled = render.spoil(np.random.default_rng(seed), image, 12)
        assert spoiled.size == image.size
        change = abs(np.asarray(spoiled, np.float32) - np.asarray(image, np.float32))[placed.ink > 0.5]
        seen.append(change.mean())
    assert np.mean(np.array(seen) > 15) > 0.9  # a leaf can lie beside them


@pytest.mark.parametrize(
    ("colour", "glow", "behind", "is_seen"),
    [
        ((255, 255, 255), 0.0, 0, True),
        ((255, 255, 255), 0.0, 250, False),
        ((255, 140, 20), 0.2, 10, True),
        ((255, 250, 240), 0.2, 245, False),  # light adds nothing to a white sky
    ],
)
def test_a_line_is_seen_where_it_differs_from_what_is_behind_it(
    placed: render.Placed, colour: render.Colour, glow: float, behind: int, is_seen: bool
) -> None:
    look = dataclasses.replace(PLAIN, colour=colour, glow=glow)
    picture = np.full((*placed.ink.shape, 3), behind, np.float32)
    assert render.is_seen(picture, look, placed) == is_seen


def test_a_line_that_is_as_uneven_as_what_is_behind_it_is_not_seen(placed: render.Placed) -> None:
    picture = rng().choice([0.0, 255.0], (*placed.ink.shape, 1)) * np.ones(3)
    assert not render.is_seen(picture, dataclasses.replace(PLAIN, colour=(128, 128, 128)), placed)


def test_a_line_outside_the_picture_is_not_seen(placed: render.Placed) -> None:
    away = dataclasses.replace(placed, ink=np.zeros_like(placed.ink))
    assert not render.is_seen(np.zeros((*placed.ink.shape, 3), np.float32), PLAIN, away)

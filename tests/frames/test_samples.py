import itertools

import numpy as np
import pytest

from datenorm.frames.fonts import Font
from datenorm.frames.geometry import CELL, COLUMN, READER_HEIGHT
from datenorm.frames.samples import PATCH, WIDTHS, Studio, crop_batches, machine_ids
from datenorm.frames.task import ALPHABET, CHARACTERS, NOTHING, STAMP


def test_a_crop_has_the_shapes_that_the_reader_expects(studio: Studio) -> None:
    for frames in (1, 3):
        crop = studio.crop(frames, spoiled=0.5)
        count, height, width, colours = crop.frames.shape
        assert (count, height, colours) == (frames, READER_HEIGHT, 3)
        assert width in WIDTHS
        assert crop.frames.dtype == np.uint8
        assert crop.characters.shape == (width // COLUMN,)
        assert crop.guide.shape == (len(STAMP.fields), width // COLUMN)


def test_the_guide_says_where_every_stated_field_is_and_no_other(studio: Studio) -> None:
    stating = 0
    for _ in range(150):
        crop = studio.crop()
        assert STAMP.is_valid(crop.machine)
        for field, row in zip(STAMP.fields, crop.guide, strict=True):
            stated = not set(crop.machine[field.start : field.stop]) <= {"X", "."}
            assert row.sum() == pytest.approx(float(stated), abs=1e-5), crop.machine
            stating += stated
    assert stating > 300


def test_the_characters_of_a_crop_are_those_of_the_fields(studio: Studio) -> None:
    checked = 0
    for _ in range(200):
        crop = studio.crop(states_nothing=0)
        minute = crop.guide[[field.name for field in STAMP.fields].index("minute")]
        columns = np.flatnonzero(minute)
        if not len(columns):
            continue
        seen = [CHARACTERS[i - 1] for i in crop.characters[columns[0] : columns[-1] + 1] if i]
        if len(seen) == 2:  # two characters in one column leave one label
            assert "".join(seen) == crop.machine[11:13]
            checked += 1
    assert checked > 100


def test_crops_that_state_nothing_are_drawn_as_often_as_asked(studio: Studio) -> None:
    crops = [studio.crop(states_nothing=1.0) for _ in range(30)]
    assert all(crop.machine == NOTHING and not crop.guide.any() for crop in crops)
    assert any(crop.characters.any() for crop in crops)
    assert not all(crop.characters.any() for crop in crops)


def test_one_frame_of_a_burst_is_never_spoiled(studio: Studio) -> None:
    for _ in range(10):
        frames = studio.crop(4, spoiled=1.0, states_nothing=0).frames.astype(float)
        assert len({frame.tobytes() for frame in frames}) > 1


def test_a_patch_labels_the_cells_of_its_moment(studio: Studio) -> None:
    for _ in range(20):
        patch = studio.patch(states_nothing=0)
        assert patch.picture.shape == (*PATCH, 3)
        assert patch.is_stamp.shape == (PATCH[0] // CELL, PATCH[1] // CELL)
        rows, columns = np.nonzero(patch.is_stamp)
        assert len(rows) > 0
        # The middle of the line is the same from all of its cells.
        cap = np.exp(patch.log_cap[rows, columns])
        middles = (rows + 0.5) * CELL + patch.offset[rows, columns] * cap
        assert np.ptp(middles) < 0.1
        assert 4 < cap[0] < 21
        assert not patch.log_cap[patch.is_stamp == 0].any()
    assert not studio.patch(states_nothing=1.0).is_stamp.any()


def test_a_seed_decides_every_sample(fonts: list[Font], backgrounds: np.ndarray) -> None:
    once, again = (Studio(fonts, backgrounds, seed=5) for _ in range(2))
    for _ in range(5):
        a, b = once.crop(2, 0.5), again.crop(2, 0.5)
        assert a.machine == b.machine
        assert (a.frames == b.frames).all()
        assert (once.patch().picture == again.patch().picture).all()


def test_the_crops_of_a_batch_have_one_width(studio: Studio) -> None:
    batches = list(itertools.islice(crop_batches(studio, 4), 6))
    for batch in batches:
        assert len({crop.frames.shape for crop in batch}) == 1
    assert len({batch[0].frames.shape for batch in batches}) > 1


def test_machine_strings_and_ids_belong_together() -> None:
    ids = machine_ids(["2021080915.41XX", NOTHING])
    assert ids.shape == (2, STAMP.Ty)
    assert "".join(ALPHABET[i] for i in ids[0]) == "2021080915.41XX"

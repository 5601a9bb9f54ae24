import numpy as np

from datenorm.frames.backgrounds import SIZE, all_backgrounds


def test_backgrounds_are_pictures_that_differ_and_that_a_seed_decides() -> None:
    once, again, other = (all_backgrounds(seed, count=7) for seed in (0, 0, 1))
    assert once.shape == (7, SIZE, SIZE, 3)
    assert once.dtype == np.uint8
    assert (once == again).all()
    assert all(abs(a.astype(int) - b).mean() > 1 for a, b in zip(once, other, strict=True))
    assert (once.reshape(7, -1).std(axis=1) > 1).all()

import numpy as np

from datenorm.frames.pixels import centred, standardized


def test_each_frame_has_mean_0_and_deviation_1() -> None:
    frames = np.random.default_rng(0).integers(0, 256, (2, 8, 12, 3), dtype=np.uint8)
    frames[1] //= 4
    result = standardized(frames)
    assert result.dtype == np.float32
    np.testing.assert_allclose(result.mean(axis=(1, 2, 3)), 0, atol=1e-4)
    np.testing.assert_allclose(result.std(axis=(1, 2, 3)), 1, atol=1e-4)


def test_brightness_and_contrast_do_not_matter() -> None:
    frames = np.random.default_rng(0).uniform(0, 200, (1, 8, 12, 3))
    np.testing.assert_allclose(standardized(0.5 * frames + 20), standardized(frames), atol=1e-4)


def test_the_noise_of_a_plain_wall_stays_small() -> None:
    frames = 90 + np.random.default_rng(0).normal(0, 1, (1, 8, 12, 3))
    assert standardized(frames).std() < 0.2
    assert not standardized(np.full((1, 8, 12, 3), 7, np.uint8)).any()


def test_a_picture_is_centred() -> None:
    np.testing.assert_allclose(centred(np.array([0, 255], np.uint8)), [-1, 1])

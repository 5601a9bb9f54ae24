from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from datenorm.frames.images import NotPictureError, as_pictures, film_frames, is_film, open_picture

PIXELS = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)


def test_arrays_of_every_shape_are_frames() -> None:
    assert [picture.size for picture in as_pictures(PIXELS)] == [(30, 20)]
    (grey,) = as_pictures(PIXELS[..., 0])
    assert (np.asarray(grey) == PIXELS[..., :1]).all()
    frames = as_pictures(np.stack([PIXELS, PIXELS[::-1]]))
    assert [np.asarray(frame).tobytes() for frame in frames] == [PIXELS.tobytes(), PIXELS[::-1].tobytes()]


def test_paths_and_arrays_can_be_mixed(tmp_path: Path) -> None:
    Image.fromarray(PIXELS).save(tmp_path / "a.png")
    pictures = as_pictures([tmp_path / "a.png", str(tmp_path / "a.png"), PIXELS])
    assert {np.asarray(picture).tobytes() for picture in pictures} == {PIXELS.tobytes()}


@pytest.mark.parametrize(
    ("array", "received"),
    [
        (PIXELS.astype(float), "float64"),
        (PIXELS[..., :2], r"\(20, 30, 2\)"),
        (PIXELS[:4], r"\(4, 30, 3\)"),
        (PIXELS[0, 0], r"\(3,\)"),
        (np.zeros((0, 20, 30, 3), np.uint8), r"\(0, 20, 30, 3\)"),
    ],
)
def test_other_arrays_are_refused(array: np.ndarray, received: str) -> None:
    with pytest.raises(ValueError, match=rf"expected an array of shape .*Received: {received}"):
        as_pictures(array)


@pytest.mark.parametrize("images", [None, 3, [], {}, b"bytes"])
def test_what_is_no_picture_is_a_type_error(images: object) -> None:
    with pytest.raises(TypeError, match="expected arrays or paths of pictures"):
        as_pictures(images)


def test_frames_of_two_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected frames of one size.*Received: 20 x 16, 30 x 20"):
        as_pictures([PIXELS, PIXELS[:16, :20]])


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0" + b"x" * 50])
def test_files_that_are_no_pictures_are_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    with pytest.raises(NotPictureError, match=r"a\.jpg: expected a"):
        open_picture(path)


def test_a_picture_that_is_cut_off_is_named(tmp_path: Path) -> None:
    Image.fromarray(np.tile(PIXELS, (20, 20, 1))).save(tmp_path / "whole.jpg")
    (tmp_path / "cut.jpg").write_bytes((tmp_path / "whole.jpg").read_bytes()[:4000])
    with pytest.raises(NotPictureError, match=r"cut\.jpg: expected a whole picture"):
        open_picture(tmp_path / "cut.jpg")
    with pytest.raises(FileNotFoundError):
        open_picture(tmp_path / "missing.jpg")


def test_a_picture_is_turned_as_its_camera_was_held(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter turn
    Image.fromarray(PIXELS).save(tmp_path / "a.png", exif=exif)
    assert open_picture(tmp_path / "a.png").size == (20, 30)


def test_grey_and_transparent_pictures_become_rgb(tmp_path: Path) -> None:
    for mode in ("L", "LA", "RGBA", "P", "1", "CMYK"):
        suffix = "tif" if mode == "CMYK" else "png"
        Image.fromarray(PIXELS).convert(mode).save(tmp_path / f"a.{suffix}")
        assert open_picture(tmp_path / f"a.{suffix}").mode == "RGB"


def write_film(path: Path, seconds: int) -> None:
    av = pytest.importorskip("av")
    with av.open(str(path), "w") as film:
        stream = film.add_stream("mpeg4", rate=10)
        stream.width, stream.height = 64, 48
        for number in range(10 * seconds):
            pixels = np.full((48, 64, 3), number * 255 // (10 * seconds), np.uint8)
            film.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, "rgb24")))
        film.mux(stream.encode())


def test_a_film_gives_a_frame_at_each_interval(tmp_path: Path) -> None:
    write_film(tmp_path / "clip.mp4", seconds=3)
    frames = list(film_frames(tmp_path / "clip.mp4", every=0.5))
    assert [seconds for seconds, _ in frames] == pytest.approx([0, 0.5, 1, 1.5, 2, 2.5])
    brightness = [np.asarray(picture).mean() for _, picture in frames]
    assert brightness == sorted(brightness)
    assert frames[0][1].size == (64, 48)


def test_a_file_that_is_no_film_is_named(tmp_path: Path) -> None:
    pytest.importorskip("av")
    (tmp_path / "clip.mp4").write_bytes(b"no film at all")
    with pytest.raises(NotPictureError, match=r"clip\.mp4: expected a film"):
        list(film_frames(tmp_path / "clip.mp4", every=1))
    with pytest.raises(FileNotFoundError):
        list(film_frames(tmp_path / "missing.mp4", every=1))


def test_films_are_known_by_their_suffix() -> None:
    assert is_film("a/B.MP4")
    assert not is_film(Path("a.jpg"))

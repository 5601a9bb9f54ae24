"""Images: pictures from arrays, files and films, as RGB."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

FILMS = frozenset((".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v", ".mpg", ".mpeg", ".ts", ".3gp", ".wmv"))
"""The suffixes of films, in small letters."""

_LEAST_SIDE = 16


class NotPictureError(ValueError):
    """A file that is no picture, is damaged, or is too small."""


def open_picture(path: str | Path) -> Image.Image:
    """The picture in a file, turned as its camera was held.

    Raises:
        NotPictureError: The file is no picture, is damaged, or has a side of less than 16 pixels.
        OSError: The file cannot be read.
    """
    try:
        with Image.open(path) as file:
            picture = ImageOps.exif_transpose(file).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError, EOFError) as error:
        raise NotPictureError(f"{path}: expected a picture. Received: {error}") from error
    except OSError as error:
        if error.errno is not None:  # the system's, such as a missing file
            raise
        raise NotPictureError(f"{path}: expected a whole picture. Received: {error}") from error
    if min(picture.size) < _LEAST_SIDE:
        raise NotPictureError(f"{path}: expected sides of at least {_LEAST_SIDE} pixels. Received: {picture.size}")
    return picture


def as_pictures(images: Any) -> list[Image.Image]:
    """The frames that belong together: one or more pictures of one size.

    Args:
        images: An array, shape (H, W), (H, W, 3) or (T, H, W, 3), uint8; a path; or a sequence of paths or of arrays of
            one picture each.

    Raises:
        TypeError: `images` is something else.
        ValueError: An array has another shape, or the pictures differ in size.
        NotPictureError: A file is no picture.
    """
    if isinstance(images, np.ndarray):
        pictures = _of_array(images)
    elif isinstance(images, str | Path):
        pictures = [open_picture(images)]
    elif isinstance(images, Image.Image):
        pictures = [images.convert("RGB")]
    elif isinstance(images, Sequence) and images:
        pictures = [picture for image in images for picture in as_pictures(image)]
    else:
        raise TypeError(f"expected arrays or paths of pictures. Received: {type(images).__name__} {images!r:.60}")
    sizes = {picture.size for picture in pictures}
    if len(sizes) > 1:
        shown = ", ".join(f"{width} x {height}" for width, height in sorted(sizes))
        raise ValueError(f"expected frames of one size, from one camera. Received: {shown}")
    return pictures


def _of_array(array: np.ndarray) -> list[Image.Image]:
    complaint = "expected an array of shape (H, W), (H, W, 3) or (T, H, W, 3), uint8"
    if array.dtype != np.uint8:
        raise ValueError(f"{complaint}. Received: {array.dtype}")
    frames = array[None, ..., None] if array.ndim == 2 else array[None] if array.ndim == 3 else array
    if frames.ndim != 4 or frames.shape[3] not in (1, 3) or not len(frames) or min(frames.shape[1:3]) < _LEAST_SIDE:
        raise ValueError(f"{complaint}, of at least {_LEAST_SIDE} by {_LEAST_SIDE} pixels. Received: {array.shape}")
    return [Image.fromarray(np.broadcast_to(frame, (*frame.shape[:2], 3)).copy()) for frame in frames]


def is_film(path: str | Path) -> bool:
    """Whether the path ends as films do."""
    return Path(path).suffix.lower() in FILMS


def film_frames(path: str | Path, every: float) -> Iterator[tuple[float, Image.Image]]:
    """Frames of a film with their time in seconds from its start. Needs PyAV (`datenorm[frames]`).

    Args:
        path: The film.
        every: Seconds between two frames.

    Raises:
        NotPictureError: The file is no film, or is damaged.
    """
    import av

    due = 0.0
    try:
        with av.open(str(path)) as film:
            for frame in film.decode(video=0):
                seconds = float(frame.time or 0.0)
                if seconds + 1e-6 >= due:
                    yield seconds, _rgb(frame)
                    due += every * max(1, int((seconds - due) / every) + 1)
    except (av.FFmpegError, IndexError) as error:
        if isinstance(error, FileNotFoundError | PermissionError):
            raise
        raise NotPictureError(f"{path}: expected a film. Received: {error}") from error


def _rgb(frame: Any) -> Image.Image:
    picture: Image.Image = frame.to_image()
    return picture

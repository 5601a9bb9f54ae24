"""Importing Keras without the log that its backend writes while it starts."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator

_LEVEL = "TF_CPP_MIN_LOG_LEVEL"
_FATAL_ALONE = "3"
_STDERR = 2


def start_keras() -> None:
    """Import Keras; TensorFlow's log stays silent, unless the user chose its level in TF_CPP_MIN_LOG_LEVEL.

    What goes wrong inside TensorFlow still arrives as an exception of Python, and a failed import shows all that was
    written meanwhile.
    """
    is_silent = os.environ.setdefault(_LEVEL, _FATAL_ALONE) == _FATAL_ALONE
    with _held_back() if is_silent else contextlib.nullcontext():
        import keras  # noqa: F401


@contextlib.contextmanager
def _held_back() -> Iterator[None]:
    """Hold back what the process writes to stderr, and show it if the block fails.

    TensorFlow's first lines, on oneDNN and on the graphics card, are written before it heeds its log level.
    """
    try:
        kept = os.dup(_STDERR)
    except OSError:  # stderr is closed
        yield
        return
    with tempfile.TemporaryFile() as held:
        sys.stderr.flush()
        os.dup2(held.fileno(), _STDERR)
        failed = False
        try:
            yield
        except Exception:
            failed = True
            raise
        finally:
            os.dup2(kept, _STDERR)
            if failed:
                held.seek(0)
                os.write(_STDERR, held.read())
            os.close(kept)

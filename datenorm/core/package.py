"""Package: the folder in which datenorm and the files that belong to it lie."""

from pathlib import Path
from typing import cast


def _package_folder() -> Path:
    folder = Path(__file__).parent.parent
    if folder.is_dir():
        return folder
    import importlib.resources  # whose own imports take as long as all of datenorm.core

    return cast(Path, importlib.resources.files("datenorm"))


PACKAGE = _package_folder()
"""The folder, or a part of the zipped wheel from which clusters run."""

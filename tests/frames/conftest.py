import numpy as np
import pytest

from datenorm.frames.backgrounds import all_backgrounds
from datenorm.frames.fonts import Font, all_fonts
from datenorm.frames.samples import Studio


@pytest.fixture(scope="session")
def fonts() -> list[Font]:
    return all_fonts(0, variants=8)


@pytest.fixture(scope="session")
def backgrounds() -> np.ndarray:
    return all_backgrounds(0, count=6)


@pytest.fixture
def studio(fonts: list[Font], backgrounds: np.ndarray) -> Studio:
    return Studio(fonts, backgrounds, seed=1)

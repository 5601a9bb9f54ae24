"""Many dates, drawn once for all tests of the room."""

import pytest
from support.date_examples import draw

from datenorm.corpus.phrase import Example

FEW, MANY = 30_000, 200_000


@pytest.fixture(scope="session", params=[FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def written(request: pytest.FixtureRequest) -> list[Example]:
    """Dates with what they mean, for what is true of all of them or of a share."""
    return draw(request.param)

"""Date part: reads the dates of texts alone, by the first group of a network that reads moments."""

from collections.abc import Sequence

import numpy as np

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import EXACT, GREGORIAN, HALVES, POINT, QUARTERS, SEASONS, Moment
from datenorm.core.tasks import DATE, MOMENT
from datenorm.reading.date_reader import DateReader, Model
from datenorm.reading.decoder import Decoder
from datenorm.reading.moments.dates import NUMBER, WEEK, dates
from datenorm.reading.moments.no_value import NoValueError
from datenorm.reading.onnx_model import OnnxModel, Prediction
from datenorm.reading.preset import Preset

_GROUP = MOMENT.groups[0]
_FORM, _CALENDAR = 8, 10  # of the machine string of the group
_NO_DIGITS = frozenset((*SEASONS.values(), *QUARTERS, *HALVES))
_MARKS = POINT + EXACT + GREGORIAN
# The place of each character of a date among those of the group; the separators have none.
_PLACES = [place for place, character in enumerate(DATE.unspecified) if character == UNSPECIFIED]


class DatePartReader(DateReader):
    """Reads dates as the task of dates has them, by a network that reads moments.

    A time of day beside a date is dropped, as is "about". A season, a quarter, a half and a week state their year
    alone. A range, an open one, a decade and a date of another calendar or before our era have no date.
    """

    def _decoder_of(self, preset: Preset) -> Decoder:
        return _DatePartDecoder(_GROUP, preset.machine_vocab, keeps_impossible=True)

    def _model_of(self, preset: Preset) -> Model:
        return _DatePartModel(OnnxModel(preset))

    def _decode_texts(
        self, texts: list[str], numbered: list[int], probabilities: np.ndarray, order: str | None
    ) -> tuple[list[str], np.ndarray]:
        """As `DateReader`. The numbers of a text count before a day is refused that does not exist."""
        machines, scores = super()._decode_texts(texts, numbered, probabilities, order)
        return [machine if DATE.is_valid(machine) else DATE.unspecified for machine in machines], scores


class _DatePartDecoder(Decoder):
    """Decodes the first group of moments as the task of dates has it."""

    def __call__(self, probabilities: np.ndarray) -> tuple[list[str], np.ndarray]:
        """As `Decoder`, in the form of dates."""
        machines, scores = super().__call__(probabilities)
        return [_date_of(machine) for machine in machines], scores

    def odds(self, machines: Sequence[str], probabilities: np.ndarray) -> list[float]:
        """As `Decoder.odds`, of machine strings in the form of dates."""
        return super().odds([_machine_of(machine) for machine in machines], probabilities)


class _DatePartModel:
    """The network of moments, whose attention has a row for each character of a date."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def predict(self, texts: list[str]) -> Prediction:
        """As `OnnxModel.predict`. The rows of the separators are 0."""
        seen = self._model.predict(texts)
        attention = np.zeros((len(texts), DATE.Ty, seen.attention.shape[2]), np.float32)
        attention[:, _PLACES] = seen.attention[:, : len(_PLACES)]
        return seen._replace(attention=attention)


def _date_of(machine: str) -> str:
    """The machine string of a date, of one of the group; that of no date if it states what a date cannot say.

    A day that does not exist stays as it is.
    """
    if machine[_FORM] != POINT or machine[_CALENDAR] != GREGORIAN:
        return DATE.unspecified
    year, month, day = machine[:4], machine[4:6], machine[6:8]
    if month in _NO_DIGITS or (month[0] == WEEK and day[1] == UNSPECIFIED):
        month = day = UNSPECIFIED * 2
    date = f"{year}-{month}-{day}"
    if month[0] in (WEEK, NUMBER) and year.isdecimal():
        try:
            ends = dates(Moment(year=year, month=month, day=day))
        except NoValueError:
            return DATE.unspecified
        date = ends[0] if ends else DATE.unspecified
    is_day = f"{year}{month}{day}".isdecimal()  # which may not exist
    return date if is_day or DATE.is_valid(date) else DATE.unspecified


def _machine_of(date: str) -> str:
    """The machine string of the group, of one of dates."""
    return _GROUP.unspecified if date == DATE.unspecified else date.replace("-", "") + _MARKS

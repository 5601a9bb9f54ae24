"""Human dates and times into machine form, with a character-level attention network.

>>> import datenorm
>>> datenorm.normalize("the 3rd of May, 1979")
'1979-05-03'
>>> datenorm.normalize("Fri, 15 Feb 2013 22:30:05 +0100")
'2013-02-15T22:30:05+01:00'
>>> datenorm.normalize("03/04/2005", order="DMY")
'2005-04-03'
>>> datenorm.normalize("in three days", reference="2026-11-29")
'2026-12-02'
"""

import functools
import importlib
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from typing import Any

    import pandas as pd
    import pyarrow as pa

    from datenorm.attention.map import AttentionMap
    from datenorm.core.reasons import Reason
    from datenorm.frames.map import FrameMap
    from datenorm.frames.reader import FrameReader
    from datenorm.reading.convention import Convention
    from datenorm.reading.finder import Found
    from datenorm.reading.normalizer import Normalizer, Order
    from datenorm.reading.reference import Reference
    from datenorm.reading.result import AmbiguousDateWarning, Result
    from datenorm.tables.arrow import ArrayFunction

    __version__: str

__all__ = [
    "AmbiguousDateWarning",
    "AttentionMap",
    "Convention",
    "Found",
    "FrameMap",
    "FrameReader",
    "Normalizer",
    "Reason",
    "Result",
    "__version__",
    "array_function",
    "find",
    "find_array",
    "infer",
    "normalize",
    "normalize_array",
    "to_datetime",
]

_HOMES = {
    "AmbiguousDateWarning": "datenorm.reading.result",
    "AttentionMap": "datenorm.attention.map",
    "Convention": "datenorm.reading.convention",
    "Found": "datenorm.reading.finder",
    "FrameMap": "datenorm.frames.map",
    "FrameReader": "datenorm.frames.reader",
    "Normalizer": "datenorm.reading.normalizer",
    "Reason": "datenorm.core.reasons",
    "Result": "datenorm.reading.result",
}


def __getattr__(name: str) -> object:
    # ONNX Runtime loads on first use: no --help waits for it, and a Ctrl-C in the meantime is handled.
    if name == "__version__":
        return _version()
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def normalize(
    text: str,
    order: str | None = None,
    locale: str | None = None,
    reference: "Reference" = None,
    prefer: str | None = None,
    *,
    task: str = "moment",
) -> str | None:
    """Returns the machine form of one text, or None if it has none.

    An all-number date that reads two ways, such as 03/04/2005, is returned in its more probable reading, with an
    `AmbiguousDateWarning`. An order or a locale decides. So is an hour that may be of the morning or of the afternoon.

    Args:
        text: What a person wrote.
        order: How to read an all-number date: `DMY`, `MDY` or `YMD`.
        locale: Gives the order of its region, such as `en_US`, in place of `order`.
        reference: When the text was written, from which "tomorrow" counts: a datetime, a date or a string in ISO 8601.
        prefer: Which "Friday" or "5 May" is meant beside a reference: that of the `future`, the default, of the `past`,
            or the `nearest`.
        task: The preset that reads the text.

    Raises:
        TypeError: `text` is not a string, or `reference` is of another type.
        ValueError: `order` is not one of the task's, `locale` is unknown, or both are given; `reference` is not in
            ISO 8601, or the task has no use for one; or `prefer` is none of the three.
        FileNotFoundError: There is no such preset.
    """
    result = _normalizer(task).normalize(text, order, locale=locale, reference=reference, prefer=prefer)
    if result.ambiguous:
        from datenorm.reading.result import AmbiguousDateWarning

        warnings.warn(AmbiguousDateWarning(result), stacklevel=2)
    return result.value


def find(
    text: str,
    *,
    order: "Order" = None,
    locale: str | None = None,
    reference: "Reference" = None,
    prefer: str | None = None,
    task: str = "moment",
) -> "list[Found]":
    """Returns every moment in a text of any length.

    Each has its `start` and `stop` in the text, its `text`, and its `result`, as `Normalizer.normalize` returns it.
    `Normalizer.find_iter` reads a stream, and `Normalizer.find_batch` many texts.

    Args:
        text: What a person wrote.
        order: As in `Normalizer.find`; with `infer` all that is found decides together.
        locale: Gives the order of its region, such as `en_US`, in place of `order`.
        reference: When the text was written, from which "tomorrow" counts: a datetime, a date, a string in ISO 8601, or
            `first` for the first whole date of the text itself.
        prefer: As in `Normalizer.normalize`.
        task: The preset that finds and reads.

    Raises:
        TypeError: `text` is not a string, or `reference` is of another type.
        ValueError: As in `Normalizer.find`.
        FileNotFoundError: There is no such preset.
    """
    return _normalizer(task).find(text, order, locale=locale, reference=reference, prefer=prefer)


def infer(
    column: "Iterable[Any]",
    *,
    pivot: int | None = None,
    not_after: "dt.date | str | None" = None,
    excel_1904: bool = False,
) -> "Convention":
    """Returns what the rows of a column say together about how its dates are written.

    >>> convention = datenorm.infer(["13/07/2022", "12/07/2022", "25.12.", "3 May 2022", None])
    >>> convention.order
    'DMY'

    It takes the place of an order wherever an order is taken. Conventions of parts add up to that of the whole column.

    Args:
        column: A list or another iterable of texts; or what exports an Arrow array, such as a Series of pandas or
            Polars, for which pyarrow is needed.
        pivot: The last two-digit year of 2000-2099: 30 makes 30 to 2030 and 31 to 1931.
        not_after: The last day that can be meant, such as the day on which births were recorded.
        excel_1904: Whether days of Excel count from 1904, as in workbooks of old Macs.

    Raises:
        TypeError: `column` is no column of texts.
        ValueError: An option is out of its range, or `pivot` and `not_after` are both given.
    """
    from datenorm.reading.convention import infer

    if not (hasattr(column, "__arrow_c_stream__") or hasattr(column, "__arrow_c_array__")):
        return infer(column, pivot=pivot, not_after=not_after, excel_1904=excel_1904)
    from datenorm.tables.arrow import infer_column

    return infer_column(column, infer([], pivot=pivot, not_after=not_after, excel_1904=excel_1904))


def normalize_array(
    array: object,
    *,
    task: "str | Normalizer" = "moment",
    order: "Order" = None,
    locale: str | None = None,
    reference: "Reference | Iterable[Reference] | pa.Array" = None,
    prefer: str | None = None,
    min_confidence: float | None = None,
    threads: int | None = None,
) -> "pa.StructArray":
    """Returns the answers to a column, for data frames and databases. Needs pyarrow (`datenorm[table]`).

    >>> answers = datenorm.normalize_array(["3 May 1979", None, "03/04/2005"])
    >>> answers.field("value").to_pylist(), answers.field("ambiguous").to_pylist()
    (['1979-05-03', None, '2005-04-03'], [False, False, True])

    Args:
        array: A column of texts: whatever exports an array through Arrow's C interface, such as a pyarrow array or a
            Series of pandas or Polars, with nulls, chunks and dictionaries; or a list, tuple or NumPy array.
        task: The preset that reads the texts, or a Normalizer.
        order: As in `Normalizer.normalize_batch`. With `infer` the array is read as one column.
        locale: As in `Normalizer.normalize_batch`.
        reference: As in `Normalizer.normalize`; or a column with a reference for each row, in which nulls and what
            cannot be read are none.
        prefer: As in `Normalizer.normalize`.
        min_confidence: As in `Normalizer`. Only beside the name of a preset.
        threads: As in `Normalizer`. Only beside the name of a preset.

    Returns:
        For each row, in order, a struct that is never null, of these fields:

        - `value`: string; null where there is none.
        - `kind`: what the text states, as in `Result.kind`: `date`, `time`, `datetime`, `range` or `relative`; null if
          nothing.
        - `precision`: `second`, `minute`, `day`, `month`, `season`, `quarter`, `half`, `year`, `decade` or `century`;
          `range` for a value with two ends, or an open one; `part` for a date without its year, such as XXXX-05-03;
          null without a value.
        - `date`: date32; the day of a day, or of a time of a day, as written. Null for anything longer or less sure.
        - `start`, `end`: timestamps in microseconds; the first and the last moment that the value covers, on the wall
          clock as written. Null for an open end, and where no year is stated.
        - `offset`: int16; the minutes that the clock of `start` is ahead of UTC, so that `start` minus `offset` is in
          UTC. Null where no zone is known.
        - `calendar`: the calendar of the text, such as `hebrew`. The value is always Gregorian.
        - `confidence`: float, in [0, 1].
        - `ambiguous`: bool; whether the text reads in several ways.
        - `reason`: string; null where there is a value. The reason of a null is `empty`. That of bytes that are not
          UTF-8, and of an item of a list that is no text, is `not text`.

    Raises:
        TypeError: `array` is no column, or not one of text.
        ValueError: As in `Normalizer` and `Normalizer.normalize_batch`; or an option is given beside a Normalizer.
        FileNotFoundError: There is no such preset.
    """
    from datenorm.tables.arrow import normalize_column

    if isinstance(task, str):
        normalizer = _normalizer(task, min_confidence, threads)
        return normalize_column(normalizer, array, order, locale, reference, prefer)
    if min_confidence is not None or threads is not None:
        raise ValueError("expected min_confidence and threads beside the name of a preset, or in the Normalizer")
    return normalize_column(task, array, order, locale, reference, prefer)


def find_array(
    array: object,
    *,
    task: "str | Normalizer" = "moment",
    order: "Order" = None,
    locale: str | None = None,
    reference: "Reference | Iterable[Reference] | pa.Array" = None,
    prefer: str | None = None,
) -> "pa.ListArray":
    """Returns the moments in each text of a column, for data frames and databases. Needs pyarrow (`datenorm[table]`).

    Args:
        array: As in `normalize_array`.
        task: The preset that finds and reads, or a Normalizer.
        order: As in `Normalizer.find`. With `infer` all that is found in the column decides together.
        locale: As in `Normalizer.find`.
        reference: As in `Normalizer.find`, `first` included; or a column with a reference for each row.
        prefer: As in `Normalizer.find`.

    Returns:
        For each row, in order, a list that is never null, of a struct for each moment. Its fields are `text_start` and
        `text_stop`, in characters, `text`, and those that `normalize_array` returns.

    Raises:
        TypeError: `array` is no column, or not one of text.
        ValueError: As in `Normalizer.find_batch`.
        FileNotFoundError: There is no such preset.
    """
    from datenorm.tables.found import find_column

    normalizer = _normalizer(task) if isinstance(task, str) else task
    return find_column(normalizer, array, order, locale, reference, prefer)


def array_function(
    field: str | None = None,
    *,
    task: str = "moment",
    order: "Order" = None,
    locale: str | None = None,
    reference: "Reference" = None,
    prefer: str | None = None,
    min_confidence: float | None = None,
    threads: int | None = 1,
) -> "ArrayFunction":
    """Returns a function that reads the parts of a column in an engine's workers. Needs pyarrow.

    >>> read = datenorm.array_function("value", locale="en_GB")
    >>> read(["03/04/2005", None]).to_pylist()
    ['2005-04-03', None]

    It can be sent to other processes, each of which opens the preset once, by its name.

    Args:
        field: The field of the answers to return; by default all, as a struct. See `normalize_array`.
        task: The name of the preset, or the path of a folder that every worker can read.
        order: As in `Normalizer`, but for `infer`: a worker sees only a part of the column. Sum what `infer` finds in
            the parts, and give the sum.
        locale: As in `Normalizer.normalize_batch`.
        reference: As in `Normalizer.normalize`, for all rows. For a reference of each row call `normalize_array`.
        prefer: As in `Normalizer.normalize`.
        min_confidence: As in `Normalizer`.
        threads: As in `Normalizer`; 1 by default, since engines start a worker for each core.

    Raises:
        ValueError: There is no such field, or the order is `infer`.
    """
    from datenorm.tables.arrow import ArrayFunction

    return ArrayFunction(task, order, locale, min_confidence, threads, field, reference, prefer)


def to_datetime(
    column: "pd.Series | pd.Index | Sequence[Any]",
    errors: str = "raise",
    *,
    utc: bool = False,
    task: "str | Normalizer" = "moment",
    order: "Order" = "infer",
    locale: str | None = None,
    reference: "Reference | Iterable[Reference]" = None,
    prefer: str | None = None,
) -> "pd.Series | pd.DatetimeIndex":
    """Returns a column as moments, as `pandas.to_datetime` does, of texts that people wrote. Needs pandas.

    >>> import pandas as pd
    >>> when = pd.Series(["3 May 1979", None, "2024-01-05T10:30"], index=[7, 8, 9], name="when")
    >>> datenorm.to_datetime(when).dt.date.to_dict()
    {7: datetime.date(1979, 5, 3), 8: NaT, 9: datetime.date(2024, 1, 5)}

    Moments, and texts in ISO 8601, are those of pandas, with their time and zone. Other texts give the day that the
    preset reads, with their time and their zone, and, beside a reference, "yesterday at 5 pm"; Unix seconds are in UTC.
    `task="date"` reads the day, with a time such as 10:30 or 9:05 pm.

    Args:
        column: A Series, whose name and index are kept; or an Index or a list, for which a DatetimeIndex is returned.
        errors: `raise`, or `coerce`, which makes NaT of what is no whole day.
        utc: Whether to convert to UTC. Needed where only some rows, or rows with different offsets, have a zone.
        task: The preset that reads the texts, or a Normalizer.
        order: As in `Normalizer.normalize_batch`. By default the rows decide together.
        locale: As in `Normalizer.normalize_batch`, in place of `order`.
        reference: As in `Normalizer.normalize_batch`: one for all rows, or one for each.
        prefer: As in `Normalizer.normalize_batch`.

    Raises:
        TypeError: `column` is something else.
        ValueError: With `raise`: a row, which is named, states no whole day, or reads in several ways. Or as in
            `pandas.to_datetime`, for rows with different zones.
    """
    from datenorm.tables.pandas import to_datetime

    normalizer = _normalizer(task) if isinstance(task, str) else task
    return to_datetime(
        normalizer, column, errors, utc=utc, order=order, locale=locale, reference=reference, prefer=prefer
    )


@functools.cache
def _normalizer(task: str, min_confidence: float | None = None, threads: int | None = None) -> "Normalizer":
    from datenorm.reading.normalizer import Normalizer

    return Normalizer(task, min_confidence, threads)


def _version() -> str:
    import importlib.metadata

    try:
        return importlib.metadata.version("datenorm")
    except importlib.metadata.PackageNotFoundError:  # run from a folder in which it was never installed
        return "0+unknown"

"""pandas: `to_datetime` for what people write."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from datenorm.core.canonical import canonicalize
from datenorm.core.numeric_dates import INFER, without_clock
from datenorm.reading.convention import infer
from datenorm.reading.normalizer import Normalizer, Order
from datenorm.reading.reference import Reference
from datenorm.reading.result import Result
from datenorm.tables.precision import DAY, MINUTE, SECOND, is_exact, precision_of

_ISO_8601 = re.compile(
    r"\s*\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::[0-5]\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?\s*", re.IGNORECASE
)
_DAY_LENGTH = len("1979-05-03")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,6}))?)?\s?(?:([ap])\.?m\.?)?")


def to_datetime(
    normalizer: Normalizer,
    column: pd.Series | pd.Index | Sequence[Any],
    errors: str = "raise",
    *,
    utc: bool = False,
    order: Order = INFER,
    locale: str | None = None,
    reference: Reference | Iterable[Reference] = None,
    prefer: str | None = None,
) -> pd.Series | pd.DatetimeIndex:
    """Returns a column as moments; see `datenorm.to_datetime`."""
    if not normalizer.task.orders:
        raise ValueError(f"expected a preset or run that reads dates. Received: one of the task {normalizer.task.name}")
    if errors not in ("raise", "coerce"):
        raise ValueError(f"expected errors='raise' or errors='coerce'. Received: {errors!r}")
    if isinstance(column, str) or not isinstance(column, pd.Series | pd.Index | Sequence):
        raise TypeError(f"expected a Series, an Index or a list of texts. Received: {type(column).__name__}")
    series = column if isinstance(column, pd.Series) else pd.Series(list(column), dtype=object)
    if isinstance(series.dtype, pd.CategoricalDtype):
        series = series.astype(object)
    moments: list[Any] = [pd.NaT] * len(series)
    missing = series.isna().tolist()
    items = series.tolist()
    own = [i for i, item in enumerate(items) if not missing[i] and _is_for_pandas(item)]
    for i, moment in zip(own, pd.to_datetime([items[i] for i in own], format="ISO8601", utc=utc), strict=True):
        moments[i] = moment
    others = sorted(set(range(len(items))) - set(own) - {i for i, none in enumerate(missing) if none})
    if order == INFER:
        order = infer(items) if locale is None else None
    if reference is not None and not isinstance(reference, dt.date | str):
        references = [None if each is None or each is pd.NaT else each for each in reference]
        if len(references) != len(items):
            raise ValueError(f"expected a reference for each of {len(items)} rows. Received: {len(references)}")
        reference = [references[i] for i in others]
    texts = [items[i] for i in others]
    results = normalizer.normalize_batch(texts, order, locale=locale, reference=reference, prefer=prefer)
    read = _moment if normalizer.task.ranges else _moment_of_date
    for i, result in zip(others, results, strict=True):
        moment, complaint = read(result)
        if complaint and errors == "raise":
            raise ValueError(f"row {series.index[i]!r}: expected a whole date. Received: {items[i]!r}, {complaint}")
        moments[i] = moment.tz_localize("UTC") if utc and moment is not pd.NaT and moment.tz is None else moment
    converted = pd.to_datetime(pd.Series(moments, index=series.index, name=series.name, dtype=object), utc=utc)
    return (
        converted if isinstance(column, pd.Series) else pd.DatetimeIndex(converted, name=getattr(column, "name", None))
    )


def _is_for_pandas(item: object) -> bool:
    """Whether pandas reads an item without a doubt: a moment, or a text in ISO 8601."""
    return isinstance(item, dt.date) or (isinstance(item, str) and bool(_ISO_8601.fullmatch(item)))


def _complaint(result: Result, *precisions: str) -> str | None:
    """Returns why a result is no single moment of these precisions; None if it is one."""
    if result.value is None:
        return str(result.reason)
    if result.ambiguous:
        values = [value for value, _ in result.alternatives]
        advice = ": decide with order= or locale=" if len({value[:_DAY_LENGTH] for value in values}) > 1 else ""
        return f"which is {' or '.join(values)}{advice}"
    if precision_of(result.value) not in precisions or not is_exact(result.value):
        return f"which states {result.value}"
    return None


def _moment(result: Result) -> tuple[Any, str | None]:
    """Returns the moment of a result, or NaT and why it is none."""
    complaint = _complaint(result, DAY, MINUTE, SECOND)
    if complaint or result.start is None:
        return pd.NaT, complaint or f"which states {result.value}"
    moment = pd.Timestamp(result.start)
    if precision_of(str(result.value)) == SECOND:
        moment += _fraction(result.text, f"{result.start.second:02d}")
    return moment, None


def _fraction(text: str, second: str) -> dt.timedelta:
    """Returns the fraction behind a second in a text, which the value has no place for."""
    found = re.search(rf":{second}[.,](\d{{1,6}})", canonicalize(text))
    return dt.timedelta(microseconds=int(found[1].ljust(6, "0")) if found else 0)


def _moment_of_date(result: Result) -> tuple[Any, str | None]:
    """Returns the moment of a result that has a date alone, with the time of day in its text, if there is one."""
    complaint = _complaint(result, DAY)
    if complaint:
        return pd.NaT, complaint
    clock = _clock(canonicalize(result.text))
    if clock is None:
        return pd.NaT, "whose time of day cannot be read"
    return pd.Timestamp(result.value) + clock, None


def _clock(text: str) -> dt.timedelta | None:
    """Returns the time of day in a canonical text, 0 if there is none, or None if it cannot be read."""
    rest = without_clock(text)
    start = next((i for i, (one, other) in enumerate(zip(text, rest, strict=False)) if one != other), len(rest))
    removed = text[start : start + len(text) - len(rest)]
    if not removed:
        return dt.timedelta()
    found = _CLOCK.fullmatch(removed)
    if not found:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    if minute > 59 or second > 59 or not (1 <= hour <= 12 if found[5] else 0 <= hour <= 23):
        return None
    if found[5]:
        hour = hour % 12 + 12 * (found[5] == "p")
    microseconds = int((found[4] or "").ljust(6, "0"))
    return dt.timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microseconds)

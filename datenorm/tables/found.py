"""Found columns: Arrow arrays of running texts in, lists of the moments in each out."""

import itertools

import pyarrow as pa

from datenorm.core.numeric_dates import INFER
from datenorm.reading.finder import Found
from datenorm.reading.normalizer import Normalizer, Order
from datenorm.reading.reference import is_reference
from datenorm.tables.arrow import ANSWER, answers_of, as_column, references_of, texts

FOUND = pa.struct(
    [
        pa.field("text_start", pa.int32()),
        pa.field("text_stop", pa.int32()),
        pa.field("text", pa.string()),
        *ANSWER,
    ]
)
"""The type of a moment in a text: its place in characters, what it says, and its answer."""

_TEXTS_AT_ONCE = 1 << 12  # so that the Results of a long column are never in memory together


def find_column(
    normalizer: Normalizer,
    column: object,
    order: Order = None,
    locale: str | None = None,
    reference: object = None,
    prefer: str | None = None,
) -> pa.ListArray:
    """Returns the moments in each text of a column.

    Args:
        normalizer: Finds and reads them.
        column: As in `arrow.normalize_column`.
        order: As in `Normalizer.find_batch`.
        locale: As in `Normalizer.find_batch`.
        reference: As in `Normalizer.find`; or a column of references, as in `arrow.normalize_column`.
        prefer: As in `Normalizer.find_batch`.

    Returns:
        For each row, in order, a list of type `FOUND`, never null, and empty where there is no moment.

    Raises:
        TypeError: `column` is no column, or its type is not text.
        ValueError: As in `Normalizer.find_batch`.
    """
    rows = list(texts(as_column(column)))
    # Beside one column, `==` would compare with each row.
    is_one = is_reference(reference)
    references = None if is_one else references_of(reference, len(rows))
    size = len(rows) if order == INFER else _TEXTS_AT_ONCE
    parts = []
    for start in range(0, len(rows), size or 1) or [0]:
        stop = start + size
        found = normalizer.find_batch(
            rows[start:stop],
            order,
            locale=locale,
            reference=references[start:stop] if references is not None else reference,  # type: ignore[arg-type]
            prefer=prefer,
        )
        parts.append(_lists(found))
    return pa.concat_arrays(parts)


def _lists(found: list[list[Found]]) -> pa.ListArray:
    moments = list(itertools.chain(*found))
    answers = answers_of([moment.result for moment in moments])
    arrays = [
        pa.array([moment.start for moment in moments], pa.int32()),
        pa.array([moment.stop for moment in moments], pa.int32()),
        pa.array([moment.text for moment in moments], pa.string()),
        *answers.flatten(),
    ]
    offsets = list(itertools.accumulate(map(len, found), initial=0))
    return pa.ListArray.from_arrays(
        pa.array(offsets, pa.int32()), pa.StructArray.from_arrays(arrays, fields=list(FOUND))
    )

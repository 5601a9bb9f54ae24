"""Profile: where the processor time of a string goes, by the stages of reading it."""

import collections
import contextlib
import datetime as dt
import itertools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import onnxruntime

from datenorm.benchmark.measure import machine
from datenorm.benchmark.samples import LANGUAGES, column, write
from datenorm.core.canonical import canonicalize
from datenorm.evaluation.markdown import markdown_table
from datenorm.reading.decoder import Decoder
from datenorm.reading.normalizer import Normalizer

_CANONICAL, _ENCODER, _DECODERS, _SEARCH = "canonical text", "encoder and date", "other decoders", "valid strings"
_STAGES = (_CANONICAL, _ENCODER, _DECODERS, _SEARCH)
_REST, _WHOLE = "the rest", "in all"
_SHARE = "share of the network"

_REFERENCE = "2020-05-05"
_DISTANCES, _UNITS = ("in {} {}", "{} {} ago"), ("minutes", "hours", "days", "weeks", "months", "years")


def kinds(n: int) -> dict[str, list[str]]:
    """Kind -> n distinct strings of it: dates in many languages, alone, with a time and as ranges, and distances.

    >>> {kind: texts[0] for kind, texts in kinds(1).items()}["relative expressions"]
    'in 2 minutes'
    """
    dates, days = zip(*column(2 * n), strict=True)
    distances = (form.format(amount, unit) for amount in itertools.count(2) for unit in _UNITS for form in _DISTANCES)
    return {
        "dates": list(dates[:n]),
        "date-times": [f"{date} {minute // 60 % 24:02d}:{minute % 60:02d}" for minute, date in enumerate(dates[:n])],
        "ranges": list(map(_range, days[:n], days[n:], itertools.cycle(LANGUAGES))),
        "relative expressions": list(itertools.islice(distances, n)),
    }


def _range(one: str, other: str, language: str) -> str:
    start, end = (dt.date.fromisoformat(day) for day in sorted((one, other)))
    long, *_ = LANGUAGES[language].patterns
    return f"{write(start, language, long)} – {write(end, language, long)}"


def profile(normalizer: Normalizer, rows: int, repeats: int) -> str:
    """A Markdown table of the processor time of each stage for a string, a row for each kind, and its caption.

    Args:
        normalizer: Reads moments, in one thread.
        rows: Strings of each kind, read in one batch.
        repeats: How often they are read. The fastest time counts, after one that opens the decoders.
    """
    lines = []
    for kind, texts in kinds(rows).items():
        spent = min((_spent(normalizer, texts) for _ in range(1 + repeats)), key=lambda spent: spent[_WHOLE])
        spent[_REST] = spent[_WHOLE] - sum(spent[stage] for stage in _STAGES)
        share = (spent[_ENCODER] + spent[_DECODERS]) / spent[_WHOLE]
        times = [f"{1e6 * spent[stage] / rows:.1f} µs" for stage in (*_STAGES, _REST, _WHOLE)]
        lines.append([kind, *times, f"{share:.0%}"])
    table = markdown_table(["", *_STAGES, _REST, _WHOLE, _SHARE], lines)
    return f"{table}\n\n`datenorm benchmark --profile --rows {rows} --repeats {repeats}`, {machine(normalizer)}"


def _spent(normalizer: Normalizer, texts: Sequence[str]) -> dict[str, float]:
    """The processor time of each stage for all texts, in seconds, and that of the whole."""
    spent: dict[str, float] = collections.defaultdict(float)
    with contextlib.ExitStack() as stack:
        stack.enter_context(_timed(onnxruntime.InferenceSession, "run", _session_stage, spent))
        for method in ("__call__", "stating", "odds", "shares"):
            stack.enter_context(_timed(Decoder, method, lambda *_: _SEARCH, spent))
        start = time.process_time()
        normalizer.normalize_batch(texts, reference=_REFERENCE)
        spent[_WHOLE] = time.process_time() - start
    # Timed in one go: for single texts the clock would take longer than what it measures.
    start = time.process_time()
    for text in texts:
        canonicalize(text)
    spent[_CANONICAL] = time.process_time() - start
    return spent


def _session_stage(session: object, outputs: object, inputs: Mapping[str, object]) -> str:
    return _DECODERS if "encoded" in inputs else _ENCODER


@contextlib.contextmanager
def _timed(owner: type, name: str, stage_of: Callable[..., str], spent: dict[str, float]) -> Iterator[None]:
    """Add the processor time of each call of a method to that of its stage."""
    method = getattr(owner, name)

    def timed(*arguments: Any) -> Any:
        start = time.process_time()
        try:
            return method(*arguments)
        finally:
            spent[stage_of(*arguments)] += time.process_time() - start

    setattr(owner, name, timed)
    try:
        yield
    finally:
        setattr(owner, name, method)

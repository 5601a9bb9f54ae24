"""Fuzz: reads random strings with a preset, one by one. The exit status is 1 if a string does harm.

python -m tests.support.fuzz --strings 1000000
"""

import argparse
import random
import resource
import string
import sys
import time
import traceback
from collections.abc import Callable

import datenorm
from datenorm.reading.moments.bounds import bounds

SLOW = 0.010  # seconds
GROWTH = 16 << 10  # kB, after the first strings, which have every length
_WARM = 0.1
_SHOWN = 5
_AGAIN = 20

_DATES = (
    "3 May 1979",
    "03/04/2005",
    "2 มกราคม 2024",
    "mardi 3 mai 1979",
    "平成元年1月8日",
    "۱۳/۰۷/۲۰۲۲",
    "20130215",
    "quarter past 5",
)
_SPECIAL = (
    "\x00\x01\x02\x03\ud800\udfff\u200e\u200f\u202e\u2066\ufeff\u0301\u0345\u0640\ufdfa"
    "\u3000\u2028\U0001f600\u200d\U000e0041\uff11"
)
_MARKS = "0123456789/.-,: '\"()"


def _code_points(rng: random.Random) -> str:
    return "".join(chr(rng.randrange(0x110000)) for _ in range(rng.randrange(60)))


def _printable(rng: random.Random) -> str:
    return "".join(rng.choices(string.printable, k=rng.randrange(60)))


def _numbers(rng: random.Random) -> str:
    return "".join(rng.choices(_MARKS, k=rng.randrange(24)))


def _specials(rng: random.Random) -> str:
    return "".join(rng.choices(_SPECIAL + _MARKS, k=rng.randrange(50)))


def _spoiled_date(rng: random.Random) -> str:
    text = list(rng.choice(_DATES))
    for _ in range(rng.randrange(6)):
        text.insert(rng.randrange(len(text) + 1), rng.choice(_SPECIAL + string.printable))
        del text[rng.randrange(len(text))]
    return "".join(text)


def _repeated(rng: random.Random) -> str:
    return chr(rng.randrange(0x110000)) * rng.randrange(3000)


KINDS: tuple[Callable[[random.Random], str], ...] = (
    _code_points,
    _printable,
    _numbers,
    _specials,
    _spoiled_date,
    _repeated,
)


def complaint(normalizer: datenorm.Normalizer, text: str, order: str | None) -> str | None:
    """What is wrong with the answer to a text; None if nothing is."""
    result = normalizer.normalize(text, order)
    values = [value for value in (result.value, *(value for value, _ in result.alternatives)) if value is not None]
    if invalid := [value for value in values if not _is_valid(normalizer, value)]:
        return f"invalid: {invalid}"
    if (result.value is None) == (result.reason is None):
        return f"value {result.value}, reason {result.reason}"
    return None if 0 <= result.confidence <= 1 else f"confidence {result.confidence}"


def _is_valid(normalizer: datenorm.Normalizer, value: str) -> bool:
    if len(normalizer.task.groups) == 1:
        return normalizer.task.is_valid(normalizer.task.to_machine(value))
    try:
        start, end = bounds(value)
    except ValueError:
        return False
    return start is None or end is None or start <= end


def seconds(normalizer: datenorm.Normalizer, text: str, order: str | None) -> float:
    """The time that one text takes."""
    start = time.perf_counter()
    normalizer.normalize(text, order)
    return time.perf_counter() - start


def fuzz(task: str, strings: int, seed: int) -> list[str]:
    """The harm that random strings do, one sentence for each."""
    rng = random.Random(seed)
    normalizer = datenorm.Normalizer(task)
    orders = [None, *normalizer.task.orders]
    harm: list[str] = []
    slowest, slowest_text = 0.0, ""
    warm = None
    for i in range(strings):
        text, order = rng.choice(KINDS)(rng), rng.choice(orders)
        start = time.perf_counter()
        try:
            wrong = complaint(normalizer, text, order)
        except Exception:
            wrong = traceback.format_exc()
        took = time.perf_counter() - start
        if took > SLOW:  # another process may have had the processor
            took = min(took, *(seconds(normalizer, text, order) for _ in range(_AGAIN)))
        if took > slowest:
            slowest, slowest_text = took, text
        if wrong:
            harm.append(f"{text[:200]!a}, order {order}: {wrong}")
        if i == int(strings * _WARM):
            warm = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    growth = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - (warm or 0)
    print(f"{task}: {strings:,} strings, the slowest {slowest * 1000:.2f} ms, memory grew by {growth:,} kB")
    if slowest > SLOW:
        harm.append(f"{slowest * 1000:.1f} ms for {slowest_text[:200]!a}")
    if growth > GROWTH:
        harm.append(f"memory grew by {growth:,} kB")
    return harm


def main() -> int:
    """Fuzz the presets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=1_000_000, help="for each task (default: 1000000)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same strings (default: 0)")
    parser.add_argument("--task", action="append", help="a preset or a run folder (default: moment, date and time)")
    args = parser.parse_args()
    harm = [
        f"{task}: {text}"
        for task in args.task or ("moment", "date", "time")
        for text in fuzz(task, args.strings, args.seed)
    ]
    print(f"{len(harm)} did harm")
    for text in harm[:_SHOWN]:
        print(text, file=sys.stderr)
    return int(bool(harm))


if __name__ == "__main__":
    sys.exit(main())

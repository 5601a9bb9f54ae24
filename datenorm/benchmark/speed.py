"""Speed: how many strings a second a reader reads, how long single ones take, and how many it reads as meant."""

import dataclasses
import time
from collections.abc import Iterable, Sequence

from datenorm.benchmark.peers import Reader
from datenorm.reading.normalizer import Normalizer

_SINGLE = 500  # texts that datenorm reads one by one in each repeat


@dataclasses.dataclass
class Speed:
    """What was measured of one reader on one column, in all repeats.

    Attributes:
        rates: Strings a second, one for each repeat.
        latencies: The seconds that single strings took.
        right: How many strings were read as they were meant.
        n: How many strings were read.
    """

    rates: list[float] = dataclasses.field(default_factory=list)
    latencies: list[float] = dataclasses.field(default_factory=list)
    right: int = 0
    n: int = 0

    def read_one_by_one(self, read: Reader, pairs: Iterable[tuple[str, str]], seconds: float) -> None:
        """Read pairs of text and meaning, at least one, until `seconds` are over."""
        first = len(self.latencies)
        start = last = time.perf_counter()
        for text, meaning in pairs:
            value = read(text)
            now = time.perf_counter()
            self.latencies.append(now - last)
            self.right += value == meaning
            last = now
            if now - start >= seconds:
                break
        self.n += len(self.latencies) - first
        self.rates.append((len(self.latencies) - first) / (last - start))

    def read_all(self, normalizer: Normalizer, pairs: Sequence[tuple[str, str]], *, locale: str | None = None) -> None:
        """Read pairs of text and meaning in one batch, then some of the texts one by one."""
        texts = [text for text, _ in pairs]
        start = time.perf_counter()
        results = normalizer.normalize_batch(texts, locale=locale)
        self.rates.append(len(texts) / (time.perf_counter() - start))
        self.right += sum(result.value == meaning for result, (_, meaning) in zip(results, pairs, strict=True))
        self.n += len(pairs)
        for text in texts[:_SINGLE]:
            start = time.perf_counter()
            normalizer.normalize(text, locale=locale)
            self.latencies.append(time.perf_counter() - start)

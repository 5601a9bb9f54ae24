"""Batching: texts of about one length side by side, and the executor that reads the batches."""

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Generic, Protocol, TypeVar

Found = TypeVar("Found")
Found_co = TypeVar("Found_co", covariant=True)

BATCH_SIZE = 512
"""Texts that are read together: few of them need a second look, and so many make up for the cost of one."""

CHUNK_SIZE = 16 * BATCH_SIZE
"""Texts that are sorted together by length: enough to fill batches of nearly equal lengths."""


def batches_by_length(texts: list[str]) -> Iterator[list[str]]:
    """The texts in batches of about equal size, whose texts have similar lengths and need little padding.

    The number of threads makes no difference: in the batch of others a text has another confidence in its sixth digit.
    """
    texts = sorted(texts, key=len)
    count = -(-len(texts) // BATCH_SIZE)
    return (texts[i * len(texts) // count : (i + 1) * len(texts) // count] for i in range(count))


class Running(Protocol[Found_co]):
    """A call that may not have returned."""

    def result(self) -> Found_co:
        """What the function returned, once it has."""


class Executor(Protocol):
    """Calls functions, at once or later."""

    def submit(self, fn: Callable[..., Found], /, *args: Any, **kwargs: Any) -> Running[Found]:
        """Have a function called."""


def executor_for(count: int, threads: int | None = None) -> AbstractContextManager[Executor]:
    """An executor with `threads` threads, by default one for each core.

    It has none if `count` texts are one batch, or if one thread is enough: the caller's own.
    """
    return _threads(threads or available_cores()) if count > BATCH_SIZE and threads != 1 else InlineExecutor()


@contextlib.contextmanager
def _threads(count: int) -> Iterator[Executor]:
    """Threads that leave out what they have not begun where a block ends with an exception, such as that of Ctrl-C."""
    from concurrent.futures import ThreadPoolExecutor  # which imports logging, and a single text needs neither

    executor = ThreadPoolExecutor(count)
    try:
        yield executor
    except BaseException:
        executor.shutdown(cancel_futures=True)
        raise
    executor.shutdown()


class InlineExecutor(AbstractContextManager["InlineExecutor"]):
    """An executor without threads: it calls each function when that is submitted."""

    def __exit__(self, *exception: object) -> None:
        pass

    def submit(self, fn: Callable[..., Found], /, *args: Any, **kwargs: Any) -> Running[Found]:
        """Call the function. Its exception is raised here."""
        return _Returned(fn(*args, **kwargs))


class _Returned(Generic[Found]):
    """A call that has returned."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def result(self) -> Found:
        return self._found


def available_cores() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

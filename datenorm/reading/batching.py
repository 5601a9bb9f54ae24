"""Batching: texts of about one length side by side, and the executor that reads the batches."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

BATCH_SIZE = 1024
"""Texts that are read together: few of them need a second look, and so many make up for the cost of one."""

SHARE = 256
"""Texts that are worth a thread."""

CHUNK_SIZE = 8 * BATCH_SIZE
"""Texts that are sorted together by length: enough to fill batches of nearly equal lengths."""


def batches_by_length(texts: list[str], threads: int | None = None) -> Iterator[list[str]]:
    """The texts in batches of about equal size, one or more for each thread.

    The texts of a batch have similar lengths, and need little padding.
    """
    texts = sorted(texts, key=len)
    size = min(BATCH_SIZE, max(SHARE, -(-len(texts) // (threads or available_cores()))))
    count = -(-len(texts) // size)
    return (texts[i * len(texts) // count : (i + 1) * len(texts) // count] for i in range(count))


def executor_for(count: int, threads: int | None = None) -> Executor:
    """An executor with `threads` threads, by default one for each core.

    It has none if `count` texts are not worth two, or if one thread is enough: the caller's own.
    """
    return _Threads(threads or available_cores()) if count > SHARE and threads != 1 else InlineExecutor()


class _Threads(ThreadPoolExecutor):
    """Threads that leave out what they have not begun where a block ends with an exception, such as that of Ctrl-C."""

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        self.shutdown(cancel_futures=kind is not None)


class InlineExecutor(Executor):
    """An executor without threads: it calls each function when that is submitted."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call the function, and return its result as a finished future. Its exception is raised here."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def available_cores() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

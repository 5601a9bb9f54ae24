"""Workers: processes that read the texts of a large table, because threads wait for one interpreter lock."""

import os
import pickle
import queue
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from typing import Any

from datenorm.reading.batching import InlineExecutor, Running
from datenorm.tables.questions import Found, Questions

WORTH_PROCESSES = 20_000
"""Different texts after which other processes read: they take half a second to start."""

MOST_PROCESSES = 8
"""Processes that one process can keep busy."""

# As `multiprocessing` does, but without running the script that started this process, or what lies in its folder.
_PROGRAM = "import sys; sys.path[:] = {path!r}; from datenorm.tables.workers import serve; serve()"


class Workers(AbstractContextManager["Workers"]):
    """Reads batches of texts: in this process, and in others once there were texts enough to be worth them.

    Which process reads makes no difference to the answers. The others end with the block, and with this process.

    Args:
        questions: What reads the texts.
        processes: How many others there can be; with 1 there are none.
    """

    def __init__(self, questions: Questions, processes: int = 1) -> None:
        self._questions = questions
        self._processes = processes
        self._texts = 0
        self._workers: list[_Worker] = []
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._executor: InlineExecutor | ThreadPoolExecutor = InlineExecutor()

    def __exit__(self, *exception: object) -> None:
        # A thread that waits for its process gets the end of a file. So a second Ctrl-C finds nothing to wait for.
        for worker in self._workers:
            worker.end()
        if isinstance(self._executor, ThreadPoolExecutor):
            self._executor.shutdown(cancel_futures=True)

    @property
    def ahead(self) -> int:
        """Batches that can wait or be read while others are begun."""
        return 2 * len(self._workers)

    def submit(self, texts: list[Any], *, keep: bool) -> Running[list[Found]]:
        """Have texts read, as `Questions.read` does."""
        self._texts += len(texts)
        if self._texts > WORTH_PROCESSES and self._processes > 1 and not self._workers:
            self._start()
        return self._executor.submit(self._ask if self._workers else self._questions.read, texts, keep)

    def _start(self) -> None:
        try:
            for _ in range(self._processes):
                self._workers.append(_Worker(self._questions))
        except OSError:  # such as too many open files: this process reads on alone
            while self._workers:
                self._workers.pop().end()
            self._processes = 1
            return
        for worker in self._workers:
            self._idle.put(worker)
        self._executor = ThreadPoolExecutor(self._processes)  # each thread waits for one process

    def _ask(self, *question: Any) -> list[Found]:
        worker = self._idle.get()
        try:
            return worker.ask(question)
        finally:
            self._idle.put(worker)  # even if it ended: the next question fails like this one, and does not wait


class _Worker:
    """A process that answers until its stdin ends, as it does when the process that started it is gone."""

    def __init__(self, questions: Questions) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # a terminal's Ctrl-C is for the process that started it
        )
        self._send(questions)

    def ask(self, question: tuple[Any, ...]) -> list[Found]:
        """The answer to a question.

        Raises:
            ChildProcessError: The process ended before.
        """
        try:
            self._send(question)
            assert self._process.stdout is not None
            answer = pickle.load(self._process.stdout)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
            advice = "the machine may be short of memory; --processes 1 needs the least"
            raise ChildProcessError(f"a process ended that was reading the table: {advice}") from error
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[no-any-return]

    def end(self) -> None:
        """End the process at once: it holds nothing that is needed."""
        with suppress(OSError), self._process:  # which complains of what was not sent
            self._process.kill()

    def _send(self, sent: object) -> None:
        assert self._process.stdin is not None
        pickle.dump(sent, self._process.stdin)
        self._process.stdin.flush()


def serve() -> None:
    """Answer the questions that come through stdin, until it ends."""
    with suppress(EOFError, OSError):
        questions: Questions = pickle.load(sys.stdin.buffer)
        questions.normalizer.threads = 1
        while True:
            question = pickle.load(sys.stdin.buffer)
            try:
                answer: list[Found] | Exception = questions.read(*question)
            except Exception as error:  # which the process that asked raises
                answer = error
            pickle.dump(answer, sys.stdout.buffer)
            sys.stdout.buffer.flush()
    os._exit(0)  # without a complaint that stdout is closed

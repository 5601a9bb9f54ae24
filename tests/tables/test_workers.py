"""Workers: other processes give the same answers, and none outlives its work."""

import dataclasses
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.processes import children

from datenorm.reading.normalizer import Normalizer
from datenorm.tables import workers as module
from datenorm.tables.questions import Questions
from datenorm.tables.workers import Workers

TEXTS = [
    "3 May 1979",
    "tomorrow",
    "03/04/2005",
    "",
    b"\xff",
    "page 3 of 10",
    "half past four",
    "5-7 May 2019",
    "x" * 99,
]


@pytest.fixture
def questions(monkeypatch: pytest.MonkeyPatch) -> Iterator[Questions]:
    monkeypatch.setattr(module, "WORTH_PROCESSES", 0)
    before = children(os.getpid())
    yield Questions(Normalizer(threads=1), locale="en_US")
    assert children(os.getpid()) == before


@pytest.mark.parametrize("keep", [False, True])
def test_other_processes_answer_alike_in_the_same_order(questions: Questions, keep: bool) -> None:
    batches = [[f"{1 + number} May 1979", *TEXTS] for number in range(12)]
    with Workers(questions, 2) as workers:
        running = [workers.submit(texts, keep=keep) for texts in batches]
        found = [each.result() for each in running]
        assert workers.ahead == 4
    assert found == [questions.read(texts, keep) for texts in batches]
    assert [of_batch[0][0].value for of_batch in found] == [f"1979-05-{day:02d}" for day in range(1, 13)]
    assert (found[0][2][1] is not None) == keep  # tomorrow


def test_few_texts_are_read_here(questions: Questions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORTH_PROCESSES", len(TEXTS))
    before = children(os.getpid())
    with Workers(questions, 2) as workers:
        assert workers.submit(TEXTS, keep=False).result() == questions.read(TEXTS)
        assert (workers.ahead, children(os.getpid())) == (0, before)
        assert workers.submit(TEXTS, keep=False).result() == questions.read(TEXTS)
        assert len(children(os.getpid())) == len(before) + 2


def test_texts_are_read_here_where_no_process_can_start(questions: Questions, monkeypatch: pytest.MonkeyPatch) -> None:
    start, started = subprocess.Popen, []

    def popen(*arguments: object, **options: object) -> object:
        if started:
            raise OSError(24, "Too many open files")
        started.append(start(*arguments, **options))  # type: ignore[call-overload]
        return started[0]

    monkeypatch.setattr(subprocess, "Popen", popen)
    with Workers(questions, 2) as workers:
        assert workers.submit(TEXTS, keep=False).result() == questions.read(TEXTS)
        assert started[0].poll() is not None
        assert workers.ahead == 0


def test_a_process_that_ends_is_an_error_for_people(questions: Questions) -> None:
    before = children(os.getpid())
    with Workers(questions, 2) as workers:
        workers.submit(TEXTS, keep=False).result()
        for process in children(os.getpid()) - before:
            os.kill(process, signal.SIGKILL)
        with pytest.raises(ChildProcessError, match=r"a process ended .* --processes 1"):
            workers.submit(TEXTS, keep=False).result()


def test_an_error_is_raised_as_if_it_were_of_this_process(questions: Questions) -> None:
    wrong = dataclasses.replace(questions, locale="xx_XX")
    with Workers(wrong, 2) as workers, pytest.raises(ValueError, match="xx_XX"):
        workers.submit(TEXTS, keep=False).result()


def test_modules_in_the_working_folder_are_not_run(
    questions: Questions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle", "queue", "signal", "numpy", "datenorm"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError('run')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [path for path in sys.path if path])
    with Workers(questions, 2) as workers:
        assert workers.submit(TEXTS, keep=False).result() == questions.read(TEXTS)

"""Batching: texts of similar lengths share a batch, and few texts need no threads."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.reading.batching import BATCH_SIZE, available_cores, batches_by_length, executor_for


@given(st.lists(st.integers(0, 40), max_size=900))
def test_batches_hold_every_text_once_in_the_order_of_length(lengths: list[int]) -> None:
    texts = ["x" * length for length in lengths]
    batches = list(batches_by_length(texts))
    assert [text for batch in batches for text in batch] == sorted(texts, key=len)
    sizes = [len(batch) for batch in batches]
    assert all(0 < size <= BATCH_SIZE for size in sizes)
    assert max(sizes, default=0) - min(sizes, default=0) <= 1


@pytest.mark.parametrize(
    ("count", "batches"), [(0, 0), (1, 1), (BATCH_SIZE, 1), (BATCH_SIZE + 1, 2), (4 * BATCH_SIZE, 4)]
)
def test_there_are_as_few_batches_as_can_be(count: int, batches: int) -> None:
    assert len(list(batches_by_length(["x"] * count))) == batches


@pytest.mark.parametrize(("count", "in_threads"), [(1, False), (BATCH_SIZE, False), (BATCH_SIZE + 1, True)])
def test_only_more_than_a_batch_is_read_in_threads(count: int, in_threads: bool) -> None:
    with executor_for(count) as executor:
        thread = executor.submit(threading.current_thread).result()
        assert (thread is not threading.current_thread()) == in_threads
        assert [executor.submit(divmod, 7, by).result() for by in (2, 3)] == [(3, 1), (2, 1)]


def test_what_has_not_begun_is_left_out_when_an_exception_ends_the_block() -> None:
    begun = threading.Barrier(3)
    ended = threading.Event()
    done: list[int] = []

    def work(number: int) -> None:
        if number < 2:
            begun.wait(10)
            ended.wait(10)
        done.append(number)

    def interrupted() -> None:
        with executor_for(BATCH_SIZE + 1, threads=2) as executor:
            for number in range(50):
                executor.submit(work, number)
            begun.wait(10)
            threading.Timer(0.2, ended.set).start()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert sorted(done) == [0, 1]


def test_a_single_thread_is_the_callers_own() -> None:
    with executor_for(10 * BATCH_SIZE, threads=1) as executor:
        assert executor.submit(threading.current_thread).result() is threading.current_thread()


def test_there_is_at_least_one_core() -> None:
    assert available_cores() >= 1

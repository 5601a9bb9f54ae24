import numpy as np

from datenorm.core.encoding import EncodedPairs
from datenorm.core.tasks import TIME
from datenorm.corpus.dataset import part_of
from datenorm.corpus.generate import vocabs
from datenorm.pipeline.stream import Stream

HUMAN, MACHINE = vocabs(TIME)
SIZE = 300


def texts(strings: EncodedPairs) -> list[str]:
    return [HUMAN.decode(row) for row in strings.ids]


def test_epoch_does_not_depend_on_those_before() -> None:
    with Stream("time", SIZE, 5, HUMAN, MACHINE) as through, Stream("time", SIZE, 5, HUMAN, MACHINE) as resumed:
        first, second = through(0), through(1)
        np.testing.assert_array_equal(resumed(1).ids, second.ids)
        assert through(0).ids.shape == first.ids.shape == (SIZE, TIME.Tx)
        assert set(texts(first)) != set(texts(second))


def test_no_test_string_is_streamed() -> None:
    with Stream("time", SIZE, 6, HUMAN, MACHINE) as stream:
        read = [text for text in texts(stream(3)) if "<unk>" not in text]
    assert len(read) > SIZE / 2
    assert {part_of(text) for text in read} == {"train"}

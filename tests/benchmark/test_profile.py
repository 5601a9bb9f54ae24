import re

import onnxruntime
import pytest

from datenorm.benchmark.profile import kinds, profile
from datenorm.reading.decoder import Decoder
from datenorm.reading.normalizer import Normalizer


def test_strings_of_each_kind_are_distinct() -> None:
    assert all(len(set(texts)) == 500 for texts in kinds(500).values())


def test_strings_are_read_as_their_kind() -> None:
    normalizer = Normalizer()
    expected = {"dates": "date", "date-times": "datetime", "ranges": "range", "relative expressions": "relative"}
    for kind, texts in kinds(40).items():
        found = [normalizer.normalize(text).kind for text in texts]
        assert found.count(expected[kind]) > 35, kind


def test_the_stages_make_up_the_whole() -> None:
    methods = onnxruntime.InferenceSession.run, Decoder.__call__
    heads, _, *rows = profile(Normalizer(threads=1), rows=300, repeats=1).partition("\n\n")[0].splitlines()
    assert heads.endswith("| the rest | in all | share of the network |")
    spent = {}
    for row in rows:
        *stages, whole = spent[row.split(" | ")[0]] = [float(number) for number in re.findall(r"([\d.]+) µs", row)]
        assert sum(stages) == pytest.approx(whole, abs=0.5)
        assert min(stages) >= 0
        share = int(row.rpartition("%")[0].rpartition(" ")[2])
        assert share == pytest.approx(100 * (stages[1] + stages[2]) / whole, abs=1.5)
    decoders = heads.split(" | ").index("other decoders") - 1
    assert spent["| dates"][decoders] < spent["| relative expressions"][decoders]
    assert methods == (onnxruntime.InferenceSession.run, Decoder.__call__)

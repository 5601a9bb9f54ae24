import pytest

from datenorm.core.architectures import ARCHITECTURES, ATTENTIONS, ENCODERS
from datenorm.core.hyperparameters import NetworkShape


@pytest.mark.parametrize("name", ["encoder", "attention"])
def test_unknown_architecture_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=rf"expected one of the {name}s .*, .*Received: 'moon'"):
        NetworkShape(**{name: "moon"})


@pytest.mark.parametrize("rows", ["ngram_rows", "word_rows"])
def test_tables_need_an_embedding(rows: str) -> None:
    with pytest.raises(ValueError, match=f"expected embedding_units for {rows}"):
        NetworkShape(**{rows: 31})
    NetworkShape(embedding_units=2, **{rows: 31})


def test_architectures_are_each_encoder_and_each_attention_beside_the_default() -> None:
    default = NetworkShape()
    assert {encoder for encoder, _ in ARCHITECTURES} == set(ENCODERS)
    assert {attention for _, attention in ARCHITECTURES} == set(ATTENTIONS)
    assert len(ARCHITECTURES) == len(set(ARCHITECTURES)) == len(ENCODERS) + len(ATTENTIONS) - 1
    assert all(encoder == default.encoder or attention == default.attention for encoder, attention in ARCHITECTURES)

"""Attention map: what is saved, and in which formats."""

from pathlib import Path

import numpy as np
import pytest

from datenorm.attention.map import AttentionMap


def attention_map(text: str = "ten 3", machine: str = "10:03xy") -> AttentionMap:
    weights = np.random.default_rng(0).dirichlet(np.ones(len(text)), len(machine))
    return AttentionMap(text, machine, weights.astype(np.float32))


def test_saved_json_can_be_read(tmp_path: Path) -> None:
    attention_map().save(tmp_path / "map.json")
    assert AttentionMap.from_json((tmp_path / "map.json").read_text()).to_json() == attention_map().to_json()


def test_a_lone_surrogate_survives_saving(tmp_path: Path) -> None:
    attention_map("\ud800 9").save(tmp_path / "map.json")
    assert AttentionMap.from_json((tmp_path / "map.json").read_text()).text == "\ud800 9"


@pytest.mark.parametrize("name", ["map.jpg", "map", "png", "map.png.txt"])
def test_an_unknown_suffix_is_refused_and_writes_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"\.json, \.html or \.png\. Received: .*" + name):
        attention_map().save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []

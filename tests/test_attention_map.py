import json
import warnings
from pathlib import Path

import numpy as np
import pytest

from datenorm.attention.map import AttentionMap
from datenorm.tasks import TIME

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def attention_map(text: str = "ten 3", machine: str = "10:03xy") -> AttentionMap:
    weights = np.random.default_rng(0).dirichlet(np.ones(len(text)), len(machine))
    return AttentionMap(text, machine, weights.astype(np.float32))


def png_size(path: Path) -> tuple[int, int]:
    header = path.read_bytes()[:24]
    assert header.startswith(PNG_SIGNATURE)
    return int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")


def test_json_round_trip() -> None:
    original = attention_map('o’clock "時" \\ 3')
    copy = AttentionMap.from_json(original.to_json())
    assert (copy.text, copy.machine) == (original.text, original.machine)
    assert copy.weights.dtype == np.float32
    np.testing.assert_allclose(copy.weights, original.weights, atol=1e-6)
    assert copy.to_json() == original.to_json()


def test_json_has_a_row_for_each_machine_character() -> None:
    fields = json.loads(attention_map().to_json())
    assert fields.keys() == {"text", "machine", "weights", "fields", "spans"}
    assert [len(row) for row in fields["weights"]] == [5] * 7


def test_fields_and_spans_survive_json() -> None:
    full = AttentionMap("ten 3", "10:03", np.full((5, 5), 0.2, np.float32), TIME.fields, {"hour": ((0, 3),)})
    copy = AttentionMap.from_json(full.to_json())
    assert (copy.fields, copy.spans) == (TIME.fields, {"hour": ((0, 3),)})
    assert [copy.field_of_row(row) for row in (1, 2, 3)] == [TIME.fields[0], None, TIME.fields[1]]


def test_json_without_fields_and_spans_is_read() -> None:
    copy = AttentionMap.from_json('{"text": "a", "machine": "1", "weights": [[1.0]]}')
    assert (copy.fields, copy.spans) == ((), {})


@pytest.mark.parametrize("span", [(0, 6), (-1, 2), (2, 2)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="span of hour"):
        AttentionMap("ten 3", "10:03", np.ones((5, 5), np.float32), TIME.fields, {"hour": (span,)})


def test_saved_json_reads_back(tmp_path: Path) -> None:
    attention_map().save(tmp_path / "map.json")
    assert AttentionMap.from_json((tmp_path / "map.json").read_text()).to_json() == attention_map().to_json()


def test_a_png_is_as_wide_as_its_text_is_long(tmp_path: Path) -> None:
    attention_map("ten").save(str(tmp_path / "short.png"))
    attention_map("ten past a quarter of an hour").save(tmp_path / "long.png")
    short, long = png_size(tmp_path / "short.png"), png_size(tmp_path / "long.png")
    assert short[0] + 500 < long[0]
    assert short[1] == long[1]


@pytest.mark.parametrize(
    "text",
    ["$", "$x^2$", "\\", "%&_{}~", "a\u0301", "😀", "٣ مايو", "๒ มกราคม", "१५ अप्रैल", "5月1日", "\U0001e900", "\ue000"],
)
def test_odd_characters_can_be_drawn(tmp_path: Path, text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # such as that a font lacks the character
        attention_map(text).save(tmp_path / "map.png")
    png_size(tmp_path / "map.png")


def test_a_map_of_one_character_can_be_drawn(tmp_path: Path) -> None:
    attention_map("9").save(tmp_path / "map.png")
    png_size(tmp_path / "map.png")


def test_a_lone_surrogate_can_be_drawn(tmp_path: Path) -> None:
    attention_map("\ud800 9").save(tmp_path / "map.png")


def test_a_lone_surrogate_survives_saving(tmp_path: Path) -> None:
    attention_map("\ud800 9").save(tmp_path / "map.json")
    assert AttentionMap.from_json((tmp_path / "map.json").read_text()).text == "\ud800 9"


def test_plot_labels_rows_and_columns_with_the_characters() -> None:
    axes = attention_map("ten 3", "10:0").plot()
    assert [label.get_text() for label in axes.get_xticklabels()] == ["t", "e", "n", "␣", "3"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["1", "0", ":", "0"]
    (image,) = axes.get_images()
    assert image.get_array().shape == (4, 5)


def test_plot_draws_where_it_is_told() -> None:
    from matplotlib.figure import Figure

    axes = Figure().subplots()
    assert attention_map().plot(axes) is axes


@pytest.mark.parametrize("shape", [(5, 3), (3, 6), (3,), (3, 5, 1)])
def test_weights_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"expected weights of shape \(3, 5\)") as caught:
        AttentionMap("ten 3", "103", np.ones(shape, np.float32))
    assert str(shape) in str(caught.value)


@pytest.mark.parametrize("name", ["map.jpg", "map", "png", "map.png.txt"])
def test_an_unknown_suffix_is_refused_and_writes_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"\.json, \.html or \.png\. Received: .*" + name):
        attention_map().save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []

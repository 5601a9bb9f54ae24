"""Plot: the heatmap of texts in any script."""

import itertools
import warnings
from pathlib import Path

import numpy as np
import pytest

from datenorm.attention.map import AttentionMap
from datenorm.core.forms import Field

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def attention_map(text: str = "ten 3", machine: str = "10:03xy") -> AttentionMap:
    weights = np.random.default_rng(0).dirichlet(np.ones(len(text)), len(machine))
    return AttentionMap(text, machine, weights.astype(np.float32))


def png_size(path: Path) -> tuple[int, int]:
    header = path.read_bytes()[:24]
    assert header.startswith(PNG_SIGNATURE)
    return int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")


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


def test_plot_labels_rows_and_columns_with_the_characters() -> None:
    axes = attention_map("ten 3", "10:0").plot()
    assert [label.get_text() for label in axes.get_xticklabels()] == ["t", "e", "n", "␣", "3"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["1", "0", ":", "0"]
    (image,) = axes.get_images()
    assert image.get_array().shape == (4, 5)


def test_plot_draws_on_the_given_axes() -> None:
    from matplotlib.figure import Figure

    axes = Figure().subplots()
    assert attention_map().plot(axes) is axes


def test_names_of_short_fields_do_not_overlap(tmp_path: Path) -> None:
    machine = "P.G" * 4
    fields = tuple(Field(f"end_qualifier_{place}", place, place + 1) for place in range(len(machine)))
    ax = AttentionMap("abc", machine, np.full((len(machine), 3), 1 / 3), fields).plot()
    ax.figure.savefig(tmp_path / "map.png")
    boxes = [label.get_window_extent() for label in ax.get_yticklabels(minor=True)]
    assert len(boxes) == len(fields)
    assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))

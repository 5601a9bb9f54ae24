"""Terminal: shades under the letters, with and without colours."""

import re

import numpy as np

from datenorm.attention.map import AttentionMap
from datenorm.attention.terminal import draw
from datenorm.core.tasks import TIME


def attention_map(text: str, machine: str = "10:03") -> AttentionMap:
    weights = np.zeros((len(machine), len(text)), np.float32)
    weights[:, 0] = 1
    return AttentionMap(text, machine, weights, TIME.fields, {"hour": ((0, 1),)})


def test_shades_are_under_the_attended_characters() -> None:
    assert draw(attention_map("3 a"), in_colour=False).splitlines() == [
        "   3 a",
        "1  █",
        "0  █",
        ":  █",
        "0  █",
        "3  █",
    ]


def test_a_shade_is_as_wide_as_its_letter() -> None:
    assert draw(attention_map("五月"), in_colour=False).splitlines()[1] == "1  ██"
    weights = np.tile(np.array([0, 0.5, 0.5], np.float32), (5, 1))
    lines = draw(AttentionMap("xe\u0301", "10:03", weights, TIME.fields), in_colour=False).splitlines()
    assert lines[1] == "1   █"  # the letter and its mark share a cell, and their attention


def test_colours_change_only_the_colour() -> None:
    plain, coloured = (draw(attention_map("3 a"), in_colour=colour) for colour in (False, True))
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert coloured.count("\x1b[38;2;") == 1 + 4  # the hour's span, and the rows of two fields


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in draw(attention_map("\x1b[2J"), in_colour=False)
    assert "\u202e" not in draw(attention_map("a\u202eb"), in_colour=False)

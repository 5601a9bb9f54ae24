"""Learning: from nothing to a folder that `FrameReader` reads, with what was measured on styles that were kept back."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from datenorm.frames.backgrounds import all_backgrounds
from datenorm.frames.drawing import FramesOptions
from datenorm.frames.export import export_locator, export_reader
from datenorm.frames.fonts import all_fonts
from datenorm.frames.measure import (
    BurstScores,
    PictureScores,
    RegionScores,
    measure_bursts,
    measure_pictures,
    measure_regions,
)
from datenorm.frames.preset import LOCATOR, READER, write_frames_config
from datenorm.frames.reader import FrameReader
from datenorm.frames.samples import Studio, split_fonts
from datenorm.frames.train import train_part

_LOCATOR_SHARE = 8  # the locator learns from one sample where the reader learns from eight
_INVENTED = 0.005  # the share of pictures without a stamp that may get a value where the threshold is chosen
_CARD, _OPTIONS = "README.md", "options.json"


def learn_frames(
    folder: Path, options: FramesOptions, say: Callable[[str], None] = print, *, measured: int = 300
) -> str:
    """Train both networks, export them, choose the threshold, measure, and write the card of the model.

    A training that was stopped goes on.

    Args:
        folder: Where everything goes.
        options: How to train. A training that goes on has those that it began with.
        say: Gets the lines of progress.
        measured: How many pictures, and how many bursts, to measure on.

    Returns:
        The card, as Markdown.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / _OPTIONS
    if kept.exists():
        options = FramesOptions(**json.loads(kept.read_text(encoding="utf-8")))
    else:
        kept.write_text(json.dumps(dataclasses.asdict(options)), encoding="utf-8")
    smaller = dataclasses.replace(options, samples=options.samples // _LOCATOR_SHARE)
    export_locator(train_part("locator", folder, smaller, say), folder / LOCATOR)
    export_reader(train_part("reader", folder, options, say), folder / READER)
    return finish(folder, options, measured)


def finish(folder: Path, options: FramesOptions, measured: int) -> str:
    """Choose the threshold of a folder with both networks, measure it, and write its card.

    In fonts that training draws hardly a picture without a stamp gets a moment. So the threshold is chosen in one half
    of those that were kept back, and measured in the other.

    Args:
        folder: The folder.
        options: How its networks were trained, for the card.
        measured: How many pictures, and how many bursts, to measure on.
    """
    write_frames_config(folder, {"min_confidence": 0.0})
    _, kept_back = split_fonts(all_fonts(options.seed))
    kept_back.sort(key=lambda font: font.family)  # so that each half has every family
    backgrounds = all_backgrounds(options.seed + 1, count=40)  # none that the networks have seen
    empty = measure_pictures(FrameReader(folder), Studio(kept_back[::2], backgrounds, seed=1), measured).confidences
    write_frames_config(folder, {"min_confidence": round(float(np.quantile(empty, 1 - _INVENTED)), 4)})
    reader, studio = FrameReader(folder), Studio(kept_back[1::2], backgrounds, seed=2)
    pictures, bursts = measure_pictures(reader, studio, measured), measure_bursts(reader, studio, measured)
    card = _card(options, reader, pictures, bursts, measure_regions(reader, studio, measured))
    (folder / _CARD).write_text(card, encoding="utf-8")
    return card


def _card(
    options: FramesOptions, reader: FrameReader, pictures: PictureScores, bursts: BurstScores, regions: RegionScores
) -> str:
    return f"""# frames

Reads the moment that is burned into pictures. Trained on {options.samples:,} lines that were drawn by
`datenorm/frames/`, seed {options.seed}; on no photograph.

| measured on styles that training never drew | |
| --- | --: |
| pictures with a stamp, read exactly | {pictures.exact:.1%} |
| pictures without one that got a value | {pictures.invented:.1%} |
| processor time for a picture | {1000 * pictures.seconds:.0f} ms |
| bursts of five, three of them spoiled: together | {bursts.together:.1%} |
| the most confident frame | {bursts.best_frame:.1%} |
| the mean of the frames | {bursts.mean_frame:.1%} |
| together, with the frame erased that counted most | {bursts.without_most:.1%} |
| with the one erased that counted least | {bursts.without_least:.1%} |
| fields that change when their region is erased | {regions.changed:.1%} |
| pictures that stay when as much is erased elsewhere | {regions.kept:.1%} |

Answers with a confidence below {reader.min_confidence:g} are dropped.
"""

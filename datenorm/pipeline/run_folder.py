"""RunFolder: the folder of a run, with the paths of its files and what is in them."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from datenorm.core.spans import Pair
from datenorm.core.tasks import Task
from datenorm.core.vocab import Vocab, read_vocabs, write_vocabs
from datenorm.corpus.dataset import pair_of, read_pairs, write_cases, write_pairs
from datenorm.corpus.phrase import Example
from datenorm.evaluation.cases import Case, read_cases
from datenorm.pipeline.run_config import RunConfig
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import CARD, CONFIG, HELD_OUT, KERAS, VOCABS, onnx_file, read_config, write_config


@dataclasses.dataclass(frozen=True)
class RunFolder:
    """A handle on the folder of a run.

    `prepare` writes its config, vocabularies, cases and strings, and the weights that it starts from; `learn` writes
    checkpoints and the model; `calibrate` completes the config; `write_report` writes the model card and the page of
    attention maps.

    Attributes:
        path: Where it lies.
    """

    path: Path

    @property
    def checkpoints(self) -> Path:
        """The folder of what an interrupted training goes on from, and of its log."""
        return self.path / "checkpoints"

    @property
    def keras(self) -> Path:
        """The trained model as Keras saves it."""
        return self.path / KERAS

    def onnx(self, task: Task) -> list[Path]:
        """The files of the trained model that the runtime reads, one for each of the task's decoders."""
        return [self.path / onnx_file(number) for number in range(len(task.decoders))]

    @property
    def start(self) -> Path:
        """The model that the training starts from, where it starts from one."""
        return self.path / "start.keras"

    @property
    def card(self) -> Path:
        """The model card."""
        return self.path / CARD

    @property
    def maps(self) -> Path:
        """The page of attention maps."""
        return self.path / "attention.html"

    @property
    def _vocabs(self) -> Path:
        return self.path / VOCABS

    @property
    def _strings(self) -> Path:
        return self.path / "dataset.json"

    @property
    def _validation(self) -> Path:
        return self.path / "validation.jsonl"

    @property
    def _held_out(self) -> Path:
        return self.path / HELD_OUT

    def read_config(self) -> RunConfig:
        """The config.

        Raises:
            FileNotFoundError: There is none: this is no run.
            ValueError: It is damaged, or another version of datenorm wrote it.
        """
        entries = read_config(self.path)
        try:
            return RunConfig.from_json(entries)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{self.path / CONFIG}: {error}") from error

    def write_config(self, config: RunConfig) -> None:
        """Write the config."""
        write_config(self.path, config.to_json())

    def read_vocabs(self) -> tuple[Vocab, Vocab]:
        """The human and the machine vocabulary."""
        return read_vocabs(self._vocabs)

    def write_vocabs(self, human_vocab: Vocab, machine_vocab: Vocab) -> None:
        """Write the vocabularies."""
        write_vocabs(self._vocabs, human_vocab, machine_vocab)

    def read_strings(self, task: Task) -> list[Pair]:
        """The pairs to learn, where no stream writes them."""
        examples, _ = read_pairs(self._strings, task)
        return list(map(pair_of, examples))

    def write_strings(self, examples: Iterable[Example]) -> None:
        """Write the pairs to learn, with their spans."""
        write_pairs(self._strings, examples, with_spans=True)

    def validation_cases(self) -> list[Case]:
        """The cases that say when to stop, and that the confidences are calibrated on."""
        return _read_cases(self._validation)

    def held_out_cases(self) -> list[Case]:
        """The cases that the report measures on."""
        return _read_cases(self._held_out)

    def write_cases(self, validation: Iterable[dict[str, Any]], held_out: Iterable[dict[str, Any]]) -> None:
        """Write both kinds of cases."""
        write_cases(self._validation, validation)
        write_cases(self._held_out, held_out)

    def normalizer(self) -> Normalizer:
        """What reads with the trained model."""
        return Normalizer(self.path.absolute())  # a relative path may be called like a preset


def _read_cases(path: Path) -> list[Case]:
    with path.open(encoding="utf-8") as lines:
        return [case for case in read_cases(lines) if isinstance(case, Case)]

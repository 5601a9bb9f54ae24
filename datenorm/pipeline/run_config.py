"""RunConfig: all that is known of a run, typed, to and from its config.json."""

import dataclasses
from collections.abc import Mapping
from typing import Any, Self, TypeVar, get_origin, get_type_hints

from datenorm.core.hyperparameters import NetworkShape, TrainingConfig
from datenorm.core.tasks import Task, get_task
from datenorm.reading.calibration import Calibration

_SIZE, _STREAMED = "size", "strings an epoch"

_Section = TypeVar("_Section", NetworkShape, TrainingConfig, Calibration)


def generated(size: int, *, streams: bool) -> dict[str, int | str]:
    """The facts of generated data: how many strings, of a stream in each epoch."""
    return {_STREAMED if streams else _SIZE: size}


@dataclasses.dataclass(frozen=True, kw_only=True)
class RunConfig:
    """What fixes a run, and what is known of it.

    The runtime reads `task`, `asked_in_vain`, `calibration` and `min_confidence` of it, as `reading.preset.Preset`; the
    rest is for resuming, for the model card and for the trainings that start from the run.

    Attributes:
        task: What it translates into.
        model: The network's shape.
        training: How it is trained.
        data: Facts about its data, by name: what `generated` returns, or the counts of a data set that was given.
        argv: The arguments that asked for the training.
        versions: Package -> its version.
        start_from: What the training started from, and the digest of its weights; None for random weights.
        start_share: The share of those weights in the final ones, 0 to 1.
        asked_in_vain: The share of the texts without a part of the machine string for which the training asked its
            decoder.
        calibration: The calibration of its confidences; None until it is trained.
        min_confidence: The confidence below which answers are dropped.
    """

    task: Task
    model: NetworkShape
    training: TrainingConfig
    data: Mapping[str, int | str]
    argv: tuple[str, ...] = ()
    versions: Mapping[str, str] = dataclasses.field(default_factory=dict)
    start_from: str | None = None
    start_share: float = 0.0
    asked_in_vain: float = 1.0
    calibration: Calibration | None = None
    min_confidence: float = 0.0

    @property
    def streamed(self) -> int | None:
        """How many fresh strings each epoch reads; None where all epochs read the same ones."""
        return _count(self.data.get(_STREAMED))

    @property
    def size(self) -> int | None:
        """How many strings were generated, of a stream in each epoch; None for a data set that was given."""
        return _count(self.data.get(_SIZE, self.streamed))

    def uncalibrated(self) -> Self:
        """The config as it is before the calibration."""
        return dataclasses.replace(self, calibration=None, min_confidence=0.0)

    @classmethod
    def from_json(cls, entries: Mapping[str, Any]) -> Self:
        """The config that a config.json states. Entries that it does not know are passed over.

        Raises:
            ValueError: There is no such task, or a section lacks an entry, or has one of another type or name.
        """
        model = dict(_mapping(entries, "model"))
        if "separators" in model:
            model["separators"] = tuple((place, symbol) for place, symbol in model["separators"])
        return cls(
            task=get_task(entries["task"]),
            model=_section(NetworkShape, model, "model"),
            training=_section(TrainingConfig, _mapping(entries, "training"), "training"),
            data=_mapping(entries, "data"),
            argv=tuple(entries.get("argv", ())),
            versions=dict(entries.get("versions", {})),
            start_from=entries.get("start_from"),
            start_share=entries.get("start_share", 0.0),
            asked_in_vain=entries.get("asked_in_vain", 1.0),
            calibration=_section(Calibration, entries["calibration"], "calibration")
            if "calibration" in entries
            else None,
            min_confidence=entries.get("min_confidence", 0.0),
        )

    def to_json(self) -> dict[str, Any]:
        """What `from_json` reads. What a run does not have is left out."""
        model = dataclasses.asdict(self.model)
        if not self.model.separators:
            del model["separators"]
        return {
            "task": self.task.name,
            "model": model,
            **({"start_from": self.start_from} if self.start_from else {}),
            **({"start_share": self.start_share} if self.start_share else {}),
            "training": dataclasses.asdict(self.training),
            "data": dict(self.data),
            "argv": list(self.argv),
            "versions": dict(self.versions),
            **({"asked_in_vain": self.asked_in_vain} if self.asked_in_vain < 1 else {}),
            **({"calibration": dataclasses.asdict(self.calibration)} if self.calibration else {}),
            "min_confidence": self.min_confidence,
        }


def _count(fact: int | str | None) -> int | None:
    return fact if isinstance(fact, int) else None


def _mapping(entries: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = entries.get(name)
    if not isinstance(section, Mapping):
        raise ValueError(f"expected a JSON object called {name}. Received: {section!r}")
    return section


def _section(kind: type[_Section], entries: Mapping[str, Any], name: str) -> _Section:
    """A dataclass of a section's entries, each of the type of its field."""
    fields = {field.name: field.default for field in dataclasses.fields(kind)}
    required = {entry for entry, default in fields.items() if default is dataclasses.MISSING}
    if not required <= entries.keys() <= fields.keys():
        raise ValueError(f"expected {name} to have {', '.join(fields)}. Received: {', '.join(entries)}")
    types = get_type_hints(kind)
    for entry, value in entries.items():
        expected = get_origin(types[entry]) or types[entry]
        if not isinstance(value, (int, float) if expected is float else expected):
            raise ValueError(f"expected {entry} of {name} to be of type {expected.__name__}. Received: {value!r}")
    return kind(**entries)

"""Generation: from a seed to distinct examples, held-out cases and the pairs of a training."""

import dataclasses
import functools
import itertools
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from faker import Faker

from datenorm.core.spans import Pair
from datenorm.core.tags import EXTENT
from datenorm.core.tasks import Task
from datenorm.core.vocab import PAD, UNKNOWN, Vocab
from datenorm.corpus import dates, mixture, negatives
from datenorm.corpus.dataset import (
    Unit,
    asks_for_end,
    cases,
    distinct,
    held_out_part,
    in_units,
    pair_of,
    part_of_unit,
)
from datenorm.corpus.moments import mixture as moments
from datenorm.corpus.moments.characters import human_characters
from datenorm.corpus.moments.passages import passages, with_passages
from datenorm.corpus.noise.chances import add_noise
from datenorm.corpus.phrase import Example
from datenorm.corpus.times import writing as times

PASSAGES = 2_000
"""How many passages are held out, of clean moments and of moments with noise, to measure how they are found in text."""

VALIDATION = 160_000
"""How many examples a stream draws to be validated on their validation part, a twentieth of them."""

Examples = Callable[[Faker], Iterator[Example]]


@dataclasses.dataclass(frozen=True)
class Source:
    """Where the data of a task come from.

    Attributes:
        training: Draws the examples of all parts, of which training takes its own.
        mixed_in: Adds texts to the units of a training that are there for their tags alone; None if nothing is added.
        held_out: Way of being held out -> the number of cases, and what draws the examples whose test part they are.
        characters: Returns the characters that the task's strings are written with.
    """

    training: Examples
    held_out: Mapping[str, tuple[int, Examples]]
    characters: Callable[[], str]
    mixed_in: Callable[[random.Random, Iterator[Unit]], Iterator[Unit]] | None = None


def _clear(examples: Examples) -> Examples:
    """Examples whose numbers or stated order show how to read them; of the others no reader knows the right answer."""

    def clear(faker: Faker) -> Iterator[Example]:
        return (example for example in examples(faker) if example.order or example.family != dates.AMBIGUOUS)

    return clear


def _ambiguous_dates(faker: Faker) -> Iterator[Example]:
    """Ambiguous dates of numbers alone: a word, such as a weekday, would show the language and so the order."""
    for example in dates.examples(faker):
        if example.family == dates.AMBIGUOUS and not example.order and not any(map(str.isalpha, example.human)):
            yield example


def _moments_among_words(faker: Faker) -> Iterator[Example]:
    """Moments with words around them, of those that are known in a sentence."""
    for example in moments.examples(faker, among_words=1.0):
        if example.spans.get(EXTENT, ((0, len(example.human)),)) != ((0, len(example.human)),):
            yield example


SOURCES = {
    "time": Source(
        times.examples,
        {"string": (5000, times.examples), "pattern": (2000, functools.partial(times.examples, held_out=True))},
        lambda: times.HUMAN_CHARACTERS,
    ),
    "date": Source(
        mixture.examples,
        {
            "date": (6000, _clear(dates.examples)),
            "date, with noise": (4000, _clear(functools.partial(mixture.edited, edit=add_noise))),
            "date, one typing error": (2000, _clear(mixture.with_typing_error)),
            "date, one OCR confusion": (2000, _clear(mixture.with_ocr_confusion)),
            "date, in running text": (1000, _clear(mixture.in_running_text)),
            "date, with blots": (1000, _clear(mixture.blotted)),
            "pattern or region": (3000, _clear(functools.partial(dates.examples, held_out=True))),
            "ambiguous date": (1000, _ambiguous_dates),
            "non-date": (3000, functools.partial(negatives.examples, held_out=True)),
        },
        mixture.human_characters,
    ),
    "moment": Source(
        moments.examples,
        {
            "moment": (5000, functools.partial(moments.examples, noise=False)),
            "moment, with noise": (4000, moments.examples),
            "moment, among words": (1000, _moments_among_words),
            "pattern or region": (3000, functools.partial(moments.examples, noise=False, held_out=True)),
            "no moment": (3000, functools.partial(moments.examples, held_out=True, kinds=moments.WITHOUT_MOMENT)),
        },
        human_characters,
        with_passages,
    ),
}


@dataclasses.dataclass(frozen=True)
class Corpus:
    """What the generator makes of a seed.

    Attributes:
        task: The task.
        examples: Distinct examples of all three parts of `dataset.part_of`, with the questions for the ends of ranges.
        held_out: Cases that no training has.
        human_vocab: The characters of the task's human strings, as ids.
        machine_vocab: The characters of its machine strings, as ids.
    """

    task: Task
    examples: Sequence[Example]
    held_out: Sequence[dict[str, Any]]
    human_vocab: Vocab
    machine_vocab: Vocab

    @property
    def pairs(self) -> list[Example]:
        """The examples that pairs can hold: the format has no place for the question for the end of a range."""
        return [example for example in self.examples if not asks_for_end(example)]


def generate(task: Task, size: int, seed: int) -> Corpus:
    """A corpus of `size` distinct pairs, and its held-out cases; the same seed gives the same bytes."""
    ways = SOURCES[task.name].held_out
    held_out = itertools.chain.from_iterable(held_out_cases(task, way, seed) for way in ways)
    return Corpus(task, list(examples(task, size, seed)), list(held_out), *vocabs(task))


def examples(task: Task, size: int, seed: int) -> Iterator[Example]:
    """The first `size` distinct examples of all three parts. The question for the end of a range comes beside them."""
    count = 0
    for example in distinct(SOURCES[task.name].training(_seeded(f"{seed}")), task):
        count += not asks_for_end(example)
        if count > size:
            return
        yield example


def held_out_cases(task: Task, way: str, seed: int) -> Iterator[dict[str, Any]]:
    """The cases that are held out in one way, a key of `Source.held_out`.

    Each way has its own random draws, so that its cases are the same beside every number of examples.
    """
    count, source = SOURCES[task.name].held_out[way]
    for case in itertools.islice(cases(held_out_part(source(_seeded(f"{seed} {way}")), task), task), count):
        yield case | {"held_out": way}


def held_out_passages(task: Task, seed: int) -> Iterator[dict[str, Any]]:
    """Cases of running text around moments that no training has, clean and with noise; none of a task without tags."""
    if not task.tags:
        return
    for way, noise in (("clean", False), ("with noise", True)):
        faker = _seeded(f"{seed} passages {way}")
        units = in_units(moments.examples(faker, noise=noise))
        tests = (unit for unit in units if part_of_unit(unit, task) == "test")
        for example in passages(faker.random, tests, PASSAGES):
            yield {
                "text": example.human,
                "moments": example.spans.get(EXTENT, ()),
                "lang": example.locale.replace("_", "-"),
                "held_out": way,
            }


def training_pairs(task: Task, size: int, seed: int, epoch: int) -> list[Pair]:
    """The pairs of one epoch of an endless training: `size` of the training part, whose texts fit Tx."""
    source, faker = SOURCES[task.name], _seeded(f"{seed} epoch {epoch}")
    usable = (unit for unit in in_units(source.training(faker)) if part_of_unit(unit, task) == "train")
    units = source.mixed_in(faker.random, usable) if source.mixed_in else usable
    pairs = (list(map(pair_of, unit)) for unit in units)
    fitting = (unit for unit in pairs if all(0 < len(pair.text) <= task.Tx for pair in unit))
    return list(itertools.islice(itertools.chain.from_iterable(fitting), size))


def held_out_size(task: Task) -> int:
    """The number of held-out cases, in all ways."""
    return sum(count for count, _ in SOURCES[task.name].held_out.values())


@functools.cache
def vocabs(task: Task) -> tuple[Vocab, Vocab]:
    """The human and the machine vocabulary of the task."""
    hints = [f"<{hint}>" for hint in task.hints]
    human = Vocab.of(SOURCES[task.name].characters(), specials=(*hints, UNKNOWN, PAD))
    return human, Vocab.of(task.alphabet, specials=())


def _seeded(seed: str) -> Faker:
    faker = Faker("en")
    faker.seed_instance(seed)
    return faker

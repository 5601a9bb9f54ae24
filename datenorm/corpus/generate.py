"""Generation: a seed to a data set, its held-out cases, its vocabularies and its counts."""

import collections
import dataclasses
import importlib.metadata
import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from faker import Faker

from datenorm.corpus import times
from datenorm.corpus.dataset import distinct, held_out_cases, write_cases, write_pairs
from datenorm.corpus.phrase import Example
from datenorm.tasks import Task
from datenorm.text import canonicalize
from datenorm.vocab import UNKNOWN, Vocab, write_vocabs

_HELD_OUT_STRINGS = 5000
_HELD_OUT_PATTERNS = 2000

_GENERATORS = {"time": times}


@dataclasses.dataclass(frozen=True)
class Corpus:
    """What a generator wrote.

    Attributes:
        task: The task.
        examples: Distinct examples, of all three parts of `dataset.part_of`.
        held_out: Cases that no training holds.
        human_vocab: The characters that the task's strings are written with.
        machine_vocab: The characters of its machine strings.
    """

    task: Task
    examples: Sequence[Example]
    held_out: Sequence[dict[str, Any]]
    human_vocab: Vocab
    machine_vocab: Vocab


def generate(task: Task, size: int, seed: int) -> Corpus:
    """Generate `size` distinct examples, and the held-out cases; the same seed gives the same bytes.

    The held-out cases are drawn by a seed of their own, so that they stay the same for every size.
    """
    module = _GENERATORS[task.name]
    return Corpus(
        task,
        list(itertools.islice(distinct(module.examples(_seeded(seed)), task), size)),
        list(
            held_out_cases(
                module.examples(_seeded(seed + 1)),
                module.examples(_seeded(seed + 2), held_out=True),
                task,
                strings=_HELD_OUT_STRINGS,
                patterns=_HELD_OUT_PATTERNS,
            )
        ),
        *vocabs(task),
    )


def vocabs(task: Task) -> tuple[Vocab, Vocab]:
    """The task's own human and machine vocabulary."""
    return Vocab.of(_GENERATORS[task.name].HUMAN_CHARACTERS), Vocab.of(task.alphabet, specials=())


def _seeded(seed: int) -> Faker:
    faker = Faker("en")
    faker.seed_instance(seed)
    return faker


def dataset_name(task: Task) -> str:
    """The file of the pairs, such as 'Time Dataset.json'."""
    return f"{task.name.title()} Dataset.json"


def vocabs_name(task: Task) -> str:
    """The file of the vocabularies, such as 'Time Vocabs.json'."""
    return f"{task.name.title()} Vocabs.json"


def held_out_name(task: Task) -> str:
    """The file of the held-out cases, such as 'Time Held-out.jsonl'."""
    return f"{task.name.title()} Held-out.jsonl"


def write(corpus: Corpus, folder: Path) -> None:
    """Write the corpus's three files into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_pairs(folder / dataset_name(corpus.task), corpus.examples)
    write_vocabs(folder / vocabs_name(corpus.task), corpus.human_vocab, corpus.machine_vocab)
    write_cases(folder / held_out_name(corpus.task), corpus.held_out)


def counts(corpus: Corpus) -> str:
    """The data card's counts, in Markdown."""
    texts = [canonicalize(example.human) for example in corpus.examples]
    unknown = sum(not set(text) <= corpus.human_vocab.keys() for text in texts)
    lengths = sorted(map(len, texts))
    families = collections.Counter(example.family for example in corpus.examples)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("Faker", "Babel", "num2words"))
    rows = [f"| {family} | {count:,} |" for family, count in families.most_common()]
    return "\n".join(
        [
            f"Written with {versions}.",
            "",
            f"- {len(texts):,} pairs, all human strings distinct",
            f"- {len({example.machine for example in corpus.examples}):,} distinct machine strings",
            f"- human strings of {lengths[0]} to {lengths[-1]} characters, the median {lengths[len(lengths) // 2]}",
            f"- {unknown:,} of them hold a character outside the vocabulary of {len(corpus.human_vocab)} ({UNKNOWN})",
            f"- {len(corpus.held_out):,} held-out cases",
            "",
            "| family | pairs |",
            "|---|--:|",
            *rows,
        ]
    )

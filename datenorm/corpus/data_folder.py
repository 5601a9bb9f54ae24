"""A data folder: the files that a corpus is written to, and the counts for its data card."""

import collections
import importlib.metadata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import Task
from datenorm.core.vocab import UNKNOWN, write_vocabs
from datenorm.corpus.dataset import write_cases, write_pairs
from datenorm.corpus.generate import Corpus

CARD = "README.md"
"""The data card, which has a part for the counts of each task."""

WRITERS = ("Faker", "Babel", "num2words", "wordfreq")
"""The packages whose versions decide the bytes that a seed gives."""


def dataset_name(task: Task) -> str:
    """The file of the pairs, such as 'Time Dataset.json'."""
    return f"{task.name.title()} Dataset.json"


def vocabs_name(task: Task) -> str:
    """The file of the vocabularies, such as 'Time Vocabs.json'."""
    return f"{task.name.title()} Vocabs.json"


def held_out_name(task: Task) -> str:
    """The file of the held-out cases, such as 'Time Held-out.jsonl'."""
    return f"{task.name.title()} Held-out.jsonl"


def passages_name(task: Task) -> str:
    """The file of the held-out passages of a task that has some, such as 'Moment Passages.jsonl'."""
    return f"{task.name.title()} Passages.jsonl"


def write(corpus: Corpus, folder: Path, passages: Iterable[dict[str, Any]] = ()) -> tuple[Path, ...]:
    """Write the pairs, the vocabularies, the held-out cases and passages into `folder`, and return `paths_of` them."""
    folder.mkdir(parents=True, exist_ok=True)
    pairs, vocabs, cases, *running = paths = paths_of(corpus.task, folder)
    write_pairs(pairs, corpus.examples)
    write_vocabs(vocabs, corpus.human_vocab, corpus.machine_vocab)
    write_cases(cases, corpus.held_out)
    for path in running:
        write_cases(path, passages)
    return paths


def paths_of(task: Task, folder: Path) -> tuple[Path, ...]:
    """Where the pairs, the vocabularies, the held-out cases and, if there are some, the passages of a task are."""
    names = [dataset_name(task), vocabs_name(task), held_out_name(task), *([passages_name(task)] if task.tags else [])]
    return tuple(folder / name for name in names)


def counts(corpus: Corpus) -> str:
    """The counts of a corpus, in Markdown, as the data card has them."""
    written = corpus.pairs
    texts = [canonicalize(example.human) for example in written]
    unknown = sum(not set(text) <= corpus.human_vocab.keys() for text in texts)
    lengths = sorted(map(len, texts))
    families = collections.Counter(example.family for example in written)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in WRITERS)
    rows = [f"| {family} | {count:,} |" for family, count in families.most_common()]
    return "\n".join(
        [
            f"Written with {versions}.",
            "",
            f"- {len(texts):,} pairs, {len(set(texts)):,} distinct human strings",
            f"- {len({example.machine for example in written}):,} distinct machine strings",
            f"- human strings of {lengths[0]} to {lengths[-1]} characters, the median {lengths[len(lengths) // 2]}",
            f"- {unknown:,} of them hold a character outside the vocabulary of {len(corpus.human_vocab)} ({UNKNOWN})",
            f"- {len(corpus.held_out):,} held-out cases",
            "",
            "| family | pairs |",
            "|---|--:|",
            *rows,
        ]
    )

"""Vocab: symbols and their ids, read from and written to the vocabulary JSON."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

import numpy as np

from datenorm.core.canonical import canonicalize
from datenorm.core.hints import HINTS

UNKNOWN = "<unk>"
PAD = "<pad>"


class Vocab(Mapping[str, int]):
    """Symbols (characters, and specials such as `<pad>`) and their ids 0 to n - 1.

    >>> Vocab.of("ab").encode_batch(["ba"], length=3)
    array([[1, 0, 3]], dtype=int32)

    Args:
        ids: Symbol -> id, as the vocabulary JSON has it.

    Raises:
        ValueError: The ids are not 0 to n - 1, each once.
    """

    def __init__(self, ids: Mapping[str, int]) -> None:
        numbers = [i for i in ids.values() if type(i) is int]
        if not ids or sorted(numbers) != list(range(len(ids))):
            raise ValueError(
                f"expected a vocabulary whose ids are 0 to n - 1, each once. Received: {len(ids)} symbols, ids "
                f"{list(ids.values())[:5]}..."
            )
        self._ids = dict(sorted(ids.items(), key=lambda item: item[1]))
        self._table: np.ndarray | None = None

    @classmethod
    def of(cls, characters: Iterable[str], specials: Iterable[str] = (UNKNOWN, PAD)) -> Self:
        """A vocabulary of `characters` in the order of their code points, then `specials`."""
        return cls({symbol: i for i, symbol in enumerate([*sorted(set(characters)), *specials])})

    def extended(self, characters: Iterable[str]) -> Self:
        """This vocabulary, followed by the characters that it lacks. Its own ids stay the same.

        >>> Vocab.of("ac").extended("ba")["b"]
        4
        """
        lacking = sorted(set(characters) - self._ids.keys())
        return type(self)(self._ids | {symbol: len(self._ids) + i for i, symbol in enumerate(lacking)})

    def __getitem__(self, symbol: str) -> int:
        return self._ids[symbol]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def encode_batch(self, texts: list[str], length: int) -> np.ndarray:
        """The ids of canonical texts, padded to `length`.

        Args:
            texts: Canonical strings (`canonical.canonicalize`) of at most `length` characters. A character outside the
                vocabulary becomes `<unk>`.
            length: The number of columns.

        Returns:
            ids, shape (len(texts), length), int32, in [0, len(self)).

        Raises:
            ValueError: A text is longer than `length`.
        """
        lengths = list(map(len, texts))
        if max(lengths, default=0) > length:
            longest = max(texts, key=len)
            raise ValueError(f"expected at most {length} characters. Received: {len(longest)} in {longest[:60]!r}")
        points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
        ids = self._lookup().take(points, mode="clip")
        if ids.size == len(texts) * length:  # no text is shorter
            return ids.reshape(len(texts), length)
        padded = np.full((len(texts), length), self[PAD], np.int32)
        padded[np.arange(length) < np.array(lengths)[:, None]] = ids
        return padded

    def word_breaks(self) -> list[int]:
        """The ids of symbols between words: all but letters, combining marks, and `<unk>`, which may be a letter."""
        letters = {symbol for symbol in self if len(symbol) == 1 and unicodedata.category(symbol)[0] in "LM"}
        return [i for symbol, i in self.items() if symbol not in letters and symbol != UNKNOWN]

    def decode(self, ids: Iterable[int]) -> str:
        """The symbols of `ids`, joined, padding left out."""
        symbols = list(self._ids)
        return "".join(symbols[i] for i in ids if symbols[i] != PAD)

    def _lookup(self) -> np.ndarray:
        # With a table NumPy turns a whole batch into ids in one step. The last entry is that of all later code points.
        if self._table is None:
            hints = {f"<{name}>": character for name, character in HINTS.items()}
            characters = {hints.get(symbol, symbol): i for symbol, i in self._ids.items()}
            points = {ord(character): i for character, i in characters.items() if len(character) == 1}
            table = np.full(max(points, default=0) + 2, self[UNKNOWN], np.int32)
            table[list(points)] = list(points.values())
            self._table = table  # only when it is complete: other threads may read it
        return self._table


def read_vocabs(path: Path) -> tuple[Vocab, Vocab]:
    """The human and the machine vocabulary from a `<Task> Vocabs.json`.

    Raises:
        ValueError: The file is not a list of two objects of symbol -> id; or the human vocabulary lacks `<unk>` or
            `<pad>`, or has a character that is never in canonical text.
    """
    try:
        human_ids, machine_ids = json.loads(path.read_text(encoding="utf-8"))
        human, machine = Vocab(human_ids), Vocab(machine_ids)
    except (TypeError, AttributeError, ValueError, RecursionError) as error:
        raise ValueError(
            f"{path}: expected a JSON list of two vocabularies, human and machine, each symbol -> id. {error}"
        ) from error
    for special in (UNKNOWN, PAD):
        if special not in human:
            raise ValueError(f"{path}: expected {special} in the human vocabulary. Received: a vocabulary without it")
    characters = [symbol for symbol in human if len(symbol) == 1 and symbol != " "]
    text = " ".join(characters)  # which takes much less time than each character by itself
    odd = [] if canonicalize(text) == text else [each for each in characters if canonicalize(each) != each]
    if odd:
        raise ValueError(
            f"{path}: expected the characters of canonical text (see datenorm.core.canonical.canonicalize). "
            f"Received: {odd[:5]}"
        )
    return human, machine


def write_vocabs(path: Path, human: Vocab, machine: Vocab) -> None:
    """Write both vocabularies in the format that `read_vocabs` reads."""
    path.write_text(json.dumps([dict(human), dict(machine)], ensure_ascii=False) + "\n", encoding="utf-8")

"""Encodings: how the bytes of a text file stand for characters, found out where only one way is likely."""

import codecs
import dataclasses
import re
from collections.abc import Iterable
from typing import Any, BinaryIO

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16-LE
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks, and the encoding that each announces."""

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_HEAD = 1 << 16
_SAMPLE = 1 << 18
_ZEROS = 0.1  # the least share of zeros in UTF-16, whose digits and delimiters have them; other text has hardly any

_ONE_BYTE = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874"),
    *("iso8859_2", "iso8859_5", "koi8_r"),
)
_TWO_BYTES = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
"""The encodings other than Unicode's in which programs still export tables, by the bytes of a letter beyond ASCII."""

_OLD = ("mac_roman", "cp850", "cp852")
"""Encodings of old systems: the only ones in which Latin letters with marks lie from 0x80 to 0x9f."""

_WINDOWS_MARKS = frozenset(b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b")  # euro, quotes, dashes, ...
_MESS = 0.15  # a difference of charset-normalizer's chaos that says nothing
_COHERENCE = 0.7  # of the best coherence: another encoding that reaches this much may be the right one


@dataclasses.dataclass(frozen=True)
class Encoding:
    """The encoding of a file.

    Attributes:
        name: Python's name of the codec, without a byte-order mark.
        mark: The byte-order mark that the file begins with.
        guessed: Whether the bytes alone suggest it.
    """

    name: str
    mark: bytes = b""
    guessed: bool = False

    @property
    def errors(self) -> str:
        """How to decode what is not in the encoding: UTF-8 keeps such bytes, so that one bad cell costs no other."""
        return "surrogateescape" if self.name == "utf-8" else "strict"


def named_encoding(name: str, stream: BinaryIO) -> Encoding:
    """Returns the encoding that a person named, with the mark that the file has.

    Raises:
        ValueError: Python knows no encoding of this name.
    """
    try:
        name = codecs.lookup(name).name.removesuffix("-sig")
        b"a".decode(name, "replace")
    except LookupError as error:
        raise ValueError(f"expected an encoding such as utf-8, cp1252 or utf-16. Received: {name!r}") from error
    marked = _marked(stream.read(4))
    if name in ("utf-16", "utf-32"):  # without a mark: the order of Windows
        return marked if marked and marked.name.startswith(name) else Encoding(f"{name}-le")
    return marked if marked and marked.name == name else Encoding(name)


def detect_encoding(stream: BinaryIO) -> Encoding:
    """Returns the encoding of a whole text file.

    A byte-order mark decides, or zeros at every second byte, or UTF-8 in at least half of the lines beyond ASCII. For
    other files charset-normalizer compares what their bytes would say. Its answer counts only where every encoding
    that fits about as well reads the same text.

    Raises:
        ValueError: Several encodings fit, and read different texts.
    """
    head = stream.read(_HEAD)
    if found := _marked(head) or _without_mark(head):
        return found
    utf8, others, sample = _beyond_ascii(head, stream)
    if utf8 >= len(others):
        return Encoding("utf-8")
    try:
        return _guessed(sample)
    except ValueError as error:
        raise ValueError(f"line {others[0]} is not UTF-8, {error}: name the --encoding, such as cp1252") from error


def _marked(head: bytes) -> Encoding | None:
    return next((Encoding(name, mark) for mark, name in _MARKS if head.startswith(mark)), None)


def _without_mark(head: bytes) -> Encoding | None:
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = head[start::2].count(0)
        if zeros > _ZEROS * len(head) and zeros >= 10 * head[1 - start :: 2].count(0):
            return Encoding(name, guessed=True)
    return None


def _beyond_ascii(head: bytes, stream: BinaryIO) -> tuple[int, list[int], bytes]:
    """Returns how many lines beyond ASCII are UTF-8, the numbers of those that are not, and a sample of the latter."""
    utf8 = 0
    others = []
    sample = bytearray()
    for number, line in enumerate(_lines(head, stream), start=1):
        if line.isascii():
            continue
        try:
            line.decode()
            utf8 += 1
        except UnicodeDecodeError:
            others.append(number)
            sample += line if len(sample) < _SAMPLE else b""
    return utf8, others, bytes(sample)


def _lines(head: bytes, stream: BinaryIO) -> Iterable[bytes]:
    lines = head.splitlines(keepends=True)
    rest = lines.pop() if lines else b""
    yield from lines
    yield rest + stream.readline()
    yield from stream


def _guessed(sample: bytes) -> Encoding:
    from charset_normalizer import from_bytes

    letters = set(sample) - set(range(0x80)) - _WINDOWS_MARKS
    likely = [*_ONE_BYTE, *(_OLD if any(byte < 0xA0 for byte in letters) else ())]
    runs = [len(run) for run in _BEYOND_ASCII.findall(sample)]
    if sum(length for length in runs if length > 1) > sum(runs) / 2:
        likely += _TWO_BYTES
    matches = list(from_bytes(sample, cp_isolation=likely))
    close = [match for match in matches if _is_as_good(match, matches[0])]
    names = sorted(match.encoding for match in close)
    if len({str(match) for match in close}) == 1:
        like_windows = sample.decode("cp1252", "replace") == str(close[0])
        return Encoding("cp1252" if like_windows else names[0], guessed=True)
    raise ValueError(f"and its bytes fit {', '.join(names)}" if names else "nor in any other encoding that is known")


def _is_as_good(match: Any, best: Any) -> bool:
    # Words of two bytes a letter are too short for a coherence that could be compared.
    coherent = match.coherence >= _COHERENCE * best.coherence or match.encoding in _TWO_BYTES
    return bool(match.chaos <= best.chaos + _MESS and coherent)

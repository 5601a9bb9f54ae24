import io

import pytest

from datenorm.tables.encodings import Encoding, detect_encoding, named_encoding

GERMAN = "id;when;name\n" + "".join(f"{i};{i}. März 2020;Straße in Köln\n" for i in range(1, 29))
RUSSIAN = "id;when\n" + "".join(f"{i};{i} {month} 2020\n" for i in range(1, 29) for month in ("марта", "октября"))
FRENCH = "id;when\n" + "".join(f"{i};{i} août 2020\n" for i in range(1, 29))


def detect(data: bytes) -> Encoding:
    return detect_encoding(io.BytesIO(data))


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        *((text, "utf-8", "utf-8") for text in ("", "id,when\n", GERMAN, RUSSIAN)),
        *((text, "utf-8-sig", "utf-8") for text in ("id,when\n", GERMAN)),
        *((text, "utf-16", "utf-16-le") for text in ("id,when\n", RUSSIAN)),
        *((text, codec, codec) for text in ("id,when\n", GERMAN, RUSSIAN) for codec in ("utf-16-le", "utf-16-be")),
        (GERMAN, "utf-32", "utf-32-le"),
        *((GERMAN, codec, "cp1252") for codec in ("cp1252", "latin-1")),
        (RUSSIAN, "cp1251", "cp1251"),
    ],
)
def test_an_encoding_is_found(text: str, codec: str, name: str) -> None:
    data = text.encode(codec)
    found = detect(data)
    assert found.name == name
    assert data.startswith(found.mark)
    assert data[len(found.mark) :].decode(found.name) == text
    assert found.guessed == (codec not in ("utf-8", "utf-8-sig", "utf-16", "utf-32"))


@pytest.mark.parametrize("text", [FRENCH, "id,when\n1,5 août 2020\n"])
def test_a_guess_that_is_not_safe_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^line 2 is not UTF-8, and its bytes fit .*cp1252.*: name the --encoding"):
        detect(text.encode("cp1252"))


def test_bytes_without_a_meaning_are_refused() -> None:
    with pytest.raises(ValueError, match="line 2 is not UTF-8"):
        detect(b"id,when\n" + bytes(range(128, 256)) * 20)


def test_a_few_bad_lines_do_not_make_utf_8_something_else() -> None:
    assert detect(GERMAN.encode() + b"29;\xff\n") == Encoding("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "encoding"),
    [
        ("cp1252", b"a", Encoding("cp1252")),
        ("Latin-1", b"a", Encoding("iso8859-1")),
        ("utf8", "\ufeffa".encode(), Encoding("utf-8", b"\xef\xbb\xbf")),
        ("utf-8-sig", b"a", Encoding("utf-8")),
        ("utf-16", "a".encode("utf-16-le"), Encoding("utf-16-le")),
        ("utf-16", "\ufeffa".encode("utf-16-be"), Encoding("utf-16-be", b"\xfe\xff")),
        ("utf-16-be", "a".encode("utf-16-be"), Encoding("utf-16-be")),
    ],
)
def test_a_named_encoding_is_believed(name: str, data: bytes, encoding: Encoding) -> None:
    assert named_encoding(name, io.BytesIO(data)) == encoding


@pytest.mark.parametrize("name", ["nonsense", "", "base64", "zip"])
def test_an_unknown_encoding_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="expected an encoding such as"):
        named_encoding(name, io.BytesIO(b"a"))

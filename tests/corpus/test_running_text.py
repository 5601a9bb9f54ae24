import itertools
import random
import re

import pytest
from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.mixture import in_running_text
from datenorm.corpus.phrase import Piece
from datenorm.corpus.running_text import among_words

MAY: list[Piece] = [("3", ("day",)), (" ", ()), ("mai", ("month",)), (" ", ()), ("1979", ("year",))]
ISO: list[Piece] = [("1979", ("year",)), ("-", ()), ("05", ("month",)), ("-", ()), ("03", ("day",))]


@pytest.mark.parametrize(("pieces", "pattern"), [(MAY, "{d} {month} {y}"), (ISO, "{y}-{MM}-{dd}")])
def test_the_words_around_a_date_say_nothing_and_leave_it_whole(pieces: list[Piece], pattern: str) -> None:
    texts, numbers = set(), 0
    for seed in range(300):
        found = among_words(random.Random(seed), pieces, pattern, "fr")
        if found is None:
            continue
        around = [piece for piece in found if piece not in pieces]
        assert [piece for piece in found if piece in pieces] == pieces
        assert around
        words = re.findall(r"[^\W_]+", canonicalize(" ".join(text for text, fields in around if not fields)))
        assert not any(map(month_of, words))
        numbers += any(word.isdigit() for word in words)
        texts.add("".join(text for text, _ in found))
    assert len(texts) > 200
    assert 0 < numbers < 60  # "page 3, 3 mai 1979"


@pytest.mark.parametrize("pattern", ["{M}/{y}", "{d} {month}", "{d}.{M}.", "{month}"])
def test_what_is_a_date_only_by_itself_is_left_alone(pattern: str) -> None:
    assert among_words(random.Random(1), MAY, pattern, "fr") is None


def test_files_are_named_with_the_dates_of_computers() -> None:
    found = [among_words(random.Random(seed), ISO, "{y}-{MM}-{dd}", "en") or [] for seed in range(300)]
    names = ["".join(text for text, _ in pieces) for pieces in found]
    assert any(re.fullmatch(r"[a-z]+-1979-05-03\.pdf", name.casefold()) for name in names)


def test_web_addresses_have_the_dates_of_their_pages() -> None:
    slashes: list[Piece] = [(text.replace("-", "/"), fields) for text, fields in ISO]
    found = [among_words(random.Random(seed), slashes, "{y}/{MM}/{dd}", "en") or [] for seed in range(500)]
    urls = ["".join(text for text, _ in pieces) for pieces in found]
    assert any(re.fullmatch(r"https://[\w.-]+/1979/05/03/\w+", url) for url in urls)


def test_dates_in_running_text_state_years() -> None:
    faker = Faker("en")
    faker.seed_instance(3)
    for example in itertools.islice(in_running_text(faker), 500):
        assert not example.machine.startswith("XXXX")
        assert "year" in example.spans

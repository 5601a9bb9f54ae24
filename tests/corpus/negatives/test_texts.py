"""Texts without a date state none, with any seed: no reader might take one of them for a date."""

import hashlib
import itertools
import os
import subprocess
import sys

import pytest
from faker import Faker
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.names import cldr_months
from datenorm.corpus.locales.near_names import near_months
from datenorm.corpus.negatives.check import may_be_date
from datenorm.corpus.negatives.draw import Draw
from datenorm.corpus.negatives.kinds import KINDS
from datenorm.corpus.negatives.slots import fill
from datenorm.corpus.negatives.tables import HELD_OUT_LOCALES, LOCALES
from datenorm.corpus.negatives.texts import MACHINE, examples


def draw(seed, count, *, held_out=False):
    faker = Faker()
    faker.seed_instance(seed)
    return list(itertools.islice(examples(faker, held_out=held_out), count))


@pytest.fixture(scope="module", params=[False, True], ids=["training", "held out"])
def drawn(request):
    return draw(7, 3000, held_out=request.param), request.param


def test_no_example_states_a_date(drawn):
    for example in drawn[0]:
        canonical = canonicalize(example.human)
        assert 0 < len(canonical) <= 41
        assert not (KINDS[example.family].checked and may_be_date(canonical))
        assert (example.machine, example.spans) == (MACHINE, {})


def test_prose_of_a_language_has_none_of_its_months():
    faker = Faker()
    faker.seed_instance(3)
    prose = [
        fill(Draw(faker.random, locale), "{word} {sentence}") for locale in ("es_ES", "pl_PL") for _ in range(2000)
    ]
    words = set(canonicalize(" ".join(prose)).replace(".", "").split())
    assert words.isdisjoint({"octubre", "septiembre", "mayo", "czerwiec", "październik"})
    assert len(words) > 500


def test_no_invented_word_is_a_slip_of_a_months_name():
    faker = Faker()
    faker.seed_instance(3)
    words = [canonicalize(fill(Draw(faker.random, "en_US"), "{invented}")) for _ in range(2000)]
    assert not any(any(near_months(word)) for word in words)
    fronts = {name[:3] for name in cldr_months() if len(name) > 5}
    assert sum(word[:3] in fronts for word in words) > len(words) / 5


def test_every_kind_with_patterns_is_written(drawn):
    found, held_out = drawn
    expected = {name for name, kind in KINDS.items() if kind.patterns(held_out=held_out)}
    assert {example.family for example in found} == expected


def test_what_surrounds_dates_surrounds_texts_without_one_in_training(drawn):
    examples, held_out = drawn
    quoted = [example for example in examples if example.human[0] == "'" == example.human[-1]]
    leads = ("until ", "seit ", "od ", "nur ", "seulement ", "tylko ", "sólo ", "nearly ", "apenas ", "desde ")
    led = [example for example in examples if example.human.startswith(leads)]
    assert (len(quoted) > 10, len(led) > 5) == (not held_out, not held_out)


def test_nine_of_ten_strings_are_new(drawn):
    assert len({example.human for example in drawn[0]}) > 0.9 * len(drawn[0])


def test_held_out_locales_and_patterns_are_never_trained_on():
    assert set(LOCALES).isdisjoint(HELD_OUT_LOCALES)
    for kind in KINDS.values():
        assert set(kind.patterns(held_out=False)).isdisjoint(kind.patterns(held_out=True))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32), st.booleans())
def test_the_same_seed_gives_the_same_examples(seed, held_out):
    assert draw(seed, 30, held_out=held_out) == draw(seed, 30, held_out=held_out)


_HASH_OF_SOME = """
import hashlib, itertools, faker
from datenorm.corpus.negatives import examples
source = faker.Faker()
source.seed_instance(11)
texts = [example.human for example in itertools.islice(examples(source), 1000)]
print(hashlib.sha256(repr(texts).encode()).hexdigest())
"""


@pytest.mark.slow
def test_another_process_writes_the_same():
    texts = [example.human for example in draw(11, 1000)]
    command = [sys.executable, "-c", _HASH_OF_SOME]
    printed = subprocess.run(
        command, capture_output=True, check=True, text=True, env={**os.environ, "PYTHONHASHSEED": "5"}
    )
    assert printed.stdout.strip() == hashlib.sha256(repr(texts).encode()).hexdigest()

"""Non-dates state no date: none of them, whatever the seed, is what a reader might take for one."""

import datetime as dt
import hashlib
import itertools
import os
import subprocess
import sys

import pytest
from faker import Faker
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.corpus.negatives import tables
from datenorm.corpus.negatives.texts import MACHINE, examples, may_be_date
from datenorm.text import canonicalize


def draw(seed, count, *, held_out=False):
    faker = Faker()
    faker.seed_instance(seed)
    return list(itertools.islice(examples(faker, held_out=held_out), count))


@pytest.fixture(scope="module", params=[False, True], ids=["training", "held out"])
def drawn(request):
    return draw(7, 6000, held_out=request.param), request.param


def test_no_example_states_a_date(drawn):
    for example in drawn[0]:
        canonical = canonicalize(example.human)
        assert 0 < len(canonical) <= 41
        assert not may_be_date(canonical)
        assert (example.machine, example.spans) == (MACHINE, {})


def test_every_kind_is_written(drawn):
    found, held_out = drawn
    expected = {name for name, kind in tables.KINDS.items() if kind.patterns(held_out=held_out)}
    assert {example.family for example in found} == expected


def test_few_strings_come_twice(drawn):
    assert len({example.human for example in drawn[0]}) > 0.9 * len(drawn[0])


def test_what_is_held_out_is_never_trained_on():
    assert set(tables.LOCALES).isdisjoint(tables.HELD_OUT_LOCALES)
    for kind in tables.KINDS.values():
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


def test_another_process_writes_the_same():
    texts = [example.human for example in draw(11, 1000)]
    command = [sys.executable, "-c", _HASH_OF_SOME]
    printed = subprocess.run(
        command, capture_output=True, check=True, text=True, env={**os.environ, "PYTHONHASHSEED": "5"}
    )
    assert printed.stdout.strip() == hashlib.sha256(repr(texts).encode()).hexdigest()


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)),
    st.sampled_from(
        ["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%B %Y", "%d %b", "%B", "%Y"]
    ),
)
def test_a_date_is_never_taken_for_none(date, pattern):
    assert may_be_date(canonicalize(date.strftime(pattern)))


@pytest.mark.parametrize(
    "text",
    """1979 | '79 | 20/11 | 12.09. | 5/5 | 2/2013 | 20130215 | may | março | 8月 | 2013年2月15日 |
    二〇一三年二月十五日 | second of may | the 5th | 22 ix 1978 | r2.5.1 | 5 mai | mar 5 | on 3.11.2004 |
    invoice 5.12.2013 | summer 2013 | 令和2年 | 5월 3일 | april 2013 | q4 2013 | 29 feb 2020 | tháng 5 |
    1984-85 | 12.5""".split("|"),
)
def test_what_may_be_a_date(text):
    assert may_be_date(canonicalize(text))


@pytest.mark.parametrize(
    "text",
    """may i come in | march of the penguins | second place | page 3 of 10 | 90210 | sw1a 1aa | 17:15 | 3 weeks |
    5 days ago | monday | sun | 31 april 2013 | 30.02.2020 | 29 feb 2019 | 2013-13-45 | 2013年2月30日 | 32 mai
    2010 | 192.168.0.1 | $12.50 | 12.5 kg | score 3:2 | v1.2.3 | version 3.11.4 | 1,000,000 | (555) 123-4567 |
    #4711 | no. 5 | 3 x 4 | 1/2 cup | order 1984 | 99/99/9999 | n/a | today | s01e05 | 3.14159 | 3日前 | april
    o'neil""".split("|"),
)
def test_what_is_no_date(text):
    assert not may_be_date(canonicalize(text))

"""The check finds dates in any order, and passes numbers and months' names that mean something else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.canonical import canonicalize
from datenorm.corpus.negatives.check import may_be_date


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)),
    st.sampled_from(
        ["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%B %Y", "%d %b", "%B", "%Y"]
    ),
)
def test_a_formatted_date_may_always_be_a_date(date, pattern):
    assert may_be_date(canonicalize(date.strftime(pattern)))


@pytest.mark.parametrize(
    "text",
    """1979 | '79 | 20/11 | 12.09. | 5/5 | 2/2013 | 20130215 | may | março | 8月 | 2013年2月15日 |
    二〇一三年二月十五日 | second of may | the 5th | 22 ix 1978 | r2.5.1 | 5 mai | mar 5 | on 3.11.2004 |
    invoice 5.12.2013 | summer 2013 | 令和2年 | 5월 3일 | april 2013 | q4 2013 | 29 feb 2020 | tháng 5 |
    1984-85 | 12.5 | a.d. 5141 | ad 79 | 640 ce""".split("|"),
)
def test_parts_and_forms_of_dates_may_be_dates(text):
    assert may_be_date(canonicalize(text))


@pytest.mark.parametrize(
    "text",
    """may i come in | march of the penguins | second place | page 3 of 10 | 90210 | sw1a 1aa | 17:15 | 3 weeks |
    5 days ago | monday | sun | 31 april 2013 | 30.02.2020 | 29 feb 2019 | 2013-13-45 | 2013年2月30日 | 32 mai
    2010 | 192.168.0.1 | $12.50 | 12.5 kg | score 3:2 | v1.2.3 | version 3.11.4 | 1,000,000 | (555) 123-4567 |
    #4711 | no. 5 | 3 x 4 | 1/2 cup | order 1984 | 99/99/9999 | n/a | today | s01e05 | 3.14159 | 3日前 | april
    o'neil""".split("|"),
)
def test_texts_without_a_date_pass_the_check(text):
    assert not may_be_date(canonicalize(text))

"""Every family and every locale is written, and what is hard is rehearsed."""

import collections
import re

from babel import localedata
from support.date_examples import draw, draw_phrases

from datenorm.corpus.dates.families import FAMILIES, REHEARSED
from datenorm.corpus.dates.orders import AMBIGUOUS
from datenorm.corpus.languages.load import by_language
from datenorm.corpus.locales.chooser import HELD_OUT_LOCALES, chooser
from datenorm.corpus.patterns.pattern import is_held_out, parse
from datenorm.corpus.phrase import Example


def test_every_family_and_every_locale_is_written(written: list[Example]) -> None:
    assert {example.family for example in written} == {*FAMILIES, AMBIGUOUS}
    everything = set(localedata.locale_identifiers())
    assert set(chooser(False).items) == everything - HELD_OUT_LOCALES
    assert set(chooser(True).items) == everything
    # The smallest regions of a language come once in a hundred thousand examples; each language comes in any sample.
    languages = {example.locale.partition("_")[0] for example in written} - {""}
    assert languages == {identifier.partition("_")[0] for identifier in everything}


def test_what_is_rehearsed_stands_alone_in_every_language_and_era_alike() -> None:
    rehearsed = draw_phrases(15_000, seed=6, families=REHEARSED)
    assert {phrase.family for phrase in rehearsed} <= {*REHEARSED, AMBIGUOUS}
    assert not any(is_held_out(phrase.pattern) for phrase in rehearsed)
    parts = collections.Counter(p.locale.partition("_")[0] for p in rehearsed if p.family == "CLDR, part")
    assert parts.most_common(1)[0][1] < 0.02 * parts.total()
    years = [int(phrase.machine[:4]) for phrase in rehearsed if phrase.family == "era"]
    assert min(years) >= 1872  # a leap day is of the leap year before
    decades = collections.Counter(year // 10 for year in years)
    assert 0.5 < decades[188] / decades[197] < 2  # by their weights there are five times as many of the seventies
    assert decades[199] > 2 * decades[197]  # most of them are first years, which are written with one digit


def test_held_out_patterns_and_locales_stay_out_of_training(written: list[Example]) -> None:
    held_out = draw(10_000, seed=3, held_out=True)
    trained = {example.pattern for example in written}
    new = [example for example in held_out if example.locale not in HELD_OUT_LOCALES]
    assert not trained & {example.pattern for example in new}
    assert not any(is_held_out(pattern) for pattern in trained)
    assert {example.locale for example in held_out} >= HELD_OUT_LOCALES
    everything = trained | {example.pattern for example in new}
    assert 0.05 < len({example.pattern for example in new}) / len(everything) < 0.15


def test_what_is_masked_is_not_stated(written: list[Example]) -> None:
    found = [example for example in written if example.family == "numbers, masked"]
    assert len(found) > 0.0025 * len(written)
    for example in found:
        assert re.fullmatch(r"\d{4}-(\d\d-XX|XX-\d\d|XX-XX)", example.machine), example
        if match := re.fullmatch(r"(?:XX|\?\?|__)[/.-](\d\d)[/.-](\d{4})", example.human):
            assert example.machine == f"{match[2]}-{match[1]}-XX", example
        if match := re.fullmatch(r"(\d\d)/(?:XX|\?\?|__)/(\d{4})", example.human):
            read = f"XX-{match[1]}" if int(match[1]) > 12 else f"{match[1]}-XX"
            assert example.machine == f"{match[2]}-{read}", example
        if match := re.fullmatch(r"(\d{4})-(?:XX|\?\?|__)-(\d\d)", example.human):
            assert example.machine == f"{match[1]}-XX-{match[2]}", example


def test_parts_of_years_and_of_months_state_what_they_are_parts_of(written: list[Example]) -> None:
    of_years = {pattern for patterns in by_language("seasons").values() for pattern in patterns}
    found = collections.Counter()
    for example in written:
        slots = set(parse(example.pattern).slots)
        if example.pattern in of_years or slots & {"QQQ", "QQQQ", "Q", "half", "w", "ww"}:
            assert re.fullmatch(r"\d{4}-XX-XX", example.machine), example
            assert set(example.spans) == {"year"}, example
            found["year"] += 1
        elif "W" in slots:
            assert re.fullmatch(r"(\d{4}|XXXX)-\d\d-XX", example.machine), example
            found["month"] += 1
    assert found["year"] > 0.01 * len(written)
    assert found["month"] > 0.0005 * len(written)


def test_parts_of_dates_are_common(written: list[Example]) -> None:
    share = sum("X" in example.machine for example in written) / len(written)
    assert 0.2 < share < 0.3

"""Relative expressions state their amount, unit and weekday."""

import collections
import random

import pytest
from support.moment_examples import several_of, text_of, texts_of_field

from datenorm.core.moments import RELATIVE_GROUP, Moment, split
from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.locales.babel_data import locale_part
from datenorm.corpus.moments.relative import RelativePhrase, relative_writer


def written(identifier: str, tries: int = 8_000) -> dict[str, RelativePhrase]:
    return {text_of(p.pieces): p for p in several_of(relative_writer(identifier).write, tries)}


def machine_of(phrase: RelativePhrase) -> str:
    return split(Moment(**phrase.fields).to_machine())[2]


@pytest.mark.parametrize("identifier", ["en", "de", "pl", "ja", "he", "sw", "zh_Hant", "am"])
def test_expressions_are_valid_and_their_digits_are_their_amounts(identifier: str) -> None:
    phrases = written(identifier, 400)
    assert len(phrases) > 40
    for phrase in phrases.values():
        assert RELATIVE_GROUP.is_valid(machine_of(phrase)), phrase
        counts = [text for text in texts_of_field(phrase.pieces, "amount") if text.isdecimal() and text.isascii()]
        amount = int(phrase.fields.get("amount", "00")[1:])
        assert all(int(text) == amount or (text, amount) == ("1", 7) for text in counts), phrase  # a week of days


@pytest.mark.parametrize(
    ("identifier", "text", "machine"),
    [
        ("en", "in 3 days", "+0003DXXXXX"),
        ("en", "2 years ago", "-0002YXXXXX"),
        ("de", "vor 2 Tagen", "-0002DXXXXX"),
        ("de", "vor 1 Woche", "-0007DXXXXX"),
        ("de", "letzte Woche", "-0001WXXXXX"),
        ("fr", "dans 5 jours", "+0005DXXXXX"),
        ("es", "hace 1 hora", "-0001hXXXXX"),
        ("ja", "3 日後", "+0003DXXXXX"),
        ("en", "Friday", "XXXXXXXXX5X"),
        ("en", "Fri", "XXXXXXXXX5X"),
        ("de", "Sa.", "XXXXXXXXX6X"),
        ("it", "sab", "XXXXXXXXX6X"),
        ("ja", "かようび", "XXXXXXXXX2X"),
        ("zh", "礼拜五", "XXXXXXXXX5X"),
        ("pl", "środę", "XXXXXXXXX3X"),
    ],
)
def test_what_a_language_says(identifier: str, text: str, machine: str) -> None:
    assert machine_of(written(identifier)[text]) == machine


@pytest.mark.parametrize(("identifier", "name"), [("es", "mar"), ("fr", "mar."), ("zh", "一")])
def test_what_is_a_month_or_a_number_to_more_is_no_weekday_alone(identifier: str, name: str) -> None:
    assert name not in written(identifier)


def test_what_is_a_month_to_fewer_is_a_weekday_alone() -> None:
    assert "tis" in written("sv")


@pytest.mark.parametrize(("identifier", "name"), [("hu", "hétfőtől"), ("ka", "ოთხშაბათამდე"), ("et", "reedeni")])
def test_a_case_that_says_from_or_until_is_no_weekday_alone(identifier: str, name: str) -> None:
    assert name not in written(identifier)


def test_the_first_text_of_a_file_is_the_commonest() -> None:
    rng = random.Random(0)
    texts = collections.Counter(
        text_of(phrase.pieces) for phrase in map(relative_writer("en").write, [rng] * 20_000) if phrase
    )
    assert texts["tomorrow"] > 3 * texts["tmrw"] > 0


def test_a_number_in_words_touches_no_letter() -> None:
    counts = [text for text in written("en") if text.endswith("h ago") and text[:-5].isalnum()]
    assert counts
    assert all(text[:-5].isdecimal() for text in counts)


def test_two_units_are_two_amounts() -> None:
    pairs = [phrase for phrase in written("en").values() if "second_amount" in phrase.fields]
    assert pairs
    for phrase in pairs:
        for text in texts_of_field(phrase.pieces, "second_amount"):
            assert not text.isdecimal() or int(text) == int(phrase.fields["second_amount"])


def test_dates_that_hang_on_the_day_of_writing_state_month_and_amount() -> None:
    for code, words in by_language("relative").items():
        if words.dates:
            assert any("month" in phrase.fields and "amount" in phrase.fields for phrase in written(code, 600).values())


def test_a_day_of_next_month_states_no_month() -> None:
    days = {text: phrase.fields for text, phrase in written("it").items() if text.endswith(" del mese prossimo")}
    days = {text: fields for text, fields in days.items() if "day" in fields}
    assert days
    assert all("month" not in fields and fields["amount"] == "+0001" for fields in days.values())


@pytest.mark.parametrize("code", [code for code, words in by_language("relative").items() if words.spans])
def test_no_span_is_written_like_a_point(code: str) -> None:
    words = load(code).relative
    fields = locale_part(code, "date_fields")
    cldr = [pattern for unit in fields.values() for way in ("past", "future") for pattern in unit.get(way, {}).values()]
    points = {pattern.replace("{0}", "{n}") for pattern in cldr}
    points |= {pattern for patterns in words.counted.values() for pattern in patterns}
    assert points.isdisjoint(pattern for patterns in words.spans.values() for pattern in patterns)


def test_chinese_says_weekdays_of_next_week_in_short_and_in_long() -> None:
    writer = relative_writer("zh")
    found = {text_of(phrase.pieces): phrase.fields for phrase in several_of(writer.write, 20_000)}
    for text in ("下周三", "下星期三"):
        assert (found[text]["amount"], found[text]["weekday"]) == ("+0001", "3")


@pytest.mark.parametrize("code", ["en", "de", "fr", "it", "pl", "el", "ja", "zh"])
def test_no_name_of_an_amount_is_a_count_of_another(code: str) -> None:
    named = {text: amount.to_machine() for amount, texts in load(code).relative.named.items() for text in texts}
    counted = [(text, phrase) for text, phrase in written(code).items() if "amount" in phrase.fields]
    machines = {text: machine_of(phrase)[:6] for text, phrase in counted if len(phrase.fields) == 2}
    assert {text: machine for text, machine in machines.items() if named.get(text, machine) != machine} == {}


def test_a_half_is_a_second_amount() -> None:
    halves = {text: phrase for text, phrase in written("en").items() if ".5 hours" in text}
    assert halves
    for phrase in halves.values():
        assert machine_of(phrase)[6:9] == "30m"


def test_a_day_without_its_month_states_no_weekday() -> None:
    days = {
        text: phrase
        for text, phrase in written("en").items()
        if "day" in phrase.fields and "amount" not in phrase.fields
    }
    assert any(text.startswith("Wednesday") for text in days)
    assert all(machine_of(phrase) == "X" * 11 for phrase in days.values())


def test_a_plural_category_suits_its_number() -> None:
    spans = [text for text, phrase in written("pl").items() if phrase.fields.get("form") == "S"]
    assert any(text.startswith("ostatnie ") for text in spans)
    of_few = [text for text in spans if text.endswith((" tygodnie", " godziny", " miesiące", " lata"))]
    assert of_few
    assert not [text for text in of_few if " 5 " in text or " 12 " in text]


def test_an_article_agrees_with_its_ordinal() -> None:
    last = {text for text, phrase in written("it").items() if phrase.fields.get("ordinal") == "L"}
    assert any(text.startswith(("l'ultimo ", "l'ultima ")) for text in last)
    assert not any(text.startswith(("il ", "la ultim")) and "ultim" in text for text in last)

"""Everyday moments are said in running text, and in no text that states nothing."""

import pytest
from support.moment_examples import draw_moments

from datenorm.core.moments import NOTHING, Moment, form_of
from datenorm.core.tags import EXTENT
from datenorm.corpus.moments.everyday import everyday_moments, plain_year, speaks_of_now


@pytest.mark.parametrize("text", ["Heute ist", "am Freitag", "until tomorrow", "今日は", "сегодня"])
def test_an_everyday_moment_is_known_among_words(text: str) -> None:
    assert speaks_of_now(text)


@pytest.mark.parametrize("text", ["", "das Haus", "theute", "日本", "so on", "know"])
def test_other_words_are_none(text: str) -> None:
    assert not speaks_of_now(text)


def test_no_text_without_a_moment_speaks_of_now() -> None:
    found = [example for example in draw_moments(3000, 5) if example.machine and form_of(example.machine) == NOTHING]
    random_words = [example for example in found if example.family != "none: lookalike"]  # as "Frau Sonntag" is
    assert len(random_words) > 100
    assert not [example.human for example in random_words if speaks_of_now(example.human)]


def test_words_around_a_moment_do_not_speak_of_now() -> None:
    among = [example for example in draw_moments(3000, 5) if EXTENT in example.spans]
    around = [example.human[: example.spans[EXTENT][0][0]] for example in among if example.spans[EXTENT][0][0]]
    assert len(around) > 50
    assert sum(map(speaks_of_now, around)) < 0.02 * len(around)  # those that a language's own patterns say


def test_days_near_the_day_of_writing_are_said_most() -> None:
    said = [example.human for (example,) in everyday_moments("de")]
    assert said.count("heute") == said.count("Freitag") == 3
    assert said.count("letztes Jahr") <= 1


def test_a_plain_year_is_its_number_alone() -> None:
    (example,) = plain_year(1979, "de")
    assert (example.human, example.machine, example.locale) == ("1979", Moment(year="1979").to_machine(), "de")
    assert example.spans == {"year": ((0, 4),), EXTENT: ((0, 4),)}


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["this Friday", "last Friday", "next Friday"]),
        ("fr", ["ce vendredi", "vendredi dernier", "vendredi prochain"]),
    ],
)
def test_weekdays_are_said_of_this_the_last_and_the_next_week(language: str, texts: list[str]) -> None:
    said = {example.human: example.machine for (example,) in everyday_moments(language)}
    moments = [Moment(weekday="5"), *(Moment(amount=sign + "0001", unit="W", weekday="5") for sign in "-+")]
    assert [said[text] for text in texts] == [moment.to_machine() for moment in moments]

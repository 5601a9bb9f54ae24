"""An edit has lost the meaning of a month or a year where readers could take it for another."""

import pytest

from datenorm.corpus.dates import Phrase
from datenorm.corpus.lost_meaning import loses_meaning
from datenorm.corpus.phrase import Piece


def phrase(month: str, machine: str, locale: str) -> Phrase:
    pieces: list[Piece] = [("4", ("day",)), (" ", ()), (month, ("month",))]
    return Phrase(pieces if machine[8:] != "XX" else pieces[2:], machine, "free order", "", locale, "")


def misspelt(intended: Phrase, month: str) -> list[Piece]:
    return [*intended.pieces[:-1], (month, ("month",))]


@pytest.mark.parametrize(
    ("month", "machine", "locale", "written"),
    [
        ("Mez", "XXXX-06-04", "br", "Mrz"),  # the German March
        ("ots", "XXXX-02-04", "eu", "okts"),  # one slip from the German October, too
        ("Mai", "XXXX-05-04", "de", "Mau"),  # from March, in English
        ("Mars", "2009-03-XX", "fr", "Mar5"),
        ("nis", "XXXX-04-XX", "tr", "nos"),
    ],
)
def test_a_month_that_could_be_another_has_lost_its_meaning(
    month: str, machine: str, locale: str, written: str
) -> None:
    intended = phrase(month, machine, locale)
    assert loses_meaning(misspelt(intended, written), intended)


@pytest.mark.parametrize(
    ("month", "machine", "locale", "written"),
    [
        ("September", "XXXX-09-04", "de", "Setpember"),
        ("September", "XXXX-09-XX", "de", "Setpember"),
        ("Okt", "XXXX-10-04", "de", "Oktt"),  # one slip from Basque "ots", which fewer write
        ("Mai", "XXXX-05-04", "fr", "Mai"),
        ("5", "XXXX-05-04", "", "S"),  # a number's lookalike is no name
    ],
)
def test_a_month_that_can_only_be_itself_keeps_its_meaning(month: str, machine: str, locale: str, written: str) -> None:
    intended = phrase(month, machine, locale)
    assert not loses_meaning(misspelt(intended, written), intended)


@pytest.mark.parametrize(
    ("month", "year", "written", "is_lost"),
    [
        ("1", "9855", "985s", True),
        ("", "1979", "l979", True),
        ("May", "1979", "l979", False),
        ("1", "9855", "9858", False),
    ],
)
def test_a_year_with_letters_needs_a_months_name_or_a_day(month: str, year: str, written: str, is_lost: bool) -> None:
    before: list[Piece] = [(month, ("month",)), ("/", ())] if month else []
    machine = f"{year}-{'05' if month else 'XX'}"
    part = Phrase([*before, (year, ("year",))], f"{machine}-XX", "numbers", "", "", "")
    assert loses_meaning([*before, (written, ("year",))], part) is is_lost
    whole = Phrase([("3/", ("day",)), *part.pieces], f"{machine}-03", "numbers", "", "", "")
    assert not loses_meaning([("3/", ("day",)), *before, (written, ("year",))], whole)

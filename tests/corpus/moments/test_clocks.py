"""Times of day are written as the languages say them, and state what they say."""

import random

import pytest
from support.moment_examples import several_of, text_of, texts_of_field

from datenorm.core.moments import AFTER, AFTERNOON, AM, APPROXIMATE, AS_WRITTEN, BEFORE, PM, UNSAID
from datenorm.corpus.languages.moment_words import ClockWords
from datenorm.corpus.moments.clocks import ClockPhrase, clock_writer, with_zone
from datenorm.corpus.moments.source import locales_with_clocks


def written(identifier: str, hour: int, minute: int = 0, tries: int = 4_000) -> dict[str, ClockPhrase]:
    """The ways that a locale says a time; those with other minutes are among them."""
    writer = clock_writer(identifier)
    phrases = several_of(lambda rng: writer.write(rng, hour, minute, 0), tries)
    return {text_of(phrase.pieces): phrase for phrase in phrases}


@pytest.mark.parametrize(
    ("identifier", "hour", "minute", "text", "machine"),
    [
        ("en", 16, 30, "half past four", "04X30"),
        ("en", 16, 45, "quarter to five", "04X45"),
        ("en", 15, 0, "3 pm", "03p00"),
        ("de", 4, 30, "halb fünf", "04X30"),
        ("fr", 1, 0, "une heure", "01X00"),
        ("nb", 8, 0, "klokka åtte", "08X00"),
        ("ja", 15, 30, "午後3時半", "03p30"),
        ("cs", 1, 30, "půl druhé", "01X30"),
        ("hi", 2, 30, "ढाई बजे", "02X30"),
        ("th", 19, 0, "หนึ่งทุ่ม", "19.00"),
        ("sw", 7, 0, "saa moja asubuhi", "07.00"),
        ("ru", 5, 0, "пять часов", "05X00"),
        ("en", 18, 2, "six oh two", "06X02"),
        ("en", 8, 2, "quarter to noon", "11a45"),
        ("en", 8, 2, "quarter past midnight", "00a15"),
        ("fr", 8, 2, "midi moins le quart", "11a45"),
        ("fr", 15, 30, "quinze heures trente", "15.30"),
        ("ar", 8, 2, "ربع ساعة قبل منتصف الليل", "11p45"),
        ("ja", 15, 0, "十五時", "15.00"),
        ("yue", 3, 0, "三點三個字", "03X15"),
        ("pl", 18, 0, "o osiemnastej", "18.00"),
        ("ru", 8, 2, "без четверти полночь", "11p45"),
        ("sr_Latn", 4, 30, "pola pet", "04X30"),
        ("be", 4, 30, "палова на пятую", "04X30"),
        ("az", 4, 30, "beşin yarısı", "04X30"),
        ("kk", 5, 30, "бес жарым", "05X30"),
        ("gl", 5, 45, "seis menos cuarto", "05X45"),
        ("eu", 5, 30, "bost eta erdiak", "05X30"),
        ("ur", 2, 30, "ڈھائی بجے", "02X30"),
        ("mr", 12, 45, "पाऊण वाजता", "12X45"),
        ("ta", 5, 45, "ஐந்தேமுக்கால் மணி", "05X45"),
        ("fil", 5, 30, "alas singko y medya", "05X30"),
        ("cy", 4, 45, "chwarter i bump", "04X45"),
        ("lb", 4, 30, "hallwer fënnef", "04X30"),
    ],
)
def test_a_language_says_the_time(identifier: str, hour: int, minute: int, text: str, machine: str) -> None:
    fields = written(identifier, hour, minute)[text].fields
    assert fields["hour"] + fields["half"] + fields["minute"] == machine


@pytest.mark.parametrize("identifier", [*locales_with_clocks(), "de_AT", "sr_Latn", "xh"])
def test_a_time_states_its_hour(identifier: str) -> None:
    phrases = written(identifier, 21, 40, tries=300)
    assert len(phrases) >= 4
    for phrase in phrases.values():
        assert phrase.fields["hour"] in ("21", "09", "12", "00", "11")
        is_written_of_24 = phrase.fields["half"] == AS_WRITTEN
        assert not is_written_of_24 or phrase.fields["hour"] == "21"
        assert [text for text in texts_of_field(phrase.pieces, "hour") if text.isdecimal() and len(text) > 2] == []


def test_digits_are_of_24_hours_and_words_of_twelve() -> None:
    assert written("en", 14, 5)["14:05"].fields["half"] == AS_WRITTEN
    assert written("en", 14, 5)["two five"].fields["half"] == UNSAID


def test_a_part_of_the_day_is_stated_beside_the_hour() -> None:
    phrase = written("en", 15)["3 o'clock in the afternoon"]
    assert (phrase.fields["hour"], phrase.fields["half"]) == ("03", AFTERNOON)
    assert texts_of_field(phrase.pieces, "half") == ["in the afternoon"]


def test_noon_and_midnight_say_their_half() -> None:
    assert written("en", 3)["noon"].fields["half"] == PM
    midnight = written("en", 3)["midnight"].fields
    assert (midnight["hour"], midnight["half"]) == ("00", AM)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [("about 3 pm", "qualifier", APPROXIMATE), ("until 3 pm", "form", BEFORE), ("after 3 pm", "form", AFTER)],
)
def test_words_around_a_time_say_how_it_is_meant(text: str, name: str, value: str) -> None:
    writer, phrase = clock_writer("en"), written("en", 15)["3 pm"]
    around = {text_of(p.pieces): p for p in several_of(lambda rng: writer.surrounded(rng, phrase), 600)}
    assert around[text].fields[name] == value
    assert texts_of_field(around[text].pieces, name) == [text.removesuffix("3 pm")]
    assert name not in around["at 3 pm"].fields


def test_a_zone_is_behind_the_time() -> None:
    phrase = with_zone(random.Random(1), written("en", 15)["15:00"])
    assert texts_of_field(phrase.pieces, "zone") == [phrase.pieces[-1][0]]
    assert len(phrase.fields["zone"]) == 5
    plain = written("fr", 15)["15:00"]
    zoned = {text_of(p.pieces) for p in several_of(lambda rng: with_zone(rng, plain, "fr"), 3_000)}
    assert {"15:00 (UTC)", "15:00 heure normale du Japon"} <= zoned


def test_bare_digits_are_a_time_behind_a_word() -> None:
    writer = clock_writer("en")
    phrases = list(several_of(lambda rng: writer.bare(rng, 11, 45), 400))
    assert "at 1145" in {text_of(phrase.pieces) for phrase in phrases}
    assert {phrase.fields["hour"] + phrase.fields["half"] + phrase.fields["minute"] for phrase in phrases} == {"11.45"}
    assert "qualifier" not in phrases[0].fields  # "around 1145" is a year to many
    early = several_of(lambda rng: writer.bare(rng, 9, 30), 400)
    about = next(phrase for phrase in early if text_of(phrase.pieces) == "around 930")
    assert about.fields["qualifier"] == APPROXIMATE
    assert clock_writer("xh").bare(random.Random(1), 9, 30) is None


def test_a_time_has_its_word_once() -> None:
    writer, phrase = clock_writer("fr"), written("fr", 3)["à midi"]
    around = {text_of(p.pieces) for p in several_of(lambda rng: writer.surrounded(rng, phrase), 600)}
    assert around == {"à midi"}
    assert clock_writer("es").has_its_word(written("es", 1)["a la una"])
    assert not clock_writer("es").has_its_word(written("es", 1)["la una"])
    assert clock_writer("it").has_its_word(written("it", 1)["l'una"])
    assert clock_writer("hu").has_its_word(written("hu", 11)["11 órakor"])
    assert not clock_writer("hu").has_its_word(written("hu", 11)["11 óra"])


def test_the_ending_behind_digits_is_that_of_the_last_number() -> None:
    writer, phrase = clock_writer("tr"), written("tr", 15, 43)["15:43"]
    around = {text_of(p.pieces) for p in several_of(lambda rng: writer.surrounded(rng, phrase), 1200)}
    assert {"saat 15:43'te", "15:43'ten sonra", "saat 15:43'e kadar"} <= around
    assert not any("'d" in text for text in around)
    full = written("tr", 15, 0)["15:00"]
    assert "saat 15:00'te" in {text_of(p.pieces) for p in several_of(lambda rng: writer.surrounded(rng, full), 1200)}


def formatted(identifier: str, hour: int, minute: int = 5, tries: int = 600) -> dict[str, ClockPhrase]:
    """The ways that a locale's formats write a time."""
    writer = clock_writer(identifier)
    phrases = several_of(lambda rng: writer.formatted(rng, hour, minute, 9), tries)
    return {text_of(phrase.pieces): phrase for phrase in phrases}


@pytest.mark.parametrize(
    ("identifier", "hour", "text", "machine"),
    [
        ("ug", 15, "3:05 چ.ك", "03p05"),
        ("gd", 3, "3:05m", "03a05"),
        ("te", 15, "3:05 సా", "03p05"),
        ("zh_Hant", 15, "下午3:05", "03p05"),
        ("zh_Hant", 2, "凌晨2:05", "02m05"),
        ("te", 19, "7:05 సాయంత్రం", "07e05"),
        ("es", 19, "7:05 de la tarde", "07f05"),
        ("en", 15, "3 in the afternoon", "03f00"),
        ("en", 15, "3 PM", "03p00"),
    ],
)
def test_a_format_has_the_marks_of_its_locale(identifier: str, hour: int, text: str, machine: str) -> None:
    fields = {" ".join(text.split()): phrase.fields for text, phrase in formatted(identifier, hour).items()}[text]
    assert fields["hour"] + fields["half"] + fields["minute"] == machine


def test_a_format_names_its_zone_in_the_language_of_its_locale() -> None:
    phrase = formatted("de", 15, tries=2_000)["15:05:09 Mitteleuropäische Normalzeit"]
    assert phrase.fields["zone"] == "+0100"
    assert texts_of_field(phrase.pieces, "zone") == ["Mitteleuropäische Normalzeit"]


def test_a_locale_in_another_script_has_no_words_of_its_language() -> None:
    assert clock_writer("sr").words == clock_writer("xh").words == ClockWords()
    assert clock_writer("de_AT").words != ClockWords()

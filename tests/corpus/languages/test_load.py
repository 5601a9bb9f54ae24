"""The files of the languages are read as they are written, and mistakes in them are named."""

import ast
import dataclasses
import random
import re
from pathlib import Path

import pytest
from babel import Locale, localedata

from datenorm.corpus.languages.load import (
    DATA,
    NO_DATE_KINDS,
    Language,
    by_language,
    codes,
    language_of,
    load,
    read,
    script_of,
)
from datenorm.corpus.languages.relative_words import Amount
from datenorm.corpus.languages.slots import CLOCK_SLOTS, DATE_SLOTS
from datenorm.corpus.patterns.clocks import clock
from datenorm.corpus.patterns.pattern import SLOTS, parse

PHRASES = ("phrases", "phrases_in_words", "phrases_in_characters", "phrases_with_eras")
GUIDE = Path(__file__).parents[3] / "docs" / "adding-a-language.md"


@pytest.fixture
def written(tmp_path: Path):
    """Writes a file of a language and reads it."""

    def write(text: str, code: str = "xx") -> Language:
        path = tmp_path / f"{code}.toml"
        path.write_text(text, encoding="utf-8")
        return read(path)

    return write


@pytest.mark.parametrize("code", codes())
def test_every_file_is_valid_and_of_a_language_that_babel_has(code: str) -> None:
    language = load(code)
    assert language.name == Locale("en").languages.get(code, "Ladin")
    assert code in {identifier.partition("_")[0] for identifier in localedata.locale_identifiers()}
    assert len(language.numbered_days) == len(language.day_words) == 31


@pytest.mark.parametrize("code", codes())
def test_every_phrase_of_a_language_states_a_part_of_a_date(code: str) -> None:
    language = load(code)
    texts = [text for key in PHRASES for text in getattr(language, key)] + [*language.seasons]
    assert [text for text in texts if not parse(text).states] == []


@pytest.mark.parametrize("code", sorted(by_language("phrases_in_words")))
def test_the_days_of_a_language_have_different_words(code: str) -> None:
    words = [word for forms in load(code).day_words for word in set(forms)]
    assert len(words) == len(set(words)) >= 31


@pytest.mark.parametrize("code", codes())
def test_the_numbered_days_of_a_language_differ(code: str) -> None:
    forms = [form for day in load(code).numbered_days for form in set(day)]
    assert len(forms) == len(set(forms)) >= 31


@pytest.mark.parametrize(
    ("code", "day", "word"),
    [
        ("en", 21, "twenty-first"),
        ("de", 14, "vierzehnter"),
        ("es", 1, "primero"),
        ("pl", 22, "dwudziestego drugiego"),
        ("uk", 3, "третього"),
        ("he", 21, "העשרים ואחד"),
        ("hi", 1, "पहली"),
        ("hi", 31, "इकतीस"),
        ("nn", 3, "tredje"),
    ],
)
def test_days_in_words(code: str, day: int, word: str) -> None:
    assert word in load(code).day_words[day - 1]


@pytest.mark.parametrize(
    ("code", "day", "form"),
    [
        ("en", 11, "11th"),
        ("en", 2, "02nd"),
        ("pl", 21, "21-szy"),
        ("hu", 20, "20-án"),
        ("cy", 15, "15fed"),
        ("mk", 7, "7-ми"),
    ],
)
def test_numbered_days(code: str, day: int, form: str) -> None:
    assert form in load(code).numbered_days[day - 1]


def test_a_likelier_form_comes_more_than_once() -> None:
    assert load("sv").numbered_days[0] == ("1:a", "1:a", "1a")


def test_what_polish_says_is_in_its_file_alone() -> None:
    found = {path.name for path in DATA.parents[1].rglob("*.py") if "pl" in texts_of(path)}
    assert found == {"shared.py"}  # where it is one of those who write Roman months


def texts_of(path: Path) -> set[str]:
    """The texts in quotes of a module; its documentation is one long text each."""
    return {
        node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)
    }


def test_a_language_without_a_file_is_small_and_says_nothing() -> None:
    assert load("xx") == Language("xx")
    assert load("xx").weight < load("is").weight < load("en").weight


def test_a_locale_is_of_a_language_and_may_name_a_script() -> None:
    assert language_of("pt_BR") is load("pt")
    assert [script_of(name) for name in ("sr", "sr_RS", "sr_Latn", "sr_Latn_RS", "es_419")] == [
        "",
        "",
        "Latn",
        "Latn",
        "",
    ]


def test_what_is_like_another_language_is_said_there(written) -> None:
    assert load("nn").phrases == load("nb").phrases != ()
    written('name = "Other"\nphrases = ["{y}"]', "other")
    assert written('name = "Own"\nlike = { other = ["phrases"] }').phrases == ("{y}",)


def test_seasons_are_each_name_in_each_pattern(written) -> None:
    language = written(
        'name = "X"\n[seasons]\nnames = ["a", "b"]\npatterns = ["{season} {y}", "{y}{season}"]\nalso = ["c {y}"]'
    )
    assert language.seasons == ("a {y}", "{y}a", "b {y}", "{y}b", "c {y}")


def test_months_are_twelve_names_or_some_by_their_numbers(written) -> None:
    language = written('name = "X"\nother_month_names = [{ 9 = "set." }]')
    assert language.other_month_names == (("",) * 8 + ("set.",) + ("",) * 3,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('phrases = ["{y}"]', r"xx\.toml: expected the language's English name"),
        ('phrasess = ["{y}"]', r"xx\.toml: expected a name that .*Received: 'phrasess'. Did you mean 'phrases'"),
        (
            'phrases = ["{MMMN} {y}"]',
            r"xx\.toml: phrases: '\{MMMN\} \{y\}': expected a name that .*Did you mean 'MMM' or 'MMMM'\?",
        ),
        ('phrases = ["{y"]', r"xx\.toml: phrases: expected every brace to be closed. Received: '\{y'"),
        ('phrases = "{y}"', r"xx\.toml: phrases: expected a list in brackets. Received: '\{y\}'"),
        ('clocks_after = [" {hour}"]', r"xx\.toml: clocks_after: ' \{hour\}': expected one of h, "),
        ("months_are_numbers = 1", r"xx\.toml: months_are_numbers: expected true or false. Received: 1"),
        ("weight = 0", r"xx\.toml: weight: expected a number above 0. Received: 0"),
        ('months_after_in = ["a"]', r"xx\.toml: months_after_in: expected a list of 12. Received: \['a'\]"),
        ('other_month_names = [{ 13 = "a" }]', r"xx\.toml: other_month_names: expected one of 1, .*Received: '13'"),
        ('calendar = "hebrew"', r"xx\.toml: calendar: expected one of buddhist, ethiopian. Received: 'hebrew'"),
        (
            '[numbered_days]\n1 = "1st"',
            r"xx\.toml: numbered_days: expected forms of all 31 days. Received none of 2, 3, ",
        ),
        ('[numbered_days]\n"1, 1" = "x"', r"xx\.toml: numbered_days: expected each day once. Received: day 1 twice"),
        ('[numbered_days]\n"0-31" = "x"', r"xx\.toml: numbered_days: expected days such as .* Received: '0-31'"),
        (
            '[numbered_days]\n"1-31" = { a = 0 }',
            r"xx\.toml: numbered_days\.1-31: expected how often .*Received: \{'a': 0\}",
        ),
        ('[day_words]\n"1-31" = "{number}"', r"xx\.toml: day_words: expected number_words beside \{number\}"),
        ("[in_script.Cyrl]\nweight = 3", r"xx\.toml: in_script\.Cyrl: expected one of .*Received: 'weight'"),
        ('shared_month_names.lis = ["month"]', r"xx\.toml: shared_month_names\.lis: expected one of day, year"),
        ("[clock]\nwhol = []", r"xx\.toml: clock: expected a name that .*Received: 'whol'. Did you mean 'whole'"),
        ('[clock]\nwhole = ["{hour}", "{huor}"]', r"xx\.toml: clock\.whole: '\{huor\}': .*Did you mean 'hour'"),
        ('[clock]\nto = ["{next of}"]', r"xx\.toml: clock: '\{next of\}': expected one of .*Received: 'of'"),
        ('[clock]\nwhole = ["{minute of}"]', r"xx\.toml: clock\.whole: '\{minute of\}': .*Received: 'minute of'"),
        ('[clock]\nhours = ["one"]', r"xx\.toml: clock\.hours: expected a list of 12. Received: \['one'\]"),
        ('[clock.hour_cases]\nof = ["one"]', r"xx\.toml: clock\.hour_cases\.of: expected a list of 12 or 24. "),
        ("[clock.spoken]\n60 = []", r"xx\.toml: clock\.spoken: expected minutes from 0 to 59. Received: '60'"),
        ("[clock.parts.noon]\nhours = [1, 2]", r"xx\.toml: clock\.parts: expected one of morning, .*Received: 'noon'"),
        ('[clock.parts.night]\nwords = ["n"]', r"xx\.toml: clock\.parts\.night: expected the hours of the part"),
        (
            "[clock.parts.night]\nhours = [1, 25]",
            r"xx\.toml: clock\.parts\.night\.hours: expected an hour from 0 to 24",
        ),
        ('[ranges]\nbetween = ["{a} to {c}"]', r"xx\.toml: ranges\.between: expected \{a\} and \{b\}, .*Received: "),
        ('[years]\ndecades = ["{n}s"]', r"xx\.toml: years\.decades: '\{n\}s': expected one of y, yy. "),
        ('[senses]\nbefor = ["until"]', r"xx\.toml: senses: expected one of before, .*Did you mean 'before'"),
        ('[no_moment]\nrecurrences = ["every {D}"]', r"xx\.toml: no_moment\.recurrences: .*Received: 'D'"),
        ('[relative.named]\n"2 dya" = []', r"xx\.toml: relative\.named: expected one of year, .*Did you mean 'day'"),
        ('[relative.named]\n"+day" = []', r"xx\.toml: relative\.named: expected an amount such as .*Received: '\+day'"),
        (
            "[relative.counted]\nday = []",
            r"xx\.toml: relative\.counted: expected a direction and a unit .*Received: 'day'",
        ),
        ('[relative.weekdays]\nbare = ["on {D}"]', r"xx\.toml: relative\.weekdays\.bare: .*Received: 'D'"),
        ('[relative.counted]\n"-day some" = []', r"xx\.toml: relative\.counted: .*Received: 'some'"),
        ('[relative.seasons]\n"winter" = []', r"xx\.toml: relative\.seasons: expected years and a season"),
        ('[relative.parts_of_day]\n"0 noon" = []', r"xx\.toml: relative\.parts_of_day: .*Received: 'noon'"),
        ('[relative.dates]\n"last {mnth}" = "-1 month"', r"xx\.toml: relative\.dates: .*Received: 'mnth'"),
        ('[relative.nth_weekdays]\nbare = ["{nth} {E}"]', r"xx\.toml: relative: expected ordinals beside nth_weekdays"),
        (
            '[relative]\nordinals = ["1", "2", "3", "4", "5", "6"]\n[relative.nth_weekdays]\nbare = ["{the nth} {E}"]',
            r"xx\.toml: relative: expected ordinals_with_article beside \{the nth\}",
        ),
        ("phrases = [", r"xx\.toml: expected TOML. Received a mistake: "),
    ],
)
def test_a_mistake_is_named_with_its_file_and_key(written, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        written(text if "English name" in message else f'name = "X"\n{text}')


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ('like = { other = ["labels"] }', r"xx\.toml: like: .*other\.toml does not say: 'labels'"),
        ('like = { other = ["phrases"] }\nphrases = ["{y}"]', r"xx\.toml: like: .*xx\.toml says itself: 'phrases'"),
        (
            'like = { oter = ["phrases"] }',
            r"xx\.toml: like: expected one of .*Received: 'oter'. Did you mean 'other'\?",
        ),
    ],
)
def test_likeness_to_what_is_not_said_is_refused(written, own: str, message: str) -> None:
    written('name = "Other"\nphrases = ["{y}"]', "other")
    with pytest.raises(ValueError, match=message):
        written(f'name = "X"\n{own}')


LANGUAGES_WITH_CLOCKS = tuple(by_language("clock"))


def test_sixty_languages_and_more_say_the_time_of_day() -> None:
    assert len(LANGUAGES_WITH_CLOCKS) >= 60
    assert load("nn").clock == load("nb").clock
    assert "xh" not in LANGUAGES_WITH_CLOCKS


@pytest.mark.parametrize("code", codes())
def test_the_senses_of_a_language_are_of_its_own_prefixes(code: str) -> None:
    language = load(code)
    own = {prefix.strip() for prefix in language.day_prefixes + language.month_prefixes + language.labels}
    senses = language.senses.before + language.senses.after + language.senses.about
    assert [word for word in senses if word not in own] == []
    assert len(senses) == len(set(senses))


@pytest.mark.parametrize("code", LANGUAGES_WITH_CLOCKS)
def test_the_hours_of_a_case_differ(code: str) -> None:
    for hours in load(code).clock.hour_cases.values():
        said = [hour for hour in hours if hour]
        assert len(said) == len(set(said))


@pytest.mark.parametrize("code", LANGUAGES_WITH_CLOCKS)
def test_no_pattern_of_24_hours_is_one_of_twelve(code: str) -> None:
    words = load(code).clock
    spoken = [pattern for patterns in words.spoken.values() for pattern in patterns]
    patterns = {*words.whole, *words.digits, *words.any, *words.past, *words.to, *spoken}
    patterns |= {around.replace("{clock}", pattern) for around in words.at for pattern in patterns}
    clashing = {p for p in patterns if p.replace("{h}", "{h12}").replace("{hh}", "{hh12}") in patterns - {p}}
    assert sorted(clashing) == []


def test_a_part_of_the_day_runs_over_midnight(written) -> None:
    language = written('name = "X"\n[clock.parts.night]\nhours = [22, 4]\n[[clock.parts.morning]]\nhours = [4, 12]')
    night, morning = language.clock.parts
    assert [hour for hour in range(24) if night.holds(hour)] == [0, 1, 2, 3, 22, 23]
    assert [hour for hour in range(24) if morning.holds(hour)] == list(range(4, 12))


@pytest.mark.parametrize("code", codes())
def test_the_relative_dates_of_a_language_are_among_its_phrases(code: str) -> None:
    language = load(code)
    assert [pattern for pattern in language.relative.dates if pattern not in language.phrases] == []


def test_alternatives_in_parentheses_are_texts_of_their_own(written) -> None:
    language = written('name = "X"\n[relative.named]\n"-1 week" = ["(the |)(last|past) week", "a (b)"]')
    texts = ("the last week", "the past week", "last week", "past week", "a (b)")
    assert language.relative.named == {Amount(-1, "week"): texts}


def test_patterns_can_name_the_forms_of_weekdays_of_their_language(written) -> None:
    forms = '[relative.weekday_forms]\nlast = ["a", "b", "c", "d", "e", "f", "g"]\n'
    language = written(f'name = "X"\n{forms}[relative.weekdays]\n"-1 week" = ["{{last}} {{E}}"]')
    assert language.relative.weekdays == {Amount(-1, "week"): ("{last} {E}",)}


def test_relative_amounts_are_read(written) -> None:
    language = written(
        'name = "X"\n[relative.named]\n"-2 day" = ["a"]\n[relative.spans]\n"-week" = ["{n}"]\n'
        '[relative.weekdays]\nbare = ["on {E}"]\n[relative.parts_of_day]\n"0 evening" = ["tonight"]'
    )
    assert language.relative.named == {Amount(-2, "day"): ("a",)}
    assert language.relative.spans == {(Amount(-1, "week"), ""): ("{n}",)}
    assert language.relative.weekdays == {None: ("on {E}",)}
    assert language.relative.parts_of_day == {(0, "evening"): ("tonight",)}


def test_every_slot_that_files_may_have_can_be_written() -> None:
    assert DATE_SLOTS.keys() == SLOTS.keys()
    assert "{" not in clock(random.Random(1), "{" + "} {".join(CLOCK_SLOTS) + "}")


def test_every_key_is_described_in_the_class_and_in_the_guide() -> None:
    keys = {field.name for field in dataclasses.fields(Language)} - {"code"}
    assert set(re.findall(r"^ {8}(\w+): ", str(Language.__doc__), re.MULTILINE)) == {"code", *keys}
    guide = GUIDE.read_text(encoding="utf-8")
    assert [key for key in (*sorted(keys), "like") if f"`{key}`" not in guide] == []


def test_the_guide_explains_every_kind_of_text_without_a_date() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert [kind for kind in NO_DATE_KINDS if f"`{kind}`" not in guide] == []


def test_texts_without_a_date_are_read_by_their_kinds(written) -> None:
    said = written('name = "Polish"\n[no_date]\nunits = ["osób", "sztuk"]\naround_weekdays = ["w {}"]').no_date
    assert said == {"units": ("osób", "sztuk"), "around_weekdays": ("w {}",)}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('unit = ["osób"]', r"xx.toml: no_date: .*Received: 'unit'. Did you mean 'units'?"),
        ('units = "osób"', r"xx.toml: no_date.units: expected a list in brackets. Received: 'osób'"),
        ('around_weekdays = ["w"]', r"xx.toml: no_date.around_weekdays: expected one \{\} .*weekday. Received: 'w'"),
    ],
)
def test_mistakes_in_texts_without_a_date_are_named(written, line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        written(f'name = "Polish"\n[no_date]\n{line}')

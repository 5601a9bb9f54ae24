import collections
import itertools
import math
import random
import re
import string
from collections.abc import Callable

import pytest
from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import TIME
from datenorm.corpus.phrase import Example
from datenorm.corpus.times.families import FAMILIES
from datenorm.corpus.times.writing import HUMAN_CHARACTERS, examples


def generated(seed: int, size: int, *, held_out: bool = False) -> list[Example]:
    faker = Faker("en")
    faker.seed_instance(seed)
    return list(itertools.islice(examples(faker, held_out=held_out), size))


@pytest.fixture(scope="module", params=[20_000, pytest.param(160_000, marks=pytest.mark.slow)])
def trained(request: pytest.FixtureRequest) -> list[Example]:
    return generated(11, request.param)


@pytest.fixture(scope="module")
def held_out() -> list[Example]:
    return generated(12, 5_000, held_out=True)


# An independent reader of some families: canonical text to the minute of the day, written from the conventions.

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONES += "seventeen eighteen nineteen".split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
WORDS = {word: i for i, word in enumerate(ONES)} | TENS
WORDS |= {f"{ten} {ONES[one]}": value + one for ten, value in TENS.items() for one in range(1, 10)}

N = rf"(\d\d?|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
TWO_DIGITS = rf"(\d\d|{'|'.join(sorted((word for word in WORDS if WORDS[word] >= 10), key=len, reverse=True))})"
UNIT = r"(?: ?(?:minutes?|mins?\.?)| m)?"
MARK = r" ?([ap])(?:m|\.m\.?|m\.)"
CLOCK = r"(?: ?o ?'? ?clock)?"
AM_WORDS = ("in the morning", "this morning", "before noon", "at midnight", "after midnight")
PM_WORDS = (
    *("in the afternoon", "this afternoon", "afternoon", "after noon", "at noon"),
    *("in the evening", "this evening", "tonight"),
)
PERIOD = rf" ({'|'.join((*AM_WORDS, *PM_WORDS, 'at night'))})"
PAST, TO = "(?:past|after|from)", "(?:to|before|till|til|until|of)"


def number(text: str) -> int:
    return int(text) if text.isdigit() else WORDS[text]


def in_half(minutes: int, period: str) -> int:
    """The half of the day is said of the time that is meant, not of the hour that is named."""
    minutes %= 720
    if period == "at night":  # 18:00 to 4:59
        return minutes if minutes < 5 * 60 else minutes + 720
    return minutes + 720 * (period == "p" or period in PM_WORDS)


def clock(hour: str, minute: str = "0", period: str | None = None) -> int:
    minutes = 60 * number(hour) + number(minute)
    return in_half(minutes, period) if period else minutes


def before(minute: str, hour: str, period: str | None = None) -> int:
    minutes = 60 * number(hour) - number(minute)
    return in_half(minutes, period) if period else minutes


def noon(word: str) -> int:
    return 720 if "mid" not in word or "day" in word else 0


NOON = "(noon|midday|mid-day|noontime|midnight|mid-night)"
READERS: dict[str, tuple[str, Callable[..., int]]] = {
    "10:30": (r"(\d\d?)[:.](\d\d)", clock),
    "10:30 p.m.": (rf"(\d\d?)[:.](\d\d){MARK}", clock),
    "10:30 at night": (rf"(\d\d?)[:.](\d\d){PERIOD}", clock),
    "10:30:15": (r"t?(\d\d?):(\d\d)[:.]\d\d(?:[.,]\d+)?", clock),
    "10:30 with an offset": (r"(\d\d):(\d\d)(?:z| (?:utc|gmt|est)| ?[+-]\d\d:?\d\d)", clock),
    "1030": (r"(\d\d?)(\d\d)", clock),
    "1030 p.m.": (rf"(\d\d?)(\d\d){MARK}", clock),
    "1030 hours": (r"(\d\d)(\d\d) (?:hours|hrs)", clock),
    "t10:30": (r"t(\d\d?)[:.](\d\d)", clock),
    "10 p.m.": (rf"{N}{MARK}", lambda hour, half: clock(hour, "0", half)),
    # After a bare number "before noon" and the like are minutes: "ten before noon" is 11:50.
    "10 at night": (
        rf"{N}(?! before noon| after (?:noon|midnight)){PERIOD}",
        lambda hour, word: clock(hour, "0", word),
    ),
    "ten o'clock": (rf"{N} o'clock", clock),
    "ten o'clock twenty p.m.": (rf"{N} o'clock {N}{MARK}", clock),
    "ten thirty": (rf"(\d\d?|{'|'.join(ONES[::-1])}|twenty(?: one| two| three)?) {TWO_DIGITS}", clock),
    "ten hours and six": (rf"{N} hours and {N}{UNIT}", clock),
    "ten hours and six p.m.": (rf"{N} hours and {N}{MARK}", clock),
    "6 past 10": (rf"{N}{UNIT} {PAST} {N}{CLOCK}", lambda minute, hour: clock(hour, minute)),
    "6 past 10 p.m.": (rf"{N}{UNIT} {PAST} {N}{CLOCK}{MARK}", lambda minute, hour, half: clock(hour, minute, half)),
    "6 past 10 at night": (rf"{N}{UNIT} {PAST} {N}{PERIOD}", lambda minute, hour, words: clock(hour, minute, words)),
    "6 past noon": (rf"{N}{UNIT} {PAST} {NOON}", lambda minute, word: noon(word) + number(minute)),
    "6 to 10": (rf"{N}{UNIT} {TO} {N}{CLOCK}", before),
    "6 to 10 p.m.": (rf"{N}{UNIT} {TO} {N}{CLOCK}{MARK}", before),
    "6 to 10 at night": (rf"{N}{UNIT} {TO} {N}{PERIOD}", before),
    "6 to noon": (rf"{N}{UNIT} {TO} {NOON}", lambda minute, word: noon(word) - number(minute)),
    "quarter past 10": (rf"(?:a )?quarter {PAST} {N}", lambda hour: clock(hour, "15")),
    "quarter to 10": (rf"(?:a )?quarter {TO} {N}", lambda hour: before("15", hour)),
    "quarter to 10 p.m.": (rf"(?:a )?quarter {TO} {N}{MARK}", lambda hour, half: before("15", hour, half)),
    "half past 10": (rf"half(?: {PAST})? {N}", lambda hour: clock(hour, "30")),
    "half past 10 p.m.": (rf"half(?: {PAST})? {N}{MARK}", lambda hour, half: clock(hour, "30", half)),
    "halfway to 10": (rf"half ?way to {N}", lambda hour: before("30", hour)),
    "half an hour before 10 p.m.": (rf"half an hour before {N}{MARK}", lambda hour, half: before("30", hour, half)),
    "noon": (rf"(?:12 |twelve |the )?{NOON}", noon),
    "noon o'clock six": (rf"{NOON} o'clock {N}", lambda word, minute: noon(word) + number(minute)),
    "24:00": (r"24(?:[:.]00|00|h)", lambda: 0),
}


def read(text: str) -> dict[str, str]:
    """Each reader's answer to a canonical text, of those that can read it."""
    answers = {}
    for name, (pattern, reader) in READERS.items():
        found = re.fullmatch(pattern, text)
        if found and not (text.startswith("24") and name != "24:00"):
            hour, minute = divmod(reader(*found.groups()) % 1440, 60)
            answers[name] = f"{hour:02d}:{minute:02d}"
    return answers


@pytest.mark.parametrize(
    ("text", "machine"),
    [
        ("48 min before 10 a.m", "09:12"),
        ("40 min before 12 after noon", "23:20"),
        ("half past twelve a.m.", "00:30"),
        ("27 before one at midnight", "00:33"),
        ("23 min after 20 p.m.", "20:23"),
        ("quarter past five", "05:15"),
        ("ten before midnight", "23:50"),
        ("ten before noon", "11:50"),
        ("ten o'clock twenty a.m", "10:20"),
        ("noon o'clock five", "12:05"),
        ("halfway to 8", "07:30"),
        ("12:10 at night", "00:10"),
        ("9:10 at night", "21:10"),
        ("330 p.m.", "15:30"),
        ("24:00", "00:00"),
    ],
)
def test_the_independent_reader_knows_the_conventions(text: str, machine: str) -> None:
    assert set(read(text).values()) == {machine}


def test_answers_agree_with_an_independent_reader(trained: list[Example], held_out: list[Example]) -> None:
    counts: collections.Counter[str] = collections.Counter()
    for example in itertools.chain(trained, held_out):
        for name, machine in read(canonicalize(example.human)).items():
            assert machine == example.machine, (name, example)
            counts[name] += 1
    assert {name for name in READERS if not counts[name]} == set()


def test_no_canonical_string_has_two_answers(trained: list[Example], held_out: list[Example]) -> None:
    answers: dict[str, Example] = {}
    for example in itertools.chain(trained, held_out):
        other = answers.setdefault(canonicalize(example.human), example)
        assert other.machine == example.machine, (other, example)


def test_no_string_has_two_answers_to_a_reader_that_knows_only_the_vocabulary(
    trained: list[Example], held_out: list[Example]
) -> None:
    answers: dict[str, Example] = {}
    unknown = re.compile(f"[^{re.escape(HUMAN_CHARACTERS)}]")
    for example in itertools.chain(trained, held_out):
        other = answers.setdefault(unknown.sub("?", canonicalize(example.human)), example)
        assert other.machine == example.machine, (other, example)


def test_every_machine_string_is_valid(trained: list[Example], held_out: list[Example]) -> None:
    assert all(TIME.is_valid(machine) for machine in {example.machine for example in [*trained, *held_out]})


def test_every_minute_of_the_day_is_written(trained: list[Example]) -> None:
    written = {example.machine for example in trained}
    assert len(written) > 0.99 * 24 * 60
    assert len(written) == 24 * 60 or len(trained) < 100_000


def test_every_family_and_pattern_is_written(trained: list[Example], held_out: list[Example]) -> None:
    written = {(example.family, example.pattern) for example in trained}
    assert written == {(name, pattern) for name, family in FAMILIES.items() for pattern in family.patterns}
    written = {(example.family, example.pattern) for example in held_out}
    assert written == {(name, pattern) for name, family in FAMILIES.items() for pattern in family.held_out}


def test_families_come_as_often_as_their_weights_say(trained: list[Example]) -> None:
    counts = collections.Counter(example.family for example in trained)
    total = sum(family.weight for family in FAMILIES.values())
    for name, family in FAMILIES.items():
        share = family.weight / total
        deviation = math.sqrt(share * (1 - share) / len(trained))
        assert counts[name] / len(trained) == pytest.approx(share, abs=4 * deviation)


def test_held_out_patterns_are_not_trained_on() -> None:
    trained = {pattern for family in FAMILIES.values() for pattern in family.patterns}
    held_out = {pattern for family in FAMILIES.values() for pattern in family.held_out}
    assert held_out
    assert not trained & held_out


def test_held_out_patterns_have_only_slots_that_are_trained_on() -> None:
    def slots(patterns: set[str]) -> set[str]:
        return {slot for pattern in patterns for slot in re.findall("{(.*?)}", pattern)}

    trained = slots({pattern for family in FAMILIES.values() for pattern in family.patterns})
    assert slots({pattern for family in FAMILIES.values() for pattern in family.held_out}) <= trained


def test_the_same_seed_writes_the_same_examples() -> None:
    assert generated(5, 3000) == generated(5, 3000)
    assert generated(5, 300, held_out=True) == generated(5, 300, held_out=True)
    assert generated(5, 300) != generated(6, 300)


def test_the_global_random_state_changes_nothing_and_is_not_changed() -> None:
    random.seed(1)
    Faker.seed(1)
    first = generated(5, 500)
    random.seed(2)
    Faker.seed(2)
    state = random.getstate()
    assert generated(5, 500) == first
    assert random.getstate() == state


def test_two_generators_do_not_disturb_each_other() -> None:
    first, second = Faker("en"), Faker("en")
    first.seed_instance(5)
    second.seed_instance(6)
    mixed = list(itertools.islice(zip(examples(first), examples(second), strict=False), 300))
    assert [example for example, _ in mixed] == generated(5, 300)


def test_spans_lie_inside_and_start_and_end_in_no_white_space(trained: list[Example], held_out: list[Example]) -> None:
    for example in itertools.chain(trained, held_out):
        assert set(example.spans) <= {"hour", "minute"}
        assert "hour" in example.spans, example
        for ranges in example.spans.values():
            for start, stop in ranges:
                assert 0 <= start < stop <= len(example.human), example
                assert example.human[start:stop] == example.human[start:stop].strip(), example


def stated(example: Example, field: str) -> str:
    return canonicalize("".join(example.human[start:stop] for start, stop in example.spans.get(field, ())))


def test_the_spans_of_a_clock_have_the_answer_in_digits(trained: list[Example]) -> None:
    for example in trained:
        if example.family == "clock":
            hour, minute = int(stated(example, "hour")), int(stated(example, "minute"))
            assert f"{hour:02d}:{minute:02d}" == example.machine, example


def test_digits_that_state_the_minute_are_the_answers_minute(trained: list[Example], held_out: list[Example]) -> None:
    for example in itertools.chain(trained, held_out):
        if "{mm}" in example.pattern or not example.pattern:
            assert int(stated(example, "minute") or 0) == int(example.machine[3:]), example


def test_the_words_of_the_half_of_the_day_state_the_hour(trained: list[Example]) -> None:
    for example in trained:
        words = re.search(r"(in the |this |at |)(morning|afternoon|evening|tonight|midnight)", example.human)
        if words:
            hour = {i for span in example.spans["hour"] for i in range(*span)}
            assert set(range(*words.span(2))) <= hour, example
            assert hour.isdisjoint(range(*words.span(1))), example


def test_noon_states_the_minute_if_nothing_else_does(trained: list[Example]) -> None:
    for example in trained:
        if example.family == "noon and midnight" and "24" not in example.pattern:
            by_noon = bool(re.fullmatch(NOON, stated(example, "minute").replace("mid ", "mid-")))
            assert by_noon == ("{noon hour}" not in example.pattern), example


def test_most_strings_fit_and_have_no_unknown_character(trained: list[Example]) -> None:
    texts = [canonicalize(example.human) for example in trained]
    assert sum(set(text) <= set(HUMAN_CHARACTERS) for text in texts) > 0.85 * len(texts)
    assert sum(len(text) <= TIME.Tx for text in texts) > 0.97 * len(texts)


def test_human_characters_are_those_of_the_reference() -> None:
    assert "".join(sorted(HUMAN_CHARACTERS)) == " '.0123456789:" + string.ascii_lowercase.replace("j", "")

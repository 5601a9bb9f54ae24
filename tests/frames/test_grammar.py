import datetime as dt

import numpy as np
import pytest

from datenorm.frames import stamps
from datenorm.frames.grammar import alike, blanked, structures
from datenorm.frames.task import CHARACTERS, NOTHING, STAMP, to_value

TO_DIGITS = {letter: digit for digit in "0123456789" for letter in alike(digit)}


def read(text: str, order: str | None = None, width: float = 3.3) -> list[tuple[str, float]]:
    """The machine strings of a line of equally wide characters, and their shares."""
    seen = [(character, width * i) for i, character in enumerate(text.upper()) if character in CHARACTERS]
    characters = [character for character, _ in seen]
    found = structures(characters, [round(column) for _, column in seen], order)
    machines = [
        "".join(
            slot if isinstance(slot, str) else TO_DIGITS.get(characters[slot], characters[slot])
            for slot in structure.slots
        )
        for structure in found
    ]
    return list(zip(machines, (structure.share for structure in found), strict=True))


def values(text: str, order: str | None = None) -> list[str | None]:
    return [to_value(machine) for machine, _ in read(text, order)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("2021-08-09  3:41:41 PM  M 1/3   95°F", "2021-08-09T15:41:41"), ("2019/06/28 19:03", "2019-06-28T19:03")],
        *[("CAM 02  05-29-2021 03:51:32", "2021-05-29T03:51:32"), ("25.12.2022 07.15.09", "2022-12-25T07:15:09")],
        *[("09 AUG 2021 11:48AM", "2021-08-09T11:48"), ("AUGUST 9, 2021 0:05", "2021-08-09T00:05")],
        *[("2021 AUG 09 12:05 AM", "2021-08-09T00:05"), ("09AUG2021 12:05 P.M.", "2021-08-09T12:05")],
        *[("15  20:39", "XXXX-XX-15T20:39"), ("3 17:21", "XXXX-XX-03T17:21"), ("'98  5  3", "1998-05-03")],
        *[("20210809 15:41", "2021-08-09T15:41"), ("15:41 2021-08-09", "2021-08-09T15:41"), ("15:41", "15:41")],
        *[("2021-08-09 Mon 15:41:41", "2021-08-09T15:41:41"), ("2021-08-09T15:41:41Z", "2021-08-09T15:41:41")],
        *[("32°F  0°C  31/12/2021 23:59", "2021-12-31T23:59"), ("2021-08-09 15:41:41.250", "2021-08-09T15:41:41")],
        *[
            ("22/07 (TUESDAY) 01:26", "XXXX-07-22T01:26"),
            ("10.57AM", "10:57"),
            ("25 /10 /'43 19:31", "2043-10-25T19:31"),
        ],
    ],
)
def test_a_line_states_its_moment(text: str, value: str) -> None:
    assert values(text)[0] == value
    assert len(values(text)) == 1


@pytest.mark.parametrize(
    "text", ["", "M 1/3", "HUNT CAM 02", "-12°C/10°F", "29.92INHG", "#4711", "N32.7157 W117.1611", "12.6V 80%", "25:71"]
)
def test_numbers_that_are_no_moment_state_nothing(text: str) -> None:
    assert read(text) == []


def test_a_date_in_numbers_has_every_possible_reading_with_how_often_it_is_meant() -> None:
    found = dict(read("03/04/2021 10:00"))
    assert {to_value(machine) for machine in found} == {"2021-03-04T10:00", "2021-04-03T10:00"}
    assert sum(found.values()) == pytest.approx(1)
    assert values("13/04/2021 10:00") == ["2021-04-13T10:00"]
    # With points, the day is usually first.
    assert values("03.04.2021 10:00")[0] == "2021-04-03T10:00"


def test_an_order_decides() -> None:
    assert values("03/04/2021 10:00", "DMY") == ["2021-04-03T10:00"]
    assert values("03/04/2021 10:00", "MDY") == ["2021-03-04T10:00"]
    assert values("10-11-12 10:00", "YMD") == ["2010-11-12T10:00"]
    # Where the order is impossible, the only possible one counts.
    assert values("13/04/2021 10:00", "MDY") == ["2021-04-13T10:00"]
    assert values("2021-03-04 10:00", "DMY") == ["2021-03-04T10:00"]


def test_letters_that_look_like_digits_are_digits_in_numbers_and_letters_in_names() -> None:
    assert values("2O21-O8-I2 15:41") == ["2021-08-12T15:41"]
    assert values("09 5EP 2021 15:41") == ["2021-09-09T15:41"]
    assert values("09 OCT 2021 15:41") == ["2021-10-09T15:41"]
    assert values("2021-10-09 1T:41") == ["2021-10-09T11:41"]
    assert values("2021-10-09T11:41") == ["2021-10-09T11:41"]


def test_an_hour_that_touches_the_day_is_parted_from_it_where_the_gap_is_widest() -> None:
    assert values("1520:39") == ["XXXX-XX-15T20:39"]
    assert values("1509:39") == ["XXXX-XX-15T09:39"]
    characters, columns = "317:21", [0, 4, 7, 10, 13, 16]
    (structure,) = structures(characters, columns)
    assert structure.places["day"] == (0,)
    assert structure.places["hour"] == (1, 2)


def test_a_digit_that_touches_the_date_is_parted_from_it() -> None:
    assert values("905/29/2021 03:51", "MDY") == ["2021-05-29T03:51"]


def test_a_spot_before_a_lone_day_changes_nothing_and_a_letter_does() -> None:
    assert values(":15  20:39") == values("15  20:39") == ["XXXX-XX-15T20:39"]
    assert values("M 15  20:39") == ["20:39"]


def test_a_spot_behind_a_lone_day_changes_nothing() -> None:
    assert values("15.20:39") == ["XXXX-XX-15T20:39"]


def test_signs_of_a_date_with_a_whole_year_may_differ() -> None:
    assert values("06 07.2013 05:36:42", "MDY") == ["2013-06-07T05:36:42"]
    assert values("2021-08/09 15:41") == ["2021-08-09T15:41"]
    assert values("29.13/2013 15:41") == []


def test_digits_of_a_date_that_is_not_read_are_not_dropped_in_silence() -> None:
    assert values("06 132013 02:37") == []
    assert values("0063 02:37") == ["02:37"]


def spaced(text: str) -> tuple[list[str], list[float]]:
    """The characters of a line in which each point is a column with nothing, and their columns."""
    return [character for character in text if character != "."], [i for i, sign in enumerate(text) if sign != "."]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        # Blanks half as wide as a digit.
        ("1....2......1....6.......'..0....8", {"month": "12", "day": "16", "year": "08"}),
        ("5......7...:...5....0", {"day": "5", "hour": "7", "minute": "50"}),
        ("'..0...9.....5.....8", {"year": "09", "month": "5", "day": "8"}),
        # Letters further apart than elsewhere in the line.
        ("2.4.-.J....U....N.-.2.0.0.4....0.7.:.3.2", {"day": "24", "month": "JUN", "hour": "07", "minute": "32"}),
        # An hour with PM is no 19.
        ("2.0.2.2.-.0.4.-.1.1.9.:.0.6.P.M", {"day": "11", "hour": "9", "minute": "06", "half": "PM"}),
    ],
)
def test_a_blank_is_where_the_line_states_most_with_it(line: str, fields: dict[str, str]) -> None:
    characters, columns = spaced(line)
    first, *_ = structures(characters, columns)
    read = {name: "".join(characters[place] for place in places) for name, places in first.places.items()}
    assert fields.items() <= read.items()


def test_the_number_of_a_picture_is_not_parted_to_make_a_date() -> None:
    assert structures(*spaced("3...5...2...8")) == []
    assert structures(*spaced("0..5...9..9...4")) == []
    assert structures(*spaced("8..5.......3.......2")) != []


def test_a_time_of_day_is_not_parted_to_make_a_day_of_its_first_digit() -> None:
    (structure,) = structures(*spaced("1...9...:...3..6"))
    assert "day" not in structure.places


def test_four_digits_are_no_month() -> None:
    found = structures(*spaced("1.7.:.5.:.0.0.1.0./.2./.2.0.0.8"))
    assert {len(each.slots) for each in found} <= {STAMP.Ty}
    assert all(len(each.places.get("month", ())) <= 2 for each in found)


def test_narrow_signs_part_no_digits() -> None:
    columns = [0, 3, 9, 12, 14, 16, 19]  # 15 20:39, with a narrow colon
    assert blanked("1520:39", columns) == "15 20:39"


def test_places_are_those_of_the_characters_that_state_a_field() -> None:
    text = "AUG092021"
    (structure,) = structures(text + "3:41PM", [3 * i for i in range(9)] + [36 + 3 * i for i in range(6)])
    assert {
        name: "".join((text + "3:41PM")[place] for place in places) for name, places in structure.places.items()
    } == {
        **{"year": "2021", "month": "AUG", "day": "09"},
        **{"hour": "3", "minute": "41", "half": "PM"},
    }


def test_almost_all_that_the_corpus_writes_is_read_as_it_is_meant() -> None:
    rng = np.random.default_rng(0)
    first, among = [], []
    for number in range(600):
        stamp = stamps.write_moment(rng, segments=number % 4 == 0)
        machines = [machine for machine, _ in read(stamp.text)]
        assert all(STAMP.is_valid(machine) or STAMP.is_impossible(machine) for machine in machines), stamp.text
        among.append(stamp.machine in machines)
        first.append(machines[:1] == [stamp.machine])
    assert np.mean(among) > 0.98
    assert np.mean(first) > 0.88  # the rest reads in two ways


def test_what_states_nothing_in_the_corpus_is_read_as_nothing() -> None:
    rng = np.random.default_rng(0)
    texts = [stamps.write_nothing(rng).text for _ in range(400)]
    assert [text for text in texts if read(text)] == []


def test_any_width_of_the_characters_is_read_alike() -> None:
    for width in (2.2, 2.6, 3.0, 3.7, 5.1, 7.9):
        machines = {machine for machine, _ in read("2021-08-19 10:55:01 PM", width=width)}
        assert machines == {"2021081910p5501"}, width


def test_blanks_are_shown() -> None:
    assert blanked("15:41", [0, 3, 6, 9, 12]) == "15:41"
    assert blanked("1520:39", [0, 3, 10, 13, 16, 19, 22]) == "15 20:39"
    assert blanked("", []) == ""


def test_every_day_of_a_leap_year_is_read() -> None:
    for day in range(0, 366, 5):
        moment = dt.date(2024, 1, 1) + dt.timedelta(days=day)
        assert values(f"{moment:%Y-%m-%d} 12:00")[0] == f"{moment}T12:00"
    assert NOTHING not in [machine for machine, _ in read("2024-02-29 12:00")]

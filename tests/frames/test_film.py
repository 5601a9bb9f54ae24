import datetime as dt

import pytest

from datenorm.core.moments import Moment
from datenorm.frames.film import FilmFrame, pace, seconds_of
from datenorm.reading.result import Result, Said

START = dt.datetime(2021, 8, 9, 15, 41, 12)


def frame(seconds: float, moment: dt.datetime | None) -> FilmFrame:
    if moment is None:
        return FilmFrame(seconds, Result("", None))
    machine = Moment(
        *(f"{moment:%Y %m %d}".split()), hour=f"{moment:%H}", half=".", minute=f"{moment:%M}", second=f"{moment:%S}"
    ).to_machine()
    return FilmFrame(seconds, Result("", moment.isoformat(), _ways=(Said(machine),)))


@pytest.mark.parametrize("rate", [1, 60, 0.5])
def test_the_pace_of_a_clock(rate: float) -> None:
    frames = [frame(t, START + dt.timedelta(seconds=int(rate * t))) for t in range(0, 40, 2)]
    found = pace(frames)
    assert found is not None
    assert found.rate == pytest.approx(rate, rel=0.05)
    assert abs((found.start - START).total_seconds()) <= 1
    assert found.agreeing == 1


def test_misread_and_unread_frames_do_not_change_the_pace() -> None:
    frames = [frame(t, START + dt.timedelta(seconds=t)) for t in range(30)]
    frames[3] = frame(3, START.replace(year=2027))
    frames[11] = frame(11, START.replace(hour=5))
    frames[20] = frame(20, None)
    found = pace(frames)
    assert found is not None
    assert (found.start, round(found.rate, 3)) == (START, 1.0)
    assert found.agreeing == pytest.approx(27 / 29)


def test_one_frame_has_no_pace() -> None:
    assert pace([]) is None
    assert pace([frame(0, START), frame(1, None)]) is None
    lone_day = Moment(day="15", hour="20", half=".", minute="39").to_machine()
    assert pace([FilmFrame(t, Result("", "XXXX-XX-15T20:39", _ways=(Said(lone_day),))) for t in range(3)]) is None


@pytest.mark.parametrize(("text", "seconds"), [("1s", 1), ("0.5s", 0.5), ("2m", 120), ("1h", 3600), ("3", 3)])
def test_durations(text: str, seconds: float) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "s", "0s", "-1s", "1d", "nan", "inf", "1 s s"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected a duration such as 1s"):
        seconds_of(text)

"""Ranges of times: "5 to 7 pm", alone or behind a day."""

import random
from collections.abc import Sequence

from datenorm.core.moments import AM, AS_WRITTEN, PM, RANGE, Moment
from datenorm.corpus.dates import Phrase
from datenorm.corpus.moments.clocks import ClockPhrase, clock_writer
from datenorm.corpus.moments.dates import fields_of
from datenorm.corpus.moments.pieces import (
    BOTH_ENDS,
    END,
    FORM,
    HALF,
    HOUR,
    MINUTE,
    NO_END,
    NO_FIELD,
    START,
    Sided,
    Stated,
    digits_touch,
    of_both,
    of_end,
    of_start,
    parts_of,
    without_ends,
)
from datenorm.corpus.moments.points import can_have_time
from datenorm.corpus.moments.ranges import TIMES, Joint, joint
from datenorm.corpus.moments.relative import relative_writer
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, Piece

_LONGEST = 9
_FULL_HOURS = 0.4
_SHARED = 0.6
_BEHIND_DATE, _BEHIND_RELATIVE_DAY = 0.4, 0.25
_BEFORE_DATE = 0.18
_UNEVEN_SHARE, _MARK_TWICE = 0.12, 0.4
_MINUTES = ("30", "30", "30", "15", "45")
_UNEVEN = Choice(
    {("", ":", ""): 22, ("", ":", " am"): 12, ("", ":", "am"): 16, ("", ":", " a.m."): 3, ("", ".", "am"): 4}
    | {("", ":", " Uhr"): 7, ("", ".", " Uhr"): 4, ("", "h", ""): 9, ("", ":", " uur"): 3, ("", ".", " uur"): 2}
    | {("kl. ", ".", ""): 4, ("kl. ", ":", ""): 3, ("kl ", ".", ""): 2, ("klo ", ".", ""): 4, ("", ":", "h"): 3}
    | {("", ":", " ч."): 2, ("", ":", " h"): 2, ("godz. ", ":", ""): 2, ("saat ", ":", ""): 2, ("at ", ":", ""): 2}
)
"""What is before two times, between hour and minute, and behind both, for ranges such as "10-11:30"."""
_UNEVEN_SIGNS = Choice({"-": 40, "–": 25, " - ": 20, " – ": 12, "~": 1, " to ": 2})
_DATE_LANGUAGES = ("", "en")  # whose dates stand beside times of any language


def range_of_times(source: Source) -> Written | None:
    """A range of two times, alone or behind a day."""
    rng, identifier = source.rng, source.locale()
    code = identifier.partition("_")[0]
    if rng.random() < _UNEVEN_SHARE:
        pieces, start, end = _uneven(rng)
    else:
        clocks = _two_clocks(rng, identifier)
        if clocks is None:
            return None
        one, other = clocks
        head, tail = _shared(rng, one.pieces, other.pieces)
        start, end = dict(one.fields), dict(other.fields)
        # The mark of "5 to 7 pm" is of both. It was drawn for the second.
        if any("half" in states for _, states in other.pieces[len(other.pieces) - tail :]):
            start["half"] = end["half"]
        pieces = _merge(one.pieces, other.pieces, head, tail, joint(rng, code, TIMES))
    date, fields, day = _day_before(source, identifier, code)
    if day:
        words = clock_writer(identifier).words
        form = pick(rng, (*words.after_date, "{date} {clock}", "{date}, {clock}"))
        # "10 - 11 28 May" has too many numbers side by side.
        before_date = tuple(pattern for pattern in words.before_date if pattern != "{clock} {date}")
        if before_date and rng.random() < _BEFORE_DATE:
            form = pick(rng, before_date)
        pieces = _around(form, of_both(day), pieces)
    if digits_touch(without_ends(pieces)):
        return None
    written = Written(
        pieces,
        Moment(form=RANGE, **fields, **start),
        "range of times",
        end=Moment(**fields, **end),
        locale=identifier,
        date=date,
    )
    if date is not None:
        written.pattern, written.order = date.pattern, date.order
    return written


def _uneven(rng: random.Random) -> tuple[list[Sided], Stated, Stated]:
    """A range of two times of which one alone states its minutes: "10-11:30", "9:15-11am". And the fields of both."""
    before, colon, behind = _UNEVEN(rng)
    takes_half = "am" in behind or "a.m." in behind
    is_am, last = rng.random() < 0.5, 12 if takes_half else 24
    start, end = sorted(rng.sample(range(1, last), 2))
    minutes = ["", rng.choice(_MINUTES)]
    rng.shuffle(minutes)
    mark, half = behind, AS_WRITTEN
    if takes_half:
        mark, half = (behind, AM) if is_am else (behind.replace("a", "p"), PM)
    states = HALF if half != AS_WRITTEN else NO_FIELD
    twice = bool(states) and rng.random() < _MARK_TWICE
    ends: list[list[Piece]] = []
    for hour, minute in zip((start, end), minutes, strict=True):
        tail = [(colon, NO_FIELD), (minute, MINUTE)] if minute else [("h", NO_FIELD)] if colon == "h" else []
        ends.append([(str(hour), HOUR), *tail])
    pieces: list[Sided] = [(before, NO_FIELD, NO_END), *of_start(ends[0])]
    pieces += [(mark, states, START)] if twice else []
    pieces += [(_UNEVEN_SIGNS(rng), FORM, START), *of_end(ends[1]), (mark, states, END if twice else BOTH_ENDS)]
    fields = [
        {"hour": f"{hour:02d}", "half": half, "minute": minute or "00"}
        for hour, minute in zip((start, end), minutes, strict=True)
    ]
    return [piece if piece[1] else (*piece[:2], NO_END) for piece in pieces if piece[0]], fields[0], fields[1]


def _two_clocks(rng: random.Random, identifier: str) -> tuple[ClockPhrase, ClockPhrase] | None:
    """Two times in the same words, the second later than the first, or after midnight."""
    hour, full = rng.randrange(24), rng.random() < _FULL_HOURS
    times = (
        (hour, 0 if full else rng.randrange(0, 60, 5)),
        (
            (hour + 1 + rng.randrange(_LONGEST)) % 24,
            0 if full else rng.randrange(0, 60, 5),
        ),
    )
    state = rng.getstate()
    clocks = []
    for hour, minute in times:
        rng.setstate(state)
        clock = clock_writer(identifier).write(rng, hour, minute, 0)
        if clock is None:
            return None
        clocks.append(clock)
    one, other = clocks
    if len(one.pieces) != len(other.pieces) or one.pieces == other.pieces:
        return None
    return one, other


def _shared(rng: random.Random, one: Sequence[Piece], other: Sequence[Piece]) -> tuple[int, int]:
    """How many pieces at the start and at the end are written once."""
    tail = 0
    if rng.random() < _SHARED:
        while tail < len(one) - 1 and one[-1 - tail] == other[-1 - tail] and _is_shareable(one[-1 - tail]):
            tail += 1
    head = 0
    while tail and head < len(one) - tail and one[head] == other[head] and _is_shareable(one[head]):
        head += 1
    return head, tail


def _is_shareable(piece: Piece) -> bool:
    return not {"hour", "minute", "second"} & set(piece[1])


def _merge(one: Sequence[Piece], other: Sequence[Piece], head: int, tail: int, around: Joint) -> list[Sided]:
    before, between, behind = around
    stop = len(one) - tail
    pieces: list[Sided] = [
        *of_both(one[:head]),
        (before, FORM, START),
        *of_start(one[head:stop]),
        (between, FORM, START),
        *of_end(other[head:stop]),
        *of_both(other[stop:]),
        (behind, FORM, START),
    ]
    return [piece for piece in pieces if piece[0]]


def _day_before(source: Source, identifier: str, code: str) -> tuple[Phrase | None, Stated, list[Piece]]:
    """A day to write before the range, often none: the date that it is, its fields, and its pieces."""
    draw = source.rng.random()
    if draw < _BEHIND_DATE:
        date = next(source.dates)
        if can_have_time(date) and date.locale.partition("_")[0] in (code, *_DATE_LANGUAGES):
            return date, fields_of(date), date.pieces
    elif draw < _BEHIND_DATE + _BEHIND_RELATIVE_DAY:
        phrase = relative_writer(identifier).write(source.rng)
        if phrase and phrase.takes_clock:
            return None, phrase.fields, phrase.pieces
    return None, {}, []


def _around(form: str, date: list[Sided], clock: list[Sided]) -> list[Sided]:
    pieces: list[Sided] = []
    for text, slot in parts_of(form):
        if text:
            pieces.append((text, NO_FIELD, NO_END))
        if slot is not None:
            pieces += date if slot == "date" else clock
    return pieces

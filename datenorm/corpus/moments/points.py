"""Points: the kinds of moments with one end, such as dates, times, and dates with times."""

import re

from datenorm.core.moments import APPROXIMATE, NOTHING, Moment
from datenorm.core.tasks import DATE
from datenorm.corpus.dates import Phrase
from datenorm.corpus.languages.load import language_of
from datenorm.corpus.locales.forms import known_months
from datenorm.corpus.moments import stamps, year_parts, year_runs
from datenorm.corpus.moments.clocks import clock_writer, with_zone
from datenorm.corpus.moments.dates import fields_of, stated, with_sense, within
from datenorm.corpus.moments.labels import label, label_without_preposition
from datenorm.corpus.moments.numbers import english_nth
from datenorm.corpus.moments.pieces import DAY, NO_FIELD, QUALIFIER, YEAR, digits_touch, fill, of_start, without_ends
from datenorm.corpus.moments.relative import relative_writer
from datenorm.corpus.moments.senses import fields_of_sense, sense_of, states_of_sense
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point, without_value
from datenorm.corpus.noise.blots import BLOT, blot
from datenorm.corpus.noise.chances import add_noise
from datenorm.corpus.patterns.pattern import parse, pick
from datenorm.corpus.phrase import Choice, Piece

_REHEARSED, _PART = 0.2, 0.12  # of the dates are of those that are hard to learn, or are parts
_ALWAYS = ("24/7",)
_STAMPED_TIMES = 0.16
_LIKE_A_DATE = re.compile(r"[0-3]?\d\.(0[1-9]|1[0-2])")
_SURROUNDED, _ZONED = 0.24, 0.12
_SURROUNDED_AFTER_DATE = 0.06
_BARE, _BARE_BESIDE_DATE = 0.05, 0.03
_DATE_FIRST = 0.82
_PLAIN_JOINT = 0.3  # of the dates with times are joined without a word
_DATE_FIRST_PLAIN = Choice(
    {"{date} {clock}": 40, "{date}, {clock}": 30, "{date} - {clock}": 7, "{date} – {clock}": 3, "{date} | {clock}": 4}
    | {"{date}\n{clock}": 4, "{date} @ {clock}": 4, "{date} / {clock}": 2, "{date} · {clock}": 2, "{date}; {clock}": 1}
    | {"{date} ({clock})": 4, "{date} [{clock}]": 1, "{date} — {clock}": 1, "{date}: {clock}": 1, "{date} • {clock}": 1}
    | {"{date} @{clock}": 1}
)
_TIME_FIRST_PLAIN = Choice(
    {"{clock} {date}": 40, "{clock}, {date}": 40, "{clock} - {date}": 6, "{clock} | {date}": 4, "{clock} · {date}": 3}
    | {"{clock}\n{date}": 4, "{clock} ({date})": 4, "{clock} – {date}": 2, "{clock} / {date}": 1}
)
_LABELLED, _LABELLED_WITH_TIME = 0.1, 0.06
_BEFORE_STAMPS = (
    *("IMG_", "PXL_", "Screenshot ", "scan_", "backup-", "log.", "VID_", "timestamp=", "created_at: ", "at ", "on "),
    *("Received: ", "Date: ", "Sent: ", "Last-Modified: ", "Expires: ", "MVIMG_", "DSC_", "signal-"),
    *("WhatsApp Image ", "Screen Shot ", "Capture d'écran ", "Bildschirmfoto "),
)
_LABEL_OF_FORMS = 0.5
_RELATIVE_FIRST = 0.75  # of the relative days with times stand before the time
_RELATIVE_WITH_TIME, _RELATIVE_WITH_PART, _RELATIVE_WITH_PREFIX = 0.42, 0.3, 0.06
_RELATIVE_WITH_LABEL = 0.05
_WITH_PART = ("{date} {clock}", "{date} {clock}", "{clock} {date}")
_ABOUT_YEARS = 0.06
_ABOUT = ("c. ", "ca. ", "circa ")
_YEAR_KINDS = Choice(
    {year_parts.quarter: 12, year_parts.half: 3, year_parts.season: 10, year_parts.week: 12}
    | {year_parts.ordinal_day: 4, year_runs.decade: 22, year_runs.century: 22, year_runs.before_our_era: 12}
)
_LONE_DAYS = (
    *("the {nth}", "on the {nth}", "{nth}", "am {d}.", "le {d}", "el día {d}", "el {d}", "il {d}", "op de {d}e"),
    *("den {d}.", "{d}日", "{d}号", "{d}일", "dia {d}"),
)
_LONE_DAY_WITH_TIME = 0.4
_DOUBLE_YEARS = range(1500, 1753)  # the year began in March where the Julian calendar was kept
_MONTHS_OF_TWO_YEARS = ("01", "02", "03")
_ONE_DIGIT, _TWO_DIGITS = 0.4, 0.7


def date(source: Source) -> Written | None:
    """A date or a part of one, sometimes with a word that says how it is meant; None for "24/7", which means always."""
    rng = source.rng
    chance = rng.random()
    dates = source.rehearsed if chance < _REHEARSED else source.parts if chance > 1 - _PART else source.dates
    phrase = next(dates)
    if "".join(text for text, _ in phrase.pieces) in _ALWAYS:
        return None
    pieces, fields = with_sense(rng, phrase)
    pieces = within(rng, pieces, stopped=bool(parse(phrase.pattern).order))
    return point(pieces, fields, f"date: {phrase.family}", date=phrase)


def blotted_date(source: Source) -> Written | None:
    """A date with one or two unreadable characters, and what it still states; None where that would be a guess."""
    rng = source.rng
    phrase = next(source.dates)
    known = known_months(phrase.locale)
    noisy = add_noise(rng, phrase.pieces, known)
    found = blot(rng, noisy, phrase.machine, known, parse(phrase.pattern).order, phrase.order)
    if found is None or found[1] == DATE.unspecified:
        return None
    pieces, machine = found
    # The hidden character was a letter, of an era or put by the noise for a digit. It could be any digit.
    if any(fields and BLOT in text and text.replace(BLOT, "").isdecimal() for text, fields in pieces):
        return None
    written = point(pieces, stated(machine), "date: blotted", locale=phrase.locale)
    written.pattern, written.order = phrase.pattern, phrase.order
    return written


def time(source: Source) -> Written | None:
    """A time alone; None for digits that are a day and a month to many: "7.11"."""
    rng = source.rng
    if rng.random() < _STAMPED_TIMES:
        stamp = stamps.stamped_time(rng)
        return point(within(rng, stamp.pieces), stamp.fields, "time, stamp") if stamp else None
    identifier = source.locale()
    if rng.random() < _BARE:
        bare = clock_writer(identifier).bare(rng, rng.randrange(24), rng.randrange(60))
        return point(within(rng, bare.pieces), bare.fields, "time", locale=identifier) if bare else None
    phrase = source.clock(identifier)
    if phrase is None or _LIKE_A_DATE.fullmatch("".join(text for text, _ in phrase.pieces)):
        return None
    if rng.random() < _SURROUNDED:
        phrase = clock_writer(identifier).surrounded(rng, phrase)
    elif rng.random() < _ZONED:
        phrase = with_zone(rng, phrase, identifier)
    return point(within(rng, phrase.pieces), phrase.fields, "time", locale=identifier)


def date_and_time(source: Source) -> Written | None:
    """A day with a time."""
    rng = source.rng
    phrase = next(source.dates)
    if not can_have_time(phrase):
        return None
    identifier = phrase.locale or source.locale()
    is_bare = rng.random() < _BARE_BESIDE_DATE
    if is_bare:
        clock = clock_writer(identifier).bare(rng, rng.randrange(24), rng.randrange(60))
    else:
        clock = source.clock(identifier)
    if clock is None:
        return None
    writer = clock_writer(identifier)
    first = rng.random() < _DATE_FIRST
    is_plain = is_bare or rng.random() < _PLAIN_JOINT or writer.has_its_word(clock)
    if not is_bare and rng.random() < _ZONED:
        clock = with_zone(rng, clock, identifier)
    elif not is_bare and first and rng.random() < _SURROUNDED_AFTER_DATE:
        clock, is_plain = writer.surrounded(rng, clock), True
    plain, with_words = (
        (_DATE_FIRST_PLAIN, writer.words.after_date) if first else (_TIME_FIRST_PLAIN, writer.words.before_date)
    )
    pattern = plain(rng) if is_plain else pick(rng, with_words)
    if is_plain and "".join(text for text, _ in clock.pieces).isdecimal():
        return None  # "3 May - 5" is a range of days
    pieces = fill(pattern, {"date": phrase.pieces, "clock": clock.pieces})
    if digits_touch(pieces):
        return None
    if parse(phrase.pattern).parts[0][2] is not None and first and rng.random() < _LABELLED_WITH_TIME:
        pieces = [(label(rng, identifier.partition("_")[0]), NO_FIELD), *pieces]
    return point(within(rng, pieces, stopped=True), fields_of(phrase) | clock.fields, "date and time", date=phrase)


def can_have_time(phrase: Phrase) -> bool:
    """Whether a time can be beside the date: it names a day, and numbers alone have their year."""
    pattern = parse(phrase.pattern)
    return {"day", "month"} <= pattern.states and (not pattern.order or "year" in pattern.states)


def stamp(source: Source) -> Written | None:
    """A stamp of a computer or a camera."""
    rng = source.rng
    found = stamps.stamp(rng)
    if found is None:
        return None
    before: list[Piece] = []
    if rng.random() < _LABELLED:
        text = label(rng, "") if rng.random() < _LABEL_OF_FORMS else pick(rng, _BEFORE_STAMPS)
        before = [] if digits_touch([(text, NO_FIELD), *found.pieces]) else [(text, NO_FIELD)]
    written = point(within(rng, [*before, *found.pieces], stopped=True), found.fields, "stamp")
    written.pattern, written.order = found.pattern, found.order
    return written


def relative(source: Source) -> Written | None:
    """A relative expression, sometimes with a time of day."""
    rng = source.rng
    identifier = source.locale()
    phrase = relative_writer(identifier).write(rng)
    if phrase is None:
        return None
    pieces, fields = phrase.pieces, phrase.fields
    if (phrase.takes_clock or phrase.part) and rng.random() < _RELATIVE_WITH_TIME:
        writer = clock_writer(identifier)
        with_part = not phrase.part and rng.random() < _RELATIVE_WITH_PART
        clock = (
            writer.part_alone(rng)
            if with_part
            else writer.within_part(rng, phrase.part)
            if phrase.part
            else writer.bare(rng, rng.randrange(24), rng.randrange(60))
            if writer.words.bare and rng.random() < _BARE_BESIDE_DATE
            else source.clock(identifier)
        )
        if clock is None:
            return None
        first = rng.random() < _RELATIVE_FIRST
        before = tuple(f"{at} {{date}}" for at in ("{clock}", *writer.words.at) if at.endswith("{clock}"))
        patterns = (*writer.words.after_date, "{date} {clock}") if first else before
        if writer.has_its_word(clock):
            patterns = ("{date} {clock}", "{date}, {clock}") if first else ("{clock} {date}",)
        form = pick(rng, _WITH_PART if with_part else patterns)
        pieces, fields = fill(form, {"date": pieces, "clock": clock.pieces}), fields | clock.fields
        if digits_touch(pieces):
            return None
    elif "form" not in fields and rng.random() < _RELATIVE_WITH_PREFIX:
        language = language_of(identifier)
        prefix = pick(rng, language.senses.before + language.senses.after)
        if prefix:
            sense = sense_of(prefix, language.code)
            pieces = [(prefix, states_of_sense(sense)), (" ", NO_FIELD), *pieces]
            fields = fields | fields_of_sense(sense)
    elif "form" not in fields and rng.random() < _RELATIVE_WITH_LABEL:
        text = label_without_preposition(rng, identifier.partition("_")[0])
        pieces = [(text, NO_FIELD), *pieces] if text else pieces
    return point(within(rng, pieces), fields, "relative", locale=identifier)


def part_or_run_of_years(source: Source) -> Written:
    """A quarter, a decade, a century and their like, sometimes approximate."""
    rng = source.rng
    written = _YEAR_KINDS(rng)(rng)
    pieces = without_ends(written.pieces)
    if rng.random() < _ABOUT_YEARS:
        pieces = [(pick(rng, _ABOUT), QUALIFIER), *pieces]
        written.moment = _approximate(written.moment)
    written.pieces = of_start(within(rng, pieces))
    return written


def lone_day(source: Source) -> Written:
    """A day of the month alone: "the 15th"; in English sometimes with a time: "the 15th at 5ish"."""
    rng = source.rng
    day = 1 + rng.randrange(31)
    slots = {"d": (str(day), DAY), "nth": (english_nth(day), DAY)}
    form, fields = pick(rng, _LONE_DAYS), {"day": f"{day:02d}"}
    pieces = fill(form, slots)
    clock = source.clock("en") if "{nth}" in form and rng.random() < _LONE_DAY_WITH_TIME else None
    if clock is not None:
        clock = clock_writer("en").surrounded(rng, clock) if rng.random() < _SURROUNDED else clock
        joint = " " if clock_writer("en").has_its_word(clock) else " at "
        pieces = [*pieces, (joint, NO_FIELD), *clock.pieces]
        fields |= clock.fields
    return point(pieces, fields, "lone day")


def impossible(source: Source) -> Written:
    """A day that no calendar has, as it is written, for the decoder to refuse; the 40th of May states nothing."""
    phrase = next(source.impossible)
    if phrase.machine == DATE.unspecified:
        return without_value("".join(text for text, _ in phrase.pieces), NOTHING, "impossible", locale=phrase.locale)
    return point(list(phrase.pieces), fields_of(phrase), "impossible", date=phrase)


def double_year(source: Source) -> Written | None:
    """A day of January to March, dated by two years: "11 February 1731/2" is of 1732."""
    rng = source.rng
    phrase = next(source.dates)
    fields = fields_of(phrase)
    if fields["month"] not in _MONTHS_OF_TWO_YEARS or parse(phrase.pattern).order:
        return None
    if (fields["month"], fields["day"]) == ("02", "29"):
        return None
    years = [place for place, (text, states) in enumerate(phrase.pieces) if states == YEAR and text.isdigit()]
    if len(years) != 1:
        return None
    new = rng.choice(_DOUBLE_YEARS)
    pieces: list[Piece] = list(phrase.pieces)
    pieces[years[0]] = (f"{new - 1}/{_shortened(source, new)}", YEAR)
    return point(pieces, fields | {"year": str(new)}, "double year", date=phrase)


def _shortened(source: Source, year: int) -> str:
    """The second of two years: 2, 32 or 1732."""
    draw = source.rng.random()
    if year % 10 and draw < _ONE_DIGIT:
        return str(year % 10)
    return f"{year % 100:02d}" if draw < _TWO_DIGITS else str(year)


def _approximate(moment: Moment) -> Moment:
    return Moment(**{**vars(moment), "qualifier": APPROXIMATE})

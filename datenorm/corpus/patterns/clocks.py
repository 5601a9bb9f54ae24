"""Clocks: how computers and people of any language write the time of day beside a date, and what fills the slots.

A language's own are `clocks_after`, `clocks_before` and `clocks_inside` in its file.
"""

import random

from datenorm.corpus.phrase import Choice

_ZONE_NAMED = 0.6  # of the zones; the others are +0200
_ZONES = "UTC GMT Z EST EDT CST CDT MST PST PDT CET CEST BST IST JST MSK AEST".split()
_FRACTION_DIGITS = Choice({3: 2, 6: 2, 9: 1, 1: 1, 2: 1, 7: 1})
_OFFSET_MINUTES = Choice({":00": 2, "00": 2, ":30": 1, "": 1})

# After a date.
CLOCKS_AFTER = (
    *(" {h}:{mm}", " {hh}:{mm}", ", {h}:{mm}", " {hh}:{mm}:{ss}", " 00:00:00", " 00:00", " {h12}:{mm} {m}"),
    *(" {h12}:{mm}:{ss} {m}", " {hh}:{mm}:{ss}{fraction}", " {hh}:{mm}:{ss} {zone}"),
    " {hh}:{mm}:{ss}{fraction} {zone}",
    *(" {hh}:{mm} {zone}", " {hh}.{mm}.{ss}", "_{hh}-{mm}-{ss}", " {h}:{mm}-{end}", " {h}:{mm} - {end}"),
    *(" - {hh}:{mm}", " – {hh}:{mm}", " | {hh}:{mm}", " @ {h12}:{mm}{m}", " ({hh}:{mm})", "  {hh}:{mm}", "; {hh}:{mm}"),
)
# Before a date, in languages whose files have no clocks_before.
CLOCKS_BEFORE = (
    *("{h}:{mm} ", "{hh}:{mm}, ", "{hh}:{mm}:{ss} ", "{h12}:{mm} {m}, ", "{h}:{mm} - ", "{h12}{m} ", "{h12} {m} "),
)
# After 2013-02-15, and after 20130215.
ISO_CLOCKS = (
    *("T{hh}:{mm}", "T{hh}:{mm}:{ss}", "T{hh}:{mm}:{ss}Z", "T{hh}:{mm}:{ss}{offset}", "T00:00:00Z", "T00:00:00", "Z"),
    *("T{hh}:{mm}:{ss}{fraction}", "T{hh}:{mm}:{ss}{fraction}Z", "T{hh}:{mm}:{ss}{fraction}{offset}", "T{hh}:{mm}Z"),
    *(" {hh}:{mm}:{ss}{fraction}", " {hh}:{mm}:{ss}{offset}", " {hh}:{mm}:{ss}{fraction}{offset}", "T{hh}{mm}{ss}"),
    *(" {hh}:{mm}:{ss} {offset} {zone}", " {hh}:{mm}:{ss}{fraction} {offset} {zone}"),
    *(" at {h}.{mm}.{ss}", " at {hh}.{mm}.{ss}", "-{hh}-{mm}-{ss}"),
    *("_{hh}{mm}{ss}", "-{hh}{mm}{ss}", "_{hh}.{mm}.{ss}"),
)
COMPACT_CLOCKS = (
    *("T{hh}{mm}{ss}", "T{hh}{mm}", "T{hh}{mm}{ss}Z", "{hh}{mm}{ss}", "{hh}{mm}", " {hh}{mm}{ss}", " {hh}{mm}"),
    *("_{hh}{mm}{ss}", "-{hh}{mm}{ss}", "T{hh}{mm}{ss}{fraction}", "T{hh}{mm}{ss}{offset}", "T{hh}:{mm}:{ss}"),
)


def clock(rng: random.Random, form: str) -> str:
    """A random time of day in one of the forms above."""
    hour, minute, second = rng.randrange(24), rng.randrange(60), rng.randrange(60)
    digits = _FRACTION_DIGITS(rng)
    hours = f"{rng.choice('+-')}{rng.randrange(13):02d}"
    return form.format(
        h=hour,
        hh=f"{hour:02d}",
        h12=(hour - 1) % 12 + 1,
        m=rng.choice(("am", "AM", "a.m.") if hour < 12 else ("pm", "PM", "p.m.")),
        mm=f"{minute:02d}",
        ss=f"{second:02d}",
        fraction=f"{rng.choice('..,')}{rng.randrange(10**digits):0{digits}d}",
        offset=hours + _OFFSET_MINUTES(rng),
        end=f"{rng.randrange(24):02d}:{rng.randrange(60):02d}",
        zone=rng.choice(_ZONES) if rng.random() < _ZONE_NAMED else f"{hours}00",
    )

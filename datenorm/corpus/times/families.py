"""The families of clock times: how people say the time in English, how often, and in which patterns."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Family:
    """One way of saying the time.

    Attributes:
        weight: How often people write so, relative to the other families.
        patterns: Literal text with slots in braces. `slots.SLOTS` says what each slot writes.
        held_out: Patterns that are never trained on. Their parts all occur in `patterns`, in other combinations.
    """

    weight: float
    patterns: tuple[str, ...]
    held_out: tuple[str, ...] = ()


# The weights follow how often each way occurs in forms, logs and messages. Ways that take arithmetic, as in "48 min
# before 10", weigh more, because they are harder to learn.
FAMILIES: dict[str, Family] = {
    "clock": Family(  # 6:53, 3.20, 10 30, 10h30
        12,
        ("{h}{sep}{mm}", "{hh}{sep}{mm}", "{h}:{mm}", "{hh}:{mm}", "{h}.{mm}", "{h}h{mm}", "{h} h {mm}"),
        ("{hh}h{mm}",),
    ),
    "clock with a.m. or p.m.": Family(  # 5:54pm, 8.18 a.m, 3:15 in the afternoon, PM 3:15
        16,
        (
            "{h}:{mm}{period}",
            "{h}.{mm}{period}",
            "{h}{sep}{mm}{period}",
            "{hh}{sep}{mm}{period}",
            "{h}h{mm}{period}",
            "{period first}{joint}{h}{sep}{mm}",
            "{mark first}{h}:{mm}",
            "{h}:{mm}ish{period}",
        ),
        ("{hh}h{mm}{period}",),
    ),
    "T": Family(  # t11:36, T16.48, T10:30:00
        6,
        ("T{h}:{mm}", "T{h}.{mm}", "T{hh}{sep}{mm}", "T{h}{sep}{mm}{period}", "T{hh}:{mm}:{ss}{fraction}{zone}"),
        ("T{h}.{mm}.{ss}",),
    ),
    "seconds": Family(  # 15:23:24, 9:01:10 AM, 17:48:03.947, 9h22m23s
        5,
        (
            "{h}{sep}{mm}{sep}{ss}",
            "{h}{sep}{mm}{sep}{ss}{period}",
            "{hh}:{mm}:{ss}{fraction}",
            "{hh}:{mm}:{ss}{fraction}{period}",
            "{hh}:{mm}:{ss}{period}",
            "{h}:{mm} and {ss} seconds",
            "{h}h {mm}m {ss}s",
            "{h}h{mm}m{ss}s",
            "{h}h {mm}m {ss}s{period}",
        ),
        ("{h}h{mm}m{ss}s{period}",),
    ),
    "zone": Family(  # 09:55+0900, 10:30 UTC, 9:30 pm GMT
        3,
        (
            "{hh}:{mm}{zone}",
            "{h}:{mm}{period}{zone}",
            "{h}:{mm}:{ss}{period}{zone}",
            "{hh}:{mm}:{ss}{fraction}{zone}",
            "{h}{plain period}{zone}",
        ),
        ("{hh}:{mm}:{ss}{period}{zone}",),
    ),
    "compact": Family(  # 1030, 330 p.m., 0830 hours, 235521.123-0900
        6,
        (
            "{hh}{mm}",
            "{h}{mm}",
            "{h}{mm}{period}",
            "{hh}{mm}{period}",
            "{hh}{mm}{hundred hours}",
            "{hh}{mm}{ss}",
            "{hh}{mm}{ss}{fraction}{zone}",
            "{h}{mm}{ss}{fraction}{zone}",
            "T{hh}{mm}",
            "T{hh}{mm}{ss}{zone}",
            "{period first}{joint}{h}{mm}",
        ),
        ("{hh}{mm}{zone}",),
    ),
    "bare hour": Family(  # 11, 8pm, 7p, at three am, 15h, 3ish pm, 8 tonight
        9,
        (
            "{h}",
            "{hh}",
            "{hour words}",
            "{h}{plain period}",
            "{hh}{plain period}",
            "{hour words}{plain period}",
            "{h}h",
            "{h} h",
            "{h}h{plain period}",
            "{hour}ish",
            "{hour}-ish",
            "{hour}ish{plain period}",
            "{period first}{joint}{hour}",
            "{mark first}{hour}",
        ),
        ("{hour}-ish{plain period}",),
    ),
    "o'clock": Family(  # ten o'clock, 3 oclock am, ten o'clock twenty a.m, twelve o'clock one at midnight
        7,
        (
            "{hour}{oclock}",
            "{hour}{oclock}{period}",
            "{hour}{oclock} {minute}",
            "{hour}{oclock} {minute}{period}",
            "{hour}{oclock} and {minute}{unit}",
            "{period first}{joint}{hour}{oclock}",
            "{period first}{joint}{hour}{oclock} {minute}",
        ),
        ("{hour}{oclock} and {minute}{unit}{period}",),
    ),
    "hours and": Family(  # six hours and fifty five am, 6 hrs 55 min, 9h 22m, six hours
        7,
        (
            "{hour} {hours} and {minute}",
            "{hour} {hours} and {minute}{period}",
            "{hour} {hours} and {minute}{unit}",
            "{hour} {hours} {minute}{unit}",
            "{hour} {hours} {minute}{unit}{period}",
            "{hour} {hours}",
            "{h}h {mm}m",
            "{h}h{mm}m",
            "{h}h {mm}m{period}",
            "{h} h {mm} min",
        ),
        ("{hour} {hours} and {minute}{unit}{period}", "{h}h{mm}m{period}"),
    ),
    "spoken": Family(  # ten thirty, twelve oh three, nine fifty nine a m, ten-thirty
        8,
        (
            "{hour words} {spoken minute}",
            "{hour words} {spoken minute}{period}",
            "{hour words} {mm}",
            "{hour words} {mm}{period}",
            "{h} {spoken minute}",
            "{h} {spoken minute}{period}",
            "{period first}{joint}{hour words} {spoken minute}",
        ),
        ("{period first}{joint}{hour words} {mm}",),
    ),
    "military": Family(  # fifteen hundred hours, oh six thirty, zero eight hundred
        2,
        (
            "{military hour} hundred{hundred hours}",
            "{h} hundred{hundred hours}",
            "{military hour} {spoken minute}",
            "{military hour} {spoken minute}{hundred hours}",
        ),
    ),
    "after": Family(  # twelve after six p.m, 34 after eight before noon, 23 min after 20 p.m.
        10,
        (
            "{minute}{unit} {past} {hour}",
            "{minute}{unit} {past} {hour}{period}",
            "{minute} {past} {hour}{period}",
            "{minute} {past} {hour}{oclock}",
            "{minute} {past} {hour}{oclock}{period}",
            "{minute}{unit} {past} {noon hour}",
            "{period first}{joint}{minute} {past} {hour}",
        ),
        ("{minute}{unit} {past} {hour}{oclock}{period}",),
    ),
    "before": Family(  # 48 min before 10 a.m, 27 before one at midnight, ten to five, 5 of 5
        12,
        (
            "{minute}{unit} {to} {hour}",
            "{minute}{unit} {to} {hour}{period}",
            "{minute} {to} {hour}{period}",
            "{minute} {to} {hour}{oclock}",
            "{minute} {to} {hour}{oclock}{period}",
            "{minute}{unit} {to} {noon hour}",
            "{period first}{joint}{minute} {to} {hour}",
        ),
        ("{minute}{unit} {to} {hour}{oclock}{period}",),
    ),
    "quarter": Family(  # quarter past five pm, a quarter to noon
        5,
        (
            "{quarter} {past} {hour}",
            "{quarter} {past} {hour}{period}",
            "{quarter} {past} {noon hour}",
            "{quarter} {to} {hour}",
            "{quarter} {to} {hour}{period}",
            "{quarter} {to} {noon hour}",
            "{period first}{joint}{quarter} {past} {hour}",
        ),
        ("{period first}{joint}{quarter} {to} {hour}", "{quarter} {past} {hour}{oclock}{period}"),
    ),
    "half": Family(  # half past twelve a.m., half five, halfway to noon, half an hour before 3 pm
        5,
        (
            "{half} {past} {hour}",
            "{half} {past} {hour}{period}",
            "{half} {past} {noon hour}",
            "{half} {hour}",
            "{half} {hour}{period}",
            "{halfway to} {hour}",
            "{halfway to} {hour}{period}",
            "{halfway to} {noon hour}",
            "{halfway to} {noon hour}{noon mark}",
            "{half hour} {before} {hour}{period}",
            "{half hour} {past} {hour}{period}",
            "{period first}{joint}{half} {past} {hour}",
        ),
        ("{half} {past} {hour}{oclock}{period}", "{half hour} {before} {noon hour}"),
    ),
    "noon and midnight": Family(  # noon, 12 midnight, noon o'clock five, midnight and five minutes, 24:00
        5,
        (
            "{noon}",
            "{noon}{noon mark}",
            "12 {noon}",
            "twelve {noon}",
            "the {noon}",
            "{noon hour} {hours} and {minute}",
            "{noon hour}{oclock} {minute}",
            "{noon hour} and {minute}{unit}",
            "{noon hour} {mm}",
            "{24}:00",
            "{24}.00",
            "{24}00",
            "{24}h",
        ),
        ("{noon hour} {spoken minute}",),
    ),
    "CLDR": Family(4, ("",)),  # what Babel writes in the English locales: 3:15\u202fPM, 3:15 in the afternoon, 15.20
}

"""Stamp forms: how computers, cameras and web pages print dates with times, with how often each is met.

The slots are those of `stamps`.
"""

from datenorm.corpus.phrase import Choice

STAMPS = Choice(
    {"{y}-{MM}-{dd}T{hh}:{mm}:{ss}": 8, "{y}-{MM}-{dd}T{hh}:{mm}:{ss}Z": 9}
    | {"{y}-{MM}-{dd}T{hh}:{mm}:{ss}{off}": 8, "{y}-{MM}-{dd}T{hh}:{mm}:{ss}.{f}Z": 7}
    | {"{y}-{MM}-{dd}T{hh}:{mm}:{ss}.{f}{off}": 4, "{y}-{MM}-{dd}T{hh}:{mm}": 5, "{y}-{MM}-{dd}T{hh}:{mm}Z": 3}
    | {"{y}-{MM}-{dd}T{hh}:{mm}{off}": 2, "{y}-{MM}-{dd}T{hh}:{mm}:{ss}{offb}": 2}
    | {"{y}-{MM}-{dd}T{hh}:{mm}:{ss}.{f}": 3, "{y}-{MM}-{dd}T{hh}": 0.7, "{y}-{MM}-{dd}T{hh}:{mm}:{ss},{f}": 1}
    | {"{y}-{MM}-{dd} {hh}:{mm}:{ss}": 12, "{y}-{MM}-{dd} {hh}:{mm}": 8, "{y}-{MM}-{dd} {hh}:{mm}:{ss}.{f}": 4}
    | {"{y}-{MM}-{dd} {hh}:{mm}:{ss} {offb}": 4, "{y}-{MM}-{dd} {hh}:{mm}:{ss}{off}": 3}
    | {"{y}-{MM}-{dd} {hh}:{mm}:{ss} {zone}": 4, "{y}-{MM}-{dd} {hh}:{mm}:{ss},{f}": 2}
    | {"{y}-{MM}-{dd} {hh}:{mm}:{ss}.{f}{off}": 2, "{y}-{MM}-{dd} {hh}:{mm} {zone}": 2}
    | {"{y}-{MM}-{dd} {h12}:{mm}:{ss} {am}": 1, "{y}-{MM}-{dd} {h12}:{mm} {am}": 1}
    | {"{y}-{MM}-{dd}, {hh}:{mm}": 1.5, "{EEE}, {dd} {MMM} {y} {hh}:{mm}:{ss} {offb}": 7}
    | {"{EEE}, {d} {MMM} {y} {hh}:{mm}:{ss} {offb}": 4, "{EEE}, {dd} {MMM} {y} {hh}:{mm}:{ss} {zone}": 5}
    | {"{EEE}, {dd} {MMM} {y} {hh}:{mm}:{ss}": 3, "{dd} {MMM} {y} {hh}:{mm}:{ss} {offb}": 3}
    | {"{EEE}, {dd} {MMM} {y} {hh}:{mm}:{ss} {offb} ({abb})": 2, "{EEE} {MMM} {d} {hh}:{mm}:{ss} {zone} {y}": 6}
    | {"{EEE} {MMM} {d} {hh}:{mm}:{ss} {y}": 6, "{EEE} {MMM} {dd} {hh}:{mm}:{ss} {y}": 5}
    | {"{EEE} {MMM} {dd} {hh}:{mm}:{ss} {offb} {y}": 3, "{EEE} {MMM} {dd} {y} {hh}:{mm}:{ss} GMT{offb}": 3}
    | {"{EEE} {MMM} {dd} {y} {hh}:{mm}:{ss}": 2, "{EEE}, {dd}-{MMM}-{yy} {hh}:{mm}:{ss} GMT": 1}
    | {"{EEEE}, {dd}-{MMM}-{yy} {hh}:{mm}:{ss} GMT": 1, "{dd}/{MMM}/{y}:{hh}:{mm}:{ss} {offb}": 5}
    | {"{dd}/{MMM}/{y}:{hh}:{mm}:{ss}": 1.5, "[{dd}/{MMM}/{y}:{hh}:{mm}:{ss} {offb}]": 1.5}
    | {"{dd}-{MMM}-{y} {hh}:{mm}:{ss}": 3, "{dd}-{MMM}-{y} {hh}:{mm}": 2}
    | {"{dd}-{MMM}-{yy} {h12}:{mm} {am}": 1.5, "{MMM} {d}, {y} {h12}:{mm} {am}": 4}
    | {"{MMM} {d}, {y}, {h12}:{mm}:{ss} {am}": 4, "{MMM} {d}, {y} at {h12}:{mm} {am}": 3}
    | {"{MMMM} {d}, {y} {h12}:{mm} {am}": 3, "{MMMM} {d}, {y} at {h12}:{mm} {am}": 3}
    | {"{EEEE}, {MMMM} {d}, {y} {h12}:{mm} {am}": 3, "{EEEE}, {MMMM} {d}, {y} {h12}:{mm}:{ss} {am}": 3}
    | {"{EEEE}, {MMMM} {d}, {y} at {h12}:{mm}:{ss} {am}": 2, "{EEEE}, {d} {MMMM} {y} {hh}:{mm}:{ss}": 2}
    | {"{EEEE}, {d} {MMMM}, {y} {hh}:{mm}": 1, "{MMM} {d}, {y} {hh}:{mm}": 1.5}
    | {"{MMM} {d}, {y}, {h12}:{mm} {am} {zone}": 1.5, "{MMM} {d} {hh}:{mm}:{ss}": 3}
    | {"{MMM} {dd} {hh}:{mm}:{ss}": 3, "{MMM} {d} {y} {h12}:{mm}{am}": 1}
    | {"{h12}:{mm} {am} - {MMM} {d}, {y}": 1.5, "{h12}:{mm} {am} · {MMM} {d}, {y}": 2}
    | {"{hh}:{mm}, {d} {MMMM} {y} (UTC)": 2, "{hh}:{mm}, {d} {MMMM} {y}": 1.5}
    | {"{hh}:{mm} {zone}, {EEE} {d} {MMM} {y}": 1, "{hh}:{mm}:{ss} {dd} {MMM} {y}": 1}
    | {"{hh}:{mm}:{ss} {y}-{MM}-{dd}": 1, "{hh}:{mm} {y}-{MM}-{dd}": 1, "{hh}:{mm} {d} {MMM} {y}": 1}
    | {"{h12}:{mm}{am} {EEE} {d} {MMM} {y}": 0.7, "{y}:{MM}:{dd} {hh}:{mm}:{ss}": 5}
    | {"{y}/{MM}/{dd} {hh}:{mm}:{ss}": 6, "{y}/{MM}/{dd} {hh}:{mm}": 5, "{y}/{M}/{d} {h}:{mm}": 3}
    | {"{y}/{M}/{d} {h}:{mm}:{ss}": 2, "{y}.{MM}.{dd} {hh}:{mm}": 2, "{y}.{MM}.{dd} {hh}:{mm}:{ss}": 1.5}
    | {"{y}. {M}. {d}. {h}:{mm}": 1, "{y}{MM}{dd}T{hh}{mm}{ss}Z": 4, "{y}{MM}{dd}T{hh}{mm}{ss}": 4}
    | {"{y}{MM}{dd}T{hh}{mm}": 1.5, "{y}{MM}{dd}T{hh}{mm}{ss}{offb}": 1, "{y}{MM}{dd}T{hh}:{mm}:{ss}": 1}
    | {"{y}{MM}{dd}{hh}{mm}{ss}": 4, "{y}{MM}{dd}{hh}{mm}": 2, "{y}{MM}{dd}_{hh}{mm}{ss}": 5}
    | {"{y}{MM}{dd}-{hh}{mm}{ss}": 3, "{y}{MM}{dd} {hh}{mm}{ss}": 1.5, "{y}{MM}{dd} {hh}:{mm}:{ss}": 2}
    | {"{y}{MM}{dd} {hh}:{mm}": 1.5, "{y}{MM}{dd}_{hh}{mm}": 1, "{y}-{MM}-{dd}_{hh}-{mm}-{ss}": 3}
    | {"{y}-{MM}-{dd}-{hh}-{mm}-{ss}": 2, "{y}-{MM}-{dd} {hh}-{mm}-{ss}": 1.5}
    | {"{y}-{MM}-{dd} at {hh}.{mm}.{ss}": 2, "{y}-{MM}-{dd} at {h12}.{mm}.{ss} {am}": 1.5}
    | {"{y}-{MM}-{dd}_{hh}{mm}{ss}": 1.5, "{y}_{MM}_{dd}_{hh}_{mm}_{ss}": 1, "{y}-{MM}-{dd}T{hh}-{mm}-{ss}": 1}
    | {"{y}-{MM}-{dd} {hh}.{mm}.{ss}": 2, "{y}-{MM}-{dd} {hh}h{mm}": 0.7, "{y}-{MM}-{dd}_{hh}-{mm}": 0.7}
    | {"{y}.{MM}.{dd}_{hh}.{mm}.{ss}": 0.5, "{MMM} {d}, {y} {h12}:{mm}:{ss} {am} {zone}": 1}
    | {"{dd} {MMM} {y}, {hh}:{mm} {zone}": 1, "{hh}:{mm} on {d} {MMMM} {y}": 1, "{d} {MMMM} {y} at {hh}:{mm}": 1.5}
    | {"{h12}:{mm}{am} on {MMMM} {d}, {y}": 1, "{EEEE} {d} {MMMM} {y} at {hh}:{mm}": 1, "{EEE} {d} {MMM} {hh}:{mm}": 1}
    | {"{EEE} {MMM} {d}, {h12}:{mm} {am}": 1, "{EEE}, {MMM} {d} at {h12}:{mm} {am}": 1, "{y}-{MM}-{dd} {hh}:{mm}Z": 1}
    | {"{y}-{MM}-{dd} ({hh}:{mm})": 0.5, "{y}-{MM}-{dd} | {hh}:{mm}:{ss}": 0.5, "{y}-{MM}-{dd}@{hh}:{mm}": 0.5}
)
"""Stamps whose days nobody reads in another order."""

NUMBERED_STAMPS = {
    "DMY": Choice(
        {"{dd}/{MM}/{y} {hh}:{mm}": 8, "{dd}/{MM}/{y} {hh}:{mm}:{ss}": 7, "{dd}/{MM}/{yy}, {hh}:{mm}:{ss}": 6}
        | {"{dd}/{MM}/{yy}, {hh}:{mm}": 4, "{dd}/{MM}/{y}, {hh}:{mm}": 6, "{dd}/{MM}/{y} {h}:{mm}": 3}
        | {"{dd}.{MM}.{y} {hh}:{mm}": 9, "{dd}.{MM}.{y} {hh}:{mm}:{ss}": 6, "{dd}.{MM}.{y}, {hh}:{mm}": 6}
        | {"{dd}.{MM}.{yy}, {hh}:{mm}": 4, "{dd}.{MM}.{yy} {hh}:{mm}": 3, "{d}.{M}.{y} {h}:{mm}": 4}
        | {"{d}.{M}.{y} klo {h}.{mm}": 2, "{d}.{M}.{y} {h}.{mm}": 2, "{dd}.{MM}.{y} - {hh}:{mm}": 2}
        | {"{dd}.{MM}.{y} {hh}.{mm}.{ss}": 1, "{dd}.{MM}.{y} | {hh}:{mm}": 1, "{dd}-{MM}-{y} {hh}:{mm}": 6}
        | {"{dd}-{MM}-{y} {hh}:{mm}:{ss}": 5, "{dd}-{MM}-{yy} {hh}:{mm}": 2, "{dd}-{MM}-{y}, {hh}:{mm}": 2}
        | {"{d}/{M}/{yy}, {h}:{mm}": 3, "{d}/{M}/{yy} {hh}:{mm}": 2, "{d}/{M}/{y}, {h12}:{mm} {am}": 3}
        | {"{dd}/{MM}/{y} {h12}:{mm} {am}": 3, "{dd}/{MM}/{y} - {hh}:{mm}": 2, "{dd}/{MM}/{y} {hh}h{mm}": 2}
        | {"{dd}/{MM}/{y} à {hh}h{mm}": 1, "[{dd}.{MM}.{yy}, {hh}:{mm}:{ss}]": 2}
        | {"[{dd}/{MM}/{yy}, {hh}:{mm}:{ss}]": 1, "{hh}:{mm} {dd}/{MM}/{y}": 2, "{hh}:{mm} {dd}.{MM}.{y}": 2}
        | {"{hh}:{mm}, {dd}/{MM}/{y}": 1, "{dd}{MM}{y} {hh}{mm}": 0.5, "{hh}:{mm}:{ss} {dd}.{MM}.{y}": 1}
        | {"{dd}/{MM} {hh}:{mm}": 2, "{dd}.{MM}. {hh}:{mm}": 2}
    ),
    "MDY": Choice(
        {"{MM}/{dd}/{y} {hh}:{mm}": 6, "{MM}/{dd}/{y} {hh}:{mm}:{ss}": 6, "{M}/{d}/{y} {h12}:{mm}:{ss} {am}": 7}
        | {"{M}/{d}/{y} {h12}:{mm} {am}": 7, "{M}/{d}/{y}, {h12}:{mm}:{ss} {am}": 5}
        | {"{M}/{d}/{yy}, {h12}:{mm} {am}": 6, "{M}/{d}/{yy} {h12}:{mm} {am}": 3, "{M}/{d}/{yy} {h}:{mm}": 4}
        | {"{MM}/{dd}/{y} {h12}:{mm} {am}": 4, "{MM}-{dd}-{y} {hh}:{mm}": 2, "{MM}/{dd}/{yy} {hh}:{mm}:{ss}": 2}
        | {"{MM}/{dd}/{y} at {h12}:{mm}{am}": 1, "{M}/{d} {h12}:{mm}{am}": 1.5, "{M}/{d}/{y} at {h12}:{mm} {am}": 1}
    ),
    "YMD": Choice({"{yy}/{MM}/{dd} {hh}:{mm}": 1, "{yy}-{MM}-{dd} {hh}:{mm}:{ss}": 0.7}),
}
"""Order -> stamps whose days are numbers that are read by it."""

ORDERS = Choice({"DMY": 118.5, "MDY": 55.5, "YMD": 1.7})
"""The order of a stamp in numbers."""

TIMES = Choice(
    {"{hh}:{mm}:{ss}": 10, "{hh}:{mm}": 10, "{hh}:{mm}:{ss}.{f}": 4, "T{hh}:{mm}:{ss}Z": 3, "T{hh}:{mm}": 2}
    | {"T{hh}:{mm}:{ss}": 2, "{hh}:{mm}:{ss}Z": 2, "{hh}:{mm}Z": 1, "{hh}:{mm}:{ss} {zone}": 3}
    | {"{hh}:{mm}:{ss}{off}": 2, "{hh}:{mm}:{ss},{f}": 1.5}
    | {"{hh}{mm}": 3, "{hh}{mm}Z": 1, "{hh}{mm}{ss}Z": 0.7, "T{hh}{mm}{ss}": 1, "T{hh}{mm}": 1}
    | {"{hh}{mm}{ss}{offb}": 0.5, "{h12}:{mm}:{ss} {am}": 4, "{hh}{mm}{ss},{f}{offb}": 0.4}
)
"""Times alone. Six digits without a mark are a date to more readers."""

"""Convention: what the rows of a column say together about how its dates are written."""

import collections
import dataclasses
import datetime as dt
import functools
import itertools
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Self

from datenorm.core.canonical import canonicalize
from datenorm.core.counted_dates import (
    BARE_NUMBER,
    EXCEL,
    EXCEL_1904,
    SHORT_ORDINAL,
    counted_date,
    counted_dates,
    counted_moment,
)
from datenorm.core.forms import UNSPECIFIED
from datenorm.core.language_names import Meaning
from datenorm.core.numeric_dates import full_year, readings_by_order
from datenorm.core.tasks import DATE
from datenorm.reading.evidence import WORD_AND_NUMBER, evidence_of
from datenorm.reading.languages import ALONE, TOGETHER, languages_of, meanings_in_column
from datenorm.reading.renaming import only_name

CONTRARY_SHARE = 0.01
"""All-number dates that contradict an order are errors up to this share of them; more of them undo the order."""

DECISIVE_SHARE = 0.05
"""Rows that exclude what else could be found are no errors if they are more than this share."""

_NUMBER = re.compile(r"\d+")
_MOST_CHARACTERS = 1000  # a longer text is no date, and would take its time
_ROWS_TOGETHER = 1 << 16
_EXAMPLES = 2

_FEWEST_FOR_SPREAD = 100  # rows: so many different days of a month show nearly all of its days
_HARDLY = 0.001  # the chance that the first days of the month are missing, below which the numbers are no days
_LATE_YEARS = [str(year) for year in range(36, 48)]  # of YYDDD 2036-2047; of Excel's days in the same digits 1998-2030
_WRONG_NUMBERS = 0.03  # of the bare numbers may be errors in a column whose numbers count
_FEWEST_NUMBERS = 3  # a single number never counts as a date
_FEWEST_YEARS = 3
_FAR = 0.025  # of the years in full, at either end, may be errors
_FEWEST_FOR_YEARS = 16  # rows: of so many days hardly ever all lie among a few neighbours


@dataclasses.dataclass(frozen=True)
class Convention:
    """What the rows of a column say together about how its dates are written.

    Conventions of the parts of a column add up to that of the whole column: `sum(parts)` equals what `infer` finds in
    all rows. A Convention takes the place of an order wherever an order is taken.

    Attributes:
        rows: How many rows there are, with those that say nothing.
        counts: What the rows show -> how many rows show it.
        examples: What the rows show -> the first rows that do, with their numbers from 0.
        places: What the rows show -> the numbers of the first and the last row that do.
        pivot: The last two-digit year of 2000-2099, given by hand: 68 makes 68 to 2068 and 69 to 1969.
        not_after: The last day that can be meant, given by hand, in ISO 8601.
        excel_1904: Whether Excel's days count from 1904, given by hand.
    """

    rows: int = 0
    counts: Mapping[str, int] = dataclasses.field(default_factory=dict, repr=False)
    examples: Mapping[str, tuple[tuple[int, str], ...]] = dataclasses.field(default_factory=dict, repr=False)
    places: Mapping[str, tuple[int, int]] = dataclasses.field(default_factory=dict, repr=False)
    pivot: int | None = None
    not_after: str | None = None
    excel_1904: bool = False

    def __post_init__(self) -> None:
        if self.pivot is not None and not 0 <= self.pivot <= 99:
            raise ValueError(f"expected a pivot from 0 to 99, the last year of 2000-2099. Received: {self.pivot}")
        if self.not_after is not None:
            try:
                dt.date.fromisoformat(self.not_after)
            except ValueError as error:
                raise ValueError(f"expected not_after as YYYY-MM-DD. Received: {self.not_after!r}") from error
        if self.pivot is not None and self.not_after is not None:
            raise ValueError(f"expected a pivot or not_after. Received: {self.pivot} and {self.not_after}")

    def __hash__(self) -> int:
        return hash(self.to_json())

    # Adding up.

    def __add__(self, other: Self) -> Self:
        """Returns the convention of a column whose rows are those of `self`, then those of `other`.

        Raises:
            ValueError: The parts differ in what is given by hand.
        """
        if not isinstance(other, Convention):
            return NotImplemented
        if self.options != other.options and self.rows and other.rows:
            raise ValueError(f"expected parts with equal options. Received: {self.options} and {other.options}")
        places = dict(self.places)
        for shown, (first, last) in other.places.items():
            places[shown] = (places.get(shown, (first + self.rows,))[0], last + self.rows)
        examples = dict(self.examples)
        for shown, found in other.examples.items():
            moved = ((row + self.rows, text) for row, text in found)
            examples[shown] = _first_different([*examples.get(shown, ()), *moved])
        given = self if self.rows or self.options != Convention().options else other
        return dataclasses.replace(
            given,
            rows=self.rows + other.rows,
            counts=dict(sorted((collections.Counter(self.counts) + collections.Counter(other.counts)).items())),
            examples=dict(sorted(examples.items())),
            places=dict(sorted(places.items())),
        )

    def __radd__(self, other: int) -> Self:
        """Lets `sum` begin with 0."""
        return self if other == 0 else NotImplemented

    @property
    def options(self) -> dict[str, Any]:
        """What was given by hand, as arguments of `infer`."""
        return {"pivot": self.pivot, "not_after": self.not_after, "excel_1904": self.excel_1904}

    def to_json(self) -> str:
        """Returns the convention as JSON, for another process or another day."""
        return json.dumps(dataclasses.asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Returns the convention that `to_json` wrote.

        Raises:
            ValueError: `text` is something else.
        """
        try:
            fields = json.loads(text)
            fields["examples"] = {
                shown: tuple((row, text) for row, text in found) for shown, found in fields["examples"].items()
            }
            fields["places"] = {shown: (first, last) for shown, (first, last) in fields["places"].items()}
            return cls(**fields)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise ValueError(f"expected the JSON of a Convention. Received: {text[:60]!r}") from error

    # Findings.

    @functools.cached_property
    def order(self) -> str | None:
        """The order of all-number dates; None if the rows do not determine it, or contradict each other.

        Rows with the year in full in front do not bear on it.
        """
        if not self._order_rows:
            return None
        orders = [order for order in DATE.orders if self._contrary_share(order) <= DECISIVE_SHARE]
        if len(orders) > 1 and "YMD" in orders:
            orders = [order for order in orders if _is_spread(self._group(f"place {_DAY_PLACES[order]}"))]
        return orders[0] if len(orders) == 1 and self._contrary_share(orders[0]) <= CONTRARY_SHARE else None

    @functools.cached_property
    def contradictory(self) -> bool:
        """Whether more than 1 % of the all-number dates contradict each order."""
        return self._order_rows > 0 and min(map(self._contrary_share, DATE.orders)) > CONTRARY_SHARE

    @property
    def contrary(self) -> int:
        """How many all-number dates cannot be read in the column's order."""
        return round(self._contrary_share(self.order) * self._order_rows) if self.order else 0

    @functools.cached_property
    def _order_rows(self) -> int:
        return sum(self._group("orders").values())

    def _contrary_share(self, order: str) -> float:
        contrary = sum(count for orders, count in self._group("orders").items() if order not in orders.split("/"))
        return contrary / self._order_rows

    @functools.cached_property
    def number(self) -> str | None:
        """What the two digits of "Oct-23" are: `year`, `day`, or None if the rows do not determine it."""
        numbers = {int(number): count for number, count in self._group("number").items()}
        rows = sum(numbers.values())
        if not rows:
            return None
        most = DECISIVE_SHARE * rows
        beyond_days = sum(count for number, count in numbers.items() if not 1 <= number <= 31)
        one_digit = self.counts.get("one digit", 0)
        if beyond_days > most:
            return None if one_digit > most else "year"
        if one_digit > most or _is_spread(self._group("number")):
            return "day"
        frequent = sorted(number for number, count in numbers.items() if count > most / 5)
        # One number alone may be the day of each month on which something is due, and so may the first and the last.
        few = 2 <= len(frequent) <= 6 and frequent[-1] - frequent[0] < 12 and not {1, 15, 28, 30, 31} & set(frequent)
        months = sum(count > most / 5 for count in self._group("word").values())
        return "year" if few and months >= 4 and rows >= _FEWEST_FOR_YEARS else None

    @functools.cached_property
    def counting(self) -> str | None:
        """What bare numbers count, such as `Excel days` or `Unix seconds`; None if they are no dates or may be several.

        Decided only if 97 % of them, and at least three rows, are dates of this kind, and no more than 95 % of another.
        """
        numbers = self.counts.get("numbers", 0)
        kinds = self._possible_kinds
        if set(kinds) == {EXCEL, SHORT_ORDINAL}:
            # Days of Excel can all look like days of one year, but hardly like days of several.
            years = [year for year, count in self._group("short year").items() if count > DECISIVE_SHARE * numbers]
            late = all(year in _LATE_YEARS for year in years)
            kinds = [SHORT_ORDINAL] if len(years) > 1 else [EXCEL] if late else []
        if len(kinds) > 1 and all(kind.startswith("compact") for kind in kinds):
            kinds = self._compact_of_one_order(kinds)
        # Years in full, and compact dates of eight digits, are read one by one.
        short = self.counts.get("seven digits", 0)
        read_alone = kinds and (kinds[0] in ("YYYY", "YYYYMM") or (kinds[0].endswith("8 digits") and not short))
        if len(kinds) != 1 or read_alone or self.counts[f"kind: {kinds[0]}"] < (1 - _WRONG_NUMBERS) * numbers:
            return None
        return EXCEL_1904 if kinds == [EXCEL] and self.excel_1904 else kinds[0]

    @functools.cached_property
    def _possible_kinds(self) -> list[str]:
        numbers = self.counts.get("numbers", 0)
        least = (1 - DECISIVE_SHARE) * numbers
        kinds = self._group("kind").items() if numbers >= _FEWEST_NUMBERS else ()
        return [kind for kind, count in kinds if count >= least]

    def _compact_of_one_order(self, kinds: list[str]) -> list[str]:
        if self.order and self._order_rows > DECISIVE_SHARE * self.counts["numbers"]:
            return [kind for kind in kinds if f" {self.order} " in kind]
        orders = {order: kind for order in DATE.orders for kind in kinds if f" {order} " in kind}
        if "YMD" not in orders:
            return kinds
        return [kind for order, kind in orders.items() if _is_spread(self._group(f"digits {_DAY_PLACES[order]}"))]

    @functools.cached_property
    def first_year(self) -> int | None:
        """The first of the hundred years that two digits stand for; None for 1969, which single texts have.

        From `pivot`, or from the years in full: the hundred years with these in their middle. With `not_after` the day
        decides instead.
        """
        if self.pivot is not None:
            return 1901 + self.pivot
        years = sorted((int(year), count) for year, count in self._group("year").items())
        rows = sum(count for _, count in years)
        if self.not_after is not None or rows < _FEWEST_YEARS:
            return None
        first, last = _quantile(years, _FAR), _quantile(years, 1 - _FAR)
        return (first + last) // 2 - 49 if last - first < 60 else None

    @functools.cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that have at least 95 % of the rows' names of months and weekdays; none if there are no names.

        Only languages with a name that means something else as well, in them or in another one.
        """
        return languages_of(collections.Counter(self._alone) + collections.Counter(self._together))

    def meanings_of(self, text: str) -> frozenset[Meaning]:
        """What the column leaves for the one name in a canonical text, such as "mar 3"; empty if it does not tell."""
        if not (self._alone or self._together):
            return frozenset()
        name = only_name(text)
        if name is None:
            return frozenset()
        if name not in self._meanings:
            self._meanings[name] = meanings_in_column(name, self._alone, self._together)
        return self._meanings[name]

    @functools.cached_property
    def _meanings(self) -> dict[str, frozenset[Meaning]]:
        return {}

    @functools.cached_property
    def _alone(self) -> dict[str, int]:
        return self._group(ALONE)

    @functools.cached_property
    def _together(self) -> dict[str, int]:
        return self._group(TOGETHER)

    @functools.cached_property
    def change(self) -> int | None:
        """The number of the row, from 0, from which on the column is written in another way; None if there is none."""
        for one, other in itertools.permutations(("year in front", "DMY", "MDY", "YMD"), 2):
            if one in self.places and other in self.places and self.places[one][1] < self.places[other][0]:
                enough = min(self.counts.get(f"only: {shown}", 0) for shown in (one, other))
                if enough > max(1, DECISIVE_SHARE * self.rows):
                    return self.places[other][0]
        return None

    def _group(self, name: str) -> dict[str, int]:
        start = f"{name}: "
        return {shown.removeprefix(start): count for shown, count in self.counts.items() if shown.startswith(start)}

    # Reading.

    def order_of(self, text: str) -> str | None:
        """The column's order if the canonical text reads in several ways, one of them in this order; None otherwise."""
        found = readings_by_order(text) if self.order else {}
        return self.order if self.order in found and len(set(found.values())) > 1 else None

    def read_number(self, text: str, *, with_clock: bool = False) -> str | None:
        """The value of a canonical text that is a bare number; None if it is no date of the column's kind.

        Args:
            text: The canonical text.
            with_clock: Whether the value has the time of day that the number states, as in `counted_moment`.

        Raises:
            ValueError: The text is no bare number, or the column's numbers count nothing.
        """
        if not self.counts_with(text):
            raise ValueError(f"expected a number of a column whose numbers count something. Received: {text!r}")
        return (counted_moment if with_clock else counted_date)(text, str(self.counting))

    def counts_with(self, text: str) -> bool:
        """Whether a canonical text is a bare number in a column whose numbers count something."""
        return self.counting is not None and bool(BARE_NUMBER.fullmatch(text))

    @property
    def counting_share(self) -> float:
        """The share of the bare numbers that are dates of the column's kind."""
        kind = EXCEL if self.counting == EXCEL_1904 else self.counting
        return self.counts.get(f"kind: {kind}", 0) / max(1, self.counts.get("numbers", 0))

    def readings_of(self, text: str, value: str) -> tuple[str, ...]:
        """The values that the column leaves for a canonical text which reads as `value` alone.

        The century of two digits is that of the column. Of "oct-23" both readings are left if the column does not
        determine one, and of "240823" all that the column's bare numbers can have.
        """
        if BARE_NUMBER.fullmatch(text):
            counted = counted_dates(text) if len(self._possible_kinds) > 1 else {}
            return tuple(dict.fromkeys(counted[kind] for kind in self._possible_kinds if kind in counted)) or (value,)
        found = WORD_AND_NUMBER.fullmatch(text)
        if not found or len(found[2]) < 2:
            return (self.in_century(text, value),)
        year, day = _month_and_number(value, found[2])
        if not year:
            return (value,)
        year = self.in_century(text, year)
        if self.number == "year" or not day:
            return (year,)
        return (day,) if self.number == "day" else (day, year)

    def in_century(self, text: str, value: str) -> str:
        """A value of a canonical text with the year in the column's century, if the text writes it in two digits."""
        year = value[:4]
        if UNSPECIFIED in year or not self._moves_years or not _is_short(text, year):
            return value
        return _moved(value, int(year), self.first_year, self.not_after)

    @functools.cached_property
    def _moves_years(self) -> bool:
        return self.first_year is not None or self.not_after is not None

    # Showing.

    def __str__(self) -> str:
        parts = [self._order_shown]
        if in_front := self.counts.get("only: year in front"):
            parts.append(f"{in_front:,} rows have the year in front")
        if self.number:
            parts.append(f"the number behind a month is a {self.number}{self._examples_of('month')}")
        elif self._group("number"):
            parts.append(f"a number behind a month may be a day or a year{self._examples_of('month')}")
        if self.counting:
            parts.append(f"numbers are {self.counting}{self._examples_of('numbers')}")
        if self.first_year is not None and (self.pivot is not None or self._group("place 0")):
            parts.append(f"years of two digits are {self.first_year}-{self.first_year + 99}")
        elif self.not_after:
            parts.append(f"years of two digits end on {self.not_after}")
        parts += self._names_shown
        if self.change is not None:
            parts.append(f"from row {self.change + 1:,} on the column is written in another way")
        return "; ".join(parts)

    @property
    def _names_shown(self) -> list[str]:
        shown = []
        for name in self._alone:
            if meanings := sorted(self.meanings_of(name)):
                verb = "is" if len(meanings) == 1 else "may be"
                shown.append(f"{name!a} {verb} {' or '.join(f'{kind} {number}' for kind, number in meanings)}")
        return shown

    @property
    def _order_shown(self) -> str:
        orders = {order: self.counts.get(f"only: {order}", 0) for order in DATE.orders}
        counts = ", ".join(f"{count:,} {order} only" for order, count in orders.items()).replace(" ", " rows are ", 1)
        shown = itertools.chain(*(self.examples.get(order, ())[:1] for order in DATE.orders))
        examples = ", ".join(ascii(text) for _, text in shown)
        counts += f" (such as {examples})" if examples else ""
        if self.contradictory:
            return f"the column contradicts itself: {counts}; dates that read two ways stay marked as ambiguous"
        return f"order {self.order}: {counts}" if self.order else f"no row determines the order: {counts}"

    def _examples_of(self, shown: str) -> str:
        examples = ", ".join(ascii(text) for _, text in self.examples.get(shown, ()))
        return f" (such as {examples})" if examples else ""


_DAY_PLACES = {"DMY": 0, "MDY": 1, "YMD": 2}


def infer(
    texts: Iterable[Any], *, pivot: int | None = None, not_after: dt.date | str | None = None, excel_1904: bool = False
) -> Convention:
    """Returns what the rows of a column say together about how its dates are written.

    >>> infer(["13/07/2022", "12/07/2022", "25.12.", "3 May 2022", None]).order
    'DMY'

    Args:
        texts: The rows. What is no string says nothing.
        pivot: The last two-digit year of 2000-2099.
        not_after: The last day that can be meant, such as the day on which births were recorded.
        excel_1904: Whether days of Excel count from 1904, as in workbooks of old Macs.

    Raises:
        TypeError: `texts` is one text.
        ValueError: An option is out of its range, or two of them contradict each other.
    """
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        raise TypeError(f'expected a list of texts, such as ["3 May 1979"]. Received: {type(texts).__name__}')
    given = Convention(pivot=pivot, not_after=None if not_after is None else str(not_after)[:10], excel_1904=excel_1904)
    rows = enumerate(texts)
    found = given
    while part := list(itertools.islice(rows, _ROWS_TOGETHER)):
        start = part[0][0]
        distinct: dict[str, tuple[int, int, int]] = {}
        for row, text in part:
            if isinstance(text, str):
                count, first, _ = distinct.get(text, (0, row - start, 0))
                distinct[text] = count + 1, first, row - start
        found += gather(distinct, len(part), given)
    return found


def gather(distinct: Mapping[str, tuple[int, int, int]], rows: int, given: Convention | None = None) -> Convention:
    """Returns the convention of a column, from its distinct texts.

    Args:
        distinct: Text -> how many rows have it, and the numbers of the first and the last of these.
        rows: How many rows the column has.
        given: A convention with the options that are given by hand.
    """
    counts: collections.Counter[str] = collections.Counter()
    examples: dict[str, list[tuple[int, str]]] = collections.defaultdict(list)
    places: dict[str, tuple[int, int]] = {}
    for text, (count, first, last) in distinct.items():
        canonical = canonicalize(text) if len(text) <= _MOST_CHARACTERS else ""
        found = evidence_of(canonical)
        for each in found.counted:
            counts[each] += count
        for each in found.exemplary:
            examples[each].append((first, canonical))
            earliest, latest = places.get(each, (first, last))
            places[each] = min(first, earliest), max(last, latest)
    return dataclasses.replace(
        given or Convention(),
        rows=rows,
        counts=dict(sorted(counts.items())),
        examples={shown: _first_different(rows_and_texts) for shown, rows_and_texts in sorted(examples.items())},
        places=dict(sorted(places.items())),
    )


def _first_different(examples: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Returns the first examples with different texts."""
    rows: dict[str, int] = {}
    for row, text in sorted(examples):
        rows.setdefault(text, row)
    return tuple((row, text) for text, row in itertools.islice(rows.items(), _EXAMPLES))


def _is_spread(numbers: Mapping[str, int]) -> bool:
    """Whether numbers are spread as the days of months are: from the first ones to 31, with hardly a gap."""
    rows = sum(numbers.values())
    days = {int(number) for number, count in numbers.items() if count > rows / 1000}
    if rows < _FEWEST_FOR_SPREAD or len(days) < 25 or max(days) != 31:
        return False
    return bool((1 - (min(days) - 1) / 31) ** rows > _HARDLY)


def _quantile(years: list[tuple[int, int]], share: float) -> int:
    rows = 0
    target = share * sum(count for _, count in years)
    for year, count in years:
        rows += count
        if rows > target:
            return year
    return years[-1][0]


def _month_and_number(value: str, number: str) -> tuple[str, str]:
    """Returns the two readings of a month and a number, from one of them: as a year, and as a day or ''."""
    if "-" not in value:
        return "", ""
    year, month, *days = value.split("-")
    is_day = year == UNSPECIFIED * 4 and days in ([], [number])  # "oct-00" is read as October
    # The digit before it is misread now and then. Years of other calendars have another last digit.
    is_year = year.endswith(number[-1]) and not days
    if UNSPECIFIED in month or not (is_day or is_year):
        return "", ""
    day = f"{UNSPECIFIED * 4}-{month}-{number}"
    return f"{full_year(int(number))}-{month}", day if DATE.is_valid(day) else ""


def _is_short(text: str, year: str) -> bool:
    """Whether a canonical text writes the year of its value in two digits."""
    numbers = _NUMBER.findall(text)
    return year[2:] in numbers and year not in numbers


def _moved(value: str, year: int, first_year: int | None, not_after: str | None) -> str:
    """Returns the value in the century in which it lies in the hundred years, or is the latest until `not_after`."""
    if first_year is not None:
        moved = first_year + (year - first_year) % 100
    else:
        last = str(not_after)
        rest = value[4:]
        moved = int(last[:4]) + 1
        while moved % 100 != year % 100 or f"{moved}{rest}" > last[: 4 + len(rest)]:
            moved -= 1
    found = f"{moved:04d}{value[4:]}"
    return found if DATE.is_valid(DATE.to_machine(found)) else value  # 29 February in a year without one

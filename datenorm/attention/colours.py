"""Colours: the colour of each field, in the page and in the terminal."""

# Okabe and Ito, Color Universal Design, 2008: distinct for every kind of colour vision, on white and on black. Fields
# that rarely stand side by side share a colour, such as the year and the hour of a date with a time.
_BLUE, _VERMILION, _GREEN, _ORANGE, _SKY, _PURPLE = "#0072b2", "#d55e00", "#009e73", "#e69f00", "#56b4e9", "#cc79a7"
_COLOURS = (
    {"year": _BLUE, "month": _VERMILION, "day": _GREEN}
    | {"hour": _SKY, "half": _ORANGE, "minute": _PURPLE, "second": _GREEN, "zone": _VERMILION}
    | {"form": _ORANGE, "qualifier": _PURPLE, "calendar": _SKY}
    | {"amount": _BLUE, "unit": _VERMILION, "second_amount": _SKY, "second_unit": _ORANGE}
    | {"weekday": _GREEN, "ordinal": _PURPLE}
)
_OTHER = "#888888"
_OF_END = "end_"


def colour_of(field: str) -> str:
    """The colour of a field, such as '#0072b2'. The fields of a range's end have those of its start."""
    return _COLOURS.get(field.removeprefix(_OF_END), _OTHER)

"""Colours: the colour of each field, in the page and in the terminal."""

# Okabe and Ito, Color Universal Design, 2008: distinct for every kind of colour vision, on white and on black.
_COLOURS = {"year": "#0072b2", "month": "#d55e00", "day": "#009e73", "hour": "#0072b2", "minute": "#d55e00"}
_OTHER = "#cc79a7"


def colour_of(field: str) -> str:
    """The colour of a field, such as '#0072b2'."""
    return _COLOURS.get(field, _OTHER)

"""Digits: the signs that a locale's script has for 0-9."""

from babel import Locale

from datenorm.corpus.languages.load import language_of, script_of

# CLDR's numbering system -> its zero. The other nine digits follow it in Unicode.
_ZEROS = {
    **{"arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6, "mymr": 0x1040, "khmr": 0x17E0, "laoo": 0xED0},
    **{"thai": 0xE50, "gujr": 0xAE6, "guru": 0xA66, "knda": 0xCE6, "mlym": 0xD66, "orya": 0xB66, "tamldec": 0xBE6},
    **{"telu": 0xC66, "tibt": 0xF20, "mong": 0x1810, "adlm": 0x1E950, "olck": 0x1C50, "cakm": 0x11136, "nkoo": 0x7C0},
    **{"mtei": 0xABF0, "hmnp": 0x1E140},
}


def digits_of(identifier: str) -> dict[int, str]:
    """A table for `str.translate` from 0-9 to the locale's own digits, empty if it has none.

    >>> "2013".translate(digits_of("hi"))
    '२०१३'
    """
    language, script = language_of(identifier), script_of(identifier)
    in_script = language.in_script.get(script)
    own = in_script.digits if in_script else "" if script else language.digits
    zero = _ZEROS.get(own or Locale.parse(identifier).default_numbering_system)
    return {} if zero is None else {ord("0") + value: chr(zero + value) for value in range(10)}

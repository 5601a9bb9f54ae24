"""Babel's data of single locales, which its own objects mix up."""

import copy
import functools

from babel import localedata
from babel.localedata import LocaleDataDict


@functools.cache
def locale_data(identifier: str) -> LocaleDataDict:
    """Babel's data of the locale, a copy of its own.

    Babel's own objects share what a locale inherits, and write into it whichever locale is asked first: after a look at
    Tatar, German months can be Tatar.

    Args:
        identifier: Babel's, such as 'pt_BR'.
    """
    data = localedata.load(identifier)
    keys = ("months", "days", "quarters", "eras", "date_formats", "datetime_skeletons")
    return LocaleDataDict({key: copy.deepcopy(data[key]) for key in keys})

"""Babel's data of single locales, apart from each other."""

import copy
import functools
from typing import Any

from babel import localedata
from babel.localedata import LocaleDataDict


@functools.cache
def locale_data(identifier: str) -> LocaleDataDict:
    """A copy of Babel's data of the locale.

    Babel's objects share what locales inherit, and change it when a locale is first read: after a look at Tatar, German
    months can be Tatar.

    Args:
        identifier: Babel's, such as 'pt_BR'.
    """
    data = localedata.load(identifier)
    keys = ("months", "days", "quarters", "eras", "date_formats", "datetime_skeletons")
    return LocaleDataDict({key: copy.deepcopy(data[key]) for key in keys})


@functools.cache
def locale_part(identifier: str, key: str) -> Any:
    """One part of Babel's data of the locale, such as 'day_periods', a copy of its own.

    Args:
        identifier: Babel's, such as 'pt_BR'.
        key: Babel's name of the part.
    """
    return LocaleDataDict({key: copy.deepcopy(localedata.load(identifier)[key])})[key]

"""Prefixes and suffixes of no single language: what is put before and behind years and forms' dates.

Draws come from one list for all languages, and its order decides them. So these words stay out of the languages' files.
"""

YEAR_PREFIXES = (
    *5 * ("in ", "c. ", "c.", "c", "ca. ", "circa "),  # by far the most frequent in catalogues
    *("ca ", "around ", "about ", "since ", "the year ", "year ", "anno ", "est. "),
    "~",
    *("ca", "ca.", "approx ", "approx. ", "approximately ", "maybe ", "perhaps ", "probably ", "possibly "),
    *("before ", "after ", "by ", "until ", "early ", "late ", "born ", "born in ", "b. ", "d. ", "died ", "fl. "),
    *("© ", "©", "copyright ", "(c) ", "published ", "as early as "),
    *("im Jahr ", "um ", "seit ", "en ", "vers ", "en l'an ", "an ", "hacia ", "año ", "nel ", "em ", "ano "),
    *("abt ", "abt. ", "bef ", "bef. ", "aft ", "aft. ", "est ", "cal ", "not before ", "not after ", "earlier than "),
    *("later than ", "no later than ", "prior to ", "dated ", "printed ", "printed in ", "made in ", "in the year "),
    *("anno Domini ", "post ", "ante ", "s.a. ", "cop. ", "p", "℗ ", "etwa ", "vor ", "nach ", "bis ", "ab "),
    *("vor dem Jahr ", "im Jahre ", "Anfang ", "Mitte ", "Ende ", "avant ", "après ", "env. ", "environ ", "depuis "),
    *("jusqu'en ", "début ", "fin ", "antes de ", "después de ", "desde ", "hasta ", "en el año ", "prima del "),
    *("dopo il ", "dal ", "fino al ", "verso il ", "rond ", "omstreeks ", "voor ", "na ", "vóór ", "sinds "),
    *("in het jaar ", "ok. ", "około ", "przed ", "po ", "od ", "do ", "w roku ", "около ", "ок. ", "до ", "после "),
    *("с ", "не ранее ", "asi ", "kolem ", "okolo ", "před ", "omkring ", "före ", "efter ", "före år ", "før "),
    *("noin ", "ennen ", "cerca de ", "depois de ", "por volta de ", "até ", "c:a "),
    *("в ", "год ", "rok ", "år ", "vuonna ", "tahun ", "năm ", "год: ", "year: ", "Jahr: "),
)
# What is put behind a year, or a month and a year, by those who are not sure of it.
YEAR_SUFFIXES = (
    *("?", "?", " ?", " (?)", "~", " approx", " approx.", " (approx.)", " circa", " ca.", " or so", " guess"),
    *(" (estimated)", " (uncertain)", " est.", " (?)", " körül", " előtt", " után", " or later", " or earlier"),
)
# What forms and labels put before a month and a year in numbers.
FORM_PREFIXES = (
    *("exp ", "exp. ", "EXP: ", "expires ", "expiry ", "valid thru ", "valid until ", "best before ", "use by "),
    *("issued ", "issued: ", "since ", "date: ", "from ", "until ", "as of ", "seit ", "depuis ", "desde ", "dal "),
)

"""Particles: what languages put before and behind a date, and how they number the days."""

from collections.abc import Callable

# What stands before a day, a Tuesday or a month when it is part of a sentence or a form.
DAY_PREFIXES: dict[str, tuple[str, ...]] = {
    "af": ("op ", "op die ", "sedert "),
    "ar": ("في ", "يوم ", "بتاريخ ", "التاريخ: ", "منذ ", "حتى "),
    "bg": ("на ", "от ", "до ", "дата: "),
    "ca": ("el ", "des del ", "fins al ", "data: "),
    "cs": ("dne ", "od ", "do ", "ke dni ", "datum: "),
    "cy": ("ar ", "ers "),
    "da": ("den ", "d. ", "fra ", "siden den ", "dato: "),
    "de": ("am ", "den ", "der ", "vom ", "dem ", "seit dem ", "bis zum ", "bis ", "ab ", "Datum: ", "ab dem ", "zum "),
    "el": ("στις ", "από ", "μέχρι ", "έως ", "ημερομηνία: "),
    "en": (
        *("on ", "since ", "dated ", "from ", "until ", "by ", "date: ", "till ", "as of ", "before ", "after "),
        "on the ",
        *("born ", "due ", "for ", "starting ", "Date: ", "posted ", "updated ", "posted on ", "published: "),
        *("ending ", "about ", "circa ", "abt. ", "bef. ", "aft. ", "printed ", "no later than ", "not before "),
    ),
    "es": ("el ", "desde el ", "hasta el ", "del ", "fecha: ", "a ", "al ", "el día ", "a partir del "),
    "et": ("alates ", "kuni "),
    "fa": ("در ", "از ", "تا ", "تاریخ: "),
    "fi": ("pvm ", "alkaen ", "päivämäärä: "),
    "fr": (
        *("le ", "du ", "au ", "depuis le ", "jusqu'au ", "avant le ", "date : ", "en date du ", "dès le "),
        "à partir du ",
    ),
    "gl": ("o ", "desde o "),
    "he": ("ב-", "מיום ", "עד ", "תאריך: ", "מ-", "ביום "),
    "hi": ("दिनांक ", "तारीख "),
    "hr": ("dana ", "od ", "do ", "datum: "),
    "hu": ("dátum: ", "kelt: "),
    "id": ("pada ", "tanggal ", "sejak ", "hingga ", "tgl ", "pada tanggal ", "sampai "),
    "it": ("il ", "dal ", "al ", "del ", "fino al ", "data: ", "in data ", "entro il ", "lì ", "addì "),
    "ja": ("日付:", "発行日:"),
    "ko": ("날짜: ", "일자: "),
    "lt": ("nuo ", "iki ", "data: "),
    "lv": ("no ", "līdz ", "datums: "),
    "ms": ("pada ", "sejak ", "tarikh: "),
    "nb": ("den ", "fra ", "siden ", "dato: ", "innen "),
    "nl": ("op ", "sinds ", "vanaf ", "tot ", "van ", "datum: ", "per ", "d.d. ", "tot en met "),
    "pl": ("dnia ", "od ", "do ", "z dnia ", "w dniu ", "data: "),
    "pt": ("em ", "no dia ", "desde ", "até ", "de ", "data: ", "a ", "até o dia ", "a partir de "),
    "ro": ("pe ", "la ", "din ", "până la ", "în data de ", "data: ", "de la "),
    "ru": ("от ", "с ", "до ", "к ", "дата: ", "по "),
    "sk": ("dňa ", "od ", "do ", "dátum: "),
    "sl": ("dne ", "od ", "do ", "datum: "),
    "sr": ("dana ", "od ", "do ", "datum: "),
    "sv": ("den ", "från ", "sedan ", "till ", "datum: ", "från och med "),
    "sw": ("tarehe ", "tangu "),
    "th": ("วันที่ ", "ณ วันที่ ", "ตั้งแต่ "),
    "tr": ("tarih: ", "son tarih: "),
    "uk": ("від ", "з ", "до ", "дата: "),
    "ur": ("بتاریخ ", "مورخہ "),
    "vi": ("ngày ", "vào ngày ", "từ ngày ", "đến ngày "),
    "zh": ("于", "自", "日期：", "截至"),
}
# What forms and web pages put before the day of a birth, an issue or an update.
_LABELS = {
    "ar": "تاريخ الميلاد:|نشر في|صالح حتى",
    "bg": "публикувано на|роден на",
    "cs": "nar.|narozen|publikováno|platnost do|platí od",
    "da": "født|udgivet|opdateret",
    "de": "geb.|geboren am|Stand:|gültig bis|Rechnungsdatum:|fällig am|veröffentlicht am",
    "el": "γεννήθηκε στις|δημοσιεύτηκε στις",
    "en": (
        "DOB:|DOB|D.O.B.|Date of birth:|Issued:|Expires:|valid from|Invoice date:|Due date:|signed"
        "|published on|last updated:|Created:|Modified:|joined|released|reviewed on|effective|deadline"
    ),
    "es": "nacido el|publicado el|válido hasta|vence el|actualizado el|fecha de nacimiento:",
    "fi": "julkaistu|syntynyt|voimassa",
    "fr": "né le|née le|fait le|publié le|mis à jour le|valable jusqu'au",
    "he": "פורסם ב-|תאריך לידה: ",
    "hu": "született:|megjelent:|érvényes:",
    "id": "lahir|diterbitkan|berlaku hingga",
    "it": "nato il|nata il|pubblicato il|scade il|scadenza:|aggiornato il",
    "ja": "生年月日:|更新日:|公開日:|発売日 |有効期限:",
    "ko": "생년월일:|등록일:|작성일:",
    "nb": "født|publisert|oppdatert",
    "nl": "geboren op|gepubliceerd op|geldig tot",
    "pl": "ur.|opublikowano|ważne do|urodzony",
    "pt": "nascido em|publicado em|válido até|vencimento:|atualizado em",
    "ro": "născut la|publicat la|valabil până la",
    "ru": "род.|дата рождения:|опубликовано|действителен до|обновлено",
    "sk": "nar.|zverejnené",
    "sv": "född|publicerad|giltig till|uppdaterad",
    "th": "วันเกิด:|เผยแพร่เมื่อ",
    "tr": "doğum tarihi:|yayın tarihi:|güncelleme:",
    "uk": "дата народження:|опубліковано|дійсний до",
    "vi": "ngày sinh:|cập nhật:|đăng ngày",
    "zh": "出生日期：|发布时间：|更新于|发布于|有效期至",
}
for _language, _labels in _LABELS.items():
    _space = "" if _language in ("he", "ja", "zh") else " "
    DAY_PREFIXES[_language] += tuple(f"{label}{_space}" for label in _labels.split("|"))
DAY_PREFIXES["nn"] = DAY_PREFIXES["no"] = DAY_PREFIXES["nb"]
MONTH_PREFIXES: dict[str, tuple[str, ...]] = {
    "ca": ("el ", "des de ", "fins a "),
    "cs": ("v ", "od "),
    "da": ("i ", "fra "),
    "de": ("im ", "seit ", "ab ", "bis ", "Anfang ", "Ende ", "Mitte ", "Stand ", "gültig bis "),
    "en": (
        *("in ", "since ", "from ", "until ", "during ", "by ", "early ", "late ", "mid ", "circa ", "around "),
        *("this ", "about ", "abt ", "abt. ", "bef ", "bef. ", "aft ", "aft. ", "before ", "after ", "end of "),
        *("beginning of ", "mid-", "no later than ", "released ", "published ", "updated ", "member since ", "joined "),
        *("as of ", "expires ", "exp. ", "issued "),
    ),
    "es": ("en ", "desde ", "hasta ", "a finales de ", "a principios de "),
    "fr": ("en ", "depuis ", "jusqu'en ", "début ", "fin ", "mi-", "courant "),
    "he": ("ב", "מ", "עד "),
    "id": ("pada ", "sejak ", "bulan "),
    "it": ("a ", "nel ", "da ", "fino a ", "fine ", "inizio "),
    "nb": ("i ", "fra "),
    "nl": ("in ", "sinds ", "vanaf ", "begin ", "eind "),
    "pt": ("em ", "desde ", "até ", "no final de "),
    "ro": ("în ", "din "),
    "sv": ("i ", "sedan ", "från "),
}

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
# Day numbers as people number them. Languages that put a full stop have it in their phrases already.
_WELSH = ("", "af", "il", "ydd", "ydd", "ed", "ed", "fed", "fed", "fed", "fed", "eg", "fed", "eg", "eg", "fed")


def _english(day: int) -> tuple[str, ...]:
    suffix = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return (f"{day}{suffix}",) * 6 + (f"{day} {suffix}", f"{day:02d}{suffix}")


def _first(*forms: str) -> Callable[[int], tuple[str, ...]]:
    """Only the first of the month is an ordinal, the other days plain numbers."""
    return lambda day: forms if day == 1 else (str(day),)


def _all(*forms: str) -> Callable[[int], tuple[str, ...]]:
    return lambda day: tuple(form.format(day) for form in forms)


def _dutch(day: int) -> tuple[str, ...]:
    return f"{day}e", f"{day}{'ste' if day in (1, 8) or day >= 20 else 'de'}"


def _swedish(day: int) -> tuple[str, ...]:
    letter = "a" if day % 10 in (1, 2) and day not in (11, 12) else "e"
    return f"{day}:{letter}", f"{day}:{letter}", f"{day}{letter}"


def _bulgarian(day: int) -> tuple[str, ...]:
    suffix = "ти" if 10 < day < 20 else {1: "ви", 2: "ри", 7: "ми", 8: "ми"}.get(day % 10, "ти")
    return f"{day}-{suffix}", f"{day}{suffix}"


def _hungarian(day: int) -> tuple[str, ...]:
    last = day if day < 10 or day in (10, 20, 30) else day % 10
    back = last in (2, 3, 6, 8, 20, 30)
    endings = (
        ("je", "jén", "jei", "én", "i") if day == 1 else ("a", "án", "ai", "i") if back else ("e", "én", "ei", "i")
    )
    return tuple(f"{day}-{ending}" for ending in endings)  # without the hyphen, "2i" would be a 21 that was scanned


def _albanian(day: int) -> tuple[str, ...]:
    ending = "rë" if day == 1 else "t" if day in (4, 24) else "të"
    return f"{day}", f"{day}-{ending}"


def _polish(day: int) -> tuple[str, ...]:
    endings = {1: "szy", 2: "gi", 3: "ci", 7: "my", 8: "my"}
    ending = "ty" if 10 < day < 20 else endings.get(day % 10, "ty")
    return f"{day}-go", f"{day}go", f"{day}-ego", f"{day}-{ending}", f"{day}{ending}"


def _catalan(day: int) -> tuple[str, ...]:
    plain = ("1r", "1er", "primer", "l'u") if day == 1 else (str(day),)
    return (*plain, f"l'{day}") if day in (1, 11) else plain


def _bengali(day: int) -> tuple[str, ...]:
    suffix = {1: "লা", 2: "রা", 3: "রা", 4: "ঠা"}.get(day, "ই" if day < 19 else "শে")
    return (f"{day}{suffix}",)


NUMBERED_DAYS: dict[str, Callable[[int], tuple[str, ...]]] = {
    "af": _dutch,
    "be": _all("{}-га", "{}га"),
    "bg": _bulgarian,
    "bn": _bengali,
    "ca": _catalan,
    "cy": lambda day: (f"{day}{_WELSH[day] if day < 16 else 'ain' if day > 20 else 'eg'}",),
    "de": lambda day: tuple(f"{day}{'st' if day > 19 else 't'}{end}" for end in ("e", "er", "en")),
    "el": lambda day: (f"{day}η", f"{day}ης") if day == 1 else (f"{day}", f"{day}η"),
    "en": _english,
    "eo": _all("{}-a", "{}a"),
    "es": _first("1º", "1.º", "1°", "1ro", "1ero", "primero", "1o"),
    "fa": _all("{}م", "{}ام", "{} ام"),
    "fi": _all("{}:s", "{}."),
    "fr": lambda day: ("1er", "1er", "1ᵉʳ", "premier") if day == 1 else (f"{day}", f"{day}", f"{day}e", f"{day}ème"),
    "fy": _all("{}e"),
    "ga": _all("{}ú"),
    "hu": _hungarian,
    "it": _first("1º", "1°", "primo", "1o"),
    "mk": _bulgarian,
    "nl": _dutch,
    "pl": _polish,
    "pt": _first("1º", "1.º", "1°", "primeiro", "1o"),
    "ru": _all("{}-го", "{}-е", "{}го", "{}-ое", "{}-ого"),
    "sq": _albanian,
    "sv": _swedish,
    "ta": _all("{}-ம்", "{}ஆம்", "{}-ஆம்"),
    "te": _all("{}వ", "{}న"),
    "uk": _all("{}-го", "{}-е", "{}го", "{}-ого"),
}

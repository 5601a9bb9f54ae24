"""Phrases: how single languages write a date beyond what CLDR says.

Written by hand for the languages whose habits we know; CLDR's patterns speak for all the others.
"""

from datenorm.corpus.phrase import listed

# With the slots of `datenorm.corpus.patterns.pattern`. Whether a phrase states a whole date follows from its slots.
PHRASES: dict[str, tuple[str, ...]] = {
    "af": listed("{nth} {MMMM} {y}|die {nth} {MMMM} {y}|{d} {MMMM} {y}|die {nth} {MMMM}|{MMMM} {y}|jaar {y}"),
    "am": listed("{MMMM} {d} {y}|{MMMM} {d} ቀን {y}|{d} {MMMM} {y}|{E}፣ {MMMM} {d} ቀን {y}|{MMMM} {d} ቀን|{MMMM} {y}"),
    "ar": listed(
        """
        {d} {MMMM} {y}|{E} {d} {MMMM} {y}|يوم {E} {d} {MMMM} {y}|{E}، {d} {MMMM}، {y}|{d} {MMMM} عام {y}
        {d} {MMMM} سنة {y}|{d} من {MMMM} {y}|{d} من {MMMM} عام {y}|{d} {MMMM} {y} م|{d} {MMMM} {y}م|{d} {MMMM}
        {d} من {MMMM}|{E} {d} {MMMM}|{MMMM} {y}|شهر {MMMM}|شهر {MMMM} {y}|عام {y}|سنة {y}|{d}/{MMMM}/{y}
        {d}-{MMMM}-{y}|{MMMM} عام {y}
        """
    ),
    "az": listed("{d} {MMMM} {y}|{d} {MMMM} {y}-ci il|{y}-cu il {d} {MMMM}|{d} {MMMM}|{MMMM} {y}|{y} il"),
    "be": listed(
        """
        {d} {MMMM} {y}|{d} {MMMM} {y} г.|{d} {MMMM} {y} года|{nth} {MMMM} {y} года|{E}, {d} {MMMM} {y}|{d} {MMMM}
        {nth} {MMMM}|{LLLL} {y}|{LLLL} {y} г.|{LLLL} {y} года|{y} год|{y} г.
        """
    ),
    "bg": listed(
        """
        {d} {MMMM} {y} г.|{d} {MMMM} {y}|{nth} {MMMM} {y}|{nth} {MMMM} {y} г.|{E}, {d} {MMMM} {y} г.
        {d} {MMMM} {y} година|{dd}.{MM}.{y} г.|{d}.{M}.{y}г.|{d} {MMMM} {y}г.|{nth} {MMMM}|{d} {MMMM}|{MMMM} {y}
        {MMMM} {y} г.|през {y} г.|{y} г.|{y} година|месец {MMMM} {y} г.|{plain y} г. сл. Хр.
        """
    ),
    "bn": listed(
        """
        {d} {MMMM} {y}|{nth} {MMMM} {y}|{d} {MMMM}, {y}|{nth} {MMMM}, {y}|{E}, {d} {MMMM}, {y}|{nth} {MMMM}
        {d} {MMMM}|{MMMM} {y}|{y} সাল|{y} সালের {MMMM}|{y} সালের {nth} {MMMM}
        """
    ),
    "br": listed(
        """
        {d} {MMMM} {y}|{d} a viz {MMMM} {y}|d'an {d} a viz {MMMM} {y}|d'ar {d} a viz {MMMM} {y}|miz {MMMM} {y}
        {d} a viz {MMMM}
        """
    ),
    "ca": listed(
        """
        {d} {MMMM} de {y}|{d} {MMMM} del {y}|{E}, {d} {MMMM} de {y}|{d} {MMMM}, {y}|{nth} {MMMM} de {y}
        el {d} {MMMM} de {y}|l'any {y}|{d} {MMMM}|el {d} {MMMM}|{LLLL} de {y}|{LLLL} del {y}|{LLLL} {y}|any {y}
        {nth} {MMMM}|el {nth} {MMMM}|{nth} de {month}|{nth} de {month} de {y}|el {d}/{M}|el {d}-{M}
        """
    ),
    "ceb": listed("{MMMM} {d}, {y}|ika-{d} sa {MMMM} {y}|ika-{d} sa {MMMM}, {y}|ika-{d} sa {MMMM}|{MMMM} {y}"),
    "ckb": listed("{d} {MMMM} {y}|{d}ی {MMMM}ی {y}|{d}ی {MMMM}|{d} {MMMM}|{MMMM}ی {y}|ساڵی {y}"),
    "cs": listed(
        """
        {d}. {MMMM} {y}|{d}.{MMMM} {y}|{dd}. {MMMM} {y}|{E} {d}. {MMMM} {y}|dne {d}. {MMMM} {y}|{d}. {M}. {y}
        {E} {d}. {M}. {y}|{d}. {MMMM}|{E} {d}. {MMMM}|{LLLL} {y}|rok {y}|v roce {y}|{d}. {MMMM} r. {y}
        {d}. {MMMM} roku {y}|r. {y}|{plain y} n. l.|{plain y} po Kr.
        """
    ),
    "cv": listed(
        """
        {y} ҫулхи {MMMM} уйӑхӗн {d}-мӗшӗ|{d} {MMMM} {y}|{d} {MMMM} {y} ҫул
        {MMMM} уйӑхӗн {d}-мӗшӗ|{y} ҫул
        """
    ),
    "cy": listed(
        """
        {d} {MMMM} {y}|{nth} {MMMM} {y}|{nth} o {MMMM} {y}|{d} o {MMMM} {y}|y {nth} o {MMMM}|{nth} {MMMM}
        {nth} o {MMMM}|{E} {d} {MMMM} {y}|{LLLL} {y}|mis {LLLL}|mis {LLLL} {y}
        """
    ),
    "da": listed(
        """
        {d}. {MMMM} {y}|{E} den {d}. {MMMM} {y}|den {d}. {MMMM} {y}|{d} {month} {y}|d. {d}. {MMM} {y}
        {E} d. {d}. {MMMM} {y}|{d}. {MMMM}|den {d}. {MMMM}|{MMMM} {y}|året {y}|år {y}|d. {d}/{M}|d. {d}/{M} {y}
        den {d}/{M}-{y}|d. {d}/{M}-{yy}|{d}/{M}-{y}|{d}/{M} {y}|{d}.{month} {y}|{plain y} e.Kr.|år {plain y} e.Kr.
        """
    ),
    "de": listed(
        """
        {d}. {MMMM} {y}|{dd}. {MMMM} {y}|{d}.{month} {y}|{d} {month} {y}|{E}, {d}. {MMMM} {y}
        {E}, den {d}. {MMMM} {y}|{E}, der {d}. {MMMM} {y}|{E} {d}. {MMM} {y}|{nth} {MMMM} {y}|der {nth} {MMMM} {y}
        den {nth} {MMMM} {y}|am {nth} {MMMM} {y}|{d}. {MMMM} des Jahres {y}|{d}. {MMM} '{yy}|{d}. {MMMM} {yy}
        am {d}. {MMMM}|der {d}. {MMMM}|{d}. {MMMM}|{d}. {MMM}|{nth} {MMMM}|{E}, {d}. {MMMM}|{E}, den {d}. {MMMM}
        {MMMM} {y}|{MMM} {y}|im {MMMM} {y}|{MMMM} '{yy}|Monat {MMMM} {y}|im Monat {MMMM}|im Jahr {y}|im Jahre {y}
        Jahr {y}|anno {y}|{E}, {dd}.{MM}.{y}|{E} {d}.{M}.{yy}|{E}, der {d}.{M}.{y}|{MMMM} des Jahres {y}
        {d}. {MMMM}, {y}|am {d}.{M}.|am {dd}.{MM}.|{plain y} n. Chr.|{plain y} n.Chr.|im Jahr {plain y} n. Chr.
        {d}. {MMMM} {plain y} n. Chr.|{MMMM} {plain y} n. Chr.
        """
    ),
    "el": listed(
        """
        {d} {MMMM} {y}|{nth} {MMMM} {y}|{E}, {d} {MMMM} {y}|{E} {d} {MMMM} {y}|{d} {MMMM} του {y}|{d} του {MMMM} {y}
        {nth} {MMMM}|{d} {MMMM}|{d} του {MMMM}|{LLLL} {y}|{LLLL} του {y}|στις {d} {MMMM} {y}|στις {d} {MMMM}
        έτος {y}|το {y}|μήνας {LLLL}|{plain y} μ.Χ.
        """
    ),
    "en": listed(
        """
        {nth} {month} {y}|{nth} of {month} {y}|{nth} of {month}, {y}|the {nth} of {month} {y}
        the {nth} of {month}, {y}|{month} {nth}, {y}|{month} {nth} {y}|{month} the {nth}, {y}|{month} the {nth} {y}
        {E} {nth} {month} {y}|{E}, {month} {nth}, {y}|{E} {month} {nth} {y}|{E} the {nth} of {month} {y}
        {E}, the {nth} of {month}, {y}|{d} of {month} {y}|{d} of {month}, {y}|the {d} {month} {y}
        this {nth} day of {month}, {y}|the {nth} day of {month}, {y}|{month} {d} of {y}|{nth} day of {month} {y}
        {y}, {month} {nth}|{y} {month} {nth}|{nth} {month}, '{yy}|{nth} {month} {yy}|{month} {nth}, '{yy}
        {month} {nth}, {yy}|{d} {month} '{yy}|{month} {d} '{yy}|{month} {d}, '{yy}|{month} {nth} of {y}
        {nth} {month}, {y}|{month}, {nth} {y}|{nth}{MMM}{y}|{nth}-{month}-{y}|{month}-{nth}-{y}
        {E}, {nth} of {month} {y}|{month} {nth} ({E}), {y}|the {nth} {month}, {y}|{nth} {month} in the year {y}
        {E} {month} the {nth} {y}|{nth} {month} '{yy}|{nth} {month}|{nth} of {month}|the {nth} of {month}
        {month} {nth}|{month} the {nth}|{E} {nth} {month}|{E}, {month} {nth}|{E} the {nth} of {month}
        on the {nth} of {month}|{d} of {month}|{E}, {month} {d}|{E} {d} {month}|{month} of {y}|{month}, {y}
        {month} '{yy}|in {month} {y}|the month of {month}|month of {month} {y}|in the year {y}|year {y}|the year {y}
        in {y}|AD {plain y}|{plain y} AD|{plain y} A.D.|{plain y} CE|{month} of the year {y}|month of {month}
        {d} {month} AD {plain y}|{d} {month} {plain y} AD|{month} {plain y} AD|{month} {d}, {plain y} AD
        exp {MM}/{yy}|exp. {MM}/{yy}|EXP {MM}/{yy}|exp: {MM}/{yy}|valid thru {MM}/{yy}|expiry date {MM}/{yy}
        {month} {d}, {plain y} CE|the {nth} {month}|A.D. {plain y}|{plain y} C.E.
        CE {plain y}|{month} A.D. {plain y}|{plain y} Anno Domini|{d} {month} {plain y} CE
        """
    ),
    "eo": listed(
        """
        {nth} de {MMMM} {y}|la {nth} de {MMMM} {y}|{d} {MMMM} {y}|{E}, {nth} de {MMMM} {y}|{MMMM} {y}
        la {nth} de {MMMM}|{nth} de {MMMM}|la jaro {y}|jaro {y}
        """
    ),
    "es": listed(
        """
        {d} de {MMMM} de {y}|{d} de {MMMM} del {y}|{d} de {month}, {y}|{d} de {MMMM} {y}|{d} {month} {y}
        {E}, {d} de {MMMM} de {y}|{E} {d} de {MMMM} de {y}|{E} {d} de {month} {y}|{E} {d} {month} {y}
        el {d} de {MMMM} de {y}|el {E} {d} de {MMMM} de {y}|{nth} de {MMMM} de {y}|{nth} de {MMMM} del {y}
        {MMMM} {d} de {y}|{MMMM} {d}, {y}|{d}/{MMMM}/{y}|a {d} de {MMMM} de {y}|día {d} de {MMMM} de {y}
        {d} de {MMMM} del año {y}|{d} {MMM}. {y}|{d} de {MMM} de {yy}|{d} de {month}|el {d} de {MMMM}
        el {nth} de {MMMM}|{nth} de {MMMM}|{E} {d} de {MMMM}|{E}, {d} de {month}|{month} de {y}|{month} del {y}
        {month} {y}|en {MMMM} de {y}|mes de {MMMM}|año {y}|en {y}|el año {y}|mes de {MMMM} de {y}|{month} '{yy}
        el {d}-{M}|el {d}/{M}|{plain y} d. C.|{plain y} d.C.|año {plain y} d. C.|{d} de {MMMM} de {plain y} d. C.
        {MMMM} de {plain y} d. C.
        """
    ),
    "et": listed(
        """
        {d}. {MMMM} {y}|{d}. {MMMM} {y}. a|{d}. {MMMM} {y}. aastal|{E}, {d}. {MMMM} {y}|{d}. {MMMM}|{LLLL} {y}
        """
    ),
    "eu": listed(
        """
        {y}ko {MMMM}ren {d}a|{y}ko {MMMM}ren {d}|{y}eko {MMMM}ren {d}a|{y}(e)ko {MMMM}ren {d}(a)|{y}ko {MMMM}
        {MMMM}ren {d}a|{MMMM}k {d}|{y}ko {MMMM}k {d}|{y}ko {MMMM}ren {d}an|{y} urtea
        """
    ),
    "fa": listed(
        """
        {d} {MMMM} {y}|{E} {d} {MMMM} {y}|{d} {MMMM} سال {y}|{d} {MMMM}|{MMMM} {y}|سال {y}|{nth} {MMMM} {y}
        {E}، {d} {MMMM} {y}|{d}-{MMMM}-{y}|{d}/{MMMM}/{y}|{d} {MMMM} {y} میلادی|{nth} {MMMM}
        """
    ),
    "fi": listed(
        """
        {d}. {MMMM} {y}|{d}.{MMMM} {y}|{E} {d}. {MMMM} {y}|{EEEE}na {d}. {MMMM} {y}|{d}. päivä {MMMM} {y}
        {nth} {MMMM} {y}|{d}. {MMMM} vuonna {y}|{d}. {MMMM}|{nth} {MMMM}|{E} {d}. {MMMM}|{LLLL} {y}|{LLLL}ssa {y}
        vuonna {y}|vuosi {y}|{E} {d}.{M}.{y}|{d}. {LLLL} {y}|{d} {MMMM} {y}|{plain y} jaa.|vuonna {plain y} jKr.
        """
    ),
    "fil": listed(
        """
        ika-{d} ng {MMMM} {y}|ika-{d} ng {MMMM}, {y}|Ika-{d} ng {MMMM}|{MMMM} {d}, {y}|{E}, {MMMM} {d}, {y}
        {d} ng {MMMM} {y}|taong {y}|{MMMM} {y}|{MMMM} ng {y}|ika-{d} ng {MMMM} ng {y}
        """
    ),
    "fo": listed(
        """
        {d}. {MMMM} {y}|tann {d}. {MMMM} {y}|hin {d}. {MMMM} {y}|{E} {d}. {MMMM} {y}|hin {d}. {MMMM}|{d}. {MMMM}
        {MMMM} {y}|árið {y}
        """
    ),
    "fr": listed(
        """
        {d} {month} {y}|{nth} {month} {y}|le {nth} {month} {y}|le {d} {month} {y}|{E} {nth} {month} {y}
        {E} {d} {month} {y}|le {E} {nth} {MMMM} {y}|{E}, le {nth} {MMMM} {y}|{E}, {d} {MMMM} {y}|{nth} {MMMM}, {y}
        {nth} {MMMM} de l'an {y}|{d} {MMM} {yy}|{d} {MMMM} '{yy}|ce {nth} {MMMM} {y}|le {nth} du mois de {MMMM} {y}
        {d}-{MMM}-{yy}|{nth} {month}|le {nth} {month}|le {d} {month}|{E} {nth} {month}|{E} {d} {month}
        le {E} {nth} {MMMM}|{month} {y}|en {MMMM} {y}|mois de {MMMM} {y}|au mois de {MMMM} {y}|année {y}|l'an {y}
        en {y}|en l'an {y}|l'année {y}|{MMMM} de l'an {y}|{MMMM} '{yy}|{E}, {nth} {MMMM} {y}|le {d}/{M}/{y}
        {plain y} ap. J.-C.|en {plain y} après J.-C.|an {plain y} ap. J.-C.
        le {dd} {MM}|le {d} {M}|le {dd}/{MM}|le {d}/{M}|le {dd} {MM} {y}|le {dd}-{MM}|{d} {MMMM} {plain y} ap. J.-C.
        {MMMM} {plain y} ap. J.-C.
        """
    ),
    "fy": listed("{d} {MMMM} {y}|{nth} {MMMM} {y}|{d} {MMMM}|{MMMM} {y}"),
    "ga": listed(
        """
        {d} {MMMM} {y}|{nth} {MMMM} {y}|an {nth} {MMMM} {y}|{E} {d} {MMMM} {y}|an {nth} {MMMM}|{nth} {MMMM}
        {LLLL} {y}|mí {LLLL} {y}
        """
    ),
    "gd": listed(
        """
        {d} {MMMM} {y}|{d}mh {MMMM} {y}|an {d}mh {MMMM} {y}|{E} {d} {MMMM} {y}|an {d}mh {MMMM}|{LLLL} {y}
        """
    ),
    "gl": listed(
        """
        {d} de {MMMM} de {y}|{E}, {d} de {MMMM} de {y}|o {d} de {MMMM} de {y}|{d} de {MMMM}|{MMMM} de {y}
        """
    ),
    "gu": listed("{d} {MMMM} {y}|{d} {MMMM}, {y}|{E}, {d} {MMMM}, {y}|{d}મી {MMMM} {y}|{d} {MMMM}|{MMMM} {y}"),
    "ha": listed(
        """
        {d} ga {MMMM}, {y}|{d} ga watan {MMMM}, {y}|{d} ga {MMMM} {y}|ranar {d} ga {MMMM}|watan {MMMM} {y}|{MMMM} {y}
        {E} {d} ga {MMMM}, {y}
        """
    ),
    "he": listed(
        """
        {d} ב{MMMM} {y}|{d} {MMMM} {y}|ה-{d} ב{MMMM} {y}|{E}, {d} ב{MMMM} {y}|{E} {d} ב{MMMM} {y}|{d} ל{MMMM} {y}
        {d} ב{MMMM}|ה-{d} ב{MMMM}|{MMMM} {y}|ב{MMMM} {y}|שנת {y}|בשנת {y}|חודש {MMMM} {y}|{d} ב{MMMM}, {y}
        יום {E}, {d} ב{MMMM} {y}|{plain y} לספירה
        """
    ),
    "hi": listed(
        """
        {d} {MMMM} {y}|{E}, {d} {MMMM} {y}|{d} {MMMM}, {y}|{MMMM} {d}, {y}|{E} {d} {MMMM} {y}|{d} {MMMM} सन {y}
        {d} {MMMM}|{MMMM} {d}|{MMMM} {y}|सन {y}|वर्ष {y}|{d} {MMMM} को|{y} की {d} {MMMM}|साल {y}|{MMMM} की {d} तारीख
        """
    ),
    "hr": listed(
        """
        {d}. {MMMM} {y}.|{d}.{MMMM} {y}.|{E}, {d}. {MMMM} {y}.|{d}. {MMMM} {y}. godine|{d}. {MMMM} {y}. g.
        {d}. {M}. {y}.|{dd}.{MM}.{y}.|{d}.{M}.{y}. godine|dana {d}. {MMMM} {y}.|{d}. {MMMM}|{LLLL} {y}.
        {LLLL} {y}. godine|{y}. godina|{y}. godine|{E} {d}. {MMMM} {y}.|{d}. {MMM} {y}.|{E}, {d}. {MMM} {y}.
        """
    ),
    "hu": listed(
        """
        {y}. {MMMM} {d}.|{y}. {MMM} {d}.|{y} {MMMM} {d}|{y}. {MMMM} {d}., {E}|{y}. {MMMM} {d}. {E}|{y}. {MMMM} {nth}
        {y} {MMMM} {nth}|{y}. év {MMMM} hó {d}. nap|{y}. {M}. {d}.|{y}.{MM}.{dd}.|{y}. {MM}. {dd}., {E}|{MMMM} {d}.
        {MMMM} {d}|{MMMM} {nth}|{MMM} {d}.|{y}. {MMMM}|{y} {MMMM}|{y}. év|{y}-ben|{MMMM} {d}., {E}
        {y}. {MMMM} hó {d}.|{d} {MMMM} {y}|{MMMM} {nth}|{MMM} {nth}|{MMMM} {d}-án|{y}. {MMMM}ban|{MMMM}ban|{MMMM}ben
        {y}. {MM}. {nth}|{MM}. {nth}|{y}.{MM}.{nth}|i. sz. {plain y}|Kr. u. {plain y}
        """
    ),
    "hy": listed(
        """
        {d} {MMMM} {y}|{y} թ. {MMMM} {d}|{d} {MMMM}, {y} թ.|{y} թվականի {MMMM} {d}|{y}թ. {MMMM} {d}|{MMMM} {d}
        {d} {MMMM}|{y} թ. {LLLL}|{LLLL} {y}|{y} թ.|{y} թվական
        """
    ),
    "id": listed(
        """
        {d} {month} {y}|{E}, {d} {month} {y}|{E} {d} {MMMM} {y}|tanggal {d} {MMMM} {y}|{d} {MMMM} tahun {y}
        tgl {d} {MMMM} {y}|tgl. {d} {month} {y}|{d} {MMM} {yy}|tanggal {d} {MMMM}|{d} {month}|{month} {y}
        bulan {MMMM} {y}|bulan {MMMM}|tahun {y}|{MMMM} tahun {y}|{E}, {d} {MMMM}|hari {E}, {d} {MMMM} {y}
        """
    ),
    "is": listed(
        """
        {d}. {MMMM} {y}|{E} {d}. {MMMM} {y}|þann {d}. {MMMM} {y}|hinn {d}. {MMMM} {y}|{d}. {MMMM}|{MMMM} {y}
        árið {y}
        """
    ),
    "it": listed(
        """
        {d} {month} {y}|{nth} {MMMM} {y}|{E} {d} {month} {y}|{E}, {d} {MMMM} {y}|il {d} {MMMM} {y}
        il {nth} {MMMM} {y}|lì {d} {MMMM} {y}|addì {d} {MMMM} {y}|{d} {MMMM} del {y}|{d} {MMMM} dell'anno {y}
        {d} {MMM} '{yy}|{d} {MMM} {yy}|{d} di {MMMM} {y}|{nth} {MMMM}|{d} {month}|il {nth} {MMMM}|il {d} {MMMM}
        {E} {d} {month}|{month} {y}|{MMMM} del {y}|mese di {MMMM} {y}|anno {y}|nel {y}|nell'anno {y}|{MMMM} '{yy}
        {d}-{MMM}-{y}|{E} {nth} {MMMM} {y}|il {d}/{M}|il {d}-{M}|{plain y} d.C.|nel {plain y} d.C.
        {d} {MMMM} {plain y} d.C.|anno {plain y} d.C.
        """
    ),
    "ja": listed(
        """
        {y}年{M}月{d}日|{y}年{M}月{d}日({E})|{y}年{M}月{d}日（{E}）|{y}年 {M}月 {d}日|{y}年{MM}月{dd}日
        西暦{y}年{M}月{d}日|{M}月{d}日|{M}月{d}日({E})|{MM}月{dd}日|{y}年{M}月|{y}年|{M}月|{y}年{MM}月|西暦{y}年
        {y}年{M}月{d}日 {E}|{yy}年{M}月{d}日|{y}年の{M}月{d}日|{y}/{M}/{d}({E})|{M}/{d}({E})|{y}年{M}月{d}日に
        {y}年{M}月に|{y}年に|{y}年は|{y}年で|{M}月に|{M}月は|{M}月中に|{M}月の間に|{M}月{d}日に|{M}月{d}日は|{M}月{d}日の
        {M}/{d}に|{y}/{M}に|{y}/{MM}に|{y}.{MM}に|{y}/{M}/{d}に|{M}月の{d}日|{y}年の{M}月|{y}年度
        西暦{plain y}年|西暦{plain y}年{M}月{d}日
        """
        # as children and learners write
        """
        {y}ねん{M}がつ{d}にち|{y}ねん{M}がつ{d}にち{E kana}|{y}ねん {M}がつ {d}にち|{M}がつ{d}にち|{y}ねん{M}がつ
        {M}がつ|{M}がつ{d}にち({E kana})|{month kana}|{month kana}に|{month kana}{d}にち
        {y}ねん{month kana}{d}にち|{y}ねん{month kana}
        """
    ),
    "jv": listed("{d} {MMMM} {y}|tanggal {d} {MMMM} {y}|{E}, {d} {MMMM} {y}|taun {y}|sasi {MMMM} {y}"),
    "ka": listed(
        """
        {d} {MMMM} {y}|{d} {MMMM}, {y}|{y} წლის {d} {MMMM}|{d} {MMMM} {y} წელი|{d} {MMMM}|{MMMM} {y}|{y} წელი
        {y} წლის {MMMM}|{E}, {d} {MMMM}, {y}|{d} {MMMM}, {y} წ.
        """
    ),
    "kk": listed(
        """
        {d} {MMMM} {y}|{y} ж. {d} {MMMM}|{y} жылғы {d} {MMMM}|{y} жылы {d} {MMMM}|{d} {MMMM} {y} ж.|{d} {MMMM}
        {LLLL} {y}|{y} жыл|{y} ж. {LLLL}
        """
    ),
    "km": listed(
        """
        ថ្ងៃទី{d} ខែ{MMMM} ឆ្នាំ{y}|ថ្ងៃទី {d} ខែ {MMMM} ឆ្នាំ {y}|ថ្ងៃ{EEEE} ទី{d} ខែ{MMMM} ឆ្នាំ{y}|{d} {MMMM} {y}
        {d} ខែ {MMMM} {y}|ថ្ងៃទី{d} ខែ{MMMM}|ខែ{MMMM} ឆ្នាំ{y}|ឆ្នាំ{y}
        """
    ),
    "kn": listed("{d} {MMMM} {y}|{MMMM} {d}, {y}|{d}ನೇ {MMMM} {y}|{E}, {d} {MMMM} {y}|{MMMM} {d}|{MMMM} {y}"),
    "ko": listed(
        """
        {y}년 {M}월 {d}일|{y}년{M}월{d}일|{y}년 {M}월 {d}일 {E}|{y}년 {M}월 {d}일({E})|{y}년 {MM}월 {dd}일
        {yy}년 {M}월 {d}일|서기 {y}년 {M}월 {d}일|{M}월 {d}일|{M}월{d}일|{M}월 {d}일({E})|{M}월 {d}일 {E}
        {y}년 {M}월|{y}년{M}월|{y}년|{M}월|{yy}년 {M}월|{y}. {M}. {d}.|{y}.{MM}.{dd}.({E})|{y}. {M}. {d}
        서기 {plain y}년|서기 {plain y}년 {M}월 {d}일
        """
    ),
    "ky": listed(
        """
        {y}-жылдын {d}-{MMMM}|{y}-жыл, {d}-{MMMM}|{d}-{MMMM}, {y}-жыл|{y}-ж. {d}-{MMMM}|{d}-{MMMM}|{y}-жыл|{LLLL} {y}
        """
    ),
    "lb": listed(
        """
        {d}. {MMMM} {y}|den {d}. {MMMM} {y}|{E}, den {d}. {MMMM} {y}|{d}. {MMMM}|den {d}. {MMMM}|{MMMM} {y}|Joer {y}
        """
    ),
    "lo": listed(
        """
        ວັນທີ {d} {MMMM} {y}|ວັນທີ {d} ເດືອນ {MMMM} {y}|ວັນທີ {d} ເດືອນ {MMMM} ປີ {y}|{d} {MMMM} {y}
        {EEEE} ທີ {d} {MMMM} {y}|ວັນທີ {d} {MMMM}|ເດືອນ {MMMM} {y}|ປີ {y}
        """
    ),
    "lt": listed(
        """
        {y} m. {MMMM} {d} d.|{y} m. {MMMM} {d} d., {E}|{y} {MMMM} {d}|{y} m. {MMMM} {d} dieną|{y} m {MMMM} {d} d
        {MMMM} {d} d.|{MMMM} {d}|{y} m. {LLLL}|{y} {LLLL}|{y} m.|{y} metai|{y} metų {MMMM} {d} d.|{d} {MMMM} {y}
        """
    ),
    "lv": listed(
        """
        {y}. gada {d}. {MMMM}|{d}. {MMMM} {y}|{d}. {MMMM}, {y}|{y}.gada {d}.{MMMM}|{E}, {y}. gada {d}. {MMMM}
        {d}. {MMMM} {y}. gads|{d}. {MMMM}|{y}. gada {MMMM}|{y}. gads|{MMMM} {y}|{y}. g. {d}. {MMMM}
        """
    ),
    "mg": listed(
        """
        {d} {MMMM} {y}|ny {d} {MMMM} {y}|tamin'ny {d} {MMMM} {y}|{E} {d} {MMMM} {y}|ny {d} {MMMM}|volana {MMMM} {y}
        taona {y}
        """
    ),
    "mi": listed("{d} {MMMM} {y}|{d} o {MMMM} {y}|te {d} o {MMMM} {y}|te {d} o {MMMM}|{MMMM} {y}"),
    "mk": listed(
        """
        {d} {MMMM} {y}|{d} {MMMM} {y} г.|{d} {MMMM} {y} година|{E}, {d} {MMMM} {y}|{nth} {MMMM} {y}|{d} {MMMM}
        {MMMM} {y} г.
        """
    ),
    "ml": listed(
        """
        {y} {MMMM} {d}|{d} {MMMM} {y}|{MMMM} {d}, {y}|{y} {MMMM} {d}-ന്|{MMMM} {d}-ന്|{E}, {MMMM} {d}, {y}|{MMMM} {d}
        {MMMM} {y}
        """
    ),
    "mn": listed(
        """
        {y} оны {M}-р сарын {d}|{y} оны {M} сарын {d}|{y} оны {M}-р сарын {d}-ны өдөр|{y} оны {M} дугаар сарын {d}
        {y} оны {M} дүгээр сарын {d}|{y} оны {MMMM}ын {d}|{M}-р сарын {d}|{M} сарын {d}|{MMMM}ын {d}|{y} оны {M}-р сар
        {y} он|{y} оны {MMMM}
        """
    ),
    "mr": listed("{d} {MMMM} {y}|{E}, {d} {MMMM}, {y}|{d} {MMMM}, {y}|{d} {MMMM}|{MMMM} {y}|सन {y}"),
    "ms": listed(
        """
        {d} {MMMM} {y}|{d} hb {MMMM} {y}|{d}hb {MMMM} {y}|{E}, {d} {MMMM} {y}|{d} {MMMM}|tahun {y}|bulan {MMMM} {y}
        """
    ),
    "mt": listed("{d} ta' {MMMM} {y}|{E}, {d} ta' {MMMM} {y}|{d} ta' {MMMM}, {y}|{d} ta' {MMMM}|{MMMM} {y}"),
    "my": listed(
        """
        {y} ခုနှစ်၊ {MMMM} {d} ရက်|{y} ခုနှစ် {MMMM}လ {d} ရက်|{y}၊ {MMMM} {d}|{d} {MMMM} {y}|{MMMM}လ {d} ရက်
        {MMMM} {d} ရက်|{y} ခုနှစ်|{y} ခုနှစ် {MMMM}လ
        """
    ),
    "nb": listed(
        """
        {d}. {MMMM} {y}|den {d}. {MMMM} {y}|{E} {d}. {MMMM} {y}|{E} den {d}. {MMMM} {y}|{d}. {MMM} {y}
        {d}.{month} {y}|{d} {month} {y}|{d}. {MMMM}|den {d}. {MMMM}|den {d}. {MMM}|den {d} {MMM}|{MMMM} {y}|år {y}
        året {y}|{d}/{M}-{y}|{d}/{M}-{yy}|den {d}/{M}-{y}|den {d}/{M}|{d}/{M} {y}|{d}.{M}-{yy}|{plain y} e.Kr.
        år {plain y} e.Kr.
        """
    ),
    "ne": listed(
        """
        {y} {MMMM} {d}|{d} {MMMM} {y}|{y} {MMMM} {d}, {E}|सन् {y} {MMMM} {d}|{MMMM} {d}|{MMMM} {y}|सन् {y}
        """
    ),
    "nl": listed(
        """
        {d} {month} {y}|{nth} {MMMM} {y}|{E} {d} {month} {y}|{E}, {d} {MMMM} {y}|de {nth} {MMMM} {y}
        de {nth} van {MMMM} {y}|d.d. {d} {MMMM} {y}|{d} {MMM} '{yy}|{d} {MMMM} van het jaar {y}|{d} {month}
        de {nth} {MMMM}|{E} {d} {month}|{nth} {MMMM}|{month} {y}|{MMMM} van {y}|maand {MMMM} {y}|jaar {y}|anno {y}
        het jaar {y}|in het jaar {y}|{d}-{MMM}-{y}|{E} {d}-{M}-{y}|{MMMM} '{yy}|op {d}-{M}
        {plain y} n.Chr.|{plain y} n. Chr.|{d} {MMMM} {plain y} n.Chr.
        """
    ),
    "or": listed("{d} {MMMM} {y}|{MMMM} {d}, {y}|{E}, {d} {MMMM} {y}|{d} {MMMM}|{MMMM} {y}"),
    "pa": listed("{d} {MMMM} {y}|{d} {MMMM}, {y}|{E}, {d} {MMMM} {y}|{d} {MMMM}|{MMMM} {y}|ਸਾਲ {y}|ਸੰਨ {y}"),
    "pl": listed(
        """
        {d} {MMMM} {y}|{d} {MMMM} {y} r.|{d} {MMMM} {y} roku|{E}, {d} {MMMM} {y}|{E} {d} {MMMM} {y} r.
        dnia {d} {MMMM} {y} r.|dnia {d} {MMMM} {y} roku|{d} {MMM} {y}|{nth} {MMMM} {y}|{dd}.{MM}.{y} r.
        {d}.{MM}.{y}r.|{d} {MMMM} {y}r.|{d} {MMMM}|{nth} {MMMM}|dnia {d} {MMMM}|{E}, {d} {MMMM}|{LLLL} {y}
        {LLLL} {y} r.|{LLLL} {y} roku|rok {y}|w {y} r.|w roku {y}|{y} r.|{y} rok|{d} {MMM} {yy}|{plain y} n.e.
        {plain y} r. n.e.|rok {plain y} n.e.
        """
    ),
    "ps": listed("د {y} د {MMMM} {d}|{y} {MMMM} {d}|{d} {MMMM} {y}|{MMMM} {d}"),
    "pt": listed(
        """
        {d} de {MMMM} de {y}|{d} de {month} {y}|{E}, {d} de {MMMM} de {y}|{E} {d} de {MMMM} de {y}|{d} {month} {y}
        {nth} de {MMMM} de {y}|dia {d} de {MMMM} de {y}|{d} de {MMMM} do ano de {y}|{d} de {MMMM}, {y}|{d}/{MMM}/{y}
        aos {d} de {MMMM} de {y}|{d}/{MMM}/{yy}|{d} de {MMMM} do ano {y}|{MMMM} {d}, {y}|{d}-{MMM}-{y}
        {d} de {MMM}. de {y}|{d} de {month}|dia {d} de {MMMM}|{nth} de {MMMM}|{E}, {d} de {month}|{month} de {y}
        {month} {y}|{MMM}/{y}|mês de {MMMM}|mês de {MMMM} de {y}|ano {y}|ano de {y}|em {y}|dia {d}/{M}|{plain y} d.C.
        {d} de {MMMM} de {plain y} d.C.
        """
    ),
    "rm": listed(
        """
        {d} {MMMM} {y}|ils {d} {MMMM} {y}|{E}, ils {d} {MMMM} {y}|ils {d} {MMMM}|{d} {MMMM}|{LLLL} {y}|onn {y}
        """
    ),
    "ro": listed(
        """
        {d} {MMMM} {y}|{E}, {d} {MMMM} {y}|{d} {MMM} {y}|{E} {d} {MMMM} {y}|data de {d} {MMMM} {y}
        {d} {MMMM} anul {y}|pe {d} {MMMM} {y}|la {d} {MMMM} {y}|{d} {MMMM}|pe {d} {MMMM}|{MMMM} {y}|luna {MMMM} {y}
        anul {y}|în {y}|{plain y} d.Hr.|anul {plain y} d.Hr.
        """
    ),
    "ru": listed(
        """
        {d} {MMMM} {y}|{d} {MMMM} {y} г.|{d} {MMMM} {y}г.|{d} {MMMM} {y} года|{nth} {MMMM} {y}|{nth} {MMMM} {y} года
        {E}, {d} {MMMM} {y} г.|{E}, {d} {MMMM} {y}|{E} {d} {MMMM} {y} года|«{dd}» {MMMM} {y} г.
        «{d}» {MMMM} {y} года|{d} {MMM} {y}|{d} {MMM} {y} г.|{dd}.{MM}.{y} г.|{dd}.{MM}.{y}г.|{d} {MMM}. {yy}
        {d} {MMMM} {yy} г.|{y} г. {d} {MMMM}|{y} год, {d} {MMMM}|{d} {MMMM}|{nth} {MMMM}|{E}, {d} {MMMM}|{LLLL} {y}
        {LLLL} {y} г.|{LLLL} {y} года|{y} год|{y} г.|в {y} году|{y}г.|{y} года|{d} {MMM}|месяц {LLLL}
        за {LLLL} {y} г.|{y} год, {LLLL}|{d} числа {MMMM} {y} года|{plain y} г. н. э.|{plain y} год н.э.|{plain y} н. э.
        {d} {MMMM} {plain y} г. н. э.
        """
    ),
    "rw": listed(
        """
        {d} {MMMM} {y}|itariki {d} {MMMM} {y}|tariki {d} {MMMM} {y}|ku wa {d} {MMMM} {y}|{MMMM} {y}|umwaka wa {y}
        """
    ),
    "se": listed(
        """
        {MMMM} {d}. b. {y}|{MMMM} {d}. beaivi {y}|{E} {MMMM} {d}. b. {y}|{MMM} {d}. b. {y}|{MMMM} {d}. b.
        {MMM} {d}. b.|{d}. {MMMM} {y}|{MMMM} {y}|jahki {y}
        """
    ),
    "si": listed(
        """
        {y} {MMMM} {d}|{y} {MMMM} මස {d}|{y} {MMMM} මස {d} වන දින|{d} {MMMM} {y}|{MMMM} {d}|{MMMM} මස {d}|{y} {MMMM}
        """
    ),
    "sk": listed(
        """
        {d}. {MMMM} {y}|{d}.{MMMM} {y}|{E} {d}. {MMMM} {y}|dňa {d}. {MMMM} {y}|{d}. {M}. {y}|{d}. {MMMM}|{LLLL} {y}
        rok {y}|v roku {y}|{E}, {d}. {MMMM} {y}
        """
    ),
    "sl": listed(
        """
        {d}. {MMMM} {y}|{E}, {d}. {MMMM} {y}|dne {d}. {MMMM} {y}|{d}. {M}. {y}|{d}. {MMMM}|{LLLL} {y}|leto {y}
        leta {y}
        """
    ),
    "so": listed("{d} {MMMM} {y}|{MMMM} {d}, {y}|{E}, {d} {MMMM} {y}|{d} {MMMM}|bisha {MMMM} {y}|sanadka {y}"),
    "sq": listed(
        """
        {d} {MMMM} {y}|më {d} {MMMM} {y}|{E}, {d} {MMMM} {y}|{d} {MMMM}|më {d} {MMMM}|{MMMM} {y}|viti {y}
        {nth} {MMMM} {y}|më {nth} {MMMM} {y}|{MMMM} {nth}, {y}|{E}, {MMMM} {nth}, {y}|{nth} {MMMM}|{MMMM} {nth}
        """
    ),
    "sr": listed(
        """
        {d}. {MMMM} {y}.|{d}. {MMMM} {y}|{E}, {d}. {MMMM} {y}.|{d}. {M}. {y}.|{d}.{M}.{y}.|{d}. {MMMM}|{MMMM} {y}.
        {E}, {d}. {MMMM} {y}
        """
    ),
    "su": listed("{d} {MMMM} {y}|tanggal {d} {MMMM} {y}|ping {d} {MMMM} {y}|{E}, {d} {MMMM} {y}|taun {y}"),
    "sv": listed(
        """
        {d} {MMMM} {y}|den {d} {MMMM} {y}|{nth} {MMMM} {y}|den {nth} {MMMM} {y}|{E} {d} {MMMM} {y}
        {E} den {d} {MMMM} {y}|{EEEE}en den {d} {MMMM} {y}|{d} {MMM} {y}|{d}/{M} {y}|{d}/{M}-{yy}|{d} {MMMM}
        den {d} {MMMM}|{nth} {MMMM}|den {nth} {MMMM}|{E} {d} {MMMM}|{MMMM} {y}|år {y}|året {y}|den {d}/{M}
        {E} {d}/{M}|{plain y} e.Kr.|år {plain y} e.Kr.|{d} {MMMM} {plain y} e.Kr.
        """
    ),
    "sw": listed(
        """
        {d} {MMMM} {y}|tarehe {d} {MMMM} {y}|{E}, {d} {MMMM} {y}|tarehe {d} {MMMM}|{MMMM} {y}|mwaka {y}|mwaka wa {y}
        """
    ),
    "ta": listed(
        """
        {d} {MMMM} {y}|{d} {MMMM}, {y}|{E}, {d} {MMMM}, {y}|{nth} {MMMM} {y}|{d} {MMMM}|{MMMM} {d}|{MMMM} {y}
        """
    ),
    "te": listed(
        """
        {d} {MMMM} {y}|{d}, {MMMM} {y}|{d} {MMMM}, {y}|{nth} {MMMM} {y}|{d} {MMMM}|{MMMM} {d}|{MMMM} {y}
        """
    ),
    "tg": listed("{d} {MMMM} {y}|{d} {MMMM}и соли {y}|соли {y}|{MMMM}и соли {y}|{E}, {d} {MMMM} {y}|{d} {MMMM}"),
    "th": listed(
        """
        {d} {MMMM} {y}|วันที่ {d} {MMMM} {y}|{E}ที่ {d} {MMMM} {y}|{d} {MMM} {y}|{d} {MMMM} ค.ศ. {y}|{d}{MMMM}{y}
        {E} {d} {MMMM} {y}|วันที่ {d} เดือน {MMMM} {y}|วันที่ {d} {MMMM}|{d} {MMMM}|{d} {MMM}|{MMMM} {y}|เดือน{MMMM}
        ค.ศ. {y}|{MMMM} ค.ศ. {y}
        """
    ),
    "tk": listed("{d} {MMMM} {y}|{y}-nji ýylyň {d}-nji {MMMM}|{d}-nji {MMMM} {y}|{d}-nji {MMMM}|{y} ýyl|{MMMM} {y}"),
    "tr": listed(
        """
        {d} {MMMM} {y}|{d} {MMMM} {y} {EEEE}|{d} {MMM} {y}|{E}, {d} {MMMM} {y}|{d} {MMMM}, {y}|{d} {MMMM} {y}'te
        {y} {MMMM} {d}|{d} {MMMM} {y}'de|{y} yılı {MMMM} ayının {d}'i|{d} {MMMM} {y} tarihinde|{d} {MMMM} {y} yılı
        {d} {MMMM}|{d} {MMM}|{d} {MMMM} {EEEE}|{MMMM} {y}|{y} yılı|{MMMM} ayı|{y} {MMMM}|{d}-{MMM}-{y}
        {d} {MMMM} '{yy}|MS {plain y}|M.S. {plain y}
        """
    ),
    "tt": listed(
        """
        {d} {MMMM} {y}|{y} елның {d} {MMMM}|{d} {MMMM}, {y} ел|{y} ел, {d} {MMMM}|{d} {MMMM}|{y} ел|{MMMM} {y}
        """
    ),
    "ug": listed(
        """
        {y}-يىلى {d}-{MMMM}|{y}-يىل {d}-{MMMM}|{y}-يىلى {M}-ئاينىڭ {d}-كۈنى|{d}-{MMMM}، {y}|{M}-ئاينىڭ {d}-كۈنى
        {d}-{MMMM}|{y}-يىلى|{y}-يىلى {MMMM}
        """
    ),
    "uk": listed(
        """
        {d} {MMMM} {y}|{d} {MMMM} {y} р.|{d} {MMMM} {y} року|{nth} {MMMM} {y}|{nth} {MMMM} {y} року
        {E}, {d} {MMMM} {y} р.|{E}, {d} {MMMM} {y}|«{dd}» {MMMM} {y} року|{dd}.{MM}.{y} р.|{dd}.{MM}.{y}р.
        {d} {MMM} {y}|{d} {MMMM}|{nth} {MMMM}|{E}, {d} {MMMM}|{LLLL} {y}|{LLLL} {y} р.|{LLLL} {y} року|{y} рік
        {y} р.|у {y} році|{plain y} р. н. е.|{plain y} рік н. е.
        """
    ),
    "ur": listed(
        """
        {d} {MMMM} {y}|{d} {MMMM}، {y}|{E}، {d} {MMMM}، {y}|{d} {MMMM} {y}ء|{MMMM} {d}، {y}|{d} {MMMM}|{MMMM} {y}
        {y}ء
        """
    ),
    "uz": listed(
        """
        {d} {MMMM} {y}|{y}-yil {d}-{MMMM}|{d}-{MMMM}, {y}|{d}-{MMMM} {y}-yil|{y} yil {d} {MMMM}|{d}-{MMMM}
        {MMMM} {y}|{y}-yil
        """
    ),
    "vi": listed(
        """
        ngày {d} tháng {M} năm {y}|Ngày {dd} tháng {MM} năm {y}|{d} tháng {M}, {y}|{d} tháng {M} năm {y}
        {d} tháng {M} {y}|{E}, ngày {d} tháng {M} năm {y}|ngày {d}/{M}/{y}|ngày {d}-{M}-{y}|{E}, {d}/{M}/{y}
        mồng {d low} tháng {M} năm {y}|mùng {d low} tháng {M} năm {y}|ngày {d} {MMMM} năm {y}|{d} {MMMM} {y}
        {d} thg {M}, {y}|ngày {d} tháng {M}|{d} tháng {M}|mồng {d low} tháng {M}|mùng {d low} tháng {M}|{d} {MMMM}
        tháng {M} năm {y}|tháng {M}/{y}|{MMMM} năm {y}|{MMMM}|năm {y}|tháng {M}|tháng {M}, {y}
        {E}, ngày {d} tháng {M}|ngày {d} tháng {month words vi}|tháng {month words vi}|{d} tháng {month words vi}
        mồng {d low} tháng {month words vi}|tháng {month words vi} năm {y}|ngày {d} tháng {month words vi} năm {y}
        {E}, {d} tháng {M}|năm {plain y} SCN
        """
    ),
    "xh": listed("{d} {MMMM} {y}|umhla we-{d} {MMMM} {y}|ngomhla we-{d} {MMMM} {y}|{d} {MMMM}|{MMMM} {y}"),
    "zh": listed(
        """
        {y}年{M}月{d}日|{y}年{M}月{d}日{EEEE}|{y}年{M}月{d}号|{y}年{M}月{d}號|{y}年 {M}月 {d}日|{y}年{MM}月{dd}日
        {y}年{M}月{d}日({E})|{y}年{M}月{d}日（{E}）|{y}年{M}月{d}日 {EEEE}|公元{y}年{M}月{d}日|西元{y}年{M}月{d}日
        {yy}年{M}月{d}日|{y} 年 {M} 月 {d} 日|{M}月{d}日|{M}月{d}号|{M}月{d}號|{M} 月 {d} 日|{M}月{d}日{EEEE}
        {y}年{M}月|{y}年|{M}月|{y}年{M}月份|{M}月份|公元{y}年|{yy}年{M}月|{y} 年 {M} 月|{y}年第{M}个月
        公元{plain y}年|公元{plain y}年{M}月{d}日|公元{plain y}年{M}月|西元{plain y}年
        """
    ),
    "zu": listed(
        """
        {d} {MMMM} {y}|ngomhla ka-{d} {MMMM} {y}|mhla ka-{d} {MMMM} {y}|{MMMM} {d}, {y}|{d} {MMMM}|{MMMM} {y}
        unyaka {y}
        """
    ),
}
# Of this year, the last or the next: the day and the month are stated, the year hangs on the day of writing.
_TURNS = {
    "ar": "{d} {MMMM} الماضي|{d} {MMMM} المقبل|{d} {MMMM} الجاري|{MMMM} الماضي|{MMMM} المقبل",
    "ca": "el proper {LLLL}|el passat {LLLL}",
    "cs": "{d}. {MMMM} t. r.|{d}. {MMMM} letošního roku|příští {LLLL}|minulý {LLLL}",
    "da": "{d}. {MMMM} i år|den {d}. {MMMM} sidste år|næste {MMMM}|sidste {MMMM}",
    "de": (
        "{d}. {MMMM} dieses Jahres|{d}. {MMMM} letzten Jahres|{d}. {MMMM} d. J.|"
        "nächsten {MMMM}|letzten {MMMM}|kommenden {MMMM}"
    ),
    "en": (
        "{month} {d} last year|{month} {nth} this year|last {month} {nth}|{month} {nth} of last year|"
        "next {month}|next {month}|last {month}|this {month}"
    ),
    "es": (
        "{d} de {MMMM} pasado|{d} de {MMMM} próximo|{MMMM} pasado|{MMMM} próximo|"
        "{d} de {MMMM} de este año|próximo {MMMM}|el próximo {MMMM}"
    ),
    "fa": "{d} {MMMM} گذشته|{d} {MMMM} آینده",
    "fi": "ensi {in month}|viime {in month}",
    "fr": "{d} {MMMM} dernier|{nth} {MMMM} prochain|le {d} {MMMM} prochain|{MMMM} dernier|{MMMM} prochain",
    "he": "{MMMM} הבא|{MMMM} שעבר|{d} ב{MMMM} השנה",
    "hr": "sljedeći {LLLL}|prošli {LLLL}",
    "hu": "következő {MMMM}|múlt {MMMM}",
    "id": "{d} {MMMM} lalu|{d} {MMMM} mendatang|{E} ({d}/{M}/{y})|{E} ({d}/{M})|{E}, {d}/{M}/{y}",
    "it": (
        "{d} {MMMM} scorso|{d} {MMMM} prossimo|{MMMM} scorso|{MMMM} prossimo|"
        "{d} {MMMM} u.s.|prossimo {MMMM}|lo scorso {MMMM}"
    ),
    "ja": "今年{M}月{d}日|去年{M}月{d}日|昨年{M}月{d}日|来年{M}月{d}日|今年の{M}月|昨年{M}月|来年{M}月",
    "ko": "올해 {M}월 {d}일|작년 {M}월 {d}일|지난해 {M}월|내년 {M}월|'{yy}년 {M}월|'{yy}. {M}. {d}.",
    "nb": "{d}. {MMMM} i år|den {d}. {MMMM} i fjor|neste {MMMM}|forrige {MMMM}",
    "nl": "{d} {MMMM} jl.|{d} {MMMM} a.s.|volgende {MMMM}|vorige {MMMM}",
    "pl": "{d} {MMMM} br.|{d} {MMMM} bieżącego roku|{d} {MMMM} ubiegłego roku|następny {LLLL}|zeszły {LLLL}",
    "pt": (
        "{d} de {MMMM} passado|{d} de {MMMM} próximo|{MMMM} passado|"
        "{d} de {MMMM} deste ano|próximo {MMMM}|no próximo {MMMM}"
    ),
    "ru": (
        "{d} {MMMM} этого года|{d} {MMMM} текущего года|{d} {MMMM} прошлого года|"
        "{d} {MMMM} с. г.|следующий {LLLL}|прошлый {LLLL}"
    ),
    "sv": "{d} {MMMM} i år|den {d} {MMMM} förra året|nästa {MMMM}|förra {MMMM}",
    "tr": "{d} {MMMM} günü|geçen yıl {d} {MMMM}|gelecek {LLLL}|önümüzdeki {LLLL}|geçen {LLLL}",
    "uk": "{d} {MMMM} цього року|{d} {MMMM} минулого року|наступний {LLLL}|минулий {LLLL}",
    "vi": "{d} tháng {M} năm nay|tháng {M} năm ngoái|ngày {d}/{M}",
    "zh": "今年{M}月{d}日|去年{M}月{d}日|明年{M}月{d}日|去年{M}月|今年{M}月|明年{M}月",
}
# "In May", in languages that decline it.
_IN_MONTH = {
    **dict.fromkeys(("az", "kk", "tr", "uz"), "{in month}"),
    "be": "у {in month}|у {in month} {y} года",
    "cs": "v {in month}|v {in month} {y}|v {in month} roku {y}",
    "el": "τον {in month}|τον {in month} του {y}",
    "et": "{in month} {y}|{y}. aasta {in month}",
    "eu": "{in month}|{y}ko {in month}",
    "fi": "{in month}|{in month} {y}",
    "hr": "u {in month}|u {in month} {y}.|u {in month} {y}. godine",
    "hy": "{in month}|{y}-ի {in month}",
    "ka": "{in month}|{y} წლის {in month}",
    "lt": "{in month}|{y} m. {in month}",
    "lv": "{in month}|{y}. gada {in month}",
    "pl": "w {in month}|w {in month} {y}|w {in month} {y} r.|w {in month} {y} roku",
    "ru": "в {in month}|в {in month} {y}|в {in month} {y} года|в {in month} {y} г.",
    "sk": "v {in month}|v {in month} {y}|v {in month} roku {y}",
    "sl": "v {in month}|v {in month} {y}|v {in month} leta {y}",
    "sr": "u {in month}|u {in month} {y}.|u {in month} {y}. godine",
    "uk": "у {in month}|в {in month} {y}|у {in month} {y} року",
}
for _language, _patterns in (*_TURNS.items(), *_IN_MONTH.items()):
    PHRASES[_language] = PHRASES.get(_language, ()) + listed(_patterns)
PHRASES["no"] = PHRASES["nn"] = PHRASES["nb"]
PHRASES["bs"] = PHRASES["sr"]
PHRASES["yue"] = PHRASES["zh"]

"""Days and years in words, in the languages whose words we trust."""

import functools
from collections.abc import Callable

from num2words import num2words

from datenorm.corpus.phrase import listed

# Languages, with the patterns in which their words stand. The month's case is CLDR's.
PATTERNS: dict[str, tuple[str, ...]] = {
    "af": listed("{day words} {MMMM} {y}|die {day words} {MMMM}"),
    "ar": listed(
        """
        {day words} من {MMMM} {y}|{day words} من {MMMM}|{day words} {MMMM} {y}|{day words} من {MMMM} عام {y}
        {day words} {month} {y}|{day words} من {month}|{day words} من شهر {month}|{day words} من شهر {month} {y}
        {day words} من {month} عام {year words}|{day words} من {month} {year words}|{month} عام {year words}
        {month} لعام {year words}|{month} لعام {y}|{month} سنة {year words}|{d} {month} {year words}
        عام {year words}|{day words} {month}
        """
    ),
    "az": listed("{day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "be": listed("{day words} {MMMM} {y} года|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "bg": listed("{day words} {MMMM} {y} г.|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "ca": listed("{day words} {MMMM} de {year words}|{day words} {MMMM} de {y}|{day words} {MMMM}"),
    "cs": listed("{day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "cy": listed(
        """
        {day words} o {MMMM} {y}|y {day words} o {MMMM}|{day words} o {MMMM}|{day words} o {month} {year words}
        {day words} o {month}|{day words} o {month} {y}|y {day words} o {month} {year words}|{MMMM} {year words}
        """
    ),
    "da": listed(
        """
        {day words} {MMMM} {year words}|den {day words} {MMMM} {y}|{day words} {MMMM} {y}|den {day words} {MMMM}
        """
    ),
    "de": listed(
        """
        {day words} {MMMM} {year words}|der {day words} {MMMM} {y}|am {day words} {MMMM} {y}|{day words} {MMMM} {y}
        am {day words} {MMMM}|der {day words} {MMMM}|{day words} {MMMM}|{d}. {MMMM} {year words}|{MMMM} {year words}
        {E}, der {day words} {MMMM} {y}|im Jahr {year words}
        """
    ),
    "el": listed("{day words} {MMMM} {y}|{day words} {MMMM}|{day words} του {MMMM}"),
    "en": listed(
        """
        {day words} of {month} {year words}|{month} {day words} {year words}|{month} {day words}, {year words}
        the {day words} of {month} {year words}|the {day words} of {month}, {year words}
        {day words} {month} {year words}|{day words} of {month} {y}|{month} {day words}, {y}|{month} {day words} {y}
        {day words} {month} {y}|the {day words} of {month}, {y}|{month} the {day words}, {y}
        {month} the {day words} {year words}|the {day words} day of {month}, {y}|{month} {d}, {year words}
        {d} {month} {year words}|{nth} of {month} {year words}|{day words} of {month}|the {day words} of {month}
        on the {day words} of {month}|{month} {day words}|{month} the {day words}|{day words} {month}
        {month} {year words}|{E}, the {day words} of {month} {y}|{E} {month} {day words}|in {year words}
        the year {year words}|{day words} of {month}, {year words}|{day words} {month}, {y}
        """
    ),
    "eo": listed("la {day words} de {MMMM} {year words}|la {day words} de {MMMM} {y}|la {day words} de {MMMM}"),
    "es": listed(
        """
        {day words} de {MMMM} de {year words}|{day words} de {MMMM} del {year words}|{day words} de {MMMM} de {y}
        el {day words} de {MMMM} de {y}|{day words} de {MMMM} del {y}|{day words} de {MMMM}|el {day words} de {MMMM}
        {MMMM} de {year words}|{E} {day words} de {MMMM}|{d} de {MMMM} de {year words}
        {E} {day words} de {MMMM} de {y}|{day words} de {month}|{day words} de {month} de {y}
        """
    ),
    "et": listed("{day words} {MMMM} {y}|{day words} {MMMM}"),
    "fa": listed("{day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "fi": listed("{day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "fr": listed(
        """
        {day words} {MMMM} {year words}|le {day words} {MMMM} {year words}|le {day words} {MMMM} {y}
        {day words} {MMMM} {y}|le {day words} {MMMM}|{day words} {MMMM}|{E} {day words} {MMMM} {y}
        {MMMM} {year words}|{d} {MMMM} {year words}|le {E} {day words} {MMMM} {y}|l'an {year words}
        """
    ),
    "gl": listed("{day words} de {MMMM} de {y}|{day words} de {MMMM}|o {day words} de {MMMM} de {y}"),
    "he": listed("{day words} ב{MMMM} {y}|{day words} ב{MMMM}|{day words} ל{MMMM} {y}|{day words} ל{MMMM}"),
    "hi": listed(
        """
        {day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}|{d} {MMMM} {year words}
        {MMMM} {day words} {year words}|{MMMM} {year words}|सन {year words}|सन् {year words}|वर्ष {year words}
        {MMMM} की {day words} तारीख
        """
    ),
    "hr": listed("{day words} {MMMM} {y}.|{day words} {MMMM}|{day words} {MMMM} {y}. godine"),
    "hu": listed(
        """
        {year words} {MMMM} {day words}|{y}. {MMMM} {day words}|{y} {MMMM} {day words}|{MMMM} {day words}
        """
    ),
    "id": listed(
        """
        {day words} {MMMM} {year words}|{day words} {MMMM} {y}|tanggal {day words} {MMMM}|{day words} {MMMM}
        """
    ),
    "is": listed("{day words} {MMMM} {y}|{day words} {MMMM}|þann {day words} {MMMM}"),
    "it": listed(
        """
        {day words} {MMMM} {year words}|il {day words} {MMMM} {year words}|{day words} {MMMM} {y}
        il {day words} {MMMM} {y}|{day words} {MMMM}|il {day words} {MMMM}|{MMMM} {year words}
        {E} {day words} {MMMM} {y}|{d} {MMMM} {year words}
        """
    ),
    "ka": listed("{day words} {MMMM} {y}|{day words} {MMMM}|{day words} {MMMM}, {y}"),
    "ko": listed(
        """
        {year words}년 {month words} {day words}일|{month words} {day words}일|{year words}년 {month words}
        {year words}년{month words}{day words}일|{month words}{day words}일|{year words}년
        """
    ),
    "lt": listed("{y} m. {MMMM} {day words}|{MMMM} {day words}"),
    "mk": listed("{day words} {MMMM} {y} година|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "mr": listed(
        """
        {day words} {MMMM} {year words}|{MMMM} {day words} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}
        {MMMM} {day words}|{MMMM} {year words}|सन {year words}|इसवी सन {year words}|{d} {MMMM} {year words}
        """
    ),
    "ms": listed("{day words} {MMMM} {y}|{day words} {MMMM}"),
    "nb": listed(
        """
        {day words} {MMMM} {year words}|den {day words} {MMMM} {y}|{day words} {MMMM} {y}|den {day words} {MMMM}
        """
    ),
    "nl": listed(
        """
        {day words} {MMMM} {year words}|{day words} {MMMM} {y}|de {day words} {MMMM} {y}|{day words} {MMMM}
        de {day words} {MMMM}|{MMMM} {year words}|{d} {MMMM} {year words}
        """
    ),
    "pl": listed(
        """
        {day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM} {y} roku|{day words} {MMMM}
        """
    ),
    "pt": listed(
        """
        {day words} de {MMMM} de {year words}|{day words} de {MMMM} de {y}|{day words} de {MMMM}
        dia {day words} de {MMMM}|{MMMM} de {year words}|{E}, {day words} de {MMMM} de {y}
        {d} de {MMMM} de {year words}|em {day words} de {MMMM} de {y}|{day words} de {month}
        """
    ),
    "ro": listed("{day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "ru": listed(
        """
        {day words} {MMMM} {y}|{day words} {MMMM} {y} года|{day words} {MMMM} {year words} года|{day words} {MMMM}
        {day words} {MMMM} {year words}|{LLLL} {year words} года
        """
    ),
    "sk": listed("{day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "sl": listed("{day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "sr": listed("{day words} {MMMM} {y}.|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "sv": listed(
        """
        {day words} {MMMM} {year words}|den {day words} {MMMM} {y}|{day words} {MMMM} {y}|den {day words} {MMMM}
        """
    ),
    "tr": listed("{day words} {MMMM} {year words}|{day words} {MMMM} {y}|{day words} {MMMM}"),
    "uk": listed(
        """
        {day words} {MMMM} {y}|{day words} {MMMM} {y} року|{day words} {MMMM} {year words} року|{day words} {MMMM}
        """
    ),
    "vi": listed(
        """
        ngày {day words} tháng {month words vi} năm {y}|ngày {day words} tháng {month words vi}
        {day words} tháng {month words vi}|mồng {day words low} tháng {month words vi}
        ngày {day words} tháng {month words vi} năm {year words}|tháng {month words vi} năm {year words}
        {day words} tháng {month words vi} năm {year words}|mùng {day words low} tháng {month words vi}
        mùng {day words low} tháng {month words vi} năm {year words}|năm {year words}
        ngày mồng {day words low} tháng {month words vi} năm {year words}|{d} tháng {M} năm {year words}
        """
    ),
}
# "Third day of October", where the day's word is an ordinal.
for _language, _patterns in {
    "en": "{day words} day of {month}|the {day words} day of {month}|{nth} day of {month}",
    "de": "{day words} Tag im {MMMM}|der {day words} Tag des {MMMM}",
    "nl": "{day words} dag in {MMMM}|de {day words} dag van {MMMM}|{day words} dag van {MMMM}",
    "sv": "{day words} dagen i {MMMM}|den {day words} dagen i {MMMM}",
    "da": "{day words} dag i {MMMM}|den {day words} dag i {MMMM}",
    "nb": "{day words} dag i {MMMM}|den {day words} dagen i {MMMM}",
    "pl": "{day words} dnia {MMMM}|{day words} dzień {MMMM}",
}.items():
    PATTERNS[_language] += listed(_patterns)
# In any order, and with a year of two digits, wherever the days have words and the months names.
_SHARED = listed(
    """
    {day words} {month} {yy}|{day words} {month} {y}|{day words} {month}|{month} {day words}|{E} {day words} {month}
    {E}, {day words} {month}|{month} {day words} {y}|{day words} {month}, {y}|{day words}-{month}|{day words} {MMM}
    """
)
PATTERNS |= {language: patterns + _SHARED for language, patterns in PATTERNS.items() if language not in ("ko", "vi")}
PATTERNS["nn"] = PATTERNS["no"] = PATTERNS["nb"]

_NUM2WORDS = {"nb": "no", "nn": "no"}  # where num2words has another code

# Where num2words has no ordinals, or not those that dates take, the 31 days by hand.
_GREEK = (
    "πρώτη δύο τρεις τέσσερις πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα δεκατρείς δεκατέσσερις δεκαπέντε δεκαέξι "
    "δεκαεπτά δεκαοκτώ δεκαεννέα είκοσι είκοσι_μία είκοσι_δύο είκοσι_τρεις είκοσι_τέσσερις είκοσι_πέντε είκοσι_έξι "
    "είκοσι_επτά είκοσι_οκτώ είκοσι_εννέα τριάντα τριάντα_μία"
)
_HINDI = (  # up to 99: none follows from its tens and ones
    "एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस "
    "पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस "
    "इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन "
    "सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर "
    "पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे "
    "इक्यानवे बानवे तिरानवे चौरानवे पंचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे"
)
_MARATHI = (
    "एक दोन तीन चार पाच सहा सात आठ नऊ दहा अकरा बारा तेरा चौदा पंधरा सोळा सतरा अठरा एकोणीस वीस एकवीस बावीस तेवीस चोवीस "
    "पंचवीस सव्वीस सत्तावीस अठ्ठावीस एकोणतीस तीस एकतीस बत्तीस तेहतीस चौतीस पस्तीस छत्तीस सदतीस अडतीस एकोणचाळीस चाळीस "
    "एक्केचाळीस बेचाळीस त्रेचाळीस चव्वेचाळीस पंचेचाळीस सेहेचाळीस सत्तेचाळीस अठ्ठेचाळीस एकोणपन्नास पन्नास एक्कावन्न बावन्न त्रेपन्न "
    "चोपन्न पंचावन्न छप्पन्न सत्तावन्न अठ्ठावन्न एकोणसाठ साठ एकसष्ट बासष्ट त्रेसष्ट चौसष्ट पासष्ट सहासष्ट सदुसष्ट अडुसष्ट एकोणसत्तर "
    "सत्तर एक्काहत्तर बाहत्तर त्र्याहत्तर चौऱ्याहत्तर पंच्याहत्तर शहात्तर सत्याहत्तर अठ्ठ्याहत्तर एकोणऐंशी ऐंशी एक्क्याऐंशी ब्याऐंशी "
    "त्र्याऐंशी चौऱ्याऐंशी पंच्याऐंशी शहाऐंशी सत्त्याऐंशी अठ्ठ्याऐंशी एकोणनव्वद नव्वद एक्क्याण्णव ब्याण्णव त्र्याण्णव चौऱ्याण्णव "
    "पंच्याण्णव शहाण्णव सत्त्याण्णव अठ्ठ्याण्णव नव्व्याण्णव"
)
_ARABIC = (
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي_عشر الثاني_عشر الثالث_عشر الرابع_عشر "
    "الخامس_عشر السادس_عشر السابع_عشر الثامن_عشر التاسع_عشر العشرون الحادي_والعشرون الثاني_والعشرون الثالث_والعشرون "
    "الرابع_والعشرون الخامس_والعشرون السادس_والعشرون السابع_والعشرون الثامن_والعشرون التاسع_والعشرون الثلاثون "
    "الحادي_والثلاثون"
)
_CZECH = (
    "prvního druhého třetího čtvrtého pátého šestého sedmého osmého devátého desátého jedenáctého dvanáctého "
    "třináctého čtrnáctého patnáctého šestnáctého sedmnáctého osmnáctého devatenáctého"
)
_SLOVAK = (
    "prvého druhého tretieho štvrtého piateho šiesteho siedmeho ôsmeho deviateho desiateho jedenásteho dvanásteho "
    "trinásteho štrnásteho pätnásteho šestnásteho sedemnásteho osemnásteho devätnásteho"
)
_SERBIAN = (
    "prvog drugog trećeg četvrtog petog šestog sedmog osmog devetog desetog jedanaestog dvanaestog trinaestog "
    "četrnaestog petnaestog šesnaestog sedamnaestog osamnaestog devetnaestog"
)


_BULGARIAN = (
    "първи втори трети четвърти пети шести седми осми девети десети единадесети дванадесети тринадесети "
    "четиринадесети петнадесети шестнадесети седемнадесети осемнадесети деветнадесети"
)
_MACEDONIAN = (
    "први втори трети четврти петти шести седми осми деветти десетти единаесетти дванаесетти тринаесетти "
    "четиринаесетти петнаесетти шеснаесетти седумнаесетти осумнаесетти деветнаесетти"
)
_BELARUSIAN = (
    "першага другога трэцяга чацвёртага пятага шостага сёмага восьмага дзявятага дзясятага адзінаццатага дванаццатага "
    "трынаццатага чатырнаццатага пятнаццатага шаснаццатага семнаццатага васемнаццатага дзевятнаццатага"
)
_LITHUANIAN = (
    "pirmoji antroji trečioji ketvirtoji penktoji šeštoji septintoji aštuntoji devintoji dešimtoji vienuoliktoji "
    "dvyliktoji tryliktoji keturioliktoji penkioliktoji šešioliktoji septynioliktoji aštuonioliktoji devynioliktoji"
)
_ESTONIAN = (
    "esimene teine kolmas neljas viies kuues seitsmes kaheksas üheksas kümnes üheteistkümnes kaheteistkümnes "
    "kolmeteistkümnes neljateistkümnes viieteistkümnes kuueteistkümnes seitsmeteistkümnes kaheksateistkümnes "
    "üheksateistkümnes"
)
_ICELANDIC = (
    "fyrsti annar þriðji fjórði fimmti sjötti sjöundi áttundi níundi tíundi ellefti tólfti þrettándi fjórtándi "
    "fimmtándi sextándi sautjándi átjándi nítjándi"
)
_AFRIKAANS = (
    "eerste tweede derde vierde vyfde sesde sewende agste negende tiende elfde twaalfde dertiende veertiende "
    "vyftiende sestiende sewentiende agtiende negentiende"
)
_GALICIAN = (
    "un dous tres catro cinco seis sete oito nove dez once doce trece catorce quince dezaseis dezasete dezaoito "
    "dezanove"
)
_HEBREW = (
    "אחד שניים שלושה ארבעה חמישה שישה שבעה שמונה תשעה עשרה אחד_עשר שנים_עשר שלושה_עשר ארבעה_עשר חמישה_עשר שישה_עשר "
    "שבעה_עשר שמונה_עשר תשעה_עשר"
)
_HEBREW_ORDINALS = "הראשון השני השלישי הרביעי החמישי השישי השביעי השמיני התשיעי העשירי".split()
_GEORGIAN = (
    "პირველი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი თერთმეტი თორმეტი ცამეტი თოთხმეტი თხუთმეტი თექვსმეტი ჩვიდმეტი "
    "თვრამეტი ცხრამეტი ოცი ოცდაერთი ოცდაორი ოცდასამი ოცდაოთხი ოცდახუთი ოცდაექვსი ოცდაშვიდი ოცდარვა ოცდაცხრა ოცდაათი "
    "ოცდათერთმეტი"
)
_WELSH = (
    "cyntaf ail trydydd pedwerydd pumed chweched seithfed wythfed nawfed degfed unfed_ar_ddeg deuddegfed "
    "trydydd_ar_ddeg pedwerydd_ar_ddeg pymthegfed unfed_ar_bymtheg ail_ar_bymtheg deunawfed pedwerydd_ar_bymtheg "
    "ugeinfed unfed_ar_hugain ail_ar_hugain trydydd_ar_hugain pedwerydd_ar_hugain pumed_ar_hugain "
    "chweched_ar_hugain seithfed_ar_hugain wythfed_ar_hugain nawfed_ar_hugain degfed_ar_hugain "
    "unfed_ar_ddeg_ar_hugain"
)
_VIETNAMESE = (
    "một hai ba bốn năm sáu bảy tám chín mười mười_một mười_hai mười_ba mười_bốn mười_lăm mười_sáu mười_bảy mười_tám "
    "mười_chín hai_mươi hai_mươi_mốt hai_mươi_hai hai_mươi_ba hai_mươi_tư hai_mươi_lăm hai_mươi_sáu hai_mươi_bảy "
    "hai_mươi_tám hai_mươi_chín ba_mươi ba_mươi_mốt"
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


def _tens_first(ones: str, twenty: str, twenties: str, thirty: str, thirties: str) -> tuple[str, ...]:
    """The 31 days of languages that say "twenty", "twenty first"; from 21 on the tens as they stand before a one."""
    first = _words(ones)
    return (*first, twenty, *(f"{twenties}{one}" for one in first[:9]), thirty, f"{thirties}{first[0]}")


_BY_HAND: dict[str, tuple[str, ...]] = {
    "af": (
        *_words(_AFRIKAANS),
        "twintigste",
        *(f"{one}-en-twintigste" for one in "een twee drie vier vyf ses sewe agt nege".split()),
        *("dertigste", "een-en-dertigste"),
    ),
    "ar": _words(_ARABIC),
    "be": _tens_first(_BELARUSIAN, "дваццатага", "дваццаць ", "трыццатага", "трыццаць "),
    "bg": _tens_first(_BULGARIAN, "двадесети", "двадесет и ", "тридесети", "тридесет и "),
    "cs": _tens_first(_CZECH, "dvacátého", "dvacátého ", "třicátého", "třicátého "),
    "cy": _words(_WELSH),
    "el": _words(_GREEK),
    "et": _tens_first(_ESTONIAN, "kahekümnes", "kahekümne ", "kolmekümnes", "kolmekümne "),
    "gl": _tens_first(_GALICIAN, "vinte", "vinte e ", "trinta", "trinta e "),
    "he": _tens_first(_HEBREW, "עשרים", "עשרים ו", "שלושים", "שלושים ו"),
    "hi": _words(_HINDI),
    "hr": _tens_first(_SERBIAN, "dvadesetog", "dvadeset ", "tridesetog", "trideset "),
    "ka": _words(_GEORGIAN),
    "is": _tens_first(_ICELANDIC, "tuttugasti", "tuttugasti og ", "þrítugasti", "þrítugasti og "),
    "lt": _tens_first(_LITHUANIAN, "dvidešimtoji", "dvidešimt ", "trisdešimtoji", "trisdešimt "),
    "mr": _words(_MARATHI),
    "mk": _tens_first(_MACEDONIAN, "дваесетти", "дваесет и ", "триесетти", "триесет и "),
    "sk": _tens_first(_SLOVAK, "dvadsiateho", "dvadsiateho ", "tridsiateho", "tridsiateho "),
    "sr": _tens_first(_SERBIAN, "dvadesetog", "dvadeset ", "tridesetog", "trideset "),
    "vi": _words(_VIETNAMESE),
}


def _say(number: int, language: str, to: str = "cardinal", **more: str) -> str:
    return str(num2words(number, lang=_NUM2WORDS.get(language, language), to=to, **more))


def _german(day: int) -> tuple[str, ...]:
    ordinal = _say(day, "de", "ordinal")
    return ordinal, ordinal + "r", ordinal + "n"


def _english(day: int) -> tuple[str, ...]:
    ordinal = _say(day, "en", "ordinal")
    return ordinal, ordinal, ordinal, ordinal.replace("-", " "), _say(day, "en")


def _cardinal_but_first(language: str, *first: str) -> Callable[[int], tuple[str, ...]]:
    return lambda day: first if day == 1 else (_say(day, language),)


def _cardinal_or_ordinal(language: str, *first: str) -> Callable[[int], tuple[str, ...]]:
    """The ordinals of the other days are seldom said."""
    return lambda day: first if day == 1 else (_say(day, language),) * 4 + (_say(day, language, "ordinal"),)


def _arabic_cardinals(day: int) -> tuple[str, ...]:
    word = _say(day, "ar").replace(" و ", " و")
    return tuple(dict.fromkeys((word, word.replace("رون", "رين").replace("ثون", "ثين"))))


def _arabic(day: int) -> tuple[str, ...]:
    word = _BY_HAND["ar"][day - 1]
    ordinals = tuple(dict.fromkeys((word, word.replace("شرون", "شرين").replace("لاثون", "لاثين"))))
    return (*ordinals, *ordinals, *(("أول",) if day == 1 else _arabic_cardinals(day)))


def _polish(day: int) -> tuple[str, ...]:
    genitive = " ".join(
        word[:-1] + ("ego" if word.endswith("y") else "iego" if word.endswith(("gi", "ci")) else word[-1])
        for word in _say(day, "pl", "ordinal").split()
    )
    return genitive, _say(day, "pl", "ordinal")


def _ukrainian(day: int) -> tuple[str, ...]:
    *tens, last = _say(day, "uk", "ordinal").split()
    ending = "ього" if last.endswith("ій") else "ого"
    return (" ".join([*tens, last[:-2] + ending]), " ".join([*tens, last[:-2] + ("є" if ending == "ього" else "е")]))


def _ukrainian_year(year: int) -> tuple[str, ...]:
    ordinal = _say(year, "uk", "ordinal")
    return (ordinal[:-2] + ("ього" if ordinal.endswith("ій") else "ого"),)


def _russian(day: int) -> tuple[str, ...]:
    return _say(day, "ru", "ordinal", case="g"), _say(day, "ru", "ordinal", gender="n")


def _hungarian(day: int) -> tuple[str, ...]:
    if day == 1:
        return "elseje", "elsején", "elsejei"
    ordinal = _say(day, "hu", "ordinal")
    back = ordinal.endswith(("odik", "adik")) and not ordinal.endswith(("edik", "ödik"))
    return (ordinal + ("a" if back else "e"), ordinal + ("án" if back else "én"))


def _hebrew(day: int) -> tuple[str, ...]:
    cardinal = _BY_HAND["he"][day - 1]
    return cardinal, _HEBREW_ORDINALS[day - 1] if day <= len(_HEBREW_ORDINALS) else f"ה{cardinal}"


def _finnish(day: int) -> tuple[str, ...]:
    return (_say(day, "fi", "ordinal"),)


def _ordinal(language: str) -> Callable[[int], tuple[str, ...]]:
    return lambda day: (_say(day, language, "ordinal"),)


def _cardinal(language: str) -> Callable[[int], tuple[str, ...]]:
    return lambda day: (_say(day, language),)


def _listed_days(words: tuple[str, ...]) -> Callable[[int], tuple[str, ...]]:
    return lambda day: (words[day - 1],)


_DAYS: dict[str, Callable[[int], tuple[str, ...]]] = {
    **{language: _listed_days(words) for language, words in _BY_HAND.items()},
    "ar": _arabic,
    "az": _cardinal("az"),
    "ca": _cardinal_but_first("ca", "u", "primer"),
    "da": lambda day: (_say(day, "da", "ordinal"), "tredie") if day == 3 else (_say(day, "da", "ordinal"),),
    "de": _german,
    "en": _english,
    "eo": _ordinal("eo"),
    "es": _cardinal_or_ordinal("es", "primero", "uno"),
    "fa": _ordinal("fa"),
    "fi": _finnish,
    "fr": _cardinal_but_first("fr", "premier"),
    "he": _hebrew,
    "hi": lambda day: (_BY_HAND["hi"][day - 1], "पहली") if day == 1 else (_BY_HAND["hi"][day - 1],),
    "hu": _hungarian,
    "id": _cardinal("id"),
    "ms": lambda day: (_say(day, "id").replace("delapan", "lapan"),),
    "it": _cardinal_but_first("it", "primo"),
    "ko": _cardinal("ko"),
    "nb": _ordinal("nb"),
    "nl": lambda day: (_say(day, "nl"), _say(day, "nl", "ordinal")),
    "pl": _polish,
    "pt": _cardinal_or_ordinal("pt", "primeiro", "um"),
    "ro": _cardinal_but_first("ro", "întâi", "unu"),
    "ru": _russian,
    "sl": lambda day: (_say(day, "sl", "ordinal"), _say(day, "sl", "ordinal")[:-1] + "ega"),
    "sv": _ordinal("sv"),
    "tr": lambda day: tuple(dict.fromkeys((_say(day, "tr"), _turkish(day)))),
    "uk": _ukrainian,
}
_DAYS["vi"] = lambda day: tuple(dict.fromkeys((_BY_HAND["vi"][day - 1], _BY_HAND["vi"][day - 1].replace("mươi ", ""))))
_DAYS["nn"] = _DAYS["no"] = _DAYS["nb"]

_TURKISH_ONES = "|bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz".split("|")
_TURKISH_TENS = "|on|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan".split("|")


def _turkish(number: int) -> str:
    """In separate words, as people write; num2words joins them, as on cheques."""
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    words = ["bin" if thousands == 1 else f"{_TURKISH_ONES[thousands]} bin"] if thousands else []
    words += ["yüz" if hundreds == 1 else f"{_TURKISH_ONES[hundreds]} yüz"] if hundreds else []
    return " ".join(word for word in (*words, _TURKISH_TENS[rest // 10], _TURKISH_ONES[rest % 10]) if word)


def _english_year(year: int) -> tuple[str, ...]:
    pairs = _say(year, "en", "year")
    count = _say(year, "en")
    forms = [pairs, pairs.replace("-", " ")] * 2
    if 2000 <= year < 2100 or not year % 1000:
        forms += [count, count.replace("-", " "), count.replace(" and ", " ").replace("-", " ")]
    elif 1100 <= year < 2000 and year % 100:
        hundreds, rest = divmod(year, 100)
        forms.append(f"{_say(hundreds, 'en')} hundred and {_say(rest, 'en')}".replace("-", " "))
    return tuple(forms)


def _of_india(language: str, hundred: str, *thousands: str) -> Callable[[int], tuple[str, ...]]:
    """The years of languages that count hundreds up to the twentieth: nineteen hundred and ninety, two thousand ten."""
    words = _BY_HAND[language]

    def say(year: int) -> tuple[str, ...]:
        hundreds, rest = divmod(year, 100)
        heads = thousands if hundreds == 20 else (words[hundreds - 1] + hundred,)
        return tuple(f"{head} {words[rest - 1]}" if rest else head for head in heads)

    return say


def _swedish_year(year: int) -> tuple[str, ...]:
    hundreds, rest = divmod(year, 100)
    counted = f"{_say(hundreds, 'sv')}hundra{_say(rest, 'sv') if rest else ''}"
    pairs = (_say(hundreds, "sv") + _say(rest, "sv"),) if rest >= 10 else ()
    return (counted, *pairs, _say(year, "sv")) if year >= 2000 else (counted, counted, *pairs)


def _german_year(year: int) -> tuple[str, ...]:
    together = _say(year, "de", "year")
    return together, together, together.replace("tausend", " tausend ").replace("hundert", " hundert ").strip()


def _hungarian_year(year: int) -> tuple[str, ...]:
    counted = _say(year, "hu")
    return (counted, counted.replace("kétezer", "kettőezer")) if year >= 2000 else (counted,)


def _arabic_year(year: int) -> tuple[str, ...]:
    """As num2words has it, and in the case that stands behind "in the year"."""
    counted = "ألفان" if year == 2000 else _say(year, "ar").replace(" و ", " و")
    return counted, counted.replace("ألفان", "ألفين").replace("اثنان", "اثنين").replace("ون", "ين")


_VIETNAMESE_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()


def _vietnamese_year(year: int) -> tuple[str, ...]:
    """As a number, with and without the hundreds of 2013, and digit by digit."""
    hundreds, rest = divmod(year % 1000, 100)
    parts = [f"{_VIETNAMESE_DIGITS[year // 1000]} nghìn"]
    if hundreds:
        parts.append(f"{_VIETNAMESE_DIGITS[hundreds]} trăm")
    if rest:
        parts.append(f"linh {_VIETNAMESE_DIGITS[rest]}" if rest < 10 else _say(rest, "vi"))
    counted = " ".join(parts)
    full = counted.replace("nghìn", "nghìn không trăm") if rest and not hundreds else counted
    digits = " ".join(_VIETNAMESE_DIGITS[int(digit)] for digit in str(year))
    return counted, counted.replace("nghìn", "ngàn"), full, full.replace("linh", "lẻ"), digits, digits


_WELSH_DIGITS = "dim un dau tri pedwar pump chwech saith wyth naw".split()


def _welsh_year(year: int) -> tuple[str, ...]:
    """1995 as "mil naw naw pump", 2021 as "dwy fil dau ddeg un" or, by twenties, "dwy fil un ar hugain"."""
    thousands, rest = divmod(year, 1000)
    if thousands == 1:
        return ("mil " + " ".join(_WELSH_DIGITS[int(digit)] for digit in f"{rest:03d}"),)
    if rest == 0 or rest >= 100:
        return ("dwy fil",) if rest == 0 else ()
    tens, ones = divmod(rest, 10)
    ten = {0: "", 1: "un deg", 2: "dau ddeg"}.get(tens, f"{_WELSH_DIGITS[tens]} deg")
    decimal = " ".join(part for part in (ten, _WELSH_DIGITS[ones] if ones else "") if part)
    joined = "a deg" if rest == 10 else "ac ugain" if rest == 20 else decimal
    return f"dwy fil {decimal}", f"dwy fil {joined}", _say(year, "cy")


def _counted(*languages: str) -> dict[str, Callable[[int], tuple[str, ...]]]:
    """The languages that say a year as the number it is."""
    return {language: _cardinal(language) for language in languages}


def _paired(*languages: str) -> dict[str, Callable[[int], tuple[str, ...]]]:
    """The languages in which num2words knows how a year is said: nineteen hundred and so on."""

    def paired(language: str) -> Callable[[int], tuple[str, ...]]:
        return lambda year: (_say(year, language, "year"),)

    return {language: paired(language) for language in languages}


_YEARS: dict[str, Callable[[int], tuple[str, ...]]] = {
    **_counted("az", "ca", "cs", "eo", "es", "fa", "id", "it", "ko", "pl", "pt", "ro", "sk", "sl"),
    **_paired("da", "nb", "nn", "no"),
    "ar": _arabic_year,
    "cy": _welsh_year,
    "de": _german_year,
    "en": _english_year,
    "fi": lambda year: tuple(dict.fromkeys((_say(year, "fi").replace(" ", ""), _say(year, "fi")))),
    "fr": lambda year: (_say(year, "fr"), _say(year, "fr").replace("-", " ")),
    "hi": _of_india("hi", " सौ", "दो हजार", "दो हज़ार"),
    "hu": _hungarian_year,
    "mr": _of_india("mr", "शे", "दोन हजार"),
    "nl": lambda year: (_say(year, "nl", "year"), _say(year, "nl", "year").replace(" ", "")),
    "ru": lambda year: (_say(year, "ru", "ordinal", case="g"),),
    "sv": _swedish_year,
    "tr": lambda year: tuple(dict.fromkeys((_say(year, "tr"), _turkish(year)))),
    "uk": _ukrainian_year,
    "vi": _vietnamese_year,
}
_SPELLED_YEARS = range(1500, 2101)  # nobody spells out the others


@functools.cache
def days(language: str) -> Callable[[int], tuple[str, ...]]:
    """What the language calls the days of a month, by number."""
    return functools.cache(_DAYS.get(language, _nothing))


@functools.cache
def years(language: str) -> Callable[[int], tuple[str, ...]]:
    """What the language calls the years, by number; nothing outside 1500-2100."""
    say = _YEARS.get(language, _nothing)

    @functools.cache
    def said(year: int) -> tuple[str, ...]:
        return say(year) if year in _SPELLED_YEARS else ()

    return said


def _nothing(number: int) -> tuple[str, ...]:
    return ()


VIETNAMESE_MONTHS = tuple(
    "một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai".replace(" ", "|").replace("_", " ").split("|")
)
KANA_MONTHS = tuple(
    f"{number}がつ" for number in "いち に さん し ご ろく しち はち く じゅう じゅういち じゅうに".split()
)
KANA_WEEKDAYS = tuple("げつようび かようび すいようび もくようび きんようび どようび にちようび".split())
KOREAN_MONTHS = tuple("일월 이월 삼월 사월 오월 유월 칠월 팔월 구월 시월 십일월 십이월".split())

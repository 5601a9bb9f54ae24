"""Lookalikes: numbers and words that look like a moment and state none, such as "John 3:16", "4-4-2" and "Room 1130".

The texts without a date that the date task has are beside them. These are of the moments alone: what the date task
writes must not change.
"""

import random
import re
from collections.abc import Callable

from datenorm.core.moments import NOTHING
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, without_value
from datenorm.corpus.negatives.draw import pool
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, listed

_YEAR_LIKE = (range(1000, 2200), range(1900, 2030))
_UPPER, _LOWER = 0.05, 0.15
_FAKER_LOCALES = ("en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "pt_BR", "sv_SE", "tr_TR")
_FIRST_NAMES, _NAMED_RELEASES, _SAME_OCTETS, _LOW_OCTETS = 0.5, 0.1, 0.3, 0.7
_HELD, _COUNTED_OR_HELD = 0.45, 0.8

_BOOKS = listed(
    """
    John|Matthew|Mark|Luke|Romans|Genesis|Exodus|Psalm|Psalms|Ps.|Isaiah|Isa.|Proverbs|Prov|Acts|1 Cor.|2 Cor
    Eph|Gal.|Hebrews|James|Rev.|Revelation|Jn|Mt|Mk|Lk|Rom|Gen.|Job|Daniel|Johannes|Matthäus|Markus|Lukas|Römer
    Jesaja|1. Mose|1 Kor|Offb|Jean|Matthieu|Marc|Luc|Psaume|Genèse|Ésaïe|Actes|Juan|Mateo|Marcos|Lucas|Salmo
    Génesis|Isaías|Romanos|Hechos|Apocalipsis|Giovanni|Matteo|Marco|Luca|Genesi|Salmi|João|Mateus|Gênesis|Atos
    Mattheus|Jana|Mateusza|Łukasza|Rdz|Иоанна|Матфея|Мк|Лк|Псалом|Быт.|Рим.|约翰福音|馬太福音|诗篇|創世記|マタイ
    ヨハネ|요한복음|마태복음|시편|창세기|Sura|Surah|Sure|Quran|Koran|Yohanes|Matius|Mazmur|Giăng|Ma-thi-ơ
    Thi Thiên|Ioan|Matei|Ιωάννης|Ψαλμός|Yuhanna|Matta|יוחנן|תהילים|بقره|سورة البقرة|Évangile de Jean
    Bhagavad Gita|Gita|Iliad|Odyssey
    """
)
_VERSES = Choice(
    {"{c}:{v}": 55, "{c}:{v}-{w}": 20, "{c}, {v}": 6, "{c},{v}": 8, "{c}.{v}": 4, "{c}:{v}–{w}": 4, "{c}:{v}f": 3}
)
_FORMATIONS = listed(
    """
    4-4-2|4-3-3|3-5-2|4-2-3-1|5-3-2|3-4-3|4-5-1|4-1-4-1|5-4-1|3-4-1-2|4-4-1-1|4-3-2-1|2-3-5|4-2-4
    """
)
_AROUND_FORMATIONS = (
    "{}",
    "{}",
    "{}",
    "a {} formation",
    "im {}",
    "en {}",
    "un {}",
    "formation {}",
    "{}-System",
    "4-4-2 -> {}",
)
_SCORES = listed(
    """
    {a}:{b}|{a} : {b}|won {a}-{b}|lost {a}:{b}|{a}:{b} n.V.|{a}:{b} n.E.|{a}-{b} ({c}-{d})|{a}:{b} ({c}:{d})
    final score {a}-{b}|FT {a}-{b}|HT {a}-{b}|{a}-{b} AET|Endstand {a}:{b}|score final {a}-{b}|gana {a}-{b}
    счёт {a}:{b}|со счётом {a}:{b}|marcador {a}-{b}|resultado: {a}-{b}|wynik {a}:{b}|{a}対{b}|{a}比{b}
    stand {a}-{b}|risultato {a}-{b}|skor {a}-{b}|tỉ số {a}-{b}|{a}-{b} win|a {a}:{b} victory|ein {a}:{b}-Sieg
    match nul {a}-{a}|{a} to {a} draw
    """
)
_RATIOS = listed(
    """
    16:9|4:3|21:9|3:2|16:10|1:1|2:1|9:16|1:10|1:2|1:4|3:1|5:4|1.85:1|2.39:1|aspect ratio 16:9|in 16:9|16:9 HD
    format 4:3|scale 1:{s}|M 1:{s}|1:{s}|Maßstab 1:{s}|échelle 1:{s}|escala 1:{s}|scala 1:{s}|масштаб 1:{s}
    ratio {a}:{b}|{a}:{b} odds|odds of {a}:{b}|im Verhältnis {a}:{b}|{a}:1 ratio|a {a}:{b} majority
    compression {a}:1|比率{a}:{b}|配比 {a}:{b}|mix {a}:{b}|diluted 1:{s}
    """
)
_SCALES = ("10", "20", "25", "50", "87", "100", "160", "200", "500", "1000", "2500", "10000", "25000", "50000")
_ALWAYS = listed(
    """
    24/7|open 24/7|24/7 support|available 24/7|24/7/365|24h/24|7j/7|24h/24 et 7j/7|24x7|24×7
    rund um die Uhr 24/7|abierto 24/7|aberto 24/7|ouvert 24h/24|24/7 geöffnet|aperto 24/7|24/7 open
    круглосуточно 24/7|24/7 hotline|24/7营业|24時間営業
    """
)
_PRODUCTS = listed(
    """
    gcc|g++|clang|python|Python|node|nodejs|go|rustc|java|openjdk|php|ruby|perl|mysql|postgres|nginx|redis
    docker|kernel|linux|iOS|macOS|Android|Chrome|Firefox|numpy|pandas|django|react|vue|angular|typescript|gradle
    maven|cmake|openssl|curl|git|bash|libc|glibc|cuda|CUDA|driver|firmware|build|release|rel.|v|ver|version
    Version|versión|версия|wersja|版本|バージョン|sürüm
    """
)
_VERSION_NUMBERS = Choice(
    {"{a}.{b}.{c}": 55, "{a}.{b}": 20, "{a}.{b}.{c}.{d}": 10, "{a}.{b}.{c}-{d}": 10, "{a}.0{d}": 5}
)
_UBUNTU = listed(
    """
    Ubuntu 20.04|Ubuntu 22.04 LTS|ubuntu 18.04.6|ubuntu-22.04|Fedora 38|Debian 12|Windows 10|Windows 11 22H2
    RHEL 8.9
    """
)
_HOLDERS = listed(
    """
    locker|room|Room|rm|apartment|apt.|apt|suite|Suite|flight|bus|channel|PIN|pin|code|gate|extension|ext.|lot
    unit|box|P.O. Box|order|ticket|seat|track|Flug|Zimmer|Schließfach|Raum|Postfach|Gleis|Linie|chambre|casier
    salle|vol|habitación|taquilla|sala|vuelo|camera|armadietto|stanza|volo|kamer|kluisje|vlucht|quarto|armário
    voo|pokój|szafka|lot nr|комната|номер|рейс|кабинет|rum|rom|værelse|huone|szoba|pokoj|oda|phòng|kamar|ห้อง
    חדר|غرفة|اتاق|房间|ルーム|호실|player|Model no.|part|item|article|Artikel|réf.|ref|zip|PLZ|postcode|house
    Hausnr.|no.|No.|nr.|nº|#|№|chapter|page|Seite|página|стр.|第
    """
)
_COUNTED = listed(
    """
    euros|Euro|euro|dollars|Dollar|USD|EUR|GBP|pounds|рублей|руб.|złotych|zł|kr|kr.|円|元|원|₽|€|TL|đồng|rupees
    yen|francs|CHF|kg|km|cm|mm|kW|kWh|kcal|MB|GB|rpm|steps|people|persons|visitors|votes|words|pages|personnes
    personas|pessoas|persone|Personen|Einwohner|Stück|Seiten|habitants|habitantes|abitanti|inwoners|osób|человек
    людей|人|名|명|kişi|người|orang|คน|users|followers|views|items|pieces|points|Punkte|likes|characters|tokens
    seats|units|tons|m²|sq ft|ml|Hz|MHz|dpi|px
    """
)
_PRICES = listed(
    """
    ${n}|€{n}|£{n}|{n} €|{n},- €|{n},00 €|$ {n}.99|{n},99 €|¥{n}|₹{n}|USD {n}|EUR {n},-|{n} zł|Rs. {n}|R$ {n},00
    kr {n},-|for {n} euros|only ${n}|nur {n} Euro|seulement {n} euros|por {n} euros|price: {n}|Preis: {n}
    prix : {n} €|цена {n} руб.
    """
)
_PARTS = listed(
    """
    PN {a}-{b}-{c}|P/N {a}.{b}.{c}|art. {a}.{b}|§ {a}.{b}|Sec. {a}.{b}|section {a}.{b}.{c}|fig. {a}.{b}
    Abb. {a}-{b}|chapter {a}.{b}|Kapitel {a}.{b}|table {a}-{b}|{a}x{b}|{a} x {b} cm|{a}×{b}|{a}/{b} ({c}%)
    {a}/{b} points|{a} of {b}|{a} von {b}|{a} sur {b}|size {a}-{b}|ages {a}-{b}|pp. {a}-{b}|S. {a}-{b}
    p. {a}–{b}|levels {a}-{b}|floors {a} to {b}|questions {a} to {b}|{a}-{b} years old|{a} bis {b} Jahre alt
    grades {a}-{b}|No. {a}/{b}|Nr. {a}/{b}|Hz {a}.{b}|{a}.{b}%|{a}.{b} kg|{a},{b} km|{a}.{b}°C
    """
)
_MONTH_NAMES = listed(
    """
    April|May|June|August|Julia|Augustus|Avril|Mai|Juli|Abril|Julio|Augusta|Janus|Marzia|Märta
    """
)
_MONTH_SURNAMES = listed(
    """
    March|May|Friday|Monday|August|Day|Winter|Summer|Sommer|Weeks|Noon|Knight|Sabato|Domingo|Freitag|Sonntag
    März|Mayo
    """
)
_TITLES = listed(
    """
    Mr.|Mrs.|Ms|Dr.|Herr|Frau|M.|Mme|Sr.|Sra.|Prof.|Miss|Sir|Lady|Mr|Signor|Señor|pan|Uncle|Aunt|Tante|Saint|St.
    """
)
_GREETINGS = listed(
    """
    hello|hi|hey|hi there|good morning|good evening|good night|good afternoon|see you|see you soon|see you later
    thanks|thank you|bye|goodbye|cheers|yes|no|ok|okay|sure|maybe|please|sorry|welcome|congratulations
    happy birthday|have a nice day|good luck|lol|hallo|guten Tag|guten Morgen|guten Abend|gute Nacht|danke|bitte
    tschüss|bis bald|bis später|auf Wiedersehen|moin|servus|ja|bonjour|bonsoir|bonne nuit|salut|merci|à bientôt
    à plus tard|au revoir|s'il vous plaît|oui|non|bonne journée|mon ami|mon amour|hola|buenos días|buenas tardes
    buenas noches|gracias|hasta luego|hasta pronto|adiós|por favor|feliz cumpleaños|qué tal|ciao|buongiorno
    buonasera|buonanotte|grazie|a presto|arrivederci|prego|olá|bom dia|boa tarde|boa noite|obrigado|até logo
    tchau|goedemorgen|goedenavond|dank je|tot ziens|dag|hej|god morgon|god kväll|tack|hei|god morgen|god aften
    takk|farvel|moi|kiitos|hyvää huomenta|cześć|dzień dobry|dobry wieczór|dziękuję|do widzenia|ahoj|dobrý den
    děkuji|na shledanou|szia|jó reggelt|köszönöm|bună ziua|bună seara|mulțumesc|la revedere|здравствуйте|привет
    доброе утро|добрый день|добрый вечер|спасибо|до свидания|пока|добрий день|дякую|привіт|до побачення
    добър ден|благодаря|γεια σας|καλημέρα|καλησπέρα|καληνύχτα|ευχαριστώ|merhaba|günaydın|iyi akşamlar
    iyi geceler|teşekkürler|selam|xin chào|cảm ơn|chào buổi sáng|tạm biệt|selamat pagi|selamat malam
    terima kasih|halo|sampai jumpa|สวัสดี|ขอบคุณ|שלום|בוקר טוב|ערב טוב|תודה|مرحبا|صباح الخير|مساء الخير|شكرا
    سلام|صبح بخیر|ممنون|नमस्ते|धन्यवाद|शुभ प्रभात|你好|早上好|晚上好|谢谢|再见|こんにちは|おはようございます
    こんばんは|ありがとう|さようなら|안녕하세요|감사합니다|좋은 아침|habari|asante|goeie môre|dankie|labas
    laba diena|ačiū|labdien|paldies|tere|aitäh|dobro jutro|hvala|doviđenja|dobar dan|góðan daginn|second|minute
    third|moment|time|date|day|the date|o'clock|hours|year|calendar|deadline|soon|later|never|always|sometimes
    often|recently|some day|one day|long ago|a while ago|the other day|once upon a time|at some point|bald
    später|nie|immer|manchmal|irgendwann|bientôt|jamais|toujours|un jour|pronto|nunca|siempre|algún día|presto
    sempre|скоро|никогда|всегда|когда-нибудь|kiedyś|nigdy|zawsze|wkrótce|いつか|いつも|有一天|从前|以前|最近
    經常
    """
)


def _numbers(rng: random.Random) -> dict[str, str]:
    """Numbers as small as days and hours."""
    return {name: str(rng.randrange(1, 32)) for name in "abcd"}


def _verse(rng: random.Random) -> str:
    verse = rng.randrange(1, 45)
    numbers = _VERSES(rng).format(c=rng.randrange(1, 24), v=verse, w=verse + rng.randrange(1, 9))
    return f"{pick(rng, _BOOKS)} {numbers}"


def _score(rng: random.Random) -> str:
    low = {name: str(rng.randrange(0, 8)) for name in "abcd"}
    return pick(rng, _SCORES).format(**low)


def _ratio(rng: random.Random) -> str:
    low = {name: str(rng.randrange(1, 10)) for name in "ab"}
    return pick(rng, _RATIOS).format(s=pick(rng, _SCALES), **low)


def _version(rng: random.Random) -> str:
    if rng.random() < _NAMED_RELEASES:
        return pick(rng, _UBUNTU)
    numbers = {
        "a": rng.randrange(0, 26),
        "b": rng.randrange(0, 30),
        "c": rng.randrange(0, 20),
        "d": rng.randrange(1, 10),
    }
    joint = rng.choice((" ", " ", "-", "/", "=="))
    return f"{pick(rng, _PRODUCTS)}{joint}{_VERSION_NUMBERS(rng).format(**numbers)}"


def _address_of_network(rng: random.Random) -> str:
    octet = rng.randrange(1, 32) if rng.random() < _SAME_OCTETS else None
    octets = [octet or rng.randrange(0, 32 if rng.random() < _LOW_OCTETS else 256) for _ in range(4)]
    tail = rng.choice(("", "", "", "/24", "/8", ":80", ":8080"))
    return rng.choice(("", "", "", "IP ", "ip: ", "host ")) + ".".join(map(str, octets)) + tail


def _number_of_something(rng: random.Random) -> str:
    number = rng.choice(rng.choice(_YEAR_LIKE))
    draw = rng.random()
    if draw < _HELD:
        return f"{pick(rng, _HOLDERS)} {number}"
    if draw < _COUNTED_OR_HELD:
        return f"{number} {pick(rng, _COUNTED)}"
    return pick(rng, _PRICES).format(n=number)


def _part(rng: random.Random) -> str:
    return pick(rng, _PARTS).format(**_numbers(rng))


_KINDS: Choice[Callable[[random.Random], str]] = Choice(
    {
        _verse: 14,
        _score: 12,
        _ratio: 7,
        _version: 10,
        _address_of_network: 6,
        _number_of_something: 20,
        _part: 10,
        lambda rng: pick(rng, _AROUND_FORMATIONS).format(pick(rng, _FORMATIONS)): 4,
        lambda rng: pick(rng, _ALWAYS): 4,
        lambda rng: pick(rng, _GREETINGS): 20,
    }
)
_NAMES = 0.06
_CLOCK = re.compile(r"\d{1,2}:\d\d")  # "9:16" alone is a time to more readers than a ratio


def lookalike(source: Source) -> Written | None:
    """A text that looks like a moment and states none; None for a ratio that is a time of day to most."""
    rng = source.rng
    text = _name(rng) if rng.random() < _NAMES else _KINDS(rng)(rng)
    if _CLOCK.fullmatch(text):
        return None
    draw = rng.random()
    text = text.upper() if draw < _UPPER else text.lower() if draw < _UPPER + _LOWER else text
    return without_value(text, NOTHING, "none: lookalike")


def _name(rng: random.Random) -> str:
    """A person who is called like a month, a season or a weekday: "May Smith", "Mr. March"."""
    if rng.random() < _FIRST_NAMES:
        return f"{pick(rng, _MONTH_NAMES)} {pick(rng, pool(pick(rng, _FAKER_LOCALES), 'last_name'))}"
    return f"{pick(rng, _TITLES)} {pick(rng, _MONTH_SURNAMES)}"

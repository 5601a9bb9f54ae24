"""The kinds of texts without a date: how often each is written, and in which patterns.

A pattern has placeholders, each drawn separately: `#` is a digit, `%` a digit other than 0, `?` a letter, `^` a
hexadecimal digit. It has slots in braces: `slots` says what each writes.
"""

import dataclasses

from datenorm.corpus.negatives.tables import split


@dataclasses.dataclass(frozen=True)
class Kind:
    """One kind of text that states no date.

    Attributes:
        weight: How often it is written, relative to the other kinds. Kinds with numbers weigh more: a network that saw
            few of them took them for dates.
        written: The patterns to train on, with a bar between them.
        unseen: Patterns that are never trained on. A kind without `written` is unseen as a whole.
        checked: Whether texts that `check.may_be_date` are left out.
    """

    weight: float
    written: str
    unseen: str = ""
    checked: bool = True

    def patterns(self, *, held_out: bool) -> tuple[str, ...]:
        """The patterns to train on, or the held-out ones."""
        return split("|", self.unseen if held_out else self.written)


KINDS: dict[str, Kind] = {
    "name": Kind(
        6,
        """{name} | {name} | {first} | {last} | {last}, {first} | {first} ?. {last} | Dr. {last} | Mr. & Mrs. {last} |
        {first} and {first} | {first} {last}-{last} | {last} {first} | {first} & {last} | Prof. {first} {last} |
        {first} {roman} | {first} {last}, {roman} | Miss {last} | Mrs {last} | Mme {last} | Herr {last} | Sra. {last}
        | {first} {last} Jr. | {last} {roman} | St. {first}""",
        """{first} {last} III | {first} '{last}' {last} | Ms {last} | {last} family | {first}, {first} & {first}""",
    ),
    "work and place": Kind(
        6,
        """{company} | {job} | {city} | {country} | {color} | {city}, {country} | {job}, {company} | {color} {last}
        | {company} {city} | {catch} | {last} & {last} | {first} from {city} | {last} ({city})""",
        """{job} in {city} | {city} - {city} | {country}/{country} | {company} vs. {company} | {last} {last} & Co""",
    ),
    "words": Kind(
        8,
        """{word} | {word} {word} | {word} {word} {word} | {word} {word} {word} {word} | {word}, {word} |
        {word}/{word} | {word}-{word} | {word}{ask} | {word}! | ({word}) | {word}. {word} | {word} {mash} |
        {sentence} | {sentence}""",
        """{word} & {word} | {word}: {word} {word} | {word}_{word} | *{word}* | {word} {word} {word} {word} {word}""",
    ),
    "words in all languages": Kind(
        12,
        """{translated} | {translated} | {translated} | {translated} {n} | {n} {translated} | {n}. {translated} |
        {translated}, {translated} | {translated} ({n}) | {translated}-{n} | {n} {translated} {n} | {translated} %###
        | {translated}: {n} | {translated} {roman} | {translated} {letters} {n} | {translated} {n} {letters}""",
    ),
    "anything": Kind(
        44,
        """{thing}{join}{thing} | {thing}{join}{thing} | {thing}{join}{thing}{join}{thing} | {thing} {thing} |
        {thing}{join}{thing} {thing} | {thing} {thing} {thing} {thing} | {amount} | {thing}.{letters} | {letters} |
        {letters} | {letters}{amount} | {n} {letters} | {letters} {n} | {mixed} | {mixed}""",
    ),
    "words and numbers": Kind(
        14,
        """{word} {n} | {n} {word} | {n} {word} {word} | {word} {word} {n} | {word} {n} {word} | {n} {word} {n} {word} |
        {word}{n} | {n}{word} | {word}-{n} | {word} {n} {n} | {city} {n} | {first} {n} | {last} {n}-{n} | {word}
        {hash}{n} | {word} ({n}) | {color} {n} | {n} x {word} | {word} {n} {word} {word} | {n}/{word} | {word}, {n} |
        {word}_{n} | {word}.{n} | {word}: {n} | {n}) {word} | {n}: {word} | {last} {n} | {last}-{last} {n} |
        {city}-{n} | {word} %### | {word}-%### | %### {word} | %###. {word} | {word} {word} %###""",
        """{n} of {n} {word} | {word} no {n} | {n}+ {word} | {company} {n} | {word}/{n} | {n}. {word} {word}""",
    ),
    # Dates with another word in the place of the month, and numbers that only a month's name makes years.
    "other word with a day": Kind(
        12,
        """{misplaced} {day} | {day} {misplaced} | {day}. {misplaced} | {misplaced}-{day} | {day}-{misplaced} |
        {day}/{misplaced} | {misplaced}, {day} | {day}, {misplaced} | {misplaced}{day} | {day}{misplaced} |
        {misplaced}.{day} | {day}.{misplaced} | {weekday} {day} {misplaced} | {misplaced} {late} | {misplaced},
        {late} | {late} {misplaced} | {misplaced}-{late} | {day} {misplaced} {late} | {misplaced} {day}, {late} |
        {day}-{misplaced}-{late} | {misplaced} {day} {weekday} | {day} {misplaced} {misplaced} | {misplaced}
        {misplaced} {day} | {day} - {misplaced} | {misplaced}/{late}""",
    ),
    "invented words": Kind(
        30,
        """{invented} | {invented} {n} | {invented} {n} | {n} {invented} | {n} {invented} | {invented} {invented} |
        {invented} {invented} {n} | {n} {invented} {invented} | {invented}-{n} | {n}-{invented} | {invented}{n} |
        {n}{invented} | {invented}, {n} | {n}, {invented} | {n} {invented} {n} | {invented} {n}, {n} | {n}. {invented} |
        {n}/{invented} | {n}.{invented} | {invented}.{n} | {invented} %### | %### {invented} | {invented}, %### |
        {roman} {invented} | {invented} {roman} | {invented}, {invented} {n} | {invented}/{n} | {invented} {n}
        {invented} | {invented} - {invented} | {n}. {invented} {invented} | {invented} {n} {letters}""",
    ),
    "sentence": Kind(
        8,
        "{phrase} | {phrase} | {phrase} | {phrase} {word} | {word}: {phrase} | {phrase}, {first}",
    ),
    "relative": Kind(
        8,
        "{relative} | {relative} | {relative} | {relative}! | {word} {relative} | {relative}, {word}",
    ),
    "weekday": Kind(
        6,
        "{weekday} | {weekday} | {weekday around}",
    ),
    "duration": Kind(
        10,
        """{n} {duration} | {n} {duration} | {n}{duration} | in {n} {duration} | {n} {duration} {n} {duration} |
        {n}-{n} {duration} | il y a {n} {duration} | vor {n} {duration} | через {n} {duration} | hace {n}
        {duration} | for {n} {duration} | {n} {duration} {word} | za {n} {duration} | om {n} {duration} | {n}.#
        {duration}""",
        """within {n} {duration} | {n} to {n} {duration} | after {n} {duration} | dentro de {n} {duration}""",
    ),
    "time": Kind(
        5,
        """{h}:{mm} | {h}:{mm} | {h}:{mm}:{mm} | {h}:{mm} pm | {h}:{mm}am | {h} pm | {h}am | {h}h{mm} | {h} Uhr | at
        {h}:{mm} | {h}:{mm} - {h}:{mm} | {h}:{mm}-{h}:{mm} | um {h}:{mm} Uhr | à {h}h{mm} | klo {h}:{mm} | {h}
        o'clock | {h}:{mm}:{mm}.### | T{h}:{mm}:{mm}Z | {h}:{mm} UTC | {h}:{mm}:{mm} GMT | {h}時{mm}分 | {h}시 |
        kl. {h}:{mm} | alle {h}:{mm} | {weekday} {h}:{mm} | {h}点{mm}分 | {h}시 {mm}분 | {h}시 {mm}분 {mm}초 |
        {h}時{mm}分{mm}秒 | {h}点{mm}分{mm}秒 | в {h}:{mm} | {h} часов | {h}:{mm} น.""",
        "from {h}:{mm} to {h}:{mm} | {h}:{mm} CET | {h} p.m. | {h}:{mm} Uhr | saat {h}:{mm}",
    ),
    "phone": Kind(
        9,
        """{phone} | {phone} | {phone} | {phone} | tel {phone} | (###) ###-#### | ###-#### | +%# ### ### ### | 0##
        ### #### | 1-800-###-#### | +1 ### ### #### | 0# ## ## ## ## | 0##/####### | +4# ## ### ## ## | 0####
        ###### | 8 (###) ###-##-## | ###.###.#### | 00%# ### ## ## ## | 0##-####-#### | +86 1## #### #### | ext.
        #### | x#### | fax: 0## ### ##-##""",
        """+%## ## ### #### | (0##) #### #### | t: ### ### #### | 0###-######-## | whatsapp +%# ##########""",
    ),
    "address": Kind(
        8,
        """{street} {n} | {n} {street} | {n} {street}, {city} | {street} {n}, {city} | {postcode} {city} | {address}
        | {city} {postcode} | {postcode} | {postcode} | {street} {n}? | {street} {n}/{n} | {n}/{n} {street} | PO
        Box #### | {n}-{n} {street} | {street} | Apt. {n}, {street} | %#### | %####-#### | ?%# #?? | ??## #?? |
        %### ?? | {n} bis {street} | kilometre {n}, {street} | {street}, {n} | {street} no. {n} | {street} km {n} |
        {n} km, {city}""",
        """{city}, {postcode} | c/o {last}, {street} {n} | {n}? {street} | {street} nr {n} | km {n}, {street}""",
    ),
    "price": Kind(
        9,
        """{sign}{n} | {sign}{n}.## | {sign} {n},## | {n} {code} | {code} {n} | {n}.## {code} | {n},## {sign} | {n}
        {sign} | {sign}{N} | {N} {code} | {N}.## {code} | {code} {N}.## | {sign}{n}/{word} | from {sign}{n} |
        -{sign}{n}.## | {n},- {sign} | {sign}{n}-{sign}{n} | {n}.## {unit} | {sign}{n}k | {sign}{n}m | {code}{n}
        | {sign}{n},## | {sign}{n}.## {word}""",
        "only {sign}{n}.## | {n} {code}/{word} | {sign}{n} - {n}{pct} | total: {n}.## {code}",
    ),
    "quantity": Kind(
        10,
        """{n} {unit} | {n}{unit} | {n}.# {unit} | {n},# {unit} | {n}.## {unit} | {N} {unit} | {n}-{n} {unit} | {n}/{n}
        {unit} | {n} {unit} {word} | {n} {pct} | {n}.#{pct} | -{n}{pct} | +{n}.##{pct} | {n} {unit} / {n} {unit} |
        ~{n} {unit} | x{n} | -{n} °C | {n} x {n} {unit} | 1/% cup | 1/%# sec | 1/%##th | %/%#th | % 1/2 {unit} | %/%
        {unit} | {n} {unit}, {n} {unit} | max. {n} {unit} | < {n} {unit} | %.%? ?% | %.#?? | %.%? {word} | {n} of {n}
        {label} | {n} out of {n} {unit} | {n} or {n} {unit}""",
        """{n} to {n} {unit} | approx. {n} {unit} | {n} {unit} per {word} | >= {n}{unit} | {n} of {n} {unit}""",
    ),
    "numbered": Kind(
        14,
        """{label} {n} | {label} {n} | {label} #### | {label} %#### | {label} {n} of {n} | {label} {n}/{n} | {label}
        {n}-{n} | {label}: {n} | {label} {n}.{n} | {label} ??-#### | {label} ####/## | {label} ##-#### | {label}
        {n}? | {label} ###### | {label} {n}, {label} {n} | {word} {label} {n} | {label} {n} {word} | {label}-{n}
        | {label} ######## | {hash}{n} | {hash}#### | № {n} | page {n} of {n} | Seite {n} von {n} | page {n} sur
        {n} | página {n} de {n} | стр. {n} из {n} | {n} of {n} | {n} von {n} | {n} из {n} | 第{n}页 | 第{n}章 |
        제{n}장 | {n}ページ | {n} / {n} {unit} | {label} A{n} | {label} ####-#### | {label} 20##-#### | {label}
        20##/#### | cf. {label} {n} | this {label} {n} | read {label} {n} | {label} no. {n}""",
        "{n}th {label} of {n} | {label} {n} & {n} | {label} {n}:{n} | see {label} {n}",
    ),
    "number": Kind(
        8,
        """%###### | %#### | 0## | 00# | {N} | {N} | %.###### | %##.## | %##,## | 0.## | 0.#### | -%.### |
        %######### | %########### | %### #### | %## ## | +%## | -%## | 0x^^^^ | %##.###.### | %## ### ### |
        %.#.#.#.# | %/%## | %:% | %##:% | %##-%## | ####-####-## | %##%##%##% | %## | %##.# | %##,# | %### %###
        %### | %##/%## | 3.14159#### | %## %## | %-%##""",
        "%,###,###.## | (%##) | %##/%##/%## | %######.## | ~%#### | [%##]",
    ),
    "score, size, ratio": Kind(
        7,
        """{first} {n}-{n} | %:% | score %:% | %-% victory | won %-% | {city} %:% {city} | %x% | % x % | %#x%# |
        {n}×{n} | {n}x{n} cm | {n}x{n}x{n} mm | ratio %:% | 16:9 | {n}:{n} | %#/%# bits | size %# | EU %# | shoe
        size %#.5 | XL | {n} by {n} | %###x%### | %-%, %-%, %-% | 6-% 6-% sets | {last} - {last} %:% | tied %-% |
        {n} points | {n}-{n} lead | A% | %# DIN | {n}W {n}L | P{n} D{n} | {n} over {n}""",
        "final score: %-% | W{n} L{n} | {n} vs {n}",
    ),
    "version": Kind(
        8,
        """v%.% | v%.%.% | v%.%#.% | version %.%.% | ver. %.% | release %.%.%# | %.%.%-beta | %.%.%-rc% | v%.%.%.% |
        Python 3.%#.% | v20##.% | build #### | r#### | iOS %#.% | {word} v% | {word} v%.% | {word} %.%.%rc% |
        v%.#.#-alpha | rev % | rev. ? | %.%#.%## | firmware %.%.%#""",
        "{word}-%.%.%.tar.gz | {word}=={n}.%.%",
    ),
    "network": Kind(
        8,
        """{octet}.{octet}.{octet}.{octet} | {octet}.{octet}.{octet}.{octet} | 192.168.%.## | 10.0.%.% |
        {octet}.{octet}.{octet}.{octet}/## | {octet}.{octet}.{octet}.{octet}:#### | ^^:^^:^^:^^:^^:^^ |
        ^^-^^-^^-^^-^^-^^ | fe80::^^^^:^^^^ | {email} | {email} | www.{domain} | https://{domain} |
        http://{domain}/{word} | {domain} | @{word}{n} | {hash}{word} | {domain}/{n} | {first}.{last}@{domain} |
        localhost:%###""",
        """ftp://{domain} | ^^^^.^^^^.^^^^ | {octet}.{octet}.%.0/24 | u/{word}_{n} | {domain}{ask}id=####""",
    ),
    "identifier": Kind(
        10,
        """^^^^^^^^-^^^^-4^^^-a^^^-^^^^^^^^^^^^ | ^^^^^^^ | ^^^^^^^^^^^^ | 0x^^^^^^ | {hash}^^^^^^ | ??-#### |
        ???-##### | ?#### | ??###### | #####-?? | ???### | ID-####-## | INV-#### | INV-20##-### | RE-20##-#### |
        {hash}INV#### | PO ###### | SO-##### | %##-%##-%## | ###-##-#### | 978-%-##-######-# | ISBN 978%#########
        | ISBN %-###-#####-? | DE## #### #### #### #### | FR## #### #### #### | GB##WEST############# | #### ####
        #### #### | %###-####-####-#### | ??## ??? | ?-?? #### | {plate} | {plate} | ??? ### | ## ??? ## | SN:
        ?#?#?#?# | LH### | BA #### | AF#### | ICE ### | TGV #### | U% | S%# | GTIN %############ | ###.###.###-##
        | ##.###.###/####-## | ?%# ?%## | ?% ?% | ?%-?%# | ?%## ?%## | ?.?.%### | ?.?.?. %### | ?.? %### | ?%%%%%%%?
        | 1Z^^^^^^^^^^^^^^^^ | RR#########?? | doi:10.%###/^^^^^^ | S0%E## |
        s##e## | %x## | CAS ####-##-#""",
        """VIN ?#???##?#??###### | MRN %###### | {country} ###-??? | ISSN ####-#### | asin B0?#?#?#?# | {hash}^^^ |
        ?.?. #### | (%##) ?####""",
    ),
    "law, verse, place on a map": Kind(
        5,
        """§ {n} | § {n} Abs. % | §§ {n}, {n} | Art. {n} GG | art. {n} c.c. | section %#(?) | {n} U.S.C. § ### |
        John %:%# | Joh %,%# | Psalm %## | Ps. %#:% | Mt %:%#-%# | Sura %:%## | Lk %#:% | Ex. %#:%# | Hamlet %.%
        | BWV ### | op. {n} | op. %# no. % | KV ### | {book} %#:%# | %#.####, %#.#### | %#.####° N | %#°##'##" N
        | -%#.##### | %#°##'N %##°##'E | N %# ##.### | grid ?? ### ### | %##° {word} | {book} % | {book} %:%-%""",
        "{book} %#:%#; %# | clause %.%(?) | lat %#.### | Iliad %.### | ECLI:EU:C:####",
    ),
    "file or product": Kind(
        10,
        """{word}.pdf | {word}_{n}.jpg | IMG_####.jpg | DSC#####.JPG | {word}-v%.docx | {word}{n}.txt |
        C:\\{word}\\{word} | /{word}/{word}/{n} | ~/{word}.py | {word}.{word}.json | {last} X%## | {company} {n} |
        {word} %000 | iPhone %# | Galaxy S%# | Windows %# | Boeing 7%7 | {last} ?%## | {last} GT {n} | RTX %0%0 |
        {color} {last} {n} | Airbus A3## | BMW %##? | {last} ?-%## | {word}{n}-?? | H2O | CO2 | C%H%#O% | Fe2O3 |
        {formula} | {formula} | {formula} | U-23% | vitamin B%# | omega-% | MP% | 5G | B-%# | {word}(%).pdf | {word}
        %.doc | {word}-%.png | %_{word}.csv | {word}_{word}_%.zip | {last} % | {last} {n} Pro | {company} %.% | C%O%
        | Al2(SO4)% | KMnO% | {color} Mk% | PX% | {last} {n} Max | {last} {n} Plus | {last} {n} Lite | {word} {n}
        Mini | {word} {n} SE | {last} No {n} | {letters}%###.{letters} | {word}%###.jpg | photo%###.png""",
        """{word} (%).xlsx | scan####.tif | {last} Mk {n} | NaHCO3 | {word}-{word}-{n}.html | PS% | {last} {n} Ultra""",
    ),
    "nothing": Kind(
        6,
        """{nothing} | {nothing} | {mash} | {mash} {mash} | {random} | {random} | {emoji} | {word} {emoji} | {emoji}
        {n} | {nothing} {word}""",
    ),
    "impossible date": Kind(
        6,
        "numbers | numbers | named month | named month | locale's own",
        "numbers in company | month in other places",
    ),
    # Days that take arithmetic to find in the calendar. The network reads none of them.
    "week or ordinal date": Kind(
        1.5,
        "19##-W##-% | 20##-W##-% | 20##-W##-% | 19##W##% | 20##W##% | 19##-### | 20##-### | 20##-###",
        checked=False,
    ),
    "decade or century": Kind(
        2,
        """19#0s | 19#0s | 19#0s | 18#0s | 17#0s | 20%0s | the 19#0s | the 18#0s | the 20%0s | 19#0's | 18#0's |
        early 19#0s | late 19#0s | mid-19#0s | mid 18#0s | '%0s | 19#0er | 19#0er Jahre | 19#0-х | 19#0-е годы |
        années 19#0 | años 19#0 | anni 19#0 | anos 19#0 | 19#0-tallet | 19#0-talet | 19#0年代 | 20%0年代 | 19#0년대 |
        jaren 19#0 | lata 19#0 | {roman} century | {roman} век | {roman} wiek | siglo {roman} | {roman} secolo |
        siglo diecinueve | siglo veinte |
        siglo dieciocho | el siglo veintiuno | nineteenth century | the twentieth century | the twenty-first century |
        neunzehntes Jahrhundert | im zwanzigsten Jahrhundert | ventesimo secolo | dix-neuvième siècle | século vinte |
        negentiende eeuw | двадцатый век | devatenácté století |
        {day}世紀 | {day}. Jahrhundert | %th century | 1#th century | the 1#th century | {day}e siècle | {day}e eeuw""",
        "in the 19#0s | XX век",
        checked=False,
    ),
    # Years that the machine form has no place for.
    "before Christ": Kind(
        1.5,
        """%# BC | %## BC | %### BC | %## B.C. | %### B.C. | %## BCE | %### BCE | %## B.C.E. | BC %## | in %##
        BC | c. %## BC | circa %### BC | the year %# BC | %## v. Chr. | %### v.Chr. | im Jahr %## v. Chr. | %##
        av. J.-C. | en %## avant J.-C. | %## a.C. | %### a. C. | %## до н. э. | %### до н.э. | %## г. до н. э. |
        %## f.Kr. | år %## f.Kr. | %## eaa. | %## př. n. l. | %## p.n.e. | i. e. %## | Kr. e. %## | M.Ö. %## |
        MÖ %### | 公元前%##年 | 西元前%##年 | 紀元前%##年 | 紀元前%#年 |
        기원전 %##년 | %## π.Χ. | %## ק.מ. | %## ق.م | %## TCN |
        %### BC, {word} | %### BC {word} | %### B.C. {word} | {word} %### BC | %## SM | %## î.Hr. | %## pr. Kr. | %##
        пр. Хр. | %## пр.н.е.""",
        "%### BC or so | about %## BCE | vers %## av. J.-C. | ca. %## v. Chr.",
        checked=False,
    ),
    # Kinds that are never trained on.
    "unseen words": Kind(
        4,
        "",
        """{sentence} {word} | {catch} {n} | {first} & {first}, {city} | {word} {word} {n} {word} | {company},
        {city} | {country} ({city})""",
    ),
    "unseen numbers": Kind(
        6,
        "",
        """%##/%# mmHg | %#d%+% | %d%# | {n} mod {n} | sqrt({n}) | {n}+{n}={n} | {n}*{n} | ch{n}:{n} | %##.# FM |
        f/%.% | 1/%##s | ISO %## | ±%.# | {n} ¾ | Rh-{n} | M%x%# | %#T x %# | %.%L V% | {n}W-{n} | {n}:1 odds |
        {n} BHN | +%##.# dBm | DN%# | {n} fps""",
    ),
    "unseen notes": Kind(
        6,
        "",
        """pH %.# | {n} Ω | {n} µF | n = %## | p < 0.0% | R² = 0.## | %.#e-% | NGC %### | M% bolt | {n}-bit {word} |
        Lv. {n} | {n} XP | {first}{hash}%### | {word}[{n}] | {word}({n}, {n}) | ⌀ {n} mm | {n}-fold {word} |
        {word} @ {n} | GMT+% | {n} a day | {n}/10 {word} | {word} ×{n} | top {n} {word} | &{hash}%##; | {n} and a
        half""",
    ),
    "unseen identifiers": Kind(
        6,
        "",
        """%##-##-#### | ###.###.###-? | {swift} | {mac} | {uuid} | {isbn} | {ean} | {iban} | {card} | {hex} |
        {path} | {host} | {ipv6} | {cryptocurrency} | {bs} | {buzz}""",
    ),
}

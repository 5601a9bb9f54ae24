"""Month names that people use beside CLDR's, and who keeps a name that means two months."""

# Language -> the twelve months. Spelling variants, other name sets, transliterations; '' where there is none.
ALTERNATIVES: dict[str, tuple[tuple[str, ...], ...]] = {
    "ar": (
        # the Levant and Iraq, Egypt and the Gulf, Algeria and Tunisia, Morocco
        tuple("كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split("|")),
        tuple("يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر".split("|")),
        tuple("جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر".split("|")),
        tuple("يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر".split("|")),
        tuple("كانون ثاني||||||||ايلول|تشرين أول|تشرين ثاني|كانون أول".split("|")),
        # "second Kanun" with the number in digits
        tuple("كانون 2|||||||||تشرين 1|تشرين 2|كانون 1".split("|")),
        tuple("||اذار|ابريل|ايار|يونية|يولية|اغسطس||اكتوبر||".split("|")),
    ),
    "bg": (tuple("ян.|фев.|мар.|апр.|май|юни|юли|авг.|септ.|окт.|ноем.|дек.".split("|")),),
    "bn": (tuple("জানুয়ারী|ফেব্রুয়ারী|||||||||||".split("|")[:12]),),
    "ckb": (tuple("||ئادار||||تەممووز|||||".split("|")),),
    "cs": (tuple("leden|únor|březen|duben|květen|červen|červenec|srpen|září|říjen||prosinec".split("|")),),
    "cy": (tuple("||Fawrth||Fai|Fehefin|Orffennaf||Fedi||Dachwedd|Ragfyr".split("|")),),  # as "of" mutates them
    "de": (
        tuple("Jänner|Feber|||||||||||".split("|")[:12]),
        tuple("Jän.|Febr.|Mär.||||||Sept.|Okt.|Nov.|Dez.".split("|")),
        tuple("||Mrz||||||Sep|||".split("|")),
        tuple("||Maerz|||||||||".split("|")),
        tuple("|||||Juno|Julei|||||".split("|")),
    ),
    "el": (
        tuple("Γενάρη|Φλεβάρη|Μάρτη|Απρίλη|Μάη|Ιούνη|Ιούλη|Αυγούστου|Σεπτέμβρη|Οκτώβρη|Νοέμβρη|Δεκέμβρη".split("|")),
        tuple("Γενάρης|Φλεβάρης|Μάρτης|Απρίλης|Μάης|Ιούνης|Ιούλης||Σεπτέμβρης|Οκτώβρης|Νοέμβρης|Δεκέμβρης".split("|")),
    ),
    "en": (
        tuple("Jan.|Febr.|Mch||||||Sept.|||".split("|")),
        tuple("||||||||Sept|||".split("|")),
        tuple("Jany|Feby|||||||Septr|Octr|Novr|Decr".split("|")),
        tuple("||||||||7ber|8ber|9ber|Xber".split("|")),
    ),
    "es": (
        tuple("||||||||setiembre|||".split("|")),
        tuple("ene.|feb.|mar.|abr.|may.|jun.|jul.|ago.|set.|oct.|nov.|dic.".split("|")),
    ),
    "fa": (tuple("||||می||جولای|آگوست|||نوامبر|".split("|")), tuple("||||مه||ژوئیه|اوت||||".split("|"))),
    "fr": (
        tuple("janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc".split("|")),
        tuple("||||||juill.|aout||||".split("|")),
        tuple("jan|fév|mar|avr||jun|jul|aoû|sep|||".split("|")),
        tuple("||||||||7bre|8bre|9bre|Xbre".split("|")),
    ),
    "he": (tuple("||מרס||||||ספט'|אוק'|נוב'|דצמ'".split("|")),),
    "hi": (
        tuple("|फरवरी|||||||सितम्बर|अक्टूबर|नवम्बर|दिसम्बर".split("|")),
        tuple("||मार्च|अप्रेल||||||अक्तूबर||".split("|")),
    ),
    "hr": (tuple("januara|februara||||||||oktobra||".split("|")),),
    "id": (tuple("||||||||||Nopember|".split("|")), tuple("|Pebruari||||||Agt|||Nop|".split("|"))),
    "it": (
        tuple("genn.|febbr.|||magg.|giu.|lug.||sett.|ott.||".split("|")),
        tuple("||||||||7bre|8bre|9bre|Xbre".split("|")),  # the seventh to the tenth of a year that began in March
    ),
    "lt": (
        tuple(
            "sausis|vasaris|kovas|balandis|gegužė|birželis|liepa|rugpjūtis|rugsėjis|spalis|lapkritis|gruodis".split("|")
        ),
    ),
    "mi": (
        tuple(
            "Kohitātea|Huitanguru|Poutūterangi|Paengawhāwhā|Haratua|Pipiri|Hōngongoi|Hereturikōkā|Mahuru"
            "|Whiringa-ā-nuku|Whiringa-ā-rangi|Hakihea".split("|")
        ),
        tuple("Kohi-tātea|Hui-tanguru|Poutū-te-rangi|Paenga-whāwhā||||Here-turi-kōkā||||".split("|")),
    ),
    "mk": (tuple("||||||||||ноемвр|".split("|")),),
    "nl": (tuple("||mrt|||||||||".split("|")), tuple("||||||||sept.|||".split("|"))),
    "pl": (
        tuple("styczeń|luty|marzec|kwiecień|maj|czerwiec|lipiec|sierpień|wrzesień|październik||grudzień".split("|")),
    ),
    "pt": (
        tuple("||||||||setembro|||".split("|")),
        tuple("jan.|fev.|mar.|abr.|maio|jun.|jul.|ago.|set.|out.|nov.|dez.".split("|")),
    ),
    "ro": (tuple("||||||||sept.|oct.|noiem.|".split("|")),),
    "ru": (
        tuple("янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек".split("|")),
        tuple("январь|февраль|март|апрель||июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь".split("|")),
    ),
    "sr": (
        tuple("januara|februara|marta|aprila|maja|juna|jula|avgusta|septembra|oktobra|novembra|decembra".split("|")),
    ),
    "sr_Cyrl": (
        tuple("јануара|фебруара|марта|априла|маја|јуна|јула|августа|септембра|октобра|новембра|децембра".split("|")),
    ),
    "tr": (tuple("||||||||Eyl||Kas|Ara".split("|")),),
    "uk": (
        tuple(
            "січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень".split("|")
        ),
    ),
    "ur": (tuple("||مارچ|||||||||".split("|")),),
    "vi": (tuple("Tháng Giêng||||||||||||".split("|")[:12]), tuple("|||Tháng Tư||||||||Tháng Chạp".split("|")[:12])),
}

# Language -> the twelve months in the case that "in May" takes, where it is not the one of CLDR's names.
LOCATIVES: dict[str, tuple[str, ...]] = {
    language: tuple(names.split())
    for language, names in {
        "az": "yanvarda fevralda martda apreldə mayda iyunda iyulda avqustda sentyabrda oktyabrda noyabrda dekabrda",
        "be": "студзені лютым сакавіку красавіку маі чэрвені ліпені жніўні верасні кастрычніку лістападзе снежні",
        "cs": "lednu únoru březnu dubnu květnu červnu červenci srpnu září říjnu listopadu prosinci",
        "el": "Ιανουάριο Φεβρουάριο Μάρτιο Απρίλιο Μάιο Ιούνιο Ιούλιο Αύγουστο Σεπτέμβριο Οκτώβριο Νοέμβριο Δεκέμβριο",
        "et": "jaanuaris veebruaris märtsis aprillis mais juunis juulis augustis septembris oktoobris novembris "
        "detsembris",
        "eu": "urtarrilean otsailean martxoan apirilean maiatzean ekainean uztailean abuztuan irailean urrian azaroan "
        "abenduan",
        "fi": "tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa "
        "syyskuussa lokakuussa marraskuussa joulukuussa",
        "hr": "siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu listopadu studenom prosincu",
        "hy": "հունվարին փետրվարին մարտին ապրիլին մայիսին հունիսին հուլիսին օգոստոսին սեպտեմբերին հոկտեմբերին "
        "նոյեմբերին դեկտեմբերին",
        "ka": "იანვარში თებერვალში მარტში აპრილში მაისში ივნისში ივლისში აგვისტოში სექტემბერში ოქტომბერში ნოემბერში "
        "დეკემბერში",
        "kk": "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада "
        "желтоқсанда",
        "lt": "sausį vasarį kovą balandį gegužę birželį liepą rugpjūtį rugsėjį spalį lapkritį gruodį",
        "lv": "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
        "pl": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
        "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
        "sk": "januári februári marci apríli máji júni júli auguste septembri októbri novembri decembri",
        "sl": "januarju februarju marcu aprilu maju juniju juliju avgustu septembru oktobru novembru decembru",
        "sr": "januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru",
        "tr": "Ocak'ta Şubat'ta Mart'ta Nisan'da Mayıs'ta Haziran'da Temmuz'da Ağustos'ta Eylül'de Ekim'de Kasım'da "
        "Aralık'ta",
        "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
        "uz": "yanvarda fevralda martda aprelda mayda iyunda iyulda avgustda sentabrda oktabrda noyabrda dekabrda",
    }.items()
}

# A name that means two months belongs to the language with more readers. Croatian keeps some of its own where a full
# stop shows it, after the day or the year: no Pole writes "15. listopada", and no Czech "listopad 2013. godine".
SHOWN_BY: dict[tuple[str, str], tuple[str, ...]] = {
    ("hr", "listopada"): ("d", "y"),
    **{("hr", name): ("y",) for name in ("listopad", "lip", "lis", "srp", "kol")},
}

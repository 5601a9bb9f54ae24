"""Clocks: how languages and computers write the time of day beside a date, by what `clock` fills in."""

import random

from datenorm.corpus.phrase import Choice

_ZONE_NAMED = 0.6  # of the zones; the others are +0200
_ZONES = "UTC GMT Z EST EDT CST CDT MST PST PDT CET CEST BST IST JST MSK AEST".split()
_FRACTION_DIGITS = Choice({3: 2, 6: 2, 9: 1, 1: 1, 2: 1, 7: 1})
_OFFSET_MINUTES = Choice({":00": 2, "00": 2, ":30": 1, "": 1})

_HOURS_AND_MINUTES = (
    *(" {h}:{mm}", " {hh}:{mm}", ", {h}:{mm}", " {hh}:{mm}:{ss}", " 00:00:00", " 00:00", " {h12}:{mm} {m}"),
    *(" {h12}:{mm}:{ss} {m}", " {hh}:{mm}:{ss}{fraction}", " {hh}:{mm}:{ss} {zone}"),
    " {hh}:{mm}:{ss}{fraction} {zone}",
    *(" {hh}:{mm} {zone}", " {hh}.{mm}.{ss}", "_{hh}-{mm}-{ss}", " {h}:{mm}-{end}", " {h}:{mm} - {end}"),
    *(" - {hh}:{mm}", " – {hh}:{mm}", " | {hh}:{mm}", " @ {h12}:{mm}{m}", " ({hh}:{mm})", "  {hh}:{mm}", "; {hh}:{mm}"),
)
# Behind a date, by language; "" where none is known.
CLOCKS: dict[str, tuple[str, ...]] = {
    "cs": (" v {h}:{mm}", " {h}.{mm} hod."),
    "da": (" kl. {h}:{mm}", " kl. {h}.{mm}"),
    "de": (
        *(" um {h}", " um {h}:{mm} Uhr", ", {h}:{mm} Uhr", " {h}.{mm} Uhr", " {h} Uhr", " um {hh}{mm} Uhr", " abends"),
        *(" morgens", " früh", " mittags", " nachmittags"),
    ),
    "el": (" στις {h}:{mm}",),
    "en": (
        *(" at {h12}:{mm} {m}", " at {h12}:{mm}", ", {h12}:{mm}{m}", " {h12}{m}", " at {h12} {m}"),
        *(" {h12}:{mm} {m} GMT", " {hh}{mm} hrs", " at {hh}{mm} hrs", " {hh}{mm}h", " {h}:{mm} to {end}"),
        *(" in the morning", " morning", " at noon", " evening", " in the afternoon", " at night", " early morning"),
    ),
    "es": (" a las {h}:{mm}", " {h}:{mm} h", " {h}:{mm} horas", " por la mañana", " por la tarde", " por la noche"),
    "fi": (" klo {h}.{mm}", " kello {h}:{mm}"),
    "fr": (" à {h}h{mm}", " {h}h{mm}", " à {h}:{mm}", " {h} h {mm}", " au matin", " le soir", " à midi"),
    "hu": (" {h}:{mm}-kor", " {h} óra {mm} perc"),
    "id": (" pukul {h}.{mm}", " pukul {h}:{mm} WIB", " jam {h}:{mm}"),
    "it": (" alle {h}:{mm}", " ore {h}:{mm}", " ore {h}.{mm}", " di mattina", " sera"),
    "ja": (" {h}時{mm}分", "{h}時{mm}分", " 午後{h12}時{mm}分", " {h}時"),
    "ko": (" {h}시 {mm}분", " 오후 {h12}시 {mm}분", " 오전 {h12}:{mm}", " {h}시"),
    "nb": (" kl. {h}.{mm}", " kl. {h}:{mm}"),
    "nl": (" om {h}:{mm}", " om {h}.{mm} uur", " {h}:{mm} uur", " 's avonds", " 's ochtends"),
    "pl": (" o {h}:{mm}", " godz. {h}:{mm}", ", godz. {h}.{mm}"),
    "pt": (" às {h}:{mm}", " às {h}h{mm}", " {h}h{mm}", " de manhã", " à tarde", " à noite"),
    "ro": (" la {h}:{mm}", " ora {h}:{mm}"),
    "ru": (" в {h}:{mm}", " {h}:{mm} МСК", " в {h} часов", " {h} ч. {mm} мин.", " утром", " вечером"),
    "sv": (" kl. {h}.{mm}", " klockan {h}:{mm}", " kl {h}"),
    "th": (" เวลา {h}:{mm} น.", " {h}.{mm} น."),
    "tr": (" saat {h}:{mm}",),
    "uk": (" о {h}:{mm}", " о {h} годині"),
    "vi": (" lúc {h}:{mm}", " {h} giờ {mm}", " {h}h{mm}"),
    "zh": (" {h}点{mm}分", "{h}时{mm}分", " 下午{h12}:{mm}", " 上午{h12}时"),
}
CLOCKS = {language: clocks + _HOURS_AND_MINUTES for language, clocks in CLOCKS.items()} | {"": _HOURS_AND_MINUTES}
# Behind 2013-02-15, and behind 20130215.
ISO_CLOCKS = (
    *("T{hh}:{mm}", "T{hh}:{mm}:{ss}", "T{hh}:{mm}:{ss}Z", "T{hh}:{mm}:{ss}{offset}", "T00:00:00Z", "T00:00:00", "Z"),
    *("T{hh}:{mm}:{ss}{fraction}", "T{hh}:{mm}:{ss}{fraction}Z", "T{hh}:{mm}:{ss}{fraction}{offset}", "T{hh}:{mm}Z"),
    *(" {hh}:{mm}:{ss}{fraction}", " {hh}:{mm}:{ss}{offset}", " {hh}:{mm}:{ss}{fraction}{offset}", "T{hh}{mm}{ss}"),
    *(" {hh}:{mm}:{ss} {offset} {zone}", " {hh}:{mm}:{ss}{fraction} {offset} {zone}"),
    *(" at {h}.{mm}.{ss}", " at {hh}.{mm}.{ss}", "-{hh}-{mm}-{ss}"),
    *("_{hh}{mm}{ss}", "-{hh}{mm}{ss}", "_{hh}.{mm}.{ss}"),
)
COMPACT_CLOCKS = (
    *("T{hh}{mm}{ss}", "T{hh}{mm}", "T{hh}{mm}{ss}Z", "{hh}{mm}{ss}", "{hh}{mm}", " {hh}{mm}{ss}", " {hh}{mm}"),
    *("_{hh}{mm}{ss}", "-{hh}{mm}{ss}", "T{hh}{mm}{ss}{fraction}", "T{hh}{mm}{ss}{offset}", "T{hh}:{mm}:{ss}"),
)
# Between the day and the year, as computers write in English: Thu Sep 25 10:36:28 EST 2003.
CLOCKS_INSIDE = ("{hh}:{mm}:{ss} ", "{hh}:{mm}:{ss} {zone} ", "{hh}:{mm} ", "{hh}:{mm}:{ss} {m} {zone} ")
# Before a date, by language.
CLOCKS_BEFORE = {
    "": ("{h}:{mm} ", "{hh}:{mm}, ", "{hh}:{mm}:{ss} ", "{h12}:{mm} {m}, ", "{h}:{mm} - ", "{h12}{m} ", "{h12} {m} "),
    "en": (
        *("at {h12}{m} on ", "at {h12}:{mm} on ", "{h12}:{mm} {m} on ", "at {h12} on ", "{h12}{m} on the "),
        *("at noon on ", "{h12} on "),
        *("{hh}:{mm} {zone} ", "{h12}:{mm} {m} {zone} ", "{h12}:{mm}{m} ", "{h}:{mm} "),
    ),
    "de": ("um {h} Uhr am ", "{h}:{mm} Uhr, ", "um {h}:{mm} Uhr am "),
    "es": ("a las {h}:{mm} del ", "{h}:{mm} h, "),
    "fr": ("à {h}h le ", "à {h}h{mm} le ", "{h}h{mm}, "),
}


def clock(rng: random.Random, form: str) -> str:
    """A random time of day in one of the forms above."""
    hour, minute, second = rng.randrange(24), rng.randrange(60), rng.randrange(60)
    digits = _FRACTION_DIGITS(rng)
    hours = f"{rng.choice('+-')}{rng.randrange(13):02d}"
    return form.format(
        h=hour,
        hh=f"{hour:02d}",
        h12=(hour - 1) % 12 + 1,
        m=rng.choice(("am", "AM", "a.m.") if hour < 12 else ("pm", "PM", "p.m.")),
        mm=f"{minute:02d}",
        ss=f"{second:02d}",
        fraction=f"{rng.choice('..,')}{rng.randrange(10**digits):0{digits}d}",
        offset=hours + _OFFSET_MINUTES(rng),
        end=f"{rng.randrange(24):02d}:{rng.randrange(60):02d}",
        zone=rng.choice(_ZONES) if rng.random() < _ZONE_NAMED else f"{hours}00",
    )

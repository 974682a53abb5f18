"""Random answers for any tailored form, in the shapes that an answer file may have.

What is drawn is not regular yet: choices by key or by label, dates as dates or in
words, numbers as numbers or typed.  `generator.veldsoorten.normaliseer_antwoorden`
says what they mean; every value that is drawn here can be understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from generator.formulier import opties_van
from generator.model import Formulier, Kolom, Optie, Veld
from generator.veldsoorten import vergelijkbaar

MEESTE_RIJEN = 12

# What has broken a document format before.
LASTIG = (
    "áéíóú àèìòù äëïöü âêîôû ñ ç ø å ĳ",
    "a\u0301e\u0308 losse accenten",
    "eerste regel\ntweede regel\n\nvierde regel",
    "met\rterug\r\nen\nverder",
    "een\u2028lijn\u2029alinea\x85volgende\x0bverticaal\x0cpagina",
    "kolom\tkolom\t\tkolom",
    "   spaties vooraan en achteraan   ",
    "\n\n  lege regels eromheen  \n\n",
    "twee  spaties   en    meer",
    "regel met spatie achteraan \n inspringende regel",
    "\u00a0harde\u00a0spaties\u202f\u2007en\ufeffbom\u200bnul\u2060voeg\u00a0",
    "<b>vet</b> & &amp; &lt; \"dubbel\" 'enkel' ]]> <!-- --> <?xml?>",
    "{client} {{ jinja }} {% if x %} {#",
    "👩‍👩‍👧‍👦 🇳🇱 🎉 𝒳 𠮷",
    "שלום עולם العربية \u200fRTL\u200e \u202eomgekeerd\u202c",
    "nul\x00bel\x07esc\x1bdel\x7fc1\x9f",
    "los\ud800surrogaat\udfff",
    "geen teken \ufffe \uffff \U0001fffe",
    "ﬁ ligatuur ß ſ İ ı",
    "☐ leeg ☒ kruis ☑ vink [x] ( )",
    "a" * 10_000,
    "Een lange zin die nergens over gaat. " * 270,
    "regel\n" * 1_500,
    "= 1 + 1",
    "af:einddoel",
    "...",
    "–",
    "-",
    "0",
    "ja",
    "Formulier evaluatie | versie 1 | X",
    "",
    "   ",
    "\u00a0",
    "\n\t\n",
)
# A text that is the invitation itself counts as empty: see test_tekst_die_de_uitnodiging_is_telt_als_leeg.
_UITNODIGINGEN = ("…", "klik en typ", "eigen regel", "(nog niet gekozen)")
_MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()


def teksten() -> SearchStrategy[str]:
    """Text of any kind, from nothing to 10,000 characters."""
    return st.one_of(
        st.sampled_from(LASTIG),
        st.text(st.characters(exclude_categories=()), max_size=40),
        st.text(" \t\n\r\u00a0<&>\"'abcÀé😀", max_size=60),
        st.builds(lambda stuk, keer: (stuk * keer)[:10_000], st.text(min_size=1, max_size=9), st.integers(1, 2_000)),
    )


def datums() -> SearchStrategy[Any]:
    """A date between 1900 and 2100: as a date, ISO, in digits, or in words."""
    dag = st.dates(date(1900, 1, 1), date(2100, 12, 31))
    vormen = (
        lambda d: d,
        lambda d: d.isoformat(),
        lambda d: f"{d.day}-{d.month}-{d.year}",
        lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}",
        lambda d: f"{d.day} {_MAANDEN[d.month - 1]} {d.year}",
    )
    return st.builds(lambda d, vorm: vorm(d), dag, st.sampled_from(vormen))


def getallen() -> SearchStrategy[Any]:
    """A number that can be typed: whole, or with at most six decimals."""
    heel = st.integers(-999_999_999_999, 999_999_999_999)
    gebroken = st.builds(lambda n: n / 100, st.integers(-9_999_999, 9_999_999))
    getypt = st.builds(lambda n, komma: f"{n}{komma}5", st.integers(0, 999), st.sampled_from(",."))
    return st.one_of(heel, heel.map(str), gebroken, getypt)


def keuzes(opties: Sequence[Optie]) -> SearchStrategy[str]:
    """One choice: by key, by label, or shouted."""
    optie = st.sampled_from(opties)
    return st.one_of(
        optie.map(lambda o: o.sleutel), optie.map(lambda o: o.label), optie.map(lambda o: f" {o.label.upper()} ")
    )


def waarden(soort: str, opties: Sequence[Optie]) -> SearchStrategy[Any]:
    """A value of a kind of field that holds one value."""
    if soort == "datum":
        return datums()
    if soort == "getal":
        return getallen()
    if soort == "ja_nee":
        return st.sampled_from(["ja", "nee", "Ja", "NEE", "j", "n", True, False])
    if soort == "keuze":
        return keuzes(opties)
    if soort == "meerkeuze":
        return st.lists(st.sampled_from(opties).map(lambda o: o.sleutel), max_size=len(opties))
    return teksten()


@st.composite
def antwoorden(draw: DrawFn, formulier: Formulier) -> dict[str, Any]:
    """Answers to a tailored form: anything from an empty form to one that is filled in full.

    A form has a hundred places: the texts come out of a small pool per form, and each
    bears the name of its place, so that an answer that lands elsewhere is noticed.
    """
    pool = draw(st.lists(teksten(), min_size=1, max_size=5))
    vol = draw(st.sampled_from([1, 5, 9, 10]))
    return {
        veld.sleutel: _van_veld(draw, veld, formulier, pool, vol)
        for veld in formulier.velden
        if draw(st.integers(1, 10)) <= vol
    }


def _van_veld(draw: DrawFn, veld: Veld, formulier: Formulier, pool: list[str], vol: int) -> Any:
    if veld.soort == "tabel":
        return _tabel(draw, veld, pool, vol)
    if veld.soort == "handtekening":
        return draw(
            st.one_of(
                st.just(f"{pool[0]} {veld.sleutel}"),
                st.fixed_dictionaries(
                    {},
                    optional={
                        "naam": st.sampled_from(pool),
                        "datum": datums(),
                        "getekend": waarden("ja_nee", ()),
                    },
                ),
            )
        )
    if veld.per_leefgebied == "ja":
        return {
            gebied.sleutel: _waarde(draw, veld, opties_van(veld, gebied), pool, f"{veld.sleutel}.{gebied.sleutel}")
            for gebied in formulier.leefgebieden
            if draw(st.integers(1, 10)) <= vol
        }
    return _waarde(draw, veld, veld.opties, pool, veld.sleutel)


def _tabel(draw: DrawFn, veld: Veld, pool: list[str], vol: int) -> list[dict[str, Any]]:
    """Rows, also more than the paper has, and of one's own in a table of preprinted rows."""
    return [
        {
            kolom.sleutel: _waarde(draw, kolom, kolom.opties, pool, f"{veld.sleutel}[{nr}].{kolom.sleutel}")
            for kolom in veld.kolommen
            if draw(st.integers(1, 10)) <= vol
        }
        for nr in range(draw(st.integers(0, MEESTE_RIJEN)))
    ]


def _waarde(draw: DrawFn, veld: Veld | Kolom, opties: Sequence[Optie], pool: list[str], plaats: str) -> Any:
    if veld.soort == "voorgedrukt":
        gedrukt = keuzes(opties) if opties else st.nothing()
        return draw(st.one_of(gedrukt, st.sampled_from(pool).map(lambda tekst: f"{tekst} {plaats}")))
    if veld.soort in ("kort", "lang"):
        vormen = (lambda t: t, lambda t: f"{t} {plaats}" if t else t, lambda t: f"{plaats} {t}" if t else None)
        tekst = draw(st.sampled_from(vormen))(draw(st.sampled_from(pool)))
        return None if tekst and vergelijkbaar(tekst) in _UITNODIGINGEN else tekst
    return draw(waarden(veld.soort, opties))

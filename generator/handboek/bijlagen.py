"""The annexes: the numbered list, and every form described in print."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handboek.blokken import AANLOOP, Alinea, Blok, Cel, Kop, Regel, Stuk, Tabel, alinea, cel, koprij
from generator.handboek.boek import Boek, hoofdletter
from generator.handboek.nummers import gebruik, merk_van
from generator.model import Formulier, Instrument, Kolom, Sectie, Veld
from generator.taal import opsomming

_SOORT = {"formulier": "formulier", "document": "document", "hulpmiddel": "hulpmiddel"}
_ANTWOORD = {
    "kort": "korte tekst",
    "lang": "eigen woorden",
    "datum": "datum",
    "getal": "getal",
    "ja_nee": "ja of nee",
    "handtekening": "handtekening",
}
_VEEL = 6
VERPLICHT = "●"
SOMS = "○"


def lijst_van_bijlagen(boek: Boek) -> list[Blok]:
    """Return the table of annexes in order of number."""
    rijen = [_rij(boek, sleutel, nr) for sleutel, nr in boek.nummers.items()]
    if not rijen:
        return []
    kop = koprij("Nr", "Bijlage", "Gebruikt in", "Wie vult in", "Wanneer")
    return [Tabel((6, 26, 18, 20, 30), (kop, *rijen), omschrijving="Bijlagen op nummer")]


def _rij(boek: Boek, sleutel: str, nr: int) -> tuple[Cel, ...]:
    instrument = _instrument(boek, sleutel)
    formulier = formulier_van(boek, instrument)
    merk, naar = ("", merk_van(sleutel)) if formulier else (merk_van(sleutel), "")
    naam: Regel = (Stuk(boek.tekst(instrument.naam), "Strong", naar, merk),)
    fasen = _in_fasen(boek, sleutel)
    if formulier is None:
        soort = f"{_SOORT[instrument.soort]}, apart bewaard"
        return cel(str(nr)), cel(naam), cel(fasen), cel(soort), cel("")
    return cel(str(nr)), cel(naam), cel(fasen), cel(_wie(boek, formulier)), cel(formulier.moment)


def _wie(boek: Boek, formulier: Formulier) -> str:
    return hoofdletter(boek.wie(formulier.ingevuld_door))


def _instrument(boek: Boek, sleutel: str) -> Instrument:
    gevonden = boek.inrichting.instrument(sleutel)
    assert gevonden is not None  # every number belongs to an instrument
    return gevonden


def formulier_van(boek: Boek, instrument: Instrument) -> Formulier | None:
    """Return the tailored form of an instrument, or None when it is no form."""
    return boek.formulieren.get(instrument.formulier or "") if instrument.soort != "document" else None


def _in_fasen(boek: Boek, sleutel: str) -> str:
    fasen = dict.fromkeys(fase for fase, naam in gebruik(boek.inrichting) if naam == sleutel)
    namen = [f"{boek.fasenummer(fase)} {boek.tekst(boek.inrichting.fase(fase).kort)}" for fase in fasen]
    return opsomming(namen) or "alle fasen"


def documenten_zonder_nummer(boek: Boek) -> list[Blok]:
    """Return the tools that are no annex, with what they are."""
    los = [deel for deel in boek.inrichting.instrumenten if deel.sleutel not in boek.nummers]
    los = [deel for deel in los if deel.soort != "formulier"]
    blokken: list[Blok] = []
    for deel in los:
        naam = Stuk(boek.tekst(deel.naam), "Strong")
        uitleg = f": {boek.tekst(deel.omschrijving)}" if deel.omschrijving else ""
        blokken.append(Alinea((naam, Stuk(uitleg)) if uitleg else (naam,), "List Bullet"))
    return blokken


def formulieren_in_druk(boek: Boek) -> list[Blok]:
    """Return a page per form annex: what it is for and what it asks."""
    blokken: list[Blok] = []
    for sleutel, nr in boek.nummers.items():
        instrument = _instrument(boek, sleutel)
        if formulier := formulier_van(boek, instrument):
            blokken += _formulier(boek, sleutel, nr, formulier)
    return blokken


def _formulier(boek: Boek, sleutel: str, nr: int, formulier: Formulier) -> Iterator[Blok]:
    bij = boek.fasenaam(formulier.fase) if formulier.fase else "de werkwijze als geheel"
    bovenregel = f"Formulier bij {bij}"
    yield Alinea((Stuk(bovenregel),), "Paginakop")
    yield Kop(2, (Stuk(f"Bijlage {nr}: {boek.tekst(formulier.titel)}"),), merk_van(sleutel))
    yield Alinea((Stuk(boek.tekst(formulier.doel)),), "Aanhef")
    yield _gegevens(boek, formulier)
    for sectie in formulier.secties:
        yield Kop(3, (Stuk(sectie.titel),))
        if sectie.uitleg:
            yield alinea(sectie.uitleg, AANLOOP)
        yield _vragen(boek, formulier, sectie)
    yield alinea(f"{VERPLICHT} altijd invullen   {SOMS} invullen als het van toepassing is", "Opmerking")


def _gegevens(boek: Boek, formulier: Formulier) -> Tabel:
    feiten = (
        ("Wie vult in", _wie(boek, formulier)),
        ("Wanneer", formulier.moment),
        ("Bovenaan", _opsomming([veld.label for veld in formulier.kop])),
    )
    kop = tuple(cel(alinea(naam, "Kaderlabel")) for naam, tekst in feiten if tekst)
    rij = tuple(cel(tekst, stijl="Kadertekst") for _, tekst in feiten if tekst)
    return Tabel((1,) * len(kop), (kop, rij), "Kader", 1, "Wie dit formulier invult en wanneer")


def _vragen(boek: Boek, formulier: Formulier, sectie: Sectie) -> Tabel:
    rijen = tuple(_vraag(boek, veld) for veld in sectie.velden)
    kop = koprij("", "Vraag", "Antwoord")
    return Tabel((4, 56, 40), (kop, *rijen), omschrijving=f"Vragen van {formulier.titel}, onderdeel {sectie.titel}")


def _vraag(boek: Boek, veld: Veld) -> tuple[Cel, ...]:
    teken = {"ja": VERPLICHT, "nee": ""}.get(veld.verplicht, SOMS)
    hulp = alinea(veld.hulp, "Tabel klein") if veld.hulp else ""
    return cel(teken), cel(veld.label, hulp), cel(*_antwoord(veld))


def _antwoord(veld: Veld) -> Iterator[str]:
    if veld.soort == "tabel":
        yield "Tabel met " + opsomming([_kleine_letter(kolom.label) for kolom in veld.kolommen]) + "."
        if veld.rijen:
            yield "Rijen: " + _opsomming([rij.tekst for rij in veld.rijen], "; ") + "."
    else:
        yield _soort(veld)
    if veld.per_leefgebied == "ja":
        yield "Voor elk leefgebied apart."


def _soort(veld: Veld | Kolom) -> str:
    if veld.opties_uit == "themas":
        return "Kies uit de thema’s van het leefgebied"
    if veld.soort in ("keuze", "meerkeuze"):
        wijze = "Kies een of meer" if veld.soort == "meerkeuze" else "Kies"
        return f"{wijze}: {_opsomming([optie.label for optie in veld.opties], ' / ')}"
    return hoofdletter(_ANTWOORD.get(veld.soort, "tekst"))


def _opsomming(delen: list[str], tussen: str = ", ") -> str:
    if len(delen) <= 2 * _VEEL:
        return tussen.join(delen)
    return tussen.join(delen[:_VEEL]) + f" … ({len(delen)} in totaal)"


def _kleine_letter(tekst: str) -> str:
    return tekst[:1].lower() + tekst[1:] if tekst[1:2].islower() else tekst

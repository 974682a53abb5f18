"""The annexes: the numbered list; the forms themselves are bound in by `aanhangsel`."""

from __future__ import annotations

from generator.handboek.blokken import AANLOOP, Alinea, Blok, Cel, Regel, Stuk, Tabel, alinea, cel, koprij
from generator.handboek.boek import Boek, hoofdletter
from generator.handboek.nummers import gebruik, merk_van
from generator.model import Formulier, Instrument
from generator.taal import opsomming

_SOORT = {"formulier": "formulier", "document": "document", "hulpmiddel": "hulpmiddel"}
_ACHTERIN = (
    "Van elk formulier zit achterin een leeg exemplaar, op volgorde van nummer. Zo zie je wat het vraagt. "
    "Invullen doe je op het losse bestand."
)
_LOS = "De formulieren zijn losse bestanden. Vul ze daar in."


def lijst_van_bijlagen(boek: Boek) -> list[Blok]:
    """Return the table of annexes in order of number."""
    rijen = [_rij(boek, sleutel, nr) for sleutel, nr in boek.nummers.items()]
    if not rijen:
        return []
    uitleg = _ACHTERIN if boek.gebonden else _LOS
    kop = koprij("Nr", "Bijlage", "Gebruikt in", "Wie vult in", "Wanneer")
    return [alinea(uitleg, AANLOOP), Tabel((6, 26, 18, 20, 30), (kop, *rijen), omschrijving="Bijlagen op nummer")]


def _rij(boek: Boek, sleutel: str, nr: int) -> tuple[Cel, ...]:
    instrument = _instrument(boek, sleutel)
    formulier = formulier_van(boek, instrument)
    merk, naar = ("", merk_van(sleutel)) if formulier and boek.gebonden else (merk_van(sleutel), "")
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
    van_organisatie = (
        formulier := formulier_van(boek, _instrument(boek, sleutel))
    ) and formulier.soort == "organisatie"
    return opsomming(namen) or ("de werkwijze zelf" if van_organisatie else "alle fasen")


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

"""The flowchart, drawn from the inrichting: eight stations, the loop 4–7, the ways out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.handboek.blokken import Blok, Tekening, Vorm
from generator.handboek.boek import Boek, hoofdletter
from generator.handboek.letters import REGELHOOGTE, breedte, breek
from generator.kleuren import leesbaar, tint
from generator.model import KERNFASEN, Besluit, Fase

BREEDTE = 474.0
_MAX_HOOGTE = 590.0
_STATION_X, _STATION_B = 74.0, 196.0
_UIT_X = _STATION_X + _STATION_B
_MERK_X, _MERK_B = _UIT_X + 26.0, 50.0
_NAAM_X = _MERK_X + _MERK_B + 6.0
_STATION_H, _RIJ_H, _TUSSEN, _RAND_H = 47.0, 20.0, 13.0, 21.0
_INKT, _GRIJS, _WIT = "1F1F1F", "595959", "FFFFFF"
_GEEN_DUUR = "niet vastgelegd"
_KORT = {"": "?", "einde": "einde", "wachten": "wachtlijst", "overleg": "overleg"}


@dataclass(frozen=True, slots=True)
class _Station:
    """A fase with its place on the picture and the decisions that leave the straight road."""

    nr: int
    fase: Fase
    y: float
    hoogte: float
    afslagen: tuple[Besluit, ...]

    @property
    def midden(self) -> float:
        return self.y + self.hoogte / 2


def schema(boek: Boek) -> list[Blok]:
    """Return the flowchart of the eight fasen."""
    return [teken(boek)]


def teken(boek: Boek, hoog: float | None = None) -> Tekening:
    """Return the flowchart as a picture of `BREEDTE` points wide; with *hoog* it fills that height."""
    stations, hoogte = _stations(boek, hoog)
    accent = leesbaar(boek.inrichting.organisatie.accentkleur.lstrip("#").upper())
    vormen = (
        *_randen(hoogte, accent),
        *_kern(stations, accent),
        *_wegen(stations, accent),
        *_lusvormen(boek, stations, accent),
        *(vorm for station in stations for vorm in _station(boek, station, accent)),
        *(vorm for station in stations for vorm in _afslagen(boek, station, accent)),
    )
    return Tekening(vormen, BREEDTE, hoogte, in_woorden(boek))


def _stations(boek: Boek, hoog: float | None) -> tuple[list[_Station], float]:
    """Divide the height over the stations: one with many ways out gets more."""
    fasen = boek.inrichting.fasen
    afslagen = [_afslagen_van(boek, fase) for fase in fasen]
    hoogtes = [max(_STATION_H, len(weg) * _RIJ_H) for weg in afslagen]
    rand = 2 * (_RAND_H + _TUSSEN)
    tussen = _TUSSEN * (len(fasen) - 1)
    passend_ = ((hoog or _MAX_HOOGTE) - rand - tussen) / sum(hoogtes)
    schaal = passend_ if hoog else min(1.0, passend_)
    y, stations = _RAND_H + _TUSSEN, []
    for nr, (fase, weg, hoogte) in enumerate(zip(fasen, afslagen, hoogtes, strict=True), 1):
        stations.append(_Station(nr, fase, y, hoogte * schaal, weg))
        y += hoogte * schaal + _TUSSEN
    return stations, y + _RAND_H


def _afslagen_van(boek: Boek, fase: Fase) -> tuple[Besluit, ...]:
    """Return every decision but the way back within the core, which is drawn as the loop."""
    return tuple(besluit for besluit in fase.besluiten if besluit is not _lus(boek, fase))


def _lus(boek: Boek, fase: Fase) -> Besluit | None:
    if fase.sleutel != "evaluatie":
        return None
    return next((besluit for besluit in fase.besluiten if besluit.vervolg in KERNFASEN), None)


def _herstart(boek: Boek) -> tuple[str, str]:
    """Return the fase the loop goes back to, and the name of the decision."""
    besluit = _lus(boek, boek.inrichting.fase("evaluatie"))
    if besluit is not None:
        return besluit.vervolg, boek.tekst(besluit.naam)
    vast = "analyse" if boek.inrichting.parameters.herstart_fase == 4 else "planning"
    return vast, "Voortzetten"


def _randen(hoogte: float, accent: str) -> Iterator[Vorm]:
    teksten = ("Invoeren: het team leert met het model werken", "Volgen: we leren van wat het oplevert")
    for y, tekst in zip((0.0, hoogte - _RAND_H), teksten, strict=True):
        yield Vorm("rect", 0, y, BREEDTE, _RAND_H, tint(accent, 0.08), regels=(tekst,), grootte=9, kleur=_GRIJS)


def _kern(stations: list[_Station], accent: str) -> Iterator[Vorm]:
    kern = [station for station in stations if station.fase.sleutel in KERNFASEN]
    y, einde = kern[0].y - 6, kern[-1].y + kern[-1].hoogte + 6
    yield Vorm(
        "rect", _STATION_X - 8, y, _STATION_B + 16, einde - y, tint(accent, 0.08), tint(accent, 0.45), 0.75, streep=True
    )


def _wegen(stations: list[_Station], accent: str) -> Iterator[Vorm]:
    """The straight road down."""
    x = _STATION_X + _STATION_B / 2
    for van, naar in pairwise(stations):
        onder = van.y + van.hoogte
        yield Vorm("line", x, onder, 0, naar.y - onder, lijn=accent, dikte=1.5, pijl=True)


def _lusvormen(boek: Boek, stations: list[_Station], accent: str) -> Iterator[Vorm]:
    vervolg, naam = _herstart(boek)
    van = next(station for station in stations if station.fase.sleutel == "evaluatie")
    naar = next(station for station in stations if station.fase.sleutel == vervolg)
    x = _STATION_X - 20
    yield Vorm("line", _STATION_X, van.midden, x - _STATION_X, 0, lijn=accent, dikte=2.25)
    yield Vorm("line", x, van.midden, 0, naar.midden - van.midden, lijn=accent, dikte=2.25)
    yield Vorm("line", x, naar.midden, _STATION_X - x, 0, lijn=accent, dikte=2.25, pijl=True)
    midden, hoog = (van.midden + naar.midden) / 2, van.midden - naar.midden - 10
    regels, maat = passend(f"{hoofdletter(naam)}: opnieuw vanaf fase {naar.nr}", x - 4, hoog, 9, 7)
    yield Vorm("rect", 0, midden - hoog / 2, x - 4, hoog, regels=regels, grootte=maat, kleur=_INKT)


def _station(boek: Boek, station: _Station, accent: str) -> Iterator[Vorm]:
    rond = min(26.0, station.hoogte - 6)
    kader = ("roundRect", _STATION_X, station.y, _STATION_B, station.hoogte)
    yield Vorm(*kader, _WIT, accent, 1.25)
    bol = ("ellipse", _STATION_X + 8, station.midden - rond / 2, rond, rond)
    yield Vorm(*bol, accent, regels=(str(station.nr),), grootte=12, vet=True, kleur=_WIT)
    x, breed, ruimte = _STATION_X + rond + 16, _STATION_B - rond - 22, min(station.hoogte, 58.0) - 6
    namen, maat = passend(boek.tekst(station.fase.naam), breed, ruimte * 0.6, 12, 7, vet=True)
    duur = "" if station.fase.duur.strip() == _GEEN_DUUR else hoofdletter(boek.tekst(station.fase.duur))
    duren, klein = passend(duur, breed, ruimte * 0.4, 8.5, 6.5)
    hoog, laag = len(namen) * maat * REGELHOOGTE, len(duren) * klein * REGELHOOGTE
    y = station.midden - (hoog + laag + 1) / 2
    yield Vorm("rect", x, y, breed, hoog, regels=namen, grootte=maat, vet=True, kleur=_INKT, links=True)
    yield Vorm("rect", x, y + hoog + 1, breed, laag, regels=duren, grootte=klein, kleur=_GRIJS, links=True)


def _afslagen(boek: Boek, station: _Station, accent: str) -> Iterator[Vorm]:
    if not station.afslagen:
        return
    hoog = min(_RIJ_H, station.hoogte / len(station.afslagen))
    begin = station.midden - hoog * len(station.afslagen) / 2
    stam = _UIT_X + 12
    yield Vorm("line", _UIT_X, station.midden, stam - _UIT_X, 0, lijn=_GRIJS, dikte=1)
    midden = [begin + hoog * (nr + 0.5) for nr in range(len(station.afslagen))]
    yield Vorm("line", stam, midden[0], 0, midden[-1] - midden[0], lijn=_GRIJS, dikte=1)
    for besluit, y in zip(station.afslagen, midden, strict=True):
        yield Vorm("line", stam, y, _MERK_X - stam, 0, lijn=_GRIJS, dikte=1, pijl=True)
        yield _merk(boek, besluit, y, hoog, accent)
        namen, maat = passend(boek.tekst(besluit.naam), BREEDTE - _NAAM_X, hoog, 9, 6.5)
        yield Vorm(
            "rect", _NAAM_X, y - hoog / 2, BREEDTE - _NAAM_X, hoog, regels=namen, grootte=maat, kleur=_INKT, links=True
        )


def _merk(boek: Boek, besluit: Besluit, y: float, hoog: float, accent: str) -> Vorm:
    """Where a decision leads: to a fase (outlined), out (black) or on hold (dashed)."""
    plek = ("roundRect", _MERK_X, y - (hoog - 4) / 2, _MERK_B, hoog - 4)
    maat = min(8.5, (hoog - 5) / REGELHOOGTE)
    if besluit.vervolg == "einde":
        return Vorm(*plek, _INKT, regels=("einde",), grootte=maat, vet=True, kleur=_WIT)
    tekst = _KORT.get(besluit.vervolg) or f"naar {boek.fasenummer(besluit.vervolg)}"
    wacht = besluit.vervolg in _KORT
    return Vorm(*plek, _WIT, _GRIJS if wacht else accent, 1, streep=wacht, regels=(tekst,), grootte=maat, kleur=_INKT)


def passend(
    tekst: str, ruimte: float, hoogte: float, grootst: float, kleinst: float, vet: bool = False
) -> tuple[tuple[str, ...], float]:
    """Return *tekst* in lines, and the letter size, so that it fits; what can't fit ends in an ellipsis."""
    maat = grootst
    while True:
        regels = breek(tekst, (ruimte - 2) / maat * 1000, vet)
        plek = max(1, int(hoogte / (maat * REGELHOOGTE)))
        heel = all(breedte(woord, vet) * maat <= (ruimte - 2) * 1000 for woord in tekst.split())
        if len(regels) <= plek and (heel or maat <= kleinst):
            return tuple(regels), maat
        if maat <= kleinst:
            return (*regels[: plek - 1], regels[plek - 1][:-1] + "…"), maat
        maat = max(kleinst, maat - 0.5)


def in_woorden(boek: Boek) -> str:
    """Return the flowchart in words, for who can't see it."""
    fasen = boek.inrichting.fasen
    namen = ", ".join(f"{nr} {boek.tekst(fase.naam)}" for nr, fase in enumerate(fasen, 1))
    zinnen = [f"Stroomschema van de acht fasen, van boven naar beneden: {namen}."]
    for nr, fase in enumerate(fasen, 1):
        wegen = [f"{boek.tekst(b.naam)} ({_naar(boek, b.vervolg)})" for b in _afslagen_van(boek, fase)]
        if wegen:
            zinnen.append(f"Besluiten na fase {nr}: {'; '.join(wegen)}.")
    vervolg, naam = _herstart(boek)
    terug = f"Fase 4 tot en met 7 vormen een kring: bij {naam.lower()} ga je van fase 7 terug naar fase "
    zinnen.append(f"{terug}{boek.fasenummer(vervolg)}.")
    return " ".join(zinnen)


def _naar(boek: Boek, vervolg: str) -> str:
    if not vervolg:
        return "vervolg nog niet vastgelegd"
    return _KORT.get(vervolg) or f"naar fase {boek.fasenummer(vervolg)}"

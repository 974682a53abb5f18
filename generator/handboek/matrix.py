"""The matrix: eight fasen against wat, wie, wanneer, waar, waarmee and hoe."""

from __future__ import annotations

from generator.handboek.blokken import Blok, Cel, Regel, Stuk, Tabel, alinea, cel
from generator.handboek.boek import Boek
from generator.model import MATRIXRIJEN, Fase

_RIJKOPPEN = {
    "wat": "de taken",
    "wie": "wie het doet",
    "wanneer": "planning",
    "waar": "de plek",
    "waarmee": "instrumenten",
    "hoe": "zo doe je het goed",
}
_LEEG = "Nog af te spreken."
_MERK = "\u00a0°"


def matrix(boek: Boek) -> list[Blok]:
    """Return the matrix of six rows and eight fasen, and the legend if there are proposals."""
    fasen = boek.inrichting.fasen
    kop = (cel(alinea("", "Matrixkop")), *(_kop(boek, nr, fase) for nr, fase in enumerate(fasen, 1)))
    rijen = tuple((_rijkop(rij), *(_cel(boek, fase, rij) for fase in fasen)) for rij in MATRIXRIJEN)
    uitleg = "Matrix: per fase wat er gebeurt, wie het doet, wanneer, waar, waarmee en hoe"
    tabel = Tabel((8.5, *(11.4,) * len(fasen)), (kop, *rijen), "Matrix", 1, uitleg, eerste_kolom=True)
    if not any(fase.matrix.voorstel for fase in fasen):
        return [tabel]
    return [tabel, alinea("° Voorstel van het model: kijk of dit past en maak er je eigen afspraak van.", "Opmerking")]


def _kop(boek: Boek, nr: int, fase: Fase) -> Cel:
    return cel((Stuk(f"{nr} ", "Fasecijfer"), Stuk(boek.tekst(fase.kort))), stijl="Matrixkop")


def _rijkop(rij: str) -> Cel:
    return cel(alinea(rij.capitalize(), "Matrixrij"), alinea(_RIJKOPPEN[rij], "Tabel klein"))


def _cel(boek: Boek, fase: Fase, rij: str) -> Cel:
    tekst = boek.tekst(fase.matrix.cel(rij)).strip()
    if not tekst:
        return cel((Stuk(_LEEG, "Voorstel"),), stijl="Matrixtekst")
    voorstel = rij in fase.matrix.voorstel
    inhoud: Regel = (Stuk(tekst, "Voorstel"), Stuk(_MERK, "Strong")) if voorstel else (Stuk(tekst),)
    return cel(inhoud, stijl="Matrixtekst")

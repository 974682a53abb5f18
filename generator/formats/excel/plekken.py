"""Where questions stand in a returned workbook when names can't be trusted: by their labels and what is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.formats.excel.boek import Werkblad, Werkboek
from generator.formats.excel.indeling import bladlabel
from generator.formats.excel.namen import PLEKBLAD, celnaam, plek_van
from generator.formats.excel.verborgen import SCHEIDING
from generator.formats.leesplan import Leesplan
from generator.veldsoorten import vergelijkbaar

_STERREN = re.compile(r"[\s\u00a0]*\(?\*\)?$")
_DELEN = 5
Vraagplek = tuple[str, str, str, str]  # section, leefgebied, question, label: as compared


class Bewaard(NamedTuple):
    """Where a leaf stood when the form was made, and its label then."""

    blad: str
    plek: str
    lijst: str
    label: str


class Cel(NamedTuple):
    """A cell of a sheet."""

    blad: str
    rij: int
    kolom: int

    @property
    def plek(self) -> str:
        """The place as people write it."""
        return celnaam(self.rij, self.kolom)


def labelnaam(tekst: str) -> str:
    """Return a printed label as it is compared: its first line, without a star."""
    return vergelijkbaar(zonder_ster(tekst.partition("\n")[0]))


def zonder_ster(tekst: str) -> str:
    """Return a printed label without the star at its end."""
    return _STERREN.sub("", tekst.strip())


def begint_met(tekst: str, label: str) -> bool:
    """Tell whether a printed text is that of a label, with or without star, help and what was added under it."""
    if tekst.startswith(label) and tekst[len(label) : len(label) + 1] in ("", "\n", "\u00a0", " "):
        rest = tekst[len(label) :].partition("\n")[0].strip("\u00a0 ")
        if rest in ("", "*", "(*)"):
            return True
    return labelnaam(tekst) == vergelijkbaar(label.partition("\n")[0])


def bewaarde_plekken(boek: Werkboek) -> Mapping[str, Bewaard]:
    """Return leaf → where it stood when the form was made; nothing when that sheet is gone."""
    vel = next((vel for vel in boek.opbouw.vellen if vel.naam.casefold() == PLEKBLAD), None)
    if vel is None:
        return {}
    delen = [
        regel.split(SCHEIDING, 4) for cel in boek.blad(vel.naam).cellen.values() for regel in cel.tekst.split("\n")
    ]
    return {deel[0]: Bewaard(*deel[1:]) for deel in delen if len(deel) == _DELEN}


@dataclass(slots=True)
class Labels:
    """Where labels stand: place → the cells beside them, from top to bottom."""

    cellen: dict[Vraagplek, list[Cel]] = field(default_factory=dict)


def vraagplekken(plan: Leesplan) -> dict[str, Vraagplek]:
    """Return leaf → section, leefgebied, question and label by which it is looked up."""
    uit = {}
    for sleutel, blad in plan.bladen.items():
        sectie, gebied, _ = plan.plaatsen[sleutel]
        vraag = vergelijkbaar(blad.veld.label) if blad.soort == "vakje" else ""
        uit[sleutel] = (sectie, gebied, vraag, vergelijkbaar(bladlabel(blad)))
    return uit


def vind_labels(boek: Werkboek, plan: Leesplan) -> Labels:
    """Walk the sheets in order; the last section, leefgebied and question seen give a label its place."""
    labels = Labels()
    gezocht = vraagplekken(plan)
    bekend = {plek[3] for plek in gezocht.values()}
    secties = {vergelijkbaar(sectie.titel) for sectie in plan.formulier.secties}
    gebieden = {vergelijkbaar(gebied.naam) for gebied in plan.formulier.leefgebieden}
    vragen = {plek[2] for plek in gezocht.values() if plek[2]}
    soorten = set(gezocht.values())
    for vel in boek.opbouw.zichtbaar:
        sectie = gebied = vraag = ""
        for cel, tekst in _tekstcellen(boek.blad(vel.naam)):
            if (sectie, gebied, vraag, tekst) in soorten and vraag:
                _erbij(labels, (sectie, gebied, vraag, tekst), cel)
            elif tekst in bekend and (sectie, gebied, "", tekst) in soorten:
                vraag = ""
                _erbij(labels, (sectie, gebied, "", tekst), cel)
            elif tekst in vragen:
                vraag = tekst
            elif tekst in secties:
                sectie, gebied, vraag = tekst, "", ""
            elif tekst in gebieden:
                gebied, vraag = tekst, ""
    return labels


def _erbij(labels: Labels, plek: Vraagplek, cel: Cel) -> None:
    labels.cellen.setdefault(plek, []).append(cel._replace(kolom=cel.kolom + 1))


def _tekstcellen(blad: Werkblad) -> Iterator[tuple[Cel, str]]:
    """Yield the first cell with text of each row, from top to bottom."""
    eerste: dict[int, int] = {}
    for plek in blad.cellen:
        if waar := plek_van(plek):
            rij, kolom = waar
            if (kolom < eerste.get(rij, 1 << 20)) and blad.tekst(plek).strip():
                eerste[rij] = kolom
    for rij, kolom in sorted(eerste.items()):
        yield Cel(blad.naam, rij, kolom), labelnaam(blad.tekst(celnaam(rij, kolom)))


def op_volgorde(sleutels: Iterable[str], gezocht: Mapping[str, Vraagplek], labels: Labels) -> dict[str, Cel]:
    """Return leaf → the cell beside its label; what stands there more or less often than it should stays out."""
    groepen: dict[Vraagplek, list[str]] = {}
    for sleutel in sleutels:
        groepen.setdefault(gezocht[sleutel], []).append(sleutel)
    return {
        sleutel: cel
        for plek, groep in groepen.items()
        if len(cellen := labels.cellen.get(plek, [])) == len(groep)
        for sleutel, cel in zip(groep, cellen, strict=True)
    }

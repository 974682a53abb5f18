"""The hidden sheets of a form: who it is, where everything stands, and the lists to choose from."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.formats.bladen import Blad
from generator.formats.excel.namen import KRUISJE, LIJSTNAAM, MAX_VOET, METABLAD, PLEKBLAD, SCHEMA, kolomletters
from generator.formats.identiteit import Identiteit
from generator.model import Optie

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

GEDRUKT, MERKEN, BIJ_VOLGENDE = "gedrukt", "merken", "bij_volgende"
SCHEIDING = "|"
_HASHLENGTE = 8
_PER_CEL = 4_000
_KORT = 400
_MAX_REGELS = 30_000
_JA_NEE = ["ja", "nee"]


class Gedrukt:
    """The texts that are printed on a form, as short marks: what else stands there, a person wrote."""

    def __init__(self, teksten: Iterable[str] = ()) -> None:
        """Start with *teksten*."""
        self._merken: dict[str, None] = {}
        for tekst in teksten:
            self.erbij(tekst)

    def erbij(self, tekst: str) -> None:
        """Add a printed text."""
        self._merken[tekstmerk(tekst)] = None

    def delen(self) -> list[str]:
        """Return the marks as texts that a cell can hold."""
        merken = list(self._merken)
        return ["".join(merken[nr : nr + _PER_CEL]) for nr in range(0, len(merken), _PER_CEL)]


def tekstmerk(tekst: str) -> str:
    """Return a short mark of a text; spaces and line ends don't count, as programs change them."""
    return _kort_merk(tekst) if len(tekst) < _KORT else _merk(tekst)


@lru_cache(maxsize=4_096)
def _kort_merk(tekst: str) -> str:
    return _merk(tekst)


def _merk(tekst: str) -> str:
    return f"{zlib.crc32(''.join(tekst.split()).encode('utf-8', 'replace')):08x}"


def merken_uit(tekst: str) -> frozenset[str]:
    """Return the marks that stand in one text."""
    return frozenset(tekst[nr : nr + _HASHLENGTE] for nr in range(0, len(tekst), _HASHLENGTE))


def voettekst(identiteit: Identiteit) -> str:
    """Return the footer: the identity line and the page; a line that is too long for Excel stays out."""
    pagina = "&R&8Pagina &P van &N"
    regel = "&L&7 " + identiteit.regel().replace("&", "&&")
    return regel + pagina if len(regel + pagina) <= MAX_VOET else pagina


class Lijsten:
    """The lists to choose from, each once: labels for people, with their keys beside them."""

    def __init__(self, boek: Workbook, vel: Worksheet) -> None:
        """Write to a sheet of their own."""
        self._boek, self._vel = boek, vel
        self._namen: dict[tuple[Optie, ...], str] = {}

    def naam(self, blad: Blad) -> str:
        """Return the name of the list of a leaf; nothing when it has none."""
        if blad.soort != "keuze" or not blad.opties:
            return ""
        if blad.opties not in self._namen:
            self._namen[blad.opties] = self._schrijf(blad.opties)
        return self._namen[blad.opties]

    def bron(self, blad: Blad) -> str | list[str]:
        """Return what a leaf is chosen from; nothing when people may type what they want."""
        if blad.soort == "vakje":
            return [KRUISJE]
        if blad.soort == "ja_nee":
            return _JA_NEE
        naam = self.naam(blad)
        return f"={naam}" if naam else ""

    def _schrijf(self, opties: Sequence[Optie]) -> str:
        nr = len(self._namen)
        naam, links = f"{LIJSTNAAM}{nr + 1}", 2 * nr
        self._vel.write_string(0, links, naam)
        for rij, optie in enumerate(opties, 1):
            self._vel.write_string(rij, links, optie.label)
            self._vel.write_string(rij, links + 1, optie.sleutel)
        letters = kolomletters(links + 1)
        self._boek.define_name(naam, f"='{self._vel.get_name()}'!${letters}$2:${letters}${len(opties) + 1}")
        return naam


def schrijf_plekken(boek: Workbook, plekken: Iterable[tuple[str, ...]]) -> None:
    """Write where every leaf stands: for when a program loses the names."""
    vel = boek.add_worksheet(PLEKBLAD)
    bundels = [""]
    for plek in plekken:
        regel = SCHEIDING.join(plek)
        if len(bundels[-1]) + len(regel) > _MAX_REGELS:
            bundels.append("")
        bundels[-1] += f"\n{regel}" if bundels[-1] else regel
    for rij, bundel in enumerate(bundels):
        vel.write_string(rij, 0, bundel)
    vel.very_hidden()


def schrijf_meta(boek: Workbook, identiteit: Identiteit, gedrukt: Gedrukt, bij_volgende: Iterable[int]) -> None:
    """Write who the form is, the marks of what is printed on it, and which rows belong with the next."""
    vel = boek.add_worksheet(METABLAD)
    regels = [("schema", SCHEMA)]
    regels += [(veld.name, getattr(identiteit, veld.name)) for veld in fields(identiteit)]
    regels += [(MERKEN, ""), (BIJ_VOLGENDE, " ".join(map(str, bij_volgende)))] + [
        (GEDRUKT, deel) for deel in gedrukt.delen()
    ]
    for rij, (naam, waarde) in enumerate(regels):
        vel.write_string(rij, 0, naam)
        vel.write_string(rij, 1, waarde) if waarde else vel.write_blank(
            rij, 1, None, boek.add_format({"num_format": "@"})
        )
    vel.very_hidden()

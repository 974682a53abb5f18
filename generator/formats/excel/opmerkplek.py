"""Where a field stands in a returned workbook, by the reader's own routes: name, place, label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.formats.excel.boek import Werkboek
from generator.formats.excel.inlezen import gedrukt_van
from generator.formats.excel.lezer import ExcelLezing
from generator.formats.excel.namen import celnaam, plek_van
from generator.formats.excel.plekken import Cel, labelnaam
from generator.formats.excel.tabellen import Rijplekken, Tabellezer
from generator.formats.leesplan import Leesplan
from generator.formats.verzamelaar import Verzamelaar
from generator.veldsoorten import vergelijkbaar

_DELEN = re.compile(r"(?P<veld>[^.\[]+)(?:\[(?P<rij>\d+)\])?(?:\.(?P<rest>.+))?")


class Plekzoeker:
    """Finds the cells of fields in one workbook."""

    def __init__(self, boek: Werkboek, plan: Leesplan) -> None:
        """Look at the workbook as the reader does."""
        self._boek, self._plan = boek, plan
        self._lezing = ExcelLezing(boek, plan, Verzamelaar("", "excel", plan), gedrukt_van(boek))
        self._tabellen = Tabellezer(self._lezing)

    def plek(self, sleutel: str, zoals_gelezen: bool = False) -> Cel:
        """Return the cell of a leaf, field, row or cell.

        What is no longer there has the place of what it is a part of: its table, its section, in the
        end the title.  Rows are counted as rules do, or with *zoals_gelezen* as the reader does.
        """
        return next(cel for cel in self._kandidaten(sleutel, zoals_gelezen) if cel is not None)

    def _kandidaten(self, sleutel: str, zoals_gelezen: bool) -> Iterator[Cel | None]:
        """Yield places for a key, the most exact first."""
        gevonden = _DELEN.fullmatch(sleutel)
        naam = gevonden["veld"] if gevonden else ""
        if naam == "_losse_tekst":
            yield self._losse_plekken.get(sleutel)
        if gevonden and gevonden["rij"]:
            yield self._cel(naam, int(gevonden["rij"]), gevonden["rest"] or "", zoals_gelezen)
            yield self._cel(naam, int(gevonden["rij"]), "", zoals_gelezen)
        elif gevonden:
            yield self._voorgedrukte_rij(naam, gevonden["rest"] or "")
        yield from (self._blad(blad) for blad in self._bladen(sleutel))
        yield from (Cel(g[0].blad, g[0].rij, g[0].kolom) for v, g in self._lezing.cellen.vreemd if v == sleutel and g)
        yield self._tabel(naam)
        yield from (self._blad(blad) for blad in self._bladen(naam))
        yield self._sectiekop(naam)
        yield from self._titels()

    @cached_property
    def _losse_plekken(self) -> Mapping[str, Cel]:
        """Key of a text outside the questions → its cell; that takes a reading of the whole workbook."""
        lezing = ExcelLezing(self._boek, self._plan, Verzamelaar("", "excel", self._plan), self._lezing.gedrukt)
        lezing.lees()
        return lezing.losse_plekken

    def _bladen(self, sleutel: str) -> list[str]:
        return [blad for blad in self._plan.bladen if sleutel and (blad == sleutel or blad.startswith(f"{sleutel}."))]

    def _blad(self, sleutel: str) -> Cel | None:
        vondst = self._lezing.vind(sleutel)
        return vondst.cellen[0] if vondst else None

    def _rijplekken(self, tabel: str) -> Rijplekken | None:
        veld = self._plan.tabellen.get(tabel)
        if veld is not None and tabel not in self._tabellen.rijplekken:
            self._tabellen.lees(veld)
        return self._tabellen.rijplekken.get(tabel)

    def _cel(self, tabel: str, nr: int, kolom: str, zoals_gelezen: bool) -> Cel | None:
        """Return a cell of a table, or the first cell of its row."""
        plekken = self._rijplekken(tabel)
        if plekken is None:
            return None
        rij = plekken.zoals_gelezen(nr) if zoals_gelezen else plekken.van(nr)
        return self._in_rij(plekken, rij, f"{tabel}.{kolom}" if kolom else "") if rij is not None else None

    @staticmethod
    def _in_rij(plekken: Rijplekken, rij: int, kolom: str) -> Cel | None:
        kolommen = plekken.plek.kolommen
        waar = kolommen.get(kolom) if kolom else min(kolommen.values(), default=None)
        return Cel(plekken.plek.blad, rij, waar) if waar is not None else None

    def _voorgedrukte_rij(self, tabel: str, rijsleutel: str) -> Cel | None:
        plekken = self._rijplekken(tabel) if rijsleutel else None
        rij = plekken.met(rijsleutel) if plekken else None
        return self._in_rij(plekken, rij, "") if plekken and rij is not None else None

    def _tabel(self, naam: str) -> Cel | None:
        """Return the first head of a table."""
        plekken = self._rijplekken(naam)
        return self._in_rij(plekken, plekken.plek.kop, "") if plekken else None

    def _sectiekop(self, naam: str) -> Cel | None:
        """Return the heading of the section that a field belongs to: where it should have been."""
        sleutels = (naam, *self._bladen(naam))
        titel = next((self._plan.plaatsen[s][0] for s in sleutels if s in self._plan.plaatsen), "")
        return next((cel for cel, tekst in self._teksten() if titel and labelnaam(tekst) == titel), None)

    def _titels(self) -> Iterator[Cel]:
        """Yield the title, and what may stand in for it."""
        titel = vergelijkbaar(self._plan.formulier.titel)
        yield from (cel for cel, tekst in self._teksten() if vergelijkbaar(tekst) == titel)
        yield Cel((self._boek.opbouw.zichtbaar or self._boek.opbouw.vellen)[0].naam, 1, 1)

    def _teksten(self) -> Iterator[tuple[Cel, str]]:
        for vel in self._boek.opbouw.zichtbaar:
            blad = self._boek.blad(vel.naam)
            plekken = sorted(waar for plek in blad.cellen if (waar := plek_van(plek)))
            yield from ((Cel(vel.naam, *waar), blad.tekst(celnaam(*waar))) for waar in plekken)

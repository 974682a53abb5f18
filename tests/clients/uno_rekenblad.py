"""Fill Excel forms the way a person types in LibreOffice Calc, do things to them, and save them by several routes.

Run by the Python that has ``uno``, standard library only; see `uno_invuller.py`, whose `Office` it uses:

    python3 uno_rekenblad.py PIPE JOB.json OUT.json

JOB is a list of ``{"bestand": path, "typ": [[sheet, cell, text], …], "stappen": [[what, …], …],
"uit": [[path, …], …]}``: each list of paths is a route, of which each next file is made by opening the one before it.
OUT is ``{"versie": …, "calc": …, "getoond": [[text on the screen, …], …], "notities": [[[sheet, cell, author, text],
…], …]}``.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

import uno  # isort: skip  (it makes com.sun.star findable)
from com.sun.star.sheet.CellInsertMode import DOWN
from com.sun.star.table import TableSortField
from uno_invuller import Office, eigenschappen

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".xls": "MS Excel 97"}


class Boek:
    """An open form, and what a person does in it."""

    def __init__(self, office, document):
        self.office, self.document = office, document
        self.besturing = document.CurrentController

    def vel(self, naam):
        return self.document.Sheets.getByName(naam)

    def typ(self, naam, plek, tekst):
        """Select the cell and type; return what it shows. A text with line ends is put in as Ctrl+Enter would."""
        vel = self.vel(naam)
        cel = vel.getCellRangeByName(plek)
        if "\n" in tekst:
            cel.String = tekst
            return cel.String
        self.besturing.setActiveSheet(vel)
        self.besturing.select(cel)
        self.office.opdrachten.executeDispatch(
            self.besturing.Frame, ".uno:EnterString", "", 0, eigenschappen(StringName=tekst)
        )
        return cel.String

    # -- the steps

    def hernoem(self, naam, nieuw):
        self.vel(naam).Name = nieuw

    def verplaats(self, naam, plaats):
        self.document.Sheets.moveByName(naam, plaats)

    def verwijder(self, naam):
        self.document.Sheets.removeByName(naam)

    def kopieer(self, naam, nieuw):
        self.document.Sheets.copyByName(naam, nieuw, self.document.Sheets.Count)

    def open_blad(self, naam):
        self.vel(naam).unprotect("")

    def rijen_in(self, naam, rij, aantal):
        self.vel(naam).Rows.insertByIndex(rij - 1, aantal)

    def rijen_weg(self, naam, rij, aantal):
        self.vel(naam).Rows.removeByIndex(rij - 1, aantal)

    def kolom_in(self, naam, kolom):
        self.vel(naam).Columns.insertByIndex(kolom - 1, 1)

    def cellen_in(self, naam, bereik):
        vel = self.vel(naam)
        vel.insertCells(vel.getCellRangeByName(bereik).RangeAddress, DOWN)

    def sleep(self, naam, van, naar):
        """Drag a cell onto another."""
        vel = self.vel(naam)
        vel.moveRange(vel.getCellRangeByName(naar).CellAddress, vel.getCellRangeByName(van).RangeAddress)

    def sorteer(self, naam, bereik, kolom, omlaag):
        veld = TableSortField(Field=kolom, IsAscending=not omlaag)
        reeks = uno.Any("[]com.sun.star.table.TableSortField", (veld,))
        self.vel(naam).getCellRangeByName(bereik).sort(eigenschappen(SortFields=reeks, ContainsHeader=False))

    def verberg_rij(self, naam, rij):
        self.vel(naam).Rows.getByIndex(rij - 1).IsVisible = False

    def notitie(self, naam, plek, tekst):
        vel = self.vel(naam)
        vel.Annotations.insertNew(vel.getCellRangeByName(plek).CellAddress, tekst)


def notities(document):
    for vel in document.Sheets:
        for notitie in vel.Annotations:
            plek = notitie.Position
            cel = vel.getCellByPosition(plek.Column, plek.Row)
            yield [vel.Name, cel.AbsoluteName.rpartition(".")[2].replace("$", ""), notitie.Author, notitie.String]


def bewaar(document, pad):
    document.storeToURL(Path(pad).as_uri(), eigenschappen(FilterName=FILTERS[Path(pad).suffix], Overwrite=True))


def doe(office, taak):
    document = office.open(taak["bestand"])
    try:
        boek = Boek(office, document)
        gevonden = list(notities(document))
        getoond = [boek.typ(*wat) for wat in taak.get("typ", [])]
        for wat, *rest in taak.get("stappen", []):
            getattr(boek, wat)(*rest)
        for route in taak["uit"]:
            bewaar(document, route[0])
    finally:
        document.close(True)
    for route in taak["uit"]:
        for van, naar in pairwise(route):
            tussen = office.open(van, verborgen=True)
            try:
                bewaar(tussen, naar)
            finally:
                tussen.close(True)
    return getoond, gevonden


def main(pijp, taken, uit):
    office = Office(pijp)
    gedaan = {"versie": office.versie, "calc": True, "getoond": [], "notities": []}
    for taak in json.loads(Path(taken).read_text(encoding="utf-8")):
        getoond, gevonden = doe(office, taak)
        gedaan["getoond"].append(getoond)
        gedaan["notities"].append(gevonden)
    Path(uit).write_text(json.dumps(gedaan, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Edit workbooks the way a person does in LibreOffice Calc, and save them.

Run by the Python that has ``uno``, standard library only; see `uno_invuller.py`, whose `Office` it uses:

    python3 uno_werkboek.py PIPE JOB.json OUT.json

JOB is a list of ``{"bestand": path, "stappen": [[what, …], …], "uit": [path, …]}``.  After the steps the workbook
is saved as the first path; each next path is made by opening the one before it.  OUT is
``{"versie": …, "calc": true or false}``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import uno  # isort: skip  (it makes com.sun.star findable)
from com.sun.star.table import CellRangeAddress, TableSortField
from uno_invuller import Office, eigenschappen

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}


class Boek:
    """An open workbook, and what a person does in it."""

    def __init__(self, office, document):
        self.office, self.document = office, document
        self.besturing = document.CurrentController

    def vel(self, naam):
        return self.document.Sheets.getByName(naam)

    def _einde(self, vel):
        loper = vel.createCursor()
        loper.gotoEndOfUsedArea(False)
        return loper.RangeAddress.EndRow, loper.RangeAddress.EndColumn

    def _kolom(self, vel, kop):
        """Return heading row and column of a heading."""
        rijen, kolommen = self._einde(vel)
        for rij in range(min(rijen, 20) + 1):
            for kolom in range(kolommen + 1):
                if vel.getCellByPosition(kolom, rij).String.lower() == kop and rij >= 3:
                    return rij, kolom
        raise RuntimeError(f"{vel.Name}: no column {kop}")

    def _rij(self, vel, waar):
        """Return the row in which every named column holds this text."""
        plekken = {self._kolom(vel, kop)[1]: tekst for kop, tekst in waar.items()}
        for rij in range(self._einde(vel)[0] + 1):
            if all(vel.getCellByPosition(kolom, rij).String == tekst for kolom, tekst in plekken.items()):
                return rij
        raise RuntimeError(f"{vel.Name}: no row {waar}")

    # -- the steps

    def sorteer(self, naam, kop, omlaag):
        vel = self.vel(naam)
        begin, kolom = self._kolom(vel, kop)
        eind, breed = self._einde(vel)
        veld = TableSortField(Field=kolom, IsAscending=not omlaag)
        reeks = uno.Any("[]com.sun.star.table.TableSortField", (veld,))
        rijen = vel.getCellRangeByPosition(0, begin + 1, breed, eind)
        rijen.sort(eigenschappen(SortFields=reeks, ContainsHeader=False))

    def typ(self, naam, waar, kop, tekst):
        """Select the cell and type; a text with line ends is put in as Ctrl+Enter would."""
        vel = self.vel(naam)
        cel = vel.getCellByPosition(self._kolom(vel, kop)[1], self._rij(vel, waar))
        self._typ_in(vel, cel, tekst)

    def _typ_in(self, vel, cel, tekst):
        if "\n" in tekst:
            cel.String = tekst
            return
        self.besturing.setActiveSheet(vel)
        self.besturing.select(cel)
        self.office.opdrachten.executeDispatch(
            self.besturing.Frame, ".uno:EnterString", "", 0, eigenschappen(StringName=tekst)
        )

    def rij_erbij(self, naam, waar, waarden):
        """Insert a row below another (or below everything), and type in it."""
        vel = self.vel(naam)
        rij = self._einde(vel)[0] + 1 if waar is None else self._rij(vel, waar) + 1
        if waar is not None:
            vel.Rows.insertByIndex(rij, 1)
        for kop, tekst in waarden.items():
            self._typ_in(vel, vel.getCellByPosition(self._kolom(vel, kop)[1], rij), tekst)

    def rij_weg(self, naam, waar):
        vel = self.vel(naam)
        vel.Rows.removeByIndex(self._rij(vel, waar), 1)

    def kolom_erbij(self, naam, kop):
        vel = self.vel(naam)
        vel.Columns.insertByIndex(self._kolom(vel, kop)[1], 1)

    def kolom_naar(self, naam, kop, achter):
        """Cut a column and put it elsewhere."""
        vel = self.vel(naam)
        begin, van = self._kolom(vel, kop)
        naar = self._kolom(vel, achter)[1] + 1
        vel.Columns.insertByIndex(naar, 1)
        van += van >= naar
        adres = vel.getCellByPosition(naar, begin).CellAddress
        eind = self._einde(vel)[0]
        blok = vel.getCellRangeByPosition(van, begin, van, eind).RangeAddress
        vel.moveRange(adres, CellRangeAddress(blok.Sheet, van, begin, van, eind))
        vel.Columns.removeByIndex(van, 1)

    def rij_in(self, naam, plek, aantal):
        self.vel(naam).Rows.insertByIndex(plek, aantal)

    def hernoem(self, naam, anders):
        self.vel(naam).Name = anders

    def verplaats(self, naam, plek):
        self.document.Sheets.moveByName(naam, plek)

    def kopie(self, naam, anders):
        self.document.Sheets.copyByName(naam, anders, self.document.Sheets.Count)

    def blad_erbij(self, naam, tekst):
        self.document.Sheets.insertNewByName(naam, 0)
        self.vel(naam).getCellByPosition(0, 0).String = tekst


def heeft_calc(office):
    try:
        leeg = office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, eigenschappen(Hidden=True))
    except Exception:
        return False
    if leeg is not None:
        leeg.close(True)
    return leeg is not None


def bewaar(document, pad):
    soort = FILTERS[Path(pad).suffix]
    document.storeToURL(Path(pad).as_uri(), eigenschappen(FilterName=soort, Overwrite=True))


def doe(office, taak):
    document = office.open(taak["bestand"])
    boek = Boek(office, document)
    for wat, *rest in taak["stappen"]:
        getattr(boek, wat)(*rest)
    eerste, *volgende = taak["uit"]
    bewaar(document, eerste)
    document.close(True)
    for pad in volgende:
        document = office.open(eerste, verborgen=True)
        bewaar(document, pad)
        document.close(True)
        eerste = pad


def main(pijp, taken, uit):
    office = Office(pijp)
    gedaan = {"versie": office.versie, "calc": heeft_calc(office)}
    if gedaan["calc"]:
        for taak in json.loads(Path(taken).read_text(encoding="utf-8")):
            doe(office, taak)
    Path(uit).write_text(json.dumps(gedaan, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

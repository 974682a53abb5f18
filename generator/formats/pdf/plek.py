"""Where a field stands on the pages of a returned PDF, by the reader's own names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pikepdf import Array, Object

from generator.formats.leesplan import Leesplan
from generator.formats.pdf.document import PdfDocument
from generator.formats.pdf.lezer import PdfLezing
from generator.formats.pdf.namen import celnaam, veldnaam
from generator.formats.verzamelaar import Verzamelaar
from generator.veldsoorten.antwoorden import regelmatige_rijen

_DELEN = re.compile(r"(?P<veld>[^.\[]+)(?:\[(?P<rij>\d+)\])?(?:\.(?P<rest>.+))?")
_RAND = 30.0


class Plek(NamedTuple):
    """A page, from 0, and how high on it."""

    blad: int
    boven: float


class Plekzoeker:
    """Finds fields in one document."""

    def __init__(self, document: PdfDocument, plan: Leesplan) -> None:
        """Look at the document as the reader does."""
        self._document = document
        self._plan = plan
        self._lezing = PdfLezing(document.velden, plan, Verzamelaar("", "pdf", plan))
        self._lezing.lees()
        self._bladen = {blad.objgen: nr for nr, blad in enumerate(document.bladen)}
        self._op_blad: dict[tuple[int, int], int] | None = None

    def plek(self, sleutel: str, zoals_gelezen: bool = False) -> Plek:
        """Return where a note about a leaf, field, row or cell goes.

        What is no longer there has the place of what it is a part of: its table, its section, in the end the
        top of the first page. Rows are counted as rules do, or with *zoals_gelezen* as the reader does.
        """
        for naam in self._kandidaten(sleutel, zoals_gelezen):
            for veld in self._document.plekken.get(naam, ()):
                if (plek := self._van(veld)) is not None:
                    return plek
        hoog = _getallen(self._document.bladen[0].get("/MediaBox"))[3] if self._document.bladen else 800.0
        return Plek(0, hoog - _RAND)

    def _kandidaten(self, sleutel: str, zoals_gelezen: bool) -> Iterator[str]:
        """Yield names of fields for a key, the most exact first."""
        gevonden = _DELEN.fullmatch(sleutel)
        naam = gevonden["veld"] if gevonden else ""
        rest = (gevonden["rest"] or "") if gevonden else ""
        if gevonden and gevonden["rij"]:
            rij = self._rij(naam, int(gevonden["rij"]), zoals_gelezen)
            yield from self._cellen(naam, rij, rest)
        yield from self._bladnamen(sleutel)
        if rest:
            yield from self._cellen(naam, rest, "")
        for rij in self._lezing.rijnamen.get(naam, ()):
            yield from self._cellen(naam, rij, rest)
        yield from self._bladnamen(naam)
        yield from self._sectie(naam)

    def _cellen(self, tabel: str, rij: str, kolom: str) -> Iterator[str]:
        """Yield the name of a cell, then those of the rest of its row."""
        veld = self._plan.tabellen.get(tabel)
        if veld is None or not rij:
            return
        yield celnaam(tabel, rij, kolom)
        yield from (celnaam(tabel, rij, deel.sleutel) for deel in veld.kolommen)

    def _rij(self, tabel: str, nr: int, zoals_gelezen: bool) -> str:
        namen = self._lezing.rijnamen.get(tabel, [])
        if zoals_gelezen:
            return namen[nr - 1] if 0 < nr <= len(namen) else ""
        waarden = self._lezing.rijwaarden.get(tabel, [])
        regels = regelmatige_rijen(self._plan.tabellen[tabel], [rij for rij in waarden if rij]) if waarden else ()
        if not 0 < nr <= len(regels):
            return ""
        return next(naam for naam, waarde in zip(namen, waarden, strict=True) if waarde is regels[nr - 1])

    def _bladnamen(self, sleutel: str) -> Iterator[str]:
        for blad in self._plan.bladen if sleutel else ():
            if blad == sleutel or blad.startswith(f"{sleutel}."):
                yield veldnaam(blad)

    def _sectie(self, naam: str) -> Iterator[str]:
        """Yield the fields of the section that a lost field belonged to."""
        for sectie in self._plan.formulier.secties:
            if any(veld.sleutel == naam for veld in sectie.velden):
                for veld in sectie.velden:
                    yield from self._bladnamen(veld.sleutel)
                    for rij in self._lezing.rijnamen.get(veld.sleutel, ()):
                        yield from self._cellen(veld.sleutel, rij, "")

    def _van(self, veld: Object) -> Plek | None:

        kinderen = veld.get("/Kids")
        vlak = kinderen[0] if isinstance(kinderen, Array) and len(kinderen) else veld
        rechthoek = _getallen(vlak.get("/Rect"))
        nummer = self._bladnummer(vlak)
        return None if nummer is None or not any(rechthoek) else Plek(nummer, max(rechthoek[1], rechthoek[3]))

    def _bladnummer(self, vlak: Object) -> int | None:
        blad = vlak.get("/P")
        if blad is not None and blad.objgen in self._bladen:
            return self._bladen[blad.objgen]
        if self._op_blad is None:
            self._op_blad = {deel.objgen: nr - 1 for nr, deel in self._document.annotaties()}
        return self._op_blad.get(vlak.objgen)


def _getallen(vlak: object) -> tuple[float, float, float, float]:
    """Return the numbers of a rectangle; zeros when it is none."""
    try:
        a, b, c, d = (float(getal) for getal in list(vlak)) if isinstance(vlak, Array) else (0.0,) * 4
    except (TypeError, ValueError):
        return 0.0, 0.0, 0.0, 0.0
    return a, b, c, d

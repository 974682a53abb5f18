"""Where a field stands in a returned document, by the reader's own routes: tag, bookmark, label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.formats.leesplan import Leesplan
from generator.formats.verzamelaar import Verzamelaar
from generator.formats.word.bouw import Element
from generator.formats.word.document import TBL, TC, P, WordDocument, zichtbare_tekst
from generator.formats.word.lezer import WordLezing
from generator.formats.word.namen import bladwijzer, q
from generator.formats.word.tabellen import Rijplekken, Tabellezer
from generator.formats.word.vakken import vakje_in_tekst
from generator.formats.word.vondsten import eerste_voorouder, labelnaam, rij_cellen, tabel_rijen
from generator.veldsoorten import vergelijkbaar

_DELEN = re.compile(r"(?P<veld>[^.\[]+)(?:\[(?P<rij>\d+)\])?(?:\.(?P<rest>.+))?")
_PSTIJL, _VAL = f"{q('w:pPr')}/{q('w:pStyle')}", q("w:val")
# Between a table and its label stands no more than the help text.
_HOOGSTENS_ERBOVEN = 3


class Plekzoeker:
    """Finds fields in one document; what it gives are places in a tree of its own, by number.

    Looking for fields takes deleted text out of a tree.  So it looks in one tree, and the number of
    a place is its order in the document: the same in any other tree of the same bytes.
    """

    def __init__(self, document: WordDocument, plan: Leesplan) -> None:
        """Number the elements, then look at the document as the reader does."""
        self._nummers = {element: nr for nr, element in enumerate(document.hoofd.iter())}
        self._hoofd = document.hoofd
        self._plan = plan
        uit = Verzamelaar("", "word", plan)
        self._lezing = WordLezing(document, plan, uit, document.eigenschappen().programma)
        self._tabellen = Tabellezer(plan, self._lezing.tags, uit, self._lezing)

    def nummer(self, sleutel: str, zoals_gelezen: bool = False) -> int | None:
        """Return the number of the control, cell or paragraph of a leaf, field, row or cell.

        What is no longer there has the place of what it is a part of: its table, its section, in the
        end the title.  Rows are counted as rules do, or with *zoals_gelezen* as the reader does.
        None when the document has no place for a comment at all.
        """
        for element in self._kandidaten(sleutel, zoals_gelezen):
            if element is not None and element in self._nummers:
                return self._nummers[element]
        return None

    def _kandidaten(self, sleutel: str, zoals_gelezen: bool) -> Iterator[Element | None]:
        """Yield places for a key, the most exact first."""
        gevonden = _DELEN.fullmatch(sleutel)
        naam = gevonden["veld"] if gevonden else ""
        if gevonden and gevonden["rij"]:
            yield self._cel(naam, int(gevonden["rij"]), gevonden["rest"] or "", zoals_gelezen)
            yield self._cel(naam, int(gevonden["rij"]), "", zoals_gelezen)
        elif gevonden:
            yield self._voorgedrukte_rij(naam, gevonden["rest"] or "")
        yield from (self._blad(blad) for blad in self._bladen(sleutel))
        yield from (sdt for vreemd, sdt in self._lezing.tags.vreemd if vreemd == sleutel)
        yield self._tabel(naam)
        yield from (self._blad(blad) for blad in self._bladen(naam))
        yield self._sectiekop(naam)
        yield from self._titels()

    def _bladen(self, sleutel: str) -> list[str]:
        return [blad for blad in self._plan.bladen if sleutel and (blad == sleutel or blad.startswith(f"{sleutel}."))]

    def _blad(self, sleutel: str) -> Element | None:
        blad, lezing = self._plan.bladen[sleutel], self._lezing
        vakje = blad.soort == "vakje"
        for sdt in lezing.tags.los.get(sleutel, ()):
            if sdt in self._nummers:
                # Of a box the words beside it belong to the place.
                return eerste_voorouder(sdt, P) if vakje else sdt
        start = lezing.bladwijzers.get(bladwijzer(sleutel))
        if start is not None:
            cel, alinea = eerste_voorouder(start, TC), eerste_voorouder(start, P)
            return alinea if vakje or cel is None else cel
        cel = lezing.cel_bij_label(sleutel, blad)
        if cel is None or not vakje:
            return cel
        regels = (alinea for alinea in cel.iter(P) if vakje_in_tekst(zichtbare_tekst(alinea), blad.label))
        return next(regels, None)

    def _cel(self, tabel: str, nr: int, kolom: str, zoals_gelezen: bool) -> Element | None:
        """Return a cell of a table, or the first cell of its row."""
        veld, plekken = self._plan.tabellen.get(tabel), self._rijplekken(tabel)
        if veld is None or plekken is None:
            return None
        rij = next(iter(plekken.alle[nr - 1 : nr]), None) if zoals_gelezen else plekken.van(nr)
        if rij is None or not kolom:
            return _eerste_cel(rij)
        return self._tabellen.cel(veld, rij, f"{tabel}.{kolom}")

    def _voorgedrukte_rij(self, tabel: str, rijsleutel: str) -> Element | None:
        plekken = self._rijplekken(tabel) if rijsleutel else None
        return _eerste_cel(plekken.met(rijsleutel)) if plekken else None

    def _rijplekken(self, tabel: str) -> Rijplekken | None:
        veld = self._plan.tabellen.get(tabel)
        if veld is not None and tabel not in self._tabellen.rijplekken:
            self._tabellen.lees(veld)
        return self._tabellen.rijplekken.get(tabel)

    def _tabel(self, naam: str) -> Element | None:
        """Return the label above a table, or else its first cell."""
        veld = self._plan.tabellen.get(naam)
        tabel = self._tabellen.tabel(veld) if veld is not None else None
        if veld is None or tabel is None:
            return None
        for nr, boven in enumerate(tabel.itersiblings(P, TBL, preceding=True)):
            if nr >= _HOOGSTENS_ERBOVEN or boven.tag == TBL:
                break
            if labelnaam(zichtbare_tekst(boven)) == vergelijkbaar(veld.label):
                return boven
        return next((cel for rij in tabel_rijen(tabel) for cel in rij_cellen(rij)), None)

    def _sectiekop(self, naam: str) -> Element | None:
        """Return the heading of the section that a field belongs to: where it should have been."""
        sleutels = (naam, *self._bladen(naam))
        titel = next((self._plan.plaatsen[s][0] for s in sleutels if s in self._plan.plaatsen), "")
        return next((p for p in self._alineas() if titel and labelnaam(zichtbare_tekst(p)) == titel), None)

    def _titels(self) -> Iterator[Element]:
        """Yield the title, and what may stand in for it."""
        met_stijl = (p for p in self._alineas() if (s := p.find(_PSTIJL)) is not None and s.get(_VAL) == "Title")
        titel = vergelijkbaar(self._plan.formulier.titel)
        yield from met_stijl
        yield from (p for p in self._alineas() if vergelijkbaar(zichtbare_tekst(p)) == titel)
        yield from (p for p in self._alineas() if zichtbare_tekst(p).strip())
        yield from self._alineas()

    def _alineas(self) -> Iterator[Element]:
        return iter(self._hoofd.iter(P))


def _eerste_cel(rij: Element | None) -> Element | None:
    return next(iter(rij_cellen(rij)), None) if rij is not None else None

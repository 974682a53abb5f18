"""Tables of a returned form: rows by their controls, else by bookmarks in the header, else by header labels."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Protocol

from generator.formats.bladen import Blad
from generator.formats.leesplan import Leesplan
from generator.formats.verzamelaar import Verzamelaar
from generator.formats.word.bouw import Element
from generator.formats.word.document import TBL, TC, TR, begint_met_regeleinde, zichtbare_tekst
from generator.formats.word.namen import bladwijzer, q
from generator.formats.word.vakken import Lezing, celtekst, lees_vak
from generator.formats.word.vondsten import (
    Labels,
    Tags,
    eerste_regel,
    eerste_voorouder,
    rij_cellen,
    tabel_rijen,
)
from generator.model import Route, Veld
from generator.veldsoorten import vergelijkbaar
from generator.veldsoorten.antwoorden import regelmatige_rijen

Rij = dict[str, Lezing]
Rijen = list[tuple[Element, Rij]]
_TRPR, _KOP = q("w:trPr"), q("w:tblHeader")


class Rijplekken:
    """Where the rows of one table stand: ``alle`` as they were read, `van` as rules count them."""

    __slots__ = ("_regels", "_waarden", "alle")

    def __init__(
        self, alle: tuple[Element, ...], waarden: list[dict[str, Any]], regels: tuple[dict[str, Any], ...]
    ) -> None:
        """Keep what was read; who counts how is only worked out when somebody asks."""
        self.alle = alle
        self._waarden, self._regels = waarden, regels

    def van(self, nr: int) -> Element | None:
        """Return row *nr* of the answers, which leave out rows that nobody wrote in; None when there is none."""
        if not 0 < nr <= len(self._regels):
            return None
        return next(rij for rij, w in zip(self.alle, self._waarden, strict=True) if w is self._regels[nr - 1])

    def met(self, waarde: str) -> Element | None:
        """Return the row in which some column holds *waarde*, such as the key of a preprinted row."""
        return next((rij for rij, w in zip(self.alle, self._waarden, strict=True) if waarde in w.values()), None)


class Lezer(Protocol):
    """What a table reader needs of the reading of the whole document."""

    plakt: bool

    @property
    def bladwijzers(self) -> Mapping[str, Element]:
        """Bookmark name → element."""

    @property
    def labels(self) -> Labels:
        """Where labels stand."""

    def uitnodigingen(self) -> Collection[str]:
        """Return the invitations that the document itself brings along."""

    def waarde(self, sleutel: str, blad: Blad, lezing: Lezing, plek: str = "") -> Any:
        """Return the value of what was read."""


class Tabellezer:
    """Reads the tables of one document."""

    def __init__(self, plan: Leesplan, tags: Tags, uit: Verzamelaar, lezer: Lezer) -> None:
        """Sort the rows with controls by table."""
        self.plan = plan
        self.uit = uit
        self.lezer = lezer
        self.rijplekken: dict[str, Rijplekken] = {}
        self.rijnamen = tags.rijnamen
        self.rijen: dict[str, dict[Element, dict[str, Element]]] = {}
        for rij, vakken in tags.rijen.items():
            self.rijen.setdefault(next(iter(vakken)).partition(".")[0], {})[rij] = vakken

    def lees(self, veld: Veld) -> None:
        """Read one table field: every row of every piece of it."""
        self._namen_uit_bladwijzers(veld)
        stukken = self._tabellen(veld)
        if not stukken:
            self.uit.verloren(veld.sleutel)
            return
        per_stuk = [self._rijen(veld, tabel, route) for tabel, route in stukken]
        unieke = [per_stuk[0]]
        for rijen in per_stuk[1:]:
            if [_ruw(rij) for _, rij in rijen] not in [[_ruw(rij) for _, rij in eerder] for eerder in unieke]:
                unieke.append(rijen)
        if len(unieke) > 1 and all(any(_ruw(rij).values()) for rijen in unieke for _, rij in rijen[:1]):
            self.uit.meld("L01", veld.sleutel)
        self._boek(veld, [rij for rijen in unieke for rij in rijen])

    def tabel(self, veld: Veld) -> Element | None:
        """Return where a table field stands, its first piece; None when it is gone."""
        return next((tabel for tabel, _ in self._tabellen(veld)), None)

    def cel(self, veld: Veld, rij: Element, kolom: str) -> Element | None:
        """Return the control, or else the cell, of a column (``acties.wie``) in a row."""
        vak = self.rijen.get(veld.sleutel, {}).get(rij, {}).get(kolom)
        tabel = eerste_voorouder(rij, TBL)
        if vak is not None or tabel is None:
            return vak
        kolommen, _ = self._kolommen(veld, tabel_rijen(tabel))
        return next((cel for cel, blad in _cellen_met_kolom(rij, kolommen) if blad and blad.sleutel == kolom), None)

    def _namen_uit_bladwijzers(self, veld: Veld) -> None:
        """A preprinted row without its control is still known by its bookmark, whatever its text says now."""
        drager = next((kolom for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), None)
        if drager is None or self.rijen.get(veld.sleutel):
            return
        for regel in veld.rijen:
            start = self.lezer.bladwijzers.get(bladwijzer(f"{veld.sleutel}.{drager.sleutel}.{regel.sleutel}"))
            rij = eerste_voorouder(start, TR) if start is not None else None
            if rij is not None:
                self.rijnamen.setdefault(rij, regel.sleutel)

    # -- where the table is

    def _tabellen(self, veld: Veld) -> list[tuple[Element, Route]]:
        met_vakken = [eerste_voorouder(rij, TBL) for rij in self.rijen.get(veld.sleutel, {})]
        gevonden = list(dict.fromkeys(tabel for tabel in met_vakken if tabel is not None))
        if gevonden:
            return [(tabel, Route.TAG) for tabel in gevonden]
        for kolom in veld.kolommen:
            start = self.lezer.bladwijzers.get(bladwijzer(f"{veld.sleutel}.{kolom.sleutel}"))
            tabel = eerste_voorouder(start, TBL) if start is not None else None
            if tabel is not None:
                return [(tabel, Route.BLADWIJZER)]
        return [(tabel, Route.LABEL) for tabel in self._op_koppen(veld)][:1]

    def _op_koppen(self, veld: Veld) -> list[Element]:
        """Find tables whose header has most of our column labels; the right section goes first."""
        koppen = {vergelijkbaar(kolom.label) for kolom in veld.kolommen}
        nodig = max(2, (len(koppen) + 1) // 2) if len(koppen) > 1 else 1
        plaats = self.plan.plaatsen[veld.sleutel]
        passend = []
        for waar, tabel in self.lezer.labels.tabellen:
            rijen = tabel_rijen(tabel)
            raak = len(koppen & {eerste_regel(cel) for cel in rij_cellen(rijen[0])}) if rijen else 0
            if raak >= nodig:
                passend.append((waar[2] == plaats[2], waar[0] == plaats[0], raak, tabel))
        passend.sort(key=lambda deel: deel[:3], reverse=True)
        return [tabel for *_, tabel in passend]

    # -- its rows

    def _rijen(self, veld: Veld, tabel: Element, route: Route) -> Rijen:
        bekend = self.rijen.get(veld.sleutel, {})
        rijen = tabel_rijen(tabel)
        zonder = [rij for rij in rijen if rij not in bekend]
        kolommen: list[Blad | None] | None = None
        gelezen: Rijen = []
        for rij in rijen:
            vakken = bekend.get(rij)
            if vakken is not None and len(vakken) == len(veld.kolommen) >= len(rij) - 1:
                gelezen.append((rij, self._met_naam(veld, rij, self._vakken(vakken))))
                continue
            if vakken is None and rij is rijen[0] and _is_kop(rij):
                continue
            if kolommen is None:
                kolommen, kop = self._kolommen(veld, rijen)
            if rij is kop:
                continue
            los = self._met_naam(veld, rij, self._losse_rij(veld, rij, vakken or {}, kolommen, route))
            gelezen.append((rij, los))
            if vakken is None and route is Route.TAG and len(zonder) > 1 and any(_ruw(los).values()):
                self.uit.meld("L06", veld.sleutel)
        return gelezen

    def _vakken(self, vakken: Mapping[str, Element]) -> Rij:
        uitnodigingen = self.lezer.uitnodigingen
        return {kolom: lees_vak(vak, self.plan.kolommen[kolom], uitnodigingen) for kolom, vak in vakken.items()}

    def _met_naam(self, veld: Veld, rij: Element, gelezen: Rij) -> Rij:
        """Put the key of a preprinted row in place of its text: a form in other words means the same."""
        naam = self.rijnamen.get(rij)
        for kolom in veld.kolommen if naam else ():
            sleutel = f"{veld.sleutel}.{kolom.sleutel}"
            bekend = kolom.soort == "voorgedrukt" and any(rij.sleutel == naam for rij in veld.rijen)
            if naam and bekend and sleutel in gelezen and gelezen[sleutel].ruw:
                return {**gelezen, sleutel: gelezen[sleutel]._replace(ruw=naam)}
        return gelezen

    def _kolommen(self, veld: Veld, rijen: list[Element]) -> tuple[list[Blad | None], Element | None]:
        """Return which column stands where: by bookmarks, else by labels, else in order; and the header row."""
        bladen = [self.plan.kolommen[f"{veld.sleutel}.{kolom.sleutel}"] for kolom in veld.kolommen]
        for rij in rijen[:3]:
            cellen = rij_cellen(rij)
            koppen = [eerste_regel(cel) for cel in cellen]
            gevonden = [self._kolom_van(cel, kop, bladen) for cel, kop in zip(cellen, koppen, strict=True)]
            if any(gevonden):
                return _vul_aan(gevonden, bladen), rij
        return list(bladen), None

    def _kolom_van(self, cel: Element, kop: str, bladen: list[Blad]) -> Blad | None:
        for blad in bladen:
            start = self.lezer.bladwijzers.get(bladwijzer(blad.sleutel))
            if start is not None and eerste_voorouder(start, TC) is cel:
                return blad
        return next((blad for blad in bladen if vergelijkbaar(blad.label) == kop), None)

    def _losse_rij(
        self, veld: Veld, rij: Element, vakken: Mapping[str, Element], kolommen: list[Blad | None], route: Route
    ) -> Rij:
        """Read a row of which cells have lost their control, or never had one."""
        uit = self._vakken(vakken)
        bezet = {eerste_voorouder(vak, TC) for vak in vakken.values()}
        for cel, blad in _cellen_met_kolom(rij, kolommen):
            if cel in bezet:
                continue
            if blad is None or blad.sleutel in uit:
                self._eigen_kolom(veld, cel)
                continue
            tekst, opvallend = celtekst(cel, blad)
            if self.lezer.plakt and tekst and begint_met_regeleinde(cel):
                opvallend = (*opvallend, ("L11", {}))
            terug = Route.LABEL if route is Route.TAG else route
            uit[blad.sleutel] = Lezing(tekst, terug, opvallend)
        return uit

    def _eigen_kolom(self, veld: Veld, cel: Element) -> None:
        """Keep what stands in a column that the form doesn't have."""
        tekst = zichtbare_tekst(cel).strip()
        if tekst:
            self.uit.losse_tekst(veld.label, tekst)

    # -- from rows to a value

    def _boek(self, veld: Veld, rijen: Rijen) -> None:
        waarden = [self._boek_rij(veld, rij, nr) for nr, (_, rij) in enumerate(rijen, 1)]
        regels = regelmatige_rijen(veld, [rij for rij in waarden if rij])
        self.rijplekken[veld.sleutel] = Rijplekken(tuple(rij for rij, _ in rijen), waarden, regels)
        if regels:
            self.uit.waarden[veld.sleutel] = regels

    def _boek_rij(self, veld: Veld, rij: Rij, nr: int) -> dict[str, Any]:
        waarden: dict[str, Any] = {}
        for blad in self.plan.rijplan[veld.sleutel]:
            lezing = rij.get(blad.sleutel)
            if lezing is None:
                continue
            self.uit.tel(lezing.route)
            if not lezing.ruw:
                continue
            kolom = blad.sleutel.rpartition(".")[2]
            cel, plek = f"{veld.sleutel}[{nr}].{kolom}", f"rij {nr}"
            waarde = self.lezer.waarde(cel, blad, lezing, plek)
            if waarde is not None:
                waarden[kolom] = waarde
                self.uit.cel(cel, blad, waarde, lezing.ruw, lezing.route, plek)
            for code, context in lezing.opvallend:
                self.uit.meld(code, cel, **context)
        return waarden


def _vul_aan(gevonden: list[Blad | None], bladen: list[Blad]) -> list[Blad | None]:
    """Give the one column whose head was renamed to the one head that nobody knows."""
    over = [blad for blad in bladen if blad not in gevonden]
    if len(over) == 1 and gevonden.count(None) == 1:
        return [blad or over[0] for blad in gevonden]
    return gevonden


def _cellen_met_kolom(rij: Element, kolommen: list[Blad | None]) -> Iterator[tuple[Element, Blad | None]]:
    """Yield each cell with its column; a merged cell takes the place of several."""
    plek = 0
    for cel in rij_cellen(rij):
        yield cel, kolommen[plek] if plek < len(kolommen) else None
        breed = cel.find(f"{q('w:tcPr')}/{q('w:gridSpan')}")
        plek += int(breed.get(q("w:val")) or 1) if breed is not None else 1


def _is_kop(rij: Element) -> bool:
    """Tell a header row that repeats on every page; it holds no answers."""
    return rij[0].tag == _TRPR and next(rij[0].iterchildren(_KOP), None) is not None


def _ruw(rij: Rij) -> dict[str, str]:
    return {sleutel: lezing.ruw.strip() for sleutel, lezing in rij.items()}

"""Tables of a returned form: a sheet each, its columns by name, else by where they stood, else by their heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.formats.bladen import Blad
from generator.formats.excel.boek import Gebied, Werkblad
from generator.formats.excel.namen import celnaam, plek_van
from generator.formats.excel.plekken import Cel, begint_met
from generator.formats.excel.waarden import LEEG, Lezing
from generator.model import Route, Veld
from generator.veldsoorten import vergelijkbaar
from generator.veldsoorten.antwoorden import regelmatige_rijen
from generator.veldsoorten.keuze import zoek_optie

if TYPE_CHECKING:
    from generator.formats.excel.lezer import ExcelLezing

# How far above the first row the heads may stand, and how far down a lost header is looked for.
_KOPPEN_ZOEKEN = 40


@dataclass(slots=True)
class Tabelplek:
    """Where a table stands: sheet, header, rows, and the column of each leaf with its route."""

    blad: str
    kop: int
    eerste: int
    laatste: int
    kolommen: dict[str, int] = field(default_factory=dict)
    routes: dict[str, Route] = field(default_factory=dict)
    oneens: bool = False


class Rijplekken:
    """Where the rows of one table stand: as they were read, and as rules count them."""

    __slots__ = ("_regels", "_rijen", "plek")

    def __init__(self, plek: Tabelplek, rijen: list[tuple[int, dict[str, Any]]], regels: tuple[dict[str, Any], ...]):
        """Keep what was read; *rijen* are the numbers on the sheet with their values."""
        self.plek = plek
        self._rijen, self._regels = rijen, regels

    def zoals_gelezen(self, nr: int) -> int | None:
        """Return the row on the sheet of row *nr*, empty ones counted."""
        rij = self.plek.eerste + nr - 1
        return rij if nr > 0 else None

    def cel(self, nr: int, kolom: str) -> Cel | None:
        """Return the cell of a column in row *nr* as it was read."""
        rij, waar = self.zoals_gelezen(nr), self.plek.kolommen.get(kolom)
        return Cel(self.plek.blad, rij, waar) if rij and waar else None

    def van(self, nr: int) -> int | None:
        """Return the row on the sheet of row *nr* of the answers; None when there is none."""
        if not 0 < nr <= len(self._regels):
            return None
        return next(rij for rij, waarden in self._rijen if waarden is self._regels[nr - 1])

    def met(self, waarde: str) -> int | None:
        """Return the row in which some column holds *waarde*, such as the key of a preprinted row."""
        return next((rij for rij, waarden in self._rijen if waarde in waarden.values()), None)


class Tabellezer:
    """Reads the tables of one workbook."""

    def __init__(self, lezing: ExcelLezing) -> None:
        """Read on behalf of the reading of the whole workbook."""
        self.lezing, self.uit, self.boek = lezing, lezing.uit, lezing.boek
        self.rijplekken: dict[str, Rijplekken] = {}

    def lees(self, veld: Veld) -> None:
        """Read one table field: every row on its sheet; a copy of the sheet is read too."""
        bladen = self.lezing.plan.rijplan[veld.sleutel]
        plekken = self._plekken(bladen)
        if not plekken:
            self.uit.verloren(veld.sleutel)
            return
        gelezen = [self._lees(veld, bladen, plek) for plek in plekken]
        rijen = gelezen[0]
        for nr, anders in enumerate(gelezen[1:], 1):
            if [w for _, w in anders] == [w for _, w in rijen] or not anders:
                continue
            if rijen:
                self.uit.meld("L01", veld.sleutel)
            rijen = rijen + anders if rijen else gelezen[nr]
        regels = regelmatige_rijen(veld, [waarden for _, waarden in rijen if waarden])
        self.rijplekken[veld.sleutel] = Rijplekken(plekken[0], rijen, regels)
        if regels:
            self.uit.waarden[veld.sleutel] = regels

    # -- where the table is

    def _plekken(self, bladen: tuple[Blad, ...]) -> list[Tabelplek]:
        per_blad: dict[str, dict[str, Gebied]] = {}
        for blad in bladen:
            for gebied in self.lezing.cellen.kolommen.get(blad.sleutel, ()):
                per_blad.setdefault(gebied.blad, {}).setdefault(blad.sleutel, gebied)
        gevonden = [self._uit_namen(naam, gebieden, bladen) for naam, gebieden in per_blad.items()]
        if len(gevonden) > 1:  # a column that was dragged to another sheet is no table of its own
            gevonden.sort(key=lambda plek: -len(plek.kolommen))
        return gevonden or self._uit_koppen(bladen)

    def _uit_namen(self, naam: str, gebieden: Mapping[str, Gebied], bladen: tuple[Blad, ...]) -> Tabelplek:
        eerste = min(gebied.rij for gebied in gebieden.values())
        laatste = max(gebied.tot_rij for gebied in gebieden.values())
        blad = self.boek.blad(naam)
        plek = Tabelplek(naam, eerste - 1, eerste, laatste)
        plek.oneens = len({(gebied.rij, gebied.tot_rij) for gebied in gebieden.values()}) > 1
        if not plek.oneens and len(gebieden) == len(bladen) and self._kop_klopt(blad, bladen, gebieden):
            plek.kolommen = {sleutel: gebied.kolom for sleutel, gebied in gebieden.items()}
            plek.routes = dict.fromkeys(gebieden, Route.TAG)
            return plek
        kop = self._kop(blad, bladen, eerste - 1)
        if kop is not None:
            plek.kop, plek.eerste = kop, kop + 1
        koppen = self._koppen(blad, bladen, plek.kop) if kop is not None else {}
        for sleutel, kolom in koppen.items():
            plek.kolommen[sleutel] = kolom
            plek.routes[sleutel] = Route.TAG if self._zelfde(gebieden.get(sleutel), kolom) else Route.LABEL
            plek.oneens = plek.oneens or (sleutel in gebieden and gebieden[sleutel].kolom != kolom)
        for sleutel, gebied in gebieden.items():
            if sleutel not in plek.kolommen and gebied.kolom not in plek.kolommen.values():
                plek.kolommen[sleutel], plek.routes[sleutel] = gebied.kolom, Route.TAG
                plek.oneens = True
        return plek

    @staticmethod
    def _kop_klopt(blad: Werkblad, bladen: tuple[Blad, ...], gebieden: Mapping[str, Gebied]) -> bool:
        """Tell whether every column has its own head right above its first row, as nearly always."""
        return all(begint_met(blad.tekst(celnaam(gebied.rij - 1, gebied.kolom)), deel.label)
                   for deel in bladen if (gebied := gebieden[deel.sleutel]).rij > 1)  # fmt: skip

    @staticmethod
    def _zelfde(gebied: Gebied | None, kolom: int) -> bool:
        return gebied is not None and gebied.kolom == kolom

    def _kop(self, blad: Werkblad, bladen: tuple[Blad, ...], boven: int) -> int | None:
        """Return the row with the heads: the one above the rows, else the nearest that has most of them."""
        nodig = (len(bladen) + 1) // 2
        rijen = [boven, *range(boven - 1, max(boven - _KOPPEN_ZOEKEN, 0), -1), *range(boven + 1, boven + 6)]
        return next((rij for rij in rijen if rij > 0 and len(self._koppen(blad, bladen, rij)) >= nodig), None)

    def _koppen(self, blad: Werkblad, bladen: tuple[Blad, ...], rij: int) -> dict[str, int]:
        """Return leaf → column by the heads in a row; one column for each head."""
        uit: dict[str, int] = {}
        for kolom in range(1, len(bladen) + _KOPPEN_ZOEKEN):
            tekst = blad.tekst(celnaam(rij, kolom))
            if not tekst:
                continue
            open_ = [b for b in bladen if b.sleutel not in uit]
            sleutel = next((b.sleutel for b in open_ if begint_met(tekst, b.label)), None)
            sleutel = sleutel or next((b.sleutel for b in open_ if self._is_eigen_kop(b, tekst)), None)
            if sleutel:
                uit[sleutel] = kolom
            if len(uit) == len(bladen):
                break
        return uit

    def _is_eigen_kop(self, blad: Blad, tekst: str) -> bool:
        """A form in other words brings its own heads along."""
        eigen = self.lezing.bewaard.get(blad.sleutel)
        return eigen is not None and bool(eigen.label) and begint_met(tekst, eigen.label)

    def _uit_koppen(self, bladen: tuple[Blad, ...]) -> list[Tabelplek]:
        """Find a table of which no name is left: where it stood, else by its heads anywhere."""
        oud = next((self.lezing.bewaard[b.sleutel] for b in bladen if b.sleutel in self.lezing.bewaard), None)
        veld = bladen[0].veld
        kandidaten = [vel.naam for vel in self.boek.opbouw.zichtbaar]
        kandidaten.sort(key=lambda naam: not (oud and oud.blad == naam))
        for naam in kandidaten:
            blad = self.boek.blad(naam)
            zelfde_blad = bool(oud and oud.blad == naam)
            if not zelfde_blad and not self._heeft_titel(blad, veld):
                continue
            kop = self._kop(blad, bladen, _KOPPEN_ZOEKEN)
            if kop is None:
                continue
            plek = Tabelplek(naam, kop, kop + 1, kop)
            plek.kolommen = self._koppen(blad, bladen, kop)
            for sleutel, kolom in plek.kolommen.items():
                plek.routes[sleutel] = self._route(sleutel, naam, kop + 1, kolom)
            plek.laatste = self._oude_laatste(plek)
            return [plek]
        return []

    def _heeft_titel(self, blad: Werkblad, veld: Veld) -> bool:
        titel = vergelijkbaar(veld.label)
        return any(
            vergelijkbaar(blad.tekst(celnaam(rij, kolom))) == titel for rij in range(1, 9) for kolom in (1, 2, 3)
        )

    def _route(self, sleutel: str, blad: str, rij: int, kolom: int) -> Route:
        oud = self.lezing.bewaard.get(sleutel)
        begin = plek_van(oud.plek.partition(":")[0]) if oud else None
        return Route.BLADWIJZER if oud and oud.blad == blad and begin == (rij, kolom) else Route.LABEL

    def _oude_laatste(self, plek: Tabelplek) -> int:
        """Return the last row as it was, when the table still begins where it did."""
        for sleutel, route in plek.routes.items():
            if route is Route.BLADWIJZER:
                einde = plek_van(self.lezing.bewaard[sleutel].plek.partition(":")[2])
                return einde[0] if einde else plek.kop
        return plek.kop

    # -- its rows

    def _lees(self, veld: Veld, bladen: tuple[Blad, ...], plek: Tabelplek) -> list[tuple[int, dict[str, Any]]]:
        for blad in bladen:
            if blad.sleutel not in plek.kolommen:
                self.uit.verloren(blad.sleutel)
            else:
                self.uit.tel(plek.routes[blad.sleutel], max(plek.laatste - plek.eerste + 1, 0))
        if plek.oneens:
            self.uit.meld("L26", veld.sleutel)
        gevuld = self._gevulde_rijen(plek)
        sleutels = self._rijsleutels(veld, plek, gevuld)
        self._meld_rijen_weg(veld, plek, gevuld, sleutels)
        uit, buiten = [], False
        for rij in gevuld:
            waarden = self._rij(veld, bladen, plek, rij, sleutels.get(rij, ""))
            uit.append((rij, waarden))
            buiten = buiten or (rij > plek.laatste and bool(waarden) and plek.laatste > plek.kop)
        if buiten:
            self.uit.meld("L06", veld.sleutel)
        return uit

    def _gevulde_rijen(self, plek: Tabelplek) -> list[int]:
        """Return the rows under the heads that hold something in one of the columns."""
        kolommen = set(plek.kolommen.values())
        rijen = {
            waar[0]
            for naam in self.boek.blad(plek.blad).cellen
            if (waar := plek_van(naam)) and waar[0] >= plek.eerste and waar[0] != plek.kop and waar[1] in kolommen
        }
        return sorted(rijen)

    def _rijsleutels(self, veld: Veld, plek: Tabelplek, rijen: list[int]) -> dict[int, str]:
        """Return row → key of the preprinted row, from the hidden column; none when they don't belong any more.

        A row of which the printed text was typed over is another question: it has no key.
        """
        gebied = self.lezing.cellen.rijsleutels.get(veld.sleutel)
        if not veld.rijen or gebied is None or gebied.blad != plek.blad:
            return {}
        blad = self.boek.blad(plek.blad)
        drager = next(kolom for kolom in veld.kolommen if kolom.soort == "voorgedrukt")
        kolom = plek.kolommen.get(f"{veld.sleutel}.{drager.sleutel}", 0)
        uit = {}
        for rij in rijen:
            naam = celnaam(rij, gebied.kolom)
            self.lezing.gezien(plek.blad, naam)
            if not (sleutel := blad.tekst(naam)):
                continue
            tekst = blad.tekst(naast := celnaam(rij, kolom)) if kolom else ""
            gezien = zoek_optie(tekst, drager.opties)
            if gezien and gezien != sleutel:
                return {}  # sorted without the hidden column: what people see counts
            if gezien or not kolom or self.lezing.is_gedrukt(tekst):
                uit[rij] = sleutel
            elif any(optie.sleutel == sleutel and begint_met(tekst, optie.label) for optie in drager.opties):
                uit[rij] = sleutel
                self.lezing.aangevuld.add((plek.blad, naast))
        return uit

    def _meld_rijen_weg(self, veld: Veld, plek: Tabelplek, rijen: list[int], sleutels: Mapping[int, str]) -> None:
        """Report preprinted rows that are no longer there: lost, which is not the same as empty."""
        drager = next((kolom for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), None)
        kolom = plek.kolommen.get(f"{veld.sleutel}.{drager.sleutel}") if drager else None
        if drager is None or kolom is None or not veld.rijen:
            return
        blad = self.boek.blad(plek.blad)
        er_zijn = {sleutels.get(rij) or zoek_optie(blad.tekst(celnaam(rij, kolom)), drager.opties) for rij in rijen}
        weg = [rij for rij in veld.rijen if rij.sleutel not in er_zijn]
        if weg:
            self.uit.rijen_weg(f"{veld.sleutel}.{drager.sleutel}", weg)

    def _rij(self, veld: Veld, bladen: tuple[Blad, ...], plek: Tabelplek, rij: int, naam: str) -> dict[str, Any]:
        waarden: dict[str, Any] = {}
        nr = rij - plek.eerste + 1
        for blad, cel, gelezen in self._lezingen(bladen, plek, rij):
            kolom = blad.sleutel.rpartition(".")[2]
            sleutel, waar = f"{veld.sleutel}[{nr}].{kolom}", f"rij {nr}"
            route = plek.routes[blad.sleutel] if rij <= plek.laatste else Route.LABEL
            if rij > plek.laatste:
                self.uit.tel(route)
            for code in gelezen.opvallend:
                self.uit.meld(code, sleutel)
            if gelezen.waarde is None:
                continue
            waarde = self.lezing.waarde(sleutel, blad, gelezen, waar)
            if blad.soort == "voorgedrukt" and any(r.sleutel == naam for r in veld.rijen):
                waarde = naam
            waarden[kolom] = waarde
            self.uit.cel(sleutel, blad, waarde, gelezen.ruw, route, waar)
            self.lezing.meld_verborgen(sleutel, cel)
        return waarden

    def _lezingen(self, bladen: tuple[Blad, ...], plek: Tabelplek, rij: int) -> Iterator[tuple[Blad, Cel, Lezing]]:
        cellen = self.boek.blad(plek.blad).cellen
        for blad in bladen:
            kolom = plek.kolommen.get(blad.sleutel)
            if kolom is None:
                continue
            cel = Cel(plek.blad, rij, kolom)
            yield blad, cel, self.lezing.lees_plek(cel, blad, blad.veld.sleutel) if cel.plek in cellen else LEEG

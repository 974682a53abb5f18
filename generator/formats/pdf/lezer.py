"""A returned PDF form, read back by the names of its fields: nothing lost, oddities flagged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.formats.bladen import Blad
from generator.formats.leesplan import Leesplan
from generator.formats.pdf.document import Waarde
from generator.formats.pdf.namen import VOOR, celnaam, veldnaam
from generator.formats.verzamelaar import Verzamelaar
from generator.model import Onleesbaar, Route, Veld
from generator.veldsoorten import VELDSOORTEN, schone_tekst
from generator.veldsoorten.antwoorden import regelmatige_rijen
from generator.veldsoorten.keuze import OP_HET_FORMULIER

Velden = dict[str, list[Waarde]]
Rij = dict[str, list[Waarde]]


class PdfLezing:
    """One reading of the fields of one PDF against one plan; fills a `Verzamelaar`."""

    def __init__(
        self,
        velden: Velden,
        plan: Leesplan,
        uit: Verzamelaar,
        tweede: frozenset[str] = frozenset(),
        keuzelijst: Callable[[str], Mapping[str, str]] = lambda naam: {},
    ) -> None:
        """Sort the fields: single leaves, rows of tables, and what this form doesn't know.

        *tweede* are the names that only a second reader could get out of a damaged file; *keuzelijst* returns
        what the file itself has as list of a choice, label → key.
        """
        self.plan = plan
        self.uit = uit
        self.tweede = tweede
        self.keuzelijst = keuzelijst
        self.los: dict[str, list[Waarde]] = {}
        self.rijen: dict[str, dict[str, Rij]] = {}
        self.vreemd: list[tuple[str, list[Waarde]]] = []
        self.rijnamen: dict[str, list[str]] = {}
        self.rijwaarden: dict[str, list[dict[str, Any]]] = {}
        self._namen = {veldnaam(sleutel): sleutel for sleutel in plan.bladen}
        for naam, waarden in velden.items():
            self._sorteer(naam, waarden)

    def _sorteer(self, naam: str, waarden: list[Waarde]) -> None:
        sleutel = self._namen.get(naam)
        if sleutel is not None:
            self.los[sleutel] = waarden
            return
        delen = naam[len(VOOR) :].split("__")
        if len(delen) == 3 and f"{delen[0]}.{delen[2]}" in self.plan.kolommen:
            self.rijen.setdefault(delen[0], {}).setdefault(delen[1], {})[delen[2]] = waarden
        else:
            self.vreemd.append((".".join(delen), waarden))

    def lees(self) -> None:
        """Read every leaf, every table, and what belongs to neither."""
        vakjes: dict[str, list[Blad]] = {}
        for sleutel, blad in self.plan.bladen.items():
            if blad.soort == "vakje":
                vakjes.setdefault(sleutel.rpartition(".")[0], []).append(blad)
            else:
                self._boek(sleutel, blad)
        for sleutel, groep in vakjes.items():
            self._boek_vakjes(sleutel, groep)
        for veld in self.plan.tabellen.values():
            self._tabel(veld)
        self._vreemde_velden()
        if self.uit.dubbel > len(self.plan.bladen) // 2:
            self.uit.meld("L14", "")

    def _route(self, naam: str) -> Route:
        return Route.TWEEDE_LEZER if naam in self.tweede else Route.TAG

    # -- single leaves

    def _boek(self, sleutel: str, blad: Blad) -> None:
        waarden = self.los.get(sleutel)
        if waarden is None:
            self.uit.verloren(sleutel)
            return
        naam = veldnaam(sleutel)
        route = self._route(naam)
        self.uit.tel(route)
        ruw, waarde = self._waarde(sleutel, blad, waarden, naam)
        self.uit.antwoord(sleutel, blad, waarde, ruw, route)

    def _waarde(
        self, sleutel: str, blad: Blad, waarden: Sequence[Waarde], naam: str, plek: str = ""
    ) -> tuple[str, Any]:
        """Return what stands in a field, as it was typed and what it means; notes what is odd about it."""
        eerste = waarden[0]
        if len(waarden) == 1 and not eerste.tekst and not eerste.vreemd:
            return "", None
        if any(waarde.vreemd for waarde in waarden):
            self.uit.meld("L36", sleutel)
            return "", Onleesbaar("", "in dit veld staat iets dat geen tekst is")
        teksten = [tekst for waarde in waarden if (tekst := schone_tekst(waarde.tekst))]
        if len(waarden) > 1:
            self.uit.dubbel += 1
            if len(set(teksten)) > 1:
                self.uit.meld("L01", sleutel, eerste=teksten[0])
                samen = " // ".join(teksten)
                return samen, Onleesbaar(samen, "er staan twee verschillende antwoorden")
        ruw = teksten[0] if teksten else ""
        waarde = VELDSOORTEN[blad.soort].parse(ruw, blad.omgeving)
        if isinstance(waarde, Onleesbaar) and blad.soort == "keuze":
            waarde = self._uit_eigen_lijst(naam, blad, waarde)
        if isinstance(waarde, Onleesbaar):
            self.uit.onleesbaar(sleutel, blad, waarde, plek)
        elif blad.soort == "getal" and waarde is not None:
            self.uit.grenzen(sleutel, blad, waarde)
        return ruw, waarde

    def _uit_eigen_lijst(self, naam: str, blad: Blad, waarde: Onleesbaar) -> Any:
        """A form in other words brings its own list: a choice from it keeps its key, when this form has that."""
        eigen = self.keuzelijst(naam).get(waarde.ruw)
        if not eigen:
            return waarde
        if any(optie.sleutel == eigen for optie in blad.opties):
            return eigen
        return Onleesbaar(waarde.ruw, f"{waarde.reden}; {OP_HET_FORMULIER}‘{eigen}’")

    def _boek_vakjes(self, sleutel: str, groep: list[Blad]) -> None:
        gelezen = [(blad, waarden) for blad in groep if (waarden := self.los.get(blad.sleutel)) is not None]
        if not gelezen:
            self.uit.verloren(sleutel)
        elif len(gelezen) < len(groep):
            self.uit.keuzes_weg(sleutel, [blad for blad in groep if blad.sleutel not in self.los])
        gekozen = []
        for blad, waarden in gelezen:
            self.uit.tel(self._route(veldnaam(blad.sleutel)))
            if self._aangekruist(sleutel, waarden):
                gekozen.append(blad)
        if gekozen:
            ruw = ", ".join(blad.label for blad in gekozen)
            waarde = tuple(blad.optie for blad in gekozen)
            route = self._route(veldnaam(gekozen[0].sleutel))
            self.uit.antwoord(sleutel, gekozen[0], waarde, ruw, route)

    def _aangekruist(self, sleutel: str, waarden: Sequence[Waarde]) -> bool:
        """Tell whether a box is on: by what it shows; notes it when its value says something else."""
        staten = [waarde.getoond if waarde.getoond is not None else bool(waarde.aan) for waarde in waarden]
        if len(waarden) > 1:
            self.uit.dubbel += 1
        if len(set(staten)) > 1:
            self.uit.meld("L01", sleutel)
        eerste = waarden[0]
        if None not in (eerste.aan, eerste.getoond) and eerste.aan is not eerste.getoond:
            self.uit.meld("L02", sleutel, gelezen="aangekruist" if staten[0] else "niet aangekruist")
        return staten[0]

    # -- tables

    def _tabel(self, veld: Veld) -> None:
        rijen = self.rijen.get(veld.sleutel)
        if not rijen:
            self.uit.verloren(veld.sleutel)
            return
        namen = self._volgorde(veld, rijen)
        waarden = [self._boek_rij(veld, naam, rijen[naam], nr) for nr, naam in enumerate(namen, 1)]
        self.rijnamen[veld.sleutel], self.rijwaarden[veld.sleutel] = namen, waarden
        self._verloren_cellen(veld, rijen)
        if regels := regelmatige_rijen(veld, [rij for rij in waarden if rij]):
            self.uit.waarden[veld.sleutel] = regels

    def _volgorde(self, veld: Veld, rijen: dict[str, Rij]) -> list[str]:
        """Return the rows in printed order: preprinted ones, then free ones by number."""
        gedrukt = [rij.sleutel for rij in veld.rijen if rij.sleutel in rijen]
        vreemd = [naam for naam in rijen if not naam.isdecimal() and naam not in gedrukt]
        return [*gedrukt, *vreemd, *sorted((naam for naam in rijen if naam.isdecimal()), key=int)]

    def _boek_rij(self, veld: Veld, naam: str, rij: Rij, nr: int) -> dict[str, Any]:
        waarden: dict[str, Any] = {}
        for blad in self.plan.rijplan[veld.sleutel]:
            kolom = blad.sleutel.rpartition(".")[2]
            cel, plek = f"{veld.sleutel}[{nr}].{kolom}", f"rij {nr}"
            if blad.soort == "voorgedrukt" and not naam.isdecimal():
                ruw, waarde, route = naam, VELDSOORTEN[blad.soort].parse(naam, blad.omgeving), Route.TAG
            elif kolom in rij:
                vak = celnaam(veld.sleutel, naam, kolom)
                route = self._route(vak)
                ruw, waarde = self._waarde(cel, blad, rij[kolom], vak, plek)
            else:
                continue
            self.uit.tel(route)
            if waarde is not None:
                waarden[kolom] = waarde
                self.uit.cel(cel, blad, waarde, ruw, route, plek)
        return waarden

    def _verloren_cellen(self, veld: Veld, rijen: dict[str, Rij]) -> None:
        """Note preprinted rows and columns that the file no longer has: lost, which is not the same as empty."""
        for kolom in veld.kolommen:
            vrij_alleen = kolom.soort == "voorgedrukt"
            if not vrij_alleen and not any(kolom.sleutel in rij for rij in rijen.values()):
                self.uit.verloren(f"{veld.sleutel}.{kolom.sleutel}")
        for regel in veld.rijen:
            if regel.sleutel not in rijen:
                self.uit.verloren(f"{veld.sleutel}.{regel.sleutel}")

    # -- what belongs to no question

    def _vreemde_velden(self) -> None:
        """Keep answers under keys that this inrichting doesn't have: another leefgebied, another version."""
        velden = {veld.sleutel: veld for veld in self.plan.formulier.velden}
        for naam, waarden in self.vreemd:
            gevuld = [waarde for waarde in waarden if waarde.aan is not False]
            tekst = " // ".join(dict.fromkeys(filter(None, (schone_tekst(waarde.tekst) for waarde in gevuld))))
            veldsleutel, _, rest = naam.partition(".")
            veld = velden.get(veldsleutel)
            if any(waarde.vreemd for waarde in waarden):
                self.uit.meld("L36", naam)
            if veld is not None and veld.per_leefgebied == "ja" and rest and "." not in rest:
                self.uit.vreemd_gebied(veld, rest, tekst)
            elif tekst:
                self.uit.vreemd(naam, tekst)

"""A returned Excel form, read back: routes name → place → label, nothing lost, oddities flagged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from generator.formats.bladen import Blad
from generator.formats.excel.boek import Gebied, Werkblad, Werkboek
from generator.formats.excel.namen import celnaam, plek_van
from generator.formats.excel.plan import Verwachting, celplan, verwachtingen
from generator.formats.excel.plekken import (
    Bewaard,
    Cel,
    Labels,
    begint_met,
    bewaarde_plekken,
    op_volgorde,
    vind_labels,
    vraagplekken,
    zonder_ster,
)
from generator.formats.excel.tabellen import Tabellezer
from generator.formats.excel.verborgen import tekstmerk
from generator.formats.excel.waarden import LEEG, Lezing, celtekst, is_aangekruist, lees_cel, zonder_uitkomst
from generator.formats.leesplan import Leesplan
from generator.formats.verzamelaar import Verzamelaar
from generator.model import Onleesbaar, Route
from generator.veldsoorten import schone_tekst, vergelijkbaar
from generator.veldsoorten.keuze import OP_HET_FORMULIER

_GROOTSTE_VAK = 200
# How far to the right of an empty place something is looked for.
_NAAST = 6
# So many cells with text outside the questions are told one by one; the rest of a sheet together.
_LOSSE_CELLEN = 10
TWEE_ANTWOORDEN = "er staan twee verschillende antwoorden"


class Vondst(NamedTuple):
    """The cells of a leaf, by which route, and whether its name and its label disagree."""

    cellen: tuple[Cel, ...]
    route: Route
    oneens: bool = False


class ExcelLezing:
    """One reading of one workbook against one plan; fills a `Verzamelaar`."""

    def __init__(self, boek: Werkboek, plan: Leesplan, uit: Verzamelaar, gedrukt: frozenset[str] | None) -> None:
        """Look up the names; labels are only looked at where names fail. *gedrukt* are marks of printed texts."""
        self.boek, self.plan, self.uit = boek, plan, uit
        self.gedrukt = gedrukt
        self.cellen = celplan(boek.opbouw, plan)
        self.verwacht: Mapping[str, Verwachting] = verwachtingen(plan)
        self.gelezen: dict[str, dict[str, str]] = {}
        self.aangevuld: set[tuple[str, str]] = set()  # printed places in which somebody wrote more
        self.losse_plekken: dict[str, Cel] = {}
        self._gemeld: set[tuple[str, str]] = set()

    @cached_property
    def bewaard(self) -> Mapping[str, Bewaard]:
        """Leaf → where it stood when the form was made."""
        return bewaarde_plekken(self.boek)

    @cached_property
    def _labels(self) -> Labels:
        return vind_labels(self.boek, self.plan)

    @cached_property
    def bij_label(self) -> Mapping[str, Cel]:
        """Leaf → the cell beside its label, where that is plain."""
        return op_volgorde(self.plan.bladen, vraagplekken(self.plan), self._labels)

    def lees(self) -> None:
        """Read every leaf, every table, and what belongs to neither."""
        vakjes: dict[str, list[tuple[Blad, Vondst | None]]] = {}
        for sleutel, blad in self.plan.bladen.items():
            vondst = self.vind(sleutel)
            if blad.soort == "vakje":
                vakjes.setdefault(sleutel.rpartition(".")[0], []).append((blad, vondst))
            else:
                self._boek_blad(sleutel, blad, vondst)
        for sleutel, groep in vakjes.items():
            self._boek_vakjes(sleutel, groep)
        tabellen = Tabellezer(self)
        for veld in self.plan.tabellen.values():
            tabellen.lees(veld)
        self._vreemde_vakken()
        self._heel_het_boek()
        self._noem_cellen(tabellen)

    def _noem_cellen(self, tabellen: Tabellezer) -> None:
        """Say of messages about an answer in which cell it stands."""
        if not self.uit.meldingen:  # as nearly always
            return
        cellen = {sleutel: Cel(blad, *(plek_van(plek) or (1, 1)))
                  for blad, hier in self.gelezen.items() for plek, sleutel in hier.items() if sleutel}  # fmt: skip
        self.uit.noem_plekken(lambda sleutel: self._in_woorden(self._cel_van(sleutel, cellen, tabellen)))

    def _cel_van(self, sleutel: str, cellen: Mapping[str, Cel], tabellen: Tabellezer) -> Cel | None:
        if sleutel in self.plan.bladen:
            return cellen.get(sleutel)
        tabel, _, rest = sleutel.partition("[")
        nr, _, kolom = rest.partition("].")
        rijen = tabellen.rijplekken.get(tabel)
        return rijen.cel(int(nr), f"{tabel}.{kolom}") if rijen and nr.isdecimal() else None

    def _in_woorden(self, cel: Cel | None) -> str:
        """Return how people find a cell; the sheet with the questions needs no name."""
        if cel is None:
            return ""
        titel = self._bladtitel(cel.blad)
        op = "" if titel == self.plan.formulier.titel else f" op het blad ‘{titel}’"
        return f"cel {cel.plek}{op}"

    # -- where a leaf stands

    @cached_property
    def _goed(self) -> Mapping[str, tuple[Gebied, ...]]:
        """Leaf → where its name points, as far as its label stands beside it."""
        los = self.cellen.los
        return {sleutel: tuple(gebied for gebied in los.get(sleutel, ()) if self._label_klopt(sleutel, gebied))
                for sleutel in self.plan.bladen}  # fmt: skip

    @cached_property
    def _twijfel(self) -> bool:
        """Tell whether some name has no label beside it: then names may have been left behind as rows moved.

        A label that stands on the form more than once proves nothing then.
        """
        # What the form never had proves nothing: it may be a leefgebied that another organisation doesn't know.
        return any(
            len(goed) < len(self.cellen.los.get(sleutel, ())) or (not goed and sleutel in self.bewaard)
            for sleutel, goed in self._goed.items()
        )

    @cached_property
    def _van_wie(self) -> Mapping[Cel, str]:
        """Cell → the leaf that it belongs to by name: no other leaf may have it by a label that is the same."""
        uit: dict[Cel, str] = {}
        for sleutel, gebieden in self._goed.items():
            if not gebieden:
                continue
            cel = self.bij_label.get(sleutel) if self._twijfel and not self.verwacht[sleutel].uniek else None
            for plek in (cel,) if cel else _alle_cellen(gebieden):
                uit.setdefault(plek, sleutel)
        return uit

    def vind(self, sleutel: str) -> Vondst | None:
        """Return where a leaf stands; None when it is nowhere to be found."""
        goed = self._goed[sleutel]
        if goed and (self.verwacht[sleutel].uniek or not self._twijfel):  # as nearly always
            return Vondst(_alle_cellen(goed), Route.TAG)
        cel, gebieden = self.bij_label.get(sleutel), self.cellen.los.get(sleutel, ())
        if goed and (cel is None or cel in _alle_cellen(goed)):
            return Vondst(_alle_cellen(goed), Route.TAG, cel is None)
        if cel is not None and self._van_wie.get(cel, sleutel) == sleutel:
            return Vondst((cel,), self._route(sleutel, cel), bool(gebieden))
        zonder_label = [plek for plek in _alle_cellen(gebieden) if self._van_wie.get(plek, sleutel) == sleutel]
        if any(plek.plek in self.boek.blad(plek.blad).cellen for plek in zonder_label):
            # The label was changed or is gone. With an answer that counts; without one, the question is lost.
            return Vondst(tuple(zonder_label), Route.TAG, True)
        oud = self._op_oude_plek(sleutel)
        return Vondst((oud,), Route.BLADWIJZER) if oud and self._van_wie.get(oud, sleutel) == sleutel else None

    def _label_klopt(self, sleutel: str, gebied: Gebied) -> bool:
        """Tell whether the label of a leaf stands left of where its name points."""
        blad, verwacht = self.boek.blad(gebied.blad), self.verwacht[sleutel]
        for kolom in range(gebied.kolom - 1, max(gebied.kolom - 9, 0), -1):
            tekst = blad.tekst(plek := celnaam(gebied.rij, kolom))
            if tekst == verwacht.gedrukt or (tekst and self._is_label(sleutel, tekst)):
                self.gezien(gebied.blad, plek)
                if tekst != verwacht.gedrukt and self._staat_er_meer(sleutel, tekst):
                    self.aangevuld.add((gebied.blad, plek))
                return True
        return False

    def _staat_er_meer(self, sleutel: str, tekst: str) -> bool:
        """Tell whether somebody wrote under a label; a label in other capitals, or without its star, is but that."""
        if self.gedrukt is None or self.is_gedrukt(tekst):
            return False
        eigen = self.bewaard.get(sleutel)
        labels = (self.verwacht[sleutel].label, eigen.label if eigen else "")
        return vergelijkbaar(zonder_ster(tekst)) not in map(vergelijkbaar, labels)

    def _is_label(self, sleutel: str, tekst: str) -> bool:
        if begint_met(tekst, self.verwacht[sleutel].label):
            return True
        # A form in other words brings its own labels along.
        eigen = self.bewaard.get(sleutel)
        return eigen is not None and bool(eigen.label) and begint_met(tekst, eigen.label)

    def _route(self, sleutel: str, cel: Cel) -> Route:
        oud = self.bewaard.get(sleutel)
        return Route.BLADWIJZER if oud and (oud.blad, oud.plek) == (cel.blad, cel.plek) else Route.LABEL

    def _op_oude_plek(self, sleutel: str) -> Cel | None:
        """Return where a leaf stood, if all that have its label still stand where they stood."""
        oud = self.bewaard.get(sleutel)
        plek = plek_van(oud.plek) if oud else None
        if oud is None or plek is None or oud.blad not in self.boek.bladen:
            return None
        zelfde = [b for b in self.bewaard.values() if (b.blad, b.label) == (oud.blad, oud.label)]
        blad = self.boek.blad(oud.blad)
        for deel in zelfde:
            waar = plek_van(deel.plek)
            if waar is None or not begint_met(blad.tekst(celnaam(waar[0], waar[1] - 1)), deel.label):
                return None
        return Cel(oud.blad, *plek)

    def gezien(self, blad: str, plek: str, sleutel: str = "") -> None:
        """Note that a cell was read, for a leaf or table, or is printed text beside one."""
        if (hier := self.gelezen.get(blad)) is None:
            hier = self.gelezen[blad] = {}
        hier[plek] = sleutel

    # -- from a cell to a value

    def lees_plek(self, plek: Cel, blad: Blad, sleutel: str) -> Lezing:
        """Return what stands in a cell, for a leaf that is no box."""
        naam = plek.plek
        self.gezien(plek.blad, naam, sleutel)
        cel = self.boek.blad(plek.blad).cellen.get(naam)
        return LEEG if cel is None else lees_cel(cel, blad, self.boek)

    def _boek_blad(self, sleutel: str, blad: Blad, vondst: Vondst | None) -> None:
        if vondst is None:
            self.uit.verloren(sleutel)
            return
        self.uit.tel(vondst.route)
        if len(vondst.cellen) == 1:
            gelezen = self.lees_plek(vondst.cellen[0], blad, sleutel)
            if gelezen is LEEG and (ernaast := self._ernaast(vondst.cellen[0])) is not None:
                gelezen, vondst = self._lees_ernaast(ernaast, blad, sleutel), Vondst((ernaast,), Route.NAAST)
        else:
            gelezen = self._dubbel(sleutel, [self.lees_plek(cel, blad, sleutel) for cel in vondst.cellen])
        if gelezen.waarde is not None:
            waarde = self.waarde(sleutel, blad, gelezen)
            self.uit.antwoord(sleutel, blad, waarde, gelezen.ruw, vondst.route)
        self._meld_opvallend(sleutel, gelezen, vondst.cellen)
        if vondst.oneens:
            self.uit.meld("L26", sleutel)

    def _ernaast(self, plek: Cel) -> Cel | None:
        """Return the cell right of an empty place in which something was typed: a column may have been put in."""
        cellen = self.boek.blad(plek.blad).cellen
        for kolom in range(plek.kolom + 1, plek.kolom + _NAAST):
            cel = cellen.get(celnaam(plek.rij, kolom))
            if cel is not None and (cel.formule or cel.tekst.strip()):
                naast = plek._replace(kolom=kolom)
                vrij = naast not in self._van_wie and not self.is_gedrukt(celtekst(cel, self.boek))
                return naast if vrij else None
        return None

    def _lees_ernaast(self, plek: Cel, blad: Blad, sleutel: str) -> Lezing:
        gelezen = self.lees_plek(plek, blad, sleutel)
        return gelezen._replace(opvallend=(*gelezen.opvallend, "L07"))

    def _dubbel(self, sleutel: str, lezingen: list[Lezing]) -> Lezing:
        """Settle a leaf that stands in the workbook more than once: equal or empty copies are no problem."""
        self.uit.dubbel += 1
        gevuld = [lezing for lezing in lezingen if lezing.waarde is not None]
        if len({lezing.ruw for lezing in gevuld}) <= 1:
            return gevuld[0] if gevuld else LEEG
        self.uit.meld("L01", sleutel)
        ruw = " // ".join(lezing.ruw for lezing in gevuld)
        return Lezing(Onleesbaar(ruw, TWEE_ANTWOORDEN), ruw)

    def waarde(self, sleutel: str, blad: Blad, gelezen: Lezing, plek: str = "") -> Any:
        """Return the value of what was read; reports what can't be understood or lies out of bounds."""
        waarde = gelezen.waarde
        if isinstance(waarde, Onleesbaar) and waarde.reden == TWEE_ANTWOORDEN:
            return waarde
        if isinstance(waarde, Onleesbaar) and blad.soort == "keuze":
            waarde = self._uit_eigen_lijst(blad, waarde)
        if isinstance(waarde, Onleesbaar):
            self.uit.onleesbaar(sleutel, blad, waarde, plek)
        elif blad.soort == "getal" and waarde is not None:
            self.uit.grenzen(sleutel, blad, waarde)
        return waarde

    def _uit_eigen_lijst(self, blad: Blad, waarde: Onleesbaar) -> Any:
        """A form in other words brings its own list: a choice from it keeps its key, when this form has that."""
        eigen = self._eigen_lijst(blad.sleutel).get(waarde.ruw)
        if not eigen:
            return waarde
        if any(optie.sleutel == eigen for optie in blad.opties):
            return eigen
        return Onleesbaar(waarde.ruw, f"{waarde.reden}; {OP_HET_FORMULIER}‘{eigen}’")

    def _eigen_lijst(self, sleutel: str) -> dict[str, str]:
        """Return the list of a drop-down as the workbook has it: label → key."""
        oud = self.bewaard.get(sleutel)
        gebieden = next((g for naam, g in self.boek.opbouw.namen if oud and oud.lijst and naam == oud.lijst), ())
        if not gebieden or gebieden[0].blad not in self.boek.bladen:
            return {}
        gebied, blad = gebieden[0], self.boek.blad(gebieden[0].blad)
        rijen = range(gebied.rij, min(gebied.tot_rij, gebied.rij + _GROOTSTE_VAK) + 1)
        return {blad.tekst(celnaam(rij, gebied.kolom)): blad.tekst(celnaam(rij, gebied.kolom + 1)) for rij in rijen}

    def _meld_opvallend(self, sleutel: str, gelezen: Lezing, cellen: tuple[Cel, ...]) -> None:
        for code in gelezen.opvallend:
            self.uit.meld(code, sleutel)
        if gelezen.waarde is not None:
            for cel in cellen:
                self.meld_verborgen(sleutel, cel)

    def meld_verborgen(self, sleutel: str, cel: Cel) -> None:
        """Report an answer in a row, column or sheet that people don't see."""
        blad = self.boek.blad(cel.blad)
        verborgen = (
            self.boek.bladen[cel.blad].verborgen
            or cel.rij in blad.verborgen_rijen
            or any(a <= cel.kolom <= b for a, b in blad.verborgen_kolommen)
        )
        veld = sleutel.partition("[")[0]
        if verborgen and ("L27", veld) not in self._gemeld:
            self._gemeld.add(("L27", veld))
            self.uit.meld("L27", sleutel)

    def _boek_vakjes(self, sleutel: str, groep: list[tuple[Blad, Vondst | None]]) -> None:
        gelezen = [(blad, vondst) for blad, vondst in groep if vondst is not None]
        if not gelezen:
            self.uit.verloren(sleutel)
        elif len(gelezen) < len(groep):
            self.uit.keuzes_weg(sleutel, [blad for blad, vondst in groep if vondst is None])
        gekozen = [blad for blad, vondst in gelezen if self._lees_vakje(sleutel, blad, vondst)]
        if gekozen:
            ruw = ", ".join(blad.label for blad in gekozen)
            waarde = tuple(blad.optie for blad in gekozen)
            self.uit.antwoord(sleutel, gekozen[0], waarde, ruw, gelezen[0][1].route)

    def _lees_vakje(self, sleutel: str, blad: Blad, vondst: Vondst) -> bool:
        self.uit.tel(vondst.route)
        standen = [self._stand(sleutel, blad, cel) for cel in vondst.cellen]
        if len(standen) > 1:
            self.uit.dubbel += 1
            if len(set(standen)) > 1:
                self.uit.meld("L01", sleutel)
        if vondst.oneens:
            self.uit.meld("L26", sleutel)
        return any(standen)

    def _stand(self, sleutel: str, blad: Blad, plek: Cel) -> bool:
        self.gezien(plek.blad, plek.plek, sleutel)
        cellen = self.boek.blad(plek.blad).cellen
        cel = cellen.get(plek.plek)
        if cel is None:
            if (naast := self._ernaast(plek)) is None:
                return False
            plek, cel = naast, cellen[naast.plek]
            self.gezien(plek.blad, plek.plek, sleutel)
            self.uit.meld("L07", sleutel)
        if cel.formule:
            self.uit.meld("L31" if zonder_uitkomst(cel) else "L24", sleutel)
        stand = is_aangekruist(cel)
        if stand:
            self.meld_verborgen(sleutel, plek)
        if stand is None:  # something else than a cross: kept, and told
            self.uit.meld("L02", sleutel, gelezen="niet aangekruist")
            self.uit.naast(blad.sleutel, blad.veld, celtekst(cel, self.boek))
        return bool(stand)

    # -- what belongs to no question

    def _vreemde_vakken(self) -> None:
        """Keep answers under names that this inrichting doesn't have: another leefgebied, another version."""
        velden = {veld.sleutel: veld for veld in self.plan.formulier.velden}
        for naam, gebieden in self.cellen.vreemd:
            veldnaam, _, rest = naam.partition(".")
            veld = velden.get(veldnaam)
            for cel, tekst in self._teksten(gebieden):
                self.gezien(cel.blad, cel.plek)
                if veld is not None and veld.per_leefgebied == "ja" and rest and "." not in rest:
                    self.uit.vreemd_gebied(veld, rest, tekst)
                elif tekst.casefold() not in ("x", "ja"):
                    self.uit.vreemd(naam, tekst)

    def _teksten(self, gebieden: tuple[Gebied, ...]) -> Iterator[tuple[Cel, str]]:
        for gebied in gebieden:
            blad = self.boek.blad(gebied.blad)
            for plek, cel in blad.cellen.items():
                waar = plek_van(plek)
                if waar is None or not (gebied.rij <= waar[0] <= gebied.tot_rij):
                    continue
                if gebied.kolom <= waar[1] <= gebied.tot_kolom:
                    tekst = schone_tekst(celtekst(cel, self.boek))
                    if tekst and not self.is_gedrukt(tekst):
                        yield Cel(gebied.blad, *waar), tekst

    def _heel_het_boek(self) -> None:
        if self.boek.heeft_macros:
            self.uit.meld("L28", "")
        if aantal := self.boek.andermans_opmerkingen():
            self.uit.meld("L16", "", aantal=aantal)
        if self.uit.dubbel > len(self.plan.bladen) // 2:
            self.uit.meld("L14", "")
        zichtbaar = self.boek.opbouw.zichtbaar
        for vel in self.boek.opbouw.vellen:
            if vel in zichtbaar or vel.naam in self.gelezen:
                self._losse_tekst(self.boek.blad(vel.naam))
                self._meld_samengevoegd(self.boek.blad(vel.naam))

    def _meld_samengevoegd(self, blad: Werkblad) -> None:
        """Report places to fill in that were merged with others: what stood in those is gone."""
        hier = self.gelezen.get(blad.naam, {})
        rijen = {(plek_van(plek) or (0, 0))[0] for plek, sleutel in hier.items() if sleutel}
        for rij, kolom, tot_rij, tot_kolom in blad.samengevoegd:
            if rij == tot_rij and rij not in rijen:  # printed text, as nearly always
                continue
            samen = _cellen_van(Gebied(blad.naam, rij, kolom, tot_rij, tot_kolom))
            for sleutel in dict.fromkeys(hier.get(cel.plek, "") for cel in samen):
                if sleutel and ("L29", sleutel) not in self._gemeld:
                    self._gemeld.add(("L29", sleutel))
                    self.uit.meld("L29", sleutel)

    def is_gedrukt(self, tekst: str) -> bool:
        """Tell whether this form printed a text, here or elsewhere."""
        return self.gedrukt is not None and tekstmerk(tekst) in self.gedrukt

    def _losse_tekst(self, blad: Werkblad) -> None:
        """Keep text that a person typed outside the questions."""
        gelezen = self.gelezen.get(blad.naam, {})
        los: list[tuple[str, str]] = []
        for plek, cel in blad.cellen.items():
            if plek in gelezen and (blad.naam, plek) not in self.aangevuld:
                continue
            tekst = cel.tekst if cel.soort == "s" else celtekst(cel, self.boek)
            if tekst.strip() and not self._is_van_ons(tekst):
                los.append((plek, schone_tekst(tekst)))
        ruimte = max(_LOSSE_CELLEN - len(self.losse_plekken), 0)
        for plek, tekst in los[:ruimte]:
            self._losse_cel(blad.naam, plek, "", tekst)
        if rest := los[ruimte:]:
            self._losse_cel(blad.naam, rest[0][0], " en verder", "\n".join(tekst for _, tekst in rest))

    def _losse_cel(self, blad: str, plek: str, verder: str, tekst: str) -> None:
        sleutel = self.uit.losse_cel(f"{self._bladtitel(blad)}, cel {plek}{verder}", tekst)
        self.losse_plekken[sleutel] = Cel(blad, *(plek_van(plek) or (1, 1)))

    def _is_van_ons(self, tekst: str) -> bool:
        if self.is_gedrukt(tekst) or " | controle " in tekst:
            return True
        return self.gedrukt is None and (tekst in self.plan.letterlijk or tekst.startswith(("Wie vult in:", "* Vul")))

    def _bladtitel(self, naam: str) -> str:
        """Return how a sheet is called in a message.

        A name that somebody made up stays out of it, as it may be that of a client: its number says which it is.
        """
        eigen = {g.blad for gebieden in self.cellen.los.values() for g in gebieden}
        if naam in eigen or not eigen:
            return self.plan.formulier.titel
        for sleutel, gebieden in self.cellen.kolommen.items():
            if any(gebied.blad == naam for gebied in gebieden):
                return self.plan.kolommen[sleutel].veld.label
        zichtbaar = [vel.naam for vel in self.boek.opbouw.zichtbaar]
        return f"een eigen blad (blad {zichtbaar.index(naam) + 1})" if naam in zichtbaar else "een eigen blad"


def _alle_cellen(gebieden: Iterable[Gebied]) -> tuple[Cel, ...]:
    return tuple(cel for gebied in gebieden for cel in _cellen_van(gebied))


def _cellen_van(gebied: Gebied) -> Iterator[Cel]:
    """Yield the cells of a rectangle that should have been one cell; one that is far too large counts as its first."""
    aantal = (gebied.tot_rij - gebied.rij + 1) * (gebied.tot_kolom - gebied.kolom + 1)
    if aantal == 1 or aantal > _GROOTSTE_VAK:
        yield Cel(gebied.blad, gebied.rij, gebied.kolom)
        return
    for rij in range(gebied.rij, gebied.tot_rij + 1):
        for kolom in range(gebied.kolom, gebied.tot_kolom + 1):
            yield Cel(gebied.blad, rij, kolom)

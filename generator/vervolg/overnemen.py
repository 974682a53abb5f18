"""Filling in beforehand: one next form, from what the dossier says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.checks.blik import Kader
from generator.checks.personen import zelfde_naam
from generator.formats.bladen import Blad, bladen_van
from generator.formats.merken import Merken
from generator.formulier import opties_van
from generator.model import Formulier, Invulling, Kolom, Onleesbaar, Veld
from generator.taal import opsomming
from generator.veldsoorten import is_leeg
from generator.verloop import PLAN
from generator.vervolg.afgeleid import AFGELEID
from generator.vervolg.beeld import Beeld
from generator.vervolg.begrippen import (
    DOELEN,
    KEUZE,
    WENS,
    ZELFDE_PLAN,
    Oogst,
    Vondst,
    een_antwoord,
    gaat_mee,
    geldige_rijen,
    kolommen_mee,
    passende_keuzes,
    past,
    per_gebied,
    rijen_van,
)
from generator.vervolg.doelen import Doelen, doelen_voor
from generator.vervolg.volgorde import Volgend

_UITLEG = (
    "Alvast ingevuld: wat een streep ervoor heeft, komt uit eerdere formulieren. "
    "Lees het samen na en verander wat niet meer klopt."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorvulling:
    """What one form gets beforehand: answers, marks, and what was left for the person."""

    waarden: Mapping[str, Any] = field(default_factory=dict)
    merken: Merken = field(default_factory=Merken)
    opmerkingen: tuple[str, ...] = ()

    @property
    def aantal(self) -> int:
        """How many places nobody has to type any more; a table counts its cells, boxes count as one."""
        return sum(map(_geteld, self.waarden.values()))


def _geteld(waarde: Any) -> int:
    if isinstance(waarde, Mapping):
        return len(waarde)
    if isinstance(waarde, tuple) and waarde and isinstance(waarde[0], Mapping):
        return sum(len(rij) for rij in waarde)
    return 1


class Voorvuller:
    """Fills in forms of one organisation beforehand; what a form looks like is worked out once."""

    def __init__(self, kader: Kader) -> None:
        """Keep what holds for the whole run."""
        self.kader = kader
        self._bladen: dict[str, dict[str, Blad]] = {}

    def bladen(self, formulier: Formulier) -> Mapping[str, Blad]:
        """Return leaf → place, in printed order."""
        if formulier.sleutel not in self._bladen:
            alle = (blad for veld in formulier.velden for blad in bladen_van(veld, formulier))
            self._bladen[formulier.sleutel] = {blad.sleutel: blad for blad in alle}
        return self._bladen[formulier.sleutel]

    def vul_voor(self, beeld: Beeld, volgend: Volgend) -> Voorvulling:
        """Return what the dossier already knows of a next form."""
        formulier = self.kader.formulieren[volgend.formulier]
        werk = _Werk(beeld, volgend, formulier, self.bladen(formulier))
        werk.kop()
        if not volgend.kaal:
            werk.inhoud()
        waarden = {veld.sleutel: werk.oogst.waarden[veld.sleutel] for veld in formulier.velden
                   if veld.sleutel in werk.oogst.waarden}  # fmt: skip
        merken = _Merker(beeld, formulier, werk.oogst, self.bladen(formulier), werk.doelen).merken()
        return Voorvulling(waarden=waarden, merken=merken, opmerkingen=tuple(map(str, werk.oogst.opmerkingen)))


@dataclass(slots=True)
class _Werk:
    """One form being filled in beforehand."""

    beeld: Beeld
    volgend: Volgend
    formulier: Formulier
    bladen: Mapping[str, Blad]
    oogst: Oogst = field(default_factory=Oogst)
    doelen: Doelen = field(default_factory=Doelen)

    # -- the kop

    def kop(self) -> None:
        """Who it is about and which cycle; on a form that may be anonymous no name."""
        velden = {veld.sleutel for veld in self.formulier.kop}
        if "dossier_nr" in velden:
            self.oogst.neem("dossier_nr", self.beeld.dossier.nummer)
        if "cyclus_nr" in velden and self.volgend.cyclus:
            self.oogst.neem("cyclus_nr", self.volgend.cyclus)
        for sleutel in ("client_naam", "geboortedatum") if "client_naam" not in self.formulier.kop_vrij else ():
            if sleutel in velden:
                self._kopveld(sleutel)

    def _kopveld(self, sleutel: str) -> None:
        delen = [deel for deel in self.beeld.nieuwste if not is_leeg(deel.waarde(sleutel))]
        leesbaar = [deel for deel in delen if not isinstance(deel.waarde(sleutel), Onleesbaar)]
        if not delen:
            return
        if delen[0] not in leesbaar:
            self._laat(sleutel, f"het antwoord is niet te lezen ({self.beeld.noem(delen[0])})")
        elif not all(_zelfde(leesbaar[0].waarde(sleutel), deel.waarde(sleutel)) for deel in leesbaar):
            self._laat(sleutel, "de formulieren zeggen niet hetzelfde")
        else:
            # Of a name as a whole and its initials the whole one goes along.
            beste = max(leesbaar, key=lambda deel: len(str(deel.waarde(sleutel))))
            self._neem_blad(sleutel, sleutel, Vondst(beste.waarde(sleutel), beste))

    # -- the rest

    def inhoud(self) -> None:
        """Everything below the kop that a shared concept answers."""
        velden = [veld for sectie in self.formulier.secties for veld in sectie.velden]
        if any(veld.begrip == DOELEN for veld in velden):
            self.doelen = doelen_voor(self.beeld, self.volgend, self.oogst)
        for veld in velden:
            if gaat_mee(veld) and (self.volgend.nieuwe_versie or veld.begrip not in ZELFDE_PLAN):
                self._veld(veld)
            if maak := AFGELEID.get((self.formulier.sleutel, veld.sleutel)):
                maak(self.beeld, self.oogst)
                self._keur(veld)
        if self.volgend.nieuwe_versie:
            self._volgende_versie()

    def _veld(self, veld: Veld) -> None:
        if veld.begrip == DOELEN:
            self._doelveld(veld)
        elif veld.begrip == KEUZE and not self.volgend.nieuwe_versie:
            self._keuzes(veld)
        elif veld.soort == "tabel":
            self._tabel(veld)
        elif veld.per_leefgebied == "ja":
            for gebied, vondst in per_gebied(self.beeld, self.formulier, veld).items():
                self._neem_blad(veld.sleutel, gebied, vondst, gebied)
        elif (gevonden := een_antwoord(self.beeld, self.formulier, veld)) is not None:
            self._neem_blad(veld.sleutel, veld.sleutel, gevonden)

    def _neem_blad(self, sleutel: str, plek: str, vondst: Vondst, gebied: str = "") -> None:
        """Keep one answer when it fits; else say why not."""
        waarde, waarom = vondst.waarde, vondst.waarom
        if waarom:
            self._laat(sleutel, f"{waarom} ({self.beeld.noem(vondst.bron)})", gebied)
            return
        veld = self.formulier.veld(sleutel)
        if veld is not None and veld.soort == "meerkeuze":
            waarde = self._keuzes_over(veld, waarde, gebied)
        elif waarom := past(waarde, self.bladen[f"{sleutel}.{gebied}" if gebied else sleutel]):
            self._laat(sleutel, f"{waarom} ({self.beeld.noem(vondst.bron)})", gebied)
            return
        if not gebied:
            self.oogst.neem(sleutel, waarde, vondst.bron)
        elif not is_leeg(waarde):
            self.oogst.waarden.setdefault(sleutel, {})[plek] = waarde
            self.oogst.bronnen[f"{sleutel}.{gebied}"] = (vondst.bron,)

    def _keuzes_over(self, veld: Veld, waarde: Any, gebied: str) -> Any:
        leefgebied = next((g for g in self.formulier.leefgebieden if g.sleutel == gebied), None)
        over, weg = passende_keuzes(waarde, [optie.sleutel for optie in opties_van(veld, leefgebied)])
        if weg:
            self._laat(veld.sleutel, "een van de keuzes bestaat niet meer", gebied)
        return over

    def _laat(self, sleutel: str, waarom: str, gebied: str = "") -> None:
        naam = next((g.naam for g in self.formulier.leefgebieden if g.sleutel == gebied), "")
        label = self.beeld.kader.label(self.formulier.sleutel, sleutel)
        self.oogst.laat(f"{label} ({naam})" if naam else label, waarom)

    # -- tables

    def _tabel(self, veld: Veld) -> None:
        if (gevonden := rijen_van(self.beeld, self.formulier, veld)) is None:
            return
        vondst, bron = gevonden
        if vondst.waarom:
            self._laat(veld.sleutel, f"{vondst.waarom} ({self.beeld.noem(vondst.bron)})")
            return
        rijen = geldige_rijen(self.beeld, veld.begrip or "", vondst.waarde)
        self._rijen(veld, kolommen_mee(bron, veld, self.volgend.nieuwe_versie), rijen, vondst.bron)

    def _rijen(
        self, veld: Veld, kolommen: tuple[Kolom, ...], rijen: Sequence[Mapping[str, Any]], *bronnen: Invulling
    ) -> None:
        drager = {kolom.sleutel for kolom in kolommen if kolom.soort == "voorgedrukt"}
        nieuw = [self._rij(veld, kolommen, rij, bronnen[0]) for rij in rijen]
        self.oogst.neem(veld.sleutel, tuple(rij for rij in nieuw if rij.keys() - drager), *bronnen)

    def _rij(self, veld: Veld, kolommen: tuple[Kolom, ...], rij: Mapping[str, Any], bron: Invulling) -> dict[str, Any]:
        uit: dict[str, Any] = {}
        for kolom in kolommen:
            waarde = rij.get(kolom.sleutel)
            if is_leeg(waarde):
                continue
            if isinstance(waarde, Onleesbaar):
                waarom = "het antwoord is niet te lezen"
            else:
                waarom = past(waarde, self.bladen[f"{veld.sleutel}.{kolom.sleutel}"])
            if waarom:
                self.oogst.laat(f"‘{kolom.label}’ bij ‘{veld.label}’", f"{waarom} ({self.beeld.noem(bron)})")
            else:
                uit[kolom.sleutel] = waarde
        return uit

    def _keur(self, veld: Veld) -> None:
        """Hold what was derived against its place, as everything else."""
        waarde, bronnen = self.oogst.waarden.pop(veld.sleutel, None), self.oogst.bronnen.get(veld.sleutel, ())
        if waarde is None or not bronnen:
            return
        if veld.soort == "tabel":
            self._rijen(veld, veld.kolommen, list(waarde), *bronnen)
        elif waarom := past(waarde, self.bladen[veld.sleutel]):
            self._laat(veld.sleutel, waarom)
        else:
            self.oogst.neem(veld.sleutel, waarde, *bronnen)

    # -- wishes and goals

    def _keuzes(self, veld: Veld) -> None:
        """A row for every leefgebied with a wish: from the beschrijving, or the plan before when that is newer."""
        wensen = self._wensen(veld)
        if wensen is not None:
            self._tabel(veld)
            return
        vraag = Veld(sleutel=WENS, soort="lang", label=veld.label, begrip=WENS, per_leefgebied="ja")
        gevonden = per_gebied(self.beeld, self.formulier, vraag)
        rijen = []
        for gebied, vondst in gevonden.items():
            if vondst.waarom:
                self._laat(veld.sleutel, f"{vondst.waarom} ({self.beeld.noem(vondst.bron)})", gebied)
            else:
                rijen.append({"leefgebied": gebied, WENS: vondst.waarde})
        bronnen = {id(v.bron): v.bron for v in gevonden.values() if not v.waarom}
        kolommen = tuple(kolom for kolom in veld.kolommen if kolom.sleutel in ("leefgebied", WENS))
        if bronnen:
            self._rijen(veld, kolommen, rijen, *bronnen.values())

    def _wensen(self, veld: Veld) -> Invulling | None:
        """Return the plan before when it is newer than every form that names wishes; else nothing."""
        for deel in self.beeld.nieuwste:
            if deel.formulier == PLAN and deel.rijen(veld.sleutel):
                return deel
            if any(ander.begrip == WENS and deel.waarde(ander.sleutel) for ander in self.beeld.formulier(deel).velden):
                return None
        return None

    def _doelveld(self, veld: Veld) -> None:
        if not self.doelen.rijen:
            return
        if veld.soort != "tabel":
            self._neem_blad(veld.sleutel, veld.sleutel, Vondst(opsomming(self.doelen.nummers), self.doelen.bronnen[0]))
            return
        bron = self.beeld.kader.formulieren[PLAN].veld(DOELEN)
        if bron is not None:
            alles = self.volgend.nieuwe_versie and veld.sleutel == DOELEN
            self._rijen(veld, kolommen_mee(bron, veld, alles), list(self.doelen.rijen), *self.doelen.bronnen)

    def _volgende_versie(self) -> None:
        versies = [deel.waarde("plan_versie") for deel in self.beeld.van(PLAN, self.volgend.cyclus)]
        if versies and all(isinstance(nr, int) for nr in versies) and self.formulier.veld("plan_versie"):
            self.oogst.neem("plan_versie", max(versies) + 1)


def _zelfde(een: Any, ander: Any) -> bool:
    if isinstance(een, str) and isinstance(ander, str):
        return zelfde_naam(een, ander)
    return bool(een == ander)


# --------------------------------------------------------------------------
# Marks


@dataclass(slots=True)
class _Merker:
    """Says of one form where its answers come from."""

    beeld: Beeld
    formulier: Formulier
    oogst: Oogst
    bladen: Mapping[str, Blad]
    doelen: Doelen

    def merken(self) -> Merken:
        """Return the marks: a bar at each answer, in words once for every answer, table or leefgebied."""
        onder: dict[str, tuple[str, ...]] = {}
        boven: dict[str, tuple[str, ...]] = {}
        for veld in (veld for sectie in self.formulier.secties for veld in sectie.velden):
            if veld.soort == "tabel" and veld.sleutel in self.oogst.waarden:
                boven[f"{veld.sleutel}.{veld.kolommen[0].sleutel}"] = (self._uit(self.oogst.bronnen[veld.sleutel]),)
            elif self.oogst.bronnen.get(veld.sleutel):
                onder[self._eerste(veld.sleutel)] = (self._uit(self.oogst.bronnen[veld.sleutel]),)
        boven |= dict(self._per_gebied())
        self._met_doelen(onder, boven)
        return Merken(
            boven=(self._bovenaan(),),
            onder_label=onder,
            boven_tabel=boven,
            vakken=frozenset(self._vakken()),
            rijen={naam: len(waarde) for naam, waarde in self.oogst.waarden.items() if self._is_lijst(naam)},
            kleur=self.beeld.kader.inrichting.organisatie.accentkleur.lstrip("#"),
        )

    def _uit(self, bronnen: tuple[Invulling, ...]) -> str:
        namen = dict.fromkeys(self.beeld.herkomst(bron) for bron in bronnen)
        return f"Overgenomen uit {opsomming(list(namen))}."

    def _bovenaan(self) -> str:
        """Say what the bars mean, and where the kop comes from."""
        per_bron: dict[str, list[str]] = {}
        for naam, label in (("client_naam", "naam"), ("geboortedatum", "geboortedatum")):
            for bron in self.oogst.bronnen.get(naam, ()):
                per_bron.setdefault(self.beeld.herkomst(bron), []).append(label)
        zinnen = [f" {opsomming(labels).capitalize()}: uit {bron}." for bron, labels in per_bron.items()]
        return _UITLEG + "".join(zinnen)

    def _per_gebied(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield a line per leefgebied: its questions mostly come from one form."""
        velden = [veld.sleutel for veld in self.formulier.velden if veld.per_leefgebied == "ja"]
        for gebied in self.formulier.leefgebieden:
            bladen = [f"{veld}.{gebied.sleutel}" for veld in velden if f"{veld}.{gebied.sleutel}" in self.oogst.bronnen]
            if bladen:
                bronnen = tuple(bron for blad in bladen for bron in self.oogst.bronnen[blad])
                yield self._eerste(bladen[0]), (self._uit(bronnen),)

    def _met_doelen(self, onder: dict[str, tuple[str, ...]], boven: dict[str, tuple[str, ...]]) -> None:
        """Print the goals beside the first question that only asks for their numbers."""
        for veld in self.formulier.velden:
            if veld.begrip != DOELEN or veld.sleutel not in self.oogst.waarden:
                continue
            if any(kolom.sleutel == "doel" for kolom in veld.kolommen):
                return
            regels = tuple(f"Doel {nr}: {rij['doel']}" for nr, rij in zip(self.doelen.nummers, self.doelen.rijen,
                           strict=True) if isinstance(rij.get("doel"), str))  # fmt: skip
            naar = boven if veld.soort == "tabel" else onder
            plek = f"{veld.sleutel}.{veld.kolommen[0].sleutel}" if veld.soort == "tabel" else veld.sleutel
            naar[plek] = (*naar.get(plek, ()), *regels)
            return

    def _eerste(self, sleutel: str) -> str:
        """Return the leaf itself, or the first box of it."""
        if sleutel in self.bladen:
            return sleutel
        return next((blad for blad in self.bladen if blad.startswith(f"{sleutel}.")), sleutel)

    def _is_lijst(self, naam: str) -> bool:
        veld = self.formulier.veld(naam)
        return veld is not None and veld.soort == "tabel" and not veld.rijen

    def _vakken(self) -> Iterator[str]:
        for naam, waarde in self.oogst.waarden.items():
            if isinstance(waarde, Mapping):
                yield from (self._eerste(f"{naam}.{gebied}") for gebied in waarde)
            elif not (isinstance(waarde, tuple) and waarde and isinstance(waarde[0], Mapping)):
                yield self._eerste(naam)

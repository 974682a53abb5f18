"""Fill a blank Excel form from answers: values are put into the XML of its sheets, all else stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from generator.formats.bladen import Blad, bladen_van, bladwaarde
from generator.formats.delen import als_xml, schrijf_delen, vul_aan
from generator.formats.excel.boek import Werkboek, gebieden_van, ontleed_deel
from generator.formats.excel.inlezen import herken_excel
from generator.formats.excel.maten import paginaeinden, rijhoogte
from generator.formats.excel.merken import Merkstijlen, zet_merken
from generator.formats.excel.namen import (
    KRUISJE,
    MAX_TEKENS,
    METABLAD,
    Element,
    celnaam,
    kolomnummer,
    plek_van,
    s,
)
from generator.formats.excel.plan import Celplan, celplan
from generator.formats.excel.sleuven import Bladvorm, Vak, past
from generator.formats.excel.verborgen import BIJ_VOLGENDE, MERKEN, tekstmerk, voettekst
from generator.formats.excel.waarden import dagnummer
from generator.formats.identiteit import Identiteit, lees_regel
from generator.formats.leesplan import maak_leesplan
from generator.formats.merken import Merken
from generator.formats.veilig import Geweigerd
from generator.model import Formulier, Veld
from generator.veldsoorten import VELDSOORTEN

_KERN = "docProps/core.xml"
_REGEL = re.compile(r"(<dc:subject>)[^<]*(</dc:subject>)")
_EINDRIJ = re.compile(r"(\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?)(\d+)")


@dataclass(slots=True)
class Vulling:
    """What changes in one form: cells and heights per sheet, rows that are added, and texts that are no answers."""

    cellen: dict[str, dict[str, bytes]] = field(default_factory=dict)
    hoogtes: dict[str, dict[int, float]] = field(default_factory=dict)
    rijen: dict[str, list[bytes]] = field(default_factory=dict)
    merkteksten: list[str] = field(default_factory=list)

    def zet(self, blad: str, plek: str, cel: bytes) -> None:
        """Give a cell another content."""
        self.cellen.setdefault(blad, {})[plek] = cel

    def hoger(self, blad: str, rij: int, hoogte: float, was: float) -> None:
        """Make a row at least so high."""
        hoogtes = self.hoogtes.setdefault(blad, {})
        hoogtes[rij] = max(hoogtes.get(rij, was), hoogte)


class Vuller:
    """Fills one blank many times: it is opened and cut at its slots once."""

    def __init__(self, blanco: bytes, formulier: Formulier) -> None:
        """Open a blank of *formulier*; raises `generator.formats.veilig.Geweigerd` when that can't be done."""
        boek = Werkboek(blanco)
        self._boek, self._formulier = boek, formulier
        self._delen = {naam: boek.pakket.lees(naam) for naam in boek.pakket.namen if not naam.endswith("/")}
        self._identiteit = herken_excel(blanco).identiteit
        self._plan: Celplan = celplan(boek.opbouw, maak_leesplan(formulier))
        self._vormen = {vel.naam: Bladvorm(ontleed_deel(self._delen[vel.deel])) for vel in boek.opbouw.vellen
                        if not vel.verborgen or vel.naam == METABLAD}  # fmt: skip
        self._tabelrijen: dict[str, tuple[str, int, int]] = {}
        self._regels: dict[str, list[str]] = {}
        self._meta: dict[str, str] = {}
        self._maak_sleuven()
        wisselt = {boek.bladen[naam].deel for naam in self._vormen} | {_KERN, boek.naam, "xl/styles.xml"}
        self._wisselt = wisselt
        # What is the same in every form that is filled: packed once.
        self._vast = schrijf_delen({n: deel for n, deel in self._delen.items() if n not in wisselt}, niveau=1)
        self.stijlen = Merkstijlen(self._delen.get("xl/styles.xml", b""))

    def _maak_sleuven(self) -> None:
        for gebieden in self._plan.los.values():
            for gebied in gebieden[:1]:
                self._vormen[gebied.blad].maak_vak(celnaam(gebied.rij, gebied.kolom))
        for veld in self._formulier.velden:
            if veld.soort == "tabel":
                self._tabelsleuven(veld)
        for naam, vorm in self._vormen.items():
            blad = self._boek.blad(naam)
            for plek, cel in blad.cellen.items():
                tekst = cel.tekst
                if naam == METABLAD:
                    if plek.startswith("A") and tekst in ("dossier", "cyclus", MERKEN):
                        self._meta[tekst] = f"B{plek[1:]}"
                        vorm.maak_vak(f"B{plek[1:]}")
                elif " | controle " in tekst and lees_regel(tekst):
                    self._regels.setdefault(naam, []).append(plek)
                    vorm.maak_vak(plek)
        self._merksleuven()
        self._lees_paginas()
        einden = {blad: laatste for blad, _, laatste in self._tabelrijen.values()}
        for naam, vorm in self._vormen.items():
            vorm.maak_voet()
            vorm.snijd(einden.get(naam, 0))

    def _lees_paginas(self) -> None:
        """Remember the heights of the first sheet, and which of its rows belong on one page with the next."""
        self._hoofd = next((g[0].blad for g in self._plan.los.values() if g), "")
        meta = self._boek.blad(METABLAD) if METABLAD in self._boek.bladen else None
        plek = next((p for p, c in meta.cellen.items() if c.tekst == BIJ_VOLGENDE), "") if meta else ""
        tekst = meta.tekst(f"B{plek[1:]}") if meta and plek.startswith("A") else ""
        self._bij_volgende = frozenset(int(deel) for deel in tekst.split() if deel.isdecimal())
        vorm = self._vormen.get(self._hoofd)
        self._hoogtes = vorm.rijhoogtes() if vorm and self._bij_volgende else {}

    def _tabelsleuven(self, veld: Veld) -> None:
        kolommen = [self._plan.kolommen.get(f"{veld.sleutel}.{kolom.sleutel}", ())[:1] for kolom in veld.kolommen]
        gebieden = [gebied for deel in kolommen for gebied in deel]
        if not gebieden:
            return
        eerste, laatste = gebieden[0].rij, gebieden[0].tot_rij
        self._tabelrijen[veld.sleutel] = (gebieden[0].blad, eerste, laatste)
        vorm = self._vormen[gebieden[0].blad]
        for rij in range(eerste, laatste + 1):
            for gebied in gebieden:
                vorm.maak_vak(celnaam(rij, gebied.kolom))

    def _merksleuven(self) -> None:
        """Make slots of the texts under which marks may come."""
        self.labels: dict[str, tuple[str, str]] = {}
        self.boven_tabellen: set[tuple[str, str]] = set()
        for sleutel, gebieden in self._plan.los.items():
            for gebied in gebieden[:1]:
                self.labels[sleutel] = (gebied.blad, celnaam(gebied.rij, gebied.kolom - 1))
        for tabel, (blad, eerste, _) in self._tabelrijen.items():
            self.labels[tabel] = (blad, celnaam(max(eerste - 3, 1), 2))
            self.boven_tabellen.add(self.labels[tabel])
        for blad, plek in self.labels.values():
            self._vormen[blad].maak_vak(plek)
        self.boven = self._plek_boven()

    def _plek_boven(self) -> tuple[str, str] | None:
        """Return the empty row above the first section, if the blank has one."""
        hoofd = next((g[0].blad for g in self._plan.los.values() if g), "")
        vorm = self._vormen.get(hoofd)
        rij = vorm.lege_samengevoegde_rij() if vorm else 0
        if vorm is None or not rij:
            return None
        vorm.maak_vak(celnaam(rij, 1))
        return hoofd, celnaam(rij, 1)

    # -- one form

    def vul(
        self, antwoorden: Mapping[str, Any], dossier: str = "", cyclus: int | None = None, merken: Merken | None = None
    ) -> bytes:
        """Return the filled form.

        *antwoorden* are regular (`generator.veldsoorten.normaliseer_antwoorden`).
        Tables grow when there are more answers than rows.  *dossier* and *cyclus*
        become part of the identity.  *merken* say what was filled in beforehand.
        Raises `Geweigerd` L57 for an answer that is longer than a cell can hold: it would be lost.
        """
        uit = Vulling()
        for veld in self._formulier.velden:
            if veld.sleutel not in antwoorden:
                continue
            if veld.soort == "tabel":
                self._vul_tabel(uit, veld, antwoorden[veld.sleutel])
                continue
            for blad in bladen_van(veld, self._formulier):
                self._vul_blad(uit, blad, bladwaarde(blad, antwoorden[veld.sleutel]))
        delen: dict[str, bytes] = {}
        if merken is not None:
            delen["xl/styles.xml"] = zet_merken(self, uit, merken)
        nieuw = replace(self._identiteit, dossier=dossier, cyclus="" if cyclus is None else str(cyclus))
        return self._maak(uit, nieuw, delen)

    def vak(self, blad: str, plek: str) -> Vak:
        """Return a slot of a sheet."""
        return self._vormen[blad].vakken[plek]

    def hoogte(self, blad: str, rij: int) -> float:
        """Return the height of a row of the blank."""
        return self._vormen[blad].hoogtes.get(rij, 15.0)

    def breedte(self, blad: str, kolom: int) -> float:
        """Return the width of a column, in characters."""
        return self._vormen[blad].breedtes.get(kolom, 8.0)

    def breedte_van_tekst(self, blad: str, rij: int, kolom: int) -> float:
        """Return the width that a printed text has: of its column, or of all that it is merged with."""
        samen = (s for s in self._boek.blad(blad).samengevoegd if s[0] == rij and s[1] == kolom)
        tot = next((tot_kolom for _, _, _, tot_kolom in samen), kolom)
        return sum(self.breedte(blad, nr) for nr in range(kolom, tot + 1))

    def tekst_van(self, blad: str, plek: str) -> str:
        """Return the printed text of a cell of the blank."""
        return self._boek.blad(blad).tekst(plek)

    def runs_van(self, blad: str, plek: str) -> Element | None:
        """Return the text of a cell of the blank with its looks."""
        return self._boek.opgemaakte_tekst(blad, plek)

    def plek_van_blad(self, sleutel: str) -> tuple[str, str] | None:
        """Return sheet and cell of a leaf."""
        gebieden = self._plan.los.get(sleutel, ())
        return (gebieden[0].blad, celnaam(gebieden[0].rij, gebieden[0].kolom)) if gebieden else None

    def plek_van_rij(self, tabel: str, nr: int) -> tuple[str, str] | None:
        """Return sheet and first cell of row *nr* (from 0) of a table, as far as the blank has it."""
        if tabel not in self._tabelrijen:
            return None
        blad, eerste, laatste = self._tabelrijen[tabel]
        kolommen = [g[0].kolom for naam, g in self._plan.kolommen.items() if naam.startswith(f"{tabel}.") and g]
        return (blad, celnaam(eerste + nr, min(kolommen))) if eerste + nr <= laatste and kolommen else None

    def _vul_blad(self, uit: Vulling, blad: Blad, waarde: Any) -> None:
        plek = self.plek_van_blad(blad.sleutel)
        if plek is None:
            return
        vak = self.vak(*plek)
        cel, tekst = _cel_met(vak, blad, waarde)
        uit.zet(*plek, cel)
        self._maak_hoger(uit, plek[0], plek[1], tekst)

    def _maak_hoger(self, uit: Vulling, blad: str, plek: str, tekst: str) -> None:
        waar = plek_van(plek)
        if tekst and waar:
            was = self.hoogte(blad, waar[0])
            uit.hoger(blad, waar[0], rijhoogte([(tekst, self.breedte(blad, waar[1]))]), was)

    # -- tables

    def _vul_tabel(self, uit: Vulling, veld: Veld, regels: Any) -> None:
        if veld.sleutel not in self._tabelrijen or not isinstance(regels, tuple):
            return
        bladnaam, eerste, laatste = self._tabelrijen[veld.sleutel]
        drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), "")
        gedrukt = {rij.sleutel: eerste + nr for nr, rij in enumerate(veld.rijen)}
        vrij = iter(range(eerste + len(veld.rijen), laatste + 1))
        bladen = [(blad, g[0].kolom) for blad in bladen_van(veld, self._formulier)
                  if (g := self._plan.kolommen.get(blad.sleutel, ()))]  # fmt: skip
        extra = laatste
        for regel in regels:
            rij = gedrukt.pop(str(regel.get(drager)), None) if drager else None
            if rij is not None:
                self._vul_rij(uit, bladnaam, rij, [(b, k) for b, k in bladen if b.soort != "voorgedrukt"], regel)
            elif (rij := next(vrij, None)) is not None:
                self._vul_rij(uit, bladnaam, rij, bladen, regel)
            else:
                extra += 1
                uit.rijen.setdefault(bladnaam, []).append(self._extra_rij(bladnaam, extra, laatste, bladen, regel))

    def _vul_rij(
        self, uit: Vulling, naam: str, rij: int, bladen: Iterable[tuple[Blad, int]], regel: Mapping[str, Any]
    ) -> None:
        for blad, kolom in bladen:
            plek = celnaam(rij, kolom)
            cel, tekst = _cel_met(self.vak(naam, plek), blad, regel.get(blad.sleutel.partition(".")[2]))
            uit.zet(naam, plek, cel)
            self._maak_hoger(uit, naam, plek, tekst)

    def _extra_rij(
        self, naam: str, rij: int, voorbeeld: int, bladen: list[tuple[Blad, int]], regel: Mapping[str, Any]
    ) -> bytes:
        """Return one more row, that looks like the last one of the blank."""
        per_kolom = {kolom: blad for blad, kolom in bladen}
        cellen, teksten = [], []
        for letters, stijl in self._vormen[naam].rijcellen(voorbeeld):
            nummer = kolomnummer(letters)
            vak = Vak(f"{letters}{rij}", self._open_stijl(naam, nummer, voorbeeld, stijl), b"")
            blad = per_kolom.get(nummer)
            if blad is None:
                cellen.append(vak.leeg())
                continue
            cel, tekst = _cel_met(vak, blad, regel.get(blad.sleutel.partition(".")[2]))
            cellen.append(cel)
            teksten.append((tekst, self.breedte(naam, nummer)))
        hoogte = max(self.hoogte(naam, voorbeeld), rijhoogte(teksten))
        return f'<row r="{rij}" ht="{hoogte}">'.encode() + b"".join(cellen) + b"</row>"

    def _open_stijl(self, naam: str, kolom: int, rij: int, stijl: str) -> str:
        """A form without spare rows: the copy of a preprinted cell becomes one that can be typed in."""
        buur = self._vormen[naam].vakken.get(celnaam(rij, kolom))
        if buur is None or buur.standaard.endswith(b"/>"):
            return stijl
        leeg = (v.stijl for v in self._vormen[naam].vakken.values() if v.standaard.endswith(b"/>"))
        return next(leeg, stijl)

    # -- the file

    def _maak(self, uit: Vulling, nieuw: Identiteit, delen: dict[str, bytes]) -> bytes:
        regel = nieuw.regel()
        for blad, plekken in self._regels.items():
            for plek in plekken:
                uit.zet(blad, plek, self.vak(blad, plek).tekst(regel))
        merken = "".join(map(tekstmerk, uit.merkteksten))
        for wat, tekst in (("dossier", nieuw.dossier), ("cyclus", nieuw.cyclus), (MERKEN, merken)):
            if wat in self._meta and tekst:
                vel = next(naam for naam in self._vormen if naam == METABLAD)
                uit.zet(vel, self._meta[wat], self.vak(vel, self._meta[wat]).tekst(_past_in_cel(tekst)))
        voet = voettekst(nieuw)
        for naam, vorm in self._vormen.items():
            deel = self._boek.bladen[naam].deel
            rijen = b"".join(uit.rijen.get(naam, ()))
            hoogtes = uit.hoogtes.get(naam, {})
            einden = self._einden(hoogtes) if naam == self._hoofd else ()
            delen[deel] = vorm.vul(uit.cellen.get(naam, {}), hoogtes, voet, rijen, einden)
        delen[_KERN] = self._met_onderwerp(regel)
        delen[self._boek.naam] = self._met_langere_namen(uit)
        return vul_aan(self._vast, {n: delen.get(n) or self._delen[n] for n in self._wisselt if n in self._delen}, 1)

    def _einden(self, hoogtes: Mapping[int, float]) -> list[int]:
        """Return behind which rows of the first sheet a page ends, now that there are answers."""
        liggend = self._formulier.liggend == "ja"
        return paginaeinden({**self._hoogtes, **hoogtes}, self._bij_volgende, liggend) if self._hoogtes else []

    def _met_onderwerp(self, regel: str) -> bytes:
        kern = self._delen.get(_KERN, b"").decode("utf-8")
        veilig = regel.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return _REGEL.sub(lambda t: f"{t[1]}{veilig}{t[2]}", kern).encode()

    def _met_langere_namen(self, uit: Vulling) -> bytes:
        """Let the names of tables that grew, and what is printed of them, reach to their last row."""
        ruw = self._delen[self._boek.naam]
        if not uit.rijen:
            return ruw
        wortel = ontleed_deel(ruw)
        for naam in wortel.iter(s("definedName")):
            tekst = naam.text or ""
            for blad, _, laatste in self._tabelrijen.values():
                if blad in uit.rijen and any(gebied.blad == blad for gebied in gebieden_van(tekst)):
                    naam.text = _verlengd(tekst, laatste, len(uit.rijen[blad]))
        return als_xml(wortel)


def _verlengd(verwijzing: str, laatste: int, erbij: int) -> str:
    """Return a reference to a range of which the last row lies further down."""
    return _EINDRIJ.sub(lambda t: t[1] + str(int(t[2]) + erbij if int(t[2]) == laatste else t[2]), verwijzing)


def _cel_met(vak: Vak, blad: Blad, waarde: Any) -> tuple[bytes, str]:
    """Return the cell with a value, and the text by which its row must be high enough."""
    if waarde is None or (blad.soort == "vakje" and not waarde):
        return vak.leeg(), ""
    if blad.soort == "vakje":
        return vak.tekst(KRUISJE), ""
    if isinstance(waarde, date) and (nummer := dagnummer(waarde)) is not None:
        return vak.getal(nummer), ""
    if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
        return vak.getal(waarde), ""
    tekst = VELDSOORTEN[blad.soort].toon(waarde, blad.omgeving)
    if not past(tekst, MAX_TEKENS):
        raise Geweigerd("L57", veld=blad.veld.label)
    return (vak.tekst(tekst), tekst) if tekst else (vak.leeg(), "")


def _past_in_cel(tekst: str) -> str:
    return tekst if past(tekst, MAX_TEKENS) else tekst[: MAX_TEKENS // 2]

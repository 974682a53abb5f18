"""Collects what a reader of any format finds in one file, and makes the record of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from generator.formats.bladen import DEELLABELS, Blad
from generator.formats.leesplan import Leesplan
from generator.model import Antwoord, Melding, Onleesbaar, Rij, Route, Veld, Vindplaats
from generator.veldsoorten import VELDSOORTEN


class Verzamelaar:
    """Answers, messages and routes of one reading."""

    def __init__(self, bestand: str, formaat: str, plan: Leesplan) -> None:
        """Start empty for one file."""
        self.bestand = bestand
        self.formaat = formaat
        self.plan = plan
        self.waarden: dict[str, Any] = {}
        self.antwoorden: list[Antwoord] = []
        self.meldingen: list[Melding] = []
        self._via_tag = 0
        self._anders: Counter[str] = Counter()
        self.niet_gevonden: list[str] = []
        self.dubbel = 0
        self._rijen_weg: set[str] = set()

    def tel(self, route: Route, aantal: int = 1) -> None:
        """Count a leaf that was recognised, or several at once."""
        if route is Route.TAG:  # nearly always, and a plain number is faster than a Counter
            self._via_tag += aantal
        elif aantal:
            self._anders[route.value] += aantal

    @property
    def routes(self) -> dict[str, int]:
        """How many leaves were recognised by which route."""
        tags = {Route.TAG.value: self._via_tag} if self._via_tag else {}
        return tags | dict(self._anders)

    def antwoord(self, sleutel: str, blad: Blad, waarde: Any, ruw: str, route: Route) -> None:
        """Book the value of a single leaf at its place in the answers."""
        if waarde is None:
            return
        veld = blad.veld.sleutel
        if blad.gebied is not None:
            self.waarden.setdefault(veld, {})[blad.gebied.sleutel] = waarde
        elif blad.deel:
            self.waarden.setdefault(veld, {})[blad.deel] = waarde
        else:
            self.waarden[veld] = waarde
        self.cel(sleutel, blad, waarde, ruw, route, "")

    def cel(self, sleutel: str, blad: Blad, waarde: Any, ruw: str, route: Route, plek: str) -> None:
        """Book where an answer was found."""
        sectie = self.plan.plekken.get(blad.veld.sleutel if plek else sleutel, "")
        waar = Vindplaats(
            self.bestand,
            self.formaat,
            f"{sectie}, {plek}" if plek else sectie,
            route.value,
            self.plan.formulier.sleutel,
            sleutel,
        )
        self.antwoorden.append(Antwoord(sleutel, waarde, ruw, waar))

    def _plek(self, sleutel: str, plek: str) -> str:
        sectie = self.plan.plekken.get(sleutel.partition("[")[0], "")
        return f"{sectie}, {plek}" if plek else sectie

    def verloren(self, sleutel: str) -> None:
        """Note a leaf that the file no longer has: lost, which is not the same as empty."""
        self.niet_gevonden.append(sleutel)

    def meld(self, code: str, sleutel: str, **context: Any) -> None:
        """Add a reading message about a leaf, or about the whole file when *sleutel* is empty."""
        plek = self._plek(sleutel, "") if sleutel else ""
        if "[" in sleutel:
            plek = self._plek(sleutel, f"rij {sleutel.partition('[')[2].partition(']')[0]}")
        waar = Vindplaats(self.bestand, self.formaat, plek, "", self.plan.formulier.sleutel, sleutel)
        self.meldingen.append(Melding(code, {"veld": self.label(sleutel), **context}, waar))

    def noem_plekken(self, plek_van: Callable[[str], str]) -> None:
        """Add to messages where exactly their leaf stands; *plek_van* says it in words, or nothing."""
        for nr, melding in enumerate(self.meldingen):
            if exact := plek_van(melding.vindplaats.veld):
                plek = ", ".join(filter(None, (melding.vindplaats.plek, exact)))
                self.meldingen[nr] = replace(melding, vindplaats=melding.vindplaats._replace(plek=plek))

    def label(self, sleutel: str) -> str:
        """Return how a leaf is named on paper: ‘Wat gaat goed’ (Wonen), ‘Doelen’, ‘Datum’."""
        kaal = sleutel.partition("[")[0]
        kolom = sleutel.rpartition(".")[2] if "[" in sleutel else ""
        if kolom and (blad := self.plan.kolommen.get(f"{kaal}.{kolom}")):
            nummer = sleutel.partition("[")[2].partition("]")[0]
            return f"{blad.veld.label}, rij {nummer}, {blad.label}"
        if blad := self.plan.bladen.get(kaal):
            if blad.deel:
                return f"{blad.veld.label}, {DEELLABELS[blad.deel].lower()}"
            return f"{blad.veld.label} ({blad.gebied.naam})" if blad.gebied else blad.veld.label
        veld = self.plan.formulier.veld(kaal.partition(".")[0])
        return veld.label if veld else sleutel

    def onleesbaar(self, sleutel: str, blad: Blad, waarde: Onleesbaar, plek: str) -> None:
        """Report a choice or number that can't be understood; dates are judged by R04."""
        if blad.soort in ("keuze", "ja_nee", "meerkeuze"):
            self.meld("L04", sleutel)
        elif blad.soort == "getal":
            self.meld("L13", sleutel, reden=waarde.reden)

    def grenzen(self, sleutel: str, blad: Blad, getal: float) -> None:
        """Report a number that lies outside what the definition expects; it stays as it is."""
        laag, hoog = blad.veld.minimum, blad.veld.maximum
        if blad.kolom is None and ((laag is not None and getal < laag) or (hoog is not None and getal > hoog)):
            toon = VELDSOORTEN["getal"].toon
            delen = [
                f"ten minste {laag:g}" if laag is not None else "",
                f"hoogstens {hoog:g}" if hoog is not None else "",
            ]
            self.meld("L18", sleutel, getal=toon(getal, blad.omgeving), grenzen=" en ".join(filter(None, delen)))

    def naast(self, sleutel: str, veld: Veld, tekst: str) -> None:
        """Keep text that stands beside boxes, where no box holds it."""
        self._los(f"{sleutel}._ernaast", tekst, Route.NAAST, self._plek(veld.sleutel, ""))
        self.meld("L07", sleutel, ernaast=tekst)

    def vreemd_gebied(self, veld: Veld, gebied: str, tekst: str) -> None:
        """Keep the answer about a leefgebied that this inrichting doesn't have."""
        if not tekst:
            return
        waarde: Any = tekst if veld.soort in ("kort", "lang") else Onleesbaar(tekst, "ander leefgebied")
        self.waarden.setdefault(veld.sleutel, {})[gebied] = waarde
        self._los(f"{veld.sleutel}.{gebied}", tekst, Route.TAG)
        self.meld("L10", f"{veld.sleutel}.{gebied}", gebied=gebied)

    def vreemd(self, naam: str, tekst: str) -> None:
        """Keep an answer under a key that this form doesn't have."""
        self._los(naam, tekst, Route.TAG)
        self._meld_eens("L10", naam.partition(".")[0])

    def losse_tekst(self, onder: str, tekst: str, waar: str = "") -> None:
        """Keep text that stands outside every question; *waar* says so when that isn't under the heading *onder*."""
        nummer = sum(antwoord.sleutel.startswith("_losse_tekst") for antwoord in self.antwoorden) + 1
        self._los(f"_losse_tekst[{nummer}]", tekst, Route.NAAST, onder)
        self._meld_eens("L15", "", plek=onder, waar=waar or f"Onder ‘{onder}’")

    def losse_cel(self, plek: str, tekst: str) -> str:
        """Keep text outside every question of which the cell is known, with a message of its own; return its key."""
        nummer = sum(antwoord.sleutel.startswith("_losse_tekst") for antwoord in self.antwoorden) + 1
        sleutel = f"_losse_tekst[{nummer}]"
        self._los(sleutel, tekst, Route.NAAST, plek)
        waar = Vindplaats(self.bestand, self.formaat, plek, "", self.plan.formulier.sleutel, sleutel)
        self.meldingen.append(Melding("L15", {"veld": "", "plek": plek, "waar": f"Bij ‘{plek}’"}, waar))
        return sleutel

    def _meld_eens(self, code: str, sleutel: str, **context: Any) -> None:
        """Say a thing once, however often it is met."""
        if not any(m.code == code and m.vindplaats.veld == sleutel and m.context.items() >= context.items()
                   for m in self.meldingen):  # fmt: skip
            self.meld(code, sleutel, **context)

    def _los(self, sleutel: str, tekst: str, route: Route, plek: str = "") -> None:
        waar = Vindplaats(self.bestand, self.formaat, plek, route.value, self.plan.formulier.sleutel, sleutel)
        self.antwoorden.append(Antwoord(sleutel, tekst, tekst, waar))

    def keuzes_weg(self, sleutel: str, bladen: Sequence[Blad]) -> None:
        """Note that some boxes of a question are not there; the others were read."""
        for blad in bladen:
            self.niet_gevonden.append(blad.sleutel)
        self.meld("L19", sleutel, keuzes=", ".join(blad.label for blad in bladen))

    def rijen_weg(self, kolom: str, rijen: Sequence[Rij]) -> None:
        """Note that some preprinted rows of a table are not there; the others were read."""
        self._rijen_weg |= {f"{kolom}.{rij.sleutel}" for rij in rijen}
        self.niet_gevonden += [f"{kolom}.{rij.sleutel}" for rij in rijen]
        self.meld("L30", kolom.partition(".")[0], rijen="; ".join(rij.tekst for rij in rijen))

    def meld_verloren(self) -> None:
        """Report lost leaves once per field."""
        gemeld = {melding.vindplaats.veld for melding in self.meldingen if melding.code == "L19"}
        weg = [sleutel for sleutel in self.niet_gevonden
               if sleutel.rpartition(".")[0] not in gemeld and sleutel not in self._rijen_weg]  # fmt: skip
        for veld in dict.fromkeys(sleutel.partition(".")[0] for sleutel in weg):
            self.meld("L09", veld)

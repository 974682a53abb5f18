"""Choices: one, several, or ja/nee.  Answers hold keys, people see labels."""

from __future__ import annotations

import re
from typing import Any

from generator.model import Onleesbaar, Optie
from generator.veldsoorten.basis import Omgeving, getoond, schone_tekst, vergelijkbaar

NIET_IN_LIJST = "deze keuze staat niet in de lijst"
# Behind it stands the key that a choice has in the list of the form itself.
OP_HET_FORMULIER = "op het formulier heet dit "
AANGEKRUIST = "☒☑✓✔✗✘xX"
_KRUISJE = re.compile(rf"^\s*[\[(]?\s*[{AANGEKRUIST}]\s*[\])]?\s*(?=\S)")
_LEEG_VAKJE = re.compile(r"^\s*(?:☐|\[\s*\]|\(\s*\))")


def zoek_optie(tekst: str, opties: tuple[Optie, ...]) -> str | None:
    """Return the key of the choice that *tekst* names by key, label or synonym."""
    for optie in opties:
        if tekst == optie.label:
            return optie.sleutel
    gezocht = vergelijkbaar(tekst)
    for optie in opties:
        namen = (optie.sleutel, optie.label, *optie.synoniemen)
        if gezocht in map(vergelijkbaar, namen):
            return optie.sleutel
    return None


class Keuze:
    """One choice out of a list."""

    def parse(self, ruw: str, omgeving: Omgeving) -> Any:
        """Return the key; `Onleesbaar` when the list has no such choice."""
        tekst = schone_tekst(ruw)
        if not tekst:
            return None
        return zoek_optie(tekst, omgeving.opties) or Onleesbaar(tekst, NIET_IN_LIJST)

    def normaliseer(self, waarde: Any, omgeving: Omgeving) -> Any:
        """Return the key for a key, label or synonym."""
        if waarde is None or isinstance(waarde, Onleesbaar) or waarde in {o.sleutel for o in omgeving.opties}:
            return waarde
        return self.parse(str(waarde), omgeving)

    def toon(self, waarde: Any, omgeving: Omgeving) -> str:
        """Return the label."""
        labels = {optie.sleutel: optie.label for optie in omgeving.opties}
        return getoond(waarde) or ("" if waarde is None else labels.get(waarde, str(waarde)))


class JaNee(Keuze):
    """A yes/no question; true and false, j and n are understood."""

    _WOORDEN = {"ja": "ja", "j": "ja", "yes": "ja", "true": "ja", "waar": "ja", "1": "ja"} | {
        "nee": "nee", "n": "nee", "no": "nee", "false": "nee", "onwaar": "nee", "0": "nee", "neen": "nee",
    }  # fmt: skip

    def parse(self, ruw: str, omgeving: Omgeving) -> Any:
        """Return ``ja`` or ``nee``; a lone cross or tick means ja."""
        tekst = vergelijkbaar(ruw)
        if tekst in self._WOORDEN:
            return self._WOORDEN[tekst]
        if len(tekst) == 1 and tekst in AANGEKRUIST.casefold():
            return "ja"
        return super().parse(ruw, omgeving)

    def normaliseer(self, waarde: Any, omgeving: Omgeving) -> Any:
        """Return ``ja`` or ``nee`` for words and booleans."""
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        return super().normaliseer(waarde, omgeving)


class Voorgedrukt(Keuze):
    """The printed name of a row; in a spare row it holds what the person typed."""

    def parse(self, ruw: str, omgeving: Omgeving) -> Any:
        """Return the key of the printed row, or the text itself."""
        tekst = schone_tekst(ruw)
        return (zoek_optie(tekst, omgeving.opties) or tekst) if tekst else None


class Meerkeuze:
    """Any number of choices: a tuple of keys in the order of the list."""

    def parse(self, ruw: str, omgeving: Omgeving) -> Any:
        """Read lines or commas: labels, with or without boxes in front; an empty box is no choice."""
        delen = [deel for regel in schone_tekst(ruw).split("\n") for deel in self._delen(regel, omgeving)]
        return self._keuzes(delen, ruw, omgeving)

    def _delen(self, regel: str, omgeving: Omgeving) -> list[str]:
        if _LEEG_VAKJE.match(regel):
            return []
        kern = _KRUISJE.sub("", regel) if regel[:1] in "☒☑✓✔✗✘[(" else regel
        if zoek_optie(kern, omgeving.opties):
            return [kern]
        return [deel for deel in re.split(r"[,;]", kern) if deel.strip()]

    def _keuzes(self, delen: list[str], ruw: str, omgeving: Omgeving) -> Any:
        if not delen:
            return None
        gekozen = {zoek_optie(deel, omgeving.opties) for deel in delen}
        if None in gekozen:
            return Onleesbaar(schone_tekst(ruw), NIET_IN_LIJST)
        return tuple(optie.sleutel for optie in omgeving.opties if optie.sleutel in gekozen)

    def normaliseer(self, waarde: Any, omgeving: Omgeving) -> Any:
        """Return the keys for a list of keys or labels, or for text."""
        if waarde is None or isinstance(waarde, Onleesbaar):
            return waarde
        if isinstance(waarde, (list, tuple)):
            return self._keuzes([str(deel) for deel in waarde], ", ".join(map(str, waarde)), omgeving)
        return self.parse(str(waarde), omgeving)

    def toon(self, waarde: Any, omgeving: Omgeving) -> str:
        """Return the labels, joined by commas."""
        if not waarde or isinstance(waarde, Onleesbaar):
            return getoond(waarde)
        labels = {optie.sleutel: optie.label for optie in omgeving.opties}
        return ", ".join(labels.get(sleutel, sleutel) for sleutel in waarde)

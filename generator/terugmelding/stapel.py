"""What goes back to whom: the forms that were read, what was found in them, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from generator.dossier import dossiersleutel, hoofddatum
from generator.model import Bestand, Bevinding, Dossier, Ernst, Formulier, Inrichting, Invulling, Rapport, Vindplaats
from generator.werklijst import Collegas

# What a begeleider is asked, by weight: words of a colleague, no verdict.
VRAAG = {
    Ernst.FOUT: "Graag aanpassen",
    Ernst.WAARSCHUWING: "Graag nakijken",
    Ernst.AANDACHTSPUNT: "Om bij stil te staan",
}


@dataclass(frozen=True)
class Stapel:
    """A finished report, seen as work that goes back; *formulieren* are the tailored forms."""

    rapport: Rapport
    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]

    @cached_property
    def collegas(self) -> Collegas:
        """Who works on what."""
        return Collegas(self.rapport, self.formulieren)

    @cached_property
    def gelezen(self) -> Mapping[str, Invulling]:
        """Path → form, of all that was read."""
        return {b.pad: b.invulling for b in self.rapport.bestanden if b.invulling is not None}

    @cached_property
    def dossiers(self) -> Mapping[str, Dossier]:
        """Dossier key → dossier."""
        return {dossiersleutel(dossier.nummer): dossier for dossier in self.rapport.dossiers}

    @cached_property
    def _per_map(self) -> Mapping[str, frozenset[str]]:
        per_map: dict[str, set[str]] = {}
        for pad, deel in self.gelezen.items():
            if deel.dossier:
                per_map.setdefault(_map(pad), set()).add(deel.dossier)
        return {map_: frozenset(nummers) for map_, nummers in per_map.items()}

    def dossier_van(self, pad: str) -> str:
        """Return the dossier number of a file; of one that wasn't read the only one in its folder, if so."""
        if pad in self.gelezen:
            deel = self.gelezen[pad]
            bekend = self.dossiers.get(dossiersleutel(deel.dossier)) if deel.dossier else None
            return bekend.nummer if bekend else deel.dossier
        nummers = {dossiersleutel(nummer): nummer for nummer in sorted(self._per_map.get(_map(pad), ()))}
        return next(iter(nummers.values())) if len(nummers) == 1 else ""

    def wie(self, pad: str, dossier: str = "") -> str:
        """Return the colleague to whom a file goes back, or nothing."""
        return self.collegas.wie(pad, dossier or self.dossier_van(pad))

    def geweigerd(self) -> Iterator[Bestand]:
        """Yield the files that could not be read."""
        return (bestand for bestand in self.rapport.bestanden if bestand.status == "geweigerd")

    def naam(self, pad: str) -> str:
        """Return what people call a form, with the file where there are more of that name in its dossier."""
        naam = self.naam_zonder_bestand(pad)
        if pad not in self.gelezen or len(self._gelijknamig[self._soort(pad)]) < 2:
            return naam
        return f"{naam} ({self.bestandsnaam(pad)})"

    def naam_zonder_bestand(self, pad: str) -> str:
        """Return the title of a form, its date, and the cycle when there are more of them."""
        deel = self.gelezen.get(pad)
        if deel is None:
            return PurePath(pad).name
        formulier, dag = self.formulieren.get(deel.formulier), hoofddatum(deel)
        titel = formulier.titel if formulier else deel.formulier
        dossier = self.dossiers.get(dossiersleutel(deel.dossier)) if deel.dossier else None
        cyclus = f" (cyclus {deel.cyclus or 1})" if dossier and dossier.cyclus > 1 else ""
        return f"{titel}{f' van {dag:%d-%m-%Y}' if dag else ''}{cyclus}"

    def bestandsnaam(self, pad: str) -> str:
        """Return the name of a file; with its folder where a form of the same name has that name too."""
        naam = PurePath(pad).name
        zelfde = sum(PurePath(ander).name == naam for ander in self._gelijknamig.get(self._soort(pad), ()))
        return f"{PurePath(pad).parent.name}/{naam}" if zelfde > 1 else naam

    @cached_property
    def _gelijknamig(self) -> Mapping[tuple[str, str], list[str]]:
        """Dossier and name → the forms that people would call that."""
        per_naam: dict[tuple[str, str], list[str]] = {}
        for pad in self.gelezen:
            per_naam.setdefault(self._soort(pad), []).append(pad)
        return per_naam

    def _soort(self, pad: str) -> tuple[str, str]:
        return dossiersleutel(self.dossier_van(pad)), self.naam_zonder_bestand(pad)

    def titel(self, pad: str) -> str:
        """Return the title of a form that was read, or nothing."""
        deel = self.gelezen.get(pad)
        formulier = self.formulieren.get(deel.formulier) if deel else None
        return formulier.titel if formulier else ""


def plekken_per_bestand(bevinding: Bevinding) -> dict[str, Vindplaats]:
    """Return file → the first place in it that a finding points at."""
    plekken: dict[str, Vindplaats] = {}
    for plek in bevinding.vindplaatsen:
        if plek.bestand:
            plekken.setdefault(plek.bestand, plek)
    return plekken


def zonder_titel(bericht: str, titel: str) -> str:
    """Return a message as it is said where the title of the form stands right above."""
    rest = bericht.removeprefix(f"{titel}: ") if titel else bericht
    return rest[:1].upper() + rest[1:]


def over_formulier(bericht: str, titel: str) -> bool:
    """Tell whether a message is about the form itself, and not about the course of the dossier."""
    return bool(titel) and bericht.startswith((f"{titel}: ", f"{titel} ("))


def _map(pad: str) -> str:
    return str(PurePath(pad).parent)

"""What the rules say of a population, against its truth."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import generator.checks
from generator.checks import PER_CODE, controleer
from generator.checks.regel import Regel
from generator.formats import Lezer
from generator.formats.word import Vuller, maak_formulier
from generator.inrichting import ingevuld
from generator.model import Bestand
from populatie.ernst import GEWOON
from populatie.model import Deel, Geval, bestanden_van, model_van, pad_van, waarden_van

_KAPOT = b"PK\x03\x04 dit is geen Word-document meer"


@cache
def alle_regels() -> tuple[Regel, ...]:
    """Return the rules about returned forms, also of a module that isn't registered yet."""
    namen = [deel.name for deel in pkgutil.iter_modules(generator.checks.__path__, "generator.checks.")]
    modules = [importlib.import_module(naam) for naam in namen]
    per_code = {r.code: r for m in modules for r in getattr(m, "REGELS", ())} | dict(PER_CODE)
    return tuple(regel for _, regel in sorted(per_code.items()) if regel.niveau != "inrichting")


@dataclass(frozen=True, slots=True)
class Stand:
    """How one rule did, at one weight: planted, found again, too much, and missed."""

    code: str
    geplant: int
    gevonden: int
    extra: int
    gemist: int

    @property
    def goed(self) -> bool:
        """True when precision and recall are both 1."""
        return not self.extra and not self.gemist


def bevindingen_van(
    gevallen: Sequence[Geval], bestanden: Mapping[str, Sequence[Bestand]] | None = None
) -> dict[str, Counter[str]]:
    """Run the rules, per organisation and day; return dossier number → code and weight → how often."""
    gevonden: dict[str, Counter[str]] = {geval.nummer: Counter() for geval in gevallen}
    for groep in _groepen(gevallen):
        model = model_van(groep[0].model)
        alle = [b for g in groep for b in (bestanden[g.nummer] if bestanden else bestanden_van(g))]
        rapport = controleer(alle, model.inrichting, groep[0].peildatum, formulieren=model.formulieren,
                             regels=alle_regels())  # fmt: skip
        for bevinding in rapport.bevindingen:
            sleutel = f"{bevinding.code} {bevinding.ernst.value}"
            gevonden[_map(bevinding.vindplaatsen[0].bestand)][sleutel] += 1
    return gevonden


def _groepen(gevallen: Iterable[Geval]) -> list[list[Geval]]:
    groepen: dict[tuple[object, ...], list[Geval]] = defaultdict(list)
    for geval in gevallen:
        groepen[geval.model, geval.peildatum].append(geval)
    return list(groepen.values())


def _map(bestand: str) -> str:
    return Path(bestand).parent.name


def vergelijk(gevallen: Sequence[Geval], gevonden: Mapping[str, Counter[str]]) -> list[Stand]:
    """Return per rule and weight what was planted and what was found, in order of code."""
    codes = {f"{regel.code} {GEWOON[regel.code]}" for regel in alle_regels()}
    codes |= {code for geval in gevallen for code in (*geval.verwacht, *gevonden[geval.nummer])}
    return [_stand(code, gevallen, gevonden) for code in sorted(codes)]


def _stand(code: str, gevallen: Sequence[Geval], gevonden: Mapping[str, Counter[str]]) -> Stand:
    paren = [(geval.verwacht[code], gevonden[geval.nummer][code]) for geval in gevallen]
    return Stand(
        code,
        geplant=sum(plan for plan, _ in paren),
        gevonden=sum(min(paar) for paar in paren),
        extra=sum(max(0, kreeg - plan) for plan, kreeg in paren),
        gemist=sum(max(0, plan - kreeg) for plan, kreeg in paren),
    )


def verschillen(gevallen: Sequence[Geval], gevonden: Mapping[str, Counter[str]]) -> list[str]:
    """Return a line per dossier of which the findings are not the truth."""
    return [
        f"{g.nummer} {g.model} {g.route} {g.stadium} {list(g.fouten)}: verwacht {dict(+g.verwacht)}, "
        f"kreeg {dict(gevonden[g.nummer])}"
        for g in gevallen
        if +g.verwacht != +gevonden[g.nummer]
    ]


def tabel(standen: Sequence[Stand]) -> str:
    """Return the table as Markdown."""
    kop = "| Regel | Geplant | Gevonden | Te veel | Gemist |\n|---|---|---|---|---|\n"
    totaal = Stand("Samen", *(sum(getattr(s, n) for s in standen) for n in ("geplant", "gevonden", "extra", "gemist")))
    return kop + "".join(f"| {s.code} | {s.geplant} | {s.gevonden} | {s.extra} | {s.gemist} |\n"
                         for s in (*standen, totaal))  # fmt: skip


# --------------------------------------------------------------------------
# Through real files


@cache
def _vuller(model: str, formulier: str) -> Vuller:
    soort = model_van(model)
    definitie = soort.formulieren[formulier]
    return Vuller(maak_formulier(definitie, ingevuld(soort.inrichting)), definitie)


@cache
def _lezer(model: str) -> Lezer:
    return Lezer(model_van(model).formulieren)


def als_word(geval: Geval, deel: Deel) -> bytes:
    """Return one form of a dossier as a Word file."""
    if deel.soort == "geweigerd":
        return _KAPOT
    nummer = geval.nummer if deel.dossier is None else deel.dossier
    return _vuller(geval.model, deel.formulier).vul(waarden_van(model_van(geval.model), deel), nummer, deel.cyclus)


def door_word(geval: Geval) -> list[Bestand]:
    """Fill every form of a dossier in Word, and read it back."""
    lezer = _lezer(geval.model)
    return [
        lezer.lees_inhoud(Path(pad_van(geval, nr, deel)), als_word(geval, deel))
        for nr, deel in enumerate(geval.delen, 1)
    ]


def kan_in_word(geval: Geval) -> bool:
    """True when a file can hold this: no answers that only an old form has, no other version."""
    return not any(deel.erbij or deel.versie for deel in geval.delen)

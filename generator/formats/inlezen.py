"""What reading has in common in every format: which plan to read with, and the record that comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from generator.formats.herkenning import NAMEN, Herkenning
from generator.formats.leesplan import Leesplan
from generator.formats.veilig import Geweigerd
from generator.formats.verzamelaar import Verzamelaar
from generator.model import Formulier, Invulling

GENOEG = 0.6
"""A form without identity is known by its questions when at least this share of them is there."""
_GETAL = re.compile(r"[0-9]{1,4}")
# As the form itself asks for (formulieren/_kop.yaml).
_HOOGSTE_CYCLUS = 99


class Plannen(Protocol):
    """The forms of an organisation, ready for reading."""

    formulieren: Mapping[str, Formulier]

    def plan(self, sleutel: str) -> Leesplan:
        """Return the plan of one form."""

    def plan_bij(self, sleutel: str, versie: str, organisatie: str) -> Leesplan:
        """Return the plan of the version that a form was made with."""

    @property
    def plannen(self) -> Mapping[str, Leesplan]:
        """All plans."""


def kies_plan(herkenning: Herkenning, plannen: Plannen, score: Callable[[Leesplan], float]) -> Leesplan:
    """Return the plan to read a file with: of the form that it says it is, else the one whose questions it has.

    *score* tells which share of the questions of a plan stands in the file (0 to 1). Raises `Geweigerd`: L46
    when it looks like no form at all, L50 when it is one that this organisation doesn't use.
    """
    wie = herkenning.identiteit
    sleutel = wie.formulier or _raad(plannen, score)
    if sleutel not in plannen.formulieren:
        raise Geweigerd("L50", formulier=sleutel)
    return plannen.plan_bij(sleutel, wie.versie, wie.organisatie)


def _raad(plannen: Plannen, score: Callable[[Leesplan], float]) -> str:
    scores = {sleutel: score(plan) for sleutel, plan in plannen.plannen.items()}
    beste = max(scores, key=scores.__getitem__, default="")
    if scores.get(beste, 0) < GENOEG:
        raise Geweigerd("L46")
    return beste


def maak_invulling(uit: Verzamelaar, herkenning: Herkenning, sha256: str = "") -> Invulling:
    """Return the record of a form that was read, with what is odd about it as reading messages.

    Settles the dossier and the cycle: what a person sees in the kop goes before what is hidden.
    """
    uit.meld_verloren()
    _meld_herkenning(uit, herkenning)
    wie = herkenning.identiteit
    zichtbaar = str(uit.waarden.get("dossier_nr") or "").strip()
    if zichtbaar and wie.dossier and zichtbaar.casefold() != wie.dossier.casefold():
        uit.meld("L23", "dossier_nr", verborgen=wie.dossier)
    return Invulling(
        formulier=uit.plan.formulier.sleutel,
        versie=wie.versie,
        organisatie=wie.organisatie,
        dossier=zichtbaar or wie.dossier,
        cyclus=_cyclus(uit.waarden.get("cyclus_nr"), wie.cyclus),
        bestand=uit.bestand,
        formaat=uit.formaat,
        waarden=_op_volgorde(uit),
        antwoorden=tuple(uit.antwoorden),
        niet_gevonden=tuple(uit.niet_gevonden),
        meldingen=tuple(uit.meldingen),
        uitgangsmodel=wie.uitgangsmodel,
        handleiding=wie.handleiding,
        sha256=sha256,
        routes=uit.routes,
    )


def _cyclus(zichtbaar: Any, verborgen: str) -> int | None:
    """Return the number of the cycle; what can't be one stays as answer (L18), but nothing is counted by it."""
    getal = zichtbaar if isinstance(zichtbaar, int) else int(verborgen) if _GETAL.fullmatch(verborgen) else 0
    return getal if 1 <= getal <= _HOOGSTE_CYCLUS else None


def _op_volgorde(uit: Verzamelaar) -> dict[str, Any]:
    """Return the values in the order of the form, whatever order they were found in."""
    volgorde = [veld.sleutel for veld in uit.plan.formulier.velden]
    return {sleutel: uit.waarden[sleutel] for sleutel in volgorde if sleutel in uit.waarden}


def _meld_herkenning(uit: Verzamelaar, herkenning: Herkenning) -> None:
    if not herkenning.identiteit.formulier:
        uit.meld("L22", "", formulier=uit.plan.formulier.titel)
    if not herkenning.regel_klopt:
        uit.meld("L21", "")
    for naam, waarden in sorted(herkenning.tegenspraak.items()):
        gekozen = getattr(herkenning.identiteit, naam)
        uit.meld("L20", "", wat=NAMEN[naam], waarden=" en ".join(waarden), gekozen=gekozen)

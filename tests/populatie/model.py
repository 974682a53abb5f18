"""The records of an invented population, and what is looked up once per starting model."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from generator.checks.blik import Kader
from generator.checks.uitvoeren import maak_kader
from generator.formulier import formulieren_van, opzoeker_inrichting
from generator.inrichting import lees_inrichting
from generator.kalender import Kalender
from generator.model import Besluit, Bestand, Fase, Formulier, Inrichting, Invulling, Melding
from generator.veldsoorten import normaliseer_antwoorden
from generator.voorwaarde import Opzoeker

PEILDATUM = date(2026, 6, 17)
MODELLEN = ("opvang2004", "movisie2021", "leefhuis2022", "kr8jongeren")
HERSTART_5 = "movisie2021+5"
"""A variant of movisie2021 that goes back to the planning when the guidance goes on (`herstart_fase` 5)."""


@dataclass(slots=True)
class Deel:
    """One form of a dossier: its answers as in an answer file, or a file that can't be read."""

    formulier: str
    cyclus: int | None
    antwoorden: dict[str, Any]
    soort: str = "gelezen"
    dossier: str | None = None
    versie: str = ""
    kopie: int = 0
    erbij: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(slots=True)
class Geval:
    """An invented dossier with its truth: which findings it should get, by code and weight (``R15 fout``)."""

    nummer: str
    model: str
    route: str
    stadium: str
    peildatum: date
    delen: list[Deel]
    geboren: date
    naam: str
    cycli: int = 1
    verwacht: Counter[str] = field(default_factory=Counter)
    fouten: tuple[str, ...] = ()
    tot: date | None = None

    def kopie(self) -> Geval:
        """Return a copy that may be changed."""
        return copy.deepcopy(self)

    def van(self, formulier: str, cyclus: int | None = None) -> list[Deel]:
        """Return the forms of one kind."""
        return [d for d in self.delen if d.formulier == formulier and cyclus in (None, d.cyclus or 1)]

    def een(self, formulier: str, cyclus: int | None = None) -> dict[str, Any]:
        """Return the answers of the first form of one kind; an empty group when there is none."""
        return next((d.antwoorden for d in self.van(formulier, cyclus)), {})


@dataclass(frozen=True)
class Model:
    """A starting model with everything that is derived from it."""

    sleutel: str
    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    buiten: Opzoeker
    kalender: Kalender

    @property
    def gebieden(self) -> tuple[str, ...]:
        """The keys of the leefgebieden."""
        return tuple(gebied.sleutel for gebied in self.inrichting.leefgebieden)

    def heeft(self, formulier: str, veld: str = "") -> bool:
        """True when the organisation uses this form (with this field)."""
        definitie = self.formulieren.get(formulier)
        return definitie is not None and (not veld or definitie.veld(veld) is not None)

    def grens(self, naam: str, anders: int) -> int:
        """Return a threshold, or something else when it is ``uit``."""
        grens = self.inrichting.parameters.grens(naam)
        return anders if grens is None else grens

    def besluit(self, fase: str, uitkomst: str) -> bool:
        """True when the organisation knows this outcome."""
        return any(b.uitkomst == uitkomst for b in self.inrichting.fase(fase).besluiten)


@cache
def model_van(sleutel: str) -> Model:
    """Read a starting model and tailor its forms, once."""
    inrichting = lees_inrichting(sleutel.partition("+")[0])
    if sleutel.endswith("+5"):
        inrichting = _herstart_bij_planning(inrichting)
    kalender = Kalender.van(inrichting.organisatie.sluitingsdagen)
    return Model(sleutel, inrichting, formulieren_van(inrichting), opzoeker_inrichting(inrichting), kalender)


def _herstart_bij_planning(inrichting: Inrichting) -> Inrichting:
    def fase_met(fase: Fase) -> Fase:
        return replace(fase, besluiten=tuple(besluit_met(b) for b in fase.besluiten))

    def besluit_met(besluit: Besluit) -> Besluit:
        return replace(besluit, vervolg="planning") if besluit.vervolg == "analyse" else besluit

    return replace(
        inrichting,
        parameters=replace(inrichting.parameters, herstart_fase=5),
        fasen=tuple(fase_met(fase) for fase in inrichting.fasen),
    )


@cache
def kader_van(sleutel: str, peildatum: date) -> Kader:
    """Return what the rules know of an organisation on a day."""
    model = model_van(sleutel)
    return maak_kader(model.inrichting, peildatum, model.formulieren)


def pad_van(geval: Geval, nr: int, deel: Deel) -> str:
    """Return how the file of a form is called: one folder per dossier."""
    cyclus = f"_c{deel.cyclus}" if deel.cyclus else ""
    kopie = f"_kopie{deel.kopie}" if deel.kopie else ""
    return f"{geval.nummer}/{nr:02d}_{deel.formulier}{cyclus}{kopie}.docx"


def waarden_van(model: Model, deel: Deel) -> dict[str, Any]:
    """Return the regular answers of a form; an answer that doesn't fit the form is a mistake of this generator."""
    waarden, fouten = normaliseer_antwoorden(model.formulieren[deel.formulier], deel.antwoorden)
    assert not fouten, (deel.formulier, fouten)
    for veld, groep in deel.erbij.items():  # what an answer file can't hold, and an old form can
        waarden[veld] = {**waarden.get(veld, {}), **groep}
    return waarden


def bestanden_van(geval: Geval) -> list[Bestand]:
    """Return the forms of a dossier as if they were read from files."""
    model = model_van(geval.model)
    return [_bestand(geval, model, nr, deel) for nr, deel in enumerate(geval.delen, 1)]


def _bestand(geval: Geval, model: Model, nr: int, deel: Deel) -> Bestand:
    pad = pad_van(geval, nr, deel)
    if deel.soort == "geweigerd":
        return Bestand(pad=pad, status="geweigerd", reden="Dit bestand is beschadigd.", code="L41")
    meldingen: tuple[Melding, ...] = ()
    formulier = model.formulieren[deel.formulier]
    invulling = Invulling(
        formulier=deel.formulier,
        versie=deel.versie or formulier.versie,
        organisatie=model.inrichting.organisatie.naam,
        dossier=geval.nummer if deel.dossier is None else deel.dossier,
        cyclus=deel.cyclus,
        bestand=pad,
        formaat="word",
        waarden=waarden_van(model, deel),
        meldingen=meldingen,
    )
    return Bestand(pad=pad, status="gelezen", formaat="word", invulling=invulling)

"""Grouping forms into dossiers, their order, and where each dossier stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import kleindossier
import pytest
from kleindossier import PEILDATUM, WEG, antwoorden, bestand

from generator.dossier import STANDEN, dossiersleutel, maak_dossiers
from generator.model import Dossier, Invulling

UIT = "checklist_uitstroom"
LATER = ("persoonsbeschrijving", "begeleidingsplan", "evaluatie", "checklist_uitstroom")
NA_START = dict.fromkeys(LATER, WEG)
NA_INTAKE = {**NA_START, "toestemming": WEG, "checklist_opstart": WEG}
NA_AANMELDING = {**NA_INTAKE, "intake": WEG}


def invullingen(wijzig: Mapping[str, Any]) -> list[Invulling]:
    delen = [bestand(naam, gegeven).invulling for naam, gegeven in antwoorden(**wijzig).items()]
    return [deel for deel in delen if deel is not None]


def maak(delen: list[Invulling], peildatum: date = PEILDATUM) -> tuple[Dossier, ...]:
    return maak_dossiers(delen, kleindossier.inrichting(), peildatum, kleindossier.formulieren())


@pytest.mark.parametrize(
    ("stand", "fase", "wijzig"),
    [
        ("aangemeld", "aanmelding", {**NA_AANMELDING, "aanmelding.besluit": WEG}),
        ("wacht_op_intake", "aanmelding", NA_AANMELDING),
        ("spoedopname", "aanmelding", {**NA_AANMELDING, "aanmelding.besluit": "spoed"}),
        ("doorverwezen", "aanmelding", {**NA_AANMELDING, "aanmelding.besluit": "doorverwijzing"}),
        ("intake_loopt", "intake", {**NA_INTAKE, "intake.besluit": WEG}),
        ("intake_afgerond", "intake", NA_INTAKE),
        ("wachtlijst", "intake", {**NA_INTAKE, "intake.besluit": "wachtlijst"}),
        ("afgewezen", "intake", {**NA_INTAKE, "intake.besluit": "afwijzing"}),
        ("proef", "opstart", {**NA_START, "intake.besluit": "proef"}),
        ("gestart", "opstart", NA_START),
        ("kern", "uitvoering", {"evaluatie": WEG, "checklist_uitstroom": WEG}),
        ("voortgezet", "evaluatie", {"checklist_uitstroom": WEG, "evaluatie.besluit": "voortzetten"}),
        ("uitstroom", "evaluatie", {"checklist_uitstroom": WEG}),
        ("uitstroom", "uitstroom", {"checklist_uitstroom.vertrekdatum": "2026-09-01"}),
        (
            "uitzetting",
            "uitstroom",
            {"checklist_uitstroom.vertrekdatum": WEG, "checklist_uitstroom.uitstroomsoort": "uitzetting"},
        ),
        (
            "uitstroom",
            "uitstroom",
            {"checklist_uitstroom.vertrekdatum": WEG, "checklist_uitstroom.uitstroomsoort": "overlijden"},
        ),
        ("gesloten", "uitstroom", {}),
    ],
)
def test_stand(stand: str, fase: str, wijzig: dict[str, Any]) -> None:
    (dossier,) = maak(invullingen(wijzig))
    assert (dossier.stand, dossier.fase, dossier.cyclus) == (stand, fase, 1)
    assert stand in STANDEN


def test_volgorde_is_fase_cyclus_datum() -> None:
    delen = invullingen(
        {"persoonsbeschrijving@2.datum_pb": "2026-05-05", "begeleidingsplan@2.plan_datum": "2026-05-06"}
    )
    (dossier,) = maak(delen[::-1])
    pb, plan, evaluatie = "persoonsbeschrijving", "begeleidingsplan", "evaluatie"
    kern = [(deel.formulier, deel.cyclus) for deel in dossier.invullingen if deel.formulier in (pb, plan, evaluatie)]
    assert kern == [(pb, 1), (plan, 1), (evaluatie, 1), (pb, 2), (plan, 2)]
    assert dossier.invullingen[0].formulier == "aanmelding"
    assert dossier.invullingen[-1].formulier == "checklist_uitstroom"
    assert dossier.cyclus == 2


def test_nummers_die_op_hetzelfde_neerkomen() -> None:
    delen = invullingen({})
    anders = ["D-0001", "d-0001", " D - 0001 ", "D–0001"]
    delen = [replace(deel, dossier=anders[nr % len(anders)]) for nr, deel in enumerate(delen)]
    assert [dossier.nummer for dossier in maak(delen)] == ["D-0001"]
    assert dossiersleutel("D-1") != dossiersleutel("D-11")


def test_zonder_nummer_hoort_het_nergens_bij() -> None:
    assert maak([replace(deel, dossier=" ") for deel in invullingen({})]) == ()

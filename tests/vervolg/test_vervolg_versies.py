"""Forms of an earlier version: their answers go along under today's keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from test_oude_versies import FIETS, PEILDATUM, Huis, plan, vandaag

from generator.batch import Grenzen
from generator.commandos.vervolg import maak
from generator.formats import Lezer
from generator.formulier import formulieren_van
from generator.opdrachten import verleden_van
from generator.vervolg import Vervolgopdracht, Vervolguitslag


@pytest.fixture
def huis(tmp_path: Path) -> Huis:
    """An organisation whose plan of then is not its plan of today: two leefgebieden became one, choices changed."""
    huis = Huis(tmp_path)
    oud = plan({"wonen": "Een eigen kamer", "financien": "Geen schulden"}, reis="bus", bewind="Mevrouw Smit")
    huis.vul(huis.maak("1"), "oud", oud)
    huis.schrijf(vandaag(huis.inrichting))
    return huis


def vervolg(huis: Huis, *sleutels: str) -> Vervolguitslag:
    opdracht = Vervolgopdracht(
        paden=(huis.terug,), inrichting=str(huis.thuis), naar=huis.map_ / "uit", peildatum=PEILDATUM,
        sleutels=sleutels, grenzen=Grenzen(werkers=1), verleden=verleden_van(str(huis.thuis)), thuis=huis.thuis,
    )  # fmt: skip
    return maak(opdracht)


def waarden(huis: Huis, pad: Path) -> dict[str, Any]:
    invulling = Lezer(formulieren_van(huis.inrichting)).lees(pad).invulling
    assert invulling is not None
    assert invulling.meldingen == ()
    return dict(invulling.waarden)


def test_een_plan_van_toen_wordt_een_plan_van_nu(huis: Huis) -> None:
    (dossier,) = vervolg(huis, "begeleidingsplan").dossiers
    (deel,) = dossier.gemaakt
    nieuw = waarden(huis, deel.pad)
    assert nieuw["gewenste_situatie"] == {"thuis": "Een eigen kamer\nGeen schulden"}
    assert [rij["leefgebied"] for rij in nieuw["doelen"]] == ["thuis"]
    assert {rij["leefgebied"] for rij in nieuw["keuze"]} == {"thuis"}
    assert nieuw["client_naam"] == "Jip"
    assert "bewind" not in nieuw


def test_het_volgende_formulier_is_van_vandaag_en_die_versie_wordt_bewaard(huis: Huis) -> None:
    (dossier,) = vervolg(huis).dossiers
    (deel,) = dossier.gemaakt
    assert waarden(huis, deel.pad)["per_doel"] == ({"doel_nr": 1},)
    assert list((huis.thuis / "versies").glob("evaluatie*"))


def test_een_keuze_van_toen_die_weg_is_wordt_genoemd(huis: Huis) -> None:
    """A leefgebied that has no place any more stays out; the goal itself goes along."""
    over = tuple(gebied for gebied in huis.inrichting.leefgebieden if gebied.sleutel != "thuis")
    huis.schrijf(replace(huis.inrichting, leefgebieden=over))
    (dossier,) = vervolg(huis, "begeleidingsplan").dossiers
    (deel,) = dossier.gemaakt
    nieuw = waarden(huis, deel.pad)
    assert nieuw["doelen"] == ({"doel_nr": 1, "doel": "Ik heb een eigen kamer."},)
    assert [
        zin for zin in deel.opmerkingen if zin.startswith("‘Leefgebied’ bij ‘Doelen voor deze periode’: deze keuze")
    ]
    assert FIETS.sleutel not in str(deel.opmerkingen)
    assert date(2026, 1, 2) not in nieuw.values()

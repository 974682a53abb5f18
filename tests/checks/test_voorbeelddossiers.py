"""The invented dossiers P1, P2, P5 and P6 against the real forms (domein.md 4.9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator import content
from generator.checks import controleer
from generator.model import Bestand, Formulier, Inrichting, Invulling
from generator.opdrachten import lees_antwoordbestand, regelmatige_antwoorden

VERWACHT = {"P1": [], "P2": [], "P5": ["R11", "R30"], "P6": ["R09", "R41"]}
# What nobody did, months later: P5 was never evaluated, P6 has no plan for its second cycle.
UITGEBLEVEN = {"P5": ["R74"], "P6": ["R43"]}


def als_gelezen(pad: Path, formulieren: Mapping[str, Formulier]) -> Bestand:
    gegeven = lees_antwoordbestand(pad)
    formulier = formulieren[gegeven.formulier]
    invulling = Invulling(
        formulier=formulier.sleutel,
        versie=formulier.versie,
        organisatie="",
        dossier=gegeven.dossier,
        cyclus=gegeven.cyclus,
        bestand=str(pad),
        formaat="word",
        waarden=regelmatige_antwoorden(gegeven, formulier),
    )
    return Bestand(pad=str(pad), status="gelezen", invulling=invulling)


@pytest.mark.parametrize("peildatum", [date(2026, 9, 20), date(2027, 6, 1)])
@pytest.mark.parametrize("naam", sorted(VERWACHT))
def test_voorbeelddossier(naam: str, peildatum: date, opvang: Inrichting, formulieren: Mapping[str, Formulier]) -> None:
    paden = sorted((content.voorbeelden() / naam).glob("*.yaml"))
    assert paden
    rapport = controleer([als_gelezen(pad, formulieren) for pad in paden], opvang, peildatum, formulieren=formulieren)
    assert sorted(bevinding.code for bevinding in rapport.bevindingen) == sorted(
        [*VERWACHT[naam], *(UITGEBLEVEN.get(naam, []) if peildatum.year == 2027 else [])]
    )


def test_geen_formulier_alleen_geeft_een_vals_alarm(opvang: Inrichting, formulieren: Mapping[str, Formulier]) -> None:
    """Each form of the faultless dossiers by itself: only what misses the others may strike, and that it still runs."""
    missen = {"R29", "R30", "R31", "R34", "R38", "R43", "R46", "R51", "R74"}
    for naam in ("P1", "P2"):
        for pad in sorted((content.voorbeelden() / naam).glob("*.yaml")):
            rapport = controleer([als_gelezen(pad, formulieren)], opvang, date(2026, 9, 20), formulieren=formulieren)
            assert {bevinding.code for bevinding in rapport.bevindingen} <= missen, pad

"""Dossiers are judged together, rule by rule: nobody may notice."""

from __future__ import annotations

from dataclasses import replace

import kleindossier
import pytest
from kleindossier import PEILDATUM, WEG, antwoorden, formulieren, inrichting

from generator.checks import controleer, uitvoeren
from generator.checks.eenmalig import eenmalig
from generator.checks.partij import zonder_dubbele
from generator.model import Bestand, Invulling, Onleesbaar, Rapport


def _dossier(nummer: str, **wijzig: object) -> list[Bestand]:
    bestanden = []
    for naam, gegeven in antwoorden(**wijzig).items():
        deel = kleindossier.bestand(naam, gegeven).invulling
        assert deel is not None
        # One file for all forms: then only their turn tells findings of one rule apart.
        deel = replace(deel, dossier=nummer, bestand="alles.csv", waarden={**deel.waarden, "dossier_nr": nummer})
        bestanden.append(Bestand(pad=f"{nummer}/{naam}", status="gelezen", invulling=deel))
    return bestanden


def _rapport() -> Rapport:
    leeg = {"aanmelding.hulpvraag": WEG, "begeleidingsplan.einddoel": WEG}
    bestanden = [b for nr in range(7) for b in _dossier(f"D-{nr}", **(leeg if nr % 2 else {"intake.besluit": "ooit"}))]
    vreemd = bestanden[3].invulling
    assert vreemd is not None
    onleesbaar = replace(vreemd, waarden={**vreemd.waarden, "datum_ingevuld": Onleesbaar("x", "?")})
    bestanden += [replace(bestanden[3], invulling=onleesbaar), bestanden[5]]
    return controleer(bestanden, inrichting(), PEILDATUM, formulieren=formulieren())


@pytest.mark.parametrize("samen", [2, 3, 100])
def test_hoeveel_dossiers_samen_maakt_niet_uit(samen: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uitvoeren, "_STAPEL", 1)
    een_voor_een = _rapport()
    assert {b.code for b in een_voor_een.bevindingen} >= {"R01", "R03", "R08", "R70"}
    monkeypatch.setattr(uitvoeren, "_STAPEL", samen)
    assert _rapport() == een_voor_een


def _memo(bestand: str, **waarden: object) -> Invulling:
    return Invulling(formulier="memo", versie="1", organisatie="", dossier="D-1", cyclus=1, bestand=bestand,
                     formaat="word", waarden=waarden)  # fmt: skip


def test_dubbel_is_wat_helemaal_hetzelfde_zegt() -> None:
    een, zelfde = (_memo(naam, datum_tijd=PEILDATUM, tekst="Belde.") for naam in ("a", "b"))
    geschreven = _memo("c", datum_tijd=PEILDATUM.isoformat(), tekst="Belde.")
    ander, meer = (
        _memo("d", datum_tijd=PEILDATUM, tekst="Kwam."),
        _memo("e", datum_tijd=PEILDATUM, tekst="Belde.", wie="S"),
    )
    later = _memo("f", datum_tijd=PEILDATUM.replace(year=2027), tekst="Belde.")
    alle = (een, zelfde, geschreven, ander, meer, later)
    assert zonder_dubbele(alle) == (een, ander, meer, later)


def test_eenmalig_wordt_een_keer_uitgerekend() -> None:
    keren = []

    class Ding:
        @eenmalig
        def antwoord(self) -> int:
            """Count."""
            keren.append(1)
            return len(keren)

    ding = Ding()
    assert (ding.antwoord, ding.antwoord, Ding().antwoord) == (1, 1, 2)
    assert Ding.antwoord.__doc__ == "Count."

"""What the rules about deadlines and durations share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.checks.blik import DossierBlik, FormulierBlik, Kader, eenmaal
from generator.checks.regel import Overslaan, Plek, Treffer, Uitkomst
from generator.dossier import HOOFDDATUM
from generator.kalender import Kalender
from generator.model import Invulling, Termijnstand, Verloop
from generator.verloop import dubbel_genummerd, kerncycli

ALLEEN_ALS_HET_ER_NIET_IS = ("intake", "proef", "evaluatie", "algemene_evaluatie", "nieuwe_cyclus")
"""Of these deadlines only what is still missing is a finding; what came late is there now."""


def te_late(verloop: Verloop, peildatum: date, soort: str) -> list[Termijnstand]:
    """Return the deadlines of one kind that a rule speaks of: their last day has passed, unmet or met too late."""
    alle = [termijn for termijn in verloop.termijnen if termijn.soort == soort and termijn.te_laat(peildatum)]
    return [t for t in alle if soort not in ALLEEN_ALS_HET_ER_NIET_IS or not gehaald(t, peildatum)]


@eenmaal
def _soorten_te_laat(blik: DossierBlik) -> Mapping[str, list[Termijnstand]]:
    """Return kind → its deadlines that a rule speaks of; a dozen rules ask, and most dossiers have none."""
    verloop, peildatum = blik.dossier.verloop, blik.kader.peildatum
    soorten = dict.fromkeys(termijn.soort for termijn in verloop.termijnen if termijn.te_laat(peildatum))
    return {soort: te_late(verloop, peildatum, soort) for soort in soorten}


def te_laat_in(blik: DossierBlik, soort: str) -> Sequence[Termijnstand]:
    """Return `te_late` for the course of a dossier."""
    return _soorten_te_laat(blik).get(soort, ())


@eenmaal
def dubbele(blik: DossierBlik) -> tuple[Invulling, ...]:
    """Return the forms of a new round that carry the number of the round before it."""
    return dubbel_genummerd(blik.dossier.invullingen, blik.dossier.verloop)


@eenmaal
def cycli_van(blik: DossierBlik) -> tuple[int, ...]:
    """Return the cycle numbers of the beschrijvingen, plans and evaluaties, in order."""
    return kerncycli(blik.dossier.invullingen)


def gehaald(termijn: Termijnstand, peildatum: date) -> bool:
    """True when it was met, in time or too late."""
    return termijn.gedaan is not None and termijn.gedaan <= peildatum


def gemist(blik: DossierBlik, treffer: Treffer) -> Uitkomst:
    """Return a finding about something that is missing, unless it may be in a file that could not be read."""
    if blik.geweigerd:
        return Overslaan("onleesbaar_bestand", {"bestanden": ", ".join(blik.geweigerd)})
    return treffer


def eerste_onzekere(delen: Iterable[FormulierBlik], *velden: str) -> Overslaan | None:
    """Return why these forms can't be judged: one of the fields is lost or unreadable."""
    return next((reden for deel in delen if (reden := deel.onzeker(velden))), None)


def kalender_van(kader: Kader) -> Kalender:
    """Return the working days of the organisation."""
    return kader.kalender


def aantal(getal: int, een: str = "dag", meer: str = "dagen") -> str:
    """Return ``1 dag`` or ``8 dagen``."""
    return f"{getal} {een if getal == 1 else meer}"


def besluitnaam(kader: Kader, fase: str, uitkomst: str) -> str:
    """Return ``‘Proefopname’``: a decision as the organisation calls it."""
    namen = {besluit.uitkomst: besluit.naam for besluit in kader.inrichting.fase(fase).besluiten}
    return f"‘{namen.get(uitkomst, uitkomst)}’"


def plek(deel: Invulling, veld: str = "") -> Plek:
    """Return where a form says what day it is about, or another field of it."""
    return Plek(deel, veld or HOOFDDATUM.get(deel.formulier, ""))


def feiten_van(blik: DossierBlik, termijn: Termijnstand) -> dict[str, Any]:
    """Return what every message about a deadline may name."""
    # What is said to happen later did not happen yet: the days run until now.
    tot = min(termijn.gedaan or blik.kader.peildatum, blik.kader.peildatum)
    return {
        "vanaf": termijn.vanaf,
        "uiterlijk": termijn.uiterlijk,
        "datum": tot,
        "dagen": aantal((tot - termijn.vanaf).days),
        "grens": aantal((termijn.uiterlijk - termijn.vanaf).days),
        "veld": blik.kader.label(termijn.formulier, termijn.veld),
        "bronveld": blik.kader.label(termijn.bron.formulier, termijn.bronveld),
        "gevraagd": blik.kader.titel(termijn.formulier),
        "van_cyclus": blik.van_cyclus(termijn.cyclus) if termijn.cyclus else "",
    }


def op_tijd(blik: DossierBlik, soort: str) -> Iterator[Uitkomst]:
    """Yield what is to be said of a form that came too late, or is not there after its last day."""
    for termijn in te_laat_in(blik, soort):
        if blik.cyclus not in (0, termijn.cyclus):
            continue
        bron = plek(termijn.bron, termijn.bronveld)
        feiten = feiten_van(blik, termijn) | {"vorig": blik.kader.titel(termijn.bron.formulier)}
        if gehaald(termijn, blik.kader.peildatum) and termijn.antwoord is not None:
            yield Treffer("te_laat", (plek(termijn.antwoord, termijn.veld), bron), feiten)
        else:
            yield gemist(blik, Treffer("ontbreekt", (bron,), feiten))

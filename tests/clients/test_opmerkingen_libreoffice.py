"""Copies with comments opened in LibreOffice: the comments are at the right answers, and the answers stay.

Also for forms that LibreOffice itself saved before: 7.4 drops the tags, so that a field is found by its bookmark, or
after a detour through .doc by its label.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from clientantwoorden import CYCLUS, DOSSIER, antwoorden_voor
from libreoffice_client import LibreOffice
from lxml import etree

from generator.formats import Lezer
from generator.formats.opmerking import Opmerking
from generator.formats.word import maak_formulier, vul
from generator.formats.word.namen import OPMERKER
from generator.formats.word.opmerkingen import INITIALEN, zet_opmerkingen
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Invulling

pytestmark = [pytest.mark.client, pytest.mark.traag]

INRICHTING = lees_inrichting("opvang2004")
FORMULIEREN = formulieren_van(INRICHTING)
SLEUTELS = ("aanmelding", "begeleidingsplan", "persoonsbeschrijving", "evaluatie", "exit")
DAG = date(2026, 11, 21)
# What LibreOffice did with the form before it got its comments.
EERST = ("niets", "docx", "odt", "doc")


@dataclass
class Werk:
    """What LibreOffice made: forms saved by it, and copies with comments opened and saved again."""

    map: Path
    gezien: Mapping[tuple[str, str], list[dict[str, Any]]]
    lezer: Lezer

    def inhoud(self, naam: str) -> bytes:
        return (self.map / naam).read_bytes()

    def lees(self, naam: str) -> Invulling:
        return self.lees_inhoud(self.inhoud(naam))

    def lees_inhoud(self, inhoud: bytes) -> Invulling:
        """Return what a file says, whatever it is called."""
        bestand = self.lezer.lees_inhoud(Path("terug.docx"), inhoud)
        assert bestand.invulling is not None, bestand.reden
        return replace(bestand.invulling, sha256="")


@pytest.fixture(scope="module")
def werk(libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> Werk:
    """Every form as it was, and saved by LibreOffice; then with a comment at each answer, opened and saved."""
    map_, teksten, lezer = tmp_path_factory.mktemp("opmerkingen"), ingevuld(INRICHTING), Lezer(FORMULIEREN)
    for sleutel in SLEUTELS:
        formulier = FORMULIEREN[sleutel]
        vol = vul(maak_formulier(formulier, teksten), formulier, antwoorden_voor(formulier), DOSSIER, CYCLUS)
        (map_ / f"{sleutel}-niets.docx").write_bytes(vol)
    taken = [
        {"blanco": str(map_ / f"{s}-niets.docx"), "uit": {r: str(map_ / f"{s}-{r}.docx") for r in EERST[1:]}}
        for s in SLEUTELS
    ]
    libreoffice.doe(taken)
    gevallen = [(sleutel, eerst) for sleutel in SLEUTELS for eerst in EERST]
    for sleutel, eerst in gevallen:
        inhoud = (map_ / f"{sleutel}-{eerst}.docx").read_bytes()
        gelezen = lezer.lees_inhoud(Path("x.docx"), inhoud).invulling
        assert gelezen is not None
        delen = [Opmerking(sleutel=naam, alineas=(naam,), zoals_gelezen=True) for naam in te_merken(gelezen)]
        (map_ / f"{sleutel}-{eerst}-kopie.docx").write_bytes(zet_opmerkingen(inhoud, lezer.plan(sleutel), delen, DAG))
    openen = [
        {"open": str(map_ / f"{s}-{e}-kopie.docx"), "bewaar": str(map_ / f"{s}-{e}-terug.docx")} for s, e in gevallen
    ]
    gezien = libreoffice.doe(openen, "uno_opmerkingen.py")["documenten"]
    return Werk(map_, dict(zip(gevallen, gezien, strict=True)), lezer)


def te_merken(gelezen: Invulling) -> dict[str, str]:
    """Return the answers that stand at one place in so many words: key → text."""
    gedrukt = {"voorgedrukt"}
    bladen = {k.sleutel for f in FORMULIEREN.values() for v in f.velden for k in v.kolommen if k.soort in gedrukt}
    return {
        antwoord.sleutel: antwoord.ruw
        for antwoord in gelezen.antwoorden
        if not isinstance(antwoord.waarde, tuple) and antwoord.sleutel.rpartition(".")[2] not in bladen
    }


def gevallen() -> pytest.MarkDecorator:
    alle = [(sleutel, eerst) for sleutel in SLEUTELS for eerst in EERST]
    return pytest.mark.parametrize(("sleutel", "eerst"), alle, ids=["-".join(geval) for geval in alle])


@gevallen()
def test_comments_are_at_the_right_answers(werk: Werk, sleutel: str, eerst: str) -> None:
    verwacht = te_merken(werk.lees(f"{sleutel}-{eerst}.docx"))
    gezien = werk.gezien[sleutel, eerst]
    assert len(verwacht) > 5
    assert {deel["tekst"] for deel in gezien} == set(verwacht)
    assert {deel["tekst"]: _plat(deel["bij"]) for deel in gezien} == {n: _plat(t) for n, t in verwacht.items()}
    assert {(deel["auteur"], deel["initialen"]) for deel in gezien} == {(OPMERKER, INITIALEN)}
    assert {tuple(deel["datum"]) for deel in gezien} == {(DAG.year, DAG.month, DAG.day)}


def _plat(tekst: str) -> str:
    return "".join(tekst.split())


@gevallen()
def test_answers_stay_with_comments_in_the_margin(werk: Werk, sleutel: str, eerst: str) -> None:
    assert werk.lees(f"{sleutel}-{eerst}-kopie.docx") == werk.lees(f"{sleutel}-{eerst}.docx")


@gevallen()
def test_answers_stay_after_saving(werk: Werk, sleutel: str, eerst: str) -> None:
    """Saving the copy does to the form what saving the form itself does, and no more; comments are no answers."""
    zonder = werk.lees(f"{sleutel}-{eerst}.docx") if eerst != "niets" else werk.lees(f"{sleutel}-docx.docx")
    terug = werk.lees(f"{sleutel}-{eerst}-terug.docx")
    assert terug.waarden == zonder.waarden
    assert "L16" not in {melding.code for melding in terug.meldingen}
    assert terug.niet_gevonden == ()


@gevallen()
def test_second_round_after_saving(werk: Werk, sleutel: str, eerst: str) -> None:
    """Our comments are known again after LibreOffice saved them, and make room."""
    inhoud = werk.inhoud(f"{sleutel}-{eerst}-terug.docx")
    delen = [Opmerking(sleutel="", alineas=("nieuw",))]
    nieuw = zet_opmerkingen(inhoud, werk.lezer.plan(sleutel), delen, DAG)
    with zipfile.ZipFile(io.BytesIO(nieuw)) as pakket:
        lijst = etree.fromstring(pakket.read("word/comments.xml"))
    assert ["".join(map(str, deel.itertext())) for deel in lijst] == ["nieuw"]
    assert werk.lees_inhoud(nieuw) == werk.lees_inhoud(inhoud)

"""Every form filled in LibreOffice as a person does, saved four ways, and read back.

LibreOffice 7 deletes line ends inside plain-text controls; that is the only thing that may
be lost, and the reader has to report it (L11).  Which routes the reader needs depends on
the version: 7.4 drops the tags, 25.2 keeps them in docx and odt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from clientantwoorden import CYCLUS, DOSSIER, antwoorden_voor, te_typen, vergelijk
from libreoffice_client import ROUTES, LibreOffice, taak, versie_van

from generator.formats import LEESMELDINGEN, Lezer
from generator.formats.identiteit import lees_regel
from generator.formats.word import maak_formulier, vul
from generator.formats.word.document import WordDocument
from generator.formats.word.inlezen import herken_word
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Ernst, Formulier, Invulling

pytestmark = [pytest.mark.client, pytest.mark.traag]

INRICHTING = lees_inrichting("opvang2004")
FORMULIEREN = formulieren_van(INRICHTING)
MANIEREN = ("getypt", "bewaard")  # filled in LibreOffice; filled by `vul` and only opened and saved


@dataclass
class Werk:
    """What LibreOffice made."""

    versie: tuple[int, int]
    map: Path
    blancos: Mapping[str, bytes]
    waarden: Mapping[str, Mapping[str, Any]]
    gedaan: Mapping[str, Mapping[str, Any]]
    lezer: Lezer

    def pad(self, sleutel: str, manier: str, route: str) -> Path:
        return self.map / f"{sleutel}-{manier}-{route}.docx"

    def lees(self, sleutel: str, manier: str, route: str) -> Invulling:
        bestand = self.lezer.lees(self.pad(sleutel, manier, route))
        assert bestand.invulling is not None, bestand.reden
        return bestand.invulling


@pytest.fixture(scope="session")
def werk(libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> Werk:
    """All forms, both ways, by all routes: one run of LibreOffice."""
    map_ = tmp_path_factory.mktemp("formulieren")
    inrichting = ingevuld(INRICHTING)
    blancos = {sleutel: maak_formulier(formulier, inrichting) for sleutel, formulier in FORMULIEREN.items()}
    waarden = {sleutel: antwoorden_voor(formulier) for sleutel, formulier in FORMULIEREN.items()}
    taken = []
    for sleutel, formulier in FORMULIEREN.items():
        (leeg := map_ / f"{sleutel}-getypt.docx").write_bytes(blancos[sleutel])
        taken.append(taak(leeg, te_typen(formulier, waarden[sleutel])))
        (vol := map_ / f"{sleutel}-bewaard.docx").write_bytes(
            vul(blancos[sleutel], formulier, waarden[sleutel], DOSSIER, CYCLUS)
        )
        taken.append(taak(vol))
    uit = libreoffice.doe(taken)
    namen = [Path(deel["blanco"]).stem for deel in taken]
    gedaan = dict(zip(namen, uit["documenten"], strict=True))
    return Werk(versie_van(uit), map_, blancos, waarden, gedaan, Lezer(FORMULIEREN))


def _alle() -> pytest.MarkDecorator:
    gevallen = [(s, m, r) for s in FORMULIEREN for m in MANIEREN for r in ROUTES]
    return pytest.mark.parametrize(
        ("sleutel", "manier", "route"), gevallen, ids=["-".join(geval) for geval in gevallen]
    )


@pytest.mark.parametrize("sleutel", FORMULIEREN)
def test_answers_touch_every_field(sleutel: str) -> None:
    formulier: Formulier = FORMULIEREN[sleutel]
    waarden = antwoorden_voor(formulier)
    assert {veld.sleutel for veld in formulier.velden} == set(waarden)
    for veld in formulier.velden:
        if veld.soort == "tabel":
            assert {cel for rij in waarden[veld.sleutel] for cel in rij} == {k.sleutel for k in veld.kolommen}


@pytest.mark.parametrize("sleutel", FORMULIEREN)
def test_screen_shows_what_was_typed(werk: Werk, sleutel: str) -> None:
    gedaan = werk.gedaan[f"{sleutel}-getypt"]
    assert gedaan["afwijkingen"] == []
    assert sum(gedaan["geteld"].values()) >= len(FORMULIEREN[sleutel].velden)


@_alle()
def test_values_come_back(werk: Werk, sleutel: str, manier: str, route: str) -> None:
    gelezen = werk.lees(sleutel, manier, route)
    goed, geplakt, fout = vergelijk(werk.waarden[sleutel], gelezen)
    assert fout == []
    assert gelezen.niet_gevonden == ()
    gemeld = {m.vindplaats.veld for m in gelezen.meldingen if m.code == "L11"}
    assert gemeld == set(geplakt)
    if werk.versie >= (24, 2):
        assert geplakt == []
    assert goed > len(geplakt)


@_alle()
def test_only_lost_line_ends_are_reported(werk: Werk, sleutel: str, manier: str, route: str) -> None:
    meldingen = werk.lees(sleutel, manier, route).meldingen
    assert {m.code for m in meldingen} <= {"L11"}
    assert not [m for m in meldingen if LEESMELDINGEN[m.code].ernst is Ernst.FOUT]


@_alle()
def test_routes(werk: Werk, sleutel: str, manier: str, route: str) -> None:
    gelezen = dict(werk.lees(sleutel, manier, route).routes)
    blanco = werk.lezer.lees_inhoud(Path("blanco.docx"), werk.blancos[sleutel]).invulling
    assert blanco is not None
    alle = sum(blanco.routes.values())
    assert blanco.routes == {"tag": alle}
    assert sum(gelezen.values()) == alle
    assert "naast het veld" not in gelezen
    if route in ("doc", "rtf") or werk.versie < (7, 5):
        assert "tag" not in gelezen
    elif werk.versie >= (24, 2):
        assert gelezen == {"tag": alle}
    if werk.versie < (7, 5) and route != "doc":  # only doc loses bookmarks
        assert gelezen == {"bladwijzer": alle}
    if route == "doc":
        assert set(gelezen) <= {"bladwijzer", "label"}
        assert gelezen["bladwijzer"] > 0


@_alle()
def test_identity_survives_in_all_three_places(werk: Werk, sleutel: str, manier: str, route: str) -> None:
    gelezen = werk.lees(sleutel, manier, route)
    kern = "cyclus_nr" in werk.waarden[sleutel]
    verborgen = manier == "bewaard"
    assert (gelezen.formulier, gelezen.versie) == (sleutel, FORMULIEREN[sleutel].versie)
    assert gelezen.dossier == (DOSSIER if "dossier_nr" in werk.waarden[sleutel] or verborgen else "")
    assert gelezen.cyclus == (CYCLUS if kern or verborgen else None)
    assert gelezen.organisatie == ingevuld(INRICHTING).organisatie.naam
    inhoud = werk.pad(sleutel, manier, route).read_bytes()
    herkenning, document = herken_word(inhoud), WordDocument(inhoud)
    assert herkenning.gevonden >= 3
    assert herkenning.regel_klopt
    assert herkenning.tegenspraak == {}
    eigen = document.eigenschappen()
    regels = [lees_regel(eigen.onderwerp), *map(lees_regel, document.voetteksten())]
    assert eigen.waarden["formulier"] == sleutel
    assert eigen.waarden.get("dossier", "") == (DOSSIER if verborgen else "")  # doc drops empty properties
    assert regels
    for regel in regels:
        assert regel is not None
        assert regel.klopt
        assert regel.identiteit.formulier == sleutel
        assert regel.identiteit.dossier == (DOSSIER if verborgen else "")


@pytest.mark.parametrize(("route", "code"), [("odt", "L47"), ("doc", "L40"), ("rtf", "L47")])
def test_other_formats_of_libreoffice_are_refused_with_a_remedy(werk: Werk, route: str, code: str) -> None:
    pad = werk.pad("exit", "getypt", route).with_suffix(f".{route}")
    bestand = werk.lezer.lees(pad)
    assert (bestand.status, bestand.code) == ("geweigerd", code)
    assert bestand.reden is not None
    assert "Word-document (.docx)" in bestand.reden

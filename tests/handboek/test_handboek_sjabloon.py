"""The Word template: what a house style may change, and what is said when it goes wrong."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from handleidinglezer import maak

from generator import content
from generator.handboek import Handboekfout
from generator.model import Inrichting


@pytest.fixture
def sjabloon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the template that a test may spoil."""
    kopie = tmp_path / "sjabloon.docx"
    kopie.write_bytes(content.woordsjabloon("handleiding.docx").read_bytes())
    eigenlijk = content.woordsjabloon
    monkeypatch.setattr(
        "generator.content.woordsjabloon", lambda naam: kopie if naam == "handleiding.docx" else eigenlijk(naam)
    )
    return kopie


def wijzig(pad: Path, deel: str, patroon: str, nieuw: str) -> None:
    with ZipFile(pad) as bron:
        delen = {naam: bron.read(naam) for naam in bron.namelist()}
    gewijzigd = re.sub(patroon, nieuw, delen[deel].decode())
    assert gewijzigd != delen[deel].decode()
    delen[deel] = gewijzigd.encode()
    with ZipFile(pad, "w", ZIP_DEFLATED) as doel:
        for naam, inhoud in delen.items():
            doel.writestr(naam, inhoud)


def test_een_nederlandse_word_hernoemt_de_stijlen(sjabloon: Path, inrichting: Inrichting, tmp_path: Path) -> None:
    for deel in ("word/styles.xml", "word/numbering.xml"):
        wijzig(sjabloon, deel, r'"(Heading|List)(\w+)"', r'"Kop\1\2"')
    gemaakt = maak(inrichting, tmp_path / "uit.docx")
    assert gemaakt.koppen()
    assert "KopHeading1" in gemaakt.stijlnaam


def test_een_onbekende_plek_wordt_gezegd(sjabloon: Path, inrichting: Inrichting, tmp_path: Path) -> None:
    wijzig(sjabloon, "word/document.xml", r"\{\{ titel \}\}", "{{ tietel }}")
    with pytest.raises(Handboekfout, match=r"sjabloon\.docx.*tietel"):
        maak(inrichting, tmp_path / "uit.docx")


def test_een_kapotte_plek_wordt_gezegd(sjabloon: Path, inrichting: Inrichting, tmp_path: Path) -> None:
    wijzig(sjabloon, "word/document.xml", r"\{%p endfor %\}", "")
    with pytest.raises(Handboekfout, match=r"sjabloon\.docx"):
        maak(inrichting, tmp_path / "uit.docx")


def test_een_ontbrekende_plek_of_stijl_wordt_gezegd(sjabloon: Path, inrichting: Inrichting, tmp_path: Path) -> None:
    wijzig(sjabloon, "word/styles.xml", 'w:val="Stap wie"', 'w:val="Weg"')
    with pytest.raises(Handboekfout, match="Stap wie"):
        maak(inrichting, tmp_path / "uit.docx")
    wijzig(sjabloon, "word/document.xml", r"\{\{ inhoud \}\}", "niets")
    with pytest.raises(Handboekfout):
        maak(inrichting, tmp_path / "uit.docx")


def test_geen_word_bestand_wordt_gezegd(sjabloon: Path, inrichting: Inrichting, tmp_path: Path) -> None:
    sjabloon.write_text("dit is geen docx")
    with pytest.raises(Handboekfout, match="Word"):
        maak(inrichting, tmp_path / "uit.docx")

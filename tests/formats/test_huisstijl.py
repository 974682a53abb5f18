"""A house style that Word saved, in whatever language, still dresses the forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from generator import content
from generator.formats.word import maak_formulier
from generator.formats.word.namen import q
from generator.formats.word.pakket import lees_delen, schrijf_delen
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld
from generator.model import Formulier, Inrichting
from generator.organisatie import lees_organisatie

STIJLEN = "word/styles.xml"


@pytest.fixture(scope="module")
def model() -> tuple[Formulier, Inrichting]:
    inrichting = lees_organisatie("opvang2004")
    return formulieren_van(inrichting)["begeleidingsplan"], ingevuld(inrichting)


def nederlands(delen: dict[str, bytes]) -> dict[str, bytes]:
    """Return the template as a Dutch Word saves it: other ids, the same names."""
    namen = {b"Title": b"Titel", b"Heading1": b"Kop1", b"Heading2": b"Kop2", b"AFStrookHier": b"AFStrookhier"}
    namen |= {b"AFVoet": b"AFvoet", b"AFAntwoord": b"AFantwoord"}
    uit = dict(delen)
    for deel in (naam for naam in delen if re.fullmatch(r"word/(styles|document|footer\d*|header\d*)\.xml", naam)):
        for oud, nieuw in namen.items():
            patroon = rb'(w:(?:styleId|val)=")' + oud + rb'"'
            uit[deel] = re.sub(patroon, lambda m, nieuw=nieuw: m[1] + nieuw + b'"', uit[deel])
        uit[deel] = uit[deel].replace(b'w:name w:val="Titel"', b'w:name w:val="Title"')
    return uit


def gebruikt_en_bekend(docx: bytes) -> tuple[set[str], set[str]]:
    delen = lees_delen(docx)
    gebruikt = set()
    for naam in ("word/document.xml", *(n for n in delen if n.startswith("word/footer"))):
        boom = etree.fromstring(delen[naam])
        gebruikt |= {e.get(q("w:val")) for e in boom.iter(q("w:pStyle"), q("w:rStyle"), q("w:tblStyle"))}
    bekend = {s.get(q("w:styleId")) for s in etree.fromstring(delen[STIJLEN]).iter(q("w:style"))}
    return gebruikt, bekend


def test_een_sjabloon_uit_een_nederlandse_word(model: tuple[Formulier, Inrichting], tmp_path: Path) -> None:
    delen = lees_delen(content.woordsjabloon("formulier.docx"))
    eigen = nederlands(delen)
    assert b'w:styleId="Titel"' in eigen[STIJLEN]
    eigen[STIJLEN] = eigen[STIJLEN].replace(b'w:ascii="Calibri"', b'w:ascii="Georgia"')
    pad = tmp_path / "formulier.docx"
    pad.write_bytes(schrijf_delen(eigen))
    docx = maak_formulier(*model, pad)
    gebruikt, bekend = gebruikt_en_bekend(docx)
    assert gebruikt - bekend == set()
    assert {"Title", "Heading1", "AFStrookHier"} <= gebruikt
    assert b'w:styleId="Titel"' not in lees_delen(docx)[STIJLEN]
    assert b"Georgia" in lees_delen(docx)[STIJLEN]


def test_een_stijl_die_weg_is_komt_uit_het_voorbeeld(model: tuple[Formulier, Inrichting], tmp_path: Path) -> None:
    delen = lees_delen(content.woordsjabloon("formulier.docx"))
    boom = etree.fromstring(delen[STIJLEN])
    for stijl in [s for s in boom.iter(q("w:style")) if s.get(q("w:styleId")) in ("AFHulp", "AFTabel")]:
        boom.remove(stijl)
    pad = tmp_path / "formulier.docx"
    pad.write_bytes(schrijf_delen({**delen, STIJLEN: etree.tostring(boom)}))
    gebruikt, bekend = gebruikt_en_bekend(maak_formulier(*model, pad))
    assert {"AFHulp", "AFTabel"} <= gebruikt & bekend
    assert gebruikt - bekend == set()


def test_het_eigen_sjabloon_geeft_hetzelfde_formulier(model: tuple[Formulier, Inrichting]) -> None:
    assert maak_formulier(*model, content.woordsjabloon("formulier.docx")) == maak_formulier(*model)

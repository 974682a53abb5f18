"""Values that look like markup, like template code, or are far too long, break nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handleidinglezer import Handleiding, W, maak
from lxml import etree

from generator.model import Inrichting

RAAR = "<b>vet</b> & \"dubbel\" 'enkel' {{ 7*7 }} {% raw %} *ster* | `code` [a](b)"
LANG = "W" * 200


@pytest.fixture(scope="module")
def vijandig(inrichting: Inrichting, tmp_path_factory: pytest.TempPathFactory) -> Handleiding:
    eerste, tweede, *rest = inrichting.fasen
    besluiten = tuple(replace(besluit, naam=RAAR) for besluit in eerste.besluiten)
    fasen = (
        replace(eerste, naam=RAAR, kort=RAAR, besluiten=besluiten, doel=(RAAR,), aandachtspunten=(LANG,)),
        replace(tweede, naam=LANG, kort=LANG),
        *rest,
    )
    teksten = {"aanleiding": f"<script>alert(1)</script>\n\n:::matrix\n\n```\n{LANG}\n```", "op_maat": RAAR}
    anders = replace(
        inrichting,
        fasen=fasen,
        organisatie=replace(inrichting.organisatie, naam=RAAR, eigenaar=RAAR, accentkleur="#FFCC00"),
        termen={**inrichting.termen, "client": replace(inrichting.termen["client"], enkelvoud="<i>*lid*</i>")},
        leefgebieden=(replace(inrichting.leefgebieden[0], naam=RAAR, reikwijdte=LANG), *inrichting.leefgebieden[1:]),
        handleiding=replace(inrichting.handleiding, versie='<1> & "2"', teksten=teksten),
    )
    return maak(anders, tmp_path_factory.mktemp("vijandig") / "handleiding.docx")


def test_elk_deel_is_geldige_xml(vijandig: Handleiding) -> None:
    for naam, inhoud in vijandig.delen.items():
        if naam.endswith((".xml", ".rels")):
            etree.fromstring(inhoud)


def test_waarden_staan_er_letterlijk(vijandig: Handleiding) -> None:
    koppen = [tekst for _, tekst in vijandig.koppen()]
    assert f"Fase 1: {RAAR}" in koppen
    assert f"Fase 2: {LANG}" in koppen
    titelblad = [vijandig.tekst(alinea) for alinea in vijandig.alineas("Titelblad organisatie")]
    assert titelblad == [RAAR]
    tekst = vijandig.tekst(vijandig.wortel)
    for stuk in ("<script>alert(1)</script>", ":::matrix", "<i>*lid*</i>", 'Versie <1> & "2"'):
        assert stuk in tekst
    assert "49" not in vijandig.tekst(vijandig.alineas("Title")[0])
    assert len(vijandig.tabellen("Matrix")) == 2  # the matrix and the table of rollen, no third


def test_het_schema_noemt_ook_de_lange_naam(vijandig: Handleiding) -> None:
    (plaatje,) = (deel for deel in vijandig.wortel.iter("{*}docPr"))
    assert RAAR in plaatje.get("descr")
    assert LANG in plaatje.get("descr")


def test_een_lichte_accentkleur_wordt_leesbaar_gemaakt(vijandig: Handleiding) -> None:
    stijlen = vijandig.delen["word/styles.xml"]
    assert b"1F5C7A" not in stijlen
    assert b"FFCC00" not in stijlen
    kop = etree.fromstring(stijlen).find(f".//{W}style[@{W}styleId='Heading1']/{W}rPr/{W}color")
    assert kop is not None

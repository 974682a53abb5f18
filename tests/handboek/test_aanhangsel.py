"""The blank forms bound in: the same form on paper, nothing that makes the handleiding a form, nothing that mixes."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from handleidinglezer import Handleiding, W, maak
from lxml import etree

from generator import content
from generator.formats import Geweigerd, Lezer, herken
from generator.formulier import formulieren_van
from generator.handboek import maak_handleiding
from generator.handboek.aanhangsel import Bijlage, blanco_maker, gebonden_bijlagen
from generator.handboek.boek import Boek
from generator.handboek.tijdloos import zonder_tijd
from generator.inrichting import lees_inrichting
from generator.model import Formulier, Inrichting

MODELLEN = tuple(content.uitgangsmodellen())
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What is printed the same on paper as on the screen; invitations may differ.
GEDRUKT = ("Heading1", "Heading2", "AFLabel", "AFHulp", "AFTabelkop", "AFRij", "AFKeuze", "AFInleiding", "AFUitleg")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def bijlagen(inrichting: Inrichting) -> list[Bijlage]:
    return gebonden_bijlagen(Boek.van(inrichting, formulieren_van(inrichting)))


@pytest.fixture(scope="module")
def vormen(handleiding: Handleiding, bijlagen: list[Bijlage]) -> dict[str, list[etree._Element]]:
    """Form key → the elements of its annex, the one with its section included."""
    return verdeeld(handleiding, bijlagen)


def verdeeld(handleiding: Handleiding, bijlagen: list[Bijlage]) -> dict[str, list[etree._Element]]:
    lichaam = handleiding.wortel[0]
    begin = next(nr for nr, deel in enumerate(lichaam) if deel.get(f"{W}name") == "handleiding_bijlagen")
    uit: dict[str, list[etree._Element]] = {bijlagen[0].formulier.sleutel: []}
    rij = iter(bijlagen)
    sleutel = next(rij).formulier.sleutel
    for deel in lichaam[begin + 1 :]:
        uit.setdefault(sleutel, []).append(deel)
        if deel.find(f"{W}pPr/{W}sectPr") is not None:
            volgende = next(rij, None)
            sleutel = volgende.formulier.sleutel if volgende else sleutel
    return uit


def gedrukt(elementen: list[etree._Element], voor: str = "") -> list[tuple[str, str]]:
    gevonden = []
    for element in elementen:
        for p in element.iter(f"{W}p"):
            stijl = p.find(f"{W}pPr/{W}pStyle")
            naam = stijl.get(f"{W}val").removeprefix(voor) if stijl is not None else ""
            if naam in GEDRUKT:
                gevonden.append((naam, Handleiding.tekst(p)))
    return gevonden


def los(blanco: bytes) -> etree._Element:
    with ZipFile(io.BytesIO(blanco)) as pakket:
        return etree.fromstring(pakket.read("word/document.xml"))[0]


def test_elk_formulier_staat_er_zoals_het_los_is(
    vormen: Mapping[str, list[etree._Element]], blanco: Mapping[str, bytes], bijlagen: list[Bijlage]
) -> None:
    assert list(vormen) == [bijlage.formulier.sleutel for bijlage in bijlagen]
    for sleutel, elementen in vormen.items():
        eigen = los(blanco[sleutel])
        assert gedrukt(elementen, "Fm") == gedrukt(list(eigen))
        for soort in ("tbl", "tr", "tc"):
            hier = sum(1 for deel in elementen for _ in deel.iter(f"{W}{soort}"))
            assert hier == sum(1 for _ in eigen.iter(f"{W}{soort}")), (sleutel, soort)


def test_bladzijde_en_randen_zijn_die_van_het_formulier(
    vormen: Mapping[str, list[etree._Element]], blanco: Mapping[str, bytes], handleiding: Handleiding
) -> None:
    liggend = 0
    for sleutel, elementen in vormen.items():
        (sectie,) = (s for deel in elementen for s in deel.iter(f"{W}sectPr"))
        eigen = next(los(blanco[sleutel]).iter(f"{W}sectPr"))
        for maat in ("pgSz", "pgMar"):
            assert dict(sectie.find(f"{W}{maat}").attrib) == dict(eigen.find(f"{W}{maat}").attrib)
        liggend += sectie.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
        assert sectie.find(f"{W}type").get(f"{W}val") == "nextPage"
    assert liggend  # there is one to turn
    assert handleiding.wortel[0][-1].tag == f"{W}sectPr"


def test_de_voettekst_noemt_bijlage_en_pagina(
    handleiding: Handleiding, vormen: Mapping[str, list[etree._Element]], bijlagen: list[Bijlage]
) -> None:
    rels = etree.fromstring(handleiding.delen["word/_rels/document.xml.rels"])
    doel = {rel.get("Id"): rel.get("Target") for rel in rels}
    for bijlage in bijlagen:
        (sectie,) = (s for deel in vormen[bijlage.formulier.sleutel] for s in deel.iter(f"{W}sectPr"))
        (voet,) = sectie.findall(f"{W}footerReference")
        deel = etree.fromstring(handleiding.delen["word/" + doel[voet.get(f"{R}id")].rpartition("/")[2]])
        tekst = "".join(t.text or "" for t in deel.iter(f"{W}t"))
        assert tekst.endswith(f"bijlage {bijlage.nr}, pagina 1")
        assert [o.text.split() for o in deel.iter(f"{W}instrText")] == [["PAGE"]]


def test_er_is_niets_in_te_vullen_en_niets_om_terug_te_lezen(handleiding: Handleiding) -> None:
    alles = b"".join(inhoud for naam, inhoud in handleiding.delen.items() if naam.endswith(".xml"))
    for merk in (b"<w:sdt", b'"af_', b'"af:', b"| controle ", b"AfTekst", b"showingPlcHdr", b"achtfasen.formulier"):
        assert merk not in alles, merk
    assert not [naam for naam in handleiding.delen if "custom" in naam or "glossary" in naam]


def test_de_lezer_slaat_de_handleiding_over(handleiding: Handleiding, formulieren: Mapping[str, Formulier]) -> None:
    gelezen = Lezer(formulieren).lees(handleiding.pad)
    assert (gelezen.status, gelezen.reden) == ("overgeslagen", "Dit is de handleiding, geen formulier.")
    assert herken(handleiding.pad).identiteit.formulier == ""


def test_tekst_lijst_en_inhoud_leiden_naar_de_bijlage(
    handleiding: Handleiding, vormen: Mapping[str, list[etree._Element]], bijlagen: list[Bijlage]
) -> None:
    links = [link.get(f"{W}anchor") for link in handleiding.wortel.iter(f"{W}hyperlink")]
    for bijlage in bijlagen:
        koppen = [
            p for deel in vormen[bijlage.formulier.sleutel] for p in deel.iter(f"{W}p")
            if any(m.get(f"{W}name") == bijlage.merk for m in p.iter(f"{W}bookmarkStart"))
        ]  # fmt: skip
        assert [(handleiding.stijl(p), handleiding.tekst(p)) for p in koppen] == [("Bijlagekop", bijlage.kop)]
        assert links.count(bijlage.merk) >= 2, bijlage.kop  # from the contents and the list at least
    assert any(links.count(bijlage.merk) > 3 for bijlage in bijlagen)


def test_de_inhoudsopgave_noemt_bijlagen_zonder_paginanummer(handleiding: Handleiding, bijlagen: list[Bijlage]) -> None:
    regels = [handleiding.tekst(p) for p in handleiding.alineas("toc 2") if not list(p.iter(f"{W}tab"))]
    assert regels == [bijlage.kop for bijlage in bijlagen]
    velden = [deel.text for deel in handleiding.wortel.iter(f"{W}instrText") if "TOC" in (deel.text or "")]
    tekst, achterin = velden
    # Updating in Word must give the same: the text by its bookmark, the annexes without a page.
    assert r"\b handleiding_tekst " in tekst
    assert r"\n" not in tekst
    assert r"\b handleiding_bijlagen " in achterin
    assert re.search(r"\\n(?! \")", achterin)


def test_zonder_bijlagen_blijft_de_lijst_en_wijst_niemand_naar_achteren(inrichting: Inrichting, tmp_path: Path) -> None:
    formulieren = formulieren_van(inrichting)
    maak_handleiding(inrichting, formulieren, tmp_path / "kaal.docx", bijlagen=False)
    kaal = Handleiding(tmp_path / "kaal.docx")
    assert not kaal.alineas("Bijlagekop")
    assert not [naam for naam in kaal.stijlnaam.values() if naam.startswith("Formulier ")]
    merken = {merk.get(f"{W}name") for merk in kaal.wortel.iter(f"{W}bookmarkStart")}
    assert {bijlage.merk for bijlage in gebonden_bijlagen(Boek.van(inrichting, formulieren))} <= merken
    assert {link.get(f"{W}anchor") for link in kaal.wortel.iter(f"{W}hyperlink")} <= merken
    assert "achterin" not in kaal.tekst(kaal.wortel).lower()


def test_hetzelfde_geeft_dezelfde_bytes(handleiding: Handleiding, inrichting: Inrichting, tmp_path: Path) -> None:
    opnieuw = maak(inrichting, tmp_path / "opnieuw.docx")
    assert opnieuw.pad.read_bytes() == handleiding.pad.read_bytes()


def test_tijdloos_verandert_alleen_de_tijd() -> None:
    uit = io.BytesIO()
    with ZipFile(uit, "w", ZIP_DEFLATED) as pakket:
        for naam in ("a.xml", "map/b.xml"):
            pakket.writestr(naam, naam * 50)
    with ZipFile(io.BytesIO(zonder_tijd(uit.getvalue()))) as pakket:
        assert pakket.testzip() is None
        assert {post.date_time for post in pakket.infolist()} == {(2026, 1, 1, 0, 0, 0)}
        assert pakket.read("map/b.xml") == b"map/b.xml" * 50


def test_een_formulier_wordt_een_keer_gemaakt(inrichting: Inrichting, tmp_path: Path) -> None:
    formulieren = formulieren_van(inrichting)
    gevraagd: list[str] = []
    maker = blanco_maker(inrichting)

    def blanco(formulier: Formulier) -> bytes:
        gevraagd.append(formulier.sleutel)
        return maker(formulier)

    maak_handleiding(inrichting, formulieren, tmp_path / "uit.docx", blanco=blanco)
    assert set(gevraagd) == {b.formulier.sleutel for b in gebonden_bijlagen(Boek.van(inrichting, formulieren))}
    een = next(iter(formulieren.values()))
    assert maker(een) is maker(een)


# --------------------------------------------------------------------------
# choices on paper


def test_keuzes_die_passen_staan_er_met_een_vakje(vormen: Mapping[str, list[etree._Element]]) -> None:
    teksten = {Handleiding.tekst(p) for deel in vormen["aanmelding"] for p in deel.iter(f"{W}p")}
    assert "☐ ja   ☐ nee" in teksten
    assert "Kies ja of nee" not in teksten


def test_keuzes_die_niet_passen_blijven_zoals_in_het_formulier(vormen: Mapping[str, list[etree._Element]]) -> None:
    teksten = [Handleiding.tekst(p) for deel in vormen["aanmelding"] for p in deel.iter(f"{W}p")]
    assert "Maak een keuze" in teksten  # "rol" has more choices than fit
    assert "Klik en typ" not in teksten
    assert "…" not in teksten


# --------------------------------------------------------------------------
# styles and house style


def effectief(stijlen: etree._Element, naam: str) -> dict[str, str]:
    """What a paragraph style amounts to, defaults of the document included."""
    per_id = {s.get(f"{W}styleId"): s for s in stijlen.iter(f"{W}style")}
    keten = []
    while naam in per_id:
        keten.append(per_id[naam])
        basis = per_id[naam].find(f"{W}basedOn")
        naam = basis.get(f"{W}val") if basis is not None else ""
    uit: dict[str, str] = {}
    for soort in ("pPr", "rPr"):
        bronnen = [stijlen.find(f"{W}docDefaults/{W}{soort}Default/{W}{soort}")]
        bronnen += [stijl.find(f"{W}{soort}") for stijl in reversed(keten)]
        for bron in bronnen:
            for deel in bron if bron is not None else ():
                kort = deel.tag.removeprefix(W)
                if kort not in ("lang", "outlineLvl", "tabs"):
                    uit |= {
                        f"{soort}.{kort}.{k.removeprefix(W)}": v for k, v in (deel.attrib or {f"{W}val": "1"}).items()
                    }
    return uit


def gewijzigd(
    bron: Path, naar: Path, wijzigingen: Mapping[str, tuple[str, str]], nieuw: Mapping[str, bytes] = {}
) -> Path:
    with ZipFile(bron) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    for naam, (oud, anders) in wijzigingen.items():
        assert oud.encode() in delen[naam]
        delen[naam] = delen[naam].replace(oud.encode(), anders.encode())
    with ZipFile(naar, "w", ZIP_DEFLATED) as pakket:
        for naam, inhoud in {**delen, **nieuw}.items():
            pakket.writestr(naam, inhoud)
    return naar


def gebonden(inrichting: Inrichting, huisstijl: Path, naar: Path) -> Handleiding:
    maak_handleiding(inrichting, formulieren_van(inrichting), naar, blanco=blanco_maker(inrichting, huisstijl))
    return Handleiding(naar)


@pytest.mark.parametrize("wijziging", [
    ("<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang", "<w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/><w:i/><w:lang"),
    ("w:line=\"252\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>", "/><w:jc w:val=\"right\"/></w:pPr></w:pPrDefault>"),
    ("<w:color w:val=\"1E2A32\"/>", ""),
], ids=["letter", "regel", "kleur"])  # fmt: skip
def test_stijlen_blijven_wat_ze_waren_ook_met_andere_standaarden(
    inrichting: Inrichting, tmp_path: Path, wijziging: tuple[str, str]
) -> None:
    bron = content.woordsjabloon("formulier.docx")
    huisstijl = gewijzigd(bron, tmp_path / "formulier.docx", {"word/styles.xml": wijziging})
    handleiding = gebonden(inrichting, huisstijl, tmp_path / "uit.docx")
    samen = etree.fromstring(handleiding.delen["word/styles.xml"])
    een = next(iter(formulieren_van(inrichting).values()))
    with ZipFile(io.BytesIO(blanco_maker(inrichting, huisstijl)(een))) as pakket:
        eigen = etree.fromstring(pakket.read("word/styles.xml"))
    nagekeken = 0
    for stijl in samen.iter(f"{W}style"):
        naam = stijl.get(f"{W}styleId")
        if naam.startswith("Fm") and stijl.get(f"{W}type") == "paragraph":
            hier, daar = effectief(samen, naam), effectief(eigen, naam[2:])
            assert {k: hier.get(k) for k in daar} == daar, naam
            extra = {k: v for k, v in hier.items() if k not in daar}
            assert set(extra.values()) <= {"auto", "0", "240", "20", "left"}, (naam, extra)  # what nobody says
            nagekeken += 1
    assert nagekeken > 10


def test_de_stijlen_van_de_handleiding_blijven_wat_ze_waren(
    handleiding: Handleiding, inrichting: Inrichting, tmp_path: Path
) -> None:
    maak_handleiding(inrichting, formulieren_van(inrichting), tmp_path / "kaal.docx", bijlagen=False)
    kaal = etree.fromstring(Handleiding(tmp_path / "kaal.docx").delen["word/styles.xml"])
    samen = etree.fromstring(handleiding.delen["word/styles.xml"])
    assert [etree.tostring(deel) for deel in samen[: len(kaal)]] == [etree.tostring(deel) for deel in kaal]
    namen = [stijl.find(f"{W}name").get(f"{W}val") for stijl in samen.iter(f"{W}style")]
    assert len(namen) == len(set(namen))
    bekend = {stijl.get(f"{W}styleId") for stijl in samen.iter(f"{W}style")}
    for verwijzing in handleiding.wortel.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
        assert verwijzing.get(f"{W}val") in bekend


def test_een_logo_in_de_huisstijl_gaat_mee_en_komt_niet_in_de_tekst(inrichting: Inrichting, tmp_path: Path) -> None:
    handleiding = gebonden(inrichting, met_logo(tmp_path), tmp_path / "uit.docx")
    (beeld,) = (naam for naam in handleiding.delen if naam.startswith("word/media/"))
    assert handleiding.delen[beeld] == PIXEL
    koppen = {naam: deel for naam, deel in handleiding.delen.items() if re.fullmatch(r"word/header\d+\.xml", naam)}
    ((naam, kop),) = koppen.items()
    assert re.search(rb'docPr [^>]*descr="[^"]+"', kop)
    assert b"| controle " not in kop
    rels = etree.fromstring(handleiding.delen[naam.replace("word/", "word/_rels/") + ".rels"])
    assert [rel.get("Target").rpartition("/")[2] for rel in rels] == [beeld.rpartition("/")[2]]
    (nummer,) = (rel.get("Id") for rel in rels)
    assert f'"{nummer}"'.encode() in kop
    secties = [s.find(f"{W}headerReference") is not None for s in handleiding.wortel.iter(f"{W}sectPr")]
    assert secties == [False] * 4 + [True] * (len(secties) - 4)


def test_een_koptekst_van_de_handleiding_komt_niet_op_de_formulieren(inrichting: Inrichting, tmp_path: Path) -> None:
    """A section without a header of its own takes over the one before it: then the forms need an empty one."""
    kop = f'<w:hdr xmlns:w="{W[1:-1]}"><w:p><w:r><w:t>Kop van het boek</w:t></w:r></w:p></w:hdr>'
    soort = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    verwijzing = f'<Relationship Id="rId19" Type="{R[1:-1]}/header" Target="header9.xml"/></Relationships>'
    wijzigingen = {
        "word/document.xml": ("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId19"/>'),
        "word/_rels/document.xml.rels": ("</Relationships>", verwijzing),
        "[Content_Types].xml": ("</Types>", f'<Override PartName="/word/header9.xml" ContentType="{soort}"/></Types>'),
        "word/settings.xml": ("<w:characterSpacing", "<w:evenAndOddHeaders/><w:characterSpacing"),
    }
    bron = content.woordsjabloon("handleiding.docx")
    sjabloon = gewijzigd(bron, tmp_path / "s.docx", wijzigingen, {"word/header9.xml": kop.encode()})
    maak_handleiding(inrichting, formulieren_van(inrichting), tmp_path / "uit.docx", sjabloon=sjabloon)
    handleiding = Handleiding(tmp_path / "uit.docx")
    rels = etree.fromstring(handleiding.delen["word/_rels/document.xml.rels"])
    doel = {rel.get("Id"): "word/" + rel.get("Target").rpartition("/")[2] for rel in rels}
    *_, laatste = handleiding.wortel.iter(f"{W}sectPr")
    koppen = {v.get(f"{W}type"): v.get(f"{R}id") for v in laatste.findall(f"{W}headerReference")}
    assert list(koppen) == ["default", "even"]
    for rid in koppen.values():
        assert b"Kop van het boek" not in handleiding.delen[doel[rid]]
    assert [v.get(f"{W}type") for v in laatste.findall(f"{W}footerReference")] == ["default", "even"]


def test_nummering_van_een_huisstijl_wordt_geen_lijst_van_de_handleiding(
    inrichting: Inrichting, tmp_path: Path
) -> None:
    """Number 1 is another list in the handleiding: better none."""
    wijziging = ('<w:keepLines/><w:spacing w:before="320"', '<w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr>'
                 '<w:spacing w:before="320"')  # fmt: skip
    bron = content.woordsjabloon("formulier.docx")
    huisstijl = gewijzigd(bron, tmp_path / "formulier.docx", {"word/styles.xml": wijziging})
    stijlen = etree.fromstring(gebonden(inrichting, huisstijl, tmp_path / "uit.docx").delen["word/styles.xml"])
    (kop,) = (s for s in stijlen.iter(f"{W}style") if s.get(f"{W}styleId") == "FmHeading1")
    assert kop.find(f"{W}pPr/{W}numPr") is None


def met_logo(map_: Path) -> Path:
    """A house style with a picture and the identity line in the header, and no footer."""
    kop = (
        f'<w:hdr xmlns:w="{W[1:-1]}" xmlns:r="{R[1:-1]}" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:p><w:r><w:drawing><wp:inline>'
        '<wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Logo"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" '
        'name="l"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7"/></pic:blipFill><pic:spPr/>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        "<w:p><w:r><w:t>{herkenning}</w:t></w:r></w:p></w:hdr>"
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" '
        f'Type="{R[1:-1]}/image" Target="media/logo.png"/></Relationships>'
    )
    kopdeel = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    wijzigingen = {
        "word/document.xml": ("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/>'),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rId9" Type="{R[1:-1]}/header" Target="header1.xml"/></Relationships>',
        ),
        "[Content_Types].xml": (
            "</Types>",
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/header1.xml" ContentType="{kopdeel}"/></Types>',
        ),
    }
    nieuw = {
        "word/header1.xml": kop.encode(),
        "word/_rels/header1.xml.rels": rels.encode(),
        "word/media/logo.png": PIXEL,
    }
    return gewijzigd(content.woordsjabloon("formulier.docx"), map_ / "formulier.docx", wijzigingen, nieuw)


# --------------------------------------------------------------------------
# accessibility, in every model


@pytest.fixture(scope="module", params=MODELLEN)
def boek(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Handleiding:
    gelezen = lees_inrichting(request.param)
    logo = tmp_path_factory.mktemp("logo") / "logo.png"
    logo.write_bytes(PIXEL)
    met = replace(gelezen, organisatie=replace(gelezen.organisatie, logo=str(logo)))
    return maak(met, tmp_path_factory.mktemp(request.param) / "handleiding.docx")


def niveaus(handleiding: Handleiding) -> list[tuple[int, str]]:
    """Level and text of every heading, by the outline level of its style."""
    stijlen = etree.fromstring(handleiding.delen["word/styles.xml"])
    per_id = {s.get(f"{W}styleId"): s for s in stijlen.iter(f"{W}style")}
    eigen = {naam: s.find(f"{W}pPr/{W}outlineLvl") for naam, s in per_id.items()}
    gevonden = []
    for p in handleiding.wortel.iter(f"{W}p"):
        stijl = p.find(f"{W}pPr/{W}pStyle")
        niveau = eigen.get(stijl.get(f"{W}val")) if stijl is not None else None
        if niveau is not None:
            gevonden.append((int(niveau.get(f"{W}val")) + 1, handleiding.tekst(p)))
    return gevonden


def test_koppen_lopen_op_zonder_sprong(boek: Handleiding) -> None:
    vorig = 0
    koppen = niveaus(boek)
    for niveau, tekst in koppen:
        assert tekst.strip()
        assert 1 <= niveau <= vorig + 1, tekst
        vorig = niveau
    bijlagen = [tekst for niveau, tekst in koppen if niveau == 1 and tekst.startswith("Bijlage ")]
    assert len(bijlagen) == len(boek.alineas("Bijlagekop")) > 5
    eerste = next(nr for nr, (_, tekst) in enumerate(koppen) if tekst.startswith("Bijlage "))
    achterin = koppen[eerste:]  # the headings of a form stand below that of the annex
    assert [tekst for niveau, tekst in achterin if niveau == 1] == bijlagen
    assert sum(niveau == 2 for niveau, _ in achterin) > len(bijlagen)


def test_elke_tabel_met_koppen_herhaalt_ze_en_heeft_een_naam(boek: Handleiding) -> None:
    gezien = 0
    for tabel in boek.wortel.iter(f"{W}tbl"):
        eigen = tabel.find(f"{W}tblPr")
        naam = boek.stijlnaam[eigen.find(f"{W}tblStyle").get(f"{W}val")]
        eerste = boek.tekst(tabel)[:40]
        assert eigen.find(f"{W}tblCaption") is not None or eigen.find(f"{W}tblDescription") is not None, eerste
        rijen = [rij.find(f"{W}trPr/{W}tblHeader") is not None for rij in tabel.findall(f"{W}tr")]
        if naam in ("Handleidingtabel", "Matrix", "Kader", "Formulier AF Tabel"):
            assert rijen[0], eerste
            gezien += 1
        assert rijen == sorted(rijen, reverse=True), eerste
    assert gezien > 20


def test_elk_beeld_heeft_een_omschrijving(boek: Handleiding) -> None:
    beelden = [
        beeld.get("descr") or ""
        for naam, deel in boek.delen.items() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", naam)
        for beeld in etree.fromstring(deel).iter("{*}docPr")
    ]  # fmt: skip
    assert len(beelden) >= 2  # the logo and the flowchart
    assert all(len(beeld) > 4 for beeld in beelden)


def test_taal_en_titel(boek: Handleiding) -> None:
    talen = set(re.findall(rb'<w:lang w:val="([^"]*)"', boek.delen["word/styles.xml"]))
    assert talen == {b"nl-NL"}
    kern = boek.delen["docProps/core.xml"].decode()
    assert re.search(r"<dc:title>[^<]+</dc:title>", kern)
    assert "<dc:language>nl-NL</dc:language>" in kern


def test_verplicht_is_ook_zonder_kleur_te_zien(boek: Handleiding) -> None:
    """Red alone says nothing to who can't see it: the mark is a star."""
    for loop in boek.wortel.iter(f"{W}r"):
        stijl = loop.find(f"{W}rPr/{W}rStyle")
        if stijl is not None and stijl.get(f"{W}val") == "FmAFVerplicht":
            assert Handleiding.tekst(loop).strip() in ("*", "(*)")
    for strook in boek.tabellen("Fasestrooktabel"):
        assert sum("●" in boek.tekst(cel) for cel in strook.iter(f"{W}tc")) == 1


def test_nummers_van_merken_en_beelden_zijn_uniek(boek: Handleiding) -> None:
    merken = [merk.get(f"{W}id") for merk in boek.wortel.iter(f"{W}bookmarkStart")]
    assert len(merken) == len(set(merken))
    assert sorted(merken) == sorted(merk.get(f"{W}id") for merk in boek.wortel.iter(f"{W}bookmarkEnd"))
    beelden = [beeld.get("id") for beeld in boek.wortel.iter("{*}docPr")]
    assert len(beelden) == len(set(beelden))


def test_een_onbruikbare_huisstijl_wordt_gezegd(inrichting: Inrichting, tmp_path: Path) -> None:
    from generator.handboek import Handboekfout

    kapot = tmp_path / "formulier.docx"
    kapot.write_text("geen docx")
    with pytest.raises(Handboekfout, match=r"huisstijl ‘.*formulier\.docx’"):
        gebonden(inrichting, kapot, tmp_path / "uit.docx")
    with pytest.raises(Geweigerd):
        herken(kapot)

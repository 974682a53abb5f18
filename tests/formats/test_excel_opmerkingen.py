"""Notes at the cells of a returned form: at the right place, and nothing else changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from excelblad import Boekje, Werk, delen_van, maak_werk
from invullen import codes
from lxml import etree
from test_rondgang import schemafouten, valideer  # noqa: F401

from generator.formats.delen import schrijf_delen
from generator.formats.excel import formaat as excel
from generator.formats.excel.namen import S, naam_van, s
from generator.formats.opmerking import Opmerking

PLAN, DAG = "begeleidingsplan", date(2026, 3, 6)


@pytest.fixture(scope="module")
def werk() -> Werk:
    """The forms of opvang2004."""
    return maak_werk("opvang2004")


def bij(*sleutels: str) -> list[Opmerking]:
    return [Opmerking(sleutel=sleutel, alineas=(f"Over {sleutel or 'alles'}.", "En nog iets.")) for sleutel in sleutels]


def zet(werk: Werk, inhoud: bytes, opmerkingen: Sequence[Opmerking], formulier: str = PLAN) -> bytes:
    return excel.zet_opmerkingen(inhoud, werk.lezer.plan(formulier), opmerkingen, DAG)


def notities(inhoud: bytes) -> dict[tuple[str, str], tuple[str, str]]:
    """Return sheet and cell → author and text."""
    boek = Boekje(inhoud)
    uit = {}
    for blad, deel in boek.deel.items():
        map_, _, naam = deel.rpartition("/")
        rels = boek.delen.get(f"{map_}/_rels/{naam}.rels")
        for relatie in etree.fromstring(rels) if rels else ():
            if str(relatie.get("Type")).endswith("/comments"):
                pad = str(relatie.get("Target")).lstrip("/").replace("../", "xl/")
                wortel = etree.fromstring(boek.delen[pad])
                auteurs = [a.text or "" for a in wortel.iter(s("author"))]
                for deel_ in wortel.iter(s("comment")):
                    tekst = "".join(t.text or "" for t in deel_.iter(s("t")))
                    uit[blad, deel_.get("ref") or ""] = (auteurs[int(deel_.get("authorId") or 0)], tekst)
    return uit


def test_op_de_goede_plek(werk: Werk) -> None:
    inhoud = werk.vol(PLAN)
    boek = Boekje(inhoud)
    gelijk = {
        "einddoel": boek.waar(naam_van("einddoel")),
        "gewenste_situatie.wonen": boek.waar(naam_van("gewenste_situatie.wonen")),
        "handtekening_client.datum": boek.waar(naam_van("handtekening_client.datum")),
        "handtekening_mentor": boek.waar(naam_van("handtekening_mentor.naam")),
        "doelen[2].doel": boek.waar(naam_van("doelen.doel"), 2),
        "acties[1]": boek.waar(naam_van("acties.doel_nr"), 1),
        "keuze": (boek.waar(naam_van("keuze.leefgebied"))[0], "B5"),
        "": ("Formulier", "A2"),
        "bestaat_niet": ("Formulier", "A2"),
    }
    terug = notities(zet(werk, inhoud, bij(*gelijk)))
    assert set(terug) == set(gelijk.values())
    assert {auteur for auteur, _ in terug.values()} == {"achtfasen"}
    assert terug[gelijk["einddoel"]][1] == "Over einddoel.\nEn nog iets.\n(achtfasen, 06-03-2026)"
    assert terug["Formulier", "A2"][1].count("Over") == 2


def test_rijen_zoals_regels_tellen_en_zoals_gelezen(werk: Werk) -> None:
    boek = Boekje(werk.blanco(PLAN))
    boek.zet("doelen.doel", "Rust", rij=2)
    boek.zet("doelen.doel", "Ruimte", rij=4)
    inhoud = boek.inhoud()
    blad, _ = boek.waar(naam_van("doelen.doel"))
    een = Opmerking(sleutel="doelen[2].doel", alineas=("Als regel.",))
    twee = Opmerking(sleutel="doelen[2].doel", alineas=("Als gelezen.",), zoals_gelezen=True)
    assert {
        plek: tekst.partition(".")[0] for (_, plek), (_, tekst) in notities(zet(werk, inhoud, [een, twee])).items()
    } == {
        boek.waar(naam_van("doelen.doel"), 4)[1]: "Als regel",
        boek.waar(naam_van("doelen.doel"), 2)[1]: "Als gelezen",
    }
    assert blad


def test_voorgedrukte_rij_en_meerkeuze(werk: Werk) -> None:
    veld = next(v for v in werk.formulieren["checklist_opstart"].velden if v.rijen)
    inhoud = werk.vol("checklist_opstart")
    boek = Boekje(inhoud)
    sleutel = f"{veld.sleutel}.{veld.rijen[3].sleutel}"
    verwacht = boek.waar(naam_van(f"{veld.sleutel}.{veld.kolommen[0].sleutel}"), 4)
    assert set(notities(zet(werk, inhoud, bij(sleutel), "checklist_opstart"))) == {verwacht}
    keuze = next(v for v in werk.formulieren["aanmelding"].velden if v.soort == "meerkeuze")
    inhoud = werk.vol("aanmelding")
    verwacht = Boekje(inhoud).waar(naam_van(f"{keuze.sleutel}.{keuze.opties[0].sleutel}"))
    assert set(notities(zet(werk, inhoud, bij(keuze.sleutel), "aanmelding"))) == {verwacht}


def test_wat_weg_is_krijgt_de_plek_van_zijn_deel(werk: Werk) -> None:
    boek = Boekje(werk.vol(PLAN))
    _, plek = boek.waar(naam_van("einddoel"))
    boek.schuif("Formulier", int(plek[1:]), -1)
    ((waar, (_, tekst)),) = notities(zet(werk, boek.inhoud(), bij("einddoel"))).items()
    kop = next(c for c in boek.bladen["Formulier"].iter(s("c")) if c.get("r") == waar[1])
    nummer = int(kop.findtext(s("v")) or 0)
    strings = etree.fromstring(boek.delen["xl/sharedStrings.xml"])
    assert "".join(strings[nummer].itertext()) == "Doelen en acties"
    assert tekst.startswith("Over einddoel.")


def test_alles_verder_blijft_byte_voor_byte(werk: Werk) -> None:
    inhoud = werk.vol(PLAN)
    voor, na = delen_van(inhoud), delen_van(zet(werk, inhoud, bij("einddoel", "doelen[1].doel")))
    anders = {naam for naam, deel in voor.items() if na[naam] != deel}
    bladen = {n for n in anders if n.startswith("xl/worksheets/sheet")}
    assert len(bladen) == 2
    for naam in bladen:
        begin, verschil, einde = na[naam].partition(b"<legacyDrawing ")
        assert verschil
        assert begin + einde.partition(b"/>")[2] == voor[naam]
    assert {n for n in anders - bladen if not n.startswith("xl/worksheets/_rels/")} == {"[Content_Types].xml"}
    nieuw = {n for n in set(na) - set(voor) if not n.startswith("xl/worksheets/_rels/")}
    assert nieuw == {
        "xl/comments1.xml",
        "xl/comments2.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/drawings/vmlDrawing2.vml",
    }


def test_niets_te_zeggen_verandert_niets(werk: Werk) -> None:
    inhoud = werk.vol(PLAN)
    assert delen_van(zet(werk, inhoud, [])) == delen_van(inhoud)


def test_antwoorden_blijven_en_onze_opmerkingen_tellen_niet(werk: Werk) -> None:
    inhoud = werk.vol(PLAN)
    met = zet(werk, inhoud, bij("einddoel", "doelen[1].doel", ""))
    assert werk.lees(met).waarden == werk.lees(inhoud).waarden
    assert codes(werk.lees(met)) == []
    assert zet(werk, inhoud, bij("einddoel")) == zet(werk, inhoud, bij("einddoel"))


def test_een_tweede_ronde_vervangt_de_eerste(werk: Werk) -> None:
    inhoud = werk.vol(PLAN)
    een = zet(werk, inhoud, bij("einddoel", "doelen[1].doel", "netwerk_rol"))
    twee = zet(werk, een, bij("einddoel"))
    assert {tekst for _, tekst in notities(twee).values()} == {"Over einddoel.\nEn nog iets.\n(achtfasen, 06-03-2026)"}
    assert len(notities(twee)) == 1
    vormen = b"".join(d for n, d in delen_van(twee).items() if n.endswith(".vml"))
    assert vormen.count(b"<v:shape ") == 1
    assert len(notities(zet(werk, twee, []))) == 0


def met_notitie_van_bo(inhoud: bytes, plek: str) -> bytes:
    """A note of a person in the first sheet, with the loose XML that Excel writes."""
    delen = delen_van(inhoud)
    delen["xl/comments7.xml"] = (
        f'<comments xmlns="{S}"><authors><author>Bo</author></authors><commentList><comment ref="{plek}" authorId="0">'
        "<text><t>Klopt dit?</t></text></comment></commentList></comments>"
    ).encode()
    rij, kolom = int(plek[1:]) - 1, ord(plek[0]) - 65
    delen["xl/drawings/vmlDrawing7.vml"] = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1029" type="#_x0000_t202"><v:textbox><div>a<br></div>'
        f'</v:textbox><x:ClientData ObjectType="Note"><x:Row>{rij}</x:Row><x:Column>{kolom}</x:Column></x:ClientData>'
        "</v:shape></xml>"
    ).encode()
    soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = delen.get("xl/worksheets/_rels/sheet1.xml.rels", b"<Relationships xmlns='http://schemas.openxmlformats.org/"
                     b"package/2006/relationships'></Relationships>")  # fmt: skip
    delen["xl/worksheets/_rels/sheet1.xml.rels"] = rels.replace(b"</Relationships>", (
        f'<Relationship Id="c7" Type="{soort}/comments" Target="../comments7.xml"/>'
        f'<Relationship Id="v7" Type="{soort}/vmlDrawing" Target="../drawings/vmlDrawing7.vml"/></Relationships>'
    ).encode())  # fmt: skip
    delen["xl/worksheets/sheet1.xml"] = delen["xl/worksheets/sheet1.xml"].replace(
        b"</worksheet>", f'<legacyDrawing xmlns:r="{soort}" r:id="v7"/></worksheet>'.encode()
    )
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(b"</Types>", (
        b'<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
        b'<Override PartName="/xl/comments7.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>'
    ))  # fmt: skip
    return schrijf_delen(delen)


def test_opmerkingen_van_mensen_blijven_en_tellen(werk: Werk) -> None:
    _, plek = Boekje(werk.vol(PLAN)).waar(naam_van("einddoel"))
    inhoud = met_notitie_van_bo(werk.vol(PLAN), plek)
    (melding,) = werk.lees(inhoud).meldingen
    assert (melding.code, melding.context["aantal"]) == ("L16", 1)
    met = zet(werk, inhoud, bij("einddoel", "netwerk_rol"))
    terug = notities(met)
    assert terug["Formulier", plek] == ("Bo", "Klopt dit?")
    assert terug["Formulier", f"A{plek[1:]}"][1].startswith("Over einddoel.")  # beside it: a cell holds but one
    assert len(terug) == 3
    (melding,) = werk.lees(met).meldingen
    assert melding.context["aantal"] == 1
    vorm = delen_van(met)["xl/drawings/vmlDrawing7.vml"]
    assert b"a<br></div>" in vorm
    assert vorm.count(b"<v:shape ") == 3
    assert delen_van(met)["xl/worksheets/sheet1.xml"] == delen_van(inhoud)["xl/worksheets/sheet1.xml"]
    assert notities(zet(werk, met, [])) == {("Formulier", plek): ("Bo", "Klopt dit?")}


def test_van_ons_ook_als_een_programma_de_naam_wegliet(werk: Werk) -> None:
    """LibreOffice drops who wrote a note; the last line still tells."""
    met = zet(werk, werk.vol(PLAN), bij("einddoel"))
    delen = delen_van(met)
    delen["xl/comments1.xml"] = delen["xl/comments1.xml"].replace(b"<author>achtfasen</author>", b"<author> </author>")
    zonder = schrijf_delen(delen)
    assert codes(werk.lees(zonder)) == []
    assert len(notities(zet(werk, zonder, bij("netwerk_rol")))) == 1


@pytest.mark.parametrize("sleutel", ["begeleidingsplan", "checklist_uitstroom", "aanmelding", "wijzigingslog"])
def test_bestand_klopt_met_de_schemas(werk: Werk, sleutel: str, valideer) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    veld = werk.formulieren[sleutel].velden[-1].sleutel
    assert schemafouten(valideer, werk.blanco(sleutel)) == []
    assert schemafouten(valideer, werk.vol(sleutel)) == []
    met = zet(werk, werk.vol(sleutel), bij(veld, ""), sleutel)
    assert schemafouten(valideer, met) == []
    schema = valideer.schema("sml.xsd")
    for naam, deel in delen_van(met).items():
        if naam.startswith("xl/comments"):
            assert schema.validate(valideer.without_extensions(etree.fromstring(deel))), schema.error_log
        if naam.endswith(".vml"):
            etree.fromstring(deel)


def test_losse_tekst_krijgt_de_opmerking_bij_zich(werk: Werk) -> None:
    boek = Boekje(werk.vol(PLAN))
    boek.zet_op("Formulier", "D20", "Bel Bo nog even")
    boek.zet_op("Formulier", "A400", "let op")
    inhoud = boek.inhoud()
    sleutels = [m.vindplaats.veld for m in werk.lees(inhoud).meldingen if m.code == "L15"]
    assert len(sleutels) == 2
    met = notities(zet(werk, inhoud, bij(*sleutels)))
    assert [*met] == [("Formulier", "D20"), ("Formulier", "A400")]

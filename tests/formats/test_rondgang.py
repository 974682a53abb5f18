"""What is filled in comes back: ``lees(vul(x)) == x``, for every form and every answer."""

from __future__ import annotations

import io
import string
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from invullen import CYCLUS, DOSSIER, TIEN, aantal_bladen, codes, lees, velden_bij, vol_bestand, volle_antwoorden
from lxml import etree
from modellen import ORGANISATIEFORMULIEREN
from strategieen import antwoorden

from generator.formats import Lezer
from generator.formats.identiteit import Identiteit, controlecijfers, lees_regel
from generator.formats.word import maak_formulier, vul
from generator.formats.word.namen import W
from generator.formulier import definities, formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Formulier, Invulling, Onleesbaar
from generator.veldsoorten import normaliseer_antwoorden

VALIDEER = Path(__file__).parents[3] / "shared" / "tools" / "ooxml-valideer"
VAN_OPVANG = (*TIEN, *ORGANISATIEFORMULIEREN)
EXTRA_VAN_LEEFHUIS = (
    "casusinbreng",
    "rie",
    "signaleringsplan",
    "deelnemerskaart",
    "rapportage",
    "memo",
    "incident",
    "hulpvraagwijziging",
    "overdracht",
    "tevredenheid",
)
NAMEN = {"opvang2004": "Opvang De Brug", "leefhuis2022": "Zorgcentrum De Vlierhof"}


@dataclass(frozen=True)
class Papier:
    """The forms of a model: tailored, blank, and with a reader for them."""

    model: str
    formulieren: Mapping[str, Formulier]
    blanco: Mapping[str, bytes]
    lezer: Lezer


@dataclass(frozen=True)
class Blad:
    """One form of a model."""

    sleutel: str
    papier: Papier

    @property
    def formulier(self) -> Formulier:
        return self.papier.formulieren[self.sleutel]

    @property
    def leeg(self) -> bytes:
        return self.papier.blanco[self.sleutel]

    def vol(self) -> bytes:
        """Return the form, filled in full."""
        return vol_bestand(self.formulier, self.papier.blanco)

    def gevuld(self, waarden: Mapping[str, Any], *dossier: Any) -> bytes:
        """Return the form with answers in it."""
        return vul(self.leeg, self.formulier, waarden, *dossier)

    def lees(self, inhoud: bytes, naam: str = "terug.docx") -> Invulling:
        return lees(self.papier.lezer, inhoud, naam)


@pytest.fixture(scope="session")
def papieren(formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes], lezer: Lezer) -> Mapping[str, Papier]:
    """The forms of opvang2004, and those that only leefhuis2022 has."""
    leefhuis = lees_inrichting("leefhuis2022")
    alle, teksten = formulieren_van(leefhuis), ingevuld(leefhuis)
    extra = {sleutel: maak_formulier(alle[sleutel], teksten) for sleutel in EXTRA_VAN_LEEFHUIS}
    opvang_papier = Papier("opvang2004", formulieren, blanco, lezer)
    leefhuis_papier = Papier("leefhuis2022", alle, extra, Lezer(alle))
    return dict.fromkeys(VAN_OPVANG, opvang_papier) | dict.fromkeys(EXTRA_VAN_LEEFHUIS, leefhuis_papier)


@pytest.fixture(scope="module", params=[*VAN_OPVANG, *EXTRA_VAN_LEEFHUIS])
def blad(request: pytest.FixtureRequest, papieren: Mapping[str, Papier]) -> Blad:
    """Each form that there is."""
    return Blad(request.param, papieren[request.param])


def regelmatig(formulier: Formulier, ruw: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the answers mean; all of them fit."""
    waarden, fouten = normaliseer_antwoorden(formulier, ruw)
    assert fouten == ()
    return waarden


def buiten_de_grenzen(formulier: Formulier, waarden: Mapping[str, Any]) -> list[str]:
    """Return the fields with a number that is smaller or larger than the form expects."""
    return [
        veld.sleutel
        for veld in formulier.velden
        if veld.soort == "getal"
        and (getal := waarden.get(veld.sleutel)) is not None
        and (getal < _of(veld.minimum, getal) or getal > _of(veld.maximum, getal))
    ]


def _of(grens: float | None, anders: float) -> float:
    return anders if grens is None else grens


def test_elk_formulier_gaat_rond(formulieren: Mapping[str, Formulier], papieren: Mapping[str, Papier]) -> None:
    assert len(VAN_OPVANG) == 24
    assert sorted(formulieren) == sorted(VAN_OPVANG)
    assert sorted([*VAN_OPVANG, *EXTRA_VAN_LEEFHUIS]) == sorted(definities())
    leefhuis = papieren["rie"].formulieren
    assert sorted(EXTRA_VAN_LEEFHUIS) == sorted(set(leefhuis) - set(formulieren))


# -- the property


def test_rondgang(blad: Blad) -> None:
    """The answers come back, and the bookmarks of the file that holds them are sound."""
    formulier = blad.formulier

    @given(ruw=antwoorden(formulier))
    def komt_terug(ruw: dict[str, Any]) -> None:
        waarden = regelmatig(formulier, ruw)
        inhoud = blad.gevuld(waarden)
        gelezen = blad.lees(inhoud)
        assert gelezen.waarden == waarden
        assert list(gelezen.waarden) == list(waarden)
        assert gelezen.niet_gevonden == ()
        # Random numbers may lie outside what a field expects; that is all there is to say.
        assert codes(gelezen) == ["L18"] * len(buiten_de_grenzen(formulier, waarden))
        assert velden_bij(gelezen, "L18") == buiten_de_grenzen(formulier, waarden)
        assert dict(gelezen.routes) == {"tag": aantal_bladen(formulier, waarden)}
        controleer_bladwijzers(inhoud)

    komt_terug()


def test_normaal_blijft_normaal(blad: Blad) -> None:
    formulier = blad.formulier

    @given(ruw=antwoorden(formulier))
    def blijft(ruw: dict[str, Any]) -> None:
        waarden = regelmatig(formulier, ruw)
        assert regelmatig(formulier, waarden) == waarden

    blijft()


def test_alles_gevuld(blad: Blad) -> None:
    waarden = volle_antwoorden(blad.formulier)
    gelezen = blad.lees(blad.vol())
    assert gelezen.waarden == waarden
    assert codes(gelezen) == []
    assert dict(gelezen.routes) == {"tag": aantal_bladen(blad.formulier, waarden)}
    assert (gelezen.dossier, gelezen.cyclus) == (DOSSIER, CYCLUS)


def test_leeg_formulier_is_leeg(blad: Blad) -> None:
    gelezen = blad.lees(blad.leeg)
    assert gelezen.waarden == {}
    assert gelezen.niet_gevonden == ()
    assert codes(gelezen) == []
    assert dict(gelezen.routes) == {"tag": aantal_bladen(blad.formulier, {})}
    assert (gelezen.dossier, gelezen.cyclus) == ("", None)


def test_elk_antwoord_weet_waar_het_staat(blad: Blad) -> None:
    gelezen = blad.lees(blad.vol(), "map/een.docx")
    plekken = {antwoord.sleutel: antwoord.vindplaats for antwoord in gelezen.antwoorden}
    assert len(plekken) == len(gelezen.antwoorden)
    assert {plek.bestand for plek in plekken.values()} == {"map/een.docx"}
    assert {plek.formaat for plek in plekken.values()} == {"word"}
    assert {plek.formulier for plek in plekken.values()} == {blad.sleutel}
    assert {plek.route for plek in plekken.values()} == {"tag"}
    assert [naam for naam, plek in plekken.items() if not plek.plek or plek.veld != naam] == []


def test_zelfde_antwoorden_geven_zelfde_bytes(
    formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes]
) -> None:
    plan = formulieren["begeleidingsplan"]
    assert vol_bestand(plan, blanco) == vol_bestand(plan, blanco)


# -- answers that can't be understood are kept as they were typed


def test_onleesbaar_komt_terug_zoals_getypt(
    formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes], lezer: Lezer
) -> None:
    plan = formulieren["begeleidingsplan"]
    ruw = {
        "plan_datum": "31-02-2026",
        "plan_versie": "anderhalf",
        "doelen": [{"doel_nr": "1.000", "prioriteit": "een beetje", "streefdatum": "komend voorjaar"}],
        "handtekening_client": {"naam": "Bo", "datum": "6-3-26", "getekend": "misschien"},
    }
    waarden, fouten = normaliseer_antwoorden(plan, ruw)
    assert fouten == ()
    gelezen = lees(lezer, vul(blanco[plan.sleutel], plan, waarden))
    assert gelezen.waarden == waarden
    assert gelezen.waarden["plan_datum"] == Onleesbaar("31-02-2026", "die datum bestaat niet")
    assert codes(gelezen) == ["L04", "L04", "L13", "L13"]


# -- identity in three places


def drie_plekken(inhoud: bytes) -> list[Identiteit]:
    """Return the identity from the properties, the subject and the footer, each read on its own."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        eigen = {
            str(deel.get("name")).removeprefix("achtfasen."): "".join(map(str, deel.itertext()))
            for deel in etree.fromstring(pakket.read("docProps/custom.xml"))
        }
        regels = [
            "".join(map(str, etree.fromstring(pakket.read(naam)).itertext()))
            for naam in ("docProps/core.xml", "word/footer1.xml")
        ]
    lezingen = [lees_regel(regel) for regel in regels]
    assert all(lezing is not None and lezing.klopt for lezing in lezingen)
    return [Identiteit(**eigen), *(lezing.identiteit for lezing in lezingen if lezing)]


def test_herkenning_op_drie_plekken_gelijk(blad: Blad) -> None:
    verwacht = Identiteit(
        formulier=blad.sleutel,
        versie=blad.formulier.versie,
        organisatie=NAMEN[blad.papier.model],
        handleiding=drie_plekken(blad.leeg)[0].handleiding,
        uitgangsmodel=blad.papier.model,
    )
    assert drie_plekken(blad.leeg) == [verwacht] * 3
    gevuld = drie_plekken(blad.gevuld({}, "D-7", 3))
    assert {(een.dossier, een.cyclus) for een in gevuld} == {("D-7", "3")}
    assert len(set(gevuld)) == 1


def test_elk_dossiernummer_komt_terug(
    formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes], lezer: Lezer
) -> None:
    @given(dossier=st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Zs")), min_size=1))
    @example("–")
    def komt_terug(dossier: str) -> None:
        gelezen = lees(lezer, vul(blanco["exit"], formulieren["exit"], {}, dossier, 1))
        assert codes(gelezen) == []
        assert gelezen.dossier == dossier.replace("|", "/")
        assert gelezen.cyclus == 1

    komt_terug()


@pytest.mark.parametrize("dossier", ["D\x06", "D\x00", "D\ud800", "D\uffff"])
def test_geen_dossiernummer_maakt_het_bestand_stuk(
    dossier: str, formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes], lezer: Lezer
) -> None:
    assert lees(lezer, vul(blanco["exit"], formulieren["exit"], {}, dossier, 1)).dossier == "D"


def test_controlecijfers_zien_elk_ander_teken() -> None:
    regel = "Formulier exit | versie 1 | De Brug | handleiding 0 | dossier D-0001 | cyclus 1 | opvang2004"
    gemist = [
        (plaats, teken)
        for plaats in range(len(regel))
        for teken in string.ascii_letters + string.digits + " -"
        if teken != regel[plaats]
        and controlecijfers(regel[:plaats] + teken + regel[plaats + 1 :]) == controlecijfers(regel)
    ]
    assert gemist == []


# -- the file stays valid


@pytest.fixture(scope="module")
def valideer() -> ModuleType:
    """The schema checker that the projects share; skipped, visibly, where it is not."""
    if not VALIDEER.exists():
        pytest.skip(f"{VALIDEER} is er niet: de bestanden zijn niet tegen de schema's gehouden")
    laden = SourceFileLoader("ooxml_valideer", str(VALIDEER))
    module = module_from_spec(spec_from_loader(laden.name, laden) or pytest.fail("geen lader"))
    schrijft_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    laden.exec_module(module)
    sys.dont_write_bytecode = schrijft_bytecode
    return module


def schemafouten(valideer: ModuleType, inhoud: bytes) -> list[str]:
    """Return what the schemas object to in the parts of a document."""
    fouten = []
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        for naam in pakket.namelist():
            schema = next((xsd for vorm, xsd in valideer.PARTS if vorm.fullmatch(naam)), None)
            if schema is None:
                continue
            keurder = valideer.schema(schema)
            if not keurder.validate(valideer.without_extensions(etree.fromstring(pakket.read(naam)))):
                fouten += [f"{naam}: {fout.message}" for fout in keurder.error_log]
    return fouten


def test_bestand_klopt_met_de_schemas(blad: Blad, valideer: ModuleType) -> None:
    assert schemafouten(valideer, blad.leeg) == []
    assert schemafouten(valideer, blad.vol()) == []


@pytest.mark.parametrize("sleutel", ["begeleidingsplan", "checklist_uitstroom", "implementatieplan"])
def test_willekeurig_gevuld_klopt_met_de_schemas(
    sleutel: str, valideer: ModuleType, formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes]
) -> None:
    formulier = formulieren[sleutel]

    @given(ruw=antwoorden(formulier))
    def klopt(ruw: dict[str, Any]) -> None:
        inhoud = vul(blanco[sleutel], formulier, regelmatig(formulier, ruw), DOSSIER, CYCLUS)
        assert schemafouten(valideer, inhoud) == []

    klopt()


def test_bladwijzers_zijn_uniek_en_gesloten(blad: Blad) -> None:
    for inhoud in (blad.leeg, blad.vol()):
        controleer_bladwijzers(inhoud)


def controleer_bladwijzers(inhoud: bytes) -> None:
    """Every bookmark is closed, and no number or name stands twice."""
    document = document_van(inhoud)
    begin = xpath(document, "//w:bookmarkStart/@w:id")
    assert xpath(document, "//w:bookmarkEnd/@w:id") != []
    assert sorted(xpath(document, "//w:bookmarkEnd/@w:id")) == sorted(begin)
    assert uniek(begin)
    assert uniek(xpath(document, "//w:bookmarkStart/@w:name"))


def test_geen_rij_heeft_een_minste_hoogte(blad: Blad) -> None:
    """With one, LibreOffice 7.4 lays out pages without end while somebody types: the program hangs."""
    for inhoud in (blad.leeg, blad.vol()):
        document = document_van(inhoud)
        assert xpath(document, "//w:tr//w:cantSplit") != []
        assert xpath(document, "//w:trHeight") == []


def test_nummers_van_vakken_zijn_uniek(blad: Blad) -> None:
    for inhoud in (blad.leeg, blad.vol()):
        assert uniek(xpath(document_van(inhoud), "//w:sdtPr/w:id/@w:val"))


def test_nummers_van_vakken_in_twee_gegroeide_tabellen(
    formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes]
) -> None:
    plan = formulieren["begeleidingsplan"]
    waarden = regelmatig(plan, {"doelen": [{"doel_nr": nr} for nr in range(9)], "acties": [{"doel_nr": 1}] * 9})
    document = document_van(vul(blanco[plan.sleutel], plan, waarden))
    assert uniek(xpath(document, "//w:sdtPr/w:id/@w:val"))


def document_van(inhoud: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return etree.fromstring(pakket.read("word/document.xml"))


def xpath(document: etree._Element, pad: str) -> list[str]:
    return list(document.xpath(pad, namespaces={"w": W}))


def uniek(nummers: list[str]) -> bool:
    return len(set(nummers)) == len(nummers)


# -- preprinted rows, and rows of one's own


def test_voorgedrukt_dubbel_blijft_op_zijn_plek(formulieren: Mapping[str, Formulier]) -> None:
    intake = formulieren["intake"]
    rijen = [{"leefgebied": "werk"}, {"leefgebied": "eigen"}, {"leefgebied": "werk", "goed": "ja"}]
    eens, _ = normaliseer_antwoorden(intake, {"functioneren": rijen})
    assert eens["functioneren"] == ({"leefgebied": "werk", "goed": "ja"}, {"leefgebied": "eigen"})


def test_rij_zonder_naam_wordt_geen_voorgedrukte_rij(
    formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes], lezer: Lezer
) -> None:
    intake = formulieren["intake"]
    waarden = regelmatig(intake, {"functioneren": [{"goed": "kookt graag"}]})
    assert waarden["functioneren"] == ({"goed": "kookt graag"},)
    assert lees(lezer, vul(blanco["intake"], intake, waarden)).waarden == waarden


def test_eigen_rij_in_tabel_zonder_reserve(
    formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes], lezer: Lezer
) -> None:
    intake = formulieren["intake"]
    (tabel,) = [veld for veld in intake.velden if veld.sleutel == "functioneren"]
    assert tabel.reserve == 0
    waarden = regelmatig(intake, {"functioneren": [{"leefgebied": "Muziek", "goed": "speelt gitaar"}] * 2})
    gelezen = lees(lezer, vul(blanco["intake"], intake, waarden))
    assert gelezen.waarden == waarden
    assert dict(gelezen.routes) == {"tag": aantal_bladen(intake, waarden)}


def test_onleesbare_meerkeuze_gaat_niet_verloren(
    formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes], lezer: Lezer
) -> None:
    aanmelding = formulieren["aanmelding"]
    waarden, fouten = normaliseer_antwoorden(aanmelding, {"leefgebieden_vraag": ["wonen", "tuin"]})
    gelezen = lees(lezer, vul(blanco["aanmelding"], aanmelding, waarden))
    assert fouten or "leefgebieden_vraag" in gelezen.waarden


def test_tekst_die_de_uitnodiging_is_telt_als_leeg(
    formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes], lezer: Lezer
) -> None:
    plan = formulieren["begeleidingsplan"]
    waarden = regelmatig(plan, {"gesprek_frequentie": plan.veld("gesprek_frequentie").plaatshouder, "einddoel": "x"})
    assert lees(lezer, vul(blanco[plan.sleutel], plan, waarden)).waarden == {"einddoel": "x"}

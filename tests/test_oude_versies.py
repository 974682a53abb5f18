"""Forms of earlier versions in one dossier: read and judged as what they are, lifted to today's."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.checks.optillen import Overgang
from generator.cli import main
from generator.formulier import definities, formulieren_van
from generator.inrichting import schrijf_inrichting
from generator.model import Aanpassing, Inrichting, Invulling, Leefgebied, Optie, Rapport, Veld
from generator.opdrachten import (
    Maakopdracht,
    Opdrachtfout,
    begin_inrichting,
    controleer_bestanden,
    lees,
    maak,
    toets_inrichting,
    verleden_van,
    vul_formulier,
)
from generator.organisatie import lees_organisatie

PLAN, PEILDATUM = "begeleidingsplan", date(2026, 2, 1)
THUIS = Leefgebied(
    sleutel="thuis",
    naam="Wonen en geld",
    reikwijdte="Waar je woont en wat je te besteden hebt.",
    themas=("zelfstandig wonen", "schulden"),
    vragen=("Wat maakt een plek voor jou een thuis?", "Wie helpt je met je geld?"),
    synoniemen=("wonen", "financien"),
)
BEWIND = Veld(sleutel="bewind", soort="kort", label="Bewindvoerder van {de_client}", verplicht="ja")
TOLK = Veld(sleutel="tolk", soort="kort", label="Tolk", verplicht="ja")
WAAROM = Veld(sleutel="reis_uitleg", soort="kort", label="Uitleg bij de reis", verplicht="als reis = bus")
BUS, FIETS = Optie(sleutel="bus", label="Met de bus"), Optie(sleutel="fiets", label="Op de fiets")
OV = Optie(sleutel="ov", label="Openbaar vervoer", synoniemen=("bus",))


def reis(*opties: Optie) -> Veld:
    return Veld(sleutel="reis", soort="keuze", label="Hoe reis je?", opties=opties)


def met_velden(inrichting: Inrichting, *velden: Veld) -> Inrichting:
    anders = Aanpassing(velden_erbij={"plan": velden})
    return replace(inrichting, formulieren={**inrichting.formulieren, PLAN: anders})


def vandaag(inrichting: Inrichting) -> Inrichting:
    """Return what the organisation has become: fields, choices, leefgebieden and words are others."""
    over = tuple(g for g in inrichting.leefgebieden if g.sleutel not in ("wonen", "financien"))
    client = replace(inrichting.termen["client"], enkelvoud="gast", meervoud="gasten")
    anders = met_velden(inrichting, reis(OV, FIETS), replace(WAAROM, verplicht="als reis = ov"), TOLK)
    return replace(anders, leefgebieden=(THUIS, *over), termen={**inrichting.termen, "client": client}, versies={})


class Huis:
    """An organisation on disk, and the forms it hands out and gets back."""

    def __init__(self, map_: Path) -> None:
        self.map_ = map_
        self.thuis = begin_inrichting(map_ / "huis", "opvang2004", "Huis Noord").parent
        self.terug = map_ / "in"
        self.schrijf(met_velden(self.inrichting, reis(BUS, FIETS), WAAROM, BEWIND))

    @property
    def inrichting(self) -> Inrichting:
        return lees_organisatie(str(self.thuis))

    def schrijf(self, inrichting: Inrichting) -> None:
        (self.thuis / "inrichting.yaml").write_text(schrijf_inrichting(inrichting), encoding="utf-8")

    def maak(self, versie: str) -> Path:
        opdracht = Maakopdracht(naar=self.map_ / versie, thuis=self.thuis, handleiding=False, posters=False)
        maak(self.inrichting, opdracht)
        return self.map_ / versie / "formulieren" / f"{PLAN}.docx"

    def vul(self, blanco: Path, naam: str, antwoorden: Mapping[str, Any], dossier: str = "D-1") -> Path:
        kop = {"client_naam": "Jip", "datum_ingevuld": date(2026, 1, 2), "ingevuld_door": "Jan"}
        gegeven = {"formulier": PLAN, "dossier": dossier, "cyclus": 1, "antwoorden": {**kop, **antwoorden}}
        bron, doel = self.map_ / f"{naam}.yaml", self.terug / f"{naam}.docx"
        bron.write_text(json.dumps(gegeven, ensure_ascii=False, default=str), encoding="utf-8")
        vul_formulier(blanco, bron, doel, self.inrichting, verleden_van(str(self.thuis)))
        return doel

    def controleer(self) -> Rapport:
        return controleer_bestanden([self.terug], str(self.thuis), PEILDATUM)


def plan(gebieden: Mapping[str, str], **delen: Any) -> dict[str, Any]:
    """Return the answers of a plan in which every leefgebied has its wish."""
    doel = {"doel_nr": 1, "leefgebied": next(iter(gebieden)), "doel": "Ik heb een eigen kamer."}
    return {
        "plan_datum": date(2026, 1, 2),
        "einddoel": "Zelfstandig wonen",
        "gewenste_situatie": dict(gebieden),
        "keuze": [{"leefgebied": naam, "wens": tekst} for naam, tekst in list(gebieden.items())[:2]],
        "doelen": [doel],
        **delen,
    }


def wensen(inrichting: Inrichting) -> dict[str, str]:
    return {gebied.sleutel: f"Wens over {gebied.sleutel}" for gebied in inrichting.leefgebieden}


OUD = {"reis": "bus", "reis_uitleg": "Lijn 4", "bewind": "Mevrouw Bos"}
NIEUW = {"reis": "ov", "reis_uitleg": "Lijn 4", "tolk": "geen"}


@pytest.fixture(scope="module")
def gedeeld(tmp_path_factory: pytest.TempPathFactory) -> Huis:
    """A house with one old and one new plan, of two versions of the plan."""
    huis = Huis(tmp_path_factory.mktemp("huis"))
    blanco = huis.maak("v1")
    huis.vul(blanco, "oud", plan(wensen(huis.inrichting), plan_versie=1, **OUD))
    huis.schrijf(vandaag(huis.inrichting))
    nieuw = huis.maak("v2")
    huis.vul(nieuw, "nieuw", plan(wensen(huis.inrichting), plan_versie=2, **NIEUW))
    return huis


@pytest.fixture
def huis(gedeeld: Huis, tmp_path: Path) -> Huis:
    """A copy that a test may change."""
    kopie = Huis.__new__(Huis)
    kopie.map_ = tmp_path / "kopie"
    shutil.copytree(gedeeld.map_, kopie.map_)
    kopie.thuis, kopie.terug = kopie.map_ / "huis", kopie.map_ / "in"
    return kopie


def per_bestand(rapport: Rapport) -> dict[str, Counter[str]]:
    uit: dict[str, Counter[str]] = {}
    for bevinding in rapport.bevindingen:
        naam = Path(bevinding.vindplaatsen[0].bestand).stem if bevinding.vindplaatsen else ""
        uit.setdefault(naam, Counter())[bevinding.code] += 1
    return uit


def test_oud_en_nieuw_samen(gedeeld: Huis) -> None:
    rapport = gedeeld.controleer()
    gevonden = per_bestand(rapport)
    # What both leave out; of the first the dossier has no forms before it (R38), and it is old.
    beide = Counter({"R01": 5, "R09": 1, "R10": 2, "R11": 2, "R12": 2})
    assert gevonden == {"oud": beide + Counter({"R38": 3, "R71": 1}), "nieuw": beide + Counter({"R02": 1})}
    # In its own words.
    eigen = {Path(b.vindplaatsen[0].bestand).stem: b.bericht for b in rapport.bevindingen if "gast’" in b.bericht}
    assert list(eigen) == ["nieuw"]
    assert any("‘Handtekening cliënt’ ontbreekt" in b.bericht for b in rapport.bevindingen if b.code == "R11")
    (r71,) = (b.bericht for b in rapport.bevindingen if b.code == "R71")
    assert "gemaakt met versie 1; nu geldt versie 2. Nieuw sindsdien: ‘Tolk’." in r71


def test_waarden_staan_onder_de_namen_van_nu(gedeeld: Huis) -> None:
    (oud,) = (
        b.invulling for b in gedeeld.controleer().bestanden if b.invulling is not None and b.pad.endswith("oud.docx")
    )
    assert oud.versie == "1"
    assert oud.waarden["reis"] == "ov"
    assert oud.waarden["bewind"] == "Mevrouw Bos"
    assert oud.waarden["gewenste_situatie"]["thuis"] == "Wens over wonen\nWens over financien"
    assert "wonen" not in oud.waarden["gewenste_situatie"]
    assert {rij["leefgebied"] for rij in oud.waarden["keuze"]} == {"thuis"}
    assert oud.waarden["doelen"][0]["leefgebied"] == "thuis"
    assert oud.niet_gevonden == ()


def test_lees_geeft_elk_antwoord(gedeeld: Huis, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lees", str(gedeeld.terug / "oud.docx"), "--json", "--inrichting", str(gedeeld.thuis)]) == 0
    (gelezen,) = json.loads(capsys.readouterr().out)
    assert gelezen["versie"] == "1"
    antwoorden = gelezen["antwoorden"]
    assert {naam: antwoorden[naam] for naam in OUD} == OUD
    assert antwoorden["gewenste_situatie"]["wonen"] == "Wens over wonen"
    assert antwoorden["gewenste_situatie"]["financien"] == "Wens over financien"
    assert [rij["leefgebied"] for rij in antwoorden["keuze"]] == ["wonen", "financien"]
    assert main(["lees", str(gedeeld.terug / "oud.docx"), "--inrichting", str(gedeeld.thuis)]) == 0
    scherm = capsys.readouterr().out
    assert "versie 1" in scherm
    assert "niet teruggevonden" not in scherm


def test_verplicht_is_wat_toen_verplicht_was(huis: Huis) -> None:
    kaal = plan({"wonen": "Een kamer"}, reis="bus")
    huis.vul(huis.map_ / "v1" / "formulieren" / f"{PLAN}.docx", "oud", kaal)
    teksten = [b.bericht for b in huis.controleer().bevindingen if Path(b.vindplaatsen[0].bestand).stem == "oud"]
    # What was a condition then, is one now: under the key of then and of now.
    assert any("‘Uitleg bij de reis’" in tekst and "‘Met de bus’" in tekst for tekst in teksten), teksten
    # A question that is gone is missed by nobody, nor one that was not there yet.
    assert not any("Bewindvoerder" in tekst for tekst in teksten)
    assert not any("‘Tolk’" in tekst for tekst in teksten if "Nieuw sindsdien" not in tekst)


def test_twee_keer_terug(huis: Huis) -> None:
    shutil.copy(huis.terug / "oud.docx", huis.terug / "oud kopie.docx")
    alles = Counter(b.code for b in huis.controleer().bevindingen)
    (huis.terug / "oud kopie.docx").unlink()
    assert alles - Counter(b.code for b in huis.controleer().bevindingen) == Counter({"R70": 1})


def test_zonder_bewaarde_versie(huis: Huis) -> None:
    (huis.thuis / "versies" / f"{PLAN}-1.json").unlink()
    rapport = huis.controleer()
    (r71,) = (b.bericht for b in rapport.bevindingen if b.code == "R71")
    assert "Kijk of er vragen veranderd zijn" in r71
    oud = next(b.invulling for b in rapport.bestanden if b.invulling and b.pad.endswith("oud.docx"))
    assert "Mevrouw Bos" in {antwoord.waarde for antwoord in oud.antwoorden}


def test_een_gebied_dat_verviel(huis: Huis) -> None:
    nu = huis.inrichting
    huis.schrijf(replace(nu, leefgebieden=(replace(THUIS, synoniemen=()), *nu.leefgebieden[1:]), versies={}))
    rapport = huis.controleer()
    assert {b.code for b in rapport.bevindingen}.isdisjoint({"R39", "R03", "L09", "L10", "L15"})
    oud = next(b.invulling for b in rapport.bestanden if b.invulling and b.pad.endswith("oud.docx"))
    assert oud.waarden["gewenste_situatie"]["wonen"] == "Wens over wonen"
    (r71,) = (b.bericht for b in rapport.bevindingen if b.code == "R71")
    assert "Nieuw sindsdien: ‘Tolk’ en leefgebied ‘Wonen en geld’." in r71


def test_van_een_ander_met_hetzelfde_nummer(huis: Huis) -> None:
    """Version 1 of another organisation is not our version 1."""
    (huis.thuis / "inrichting.yaml").write_text(
        schrijf_inrichting(replace(huis.inrichting, organisatie=replace(huis.inrichting.organisatie, naam="Zuid"))),
        encoding="utf-8",
    )
    overzicht = huis.thuis / "versies" / "overzicht.json"
    overzicht.write_text(overzicht.read_text(encoding="utf-8").replace("Huis Noord", "Huis West"), encoding="utf-8")
    verleden, nu = verleden_van(str(huis.thuis)), formulieren_van(huis.inrichting)[PLAN]
    assert verleden.definitie_bij(nu, "1", "Huis Noord") is None
    assert verleden.definitie_bij(nu, "1", "huis west") is not None


def test_een_oud_blanco_wordt_gevuld_als_wat_het_is(huis: Huis) -> None:
    oud = huis.map_ / "v1" / "formulieren" / f"{PLAN}.docx"
    doel = huis.vul(oud, "later", plan({"wonen": "Een kamer"}, **OUD))
    (gelezen,) = lees([doel], huis.inrichting, verleden_van(str(huis.thuis)))
    assert gelezen.invulling is not None
    assert {naam: gelezen.invulling.waarden[naam] for naam in OUD} == OUD


def test_een_oud_blanco_zonder_verleden_verliest_niets(huis: Huis) -> None:
    (huis.thuis / "versies" / f"{PLAN}-1.json").unlink()
    oud = huis.map_ / "v1" / "formulieren" / f"{PLAN}.docx"
    with pytest.raises(Opdrachtfout, match="Niet elk antwoord heeft daarin een plek: ‘Tolk’"):
        huis.vul(oud, "later", {"plan_datum": date(2026, 1, 2), "tolk": "Ja"})
    assert not (huis.terug / "later.docx").exists()
    assert huis.vul(oud, "later", {"plan_datum": date(2026, 1, 2)}).exists()


@pytest.mark.parametrize("model", ["opvang2004", "movisie2021"])
def test_een_overgang_naar_zichzelf_verandert_niets(model: str) -> None:
    for formulier in formulieren_van(lees_organisatie(model)).values():
        assert Overgang(formulier, formulier).definitie == formulier


def test_themas_tellen_door(opvang: Inrichting) -> None:
    """Themes are counted per leefgebied; of two that became one the second counts on."""
    toen, nu = (formulieren_van(deel)["persoonsbeschrijving"] for deel in (opvang, vandaag(opvang)))
    overgang, themas = Overgang(toen, nu), [len(gebied.themas) for gebied in opvang.leefgebieden[:2]]
    deel = Invulling(
        formulier=toen.sleutel, versie="1", organisatie="", dossier="D-1", cyclus=1, bestand="a.docx", formaat="word",
        waarden={"lg_themas": {"wonen": ("t1",), "financien": ("t2",)}}, niet_gevonden=("lg_themas.financien.t1",),
    )  # fmt: skip
    opgetild = overgang.til_op(deel)
    assert opgetild.waarden["lg_themas"] == {"thuis": ("t1", f"t{themas[0] + 2}")}
    assert opgetild.niet_gevonden == ()
    assert len(overgang.leefgebieden[0].themas) == sum(themas)


def test_een_beschadigde_versie_is_een_duidelijke_fout(huis: Huis, capsys: pytest.CaptureFixture[str]) -> None:
    (huis.thuis / "versies" / f"{PLAN}-1.json").write_text("{", encoding="utf-8")
    oud = str(huis.terug / "oud.docx")
    for opdracht in (["controleer", str(huis.terug)], ["lees", oud], ["lees", oud, "--json"]):
        assert main([*opdracht, "--inrichting", str(huis.thuis)]) == 2
        uit, fout = capsys.readouterr()
        assert uit == ""
        assert f"{PLAN}-1.json: Dit bestand is beschadigd." in fout
        assert fout.count("Dit bestand is") == 1
        assert "Traceback" not in fout
    # A form of today's version needs no history.
    assert main(["lees", str(huis.terug / "nieuw.docx"), "--inrichting", str(huis.thuis)]) == 0


TIEN, BEOORDEELD = "randvoorwaarden", {f"rv_{nr}": "ja" for nr in range(1, 11)}
LIFT = Veld(sleutel="lift", soort="keuze", label="Is er een lift?", opties=(BUS, FIETS))


def ingevulde_randvoorwaarden(huis: Huis) -> Path:
    """Fill a form of the organisation itself, and change that form afterwards."""

    def met(veld: Veld) -> Inrichting:
        anders = Aanpassing(velden_erbij={definities()[TIEN].secties[0].sleutel: (veld,)})
        return replace(huis.inrichting, formulieren={**huis.inrichting.formulieren, TIEN: anders}, versies={})

    huis.schrijf(met(LIFT))
    blanco = huis.maak("v3").with_name(f"{TIEN}.docx")
    bron, doel = huis.map_ / "tien.yaml", huis.map_ / "tien" / "tien.docx"
    antwoorden = {"of_datum": date(2026, 1, 5), "lift": "bus", **BEOORDEELD}
    bron.write_text(json.dumps({"formulier": TIEN, "antwoorden": antwoorden}, default=str), encoding="utf-8")
    vul_formulier(blanco, bron, doel, huis.inrichting, verleden_van(str(huis.thuis)))
    huis.schrijf(met(replace(LIFT, opties=(OV, FIETS))))
    huis.maak("v4")
    return doel


def test_toets_leest_een_oude_versie_als_wat_zij_is(huis: Huis, capsys: pytest.CaptureFixture[str]) -> None:
    doel = ingevulde_randvoorwaarden(huis)
    rapport, _ = toets_inrichting(str(huis.thuis), PEILDATUM, ingevuld=[doel])
    (gelezen,) = rapport.bestanden
    assert gelezen.invulling
    assert (gelezen.invulling.versie, gelezen.invulling.waarden["lift"]) == ("2", "ov")
    (huis.thuis / "versies" / f"{TIEN}-2.json").write_text("[]", encoding="utf-8")
    assert main(["toets", str(huis.thuis), "--ingevuld", str(doel)]) == 2
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert f"{TIEN}-2.json: Dit bestand is beschadigd." in fout
    assert main(["toets", str(huis.thuis)]) in (0, 1)

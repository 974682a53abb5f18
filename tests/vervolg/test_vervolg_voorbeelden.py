"""P1 and P2 form by form (domein.md 4.9): each next form filled in beforehand, then only what is new filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drukkerij import Drukkerij
from onderweg import Blancomaker, Stap, blanco, een, formulier_van, lees, loop, organisatie, vervolg, voorbeeldpaden

from generator.checks import controleer
from generator.formats import Formaatnaam, Lezer
from generator.formats.word import vul
from generator.opdrachten import lees_antwoordbestand, regelmatige_antwoorden

PEILDATUM = date(2026, 9, 20)
KOP = {"dossier_nr", "client_naam", "geboortedatum", "cyclus_nr"}


WANDELINGEN: Sequence[tuple[str, Formaatnaam]] = (("P1", "word"), ("P2", "word"))
Wandeling = tuple[str, Formaatnaam, Path]


_GELOPEN: dict[Path, tuple[list[Stap], list[str]]] = {}


def gelopen(naam: str, soort: Formaatnaam, map_: Path, maak: Blancomaker = blanco) -> tuple[list[Stap], list[str]]:
    """Walk once per folder."""
    if map_ not in _GELOPEN:
        map_.mkdir()
        _GELOPEN[map_] = loop(naam, map_, soort, maak)
    return _GELOPEN[map_]


@pytest.fixture(scope="module", params=WANDELINGEN, ids="-".join)
def voorbeeld(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Wandeling:
    naam, soort = request.param
    return naam, soort, tmp_path_factory.getbasetemp() / f"loop-{naam}-{soort}"


def test_elk_formulier_van_het_voorbeeld_kwam_aan_de_beurt(voorbeeld: Wandeling) -> None:
    stappen, gemist = gelopen(*voorbeeld)
    assert gemist == []
    verwacht = [lees_antwoordbestand(pad).formulier for pad in voorbeeldpaden(voorbeeld[0])]
    assert [stap.formulier for stap in stappen] == verwacht


def test_het_hele_dossier_geeft_geen_bevinding(voorbeeld: Wandeling) -> None:
    naam, soort, map_ = voorbeeld
    gelopen(*voorbeeld)
    inrichting, formulieren = organisatie("opvang2004")
    lezer = Lezer(formulieren)
    bestanden = [lezer.lees(pad) for pad in sorted((map_ / "dossier").iterdir())]
    assert {bestand.formaat for bestand in bestanden} == {soort}
    assert len(bestanden) == len(voorbeeldpaden(naam))
    rapport = controleer(bestanden, inrichting, PEILDATUM, formulieren=formulieren)
    assert [(b.code, b.bericht) for b in rapport.bevindingen] == []


def test_elk_formulier_scheelt_typen(voorbeeld: Wandeling) -> None:
    """What the note quotes; see ``python tests/vervolg/onderweg.py``."""
    stappen, _ = gelopen(*voorbeeld)
    per_soort = {(stap.formulier, stap.cyclus): stap for stap in stappen}
    assert all(stap.vooraf >= 3 for stap in stappen[1:] if stap.formulier != "exit")
    assert all(stap.zelf > 0 for stap in stappen)
    plan = per_soort["begeleidingsplan", 1]
    # kop, hulpvraag, and leefgebied and wens of eight leefgebieden
    assert plan.vooraf == 4 + 1 + 16
    if voorbeeld[0] == "P1":
        assert per_soort["persoonsbeschrijving", 1].vooraf == 44
    else:
        assert per_soort["begeleidingsplan", 2].vooraf == 34


def test_de_reden_staat_erbij(voorbeeld: Wandeling) -> None:
    stappen, _ = gelopen(*voorbeeld)
    redenen = {(stap.formulier, stap.cyclus): stap.reden for stap in stappen}
    assert "volgt op Intakeformulier van " in redenen["checklist_opstart", None]
    assert "besluit ‘" in redenen["checklist_opstart", None]
    assert "gepland op " in redenen["evaluatie", 1]


@pytest.mark.parametrize(("naam", "soort"), [("P1", "excel"), ("P2", "pdf")])
def test_de_hele_weg_in_een_ander_formaat(
    naam: str, soort: Formaatnaam, drukkerij: Drukkerij, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same walk as in Word, step by step with the same answers, in one test: a step in PDF takes a while."""
    drukkerij.blanco(soort, "aanmelding")  # skips where this format can't be made
    wandeling = naam, soort, tmp_path_factory.mktemp("loop") / "hier"
    gelopen(*wandeling, lambda model, sleutel, soort: drukkerij.blanco(soort, sleutel, model))
    test_elk_formulier_van_het_voorbeeld_kwam_aan_de_beurt(wandeling)
    test_het_hele_dossier_geeft_geen_bevinding(wandeling)
    test_elk_formulier_scheelt_typen(wandeling)
    test_de_reden_staat_erbij(wandeling)


# --------------------------------------------------------------------------
# What goes along


def tot_en_met(naam: str, aantal: int, map_: Path) -> Path:
    """Write the first forms of an example, as they are."""
    formulieren = organisatie("opvang2004")[1]
    map_.mkdir(parents=True)
    for pad in voorbeeldpaden(naam)[:aantal]:
        gegeven = lees_antwoordbestand(pad)
        waarden = regelmatige_antwoorden(gegeven, formulieren[gegeven.formulier])
        leeg = blanco("opvang2004", gegeven.formulier)
        inhoud = vul(leeg, formulieren[gegeven.formulier], waarden, gegeven.dossier, gegeven.cyclus)
        (map_ / f"{pad.stem}.docx").write_bytes(inhoud)
    return map_


def volgende(naam: str, aantal: int, sleutel: str, map_: Path) -> Mapping[str, Any]:
    """Return what is in the next form after the first *aantal* of an example."""
    uitslag = een(vervolg([tot_en_met(naam, aantal, map_ / "in")], map_ / "uit", date(2026, 7, 1)))
    (deel,) = [deel for deel in uitslag.gemaakt if formulier_van(deel) == sleutel]
    assert deel.opmerkingen == ()
    return lees(deel.pad).waarden


def antwoorden(naam: str, nr: int) -> Mapping[str, Any]:
    gegeven = lees_antwoordbestand(voorbeeldpaden(naam)[nr - 1])
    return regelmatige_antwoorden(gegeven, organisatie("opvang2004")[1][gegeven.formulier])


def test_leefgebiedenwijzer_naar_persoonsbeschrijving(tmp_path: Path) -> None:
    wijzer, pb = antwoorden("P1", 5), volgende("P1", 5, "persoonsbeschrijving", tmp_path)
    zelfde = ("lg_situatie", "lg_wens", "lg_eigen", "lg_themas")
    assert {naam: pb[naam] for naam in zelfde} == {naam: wijzer[naam] for naam in zelfde}
    assert pb["lg_goed"] == wijzer["lg_krachten"]
    assert pb.keys() == {*KOP, *zelfde, "lg_goed"}


def test_wensen_van_de_persoonsbeschrijving_naar_het_plan(tmp_path: Path) -> None:
    pb, intake = antwoorden("P2", 4), antwoorden("P2", 2)
    plan = volgende("P2", 4, "begeleidingsplan", tmp_path)
    assert {rij["leefgebied"]: rij["wens"] for rij in plan["keuze"]} == pb["lg_wens"]
    assert all(rij.keys() == {"leefgebied", "wens"} for rij in plan["keuze"])
    assert plan["hulpvragen"] == intake["hulpvraag"]
    assert plan.keys() == {*KOP, "hulpvragen", "keuze"}


def test_doelen_van_het_plan_naar_de_evaluatie(tmp_path: Path) -> None:
    plan, evaluatie = antwoorden("P2", 5), volgende("P2", 5, "evaluatie", tmp_path)
    assert evaluatie["per_doel"] == tuple({"doel_nr": rij["doel_nr"]} for rij in plan["doelen"])
    assert evaluatie.keys() == {*KOP, "per_doel"}


def test_de_vorige_beschrijving_geldt_nog(tmp_path: Path) -> None:
    pb = volgende("P2", 6, "persoonsbeschrijving", tmp_path)
    assert pb.keys() == KOP
    assert pb["cyclus_nr"] == 2


def test_alleen_wat_doorloopt_gaat_naar_het_plan_van_de_volgende_cyclus(tmp_path: Path) -> None:
    vorig = antwoorden("P2", 5)
    plan = volgende("P2", 7, "begeleidingsplan", tmp_path)
    doel = vorig["doelen"][0]
    # Goal 2 was reached; of goal 1 the date and the weight are chosen anew.
    assert plan["doelen"] == ({naam: doel[naam] for naam in ("doel_nr", "leefgebied", "doel", "soort")},)
    assert plan["einddoel"] == vorig["einddoel"]
    assert plan["gewenste_situatie"] == vorig["gewenste_situatie"]
    assert [rij["wens"] for rij in plan["keuze"]] == [rij["wens"] for rij in vorig["keuze"]]
    assert plan.keys() == {*KOP, "hulpvragen", "gewenste_situatie", "keuze", "einddoel", "doelen"}
    assert plan["cyclus_nr"] == 2


def test_een_formulier_dat_anoniem_mag_krijgt_geen_naam(tmp_path: Path) -> None:
    exit_ = volgende("P2", 9, "exit", tmp_path)
    assert exit_ == {"dossier_nr": "D-0002"}


def test_een_nieuwe_versie_van_het_plan_neemt_alles_mee(tmp_path: Path) -> None:
    bron = tot_en_met("P2", 5, tmp_path / "in")
    uitslag = een(vervolg([bron], tmp_path / "uit", date(2026, 4, 1), sleutels=("begeleidingsplan",)))
    (deel,) = uitslag.gemaakt
    oud, nieuw = antwoorden("P2", 5), lees(deel.pad).waarden
    zelfde = ("doelen", "acties", "keuze", "einddoel", "netwerk_rol", "hulpvragen", "gesprek_frequentie")
    assert {naam: nieuw[naam] for naam in zelfde} == {naam: oud[naam] for naam in zelfde}
    assert nieuw["plan_versie"] == 2
    assert not {"plan_datum", "evaluatie_gepland", "handtekening_client", "handtekening_mentor", "kopie_op"} & {*nieuw}

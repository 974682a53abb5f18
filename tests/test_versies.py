"""The version of a form rises when its questions change, and only then; what was, is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import content
from generator.bestanden import SchrijfFout
from generator.bron import OngeldigeBron
from generator.cli import main
from generator.formats import herken
from generator.formulier import formulieren_van
from generator.inrichting import lees_inrichting, schrijf_inrichting
from generator.model import Aanpassing, Formulier, Inrichting, Leefgebied, Optie, Rij, Rol, Veld
from generator.opdrachten import Maakopdracht, begin_inrichting, controleer_bestanden, maak, vul_formulier
from generator.organisatie import lees_organisatie
from generator.versies import (
    OVERZICHT,
    Verleden,
    afdruk,
    bestond,
    genoemd,
    lees_overzicht,
    lees_versie,
    leg_vast,
    met_versies,
    verschil,
    versiemap,
    volgende,
)

DAG = date(2026, 11, 22)
PLAN = "begeleidingsplan"
BEWIND = Veld(sleutel="bewind", soort="kort", label="Bewindvoerder")


def op(inrichting: Inrichting, sleutel: str = PLAN, **delen: Any) -> Inrichting:
    """Return an inrichting that tailors one form otherwise."""
    anders = replace(inrichting.formulieren.get(sleutel, Aanpassing()), **delen)
    return replace(inrichting, formulieren={**inrichting.formulieren, sleutel: anders})


def formulier(inrichting: Inrichting, sleutel: str = PLAN) -> Formulier:
    return formulieren_van(inrichting)[sleutel]


def met_veld(**delen: Any) -> dict[str, Any]:
    return {"velden_erbij": {"plan": (replace(BEWIND, **delen),)}}


# --------------------------------------------------------------------------
# What is a new version


GEEN_NIEUWE: Mapping[str, Callable[[Inrichting], Inrichting]] = {
    "een label": lambda i: op(i, labels={"plan_datum": "Dag van het plan"}),
    "een hulptekst": lambda i: op(i, hulp={"plan_datum": "Kies een dag."}),
    "een titel": lambda i: op(i, titel="Plan"),
    "een versie": lambda i: op(i, versie="9"),
    "een woord": lambda i: replace(
        i, termen={**i.termen, "client": replace(i.termen["client"], enkelvoud="deelnemer")}
    ),
    "een rol": lambda i: replace(i, rollen=(*i.rollen, Rol(sleutel="tolk", naam="Tolk"))),
    "de volgorde van leefgebieden": lambda i: replace(i, leefgebieden=i.leefgebieden[::-1]),
    "de naam van een leefgebied": lambda i: replace(
        i, leefgebieden=(replace(i.leefgebieden[0], naam="Zin"), *i.leefgebieden[1:])
    ),
    "een ander formulier": lambda i: op(i, "intake", velden_uit=("levensloop",)),
    "de handleiding": lambda i: replace(i, handleiding=replace(i.handleiding, versie="9")),
}
WEL_NIEUWE: Mapping[str, Callable[[Inrichting], Inrichting]] = {
    "een vraag erbij": lambda i: op(i, **met_veld()),
    "een vraag weg": lambda i: op(i, velden_uit=("wijzig_reden",)),
    "een plicht": lambda i: op(i, verplicht={"plan_datum": "nee"}),
    "een leefgebied erbij": lambda i: replace(
        i, leefgebieden=(*i.leefgebieden, Leefgebied(sleutel="buurt", naam="Buurt", reikwijdte="b"))
    ),
    "een leefgebied weg": lambda i: replace(i, leefgebieden=i.leefgebieden[1:]),
}
TABEL = {"soort": "tabel", "kolommen": ()}
VELDEN: Mapping[str, dict[str, Any]] = {
    "soort": {"soort": "lang"},
    "plicht": {"verplicht": "ja"},
    "per leefgebied": {"per_leefgebied": "ja"},
    "kleinste getal": {"minimum": 1.0},
    "grootste getal": {"maximum": 5.0},
    "rijen": {"rijen": (Rij(sleutel="a", tekst="A"),)},
    "opties": {"opties": (Optie(sleutel="a", label="A"),)},
}
WEL_NIEUWE_KOLOM: Mapping[str, Callable[[Any], Any]] = {
    "sleutel": lambda k: replace(k, sleutel="anders"),
    "soort": lambda k: replace(k, soort="lang"),
    "plicht": lambda k: replace(k, verplicht="als prioriteit = hoog"),
    "opties": lambda k: replace(k, opties=(*k.opties, Optie(sleutel="nieuw", label="Nieuw"))),
}


@pytest.mark.parametrize("wat", GEEN_NIEUWE)
def test_dit_is_geen_nieuwe_versie(wat: str, opvang: Inrichting) -> None:
    anders = GEEN_NIEUWE[wat](opvang)
    assert anders != opvang
    assert afdruk(formulier(anders)) == afdruk(formulier(opvang))


@pytest.mark.parametrize("wat", WEL_NIEUWE)
def test_dit_is_een_nieuwe_versie(wat: str, opvang: Inrichting) -> None:
    assert afdruk(formulier(WEL_NIEUWE[wat](opvang))) != afdruk(formulier(opvang))


@pytest.mark.parametrize("wat", VELDEN)
def test_wat_van_een_vraag_telt(wat: str, opvang: Inrichting) -> None:
    assert afdruk(formulier(op(opvang, **met_veld(**VELDEN[wat])))) != afdruk(formulier(op(opvang, **met_veld())))


@pytest.mark.parametrize("wat", WEL_NIEUWE_KOLOM)
def test_wat_van_een_kolom_telt(wat: str, opvang: Inrichting) -> None:
    deel = formulier(opvang)
    anders = [
        replace(
            sectie,
            velden=tuple(
                replace(v, kolommen=(*v.kolommen[:1], WEL_NIEUWE_KOLOM[wat](v.kolommen[1]), *v.kolommen[2:]))
                if v.sleutel == "doelen"
                else v
                for v in sectie.velden
            ),
        )
        for sectie in deel.secties
    ]
    assert afdruk(replace(deel, secties=tuple(anders))) != afdruk(deel)


def test_een_leefgebied_erbij_laat_andere_formulieren_met_rust(opvang: Inrichting) -> None:
    anders = WEL_NIEUWE["een leefgebied erbij"](opvang)
    assert afdruk(formulier(anders, "toestemming")) == afdruk(formulier(opvang, "toestemming"))


@pytest.mark.parametrize(
    ("versie", "gehad", "daarna"),
    [
        ("1", (), "2"),
        ("9", (), "10"),
        ("2004-1", (), "2004-2"),
        ("2004-09", (), "2004-10"),
        ("1.2", (), "1.3"),
        ("concept", (), "concept-2"),
        ("concept", ("concept-2",), "concept-3"),
        ("1", ("2", "3"), "4"),
        ("", (), "-2"),
    ],
)
def test_volgende(versie: str, gehad: tuple[str, ...], daarna: str) -> None:
    assert volgende(versie, gehad) == daarna


# --------------------------------------------------------------------------
# What changed, in words


def test_verschil_in_woorden(opvang: Inrichting) -> None:
    oud = formulier(opvang)
    nieuw = formulier(op(opvang, **met_veld(), velden_uit=("wijzig_reden",), verplicht={"plan_datum": "nee"}))
    assert verschil(oud, nieuw).zin() == (
        "er kwam een vraag bij: ‘Bewindvoerder’; er ging een vraag af: ‘Reden van de wijziging’; "
        "een vraag veranderde: ‘Datum plan’"
    )
    assert verschil(oud, oud).zin() == "de vragen zijn veranderd"
    assert genoemd([f"‘{n}’" for n in "abcdefg"]) == "‘a’, ‘b’, ‘c’, ‘d’ en nog 3"


@pytest.mark.parametrize("sleutel", [PLAN, "intake", "persoonsbeschrijving", "aanmelding"])
def test_een_leefgebied_erbij_is_geen_andere_vraag(sleutel: str, opvang: Inrichting) -> None:
    oud, nieuw = formulier(opvang, sleutel), formulier(WEL_NIEUWE["een leefgebied erbij"](opvang), sleutel)
    assert verschil(oud, nieuw).zin() == "er kwam een leefgebied bij: ‘Buurt’"
    assert verschil(nieuw, oud).zin() == "er ging een leefgebied af: ‘Buurt’"


def test_een_nieuwe_kolom_is_nieuw(opvang: Inrichting) -> None:
    nieuw = formulier(opvang)
    (sectie,) = (s for s in nieuw.secties if any(v.sleutel == "doelen" for v in s.velden))
    kort = tuple(replace(v, kolommen=v.kolommen[:-1]) if v.sleutel == "doelen" else v for v in sectie.velden)
    oud = replace(nieuw, secties=tuple(replace(s, velden=kort) if s is sectie else s for s in nieuw.secties))
    doelen = next(v for v in sectie.velden if v.sleutel == "doelen")
    assert verschil(oud, nieuw).erbij == (f"‘{doelen.kolommen[-1].label}’ bij ‘{doelen.label}’",)
    assert verschil(oud, nieuw).anders == ()
    assert verschil(nieuw, oud).anders == (f"‘{doelen.label}’",)
    assert not bestond(oud, f"doelen.{doelen.kolommen[-1].sleutel}")
    assert bestond(nieuw, f"doelen.{doelen.kolommen[-1].sleutel}")
    assert not bestond(oud, "bestaat_niet")


# --------------------------------------------------------------------------
# Kept, and read back


@pytest.mark.parametrize("model", sorted(content.uitgangsmodellen()))
def test_elk_formulier_komt_heel_terug(model: str, tmp_path: Path) -> None:
    formulieren = formulieren_van(lees_inrichting(model))
    eerste = leg_vast(tmp_path, "X", formulieren.values(), DAG)
    assert [deel.formulier.sleutel for deel in eerste if deel.eerste] == list(formulieren)
    for sleutel, deel in formulieren.items():
        assert lees_versie(tmp_path, sleutel, deel.versie) == deel
    stand = {pad.name: pad.read_bytes() for pad in tmp_path.iterdir()}
    assert leg_vast(tmp_path, "X", formulieren.values(), date(2030, 1, 1)) == ()
    assert {pad.name: pad.read_bytes() for pad in tmp_path.iterdir()} == stand


def test_stijgt_vanzelf(opvang: Inrichting, tmp_path: Path) -> None:
    leg_vast(tmp_path, "X", formulieren_van(opvang).values(), DAG)
    assert met_versies(opvang, tmp_path).versies[PLAN] == "1"
    nieuw = met_versies(op(opvang, **met_veld()), tmp_path)
    assert (formulier(nieuw).versie, formulier(nieuw, "intake").versie) == ("2", "1")
    (deel,) = leg_vast(tmp_path, "X", formulieren_van(nieuw).values(), DAG)
    assert str(deel) == "Begeleidingsplan: versie 2 (er kwam een vraag bij: ‘Bewindvoerder’)."
    terug = met_versies(opvang, tmp_path)
    assert formulier(terug).versie == "3"
    leg_vast(tmp_path, "X", [formulier(terug)], DAG)
    assert [v.versie for v in lees_overzicht(tmp_path).formulieren[PLAN]] == ["1", "2", "3"]
    oud = lees_versie(tmp_path, PLAN, "2")
    assert oud is not None
    assert oud.veld("bewind") == BEWIND


def test_met_de_hand_gaat_voor(opvang: Inrichting, tmp_path: Path) -> None:
    hand = op(opvang, versie="2004-1")
    leg_vast(tmp_path, "X", [formulier(hand)], DAG)
    anders = op(hand, **met_veld())
    assert formulier(met_versies(anders, tmp_path)).versie == "2004-1"
    (deel,) = leg_vast(tmp_path, "X", [formulier(anders)], DAG)
    assert str(deel) == (
        "Begeleidingsplan: nog steeds versie 2004-1, want die staat vast (er kwam een vraag bij: ‘Bewindvoerder’)."
    )
    assert len(lees_overzicht(tmp_path).formulieren[PLAN]) == 1
    los = op(anders, versie=None)
    assert formulier(met_versies(los, tmp_path)).versie == "2004-1"
    assert formulier(met_versies(op(los, velden_uit=("wijzig_reden",)), tmp_path)).versie == "2004-2"


def test_een_latere_definitie_gaat_voor(opvang: Inrichting, tmp_path: Path) -> None:
    leg_vast(tmp_path, "X", [replace(formulier(opvang), versie="0")], DAG)
    assert formulier(met_versies(op(opvang, **met_veld()), tmp_path)).versie == "1"


def test_zonder_verleden_geldt_de_definitie(opvang: Inrichting, tmp_path: Path) -> None:
    for map_ in (None, tmp_path, tmp_path / "bestaat_niet"):
        assert met_versies(opvang, map_) is opvang
    assert lees_versie(None, PLAN, "1") is None
    assert lees_versie(tmp_path, PLAN, "1") is None


def test_vreemde_versienamen(opvang: Inrichting, tmp_path: Path) -> None:
    versies = ["../../weg", "a/b", "a_b", "é" * 80, "CON"]
    for versie in versies:
        leg_vast(tmp_path / "v", "X", [replace(formulier(opvang), versie=versie)], DAG)
    assert {pad.parent for pad in tmp_path.rglob("*.json")} == {tmp_path / "v"}
    assert lees_versie(tmp_path / "v", PLAN, "a_b") is not None
    # Two versions that look alike as a file: the older one is gone, and never mistaken for the other.
    assert lees_versie(tmp_path / "v", PLAN, "a/b") is None


KAPOT = {
    "geen json": b'{"schema": ',
    "geen tekst": b"\xff\xfe\x00",
    "een lijst": b"[]",
    "leeg": b"",
    "ander schema": b'{"schema": "achtfasen.versies/2"}',
    "onbekende sleutel": b'{"fromulieren": {}}',
    "verkeerde soort": b'{"formulieren": {"intake": "1"}}',
    "versie zonder afdruk": b'{"formulieren": {"intake": [{"versie": "1", "datum": "2026-01-01"}]}}',
    "te diep": b"[" * 200_000,
}


@pytest.mark.parametrize("wat", KAPOT)
def test_een_beschadigd_overzicht_is_een_duidelijke_fout(wat: str, tmp_path: Path) -> None:
    (tmp_path / OVERZICHT).write_bytes(KAPOT[wat])
    with pytest.raises(OngeldigeBron) as fout:
        lees_overzicht(tmp_path)
    assert "overzicht.json" in str(fout.value)
    assert "Dit bestand is beschadigd" in str(fout.value)
    assert "haal het bestand dan weg" in str(fout.value)


def test_een_beschadigde_versie_is_een_duidelijke_fout(opvang: Inrichting, tmp_path: Path) -> None:
    leg_vast(tmp_path, "X", [formulier(opvang)], DAG)
    (tmp_path / f"{PLAN}-1.json").write_text('{"sleutel": "begeleidingsplan"}', encoding="utf-8")
    with pytest.raises(OngeldigeBron, match="zonder kan achtfasen ook verder"):
        Verleden(tmp_path).versie(PLAN, "1")


# --------------------------------------------------------------------------
# The whole road


@pytest.fixture
def thuis(tmp_path: Path) -> Path:
    return begin_inrichting(tmp_path / "huis", "opvang2004", "Huis Noord").parent


def wijzig(thuis: Path, oud: str, nieuw: str) -> None:
    pad = thuis / "inrichting.yaml"
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def vraag_erbij(thuis: Path) -> None:
    erbij = "{aan: ja, velden_erbij: {plan: [{sleutel: bewind, soort: kort, label: Bewindvoerder, verplicht: ja}]}}"
    wijzig(thuis, f"  {PLAN}: {{aan: ja}}", f"  {PLAN}: {erbij}")


def maak_plan(thuis: Path, naar: Path) -> list[str]:
    opdracht = Maakopdracht(naar=naar, thuis=thuis, handleiding=False, sleutels=(PLAN,))
    return maak(lees_organisatie(str(thuis)), opdracht).versies


def test_maken_bewaart_en_zegt_het(thuis: Path, tmp_path: Path) -> None:
    uit = tmp_path / "uit"
    assert maak_plan(thuis, uit) == []
    assert sorted(pad.name for pad in (thuis / "versies").iterdir()) == [f"{PLAN}-1.json", OVERZICHT]
    vraag_erbij(thuis)
    stand = sorted(thuis.rglob("*"))
    assert formulier(lees_organisatie(str(thuis))).versie == "2"
    assert sorted(thuis.rglob("*")) == stand
    assert maak_plan(thuis, uit) == ["Begeleidingsplan: versie 2 (er kwam een vraag bij: ‘Bewindvoerder’)."]
    assert herken(uit / "formulieren" / f"{PLAN}.docx").identiteit.versie == "2"
    assert maak_plan(thuis, uit) == []
    overzicht = json.loads((thuis / "versies" / OVERZICHT).read_text(encoding="utf-8"))
    assert overzicht["organisaties"] == ["Huis Noord"]
    assert [deel["versie"] for deel in overzicht["formulieren"][PLAN]] == ["1", "2"]


def test_op_het_scherm(thuis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opdracht = ["maak", str(thuis), "--naar", str(tmp_path / "uit"), "--formulier", PLAN]
    assert main(opdracht) == 0
    vraag_erbij(thuis)
    capsys.readouterr()
    assert main(opdracht) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Begeleidingsplan: versie 2 (er kwam")


def test_een_uitgangsmodel_wordt_niet_beschreven(tmp_path: Path) -> None:
    pad = content.uitgangsmodellen()["opvang2004"]
    opdracht = Maakopdracht(naar=tmp_path, thuis=pad.parent, handleiding=False, sleutels=(PLAN,))
    maak(lees_organisatie("opvang2004"), opdracht)
    assert versiemap(pad.parent) is None
    assert not (pad.parent / "versies").exists()


def test_een_map_die_niet_te_beschrijven_is(thuis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(doel: Path, inhoud: bytes) -> None:
        raise SchrijfFout(doel, "Je mag hier niet schrijven.")

    monkeypatch.setattr("generator.versies.schrijf_veilig", weiger)
    (zin,) = maak_plan(thuis, tmp_path / "uit")
    assert zin.startswith("De versies van je formulieren zijn niet bewaard: ")
    assert (tmp_path / "uit" / "formulieren" / f"{PLAN}.docx").exists()


def test_verleden_weg_of_beschadigd(thuis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    maak_plan(thuis, tmp_path / "uit")
    vraag_erbij(thuis)
    (thuis / "versies" / OVERZICHT).write_text("{", encoding="utf-8")
    assert main(["maak", str(thuis), "--naar", str(tmp_path / "uit")]) == 2
    fout = capsys.readouterr().err
    assert "overzicht.json: Dit bestand is beschadigd." in fout
    assert "Traceback" not in fout
    for pad in (thuis / "versies").iterdir():
        pad.unlink()
    assert formulier(lees_organisatie(str(thuis))).versie == "1"
    (thuis / "versies").rmdir()
    assert formulier(lees_organisatie(str(thuis))).versie == "1"


def test_komt_niet_in_het_bestand(thuis: Path, tmp_path: Path) -> None:
    maak_plan(thuis, tmp_path / "uit")
    vraag_erbij(thuis)
    gelezen = lees_organisatie(str(thuis))
    assert gelezen.versies == {PLAN: "2"}
    (thuis / "inrichting.yaml").write_text(schrijf_inrichting(gelezen), encoding="utf-8")
    assert lees_organisatie(str(thuis)).formulieren[PLAN].versie is None
    with (thuis / "inrichting.yaml").open("a", encoding="utf-8") as bestand:
        bestand.write("versies: {intake: '3'}\n")
    with pytest.raises(OngeldigeBron, match="zet je bij het formulier zelf"):
        lees_organisatie(str(thuis))


ANTWOORDEN = """
formulier: begeleidingsplan
dossier: D-1
cyclus: 1
antwoorden: {client_naam: Jip, datum_ingevuld: 2026-01-02, ingevuld_door: Jan, plan_datum: 2026-01-02}
"""


def test_een_oud_formulier_wordt_beoordeeld_naar_zijn_versie(thuis: Path, tmp_path: Path) -> None:
    maak_plan(thuis, tmp_path / "uit")
    (tmp_path / "a.yaml").write_text(ANTWOORDEN, encoding="utf-8")
    blanco, ingevuld = tmp_path / "uit" / "formulieren" / f"{PLAN}.docx", tmp_path / "in" / "plan.docx"
    vul_formulier(blanco, tmp_path / "a.yaml", ingevuld, lees_organisatie(str(thuis)))

    def gezegd(inrichting: str | Path) -> list[tuple[str, str]]:
        rapport = controleer_bestanden([tmp_path / "in"], str(inrichting), date(2026, 2, 1))
        return [(b.code, b.bericht) for b in rapport.bevindingen]

    eerst = gezegd(thuis)
    assert "R71" not in dict(eerst)
    vraag_erbij(thuis)
    nieuw = gezegd(thuis)
    (r71,) = (bericht for code, bericht in nieuw if code == "R71")
    assert "gemaakt met versie 1; nu geldt versie 2. Nieuw sindsdien: ‘Bewindvoerder’." in r71
    # The new question, although duty, is not missed nor called lost.
    assert sorted(code for code, _ in nieuw) == sorted([*(code for code, _ in eerst), "R71"])
    # Another name of its own is known from the history; another organisation's form is one finding.
    wijzig(thuis, "Huis Noord", "Huis Zuid")
    assert sorted(code for code, _ in gezegd(thuis)) == sorted(code for code, _ in nieuw)
    (ander,) = gezegd("movisie2021")
    assert ander[0] == "R71"
    assert "dit formulier is van Huis Noord; je kijkt na met de inrichting van " in ander[1]

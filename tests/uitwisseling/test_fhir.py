"""FHIR R4: valid by a library and by our own checks, for every form of every model, full, empty or damaged."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given
from hypothesis import strategies as st
from invullen import volle_antwoorden
from strategieen import antwoorden

from generator.content import uitgangsmodellen
from generator.formats.bladen import bladen_van
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Formulier, Inrichting, Onleesbaar, Veld
from generator.uitwisseling.fhir import AFWEZIG, HELE_GETALLEN, adres, antwoord_id, antwoordformulier, vragenlijst
from generator.uitwisseling.fhircontrole import alle_items, fouten_in_antwoord, fouten_in_vragenlijst
from generator.uitwisseling.fhirvoorwaarde import als_fhirpath
from generator.uitwisseling.tabellen import Overdracht
from generator.veldsoorten import normaliseer_antwoorden
from generator.voorwaarde import lees_voorwaarde

MODELLEN = tuple(uitgangsmodellen())


@cache
def model(naam: str) -> tuple[Inrichting, Mapping[str, Formulier]]:
    inrichting = lees_inrichting(naam)
    return ingevuld(inrichting), formulieren_van(inrichting)


INRICHTING, ALLE = model("leefhuis2022")
SLEUTELS = pytest.mark.parametrize("sleutel", ALLE)
PAREN = [(naam, sleutel) for naam in MODELLEN for sleutel in model(naam)[1]]


def overdracht(formulier: Formulier, waarden: Mapping[str, Any], **anders: Any) -> Overdracht:
    basis = Overdracht(dossier="D-0042", cyclus=2, bestand="map/1.docx", sha256="ab" * 32,
                       formulier=formulier.sleutel, versie=formulier.versie, waarden=waarden)  # fmt: skip
    return replace(basis, **anders)


def gekeurd(deel: Overdracht, formulier: Formulier) -> dict[str, Any]:
    """Return a response that both judges accept."""
    lijst = vragenlijst(formulier, INRICHTING)
    antwoord = antwoordformulier(deel, formulier, INRICHTING)
    assert fouten_in_antwoord(antwoord, lijst) == []
    QuestionnaireResponse.model_validate(json.loads(json.dumps(antwoord)))
    return antwoord


@pytest.mark.parametrize(("naam", "sleutel"), PAREN)
def test_elke_vragenlijst_is_geldig(naam: str, sleutel: str) -> None:
    inrichting, formulieren = model(naam)
    lijst = vragenlijst(formulieren[sleutel], inrichting)
    assert fouten_in_vragenlijst(lijst) == []
    gelezen = Questionnaire.model_validate(json.loads(json.dumps(lijst)))
    assert len(gelezen.item) == len(lijst["item"])
    assert "{" not in json.dumps([item["text"] for item in alle_items(lijst["item"])], ensure_ascii=False)
    vragen = {item["linkId"] for item in alle_items(lijst["item"])}
    assert {veld.sleutel for veld in formulieren[sleutel].velden} <= vragen


@SLEUTELS
def test_een_vol_formulier_is_geldig_en_af(sleutel: str) -> None:
    formulier = ALLE[sleutel]
    waarden = volle_antwoorden(formulier)
    antwoord = gekeurd(overdracht(formulier, waarden), formulier)
    assert antwoord["status"] == "completed"
    gezien = {item["linkId"] for item in alle_items(antwoord["item"])}
    assert set(waarden) <= gezien
    assert sum(len(item.get("answer", ())) for item in alle_items(antwoord["item"])) == aantal(waarden)


def aantal(waarde: Any) -> int:
    if isinstance(waarde, Mapping):
        return sum(map(aantal, waarde.values()))
    return sum(map(aantal, waarde)) if isinstance(waarde, tuple) else 1


@SLEUTELS
def test_een_leeg_formulier_is_geldig_en_loopt_nog(sleutel: str) -> None:
    antwoord = gekeurd(overdracht(ALLE[sleutel], {}, dossier=""), ALLE[sleutel])
    assert antwoord["status"] == "in-progress"
    assert "item" not in antwoord
    assert "subject" not in antwoord
    assert "authored" not in antwoord


@SLEUTELS
def test_kwijt_en_onleesbaar_zeggen_waarom_er_niets_staat(sleutel: str) -> None:
    formulier = ALLE[sleutel]
    bladen = [b for veld in formulier.velden if veld.soort != "tabel" for b in bladen_van(veld, formulier)]
    datums = [b.sleutel for b in bladen if b.soort == "datum" and "." not in b.sleutel]
    teksten = [b.sleutel for b in bladen if b.soort in ("kort", "lang") and not b.gebied and not b.deel]
    kwijt = tuple(random.Random(3).sample(teksten, 1))
    waarden = {datum: Onleesbaar("31-02-2026", "die datum bestaat niet") for datum in datums}
    antwoord = gekeurd(overdracht(formulier, waarden, niet_gevonden=kwijt), formulier)
    redenen = {item["linkId"]: item["extension"][0] for item in alle_items(antwoord["item"]) if "extension" in item}
    assert redenen == {
        **{sleutel: {"url": AFWEZIG, "valueCode": "unsupported"} for sleutel in datums},
        **{sleutel: {"url": AFWEZIG, "valueCode": "error"} for sleutel in kwijt},
    }


@st.composite
def ingevulde(draw: st.DrawFn) -> tuple[Formulier, Overdracht]:
    formulier = ALLE[draw(st.sampled_from(sorted(ALLE)))]
    waarden, _ = normaliseer_antwoorden(formulier, draw(antwoorden(formulier)))
    bladen = [blad.sleutel for veld in formulier.velden for blad in bladen_van(veld, formulier)]
    kwijt = tuple(draw(st.lists(st.sampled_from(bladen), max_size=3, unique=True)))
    nummer = draw(st.text(max_size=12))
    return formulier, overdracht(formulier, waarden, niet_gevonden=kwijt, dossier=nummer)


@given(ingevulde())
def test_elk_antwoord_is_geldig_en_staat_er(gegeven: tuple[Formulier, Overdracht]) -> None:
    formulier, deel = gegeven
    antwoord = gekeurd(deel, formulier)
    teksten = {a["valueString"] for i in alle_items(antwoord.get("item", ())) for a in i.get("answer", ())
               if "valueString" in a}  # fmt: skip
    gewoon = [v for v in formulier.velden if v.soort in ("kort", "lang") and v.per_leefgebied == "nee"]
    assert {deel.waarden[v.sleutel] for v in gewoon if v.sleutel in deel.waarden} <= teksten


@SLEUTELS
def test_alleen_het_dossiernummer_zegt_over_wie_het_gaat(sleutel: str) -> None:
    formulier = ALLE[sleutel]
    antwoord = gekeurd(overdracht(formulier, volle_antwoorden(formulier)), formulier)
    buiten = json.dumps({naam: deel for naam, deel in antwoord.items() if naam != "item"}, ensure_ascii=False)
    assert "Antwoord op" not in buiten
    assert "map/1" not in json.dumps(antwoord)
    if formulier.soort == "client":
        assert antwoord["subject"] == {
            "type": "Patient",
            "identifier": {"system": adres(INRICHTING, "dossiernummer"), "value": "D-0042"},
        }
    else:
        assert "subject" not in antwoord


def test_wanneer_is_de_dag_van_invullen() -> None:
    memo, scan = ALLE["memo"], ALLE["zelfscan"]
    assert gekeurd(overdracht(memo, {"datum_ingevuld": date(2026, 3, 6)}), memo)["authored"] == "2026-03-06"
    assert gekeurd(overdracht(scan, {"of_datum": date(2026, 3, 7)}), scan)["authored"] == "2026-03-07"


def test_adressen_zijn_van_de_organisatie_en_blijven_gelijk() -> None:
    anders, _ = model("opvang2004")
    assert adres(INRICHTING, "memo") == adres(INRICHTING, "memo")
    assert len({adres(INRICHTING, "memo"), adres(INRICHTING, "rie"), adres(anders, "memo")}) == 3
    assert adres(INRICHTING, "memo").startswith("urn:uuid:")


def test_een_bestand_heeft_een_naam_waar_niemand_uit_te_halen_is() -> None:
    deel = overdracht(ALLE["memo"], {}, bestand="Jan Jansen/D-0042.docx", dossier="D-0042")
    assert antwoord_id(deel) == f"memo-{'ab' * 12}"
    zonder = antwoord_id(replace(deel, sha256=""))
    assert "Jan" not in zonder
    assert zonder != antwoord_id(replace(deel, sha256="", bestand="anders.docx"))


@pytest.mark.parametrize("nummer", ["<b>D-1</b>", "=1+1", "\x00\x1b", "  ", "D-1\nD-2", "\ud800"])
def test_vreemde_dossiernummers(nummer: str) -> None:
    antwoord = gekeurd(overdracht(ALLE["memo"], {}, dossier=nummer), ALLE["memo"])
    assert ("subject" in antwoord) == bool(nummer.strip(" \x00\x1b\ud800"))


# -- what our own checks see that a library doesn't


def vol(sleutel: str = "begeleidingsplan") -> tuple[dict[str, Any], dict[str, Any]]:
    formulier = ALLE[sleutel]
    deel = overdracht(formulier, volle_antwoorden(formulier))
    return vragenlijst(formulier, INRICHTING), antwoordformulier(deel, formulier, INRICHTING)


def zoek(antwoord: dict[str, Any], naam: str) -> dict[str, Any]:
    return next(item for item in alle_items(antwoord["item"]) if item["linkId"] == naam)  # type: ignore[return-value]


SCHADE: Mapping[str, Callable[[dict[str, Any]], Any]] = {
    "is no question here": lambda a: zoek(a, "einddoel").update(linkId="onbekend"),
    "out of order": lambda a: a["item"].reverse(),
    "stands twice": lambda a: a["item"][0]["item"].insert(0, copy.deepcopy(a["item"][0]["item"][0])),
    "not of type date": lambda a: zoek(a, "plan_datum").update(answer=[{"valueString": "2026-01-01"}]),
    "not of type choice": lambda a: zoek(a, "doelen.prioriteit").update(answer=[{"valueCoding": {"code": "x"}}]),
    "not of type boolean": lambda a: zoek(a, "handtekening_client.getekend").update(answer=[{"valueBoolean": "ja"}]),
    "more than one answer": lambda a: zoek(a, "einddoel").update(answer=[{"valueString": "a"}, {"valueString": "b"}]),
    "a group holds items": lambda a: zoek(a, "doelen").update(item=[]),
    "no answer": lambda a: zoek(a, "einddoel").update(answer=[]),
    "status": lambda a: a.update(status="in-progress"),
    "another questionnaire": lambda a: a.update(questionnaire="urn:uuid:x|1"),
    "authored": lambda a: a.update(authored="gisteren"),
    "id": lambda a: a.update(id="_" * 65),
}


@pytest.mark.parametrize("fout", SCHADE)
def test_eigen_controle_ziet(fout: str) -> None:
    lijst, antwoord = vol()
    SCHADE[fout](antwoord)
    assert any(fout in gezegd for gezegd in fouten_in_antwoord(antwoord, lijst))


def test_eigen_controle_ziet_dubbele_vragen_en_keuzes() -> None:
    lijst, _ = vol()
    lijst["item"][1]["item"].append(lijst["item"][0]["item"][0])
    keuze = next(item for item in alle_items(lijst["item"]) if "answerOption" in item)
    keuze["answerOption"].append(keuze["answerOption"][0])  # type: ignore[attr-defined]
    fouten = fouten_in_vragenlijst(lijst)
    assert any("stands 2 times" in fout for fout in fouten)
    assert any("each once" in fout for fout in fouten)


# -- kinds and conditions


@SLEUTELS
def test_soorten(sleutel: str) -> None:
    formulier = ALLE[sleutel]
    items = {item["linkId"]: item for item in alle_items(vragenlijst(formulier, INRICHTING)["item"])}
    for veld in formulier.velden:
        item = items[veld.sleutel]
        if veld.soort in ("tabel", "handtekening") or veld.per_leefgebied == "ja":
            assert item["type"] == "group"
            assert item.get("repeats", False) is (veld.soort == "tabel")
        else:
            verwacht = {"kort": "string", "lang": "text", "datum": "date", "getal": "decimal", "ja_nee": "boolean"}
            soort = "integer" if veld.sleutel in HELE_GETALLEN else verwacht.get(veld.soort, "choice")
            assert item["type"] == soort
            assert item.get("repeats", False) is (veld.soort == "meerkeuze")
        assert item.get("required", False) is (veld.verplicht == "ja" or (veld.soort == "tabel" and veld.min_rijen > 0))
        assert "enableWhen" not in item


@pytest.mark.parametrize(
    ("voorwaarde", "fhirpath"),
    [
        ("als besluit = proef|toelating", "{besluit}.value.where(code in ('proef' | 'toelating')).exists()"),
        ("als besluit ≠ proef", "{besluit}.value.where(code in ('proef')).exists().not()"),
        ("als twijfel = ja", "{twijfel}.value.where($this = true).exists()"),
        ("als twijfel = ja of crisis is leeg", "{twijfel}.value.where($this = true).exists() or {crisis}.empty()"),
        ("als besluit is gevuld en besluit ≠ proef",
         "{besluit}.exists() and {besluit}.value.where(code in ('proef')).exists().not()"),
        ("als plekken > 1", "{plekken}.value.where($this > 1).exists()"),
        ("als plekken ≤ 2", "{plekken}.value.where($this <= 2).exists()"),
        ("als twijfel = ja en crisis = ja of plekken = 1", ""),
        ("als niet (twijfel = ja)", ""),
        ("als leeftijd < parameter.leeftijd_toestemming", ""),
        ("als besluit = onbekend", ""),
        ("als tabel is leeg", ""),
        ("als besluit > 3", ""),
    ],
)  # fmt: skip
def test_voorwaarden(voorwaarde: str, fhirpath: str) -> None:
    besluit = next(veld for veld in ALLE["intake"].velden if veld.sleutel == "besluit")
    velden = (
        besluit,
        Veld(sleutel="twijfel", soort="ja_nee", label="x"),
        Veld(sleutel="crisis", soort="ja_nee", label="x"),
        Veld(sleutel="plekken", soort="getal", label="x"),
        Veld(sleutel="tabel", soort="tabel", label="x"),
    )
    formulier = replace(ALLE["memo"], secties=(replace(ALLE["memo"].secties[0], velden=velden),))
    lees_voorwaarde(voorwaarde)
    namen = {veld.sleutel: f"%resource.descendants().where(linkId='{veld.sleutel}').answer" for veld in velden}
    assert als_fhirpath(voorwaarde, formulier) == fhirpath.format(**namen)


def test_de_meeste_voorwaarden_gaan_mee() -> None:
    alle = [(f, v.verplicht) for f in ALLE.values() for v in f.velden if v.verplicht not in ("ja", "nee")]
    zonder = {voorwaarde for formulier, voorwaarde in alle if not als_fhirpath(voorwaarde, formulier)}
    assert len(alle) > 50
    assert len(zonder) <= 4, zonder

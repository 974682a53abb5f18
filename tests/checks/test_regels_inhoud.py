"""What the table of examples can't show: forms and organisations that lack something, and forms by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import kleindossier
from kleindossier import PEILDATUM, WEG, antwoorden, bestand, formulieren, inrichting
from regelvoorbeelden_inhoud import ALLES_GEHAALD, IN_MEI
from test_regels import uitkomst

from generator.checks import controleer
from generator.model import Bestand, Formulier, Inrichting, Rapport


def _bestanden(wijzig: Mapping[str, Any]) -> list[Bestand]:
    return [bestand(naam, gegeven) for naam, gegeven in antwoorden(**wijzig).items()]


def _zonder_veld(formulier: str, *velden: str) -> dict[str, Formulier]:
    definitie = formulieren()[formulier]
    secties = tuple(
        replace(sectie, velden=tuple(veld for veld in sectie.velden if veld.sleutel not in velden))
        for sectie in definitie.secties
    )
    return {**formulieren(), formulier: replace(definitie, secties=secties)}


def _rapport(wijzig: Mapping[str, Any], **anders: Any) -> Rapport:
    eigen = {"formulieren": formulieren(), **anders}
    ingericht: Inrichting = eigen.pop("inrichting", inrichting())
    return controleer(_bestanden(wijzig), ingericht, eigen.pop("peildatum", PEILDATUM), **eigen)


def _zonder_spoed() -> Inrichting:
    fasen = tuple(
        replace(fase, besluiten=tuple(b for b in fase.besluiten if b.uitkomst != "spoed"))
        if fase.sleutel == "aanmelding"
        else fase
        for fase in inrichting().fasen
    )
    return replace(inrichting(), fasen=fasen)


def test_crisis_waar_geen_spoed_te_kiezen_is() -> None:
    assert uitkomst(_rapport({"aanmelding.crisis": "ja"}, inrichting=_zonder_spoed())) == []


def test_incident_zonder_dossier_blijft_werk_voor_r01_en_r02() -> None:
    wijzig = {"incident.register_nr": WEG, "incident.igj_gemeld": "ja"}
    los = [
        replace(deel, invulling=replace(deel.invulling, dossier=""))
        for deel in _bestanden(wijzig)
        if deel.invulling is not None and deel.invulling.formulier == "incident"
    ]
    codes = uitkomst(controleer(los, inrichting(), PEILDATUM, formulieren=formulieren()))
    assert [code for code in codes if code[:3] in ("R01", "R02", "R25")] == ["R01:leeg", "R02:keuze"]


def test_zonder_vraag_naar_nieuwe_vragen_is_doorgaan_niet_vreemd() -> None:
    delen = _zonder_veld("evaluatie", "nieuwe_vragen")
    assert uitkomst(_rapport(ALLES_GEHAALD, formulieren=delen, peildatum=IN_MEI)) == []


def test_wat_niet_op_het_formulier_staat_wordt_niet_gemist() -> None:
    delen = _zonder_veld(
        "aanmelding", "criteria", "contra", "kenmerken", "bereidheid", "crisis", "twijfel", "overleg_met"
    )
    delen |= {"intake": _zonder_veld("intake", "w_groep", "w_plekken", "w_aanbod", "voorwaarden")["intake"]}
    delen |= {"begeleidingsplan": _zonder_veld("begeleidingsplan", "netwerk_rol", "hulpvragen")["begeleidingsplan"]}
    kader = kleindossier.inrichting()
    kader = replace(
        kader,
        parameters=replace(kader.parameters, min_kenmerken=1, min_leeftijd=18),
        organisatie=replace(kader.organisatie, groepswonen="ja"),
    )
    assert uitkomst(_rapport({}, formulieren=delen, inrichting=kader)) == []


def _zonder_formulier(naam: str) -> dict[str, Formulier]:
    return {sleutel: formulier for sleutel, formulier in formulieren().items() if sleutel != naam}


def test_wat_een_organisatie_niet_gebruikt_wordt_niet_gemist() -> None:
    bron = {"persoonsbeschrijving.bronnen": [{"bron": "Huisarts", "datum": "2026-02-03", "besproken": "ja"}]}
    assert uitkomst(_rapport({"toestemming": WEG, **bron}, formulieren=_zonder_formulier("toestemming"))) == []
    for naam in ("rie", "memo"):
        assert uitkomst(_rapport({naam: WEG}, formulieren=_zonder_formulier(naam))) == [], naam
    # What the description put aside, the plan has to say now.
    alle = {"persoonsbeschrijving": WEG, "begeleidingsplan.gewenste_situatie.werk": "Tekst."}
    assert uitkomst(_rapport(alle, formulieren=_zonder_formulier("persoonsbeschrijving"))) == []


def test_zonder_exitformulier_laat_de_checklist_zien_dat_iemand_weg_is() -> None:
    weg = {"exit": WEG, "evaluatie": WEG}
    codes = uitkomst(_rapport(weg, formulieren=_zonder_formulier("exit")))
    assert [code for code in codes if code[:3] in ("R38", "R51")] == ["R38:overgeslagen"]


def test_een_evaluatie_die_niet_naar_voorvallen_vraagt() -> None:
    wijzig = {"memo.datum_tijd": "2026-04-20", "memo.in_evaluatie": "ja"}
    assert uitkomst(_rapport(wijzig)) == ["R49:evaluatie"]
    assert uitkomst(_rapport(wijzig, formulieren=_zonder_veld("evaluatie", "risico_terug"))) == []


def test_aanmelding_met_contra_indicatie_noemt_het_besluit_van_de_intake() -> None:
    contra = [{"contra_indicatie": "zorg", "aanwezig": "ja"}]
    bij_intake = _rapport({"aanmelding.besluit": WEG, "aanmelding.contra": contra})
    bij_aanmelding = _rapport({"aanmelding.contra": contra})
    (een,) = [b for b in bij_intake.bevindingen if b.code == "R15"]
    (ander,) = [b for b in bij_aanmelding.bevindingen if b.code == "R15"]
    assert "‘opname’ (Intake)" in een.bericht
    assert "‘intake’. " in ander.bericht
    assert [(v.formulier, v.veld) for v in een.vindplaatsen] == [
        ("aanmelding", "contra[1].aanwezig"),
        ("intake", "besluit"),
    ]

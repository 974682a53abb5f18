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
from generator.model import Bestand, Formulier, Inrichting, Rapport, Rij


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


def _met(formulier: str, veld: str, **anders: Any) -> dict[str, Formulier]:
    """Return the forms, with one field of one form defined another way."""
    definitie = formulieren()[formulier]
    secties = tuple(
        replace(sectie, velden=tuple(replace(v, **anders) if v.sleutel == veld else v for v in sectie.velden))
        for sectie in definitie.secties
    )
    return {**formulieren(), formulier: replace(definitie, secties=secties)}


def _berichten(rapport: Rapport, code: str) -> list[str]:
    return [bevinding.bericht for bevinding in rapport.bevindingen if bevinding.code == code]


def test_van_veel_vergeten_regels_worden_er_drie_genoemd() -> None:
    rijen = tuple(Rij(sleutel=f"r{nr}", tekst=f"Punt {nr}") for nr in range(1, 6))
    soms = Rij(sleutel="soms", tekst="Soms", verplicht="als crisis = ja")
    niet = Rij(sleutel="niet", tekst="Niet", verplicht="nee")
    delen = _met("aanmelding", "criteria", rijen=(*rijen, niet, soms))
    eerste = [{"criterium": "r1", "voldoet": "ja"}]
    (vier,) = _berichten(_rapport({"aanmelding.criteria": eerste}, formulieren=delen), "R01")
    assert "bij ‘Punt 2’, ‘Punt 3’, ‘Punt 4’ en nog 1 (" in vier
    twee = [*eerste, {"criterium": "r2", "voldoet": "ja"}]
    (drie,) = _berichten(_rapport({"aanmelding.criteria": twee}, formulieren=delen), "R01")
    assert "bij ‘Punt 3’, ‘Punt 4’ en ‘Punt 5’ (" in drie
    alle = [{"criterium": rij.sleutel, "voldoet": "ja"} for rij in rijen]
    crisis = {"aanmelding.criteria": alle, "aanmelding.crisis": "ja"}
    (een,) = _berichten(_rapport(crisis, formulieren=delen), "R01")
    assert "bij ‘Soms’ (" in een


def test_de_gewenste_situatie_in_een_tekst_gaat_over_alles() -> None:
    delen = _met("begeleidingsplan", "gewenste_situatie", per_leefgebied="nee")
    bestanden = _bestanden({"begeleidingsplan.keuze.1": WEG, "begeleidingsplan.gewenste_situatie": WEG})
    for tekst, verwacht in (("Tekst.", []), ("-", ["R06:begeleidingsplan"])):
        gevuld = [
            replace(b, invulling=replace(b.invulling, waarden={**b.invulling.waarden, "gewenste_situatie": tekst}))
            if b.invulling is not None and b.invulling.formulier == "begeleidingsplan"
            else b
            for b in bestanden
        ]
        assert uitkomst(controleer(gevuld, inrichting(), PEILDATUM, formulieren=delen)) == verwacht


def test_incident_zonder_dossier_waarop_een_van_twee_vragen_al_ja_is() -> None:
    wijzig = {"incident.tussen_deelnemers": "ja", "incident.schade": WEG, "incident.igj_gemeld": WEG}
    los = [replace(b, invulling=replace(b.invulling, dossier="")) for b in _bestanden(wijzig)
           if b.invulling is not None and b.invulling.formulier == "incident"]  # fmt: skip
    codes = uitkomst(controleer(los, inrichting(), PEILDATUM, formulieren=formulieren()))
    assert [code for code in codes if code[:3] in ("R01", "R02")] == ["R01:leeg", "R02:keuze"]


def test_een_voorwaarde_per_leefgebied() -> None:
    delen = _met("persoonsbeschrijving", "lg_plicht", verplicht="als lg_goed is gevuld")
    assert uitkomst(_rapport({"persoonsbeschrijving.lg_plicht.werk": WEG}, formulieren=delen)) == []
    (een,) = _berichten(_rapport({"persoonsbeschrijving.lg_plicht": WEG}, formulieren=delen), "R02")
    assert "(Wonen en Financiën)" in een


def test_een_voorwaarde_over_twee_keuzes_die_nog_open_zijn() -> None:
    delen = _met("aanmelding", "overleg_met", verplicht="als twijfel ≠ ja of besluit = spoed")
    open_ = {"aanmelding.besluit": WEG, "aanmelding.besluit_reden": "Tekst."}
    codes = uitkomst(_rapport(open_, formulieren=delen))
    assert [code for code in codes if code[:3] in ("R01", "R02")] == ["R01:leeg"]
    # A choice that nobody has to make here stays open: then the condition is judged as it is.
    delen = _met("intake", "verwezen_naar", verplicht="als w_groep ≠ ja")
    assert [code[:3] for code in uitkomst(_rapport({}, formulieren=delen))] == ["R02"]


def test_wat_r06_zegt_zegt_r56_niet() -> None:
    wijzig = {"aanmelding.leefgebieden_vraag": ["wonen", "financien"], "begeleidingsplan.keuze.1": WEG}
    assert uitkomst(_rapport(wijzig)) == ["R06:begeleidingsplan"]


def test_wat_een_andere_regel_zegt_zeggen_r01_en_r02_niet() -> None:
    ja = {"incident.tussen_deelnemers": "ja", "incident.igj_gemeld": "ja"}
    assert uitkomst(_rapport({"incident.register_nr": WEG})) == ["R25:register_nr"]
    assert uitkomst(_rapport({**ja, "incident.igj_gemeld": WEG})) == ["R25:igj_leeg"]
    assert uitkomst(_rapport({**ja, "incident.igj_datum": WEG})) == ["R25:igj_datum"]
    gemeld = {"incident.igj_gemeld": "ja", "incident.igj_datum": WEG}
    assert uitkomst(_rapport(gemeld)) == ["R25:igj_datum"]
    zonder = {"intake.gesprek_datum": WEG, "intake.brief_reden": WEG}
    assert uitkomst(_rapport(zonder)) == ["R01:leeg", "R28:zonder_reden"]
    assert uitkomst(_rapport({**zonder, "intake.brief_datum": WEG})) == ["R01:leeg", "R01:leeg"]
    uitnodiging = {"aanmelding.uitnodiging_datum": WEG, "intake.gesprek_datum": "2026-01-06"}
    assert uitkomst(_rapport(uitnodiging)) == ["R27:ontbreekt"]
    tweede = {"aanmelding@2.aanmelddatum": "2026-01-06", "aanmelding@2.besluit_datum": "2026-01-06"}
    assert "R02:keuze" not in uitkomst(_rapport({**uitnodiging, **tweede}))


def test_voorwaarden_waar_een_van_de_formulieren_niet_naar_vraagt() -> None:
    afspraak = [{"afspraak": "Elke week bellen", "wie": "Sam"}]
    wijzig = {"intake.besluit": "voorwaardelijk", "intake.voorwaarden": afspraak}
    assert uitkomst(_rapport(wijzig)) == ["R36:voorwaarde"]
    assert uitkomst(_rapport(wijzig, formulieren=_zonder_veld("evaluatie", "voorwaarden_terug"))) == []
    assert uitkomst(_rapport(wijzig, formulieren=_zonder_veld("intake", "voorwaarden"))) == []


def test_een_handtekening_die_niet_hoeft() -> None:
    delen = _met("begeleidingsplan", "handtekening_ouder", sleutel="handtekening_netwerk")
    assert uitkomst(_rapport({}, formulieren=delen)) == []


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


def _overgeslagen(formulier: str, veld: str, code: str, wijzig: Mapping[str, Any]) -> list[str]:
    """Return why a rule was skipped when one field of a form is lost."""
    delen = [
        replace(b, invulling=replace(b.invulling, niet_gevonden=(veld,)))
        if b.invulling is not None and b.invulling.formulier == formulier
        else b
        for b in _bestanden(wijzig)
    ]
    rapport = controleer(delen, inrichting(), PEILDATUM, formulieren=formulieren())
    return [deel.reden for deel in rapport.overgeslagen if deel.code == code]


def test_een_regel_die_niets_had_kunnen_zeggen_is_niet_overgeslagen() -> None:
    # Nobody asks for a number of kenmerken, or weighs a contra-indicatie that isn't there.
    assert _overgeslagen("aanmelding", "kenmerken.a", "R14", {}) == []
    niet_besloten = {"aanmelding.besluit": WEG, "intake.besluit": WEG}
    assert _overgeslagen("aanmelding", "besluit", "R15", niet_besloten) == []
    contra = {**niet_besloten, "aanmelding.contra": [{"contra_indicatie": "zorg", "aanwezig": "ja"}]}
    (reden,) = _overgeslagen("aanmelding", "besluit", "R15", contra)
    assert "‘Besluit’ is uit" in reden


def test_een_kolom_die_niet_op_het_formulier_staat_wordt_niet_gemist() -> None:
    acties = next(veld for veld in formulieren()["begeleidingsplan"].velden if veld.sleutel == "acties")
    delen = _met("begeleidingsplan", "acties", kolommen=tuple(k for k in acties.kolommen if k.sleutel != "wie"))
    assert uitkomst(_rapport({"begeleidingsplan.acties.0.wie": WEG}, formulieren=delen)) == []

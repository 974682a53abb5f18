"""What counts as this year, and what is said when there is nothing to count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jaarhulp import Partij, partij
from populatie import PEILDATUM, maak_dossier, model_van

from generator.checks import controleer
from generator.inrichting import ingevuld, woorden_van
from generator.jaaroverzicht import GeenCijfers, Jaarcijfers, bereken
from generator.jaaroverzicht.beeld import jaarbeeld
from generator.jaaroverzicht.cijfers import Jaar
from generator.jaaroverzicht.excel import maak_excel
from generator.jaaroverzicht.tellen import GROEPEN
from generator.jaaroverzicht.verhaal import verhaal
from generator.jaaroverzicht.word import maak_word
from generator.model import Bestand, Invulling

MODEL = "opvang2004"


def deel(formulier: str, dossier: str, cyclus: int | None = None, **waarden: Any) -> Bestand:
    """Return one form as it was read."""
    invulling = Invulling(formulier=formulier, versie="1", organisatie="Opvang De Brug", dossier=dossier,
                          cyclus=cyclus, bestand=f"{dossier}/{formulier}{cyclus or ''}{len(waarden)}.docx",
                          formaat="word", waarden=waarden)  # fmt: skip
    return Bestand(pad=invulling.bestand, status="gelezen", formaat="word", invulling=invulling)


def tel(bestanden: Iterable[Bestand], jaar: int = 2026, peildatum: date = date(2027, 3, 1)) -> Jaarcijfers:
    soort = model_van(MODEL)
    rapport = controleer(list(bestanden), soort.inrichting, peildatum, formulieren=soort.formulieren)
    return bereken(rapport, soort.inrichting, soort.formulieren, jaar, peildatum)


def zes(maak: Any) -> list[Bestand]:
    """Return what *maak* makes for six dossiers: one more than is hidden."""
    return [bestand for nr in range(6) for bestand in maak(f"D-{nr}")]


def test_een_jaar_in_de_toekomst(zuiver: Mapping[str, Partij]) -> None:
    with pytest.raises(GeenCijfers, match="2027 is nog niet begonnen"):
        zuiver[MODEL].cijfers(2027)


def test_een_jaar_zonder_iets_erin(zuiver: Mapping[str, Partij]) -> None:
    with pytest.raises(GeenCijfers, match=r"In 2019 is er in deze dossiers niets gebeurd. .*2025 tot en met 2026"):
        zuiver[MODEL].cijfers(2019)


def test_geen_dossiers() -> None:
    with pytest.raises(GeenCijfers, match="geen enkel formulier"):
        tel([])


def test_alleen_formulieren_zonder_datum() -> None:
    with pytest.raises(GeenCijfers, match="geen enkel formulier staat een datum"):
        tel([deel("intake", "D-1", verslag="Een gesprek.")])


def test_een_dossier_geeft_een_document_zonder_getallen() -> None:
    een = partij(MODEL, [maak_dossier(MODEL, 1, "gesloten", "gewoon")])
    cijfers = een.cijfers()
    assert cijfers.te_klein
    inrichting = model_van(MODEL).inrichting
    delen = verhaal(cijfers, woorden_van(inrichting))
    assert [d.titel for d in delen] == ["Het jaar in het kort", "Hoe dit is geteld"]
    assert "minder dan vijf dossiers" in delen[0].zinnen[0]
    assert not any(d.staten for d in delen)
    assert maak_word(cijfers, delen, ingevuld(inrichting))
    assert maak_excel(cijfers, delen, ingevuld(inrichting))


def test_een_nieuw_besluit_na_het_jaar_was_er_nog_niet() -> None:
    def maak(nummer: str) -> list[Bestand]:
        return [deel("aanmelding", nummer, aanmelddatum=date(2026, 12, 29), besluit="intake",
                     besluit_datum=date(2027, 1, 4))]  # fmt: skip

    cijfers = tel(zes(maak))
    assert cijfers.aanmeldingen.waarde == 6
    assert cijfers.standen.getal("aanmelding").waarde == 6
    assert cijfers.besluiten[0][1].getal("intake").waarde == 0
    assert tel(zes(maak), 2027).besluiten[0][1].getal("intake").waarde == 6
    assert tel(zes(maak), 2027).aanmeldingen.waarde == 0


def test_de_stand_is_die_op_de_laatste_dag() -> None:
    """Who leaves in January was still here on 31 December."""

    def maak(nummer: str) -> list[Bestand]:
        return [
            deel("checklist_opstart", nummer, startdatum=date(2026, 3, 2)),
            deel("checklist_uitstroom", nummer, vertrekdatum=date(2027, 1, 20), uitstroomsoort="vrijwillig",
                 datum_ingevuld=date(2027, 1, 10)),
        ]  # fmt: skip

    cijfers = tel(zes(maak))
    assert cijfers.standen.getal("begeleiding").waarde == 6
    assert cijfers.beeld.getal("begonnen").waarde == 6
    assert cijfers.beeld.getal("vertrokken").waarde == 0
    later = tel(zes(maak), 2027)
    assert later.uitstroom.getal("vrijwillig").waarde == 6
    assert later.beeld.getal("begonnen").waarde == 0
    assert later.beeld.getal("begeleid").waarde == 6


def test_wie_voor_het_jaar_vertrok_telt_niet() -> None:
    def maak(nummer: str) -> list[Bestand]:
        return [
            deel("checklist_opstart", nummer, startdatum=date(2025, 3, 2)),
            deel("checklist_uitstroom", nummer, vertrekdatum=date(2025, 11, 20), uitstroomsoort="vrijwillig"),
        ]

    with pytest.raises(GeenCijfers):
        tel(zes(maak))
    assert tel(zes(maak), 2025).beeld.getal("vertrokken").waarde == 6


def test_wie_terugkomt_telt_weer_mee() -> None:
    def maak(nummer: str) -> list[Bestand]:
        return [
            deel("checklist_opstart", nummer, startdatum=date(2025, 3, 2)),
            deel("checklist_uitstroom", nummer, vertrekdatum=date(2025, 11, 20), uitstroomsoort="vrijwillig"),
            deel("aanmelding", nummer, aanmelddatum=date(2026, 5, 4)),
        ]

    cijfers = tel(zes(maak))
    assert cijfers.standen.getal("aanmelding").waarde == 6
    assert cijfers.beeld.getal("vertrokken").waarde == 0


def test_tot_de_peildatum_als_het_jaar_niet_om_is() -> None:
    def maak(nummer: str) -> list[Bestand]:
        dag = date(2026, 2, 2) if nummer != "D-0" else date(2026, 8, 1)
        return [deel("aanmelding", nummer, aanmelddatum=dag)]

    cijfers = tel(zes(maak), 2026, date(2026, 6, 17))
    assert cijfers.jaar.tot == date(2026, 6, 17)
    assert not cijfers.jaar.heel
    assert cijfers.aanmeldingen.waarde == 5


def test_hetzelfde_bestand_twee_keer_telt_een_keer() -> None:
    def maak(nummer: str) -> list[Bestand]:
        een = deel("aanmelding", nummer, aanmelddatum=date(2026, 2, 2))
        assert een.invulling is not None
        kopie = replace(een.invulling, sha256=nummer)
        return [replace(een, invulling=kopie),
                replace(een, pad="kopie.docx", invulling=replace(kopie, bestand=f"kopie/{nummer}.docx"))]  # fmt: skip

    assert tel(zes(maak)).aanmeldingen.waarde == 6


def test_een_anders_doel_per_plan_en_het_laatste_telt() -> None:
    def maak(nummer: str) -> list[Bestand]:
        een, twee = ({"doel_nr": 1, "leefgebied": gebied, "doel": "x"} for gebied in ("wonen", "financien"))
        return [
            deel("begeleidingsplan", nummer, 1, plan_datum=date(2026, 2, 2), plan_versie=1, doelen=(een,)),
            deel("begeleidingsplan", nummer, 1, plan_datum=date(2026, 3, 2), doelen=(twee,)),
        ]

    gebieden = tel(zes(maak)).gebieden
    assert gebieden.getal("financien").waarde == 6
    assert gebieden.getal("wonen").waarde == 0


def test_het_aantal_met_crisis_verraadt_de_besluiten_niet() -> None:
    """With 40 decisions, 8 times spoed and 30 times an intake shown, the two that were sent on would be known."""
    soorten = ["intake"] * 30 + ["spoed"] * 8 + ["doorverwijzing"] * 2
    cijfers = tel(
        deel("aanmelding", f"D-{nr}", aanmelddatum=date(2026, 2, 2), besluit=besluit, besluit_datum=date(2026, 2, 4),
             crisis=besluit == "spoed")
        for nr, besluit in enumerate(soorten)
    )  # fmt: skip
    besluiten = cijfers.besluiten[0][1]
    assert besluiten.getal("doorverwijzing").toon == "< 5"
    spoed = cijfers.crisis.waarde or besluiten.getal("spoed").waarde
    if besluiten.totaal and besluiten.totaal.waarde and spoed:
        assert besluiten.getal("intake").waarde is None


@pytest.mark.parametrize(("aantal", "zegt"), [(6, "hetzelfde"), (7, "anders")])
def test_het_eigen_jaaroverzicht_van_de_exits(aantal: int, zegt: str) -> None:
    def maak(nummer: str) -> list[Bestand]:
        return [deel("exit", nummer, gesprek_datum=date(2026, 4, 4))]

    eigen = deel("exit_jaar", "", ej_jaar=2026, ej_aantal=aantal, ej_tevreden="Het eten van Sanne.")
    cijfers = tel([*zes(maak), eigen])
    assert cijfers.eigen_jaaroverzicht == zegt
    assert tel([*zes(maak), eigen]).stellingen[0].ingevuld.waarde == 6
    tekst = " ".join(zin for d in verhaal(cijfers, woorden_van(model_van(MODEL).inrichting)) for zin in d.zinnen)
    assert "jaaroverzicht van de exits" in tekst
    assert "Sanne" not in tekst


def test_de_eigen_evaluatie_van_de_werkwijze_wordt_genoemd() -> None:
    eigen = deel("eval_werkwijze", "", datum_ingevuld=date(2026, 5, 5), ew_resultaat="Het gaat goed.")
    maak = [deel("aanmelding", f"D-{nr}", aanmelddatum=date(2026, 2, 2)) for nr in range(6)]
    assert tel([*maak, eigen]).eigen_evaluatie
    assert not tel(maak).eigen_evaluatie


def test_elk_begin_van_een_dossier_heeft_een_groep() -> None:
    """On every route and at every stage a dossier can be counted."""
    from populatie import ROUTES, stadia_van
    from populatie.dossier import past

    gevallen = [maak_dossier(MODEL, 7, stadium, route) for route in ROUTES if past(MODEL, route)
                for stadium in stadia_van(route)]  # fmt: skip
    soort = partij(MODEL, gevallen)
    model = model_van(MODEL)
    beeld = jaarbeeld(soort.rapport, ingevuld(model.inrichting), model.formulieren, Jaar(2026, PEILDATUM))
    assert len(beeld.trajecten) + len(beeld.verleden) >= len({geval.nummer for geval in gevallen}) > 60
    assert {beeld.groep(dossier) for dossier in beeld.trajecten} == {groep for groep, _ in GROEPEN} - {"niet_gestart"}
    assert soort.cijfers().beeld.getal("begeleid").toon != "0"

"""Who mends what, in which words, and what is due when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formulier import formulieren_van
from generator.inrichting import lees_inrichting
from generator.model import (
    Bestand,
    Bevinding,
    Dossier,
    Ernst,
    Formulier,
    Inrichting,
    Invulling,
    Onleesbaar,
    Rapport,
    Termijnstand,
    Verloop,
    Vindplaats,
)
from generator.verloop import TERMIJNEN
from generator.werklijst import (
    STANDEN_TERMIJN,
    TERMIJNNAMEN,
    Werkregel,
    antwoordregels,
    begeleider_van,
    invuller_van,
    label_van,
    naam_van_dossier,
    naamsleutel,
    per_persoon,
    stand_van,
    termijnregels,
    werkregels,
)

PEILDATUM = date(2026, 6, 1)
DAG = timedelta(days=1)


@cache
def organisatie() -> tuple[Inrichting, Mapping[str, Formulier]]:
    gelezen = lees_inrichting("leefhuis2022")
    return gelezen, formulieren_van(gelezen)


def formulier(sleutel: str) -> Formulier:
    return organisatie()[1][sleutel]


def invulling(sleutel: str, nr: int = 1, dossier: str = "D-1", **waarden: Any) -> Invulling:
    return Invulling(formulier=sleutel, versie="1", organisatie="", dossier=dossier, cyclus=1, bestand=f"{nr}.docx",
                     formaat="docx", waarden=waarden)  # fmt: skip


def dossier(*delen: Invulling, verloop: Verloop | None = None) -> Dossier:
    return Dossier(nummer="D-1", invullingen=delen, stand="kern", fase="planning", cyclus=1,
                   verloop=verloop or Verloop())  # fmt: skip


def bevinding(sleutel: str = "memo", nr: int = 1, veld: str = "", dossier: str = "D-1",
              code: str = "R01", ernst: Ernst = Ernst.FOUT) -> Bevinding:  # fmt: skip
    plek = Vindplaats(bestand=f"{nr}.docx", formulier=sleutel, veld=veld)
    return Bevinding(code=code, titel="", ernst=ernst, bericht="", vindplaatsen=(plek,), dossier=dossier)


def rapport(*delen: Invulling, bevindingen: tuple[Bevinding, ...] = (), verloop: Verloop | None = None) -> Rapport:
    bestanden = tuple(Bestand(pad=d.bestand, status="gelezen", invulling=d) for d in delen)
    return Rapport(inrichting="", organisatie="", peildatum=PEILDATUM.isoformat(), bestanden=bestanden,
                   dossiers=(dossier(*delen, verloop=verloop),) if delen else (), bevindingen=bevindingen,
                   uitgevoerd=(), overgeslagen=())  # fmt: skip


def regels(gegeven: Rapport) -> tuple[Werkregel, ...]:
    return werkregels(gegeven, *organisatie())


# -- who


def test_wie_het_invulde_mag_het_verbeteren() -> None:
    deel = invulling("memo", ingevuld_door="Noor de Wit", ingevuld_rol="collega")
    (regel,) = regels(rapport(deel, bevindingen=(bevinding(),)))
    assert (regel.wie, regel.dossier, regel.bestand, regel.titel) == ("Noor de Wit", "D-1", "1.docx", "Memo")


@pytest.mark.parametrize("rol", ["client", "ouder", "netwerk", "verwijzer", "hulpverlener", "igj"])
def test_een_buitenstaander_verbetert_niets(rol: str) -> None:
    memo = invulling("memo", ingevuld_door="Iemand Anders", ingevuld_rol=rol)
    intake = invulling("intake", 2, mentor="Noor de Wit")
    (regel,) = regels(rapport(memo, intake, bevindingen=(bevinding(),)))
    assert regel.wie == "Noor de Wit"


@pytest.mark.parametrize("sleutel", ["exit", "tevredenheid"])
def test_een_formulier_van_de_client_noemt_geen_begeleider(sleutel: str) -> None:
    for rol in ("begeleider", "client", None):
        deel = invulling(sleutel, ingevuld_door="Samira Yilmaz", ingevuld_rol=rol)
        assert invuller_van(deel, formulier(sleutel)) == ""
    (regel,) = regels(rapport(deel, bevindingen=(bevinding(sleutel),)))
    assert regel.wie == ""


def test_zonder_rol_telt_de_naam_alleen_waar_geen_client_invult() -> None:
    assert invuller_van(invulling("memo", ingevuld_door="Noor"), formulier("memo")) == "Noor"
    assert invuller_van(invulling("begeleidingsplan", ingevuld_door="Noor"), formulier("begeleidingsplan")) == ""


def test_de_naam_van_de_client_is_nooit_die_van_een_collega() -> None:
    zelf = {"client_naam": "Samira Yilmaz", "ingevuld_door": "samira  yilmaz", "ingevuld_rol": "begeleider"}
    deel = invulling("memo", **zelf)
    assert invuller_van(deel, formulier("memo")) == ""
    assert begeleider_van(dossier(deel)) == ""


@pytest.mark.parametrize("vreemd", ["-", "n.v.t.", "", "   ", Onleesbaar("x", "y"), None, 3])
def test_geen_naam_is_geen_naam(vreemd: Any) -> None:
    deel = invulling("memo", ingevuld_door=vreemd, ingevuld_rol="begeleider")
    assert invuller_van(deel, formulier("memo")) == ""
    assert begeleider_van(dossier(deel)) == ""


def test_een_verhaal_in_plaats_van_een_naam_wordt_ingekort() -> None:
    deel = invulling("memo", ingevuld_door="Noor " * 40, ingevuld_rol="begeleider")
    assert len(invuller_van(deel, formulier("memo"))) <= 60


def test_dezelfde_collega_anders_geschreven_is_een_persoon() -> None:
    namen = ("Noor de Wit", "noor  de wit ", "Noor de Wit", "NOOR DE WIT")
    delen = [invulling("memo", nr, ingevuld_door=n, ingevuld_rol="begeleider") for nr, n in enumerate(namen)]
    gegeven = rapport(*delen, bevindingen=tuple(bevinding(nr=nr) for nr in range(len(namen))))
    assert {regel.wie for regel in regels(gegeven)} == {"Noor de Wit"}


@given(st.text(max_size=20))
def test_spaties_en_hoofdletters_tellen_niet(naam: str) -> None:
    assert naamsleutel(f"  {naam} ") == naamsleutel(naam)
    assert naamsleutel(naamsleutel(naam)) == naamsleutel(naam)


def test_het_nieuwste_formulier_noemt_de_begeleider() -> None:
    intake = invulling("intake", 1, mentor="Eerste", gesprek_datum=date(2026, 1, 5))
    plan = invulling("begeleidingsplan", 2, plan_datum=date(2026, 3, 1), handtekening_mentor={"naam": "Tweede"})
    kaart = invulling("deelnemerskaart", 3, bijgewerkt_op=date(2026, 2, 1), kaart_mentor="Tussenin")
    assert begeleider_van(dossier(intake, plan, kaart)) == "Tweede"
    assert begeleider_van(dossier(intake, kaart)) == "Tussenin"
    assert begeleider_van(dossier(intake)) == "Eerste"


def test_anders_is_het_wie_het_laatst_als_begeleider_invulde() -> None:
    delen = [
        invulling("memo", 1, datum_tijd=date(2026, 1, 1), ingevuld_door="Oud", ingevuld_rol="begeleider"),
        invulling("memo", 2, datum_tijd=date(2026, 2, 1), ingevuld_door="Nieuw", ingevuld_rol="begeleider"),
        invulling("memo", 3, datum_tijd=date(2026, 3, 1), ingevuld_door="Collega", ingevuld_rol="collega"),
    ]
    assert begeleider_van(dossier(*delen)) == "Nieuw"
    assert begeleider_van(dossier(*delen, invulling("intake", 4, mentor="Genoemd"))) == "Genoemd"
    assert begeleider_van(dossier()) == ""


def test_de_naam_van_de_client_is_die_van_het_nieuwste_formulier() -> None:
    delen = invulling("intake", client_naam="Sam"), invulling("memo", 2, client_naam="Samira"), invulling("exit", 3)
    assert naam_van_dossier(dossier(*delen)) == "Samira"
    assert naam_van_dossier(dossier()) == ""


# -- where


@pytest.mark.parametrize(
    ("sleutel", "veld", "label"),
    [
        ("begeleidingsplan", "plan_datum", "Datum plan"),
        ("begeleidingsplan", "handtekening_client.datum", "Handtekening deelnemer (datum)"),
        ("begeleidingsplan", "doelen[2].doel_nr", "Doelen voor deze periode, regel 2: Nr"),
        ("begeleidingsplan", "doelen.doel_nr", "Doelen voor deze periode: Nr"),
        ("begeleidingsplan", "doelen", "Doelen voor deze periode"),
        ("begeleidingsplan", "bestaat_niet", ""),
        ("begeleidingsplan", "", ""),
    ],
)
def test_label(sleutel: str, veld: str, label: str) -> None:
    assert label_van(formulier(sleutel), veld) == label


def test_label_van_een_leefgebied_een_keuze_en_een_gedrukte_rij() -> None:
    pb, start = formulier("persoonsbeschrijving"), formulier("checklist_opstart")
    veld = next(veld for veld in pb.velden if veld.per_leefgebied == "ja")
    gebied = pb.leefgebieden[1]
    assert label_van(pb, f"{veld.sleutel}.{gebied.sleutel}") == f"{veld.label} ({gebied.naam})"
    meer = next(v for f in organisatie()[1].values() for v in f.velden if v.soort == "meerkeuze" and v.opties)
    eigen = next(f for f in organisatie()[1].values() if f.veld(meer.sleutel) is meer)
    assert label_van(eigen, f"{meer.sleutel}.{meer.opties[0].sleutel}") == f"{meer.label} ({meer.opties[0].label})"
    deel = invulling("checklist_opstart", taken=({"taak": "rondleiding"},))
    assert label_van(start, "taken[1].gereed", deel) == "Taken bij de start, ‘Rondleiding gegeven’: Klaar op"


def test_elke_plek_van_elk_formulier_heeft_een_label() -> None:
    for definitie in organisatie()[1].values():
        for veld in definitie.velden:
            assert label_van(definitie, veld.sleutel) == veld.label
            for kolom in veld.kolommen:
                assert label_van(definitie, f"{veld.sleutel}[1].{kolom.sleutel}").endswith(f": {kolom.label}")


# -- order and groups


def test_volgorde() -> None:
    delen = [invulling("memo", nr, ingevuld_door=naam, ingevuld_rol="begeleider")
             for nr, naam in enumerate(["Zoë", "Anna"])]  # fmt: skip
    plan = invulling("begeleidingsplan", 5)
    gegeven = rapport(*delen, plan, bevindingen=(
        bevinding(nr=0, ernst=Ernst.AANDACHTSPUNT),
        bevinding(nr=0),
        bevinding("begeleidingsplan", 9, dossier="", veld="doelen[2].doel"),
        bevinding("begeleidingsplan", 9, dossier="", veld="doelen[1].doel"),
        bevinding("begeleidingsplan", 9, dossier="", veld="plan_datum"),
        bevinding(nr=1, dossier="D-2"),
        bevinding(nr=1),
    ))  # fmt: skip
    assert [(r.bevinding.ernst.gewicht, r.wie, r.dossier, r.veld) for r in regels(gegeven)] == [
        (2, "Anna", "D-1", ""),
        (2, "Anna", "D-2", ""),
        (2, "Zoë", "D-1", ""),
        (2, "", "", "plan_datum"),
        (2, "", "", "doelen[1].doel"),
        (2, "", "", "doelen[2].doel"),
        (0, "Zoë", "D-1", ""),
    ]
    groepen = per_persoon(regels(gegeven))
    assert list(groepen) == ["Anna", "Zoë", ""]
    assert sum(map(len, groepen.values())) == 7


def test_een_bevinding_zonder_plek() -> None:
    kaal = replace(bevinding(), vindplaatsen=())
    (regel,) = regels(rapport(bevindingen=(kaal,)))
    assert (regel.wie, regel.bestand, regel.formulier, regel.titel, regel.label) == ("", "", "", "", "")


# -- deadlines


def termijn(uiterlijk: date, gedaan: date | None = None, soort: str = "plan", vervallen: bool = False) -> Termijnstand:
    return Termijnstand(soort=soort, cyclus=1, formulier="begeleidingsplan", veld="plan_datum",
                        vanaf=uiterlijk - 14 * DAG, uiterlijk=uiterlijk, gedaan=gedaan, bron=invulling("memo"),
                        bronveld="", vervallen=vervallen)  # fmt: skip


@pytest.mark.parametrize(
    ("uiterlijk", "gedaan", "stand", "dagen"),
    [
        (PEILDATUM, None, "loopt", 0),
        (PEILDATUM + 5 * DAG, None, "loopt", 5),
        (PEILDATUM - DAG, None, "te laat", 1),
        (PEILDATUM - DAG, PEILDATUM - DAG, "gehaald", 0),
        (PEILDATUM - DAG, PEILDATUM - 4 * DAG, "gehaald", 3),
        (PEILDATUM - 4 * DAG, PEILDATUM, "te laat gehaald", 4),
        # What lies ahead is not met yet.
        (PEILDATUM - DAG, PEILDATUM + DAG, "te laat", 1),
        (PEILDATUM + DAG, PEILDATUM + DAG, "loopt", 1),
    ],
)
def test_stand(uiterlijk: date, gedaan: date | None, stand: str, dagen: int) -> None:
    assert stand_van(termijn(uiterlijk, gedaan), PEILDATUM) == (stand, dagen)


def test_vervallen_is_niet_te_laat() -> None:
    assert stand_van(termijn(PEILDATUM - 90 * DAG, vervallen=True), PEILDATUM) == ("vervallen", 0)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 1)), st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 1)))
def test_stand_en_regel_zijn_het_eens(uiterlijk: date, gedaan: date | None) -> None:
    gegeven = termijn(uiterlijk, gedaan)
    stand, dagen = stand_van(gegeven, PEILDATUM)
    assert stand in STANDEN_TERMIJN
    assert dagen >= 0
    assert gegeven.te_laat(PEILDATUM) is stand.startswith("te laat")


def test_termijnregels() -> None:
    deel = invulling("intake", mentor="Noor de Wit")
    dubbel = termijn(PEILDATUM - DAG)
    verloop = Verloop(termijnen=(dubbel, dubbel, termijn(PEILDATUM + 30 * DAG), termijn(PEILDATUM + 31 * DAG)))
    rijen = termijnregels(rapport(deel, verloop=verloop), *organisatie())
    assert [(rij.uiterlijk, rij.stand) for rij in rijen] == [
        (PEILDATUM - DAG, "te laat"),
        (PEILDATUM + 30 * DAG, "loopt"),
    ]
    assert {(rij.wie, rij.dossier, rij.naam, rij.titel) for rij in rijen} == {
        ("Noor de Wit", "D-1", "Begeleidingsplan", "Begeleidingsplan")
    }
    assert len(termijnregels(rapport(deel, verloop=verloop), *organisatie(), vooruit=31)) == 3


def test_elke_termijn_heeft_een_naam() -> None:
    assert set(TERMIJNNAMEN) == set(TERMIJNEN)


# -- answers


def test_antwoorden_zoals_mensen_ze_zien() -> None:
    deel = invulling(
        "begeleidingsplan",
        dossier_nr="D-1",
        plan_datum=date(2026, 3, 6),
        evaluatie_gepland=Onleesbaar("31-02-2026", "bestaat niet"),
        handtekening_client={"getekend": "ja"},
        doelen=({"doel_nr": 1, "doel": "fietsen"},),
    )
    gegeven = list(antwoordregels(rapport(deel), organisatie()[1]))
    assert {(regel.veld, regel.antwoord) for regel in gegeven} == {
        ("dossier_nr", "D-1"),
        ("plan_datum", "06-03-2026"),
        ("evaluatie_gepland", "31-02-2026"),
        ("handtekening_client.getekend", "ja"),
        ("doelen[1].doel_nr", "1"),
        ("doelen[1].doel", "fietsen"),
    }
    assert all(regel.label and regel.titel == "Begeleidingsplan" for regel in gegeven)

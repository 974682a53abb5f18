"""Forms that came back damaged: what is read, by which route, and what is said about it.

Each test starts from a form whose answers are known, does one thing to it that people
or programs do, and states values, routes and the codes of the messages exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from invullen import (
    CYCLUS,
    DOSSIER,
    TIEN,
    aantal_bladen,
    codes,
    lees,
    route_van,
    routes_van_antwoorden,
    velden_bij,
    vol_bestand,
    volle_antwoorden,
)
from lxml import etree
from schade import (
    Element,
    alinea,
    bewerk,
    delen_van,
    gewone_vakken,
    ingepakt,
    knip_runs,
    om,
    om_heen,
    opmerkingen,
    pel,
    pel_alles,
    plak_nog_eens,
    run,
    typ,
    vak,
    vakken,
    vervang,
    vreemde_omhulsels,
    vreemde_tags,
    weg,
    wijziging,
    zet_inhoud,
    zonder_bladwijzers,
    zonder_herkenning,
)

from generator.formats import Lezer, bericht_van
from generator.formats.word import vul
from generator.formats.word.namen import MC, W_STRIKT, W, q
from generator.model import Formulier, Invulling, Onleesbaar

Formulieren = Mapping[str, Formulier]
Blanco = Mapping[str, bytes]


class Proef:
    """One form with known answers, as a file."""

    def __init__(self, sleutel: str, formulieren: Formulieren, blanco: Blanco, lezer: Lezer) -> None:
        self.formulier = formulieren[sleutel]
        self.blanco = blanco
        self.lezer = lezer
        self.waarden = volle_antwoorden(self.formulier)
        self.aantal = aantal_bladen(self.formulier, self.waarden)
        self.bestand = vol_bestand(self.formulier, blanco)

    def zonder(self, *velden: str) -> bytes:
        """Return the file in which some fields are empty."""
        return vol_bestand(self.formulier, self.blanco, **dict.fromkeys(velden))

    def lees(self, inhoud: bytes) -> Invulling:
        """Read a damaged file."""
        return lees(self.lezer, inhoud)

    def na(self, *bewerkingen: Any) -> Invulling:
        """Damage the full form and read it."""
        return self.lees(bewerk(self.bestand, *bewerkingen))


@pytest.fixture(scope="module", params=TIEN)
def elk(request: pytest.FixtureRequest, formulieren: Formulieren, blanco: Blanco, lezer: Lezer) -> Proef:
    """Each of the ten forms, filled in full."""
    return Proef(request.param, formulieren, blanco, lezer)


@pytest.fixture(scope="module")
def plan(formulieren: Formulieren, blanco: Blanco, lezer: Lezer) -> Proef:
    """A begeleidingsplan: tables, per leefgebied, signatures."""
    return Proef("begeleidingsplan", formulieren, blanco, lezer)


@pytest.fixture(scope="module")
def aanmelding(formulieren: Formulieren, blanco: Blanco, lezer: Lezer) -> Proef:
    """An aanmelding: boxes, choices, preprinted rows."""
    return Proef("aanmelding", formulieren, blanco, lezer)


def anders(proef: Proef, **velden: Any) -> dict[str, Any]:
    """Return the known answers with some of them changed; None takes one out."""
    waarden = proef.waarden | velden
    return {sleutel: waarde for sleutel, waarde in waarden.items() if waarde is not None}


def ongeschonden(gelezen: Invulling, proef: Proef, **routes: int) -> None:
    """Hold everything against the known answers: values, routes, nothing lost, no messages."""
    assert gelezen.waarden == proef.waarden
    assert dict(gelezen.routes) == routes
    assert gelezen.niet_gevonden == ()
    assert codes(gelezen) == []
    assert (gelezen.dossier, gelezen.cyclus) == (DOSSIER, CYCLUS)


# -- controls and bookmarks gone


def test_vakken_weg_bladwijzers_blijven(elk: Proef) -> None:
    ongeschonden(elk.na(pel_alles), elk, bladwijzer=elk.aantal)


def test_vakken_en_bladwijzers_weg(elk: Proef) -> None:
    ongeschonden(elk.na(pel_alles, zonder_bladwijzers), elk, label=elk.aantal)


def test_vakken_en_bladwijzers_weg_leeg_formulier(elk: Proef) -> None:
    gelezen = elk.lees(bewerk(elk.blanco[elk.formulier.sleutel], pel_alles, zonder_bladwijzers))
    assert gelezen.waarden == {}
    assert gelezen.niet_gevonden == ()
    assert codes(gelezen) == []
    assert dict(gelezen.routes) == {"label": aantal_bladen(elk.formulier, {})}


def test_alleen_bladwijzers_weg(elk: Proef) -> None:
    ongeschonden(elk.na(zonder_bladwijzers), elk, tag=elk.aantal)


def test_tags_hernoemd_zoals_google(elk: Proef) -> None:
    ongeschonden(elk.na(vreemde_tags), elk, bladwijzer=elk.aantal)


def test_vreemde_vakken_om_gewone_tekst(elk: Proef) -> None:
    ongeschonden(elk.na(vreemde_omhulsels), elk, tag=elk.aantal)


def test_google_helemaal(elk: Proef) -> None:
    ongeschonden(elk.na(zonder_bladwijzers, pel_alles, vreemde_omhulsels), elk, label=elk.aantal)


def test_geknipte_runs(elk: Proef) -> None:
    ongeschonden(elk.na(knip_runs), elk, tag=elk.aantal)


def test_geknipte_runs_zonder_vakken(elk: Proef) -> None:
    ongeschonden(elk.na(knip_runs, pel_alles, zonder_bladwijzers), elk, label=elk.aantal)


def test_eigenschappen_in_andere_volgorde(elk: Proef) -> None:
    def andersom(wortel: Element) -> None:
        for eigenschappen in wortel.iter(q("w:sdtPr")):
            eigenschappen[:] = reversed(list(eigenschappen))

    ongeschonden(elk.na(andersom), elk, tag=elk.aantal)


@pytest.mark.parametrize("velden", [("einddoel",), ("plan_datum", "hulpvragen"), ("doelen",)])
def test_een_paar_vakken_weg(plan: Proef, velden: tuple[str, ...]) -> None:
    def pel_deze(wortel: Element) -> None:
        for merk in list(wortel.iter(q("w:tag"))):
            if merk.get(q("w:val")).removeprefix("af:").partition(".")[0] in velden:
                pel(merk.getparent().getparent())

    gelezen = plan.na(pel_deze)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == []
    anderen = {a.sleutel.partition("[")[0] for a in gelezen.antwoorden if a.vindplaats.route == "bladwijzer"}
    assert anderen == set(velden)
    assert sum(gelezen.routes.values()) == plan.aantal


# -- tracked changes and comments


def test_bijgehouden_tekst_is_aanvaard(plan: Proef) -> None:
    def wijzig(wortel: Element) -> None:
        oud = om_heen("w:r", om_heen("w:delText"))
        oud[0].text = "oude tekst"
        zet_inhoud(vak(wortel, "einddoel"), run("ik "), wijziging("del", oud), wijziging("ins", run("woon zelf")))

    gelezen = plan.na(wijzig)
    assert gelezen.waarden == anders(plan, einddoel="ik woon zelf")
    assert codes(gelezen) == ["L08"]
    assert gelezen.meldingen[0].context["aantal"] == 2
    assert dict(gelezen.routes) == {"tag": plan.aantal}


def test_verplaatste_tekst_telt_een_keer(plan: Proef) -> None:
    def verplaats(wortel: Element) -> None:
        zet_inhoud(
            vak(wortel, "einddoel"),
            wijziging("moveFrom", run("eigen huis ")),
            run("graag een "),
            wijziging("moveTo", run("eigen huis")),
        )

    gelezen = plan.na(verplaats)
    assert gelezen.waarden == anders(plan, einddoel="graag een eigen huis")
    assert codes(gelezen) == ["L08"]


def test_ingevoegd_vak_telt(plan: Proef) -> None:
    def omhul(wortel: Element) -> None:
        sdt = vak(wortel, "einddoel")
        om_heen_vak = wijziging("ins")
        sdt.addprevious(om_heen_vak)
        om_heen_vak.append(sdt)

    gelezen = plan.na(omhul)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L08"]
    assert dict(gelezen.routes) == {"tag": plan.aantal}


def verwijder_rij(sleutel: str, nr: int) -> Any:
    def wijzig(wortel: Element) -> None:
        eigenschappen = om(vak(wortel, sleutel, nr), "w:tr").find(q("w:trPr"))
        eigenschappen.append(wijziging("del"))

    return wijzig


def test_verwijderde_rij_telt_niet(plan: Proef) -> None:
    gelezen = plan.na(verwijder_rij("doelen.doel", 0))
    assert gelezen.waarden == anders(plan, doelen=plan.waarden["doelen"][1:])
    assert codes(gelezen) == ["L08"]


def test_verwijderde_rij_van_een_vraag_telt_niet(plan: Proef) -> None:
    gelezen = plan.na(verwijder_rij("einddoel", 0))
    assert gelezen.waarden == anders(plan, einddoel=None)
    assert gelezen.niet_gevonden == ("einddoel",)
    assert codes(gelezen) == ["L08", "L09"]


def test_ingevoegde_rij_telt(plan: Proef) -> None:
    def wijzig(wortel: Element) -> None:
        om(vak(wortel, "doelen.doel"), "w:tr").find(q("w:trPr")).append(wijziging("ins"))

    gelezen = plan.na(wijzig)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L08"]


def test_opmaakwijziging_is_geen_wijziging_van_tekst(plan: Proef) -> None:
    def wijzig(wortel: Element) -> None:
        r = vak(wortel, "einddoel")[-1][0]
        r.insert(0, om_heen("w:rPr", om_heen("w:b"), wijziging("rPrChange", om_heen("w:rPr"))))

    ongeschonden(plan.na(wijzig), plan, tag=plan.aantal)


def test_opmerkingen(plan: Proef) -> None:
    gelezen = plan.na(opmerkingen)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L16"]
    assert gelezen.meldingen[0].context["aantal"] == 1


# -- beside the control


def naast(sleutel: str, tekst: str, waar: str) -> Any:
    def typ_ernaast(wortel: Element) -> None:
        sdt = vak(wortel, sleutel)
        if waar == "ervoor":
            sdt.addprevious(run(tekst))
        elif waar == "erachter":
            sdt.addnext(run(tekst))
        elif waar == "nieuwe alinea":
            om(sdt, "w:p").addnext(alinea(run(tekst)))
        else:
            om(sdt, "w:p").addprevious(alinea(run(tekst)))

    return typ_ernaast


WAAR = ("ervoor", "erachter", "nieuwe alinea", "alinea ervoor")


@pytest.mark.parametrize("waar", WAAR)
def test_naast_een_leeg_vak(plan: Proef, waar: str) -> None:
    gelezen = plan.lees(bewerk(plan.zonder("einddoel"), naast("einddoel", "een eigen huis", waar)))
    assert gelezen.waarden == anders(plan, einddoel="een eigen huis")
    assert codes(gelezen) == ["L07"]
    assert velden_bij(gelezen, "L07") == ["einddoel"]
    assert route_van(gelezen, "einddoel") == "naast het veld"
    assert dict(gelezen.routes) == {"tag": plan.aantal - 1, "naast het veld": 1}


@pytest.mark.parametrize(
    ("waar", "geheel"),
    [
        ("ervoor", "extra Antwoord op einddoel"),
        ("erachter", "Antwoord op einddoelextra "),
        ("nieuwe alinea", "Antwoord op einddoel\nextra "),
        ("alinea ervoor", "extra \nAntwoord op einddoel"),
    ],
)
def test_naast_een_gevuld_vak(plan: Proef, waar: str, geheel: str) -> None:
    gelezen = plan.na(naast("einddoel", "extra ", waar))
    assert gelezen.waarden == anders(plan, einddoel=geheel.strip())
    assert codes(gelezen) == ["L07"]
    assert route_van(gelezen, "einddoel") == "tag"


@pytest.mark.parametrize("waar", WAAR)
def test_naast_een_vak_per_leefgebied(plan: Proef, waar: str) -> None:
    gelezen = plan.lees(
        bewerk(plan.zonder("gewenste_situatie"), naast("gewenste_situatie.wonen", "een eigen huis", waar))
    )
    assert gelezen.waarden == anders(plan, gewenste_situatie={"wonen": "een eigen huis"})
    assert codes(gelezen) == ["L07"]


@pytest.mark.parametrize("waar", WAAR)
def test_datum_naast_het_vak(plan: Proef, waar: str) -> None:
    gelezen = plan.lees(bewerk(plan.zonder("plan_datum"), naast("plan_datum", "6-3-2026", waar)))
    assert gelezen.waarden == anders(plan, plan_datum=date(2026, 3, 6))
    assert codes(gelezen) == ["L07"]


def test_uitleg_naast_een_gevulde_datum_gaat_niet_verloren(plan: Proef) -> None:
    gelezen = plan.na(naast("plan_datum", " (onder voorbehoud)", "erachter"))
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L07"]
    assert gelezen.meldingen[0].context["ernaast"] == "(onder voorbehoud)"


def test_uitleg_naast_een_gevulde_keuze_gaat_niet_verloren(aanmelding: Proef) -> None:
    gelezen = aanmelding.na(naast("meldwijze", " en later ook per mail", "erachter"))
    assert gelezen.waarden == aanmelding.waarden
    assert codes(gelezen) == ["L07"]
    assert gelezen.meldingen[0].context["ernaast"] == "en later ook per mail"


def test_tekst_naast_een_vakje_gaat_niet_verloren(aanmelding: Proef) -> None:
    def typ_erbij(wortel: Element) -> None:
        om(vak(wortel, "leefgebieden_vraag.wonen"), "w:tc").append(alinea(run("en de tuin")))

    gelezen = aanmelding.na(typ_erbij)
    assert gelezen.waarden == aanmelding.waarden
    assert codes(gelezen) == ["L07"]
    assert "en de tuin" in str([melding.context for melding in gelezen.meldingen]) + str(gelezen.antwoorden)


def test_naast_het_vak_in_een_cel_van_een_tabel(plan: Proef) -> None:
    gelezen = plan.na(naast("doelen.doel", " en koken", "erachter"))
    eerste = plan.waarden["doelen"][0] | {"doel": plan.waarden["doelen"][0]["doel"] + " en koken"}
    assert gelezen.waarden == anders(plan, doelen=(eerste, *plan.waarden["doelen"][1:]))
    assert codes(gelezen) == ["L07"]
    assert velden_bij(gelezen, "L07") == ["doelen[1].doel"]


@pytest.mark.parametrize(
    ("sleutel", "tekst", "waarde"),
    [("einddoel", "een eigen huis", "een eigen huis"), ("plan_datum", "6 maart 2026", date(2026, 3, 6))],
)
def test_vak_weg_en_tekst_in_de_cel(plan: Proef, sleutel: str, tekst: str, waarde: Any) -> None:
    def typ_in_cel(wortel: Element) -> None:
        p = om(vak(wortel, sleutel), "w:p")
        p.replace(vak(wortel, sleutel), run(tekst))

    gelezen = plan.na(typ_in_cel)
    assert gelezen.waarden == anders(plan, **{sleutel: waarde})
    assert codes(gelezen) == []
    assert route_van(gelezen, sleutel) == "bladwijzer"

    gelezen = plan.na(typ_in_cel, zonder_bladwijzers)
    assert gelezen.waarden == anders(plan, **{sleutel: waarde})
    assert route_van(gelezen, sleutel) == "label"
    assert dict(gelezen.routes) == {"tag": plan.aantal - 1, "label": 1}


def test_cel_leeggemaakt_met_vak_en_al(plan: Proef) -> None:
    def maak_leeg(wortel: Element) -> None:
        cel = om(vak(wortel, "einddoel"), "w:tc")
        for p in cel.findall(q("w:p")):
            cel.remove(p)
        cel.append(alinea())

    gelezen = plan.na(maak_leeg)
    assert gelezen.waarden == anders(plan, einddoel=None)
    assert gelezen.niet_gevonden == ()
    assert codes(gelezen) == []
    assert dict(gelezen.routes) == {"tag": plan.aantal - 1, "label": 1}


# -- invitations


def test_rest_van_de_uitnodiging(plan: Proef) -> None:
    uitnodiging = plan.formulier.veld("einddoel").plaatshouder
    gelezen = plan.na(typ("einddoel", f"{uitnodiging} Een eigen huis"))
    assert gelezen.waarden == anders(plan, einddoel="Een eigen huis")
    assert codes(gelezen) == ["L05"]
    assert velden_bij(gelezen, "L05") == ["einddoel"]


def test_uitnodiging_zonder_kenmerk_is_leeg(elk: Proef) -> None:
    def zonder_kenmerk(wortel: Element) -> None:
        for toont in list(wortel.iter(q("w:showingPlcHdr"))):
            toont.getparent().remove(toont)
        for stijl in list(wortel.iter(q("w:rStyle"))):
            stijl.getparent().remove(stijl)

    gelezen = elk.lees(bewerk(elk.blanco[elk.formulier.sleutel], zonder_kenmerk))
    assert gelezen.waarden == {}
    assert codes(gelezen) == []


def test_kenmerk_bleef_staan_terwijl_er_getypt_is(plan: Proef) -> None:
    def programma(wortel: Element) -> None:
        sdt = vak(wortel, "einddoel")
        sdt[-1][:] = [run("een eigen huis")]
        assert sdt[0].find(q("w:showingPlcHdr")) is not None

    gelezen = plan.lees(bewerk(plan.zonder("einddoel"), programma))
    assert gelezen.waarden == anders(plan, einddoel="een eigen huis")
    assert codes(gelezen) == []


def test_getypt_in_de_opmaak_van_een_uitnodiging(plan: Proef) -> None:
    """A program that keeps both mark and style: answer or invitation of an older form?  Kept, and said."""

    def programma(wortel: Element) -> None:
        next(vak(wortel, "einddoel")[-1].iter(q("w:t"))).text = "een eigen huis"

    gelezen = plan.lees(bewerk(plan.zonder("einddoel"), programma))
    assert gelezen.waarden == anders(plan, einddoel="een eigen huis")
    assert codes(gelezen) == ["L17"]
    assert velden_bij(gelezen, "L17") == ["einddoel"]


@pytest.mark.parametrize(("getal", "code"), [("0", ["L18"]), ("1", []), ("99", []), ("100", ["L18"]), ("-1", ["L18"])])
def test_getal_buiten_de_grenzen(plan: Proef, getal: str, code: list[str]) -> None:
    gelezen = plan.na(typ("cyclus_nr", getal))
    assert gelezen.waarden == anders(plan, cyclus_nr=int(getal))
    assert codes(gelezen) == code
    assert velden_bij(gelezen, "L18") == ["cyclus_nr"] * len(code)


@pytest.mark.parametrize(
    "niets",
    [
        "     ",
        "\u00a0\u00a0\u00a0\u00a0\u00a0",
        # What Word leaves in an emptied field of the old kind.
        "\u2002\u2002\u2002\u2002\u2002",
        "\u2003",
        "\u200b",
        "\n",
        "",
    ],
)
def test_leeggemaakt_vak_is_leeg(plan: Proef, niets: str) -> None:
    gelezen = plan.na(typ("einddoel", niets))
    assert gelezen.waarden == anders(plan, einddoel=None)
    assert gelezen.niet_gevonden == ()
    assert codes(gelezen) == []
    assert dict(gelezen.routes) == {"tag": plan.aantal}


def test_vak_zonder_inhoud_is_leeg(plan: Proef) -> None:
    gelezen = plan.na(lambda wortel: zet_inhoud(vak(wortel, "einddoel")))
    assert gelezen.waarden == anders(plan, einddoel=None)
    assert codes(gelezen) == []


def test_harde_spaties_in_de_tekst_blijven(plan: Proef) -> None:
    gelezen = plan.na(typ("einddoel", "\u00a0een\u00a0huis \u00a0"), typ("plan_datum", "6\u00a0maart\u00a02026"))
    assert gelezen.waarden["einddoel"] == "een\u00a0huis"
    assert gelezen.waarden["plan_datum"] == date(2026, 3, 6)


# -- marks inside text


def test_regeleinden_tabs_en_koppeltekens(plan: Proef) -> None:
    def vul_in(wortel: Element) -> None:
        r = run("een")
        for naam, tekst in [("w:br", "twee"), ("w:cr", "drie"), ("w:tab", "vier"), ("w:noBreakHyphen", "vijf")]:
            r.append(om_heen(naam))
            r.append(run(tekst)[0])
        zet_inhoud(vak(wortel, "einddoel"), r, om_heen("w:r", om_heen("w:softHyphen")), run("zes"))

    gelezen = plan.na(vul_in)
    assert gelezen.waarden == anders(plan, einddoel="een\ntwee\ndrie\tvier-vijfzes")
    assert codes(gelezen) == []


def test_alineas_in_een_vak(plan: Proef) -> None:
    """A program turned the run-level control into one around paragraphs."""

    def om_alineas(wortel: Element) -> None:
        sdt = vak(wortel, "einddoel")
        p = om(sdt, "w:p")
        p.addprevious(sdt)
        zet_inhoud(sdt, alinea(run("een")), alinea(run("twee")), alinea(), alinea(run("vier")))

    gelezen = plan.na(om_alineas)
    assert gelezen.waarden == anders(plan, einddoel="een\ntwee\n\nvier")
    assert codes(gelezen) == []


def test_terugval_wordt_niet_dubbel_gelezen(plan: Proef) -> None:
    def vul_in(wortel: Element) -> None:
        keus = etree.Element(f"{{{MC}}}AlternateContent")
        etree.SubElement(keus, f"{{{MC}}}Choice", Requires="w14").append(run("eigen huis"))
        etree.SubElement(keus, f"{{{MC}}}Fallback").append(run("eigen huis"))
        zet_inhoud(vak(wortel, "einddoel"), om_heen("w:r", keus))

    gelezen = plan.na(vul_in)
    assert gelezen.waarden == anders(plan, einddoel="eigen huis")


def test_vak_in_terugval_telt_niet(plan: Proef) -> None:
    def dubbel(wortel: Element) -> None:
        sdt = vak(wortel, "einddoel")
        keus = etree.Element(f"{{{MC}}}AlternateContent")
        sdt.addprevious(keus)
        terugval = deepcopy(sdt)
        zet_inhoud(terugval, run("oude kopie"))
        etree.SubElement(keus, f"{{{MC}}}Choice", Requires="w14").append(sdt)
        etree.SubElement(keus, f"{{{MC}}}Fallback").append(terugval)

    ongeschonden(plan.na(dubbel), plan, tag=plan.aantal)


def test_vak_in_verwijderde_tekst_telt_niet(plan: Proef) -> None:
    def dubbel(wortel: Element) -> None:
        sdt = vak(wortel, "einddoel")
        oud = deepcopy(sdt)
        zet_inhoud(oud, run("oude kopie"))
        sdt.addprevious(wijziging("del", oud))

    gelezen = plan.na(dubbel)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L08"]


# -- one question, two answers


def test_zelfde_vak_twee_keer_gelijk(plan: Proef) -> None:
    def kopieer(wortel: Element) -> None:
        p = om(vak(wortel, "einddoel"), "w:p")
        kopie = deepcopy(p)
        zonder_bladwijzers(kopie)
        p.addnext(kopie)

    gelezen = plan.na(kopieer)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == []


def test_zelfde_vak_twee_keer_verschillend(plan: Proef) -> None:
    def kopieer(wortel: Element) -> None:
        p = om(vak(wortel, "einddoel"), "w:p")
        kopie = deepcopy(p)
        zonder_bladwijzers(kopie)
        zet_inhoud(vak(kopie, "einddoel"), run("iets anders"))
        p.addnext(kopie)

    gelezen = plan.na(kopieer)
    waarde = gelezen.waarden["einddoel"]
    assert waarde == Onleesbaar("Antwoord op einddoel // iets anders", "er staan twee verschillende antwoorden")
    assert codes(gelezen) == ["L01"]
    assert velden_bij(gelezen, "L01") == ["einddoel"]


def test_kopie_van_een_leeg_vak_is_geen_antwoord(plan: Proef) -> None:
    def kopieer(wortel: Element) -> None:
        p = om(vak(wortel, "einddoel"), "w:p")
        kopie = deepcopy(p)
        zonder_bladwijzers(kopie)
        zet_inhoud(vak(kopie, "einddoel"))
        p.addprevious(kopie)

    gelezen = plan.na(kopieer)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == []


def test_formulier_twee_keer_geplakt(elk: Proef) -> None:
    gelezen = elk.na(plak_nog_eens)
    assert gelezen.waarden == elk.waarden
    assert codes(gelezen) == ["L14"]
    assert gelezen.niet_gevonden == ()


def test_formulier_twee_keer_met_verschil(plan: Proef) -> None:
    def verschil(wortel: Element) -> None:
        zet_inhoud(vak(wortel, "einddoel", 1), run("iets anders"))

    gelezen = plan.na(plak_nog_eens, verschil)
    assert gelezen.waarden == anders(plan, einddoel=gelezen.waarden["einddoel"])
    assert isinstance(gelezen.waarden["einddoel"], Onleesbaar)
    assert codes(gelezen) == ["L01", "L14"]


def test_formulier_twee_keer_met_andere_tabel(plan: Proef) -> None:
    rijen = len(vakken(etree.fromstring(delen_van(plan.bestand)["word/document.xml"]), "doelen.doel"))

    def verschil(wortel: Element) -> None:
        zet_inhoud(vak(wortel, "doelen.doel", rijen), run("iets anders"))

    gelezen = plan.na(plak_nog_eens, verschil)
    assert codes(gelezen) == ["L01", "L14"]
    assert velden_bij(gelezen, "L01") == ["doelen"]
    assert [rij["doel"] for rij in gelezen.waarden["doelen"]] == [
        *[rij["doel"] for rij in plan.waarden["doelen"]],
        "iets anders",
        plan.waarden["doelen"][1]["doel"],
    ]


def test_formulier_twee_keer_met_andere_vakjes(aanmelding: Proef) -> None:
    def verschil(wortel: Element) -> None:
        sdt = vak(wortel, "leefgebieden_vraag.wonen", 1)
        next(sdt.iter(q("w14:checked"))).set(q("w14:val"), "0")
        next(sdt.iter(q("w:t"))).text = "☐"

    gelezen = aanmelding.na(plak_nog_eens, verschil)
    assert codes(gelezen) == ["L01", "L14"]
    assert velden_bij(gelezen, "L01") == ["leefgebieden_vraag"]


# -- contradictions inside a control


@pytest.mark.parametrize(
    ("gebied", "teken", "gekozen"), [("wonen", "☐", False), ("financien", "☒", True), ("wonen", "☑", True)]
)
def test_vakje_toont_iets_anders_dan_het_onthoudt(aanmelding: Proef, gebied: str, teken: str, gekozen: bool) -> None:
    def zet_teken(wortel: Element) -> None:
        next(vak(wortel, f"leefgebieden_vraag.{gebied}").iter(q("w:t"))).text = teken

    was = aanmelding.waarden["leefgebieden_vraag"]
    assert ("wonen" in was, "financien" in was) == (True, False)
    gelezen = aanmelding.na(zet_teken)
    assert (gebied in gelezen.waarden["leefgebieden_vraag"]) is gekozen
    assert codes(gelezen) == ([] if (gebied in was) is gekozen else ["L02"])


@pytest.mark.parametrize(("teken", "gekozen"), [("F0FE", True), ("F0A8", False), ("F052", True), ("F0FC", True)])
def test_vakje_als_symbool(aanmelding: Proef, teken: str, gekozen: bool) -> None:
    def zet_symbool(wortel: Element) -> None:
        sdt = vak(wortel, "leefgebieden_vraag.wonen")
        sdt[-1][:] = [om_heen("w:r", om_heen("w:sym", font="Wingdings", char=teken))]
        next(sdt.iter(q("w14:checked"))).set(q("w14:val"), str(int(gekozen)))

    gelezen = aanmelding.na(zet_symbool)
    assert ("wonen" in gelezen.waarden["leefgebieden_vraag"]) is gekozen
    assert codes(gelezen) == []


def test_vakje_met_getypte_x(aanmelding: Proef) -> None:
    def typ_x(wortel: Element) -> None:
        sdt = vak(wortel, "leefgebieden_vraag.financien")
        next(sdt.iter(q("w:t"))).text = "x"
        next(sdt.iter(q("w14:checked"))).set(q("w14:val"), "1")

    gelezen = aanmelding.na(typ_x)
    assert "financien" in gelezen.waarden["leefgebieden_vraag"]


@pytest.mark.parametrize(
    ("regel", "gekozen"),
    [
        ("☒ Financiën", True),
        ("☑ Financiën", True),
        ("[x] Financiën", True),
        ("[X] Financiën", True),
        ("(x) Financiën", True),
        ("x Financiën", True),
        ("✓ Financiën", True),
        ("☐ Financiën", False),
        ("[ ] Financiën", False),
        ("[] Financiën", False),
        ("Financiën", False),
    ],
)
def test_vakje_als_gewone_tekst(aanmelding: Proef, regel: str, gekozen: bool) -> None:
    def als_tekst(wortel: Element) -> None:
        p = om(vak(wortel, "leefgebieden_vraag.financien"), "w:p")
        begin, eind = p.find(q("w:bookmarkStart")), p.find(q("w:bookmarkEnd"))
        p[1:] = [begin, eind, run(regel)]

    gelezen = aanmelding.na(als_tekst)
    assert ("financien" in gelezen.waarden["leefgebieden_vraag"]) is gekozen
    assert gelezen.niet_gevonden == ()
    assert dict(gelezen.routes) == {"tag": aanmelding.aantal - 1, "bladwijzer": 1}


def test_datum_toont_iets_anders_dan_hij_onthoudt(plan: Proef) -> None:
    def zet_tekst(wortel: Element) -> None:
        vak(wortel, "plan_datum")[-1][:] = [run("6-3-2026")]

    gelezen = plan.na(zet_tekst)
    assert gelezen.waarden == anders(plan, plan_datum=date(2026, 3, 6))
    assert codes(gelezen) == ["L03"]
    verborgen = plan.waarden["plan_datum"].isoformat()
    assert gelezen.meldingen[0].context == {"veld": "Datum plan", "zichtbaar": "6-3-2026", "verborgen": verborgen}


def test_getypte_datum_zonder_verborgen_datum(plan: Proef) -> None:
    gelezen = plan.lees(bewerk(plan.zonder("plan_datum"), typ("plan_datum", "zondag 1 maart 2026")))
    assert gelezen.waarden == anders(plan, plan_datum=date(2026, 3, 1))
    assert codes(gelezen) == []


@pytest.mark.parametrize(
    ("sleutel", "tekst", "reden", "code"),
    [
        ("plan_datum", "31-02-2026", "die datum bestaat niet", []),
        ("plan_datum", "6-3-26", "het jaartal heeft vier cijfers nodig", []),
        ("plan_datum", "volgende week", "dit is geen datum die ik begrijp", []),
        ("plan_versie", "de derde", "dit is geen getal", ["L13"]),
        ("plan_versie", "1.000", "schrijf dit getal zonder punt", ["L13"]),
        ("ingevuld_rol", "de buurman", "deze keuze staat niet in de lijst", ["L04"]),
    ],
)
def test_onleesbaar_blijft_zoals_getypt(plan: Proef, sleutel: str, tekst: str, reden: str, code: list[str]) -> None:
    gelezen = plan.na(typ(sleutel, tekst))
    assert gelezen.waarden == anders(plan, **{sleutel: Onleesbaar(tekst, reden)})
    assert codes(gelezen) == code
    assert velden_bij(gelezen, "L04") + velden_bij(gelezen, "L13") == [sleutel] * len(code)


def test_onleesbaar_in_een_tabel(plan: Proef) -> None:
    gelezen = plan.na(typ("doelen.prioriteit", "een beetje", 1), typ("doelen.doel_nr", "één", 1))
    tweede = plan.waarden["doelen"][1] | {
        "prioriteit": Onleesbaar("een beetje", "deze keuze staat niet in de lijst"),
        "doel_nr": Onleesbaar("één", "dit is geen getal"),
    }
    assert gelezen.waarden == anders(plan, doelen=(plan.waarden["doelen"][0], tweede))
    assert codes(gelezen) == ["L04", "L13"]
    assert velden_bij(gelezen, "L04") == ["doelen[2].prioriteit"]
    assert "rij 2" in gelezen.meldingen[0].vindplaats.plek


def test_geen_keuze_gemaakt_is_leeg(plan: Proef) -> None:
    gelezen = plan.na(typ("ingevuld_rol", "(nog niet gekozen)"))
    assert gelezen.waarden == anders(plan, ingevuld_rol=None)
    assert codes(gelezen) == []


def test_berichten_herhalen_niet_wat_iemand_typte(plan: Proef) -> None:
    """Messages name fields, not contents (ontwerp.md, principle 7)."""
    gelezen = plan.na(
        typ("plan_versie", "geheim"),
        typ("ingevuld_rol", "geheim"),
        naast("einddoel", "geheim", "erachter"),
        lambda wortel: wortel[0].insert(9, alinea(om_heen("w:pPr"), run("geheim"))),
    )
    assert codes(gelezen) == ["L04", "L07", "L13", "L15"]
    assert [bericht for bericht in map(bericht_van, gelezen.meldingen) if "geheim" in bericht] == []
    assert [bericht for bericht in map(bericht_van, gelezen.meldingen) if "…" in bericht] == []


# -- lost, and found outside the questions


@pytest.mark.parametrize("sleutel", ["einddoel", "plan_datum", "gesprek_frequentie"])
def test_rij_van_een_vraag_weg(plan: Proef, sleutel: str) -> None:
    def haal_weg(wortel: Element) -> None:
        rij = om(vak(wortel, sleutel), "w:tr")
        rij.getparent().remove(rij)

    gelezen = plan.na(haal_weg)
    assert gelezen.waarden == anders(plan, **{sleutel: None})
    assert gelezen.niet_gevonden == (sleutel,)
    assert codes(gelezen) == ["L09"]
    assert velden_bij(gelezen, "L09") == [sleutel]
    assert dict(gelezen.routes) == {"tag": plan.aantal - 1}


def test_tabel_weg(plan: Proef) -> None:
    def haal_weg(wortel: Element) -> None:
        tabel = om(vak(wortel, "doelen.doel"), "w:tbl")
        tabel.getparent().remove(tabel)

    gelezen = plan.na(haal_weg)
    assert gelezen.waarden == anders(plan, doelen=None)
    assert gelezen.niet_gevonden == ("doelen",)
    assert codes(gelezen) == ["L09"]


def test_leefgebied_weg_meldt_het_veld_een_keer(plan: Proef) -> None:
    def haal_weg(wortel: Element) -> None:
        for gebied in ("wonen", "werk"):
            rij = om(vak(wortel, f"gewenste_situatie.{gebied}"), "w:tr")
            rij.getparent().remove(rij)

    gelezen = plan.na(haal_weg)
    rest = {g: w for g, w in plan.waarden["gewenste_situatie"].items() if g not in ("wonen", "werk")}
    assert gelezen.waarden == anders(plan, gewenste_situatie=rest)
    assert gelezen.niet_gevonden == ("gewenste_situatie.wonen", "gewenste_situatie.werk")
    assert velden_bij(gelezen, "L09") == ["gewenste_situatie"]


def test_alle_rijen_van_een_tabel_weg_op_de_kop_na(plan: Proef) -> None:
    def haal_weg(wortel: Element) -> None:
        tabel = om(vak(wortel, "doelen.doel"), "w:tbl")
        for deel in tabel.findall(q("w:sdt")):
            tabel.remove(deel)

    gelezen = plan.na(haal_weg)
    assert gelezen.waarden == anders(plan, doelen=None)
    assert gelezen.niet_gevonden == ()
    assert codes(gelezen) == []


def test_tekst_tussen_de_vragen(plan: Proef) -> None:
    def typ_ertussen(wortel: Element) -> None:
        tabel = om(vak(wortel, "doelen.doel"), "w:tbl")
        tabel.addnext(alinea(om_heen("w:pPr"), run("Sam wil ook zwemmen")))

    gelezen = plan.na(typ_ertussen)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L15"]
    (los,) = [antwoord for antwoord in gelezen.antwoorden if antwoord.sleutel.startswith("_losse_tekst")]
    assert (los.sleutel, los.waarde, los.vindplaats.route) == (
        "_losse_tekst[1]",
        "Sam wil ook zwemmen",
        "naast het veld",
    )


@pytest.mark.parametrize(
    "vorm",
    [
        "kaal",
        "met opmaak",
        "in een tabel",
        "in een vreemd vak",
        "onder een kop",
    ],
)
def test_tekst_tussen_de_vragen_in_elke_vorm(plan: Proef, vorm: str) -> None:
    tekst = "Sam wil ook zwemmen"

    def typ_ertussen(wortel: Element) -> None:
        tabel = om(vak(wortel, "doelen.doel"), "w:tbl")
        los = alinea(run(tekst))
        if vorm == "met opmaak":
            los = alinea(om_heen("w:pPr", om_heen("w:jc", val="left")), run(tekst))
        elif vorm == "in een tabel":
            los = om_heen("w:tbl", om_heen("w:tr", om_heen("w:tc", los)))
        elif vorm == "in een vreemd vak":
            los = om_heen("w:sdt", om_heen("w:sdtPr", om_heen("w:id", val="7")), om_heen("w:sdtContent", los))
        elif vorm == "onder een kop":
            los = alinea(om_heen("w:pPr", om_heen("w:pStyle", val="Heading2")), run(tekst))
        tabel.addnext(los)

    gelezen = plan.na(typ_ertussen)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L15"]
    assert tekst in [antwoord.waarde for antwoord in gelezen.antwoorden]


def test_een_leefgebied_dat_nu_anders_heet(blanco: Blanco, formulieren: Formulieren) -> None:
    """Its old name is printed above its questions: nobody typed that."""
    nu = formulieren["begeleidingsplan"]
    gebieden = (replace(nu.leefgebieden[0], naam="Thuis"), *nu.leefgebieden[1:])
    hernoemd = Lezer({"begeleidingsplan": replace(nu, leefgebieden=gebieden)})
    bestand = vol_bestand(nu, blanco)
    gelezen = lees(hernoemd, bestand)
    assert "L15" not in codes(gelezen)

    def typ_ertussen(wortel: Element) -> None:
        kop = next(p for p in wortel.iter(q("w:p")) if "".join(p.itertext()) == nu.leefgebieden[0].naam)
        kop.append(run(" hoeft van Sam niet"))

    getypt = lees(hernoemd, bewerk(bestand, typ_ertussen))
    assert "L15" in codes(getypt)
    assert f"{nu.leefgebieden[0].naam} hoeft van Sam niet" in [antwoord.waarde for antwoord in getypt.antwoorden]


def test_tekst_in_een_leeg_tussenstuk(plan: Proef) -> None:
    """The empty paragraph between two tables is the place where people start to type."""

    def typ_ertussen(wortel: Element) -> None:
        om(vak(wortel, "doelen.doel"), "w:tbl").getnext().append(run("Sam wil ook zwemmen"))

    gelezen = plan.na(typ_ertussen)
    assert codes(gelezen) == ["L15"]
    assert "Sam wil ook zwemmen" in [antwoord.waarde for antwoord in gelezen.antwoorden]


def test_ander_leefgebied_blijft_bewaard(plan: Proef) -> None:
    def ander(wortel: Element) -> None:
        rij = deepcopy(om(vak(wortel, "gewenste_situatie.werk"), "w:tr"))
        zonder_bladwijzers(rij)
        sdt = vak(rij, "gewenste_situatie.werk")
        next(sdt.iter(q("w:tag"))).set(q("w:val"), "af:gewenste_situatie.tuin")
        zet_inhoud(sdt, run("een moestuin"))
        om(vak(wortel, "gewenste_situatie.werk"), "w:tr").addnext(rij)

    gelezen = plan.na(ander)
    gebieden = plan.waarden["gewenste_situatie"] | {"tuin": "een moestuin"}
    assert gelezen.waarden == anders(plan, gewenste_situatie=gebieden)
    assert codes(gelezen) == ["L10"]
    assert velden_bij(gelezen, "L10") == ["gewenste_situatie.tuin"]


def test_leeg_ander_leefgebied_is_geen_antwoord(plan: Proef) -> None:
    def ander(wortel: Element) -> None:
        merk = next(vak(wortel, "gewenste_situatie.werk").iter(q("w:tag")))
        merk.set(q("w:val"), "af:gewenste_situatie.tuin")

    inhoud = bewerk(plan.zonder("gewenste_situatie"), ander)
    gelezen = plan.lees(inhoud)
    assert gelezen.waarden == anders(plan, gewenste_situatie=None)
    assert codes(gelezen) == []


def test_veld_van_een_andere_versie_blijft_bewaard(plan: Proef) -> None:
    def ander(wortel: Element) -> None:
        next(vak(wortel, "einddoel").iter(q("w:tag"))).set(q("w:val"), "af:droom")

    gelezen = plan.na(ander, zonder_bladwijzers)
    assert {a.sleutel: a.waarde for a in gelezen.antwoorden}["droom"] == "Antwoord op einddoel"
    assert "L10" in codes(gelezen)


# -- tables


def kaal(rij: Element) -> Element:
    """Return a copy of a row without controls or bookmarks."""
    kopie = deepcopy(rij)
    zonder_bladwijzers(kopie)
    pel_alles(kopie)
    return kopie


def cellen(rij: Element) -> list[Element]:
    return rij.findall(q("w:tc"))


def zet_cel(cel: Element, tekst: str) -> None:
    for p in cel.findall(q("w:p")):
        cel.remove(p)
    cel.append(alinea(run(tekst)))


DERDE = ("3", "Huisvesting", "leren koken", "veranderen", "hoog", "6 maart 2026", "1")
DERDE_WAARDE = {
    "doel_nr": 3,
    "leefgebied": "wonen",
    "doel": "leren koken",
    "soort": "verandering",
    "prioriteit": "hoog",
    "streefdatum": date(2026, 3, 6),
    "hangt_samen_met": "1",
}


def rij_erbij(waar: str) -> Any:
    def voeg_toe(wortel: Element) -> None:
        laatste = om(vak(wortel, "doelen.doel", -1), "w:tr")
        nieuw = kaal(laatste)
        for cel, tekst in zip(cellen(nieuw), DERDE, strict=True):
            zet_cel(cel, tekst)
        if waar == "onderaan":
            om(laatste, "w:tbl").append(nieuw)
        else:
            item = om(laatste, "w:sdt")
            assert item[0].find(q("w15:repeatingSectionItem")) is not None
            nieuw_item = om_heen("w:sdt", deepcopy(item[0]), om_heen("w:sdtContent", nieuw))
            item.addnext(nieuw_item)

    return voeg_toe


@pytest.mark.parametrize("waar", ["onderaan", "herhaald deel"])
def test_rij_zonder_vakken_erbij(plan: Proef, waar: str) -> None:
    gelezen = plan.na(rij_erbij(waar))
    assert gelezen.waarden == anders(plan, doelen=(*plan.waarden["doelen"], DERDE_WAARDE))
    assert codes(gelezen) == ["L06"]
    assert velden_bij(gelezen, "L06") == ["doelen"]
    assert dict(gelezen.routes) == {"tag": plan.aantal, "label": 7}
    assert route_van(gelezen, "doelen[5].doel") == "label"


def test_rij_zonder_vakken_in_voorgedrukte_tabel(aanmelding: Proef) -> None:
    def voeg_toe(wortel: Element) -> None:
        laatste = om(vak(wortel, "criteria.voldoet", -1), "w:tr")
        nieuw = kaal(laatste)
        for cel, tekst in zip(cellen(nieuw), ("Heeft een fiets", "ja", "rood"), strict=True):
            zet_cel(cel, tekst)
        om(laatste, "w:tbl").append(nieuw)

    gelezen = aanmelding.na(voeg_toe)
    rij = {"criterium": "Heeft een fiets", "voldoet": "ja", "toelichting": "rood"}
    assert gelezen.waarden == anders(aanmelding, criteria=(*aanmelding.waarden["criteria"], rij))
    assert codes(gelezen) == ["L06"]


def test_lege_rij_zonder_vakken_is_geen_rij(plan: Proef) -> None:
    def voeg_toe(wortel: Element) -> None:
        laatste = om(vak(wortel, "doelen.doel", -1), "w:tr")
        nieuw = kaal(laatste)
        for cel in cellen(nieuw):
            zet_cel(cel, "")
        om(laatste, "w:tbl").append(nieuw)

    gelezen = plan.na(voeg_toe)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == []


def test_vak_in_een_cel_weg(plan: Proef) -> None:
    def wis(wortel: Element) -> None:
        sdt = vak(wortel, "doelen.doel")
        sdt.getparent().replace(sdt, run("leren koken"))

    gelezen = plan.na(wis)
    eerste = plan.waarden["doelen"][0] | {"doel": "leren koken"}
    assert gelezen.waarden == anders(plan, doelen=(eerste, plan.waarden["doelen"][1]))
    assert codes(gelezen) == []
    assert dict(gelezen.routes) == {"tag": plan.aantal - 1, "label": 1}


def rijen_van(wortel: Element, sleutel: str) -> list[Element]:
    return list(om(vak(wortel, sleutel), "w:tbl").iter(q("w:tr")))


def wissel_kolommen(wortel: Element) -> None:
    for rij in rijen_van(wortel, "doelen.doel"):
        een, twee = cellen(rij)[1:3]
        een.addprevious(twee)


def kolom_erbij(wortel: Element) -> None:
    for rij in rijen_van(wortel, "doelen.doel"):
        cellen(rij)[2].addprevious(om_heen("w:tc", alinea(run("eigen aantekening"))))


def test_kolommen_gewisseld_met_vakken(plan: Proef) -> None:
    ongeschonden(plan.na(wissel_kolommen), plan, tag=plan.aantal)


@pytest.mark.parametrize(("zonder", "route"), [([pel_alles], "bladwijzer"), ([pel_alles, zonder_bladwijzers], "label")])
def test_kolommen_gewisseld_zonder_vakken(plan: Proef, zonder: list[Any], route: str) -> None:
    ongeschonden(plan.na(wissel_kolommen, *zonder), plan, **{route: plan.aantal})


def test_kolommen_gewisseld_en_rij_erbij(plan: Proef) -> None:
    def vul_laatste(wortel: Element) -> None:
        laatste = rijen_van(wortel, "doelen.doel")[-1]
        nieuw = kaal(laatste)
        teksten = [DERDE[0], DERDE[2], DERDE[1], *DERDE[3:]]
        for cel, tekst in zip(cellen(nieuw), teksten, strict=True):
            zet_cel(cel, tekst)
        om(laatste, "w:tbl").append(nieuw)

    gelezen = plan.na(wissel_kolommen, vul_laatste)
    assert gelezen.waarden == anders(plan, doelen=(*plan.waarden["doelen"], DERDE_WAARDE))
    assert codes(gelezen) == ["L06"]


@pytest.mark.parametrize(
    ("zonder", "route"), [([], "tag"), ([pel_alles], "bladwijzer"), ([pel_alles, zonder_bladwijzers], "label")]
)
def test_eigen_kolom_erbij_verschuift_niets(plan: Proef, zonder: list[Any], route: str) -> None:
    gelezen = plan.na(kolom_erbij, *zonder)
    assert gelezen.waarden == plan.waarden
    assert dict(gelezen.routes) == {route: plan.aantal}


def test_tekst_in_een_eigen_kolom_gaat_niet_verloren(plan: Proef) -> None:
    gelezen = plan.na(kolom_erbij)
    assert "eigen aantekening" in str(gelezen.antwoorden)
    assert codes(gelezen) != []


def hernoem_kop(wortel: Element) -> None:
    kop = rijen_van(wortel, "doelen.doel")[0]
    next(cellen(kop)[2].iter(q("w:t"))).text = "Waar werk je aan?"


@pytest.mark.parametrize(
    ("zonder", "route"),
    [
        ([], "tag"),
        ([pel_alles], "bladwijzer"),
        pytest.param(
            [pel_alles, zonder_bladwijzers],
            "label",
        ),
    ],
)
def test_kolomkop_hernoemd(plan: Proef, zonder: list[Any], route: str) -> None:
    ongeschonden(plan.na(hernoem_kop, *zonder), plan, **{route: plan.aantal})


def test_kolomkop_hernoemd_en_rij_erbij(plan: Proef) -> None:
    gelezen = plan.na(hernoem_kop, rij_erbij("onderaan"))
    assert gelezen.waarden == anders(plan, doelen=(*plan.waarden["doelen"], DERDE_WAARDE))
    assert codes(gelezen) == ["L06"]


def test_kopregel_weg(plan: Proef) -> None:
    def haal_weg(wortel: Element) -> None:
        kop = rijen_van(wortel, "doelen.doel")[0]
        kop.getparent().remove(kop)

    ongeschonden(plan.na(haal_weg), plan, tag=plan.aantal)


@pytest.mark.parametrize("sleutel", ["doelen", "acties", "afspraken"])
def test_rijen_in_andere_volgorde(plan: Proef, sleutel: str) -> None:
    kolom = next(iter(plan.waarden[sleutel][0]))

    def wissel(wortel: Element) -> None:
        een, twee = (om(vak(wortel, f"{sleutel}.{kolom}", nr), "w:sdt") for nr in (0, 1))
        een, twee = (om(om(v, "w:tr"), "w:sdt") for v in vakken(wortel, f"{sleutel}.{kolom}")[:2])
        een.addprevious(twee)

    gelezen = plan.na(wissel)
    assert gelezen.waarden == anders(plan, **{sleutel: tuple(reversed(plan.waarden[sleutel]))})
    assert codes(gelezen) == []


def test_samengevoegde_cellen_verschuiven_niets(plan: Proef) -> None:
    """A row without controls in which two cells were merged: what stands behind stays in its column."""

    def voeg_samen(wortel: Element) -> None:
        rij_erbij("onderaan")(wortel)
        rij = rijen_van(wortel, "doelen.doel")[-1]
        een, twee = cellen(rij)[2:4]
        een.insert(0, om_heen("w:tcPr", om_heen("w:gridSpan", val="2")))
        rij.remove(twee)

    gelezen = plan.na(voeg_samen)
    derde = {sleutel: waarde for sleutel, waarde in DERDE_WAARDE.items() if sleutel != "soort"}
    assert gelezen.waarden["doelen"][-1] == derde


def test_tabel_in_een_cel_is_geen_rij(plan: Proef) -> None:
    def nest(wortel: Element) -> None:
        cel = om(vak(wortel, "einddoel"), "w:tc")
        cel.append(om_heen("w:tbl", om_heen("w:tr", om_heen("w:tc", alinea(run("binnen"))))))
        cel.append(alinea())

    gelezen = plan.na(nest)
    assert gelezen.waarden == anders(plan, einddoel="Antwoord op einddoel\nbinnen")
    assert codes(gelezen) == ["L07"]


# -- the package


def test_strikte_naamruimte(elk: Proef) -> None:
    delen = delen_van(elk.bestand)
    for naam in ("word/document.xml", "word/footer1.xml"):
        delen[naam] = delen[naam].replace(W.encode(), W_STRIKT.encode())
    ongeschonden(elk.lees(ingepakt(delen)), elk, tag=elk.aantal)


def test_strikte_verwijzingen(plan: Proef) -> None:
    strikt = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    gewoon = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    delen = delen_van(plan.bestand)
    for naam in delen:
        delen[naam] = delen[naam].replace(W.encode(), W_STRIKT.encode()).replace(gewoon.encode(), strikt.encode())
    ongeschonden(plan.lees(ingepakt(delen)), plan, tag=plan.aantal)


@pytest.mark.parametrize("doel", ["word/doc2.xml", "/word/doc2.xml", "/inhoud/hoofd.xml"])
def test_hoofddeel_ergens_anders(plan: Proef, doel: str) -> None:
    delen = delen_van(plan.bestand)
    nieuw = doel.lstrip("/")
    map_ = nieuw.rpartition("/")[0]
    delen[nieuw] = delen.pop("word/document.xml")
    rels = delen.pop("word/_rels/document.xml.rels").replace(b'Target="', b'Target="/word/')
    delen[f"{map_}/_rels/{nieuw.rpartition('/')[2]}.rels"] = rels
    delen["_rels/.rels"] = delen["_rels/.rels"].replace(b"word/document.xml", doel.encode())
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(b"word/document.xml", nieuw.encode())
    ongeschonden(plan.lees(ingepakt(delen)), plan, tag=plan.aantal)


@pytest.mark.parametrize("soort", ["header", "footer", "footnotes", "endnotes"])
def test_veld_in_een_ander_deel(plan: Proef, soort: str) -> None:
    """A house style may put the dossier number in the header."""
    delen = delen_van(plan.bestand)
    hoofd = etree.fromstring(delen["word/document.xml"])
    sdt = vak(hoofd, "dossier_nr")
    p = om(sdt, "w:p")
    om(p, "w:tc").append(alinea())
    p.getparent().remove(p)
    ander = om_heen("w:hdr", p)
    delen["word/document.xml"] = etree.tostring(hoofd)
    delen["word/elders.xml"] = etree.tostring(ander)
    relatie = (
        f'<Relationship Id="rIdX" Target="elders.xml" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{soort}"/></Relationships>'
    )
    rels = delen["word/_rels/document.xml.rels"]
    delen["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", relatie.encode())
    ongeschonden(plan.lees(ingepakt(delen)), plan, tag=plan.aantal)


def test_onderdelen_die_we_niet_kennen_deren_niet(plan: Proef) -> None:
    delen = delen_van(plan.bestand) | {"customXml/item1.xml": b"<x/>", "word/media/image1.png": b"\x89PNG"}
    ongeschonden(plan.lees(ingepakt(delen)), plan, tag=plan.aantal)


# -- who the form says it is

REGEL = "Formulier begeleidingsplan | versie 1 | Opvang De Brug"


def test_eigenschappen_weg(plan: Proef) -> None:
    ongeschonden(plan.lees(weg("docProps/custom.xml")(plan.bestand)), plan, tag=plan.aantal)


def test_alleen_de_voetregel_over(plan: Proef) -> None:
    inhoud = weg("docProps/custom.xml", "docProps/core.xml", "docProps/app.xml")(plan.bestand)
    ongeschonden(plan.lees(inhoud), plan, tag=plan.aantal)


def test_alleen_het_onderwerp_over(plan: Proef) -> None:
    inhoud = weg("docProps/custom.xml", "word/footer1.xml")(plan.bestand)
    ongeschonden(plan.lees(inhoud), plan, tag=plan.aantal)


def test_alleen_de_eigenschappen_over(plan: Proef) -> None:
    inhoud = weg("docProps/core.xml", "word/footer1.xml")(plan.bestand)
    ongeschonden(plan.lees(inhoud), plan, tag=plan.aantal)


def test_voetregel_onder_aan_de_tekst(plan: Proef) -> None:
    """After a trip through .rtf the footer may have become a paragraph of the body."""
    voet = etree.fromstring(delen_van(plan.bestand)["word/footer1.xml"])
    inhoud = weg("docProps/custom.xml", "docProps/core.xml", "word/footer1.xml")(plan.bestand)
    inhoud = bewerk(inhoud, lambda wortel: wortel[0][-1].addprevious(voet[-1]))
    ongeschonden(plan.lees(inhoud), plan, tag=plan.aantal)


def test_andere_cyclus_in_de_eigenschappen(plan: Proef) -> None:
    inhoud = vervang(plan.bestand, "docProps/custom.xml", f"<vt:lpwstr>{CYCLUS}<", "<vt:lpwstr>9<")
    gelezen = plan.lees(inhoud)
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L20"]
    assert gelezen.meldingen[0].context["wat"] == "de cyclus"
    assert gelezen.meldingen[0].context["waarden"] == f"9 en {CYCLUS}"
    assert gelezen.meldingen[0].context["gekozen"] == str(CYCLUS)


def test_ander_dossier_in_de_eigenschappen(plan: Proef) -> None:
    gelezen = plan.lees(vervang(plan.bestand, "docProps/custom.xml", DOSSIER, "D-9999"))
    assert codes(gelezen) == ["L20"]
    assert gelezen.dossier == DOSSIER


def test_voetregel_veranderd(plan: Proef) -> None:
    gelezen = plan.lees(vervang(plan.bestand, "word/footer1.xml", "| versie 1 |", "| versie 7 |"))
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L20", "L21"]
    assert gelezen.versie == "1"


def test_controlecijfer_veranderd(plan: Proef) -> None:
    def cijfers(wortel: Element) -> None:
        for t in wortel.iter(q("w:t")):
            kern, teken, oud = (t.text or "").rpartition("| controle ")
            if teken:
                t.text = f"{kern}{teken}{(int(oud) + 1) % 97:02d}"

    gelezen = plan.lees(bewerk(plan.bestand, cijfers, deel="word/footer1.xml"))
    assert gelezen.waarden == plan.waarden
    assert codes(gelezen) == ["L21"]


@pytest.mark.parametrize("schade", [[], [pel_alles], [pel_alles, zonder_bladwijzers]])
def test_herkend_aan_de_vragen(elk: Proef, schade: list[Any]) -> None:
    gelezen = elk.lees(bewerk(zonder_herkenning(elk.bestand), *schade))
    assert gelezen.formulier == elk.formulier.sleutel
    assert gelezen.waarden == elk.waarden
    assert codes(gelezen) == ["L22"]
    assert (gelezen.versie, gelezen.organisatie) == ("", "")
    assert gelezen.dossier == DOSSIER


def test_ander_dossiernummer_in_de_kop(plan: Proef) -> None:
    gelezen = plan.na(typ("dossier_nr", "D-0099"))
    assert gelezen.dossier == "D-0099"
    assert gelezen.waarden == anders(plan, dossier_nr="D-0099")
    assert codes(gelezen) == ["L23"]
    assert gelezen.meldingen[0].context["verborgen"] == DOSSIER


@pytest.mark.parametrize("getypt", [DOSSIER.lower(), f" {DOSSIER} "])
def test_dossiernummer_anders_getypt_is_hetzelfde(plan: Proef, getypt: str) -> None:
    assert codes(plan.na(typ("dossier_nr", getypt))) == []


def test_dossiernummer_leeg_in_de_kop(plan: Proef) -> None:
    gelezen = plan.lees(plan.zonder("dossier_nr", "cyclus_nr"))
    assert (gelezen.dossier, gelezen.cyclus) == (DOSSIER, CYCLUS)
    assert codes(gelezen) == []


def test_elke_melding_heeft_een_plek_en_een_bericht(plan: Proef) -> None:
    gelezen = plan.na(
        typ("plan_versie", "x"), typ("doelen.prioriteit", "x"), rij_erbij("onderaan"), naast("einddoel", "x", "ervoor")
    )
    assert codes(gelezen) == ["L04", "L06", "L07", "L13"]
    for melding in gelezen.meldingen:
        assert melding.vindplaats.plek
        assert melding.vindplaats.formulier == "begeleidingsplan"
        assert "{" not in bericht_van(melding)


def test_routes_en_antwoorden_spreken_elkaar_niet_tegen(elk: Proef) -> None:
    gelezen = elk.na(pel_alles)
    assert set(routes_van_antwoorden(gelezen)) == {"bladwijzer"}


def test_helft_van_de_vakken_weg(elk: Proef) -> None:
    def pel_helft(wortel: Element) -> None:
        for nr, sdt in enumerate(list(gewone_vakken(wortel))):
            if nr % 2:
                pel(sdt)

    gelezen = elk.na(pel_helft)
    assert gelezen.waarden == elk.waarden
    assert gelezen.niet_gevonden == ()
    assert codes(gelezen) == []
    assert sum(gelezen.routes.values()) == elk.aantal


def test_leeg_formulier_vullen_met_lege_antwoorden_verandert_niets(plan: Proef) -> None:
    assert plan.lees(vul(plan.blanco["begeleidingsplan"], plan.formulier, {})).waarden == {}


# -- a form in other words


def in_andere_woorden(wortel: Element) -> None:
    """Every preprinted criterion says something else than it does now."""
    for merk in wortel.iter(q("w:tag")):
        if (merk.get(q("w:val")) or "").startswith("af:criteria.criterium."):
            next(om(merk, "w:sdt").iter(q("w:t"))).text = "In de oude woorden?"


@pytest.mark.parametrize(("schade", "route"), [([], "tag"), ([pel_alles], "bladwijzer")], ids=["tag", "bladwijzer"])
def test_voorgedrukte_rij_in_andere_woorden(aanmelding: Proef, schade: list[Any], route: str) -> None:
    gelezen = aanmelding.na(in_andere_woorden, *schade)
    assert gelezen.waarden["criteria"] == aanmelding.waarden["criteria"]
    assert gelezen.routes[route] == aanmelding.aantal


def test_ontbrekende_keuzes_zijn_niet_leeg_en_niet_alles_kwijt(aanmelding: Proef) -> None:
    def haal_weg(wortel: Element) -> None:
        p = om(vak(wortel, "leefgebieden_vraag.werk"), "w:p")
        p.getparent().remove(p)

    gelezen = aanmelding.na(haal_weg)
    over = tuple(keuze for keuze in aanmelding.waarden["leefgebieden_vraag"] if keuze != "werk")
    assert gelezen.waarden == anders(aanmelding, leefgebieden_vraag=over)
    assert gelezen.niet_gevonden == ("leefgebieden_vraag.werk",)
    assert codes(gelezen) == ["L19"]


def test_losse_tekst_wordt_per_kop_een_keer_gemeld(plan: Proef) -> None:
    def typ(wortel: Element) -> None:
        tabel = om(vak(wortel, "doelen.doel"), "w:tbl")
        for tekst in ("Een", "Twee", "Drie"):
            tabel.addnext(alinea(run(tekst)))

    gelezen = plan.na(typ)
    assert sorted(a.waarde for a in gelezen.antwoorden if a.sleutel.startswith("_losse")) == ["Drie", "Een", "Twee"]
    assert codes(gelezen) == ["L15"]

"""What a blank and a filled Excel form look like: every question in its place, protected, and nothing cut off."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from excelblad import Boekje, Werk, delen_van, maak_werk
from invullen import codes
from lxml import etree

from generator.formats.bladen import bladen_van
from generator.formats.excel.boek import Gebied, Werkboek
from generator.formats.excel.indeling import maak_indeling, vrije_rijen
from generator.formats.excel.maten import aantal_regels, hoogte
from generator.formats.excel.namen import MAX_VOET, celnaam, naam_van, s
from generator.formats.excel.schrijver import maak_formulier
from generator.formats.excel.voorwaarden import als_formule
from generator.formats.excel.vuller import Vuller
from generator.formats.merken import Merken
from generator.model import Veld

LEEFHUIS = ("rie", "persoonsbeschrijving", "signaleringsplan", "incident")
ALLE = [*(("opvang2004", s_) for s_ in (
    "aanmelding", "intake", "toestemming", "checklist_opstart", "leefgebiedenwijzer", "persoonsbeschrijving",
    "begeleidingsplan", "evaluatie", "checklist_uitstroom", "exit", "zelfscan", "profiel", "implementatieplan",
    "instrumenten_scan", "randvoorwaarden", "wijzigingslog",
)), *(("leefhuis2022", s_) for s_ in LEEFHUIS)]  # fmt: skip


@pytest.fixture(scope="module")
def werken() -> Mapping[str, Werk]:
    """The forms of both models."""
    return {model: maak_werk(model) for model in ("opvang2004", "leefhuis2022")}


@pytest.fixture(scope="module", params=ALLE, ids=lambda p: f"{p[1]}-{p[0][:4]}")
def blad(request: pytest.FixtureRequest, werken: Mapping[str, Werk]) -> tuple[Werk, str]:
    """Forms of every kind."""
    model, sleutel = request.param
    return werken[model], sleutel


def plekken(inhoud: bytes) -> dict[str, Gebied]:
    return {naam: g[0] for naam, g in Werkboek(inhoud).opbouw.namen if naam.startswith("af_")}


def test_elke_vraag_heeft_een_naam_en_staat_op_volgorde(blad: tuple[Werk, str]) -> None:
    werk, sleutel = blad
    formulier, namen = werk.formulieren[sleutel], plekken(werk.blanco(sleutel))
    verwacht = [b for veld in formulier.velden for b in bladen_van(veld, formulier)]
    assert set(namen) == {naam_van(b.sleutel) for b in verwacht}
    per_gebied = [b for b in verwacht if b.kolom is None and b.veld.per_leefgebied != "ja"]
    rijen = [namen[naam_van(b.sleutel)].rij for b in per_gebied]
    assert rijen == sorted(rijen)
    assert len({(g.blad, g.rij, g.kolom) for g in namen.values()}) == len(namen)
    for veld in formulier.velden:
        if veld.soort == "tabel":
            gebieden = [namen[naam_van(f"{veld.sleutel}.{kolom.sleutel}")] for kolom in veld.kolommen]
            assert [g.kolom for g in gebieden] == list(range(2, 2 + len(gebieden)))
            assert {g.tot_rij - g.rij + 1 for g in gebieden} == {len(veld.rijen) + vrije_rijen(veld)}


def test_geen_samengevoegd_vak_waar_iemand_typt(blad: tuple[Werk, str]) -> None:
    werk, sleutel = blad
    boek = Werkboek(werk.blanco(sleutel))
    for gebied in plekken(werk.blanco(sleutel)).values():
        samen = boek.blad(gebied.blad).samengevoegd
        assert not any(rij <= gebied.tot_rij and gebied.rij <= tot_rij for rij, _, tot_rij, _ in samen)


def test_alleen_antwoorden_zijn_open_en_er_is_geen_wachtwoord(blad: tuple[Werk, str]) -> None:
    werk, sleutel = blad
    boek = Boekje(werk.blanco(sleutel))
    xfs = etree.fromstring(boek.delen["xl/styles.xml"]).find(s("cellXfs"))
    assert xfs is not None
    open_stijlen = {str(nr) for nr, xf in enumerate(xfs) if (p := xf.find(s("protection"))) is not None
                    and p.get("locked") == "0"}  # fmt: skip
    gebieden = list(plekken(werk.blanco(sleutel)).values())
    for naam, wortel in boek.bladen.items():
        if naam.startswith("_"):
            continue
        slot = wortel.find(s("sheetProtection"))
        assert slot is not None
        assert slot.get("sheet") == "1"
        assert not {"password", "hashValue"} & set(slot.attrib)
        open_cellen = {c.get("r") for c in wortel.iter(s("c")) if c.get("s") in open_stijlen}
        hier = [g for g in gebieden if g.blad == naam]
        antwoorden = {celnaam(rij, g.kolom) for g in hier for rij in range(g.rij, g.tot_rij + 1)}
        assert open_cellen <= antwoorden
        gedrukt = {c.get("r") for c in wortel.iter(s("c")) if c.get("r") in antwoorden and c.get("t") == "s"}
        assert antwoorden - open_cellen <= gedrukt  # only preprinted cells are locked


def test_pagina(blad: tuple[Werk, str]) -> None:
    werk, sleutel = blad
    boek = Boekje(werk.blanco(sleutel))
    formulier = werk.formulieren[sleutel]
    tabellen = {t.naam: t for t in maak_indeling(formulier, werk.inrichting).tabellen}
    assert list(boek.bladen) == ["Formulier", *tabellen, "_lijsten", "_plekken", "_meta"]
    for naam, wortel in boek.bladen.items():
        if naam.startswith("_"):
            continue
        pagina = wortel.find(s("pageSetup"))
        assert pagina is not None
        assert (pagina.get("paperSize"), pagina.get("fitToHeight")) == ("9", "0")
        liggend = formulier.liggend == "ja" or (naam in tabellen and tabellen[naam].liggend)
        assert pagina.get("orientation") == ("landscape" if liggend else "portrait")
        voet = wortel.findtext(f"{s('headerFooter')}/{s('oddFooter')}") or ""
        assert "controle " in voet
        assert len(voet) <= MAX_VOET
        assert wortel.find(s("drawing")) is None
    titels = [n.text for n in boek.boek.iter(s("definedName")) if n.get("name") == "_xlnm.Print_Titles"]
    assert len(titels) == len(tabellen)
    staten = {b.get("name"): b.get("state") for b in boek.boek.iter(s("sheet"))}
    assert {n for n, staat in staten.items() if staat} == {"_lijsten", "_plekken", "_meta"}
    assert staten["_meta"] == "veryHidden"


def test_niets_wordt_afgesneden(blad: tuple[Werk, str]) -> None:
    """Every printed text fits in the height of its row, by the widths that it has."""
    werk, sleutel = blad
    boek = Werkboek(werk.blanco(sleutel))
    for vel in boek.opbouw.vellen:
        if vel.verborgen:
            continue
        deel = boek.blad(vel.naam)
        breed = {}
        for kolom in deel.wortel.iter(s("col")):
            for nr in range(int(kolom.get("min") or 0), int(kolom.get("max") or 0) + 1):
                breed[nr] = float(kolom.get("width") or 0)
        hoog = {int(r.get("r") or 0): float(r.get("ht") or 15) for r in deel.wortel.iter(s("row"))}
        samen = {(rij, kolom): tot for rij, kolom, _, tot in deel.samengevoegd}
        for naam, cel in deel.cellen.items():
            rij = int(re.sub(r"\D", "", naam))
            kolom = next(k for k in range(1, 40) if celnaam(rij, k) == naam)
            if not cel.tekst.strip() or (kolom == 1 and breed.get(1, 0) < 6):
                continue
            ruimte = sum(breed.get(k, 9) for k in range(kolom, samen.get((rij, kolom), kolom) + 1))
            # As small as help is printed, and the identity smaller still.
            grootte = 7.5 if " | controle " in cel.tekst else 9.0
            assert hoog[rij] >= hoogte(aantal_regels(cel.tekst, ruimte, grootte) * 0.85) - 4, (vel.naam, naam)


def test_geen_rij_is_verborgen(blad: tuple[Werk, str]) -> None:
    werk, sleutel = blad
    boek = Werkboek(werk.blanco(sleutel))
    assert not any(boek.blad(vel.naam).verborgen_rijen for vel in boek.opbouw.zichtbaar)


def test_keuzelijsten(blad: tuple[Werk, str]) -> None:
    """Every choice has a list with the labels that people see, and each number and date its own test."""
    werk, sleutel = blad
    boek = Boekje(werk.blanco(sleutel))
    lijsten = {n: g[0] for n, g in Werkboek(werk.blanco(sleutel)).opbouw.namen if n.startswith("aflijst_")}
    rekenaar = Werkboek(werk.blanco(sleutel))
    formulier = werk.formulieren[sleutel]
    for veld in formulier.velden:
        for deel in bladen_van(veld, formulier):
            naam, plek = boek.waar(naam_van(deel.sleutel))
            if deel.soort == "voorgedrukt":
                continue
            regel = next(
                (d for d in boek.bladen[naam].iter(s("dataValidation")) if _bevat(d.get("sqref") or "", plek)), None
            )
            if deel.soort == "keuze" and deel.opties:
                assert regel is not None
                gebied = lijsten[regel.findtext(s("formula1")) or ""]
                labels = [
                    rekenaar.blad(gebied.blad).tekst(celnaam(r, gebied.kolom))
                    for r in range(gebied.rij, gebied.tot_rij + 1)
                ]
                assert labels == [optie.label for optie in deel.opties]
            elif deel.soort in ("datum", "getal"):
                assert regel is not None
                assert regel.get("type") == {"datum": "date", "getal": "decimal"}[deel.soort]
            elif deel.soort in ("ja_nee", "vakje"):
                assert regel is not None
                assert regel.findtext(s("formula1")) == {"ja_nee": '"ja,nee"', "vakje": '"x"'}[deel.soort]
    for regel in (d for wortel in boek.bladen.values() for d in wortel.iter(s("dataValidation"))):
        assert len(regel.get("promptTitle") or "") <= 32
        assert len(regel.get("prompt") or "") <= 255


def _bevat(sqref: str, plek: str) -> bool:
    rij, letters = int(re.sub(r"\D", "", plek)), re.sub(r"\d", "", plek)
    for deel in sqref.split():
        begin, _, einde = deel.partition(":")
        if re.sub(r"\d", "", begin) == letters:
            eerste, laatste = (int(re.sub(r"\D", "", p)) for p in (begin, einde or begin))
            if eerste <= rij <= laatste:
                return True
    return False


def test_wat_moet_is_te_zien(werken: Mapping[str, Werk]) -> None:
    boek = Boekje(werken["opvang2004"].blanco("begeleidingsplan"))
    regels = {c.get("sqref"): c.findtext(f"{s('cfRule')}/{s('formula')}") for c in
              boek.bladen["Formulier"].iter(s("conditionalFormatting"))}  # fmt: skip

    def cel(naam: str) -> str:
        return boek.waar(naam_van(naam))[1]

    def vast(naam: str) -> str:
        return f"$B${cel(naam)[1:]}"

    assert regels[cel("plan_datum")] == f"LEN(TRIM({vast('plan_datum')}))=0"
    versie, reden = vast("plan_versie"), vast("wijzig_reden")
    assert regels[cel("wijzig_reden")] == f"AND(AND(ISNUMBER({versie}),{versie}>1),LEN(TRIM({reden}))=0)"
    assert cel("einddoel") not in regels
    assert "COUNTA(af_keuze__leefgebied)=0" in regels.values()


VELDEN = {
    "besluit": ("keuze", (("door", "Ga door"), ("af", 'Rond "af"'))),
    "mag": ("ja_nee", ()),
    "cijfer": ("getal", ()),
    "tekst": ("kort", ()),
}


@pytest.mark.parametrize(
    ("voorwaarde", "formule"),
    [
        ("als besluit = door", '$B$1="Ga door"'),
        ("als besluit = door|af", 'OR($B$1="Ga door",$B$1="Rond ""af""")'),
        ("als besluit ≠ af", 'NOT($B$1="Rond ""af""")'),
        ("als mag = nee en cijfer > 3", 'AND($B$2="nee",AND(ISNUMBER($B$3),$B$3>3))'),
        ("als tekst is gevuld of mag is leeg", "OR(LEN(TRIM($B$4))>0,LEN(TRIM($B$2))=0)"),
        ("als cijfer ≤ 5", "AND(ISNUMBER($B$3),$B$3<=5)"),
        ("als niet (mag = ja)", ""),
        ("als besluit = anders", ""),
        ("als onbekend = ja", ""),
        ("als tekst = iets", ""),
        ("als cijfer > parameter.min", ""),
        ("als organisatie.groepswonen = ja", ""),
    ],
)
def test_voorwaarden_als_formule(voorwaarde: str, formule: str) -> None:
    from generator.model import Optie

    velden = {n: Veld(sleutel=n, soort=soort, label=n, opties=tuple(Optie(sleutel=a, label=b) for a, b in opties))  # type: ignore[arg-type]
              for n, (soort, opties) in VELDEN.items()}  # fmt: skip
    cellen = {naam: f"$B${nr}" for nr, naam in enumerate(VELDEN, 1)}
    assert als_formule(voorwaarde, velden, cellen) == formule


def test_strook_met_de_fase_van_nu(werken: Mapping[str, Werk]) -> None:
    werk = werken["opvang2004"]
    strings = etree.fromstring(Boekje(werk.blanco("evaluatie")).delen["xl/sharedStrings.xml"])
    (strook,) = [si for si in strings if "● 7" in "".join(si.itertext()).replace("\u00a0", " ")]
    vet = [
        "".join(run.itertext()).strip() for run in strook.iter(s("r")) if run.find(f"{s('rPr')}/{s('b')}") is not None
    ]
    assert [deel.replace("\u00a0", " ") for deel in vet] == ["● 7 Evaluatie"]
    assert len(list(strook.iter(s("r")))) == 8
    organisatie = etree.fromstring(Boekje(werk.blanco("zelfscan")).delen["xl/sharedStrings.xml"])
    assert not any("●" in "".join(si.itertext()) for si in organisatie)


def test_accentkleur_van_de_organisatie(werken: Mapping[str, Werk]) -> None:
    werk = werken["opvang2004"]
    inrichting = replace(werk.inrichting, organisatie=replace(werk.inrichting.organisatie, accentkleur="#7A1F5C"))
    stijlen = Boekje(maak_formulier(werk.formulieren["exit"], inrichting)).delen["xl/styles.xml"]
    assert b'"FF7A1F5C"' in stijlen
    assert b'"FF1F5C7A"' not in stijlen
    vreemd = replace(werk.inrichting, organisatie=replace(werk.inrichting.organisatie, accentkleur="rood"))
    assert b'"FF1F5C7A"' in Boekje(maak_formulier(werk.formulieren["exit"], vreemd)).delen["xl/styles.xml"]


# -- filled


def test_tabel_groeit_met_namen_en_afdruk_mee(werken: Mapping[str, Werk]) -> None:
    werk = werken["opvang2004"]
    rijen = tuple({"doel_nr": nr, "doel": f"Doel {nr}"} for nr in range(1, 31))
    inhoud = werk.gevuld("begeleidingsplan", {"doelen": rijen})
    boek = Boekje(inhoud)
    doelen = {n.get("name"): n.text for n in boek.boek.iter(s("definedName")) if "Doelen voor" in (n.text or "")}
    assert {
        tekst.rpartition("$")[2] for naam, tekst in doelen.items() if naam and naam.startswith("af_") and tekst
    } == {"35"}
    assert "'Doelen voor deze periode'!$A$1:$H$35" in doelen.values()
    gelezen = werk.lees(inhoud)
    assert gelezen.waarden == {"doelen": rijen}
    acties = [n.text for n in boek.boek.iter(s("definedName")) if n.get("name") == "af_acties__doel_nr"]
    assert acties == ["'Acties per doel'!$B$6:$B$17"]


def test_rijen_worden_hoger_van_lange_tekst(werken: Mapping[str, Werk]) -> None:
    werk = werken["opvang2004"]

    def hoog(inhoud: bytes) -> float:
        boek = Boekje(inhoud)
        _, plek = boek.waar("af_einddoel")
        return next(float(r.get("ht") or 0) for r in boek.bladen["Formulier"].iter(s("row")) if r.get("r") == plek[1:])

    kort, lang = (hoog(werk.gevuld("begeleidingsplan", {"einddoel": "woord " * keer})) for keer in (3, 300))
    assert kort == hoog(werk.blanco("begeleidingsplan"))
    assert 250 < lang <= 409
    assert hoog(werk.gevuld("begeleidingsplan", {"einddoel": "woord " * 3_000})) == 409


def test_een_kop_staat_bij_wat_volgt(blad: tuple[Werk, str]) -> None:
    """Empty and filled: no page ends behind a heading, and no page is longer than a page."""
    werk, sleutel = blad
    regels = maak_indeling(werk.formulieren[sleutel], werk.inrichting).regels
    ruimte = 480.0 if werk.formulieren[sleutel].liggend == "ja" else 730.0
    for inhoud in (werk.blanco(sleutel), werk.vol(sleutel)):
        wortel = Boekje(inhoud).bladen["Formulier"]
        einden = [int(e.get("id") or 0) for e in wortel.iter(s("brk"))]
        assert not {regels[nr - 1].vorm for nr in einden} & {
            "sectie",
            "uitleg",
            "gebied",
            "reikwijdte",
            "vraag",
            "vraagkop",
        }
        hoog = {int(r.get("r") or 0): float(r.get("ht") or 15) for r in wortel.iter(s("row"))}
        for begin, einde in pairwise([0, *einden, len(regels)]):
            op_blad = [hoog.get(nr, 15) for nr in range(begin + 1, einde + 1)]
            assert len(op_blad) == 1 or sum(op_blad) <= ruimte + 25
        assert einden or sum(hoog.values()) <= ruimte + 25


MERKEN = Merken(
    boven=("Dit is alvast ingevuld.",),
    onder_label={
        "client_naam": ("Uit de intake van 6\u20113\u20112026.", "Kijk of dat nog zo is."),
        "geboortedatum": ("Idem.",),
    },
    boven_tabel={"doelen.doel_nr": ("De doelen komen uit het vorige plan.",)},
    vakken=frozenset({"client_naam", "geboortedatum", "bestaat_niet"}),
    rijen={"doelen": 3},
)


def test_merken_zijn_te_zien_en_nooit_een_antwoord(werken: Mapping[str, Werk]) -> None:
    werk = werken["opvang2004"]
    waarden = {"client_naam": "Bo", "doelen": tuple({"doel_nr": nr} for nr in range(1, 4))}
    zonder, met = (werk.gevuld("begeleidingsplan", waarden, "D-1", 2, merken=m) for m in (None, MERKEN))
    gelezen = werk.lees(met)
    assert gelezen.waarden == waarden
    assert codes(gelezen) == []
    assert gelezen.routes == werk.lees(zonder).routes
    tekst = b"".join(d for n, d in delen_van(met).items() if n.startswith("xl/worksheets/")).decode()
    for regel in (
        "Dit is alvast ingevuld.",
        "Uit de intake van",
        "Kijk of dat nog zo is.",
        "De doelen komen uit het vorige plan.",
    ):
        assert regel in tekst
        assert regel not in b"".join(delen_van(zonder).values()).decode("utf-8", "replace")
    boek = Boekje(met)
    stijlen = etree.fromstring(boek.delen["xl/styles.xml"])
    xfs, randen = stijlen.find(s("cellXfs")), stijlen.find(s("borders"))
    assert xfs is not None
    assert randen is not None

    def balk(naam: str, rij: int = 0) -> bool:
        xf = xfs[int(boek.cel(*boek.waar(naam_van(naam), rij)).get("s") or 0)]
        links = randen[int(xf.get("borderId") or 0)].find(s("left"))
        return links is not None and links.get("style") == "thick"

    assert balk("client_naam")
    assert balk("geboortedatum")
    assert not balk("dossier_nr")
    assert [balk("doelen.doel_nr", rij) for rij in (1, 2, 3, 4)] == [True, True, True, False]


def test_merken_in_een_blanco_die_een_ander_programma_bewaarde(werken: Mapping[str, Werk]) -> None:
    """Labels as plain values, as SheetJS writes them: they stay, with the mark under them."""
    werk = werken["opvang2004"]
    boek = Boekje(werk.blanco("begeleidingsplan"))
    strings = etree.fromstring(boek.delen["xl/sharedStrings.xml"])
    for naam, wortel in boek.bladen.items():
        for cel in [c for c in wortel.iter(s("c")) if c.get("t") == "s"]:
            tekst = "".join(strings[int(cel.findtext(s("v")) or 0)].itertext())
            boek.zet_op(naam, cel.get("r") or "", tekst, "str")
    vuller = Vuller(boek.inhoud(), werk.formulieren["begeleidingsplan"])
    waarden = {"client_naam": "Bo", "doelen": tuple({"doel_nr": nr} for nr in range(1, 30))}
    gelezen = werk.lees(vuller.vul(waarden, "D-1", 2, MERKEN))
    assert gelezen.waarden == waarden
    assert codes(gelezen) == []
    assert gelezen.dossier == "D-1"


def test_elke_bladnaam_mag_in_excel(werken: Mapping[str, Werk]) -> None:
    for werk in werken.values():
        for sleutel, formulier in werk.formulieren.items():
            namen = [t.naam for t in maak_indeling(formulier, werk.inrichting).tabellen]
            assert len({naam.casefold() for naam in namen}) == len(namen), sleutel
            for naam in namen:
                assert 0 < len(naam) <= 31
                assert not set(naam) & set("[]:*?/\\'|")


def test_geen_twee_vragen_met_dezelfde_naam(werken: Mapping[str, Werk]) -> None:
    for werk in werken.values():
        for sleutel, formulier in werk.formulieren.items():
            namen = [naam_van(b.sleutel).casefold() for veld in formulier.velden for b in bladen_van(veld, formulier)]
            assert len(set(namen)) == len(namen), sleutel
            assert max(map(len, namen)) <= 255


def test_hulp_wordt_niet_midden_in_een_woord_afgekapt(blad: tuple[Werk, str]) -> None:
    """Excel allows 32 characters in the title of a message, and 255 in the message."""
    werk, sleutel = blad
    formulier = werk.formulieren[sleutel]
    labels = [kolom.label for veld in formulier.velden for kolom in veld.kolommen]
    labels += [regel.tekst for regel in maak_indeling(formulier, werk.inrichting).regels]
    for wortel in Boekje(werk.blanco(sleutel)).bladen.values():
        for regel in wortel.iter(s("dataValidation")):
            titel = regel.get("promptTitle") or ""
            if titel.endswith("…"):
                assert any(re.match(re.escape(titel[:-1]) + r"\W", label) for label in labels), titel

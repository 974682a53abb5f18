"""What people and programs do to an Excel form: nothing is lost in silence, nothing is misread, oddities are told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from excelblad import Boekje, Werk, maak_werk, wijzig
from invullen import codes, route_van, velden_bij, volle_antwoorden
from lxml import etree

from generator.formats import LEESMELDINGEN, bericht_van
from generator.formats.excel.namen import celnaam, naam_van, plek_van, s
from generator.formats.excel.schrijver import maak_formulier
from generator.formats.excel.vuller import Vuller
from generator.model import Ernst, Invulling, Onleesbaar, Veld

PLAN, BIJ = "begeleidingsplan", "checklist_opstart"
DOELEN = "Doelen voor deze periode"


@pytest.fixture(scope="module")
def werk() -> Werk:
    """The forms of opvang2004."""
    return maak_werk("opvang2004")


@pytest.fixture
def leeg(werk: Werk) -> Boekje:
    """A blank begeleidingsplan to change."""
    return Boekje(werk.blanco(PLAN))


@pytest.fixture
def vol(werk: Werk) -> Boekje:
    """A filled begeleidingsplan to change."""
    return Boekje(werk.vol(PLAN))


def zelfde(werk: Werk, gelezen: Invulling, sleutel: str = PLAN, *behalve: str) -> None:
    """All answers came back, but for some fields."""
    verwacht = volle_antwoorden(werk.formulieren[sleutel])
    for naam in behalve:
        verwacht.pop(naam)
    assert {n: w for n, w in gelezen.waarden.items() if n not in behalve} == verwacht


# -- one cell: types


@pytest.mark.parametrize(
    ("veld", "soort", "ruw", "waarde"),
    [
        ("plan_datum", "n", "46054", date(2026, 2, 1)),
        ("plan_datum", "n", "46054.75", date(2026, 2, 1)),
        ("plan_datum", "str", "1 februari 2026", date(2026, 2, 1)),
        ("plan_datum", "inlineStr", "2026-02-01", date(2026, 2, 1)),
        ("plan_datum", "d", "2026-02-01T00:00:00", date(2026, 2, 1)),
        ("plan_datum", "str", "31-02-2026", Onleesbaar("31-02-2026", "die datum bestaat niet")),
        ("plan_datum", "str", "12/31/2026", Onleesbaar("12/31/2026", "die datum bestaat niet")),
        ("plan_datum", "str", "volgende week", Onleesbaar("volgende week", "dit is geen datum die ik begrijp")),
        ("plan_datum", "n", "2026", Onleesbaar("2026", "hier staat alleen een jaartal")),
        ("plan_datum", "n", "59", Onleesbaar("59", "het jaartal klopt niet")),
        ("plan_datum", "n", "999999", Onleesbaar("999999", "het jaartal klopt niet")),
        ("plan_datum", "b", "1", Onleesbaar("WAAR", "dit is geen datum die ik begrijp")),
        ("plan_versie", "n", "3", 3),
        ("plan_versie", "n", "2.3999999999999999", 2.4),
        ("plan_versie", "str", "2,5", 2.5),
        ("plan_versie", "str", "1.000", Onleesbaar("1.000", "schrijf dit getal zonder punt")),
        ("plan_versie", "str", "drie", Onleesbaar("drie", "dit is geen getal")),
        ("einddoel", "n", "12345", "12345"),
        ("einddoel", "n", "0.5", "0,5"),
        ("einddoel", "n", "1E+20", "1e+20"),
        ("einddoel", "b", "0", "ONWAAR"),
        ("einddoel", "str", "eerste_x000D_\ntweede", "eerste\ntweede"),
        ("einddoel", "str", "a_x0041_b_x005F_x0042_", "aAb_x0042_"),
        ("ingevuld_rol", "str", "MENTOR", "begeleider"),
        ("ingevuld_rol", "n", "4", Onleesbaar("4", "deze keuze staat niet in de lijst")),
        ("handtekening_client.getekend", "b", "1", {"getekend": "ja"}),
        ("handtekening_client.getekend", "n", "0", {"getekend": "nee"}),
        ("handtekening_client.getekend", "str", "Ja", {"getekend": "ja"}),
    ],
)
def test_elk_type_cel(werk: Werk, leeg: Boekje, veld: str, soort: str, ruw: str, waarde: Any) -> None:
    leeg.zet(veld, ruw, soort)
    gelezen = werk.lees(leeg.inhoud())
    assert gelezen.waarden == {veld.partition(".")[0]: waarde}
    assert gelezen.niet_gevonden == ()


def test_datum_in_1904(werk: Werk, leeg: Boekje) -> None:
    leeg.boek.find(s("workbookPr")).set("date1904", "1")  # type: ignore[union-attr]
    leeg.zet("plan_datum", "44592", "n")
    assert werk.lees(leeg.inhoud()).waarden == {"plan_datum": date(2026, 2, 1)}


def test_getal_met_de_vorm_van_een_datum_is_geen_getal(werk: Werk, leeg: Boekje) -> None:
    """Excel makes a day of ‘1-2’, and of ‘50%’ a half."""
    datum = leeg.cel(*leeg.waar("af_plan_datum")).get("s") or ""
    leeg.zet("plan_versie", "46054", "n")
    leeg.stijl("plan_versie", datum)
    leeg.zet("einddoel", "46054", "n")
    leeg.stijl("einddoel", datum)
    gelezen = werk.lees(leeg.inhoud())
    reden = "hier staat een datum in plaats van een getal"
    assert gelezen.waarden == {"plan_versie": Onleesbaar("01-02-2026", reden), "einddoel": "01-02-2026"}
    assert codes(gelezen) == ["L13"]


@pytest.mark.parametrize(
    ("nummer", "vorm", "ruw", "waarde"),
    [
        ("9", "", "0.5", "50%"),
        ("20", "", "0.604166666666667", "14:30"),
        ("200", "[h]:mm", "1.5", "36:00"),
        ("200", "d mmmm yyyy", "46054", "01-02-2026"),
        ("200", 'd-m-yyyy "om" h:mm', "46054.5", "01-02-2026"),
        ("200", "0.00", "2.5", "2,5"),
        ("200", '"dag" 0', "2", "2"),
        ("0", "", "2.5", "2,5"),
    ],
)
def test_een_getal_wordt_gelezen_zoals_het_te_zien_is(
    werk: Werk, leeg: Boekje, nummer: str, vorm: str, ruw: str, waarde: str
) -> None:
    """Somebody pasted, or Excel knew better: the cell has another form than it was given."""
    stijlen = etree.fromstring(leeg.delen["xl/styles.xml"])
    xfs, vormen = stijlen.find(s("cellXfs")), stijlen.find(s("numFmts"))
    assert xfs is not None
    assert vormen is not None
    if vorm:
        etree.SubElement(vormen, s("numFmt"), numFmtId=nummer, formatCode=vorm)
    etree.SubElement(xfs, s("xf"), numFmtId=nummer)
    leeg.delen["xl/styles.xml"] = etree.tostring(stijlen)
    for veld in ("einddoel", "plan_versie"):
        leeg.zet(veld, ruw, "n")
        leeg.stijl(veld, str(len(xfs) - 1))
    gelezen = werk.lees(leeg.inhoud())
    assert gelezen.waarden["einddoel"] == waarde
    getal = gelezen.waarden["plan_versie"]
    if waarde in ("2,5", "2"):
        assert getal == float(ruw)
    else:
        assert isinstance(getal, Onleesbaar)
        assert getal.ruw == waarde
        assert codes(gelezen) == ["L13"]


def test_formule_is_een_bevinding_en_de_uitkomst_telt(werk: Werk, leeg: Boekje) -> None:
    leeg.zet("einddoel", "samen", "str", 'CONCATENATE("sa","men")')
    leeg.zet("plan_versie", "3", "n", "1+2")
    leeg.zet("doelen.doel", "Rust", "str", "A1", rij=2)
    gelezen = werk.lees(leeg.inhoud())
    assert gelezen.waarden == {"einddoel": "samen", "plan_versie": 3, "doelen": ({"doel": "Rust"},)}
    assert codes(gelezen) == ["L24"] * 3
    assert velden_bij(gelezen, "L24") == ["plan_versie", "einddoel", "doelen[2].doel"]


def test_formule_zonder_uitkomst_is_niet_leeg(werk: Werk, leeg: Boekje) -> None:
    leeg.zet("einddoel", None, "n", "1+1")
    leeg.zet("doelen.doel", None, "n", "1+1", rij=1)
    gelezen = werk.lees(leeg.inhoud())
    reden = Onleesbaar("", "hier staat een formule zonder uitkomst")
    assert gelezen.waarden == {"einddoel": reden, "doelen": ({"doel": reden},)}
    assert codes(gelezen) == ["L31", "L31"]
    assert LEESMELDINGEN["L31"].ernst is Ernst.FOUT
    assert velden_bij(gelezen, "L31") == ["einddoel", "doelen[1].doel"]


def test_formule_zonder_uitkomst_in_een_vakje(werk: Werk) -> None:
    """A box of which nothing is known is not in silence a box without a cross."""
    boek = Boekje(werk.blanco("aanmelding"))
    veld = next(v for v in werk.formulieren["aanmelding"].velden if v.soort == "meerkeuze")
    boek.zet(f"{veld.sleutel}.{veld.opties[1].sleutel}", None, "n", "1+1")
    gelezen = werk.lees(boek.inhoud())
    assert codes(gelezen) == ["L31"]


def test_een_melding_zegt_in_welke_cel(werk: Werk, leeg: Boekje) -> None:
    leeg.zet("einddoel", None, "n", "1+1")
    leeg.zet("doelen.doel", "#N/A", "e", rij=4)
    _, los = leeg.waar(naam_van("einddoel"))
    _, in_tabel = leeg.waar(naam_van("doelen.doel"), 4)
    plekken = [melding.vindplaats.plek for melding in werk.lees(leeg.inhoud()).meldingen]
    assert plekken == [
        f"Doelen en acties, cel {los}", f"Doelen en acties, rij 4, cel {in_tabel} op het blad ‘{DOELEN}’"
    ]  # fmt: skip


def test_foutwaarde(werk: Werk, leeg: Boekje) -> None:
    leeg.zet("einddoel", "#N/A", "e", "VLOOKUP(1,A1,1)")
    gelezen = werk.lees(leeg.inhoud())
    assert gelezen.waarden == {"einddoel": Onleesbaar("#N/A", "hier staat een foutwaarde van Excel")}
    assert codes(gelezen) == ["L25"]


def test_langste_antwoord_gaat_rond(werk: Werk) -> None:
    tekst = "a" * 32_767
    gelezen = werk.lees(werk.gevuld(PLAN, {"einddoel": tekst, "doelen": ({"doel": tekst},)}))
    assert gelezen.waarden == {"einddoel": tekst, "doelen": ({"doel": tekst},)}
    assert codes(gelezen) == []


@pytest.mark.parametrize("tekst", ["a" * 32_768, "😀" * 16_384])
def test_te_lang_antwoord_wordt_geweigerd_en_niet_afgekapt(werk: Werk, tekst: str) -> None:
    from generator.formats import (
        Geweigerd,
        reden_van,  # type: ignore[attr-defined]
    )

    with pytest.raises(Geweigerd) as fout:
        werk.gevuld(PLAN, {"einddoel": tekst})
    assert fout.value.code == "L57"
    assert "‘Einddoel’" in reden_van(fout.value)


# -- boxes


@pytest.mark.parametrize(
    ("ruw", "soort"), [("x", "str"), ("X", "str"), ("ja", "str"), ("1", "b"), ("✓", "str"), ("1", "n")]
)
def test_kruisjes(werk: Werk, ruw: str, soort: str) -> None:
    boek = Boekje(werk.blanco("aanmelding"))
    veld = next(v for v in werk.formulieren["aanmelding"].velden if v.soort == "meerkeuze")
    boek.zet(f"{veld.sleutel}.{veld.opties[1].sleutel}", ruw, soort)
    gelezen = werk.lees(boek.inhoud())
    assert gelezen.waarden == {veld.sleutel: (veld.opties[1].sleutel,)}
    assert codes(gelezen) == []


@pytest.mark.parametrize(("ruw", "soort"), [("nee", "str"), ("0", "b"), ("-", "str"), (" ", "str")])
def test_geen_kruisje(werk: Werk, ruw: str, soort: str) -> None:
    boek = Boekje(werk.blanco("aanmelding"))
    veld = next(v for v in werk.formulieren["aanmelding"].velden if v.soort == "meerkeuze")
    boek.zet(f"{veld.sleutel}.{veld.opties[1].sleutel}", ruw, soort)
    gelezen = werk.lees(boek.inhoud())
    assert gelezen.waarden == {}
    assert codes(gelezen) == []


def test_iets_anders_dan_een_kruisje_blijft_bewaard(werk: Werk) -> None:
    boek = Boekje(werk.blanco("aanmelding"))
    veld = next(v for v in werk.formulieren["aanmelding"].velden if v.soort == "meerkeuze")
    boek.zet(f"{veld.sleutel}.{veld.opties[0].sleutel}", "soms", "str")
    gelezen = werk.lees(boek.inhoud())
    assert codes(gelezen) == ["L02", "L07"]
    assert "soms" in [a.ruw for a in gelezen.antwoorden]


# -- rows, columns and sheets


def test_rijen_tussengevoegd_boven_in_en_onder(werk: Werk, vol: Boekje) -> None:
    """Names move along; a row that is typed above the first or below the last is read too."""
    vol.schuif(DOELEN, 7, 2)
    vol.schuif("Formulier", 10, 3)
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == []
    vol.schuif(DOELEN, 6, 1)
    vol.zet_op(DOELEN, "D6", "Bovenaan bij")
    vol.zet_op(DOELEN, "D40", "Onderaan bij")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen, PLAN, "doelen")
    doelen = volle_antwoorden(werk.formulieren[PLAN])["doelen"]
    assert gelezen.waarden["doelen"] == ({"doel": "Bovenaan bij"}, *doelen, {"doel": "Onderaan bij"})
    assert codes(gelezen) == ["L06"]
    assert route_van(gelezen, "doelen[35].doel") == "label"


def test_gesorteerde_rijen(werk: Werk, vol: Boekje) -> None:
    data = vol.bladen[DOELEN].find(s("sheetData"))
    assert data is not None
    eerste, tweede = (next(r for r in data if r.get("r") == nr) for nr in ("6", "7"))
    for een, nr in ((eerste, "7"), (tweede, "6")):
        een.set("r", nr)
        for cel in een:
            cel.set("r", re.sub(r"\d+", nr, cel.get("r") or ""))
    eerste.addprevious(tweede)
    gelezen = werk.lees(vol.inhoud())
    doelen = volle_antwoorden(werk.formulieren[PLAN])["doelen"]
    assert gelezen.waarden["doelen"] == tuple(reversed(doelen))
    assert codes(gelezen) == []


def test_lege_rijen_ertussen_tellen_als_rij_maar_niet_als_antwoord(werk: Werk, leeg: Boekje) -> None:
    leeg.zet("doelen.doel", "Rust", rij=1)
    leeg.zet("doelen.doel", "Ruimte", rij=5)
    gelezen = werk.lees(leeg.inhoud())
    assert gelezen.waarden == {"doelen": ({"doel": "Rust"}, {"doel": "Ruimte"})}
    assert [a.sleutel for a in gelezen.antwoorden] == ["doelen[1].doel", "doelen[5].doel"]


def test_rijen_weggehaald(werk: Werk, vol: Boekje) -> None:
    """The row of a question is gone: that is lost, not empty; the rest is read."""
    _, plek = vol.waar("af_einddoel")
    vol.schuif("Formulier", int(plek[1:]), -1)
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen, PLAN, "einddoel")
    assert gelezen.niet_gevonden == ("einddoel",)
    assert codes(gelezen) == ["L09"]


def test_vraag_en_de_kop_eronder_weggehaald(werk: Werk, vol: Boekje) -> None:
    """The next leefgebied seems to belong to this one now: its answer is not taken for two."""
    _, plek = vol.waar("af_gewenste_situatie__zingeving")
    vol.schuif("Formulier", int(plek[1:]), -3)
    gelezen = werk.lees(vol.inhoud())
    verwacht = dict(volle_antwoorden(werk.formulieren[PLAN])["gewenste_situatie"])
    del verwacht["zingeving"]
    assert gelezen.waarden["gewenste_situatie"] == verwacht
    assert gelezen.niet_gevonden == ("gewenste_situatie.zingeving",)
    assert codes(gelezen) == ["L09", "L26"]
    assert velden_bij(gelezen, "L26") == ["gewenste_situatie.lichamelijk"]


def test_gedrukte_rij_weggehaald(werk: Werk) -> None:
    boek = Boekje(werk.vol(BIJ))
    veld = next(v for v in werk.formulieren[BIJ].velden if v.rijen)
    blad, plek = boek.waar(naam_van(f"{veld.sleutel}.{veld.kolommen[0].sleutel}"))
    boek.schuif(blad, int(plek[1:]) + 1, -1)
    gelezen = werk.lees(boek.inhoud())
    weg = veld.rijen[1].sleutel
    assert [r[veld.kolommen[0].sleutel] for r in gelezen.waarden[veld.sleutel]].count(weg) == 0
    assert gelezen.niet_gevonden == (f"{veld.sleutel}.{veld.kolommen[0].sleutel}.{weg}",)
    assert codes(gelezen) == ["L30"]


def _criteria(werk: Werk, tekst: str | None) -> tuple[Invulling, Veld]:
    """Return an aanmelding in which the printed text of the second criterium was typed over."""
    boek = Boekje(werk.vol("aanmelding"))
    veld = werk.formulieren["aanmelding"].veld("criteria")
    assert veld is not None
    boek.zet(f"criteria.{veld.kolommen[0].sleutel}", tekst, rij=2)
    return werk.lees(boek.inhoud()), veld


def test_gedrukte_rij_overgetypt(werk: Werk) -> None:
    """An answer belongs to the question that is on the paper, not to the one that was there."""
    tekst = "Heeft de deelnemer een rijbewijs?"
    gelezen, veld = _criteria(werk, tekst)
    weg = veld.rijen[1].sleutel
    assert codes(gelezen) == ["L30"]
    assert gelezen.niet_gevonden == (f"criteria.criterium.{weg}",)
    rijen = gelezen.waarden["criteria"]
    assert [rij["criterium"] for rij in rijen] == [veld.rijen[0].sleutel, veld.rijen[2].sleutel, tekst, "Eigen regel 4"]
    assert rijen[2]["toelichting"] == "Antwoord op criteria rij 2 toelichting"


def test_gedrukte_rij_leeggehaald(werk: Werk) -> None:
    gelezen, veld = _criteria(werk, None)
    assert codes(gelezen) == ["L30"]
    assert gelezen.niet_gevonden == (f"criteria.criterium.{veld.rijen[1].sleutel}",)
    assert "Antwoord op criteria rij 2 toelichting" in [rij["toelichting"] for rij in gelezen.waarden["criteria"]]


def test_bij_een_gedrukte_rij_geschreven(werk: Werk) -> None:
    veld = werk.formulieren["aanmelding"].veld("criteria")
    assert veld is not None
    gelezen, _ = _criteria(werk, f"{veld.rijen[1].tekst}\nMet een toeslag erbij")
    zelfde(werk, gelezen, "aanmelding")
    assert codes(gelezen) == ["L15"]
    assert any("Met een toeslag erbij" in a.ruw for a in gelezen.antwoorden if a.sleutel.startswith("_losse_tekst"))


def test_gedrukte_rij_met_ander_wit_is_dezelfde(werk: Werk) -> None:
    veld = werk.formulieren["aanmelding"].veld("criteria")
    assert veld is not None
    gelezen, _ = _criteria(werk, f" {veld.rijen[1].tekst.upper()}  ")
    assert codes(gelezen) == []
    zelfde(werk, gelezen, "aanmelding")


def test_gedrukte_rij_in_andere_woorden_van_het_formulier_zelf(werk: Werk) -> None:
    """A form of an older version prints other words beside the same key: nobody typed those."""
    formulier = werk.formulieren["aanmelding"]
    criteria = formulier.veld("criteria")
    assert criteria is not None
    rijen = (criteria.rijen[0], replace(criteria.rijen[1], tekst="Kan iemand de huur betalen?"), *criteria.rijen[2:])
    ouder = replace(formulier, secties=tuple(
        replace(sectie, velden=tuple(
            replace(veld, rijen=rijen) if veld is criteria else veld for veld in sectie.velden
        )) for sectie in formulier.secties
    ))  # fmt: skip
    inhoud = Vuller(maak_formulier(ouder, werk.inrichting), ouder).vul(volle_antwoorden(ouder))
    gelezen = werk.lees(inhoud)
    assert "L30" not in codes(gelezen)
    assert [rij["criterium"] for rij in gelezen.waarden["criteria"][:3]] == [rij.sleutel for rij in rijen]


def test_tekst_bij_een_gedrukte_vraag_getypt_blijft_bewaard(werk: Werk, vol: Boekje) -> None:
    """An answer in the cell of the question, under its label: the question is still there."""
    blad, plek = vol.waar(naam_van("einddoel"))
    naast = celnaam((plek_van(plek) or (0, 0))[0], 1)
    vol.zet_op(blad, naast, "Einddoel *\nHet liefst voor de zomer", "inlineStr")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == ["L15"]
    assert any("Het liefst voor de zomer" in a.ruw for a in gelezen.antwoorden)


def test_kolom_tussengevoegd(werk: Werk, vol: Boekje) -> None:
    vol.schuif_kolom("Formulier", 2)
    vol.schuif_kolom(DOELEN, 3)
    vol.zet_op(DOELEN, "C6", "eigen kolom")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == ["L15"]
    assert set(gelezen.routes) == {"tag"}


def test_kolom_tussengevoegd_door_een_programma_dat_namen_vergeet(werk: Werk, vol: Boekje) -> None:
    """The names point one column to the left of the heads: what people see counts, and it is told."""
    vol.schuif_kolom(DOELEN, 3, met_namen=False)
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == ["L26"]
    assert velden_bij(gelezen, "L26") == ["doelen"]


def test_antwoorden_een_kolom_te_ver(werk: Werk, vol: Boekje) -> None:
    """A program put in a column and left the names: what stands beside an empty place is read along, and told."""
    vol.schuif_kolom("Formulier", 2, met_namen=False)
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert set(codes(gelezen)) == {"L07"}
    assert route_van(gelezen, "einddoel") == "naast het veld"


def test_opmerking_naast_een_antwoord_blijft_los(werk: Werk, vol: Boekje) -> None:
    _, plek = vol.waar("af_einddoel")
    vol.zet_op("Formulier", f"D{plek[1:]}", "nog bespreken")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == ["L15"]


def test_rij_tussengevoegd_door_een_programma_dat_namen_vergeet(werk: Werk, vol: Boekje) -> None:
    _, plek = vol.waar("af_einddoel")
    vol.schuif("Formulier", int(plek[1:]), 1, met_namen=False)
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert set(codes(gelezen)) == {"L26"}
    assert "einddoel" in velden_bij(gelezen, "L26")
    assert "plan_datum" not in velden_bij(gelezen, "L26")


def test_bladen_hernoemd_en_verplaatst(werk: Werk, vol: Boekje) -> None:
    vol.hernoem("Formulier", "Plan van 'Bo' & co")
    vol.hernoem(DOELEN, "doelen!")
    bladen = vol.boek.find(s("sheets"))
    assert bladen is not None
    bladen.append(bladen[0])
    gelezen = werk.lees(vol.inhoud().replace(b"Bo", b"Bo"))
    zelfde(werk, gelezen)
    assert codes(gelezen) == []


def test_blad_met_een_tabel_verwijderd(werk: Werk, vol: Boekje) -> None:
    vol.verwijder(DOELEN)
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen, PLAN, "doelen")
    assert gelezen.niet_gevonden == ("doelen",)
    assert codes(gelezen) == ["L09"]


def test_eerste_blad_verwijderd(werk: Werk, vol: Boekje) -> None:
    vol.verwijder("Formulier")
    gelezen = werk.lees(vol.inhoud())
    assert sorted(gelezen.waarden) == ["acties", "afspraken", "afwijking", "doelen", "keuze"]
    assert "einddoel" in gelezen.niet_gevonden
    assert set(codes(gelezen)) == {"L09"}


def test_blad_gekopieerd_gelijk(werk: Werk, vol: Boekje) -> None:
    vol.kopieer("Formulier", "Formulier (2)")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == ["L14"]


def test_blad_gekopieerd_en_anders_ingevuld(werk: Werk, vol: Boekje) -> None:
    vol.kopieer("Formulier", "Formulier (2)")
    _, plek = vol.waar("af_einddoel")
    vol.zet_op("Formulier (2)", plek, "Iets anders")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen, PLAN, "einddoel")
    eerste = volle_antwoorden(werk.formulieren[PLAN])["einddoel"]
    assert gelezen.waarden["einddoel"] == Onleesbaar(
        f"{eerste} // Iets anders", "er staan twee verschillende antwoorden"
    )
    assert codes(gelezen) == ["L01", "L14"]


def test_tabelblad_gekopieerd_en_anders_ingevuld(werk: Werk, vol: Boekje) -> None:
    vol.kopieer(DOELEN, "Doelen (2)")
    vol.zet_op("Doelen (2)", "D6", "Iets anders")
    gelezen = werk.lees(vol.inhoud())
    assert codes(gelezen) == ["L01"]
    assert {"Iets anders"} <= {rij["doel"] for rij in gelezen.waarden["doelen"]}


# -- names


def test_alle_namen_weg_dan_de_plek(werk: Werk, vol: Boekje) -> None:
    vol.namen(lambda naam, doel: None if naam.startswith("af") else doel)
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == []
    assert set(gelezen.routes) == {"bladwijzer"}


def test_namen_en_verborgen_bladen_weg_dan_het_label(werk: Werk, vol: Boekje) -> None:
    vol.namen(lambda naam, doel: None if naam.startswith("af") else doel)
    vol.verwijder("_plekken")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == []
    assert set(gelezen.routes) == {"label"}


def test_alles_wat_herkenbaar_maakt_weg(werk: Werk, vol: Boekje) -> None:
    vol.namen(lambda naam, doel: None if naam.startswith("af") else doel)
    for blad in ("_plekken", "_meta", "_lijsten"):
        vol.verwijder(blad)
    for wortel in vol.bladen.values():
        for voet in list(wortel.iter(s("headerFooter"))):
            wortel.remove(voet)
    vol.delen["docProps/core.xml"] = re.sub(rb"<dc:subject>.*?</dc:subject>", b"", vol.delen["docProps/core.xml"])
    inhoud = wijzig(vol.inhoud(), "xl/sharedStrings.xml", lambda t: t.replace("Formulier begeleidingsplan |", "Oud"))
    gelezen = werk.lees(_zonder_regel(inhoud))
    zelfde(werk, gelezen)
    assert set(gelezen.routes) == {"label"}
    assert "L22" in codes(gelezen)


def _zonder_regel(inhoud: bytes) -> bytes:
    boek = Boekje(inhoud)
    for cel in boek.bladen["Formulier"].iter(s("c")):
        if "controle" in "".join(cel.itertext()):
            cel[:] = []
    return boek.inhoud()


def test_namen_wijzen_nergens_heen_en_rijen_zijn_geschoven(werk: Werk, vol: Boekje) -> None:
    """The kept places are wrong now: labels are right."""
    vol.namen(lambda naam, doel: "#REF!" if naam.startswith("af_") else doel)
    vol.schuif("Formulier", 8, 4)
    vol.schuif(DOELEN, 3, 2)
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == []
    assert gelezen.routes["label"] > 30


def test_cel_over_een_ander_gesleept(werk: Werk, leeg: Boekje) -> None:
    """Excel: the name of what is dragged goes along, that of the target points nowhere."""
    leeg.zet("netwerk_rol", "hoort bij netwerk")
    van, naar = leeg.waar("af_einddoel")[1], leeg.waar("af_netwerk_rol")[1]
    cel = f"$B${naar[1:]}"
    leeg.namen(
        lambda n, doel: f"'Formulier'!{cel}" if n == "af_einddoel" else "#REF!" if n == "af_netwerk_rol" else doel
    )
    gelezen = werk.lees(leeg.inhoud())
    assert van != naar
    assert gelezen.waarden == {"netwerk_rol": "hoort bij netwerk"}
    assert codes(gelezen) == ["L26"]
    assert gelezen.niet_gevonden == ()


def test_gewijzigd_label_is_een_bevinding(werk: Werk, vol: Boekje) -> None:
    _, plek = vol.waar("af_einddoel")
    vol.zet_op("Formulier", f"A{plek[1:]}", "Waar gaan we heen?")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert velden_bij(gelezen, "L26") == ["einddoel"]


def test_naam_over_meer_cellen(werk: Werk, leeg: Boekje) -> None:
    leeg.zet("einddoel", "een")
    _, plek = leeg.waar("af_einddoel")
    leeg.zet_op("Formulier", f"C{plek[1:]}", "twee")
    leeg.namen(lambda naam, doel: f"'Formulier'!$B${plek[1:]}:$C${plek[1:]}" if naam == "af_einddoel" else doel)
    gelezen = werk.lees(leeg.inhoud())
    assert gelezen.waarden["einddoel"] == Onleesbaar("een // twee", "er staan twee verschillende antwoorden")
    assert codes(gelezen) == ["L01"]


# -- what people leave behind


def test_verborgen_rij(werk: Werk, vol: Boekje) -> None:
    _, plek = vol.waar("af_einddoel")
    for rij in vol.bladen["Formulier"].iter(s("row")):
        if rij.get("r") == plek[1:]:
            rij.set("hidden", "1")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert velden_bij(gelezen, "L27") == ["einddoel"]


def test_samengevoegde_vakken(werk: Werk, leeg: Boekje) -> None:
    leeg.zet("plan_datum", "46054", "n")
    _, plek = leeg.waar("af_plan_datum")
    groep = leeg.bladen["Formulier"].find(s("mergeCells"))
    assert groep is not None
    groep.makeelement(s("mergeCell"), {})
    nieuw = groep.makeelement(s("mergeCell"), {"ref": f"B{plek[1:]}:B{int(plek[1:]) + 1}"})
    groep.append(nieuw)
    gelezen = werk.lees(leeg.inhoud())
    assert gelezen.waarden == {"plan_datum": date(2026, 2, 1)}
    assert codes(gelezen) == ["L29", "L29"]


def test_tekst_buiten_de_vragen(werk: Werk, leeg: Boekje) -> None:
    leeg.zet_op("Formulier", "E5", "Bel Bo nog even")
    leeg.zet_op(DOELEN, "K3", "let op")
    gelezen = werk.lees(leeg.inhoud())
    assert gelezen.waarden == {}
    assert [a.ruw for a in gelezen.antwoorden] == ["Bel Bo nog even", "let op"]
    assert codes(gelezen) == ["L15", "L15"]
    titel = werk.formulieren[PLAN].titel
    plekken = [f"{titel}, cel E5", f"{DOELEN}, cel K3"]
    assert [
        bericht_van(m).startswith(f"Bij ‘{plek}’ staat tekst")
        for m, plek in zip(gelezen.meldingen, plekken, strict=True)
    ] == [True, True]
    assert [melding.context["plek"] for melding in gelezen.meldingen] == plekken
    assert [melding.vindplaats.plek for melding in gelezen.meldingen] == plekken
    assert [antwoord.vindplaats.plek for antwoord in gelezen.antwoorden] == plekken


def test_veel_tekst_buiten_de_vragen_wordt_niet_cel_voor_cel_gemeld(werk: Werk, leeg: Boekje) -> None:
    for nr in range(1, 31):
        leeg.zet_op("Formulier", f"H{nr}", f"notitie {nr}")
    gelezen = werk.lees(leeg.inhoud())
    assert codes(gelezen) == ["L15"] * 11
    assert gelezen.meldingen[-1].context["plek"].endswith(", cel H11 en verder")
    assert "\n".join(a.ruw for a in gelezen.antwoorden).split("\n") == [f"notitie {nr}" for nr in range(1, 31)]


def test_eigen_blad_met_aantekeningen(werk: Werk, leeg: Boekje) -> None:
    leeg.kopieer("_meta", "Notities van Bo Jansen")
    leeg.bladen["Notities van Bo Jansen"].find(s("sheetData"))[:] = []  # type: ignore[index]
    leeg.zet_op("Notities van Bo Jansen", "A1", "een gedachte")
    gelezen = werk.lees(leeg.inhoud())
    assert [a.ruw for a in gelezen.antwoorden] == ["een gedachte"]
    (melding,) = gelezen.meldingen
    assert (melding.code, melding.context["plek"]) == ("L15", "een eigen blad (blad 7), cel A1")
    assert "Bo Jansen" not in str(melding)


def test_verborgen_bladen_zichtbaar_gemaakt(werk: Werk, vol: Boekje) -> None:
    for blad in vol.boek.iter(s("sheet")):
        blad.attrib.pop("state", None)  # type: ignore[call-overload]
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == []


def test_blad_met_vragen_verborgen_wordt_toch_gelezen(werk: Werk, vol: Boekje) -> None:
    for blad in vol.boek.iter(s("sheet")):
        if blad.get("name") == DOELEN:
            blad.set("state", "hidden")
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == ["L27"]


def test_vijfduizend_rijen(werk: Werk) -> None:
    rijen = tuple({"doel_nr": nr, "doel": f"Doel {nr}"} for nr in range(1, 5_001))
    gelezen = werk.lees(werk.gevuld(PLAN, {"doelen": rijen}))
    assert gelezen.waarden == {"doelen": rijen}
    assert codes(gelezen) == []
    assert set(gelezen.routes) == {"tag"}


def test_strikt_ooxml(werk: Werk, vol: Boekje) -> None:
    oud, nieuw = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    oud_r = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    nieuw_r = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    inhoud = vol.inhoud()
    boek = Boekje(inhoud)
    boek.bladen, boek.delen = {}, {n: d.replace(oud, nieuw).replace(oud_r, nieuw_r) for n, d in boek.delen.items()}
    from generator.formats.delen import schrijf_delen

    gelezen = werk.lees(schrijf_delen(boek.delen))
    zelfde(werk, gelezen)
    assert codes(gelezen) == []


def test_zonder_celplekken(werk: Werk, vol: Boekje) -> None:
    """Some writers leave out where a cell stands: they follow one another."""
    for blad in (n for n in vol.bladen if not n.startswith("_")):
        for rij in vol.bladen[blad].iter(s("row")):
            bezet = 0
            for cel in list(rij):
                letters = re.sub(r"\d", "", cel.get("r") or "")
                nr = sum((ord(x) - 64) * 26**i for i, x in enumerate(reversed(letters)))
                while bezet + 1 < nr:
                    cel.addprevious(cel.makeelement(s("c"), {}))
                    bezet += 1
                bezet += 1
                del cel.attrib["r"]
    gelezen = werk.lees(vol.inhoud())
    zelfde(werk, gelezen)
    assert codes(gelezen) == []


def test_voorvoegsel_in_de_xml(werk: Werk, vol: Boekje) -> None:
    inhoud = vol.inhoud()
    boek = Boekje(inhoud)
    deel = boek.deel[DOELEN]
    tekst = boek.delen[deel].decode()
    tekst = re.sub(r"<(/?)([A-Za-z])", r"<\1x:\2", tekst).replace("xmlns=", "xmlns:x=").replace("<?x:xml", "<?xml")
    gelezen = werk.lees(wijzig(inhoud, deel, lambda _: tekst))
    zelfde(werk, gelezen)
    assert codes(gelezen) == []


# -- identity


def test_herkenning_spreekt_zich_tegen(werk: Werk) -> None:
    inhoud = werk.vol(PLAN)
    boek = Boekje(inhoud)
    meta = boek.bladen["_meta"]
    for cel in meta.iter(s("c")):
        if "".join(cel.itertext()) == "D-0042":
            cel[0][0].text = "D-0043"
    gelezen = werk.lees(boek.inhoud())
    assert codes(gelezen) == ["L20"]
    assert gelezen.dossier == "D-0042"


def test_controlecijfer_klopt_niet(werk: Werk) -> None:
    boek = Boekje(werk.vol(PLAN))
    for cel in boek.bladen["Formulier"].iter(s("t")):
        if " | controle " in (cel.text or ""):
            cel.text = (cel.text or "").replace("cyclus 2", "cyclus 3")
    gelezen = werk.lees(boek.inhoud())
    assert "L21" in codes(gelezen)


def test_macros_worden_gemeld_en_niet_bekeken(werk: Werk, vol: Boekje) -> None:
    vol.delen["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0niet bekeken"
    soort = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    vol.delen["[Content_Types].xml"] = vol.delen["[Content_Types].xml"].replace(
        soort, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    )
    gelezen = werk.lees(vol.inhoud(), "x.xlsm")
    zelfde(werk, gelezen)
    assert codes(gelezen) == ["L28"]

"""What programs and people do to a PDF form, and what the reader says of it."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from invullen import codes, route_van, velden_bij, volle_antwoorden
from pdfhulp import ALLE, bestand, bewaard, blanco, formulier, lees, model_van, open_, reden, veld, vol, vul
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from generator.formats.meldingen import bericht_van
from generator.formats.pdf import inlezen, tweede
from generator.formats.pdf.formaat import heeft_antwoorden, herken, maak_formulier, maak_vuller
from generator.formats.veilig import Geweigerd
from generator.model import Invulling, Onleesbaar, Optie

PLAN = "begeleidingsplan"


def bewerkt(sleutel: str, inhoud: bytes, werk: Callable[[Pdf], None]) -> bytes:
    with open_(inhoud) as pdf:
        werk(pdf)
        return bewaard(pdf)


def na(werk: Callable[[Pdf], None], sleutel: str = PLAN, **waarden: Any) -> Invulling:
    """Return what is read after *werk* on a form with these answers, else on one that is filled in full."""
    return lees(sleutel, bewerkt(sleutel, vul(sleutel, waarden) if waarden else vol(sleutel), werk))


def zonder(pdf: Pdf, *namen: str) -> None:
    """Take fields out, from the list and from the pages."""
    pdf.Root.AcroForm.Fields = Array([deel for deel in pdf.Root.AcroForm.Fields if str(deel.T) not in namen])
    for blad in pdf.pages:
        blad.Annots = Array([deel for deel in blad.Annots if str(deel.get("/T", "")) not in namen])


def zet(pdf: Pdf, naam: str, waarde: Any) -> None:
    veld(pdf, naam).V = waarde


# -- values


@pytest.mark.parametrize(
    ("ruw", "gelezen"),
    [
        ("een\rtwee", "een\ntwee"),
        ("een\r\ntwee", "een\ntwee"),
        ("  spatie erachter  ", "spatie erachter"),
        ("Łukasz Işık €", "Łukasz Işık €"),
        ("café", "café"),
    ],
)
def test_tekst_zoals_programma_s_die_bewaren(ruw: str, gelezen: str) -> None:
    assert na(lambda pdf: zet(pdf, "af__einddoel", String(ruw))).waarden["einddoel"] == gelezen


@pytest.mark.parametrize(
    "ruw",
    [b"caf\xe9 \xa0", b"\xfe\xff\x00c\x00a\x00f\x00\xe9\x00 \x20\xac", "\ufeffcafé €".encode("utf-8")],
)
def test_elke_codering_van_tekst(ruw: bytes) -> None:
    gelezen = na(lambda pdf: zet(pdf, "af__einddoel", String(ruw)))
    assert gelezen.waarden["einddoel"] == "café €"


def test_tekst_met_alleen_opmaak() -> None:
    def werk(pdf: Pdf) -> None:
        deel = veld(pdf, "af__einddoel")
        del deel["/V"]
        deel.RV = String('<?xml version="1.0"?><body><p>Een eigen <b>plek</b></p><p>&amp; rust</p></body>')

    assert na(werk).waarden["einddoel"] == "Een eigen plek\n& rust"


def test_lange_tekst_in_een_eigen_stroom() -> None:
    gelezen = na(lambda pdf: zet(pdf, "af__einddoel", Stream(pdf, b"Een lange tekst")))
    assert gelezen.waarden["einddoel"] == "Een lange tekst"


def test_geen_tekst_is_niet_leeg() -> None:
    gelezen = na(lambda pdf: zet(pdf, "af__einddoel", Dictionary(A=1)))
    assert isinstance(gelezen.waarden["einddoel"], Onleesbaar)
    assert velden_bij(gelezen, "L36") == ["einddoel"]
    assert "einddoel" not in gelezen.niet_gevonden


def test_getal_als_getal() -> None:
    assert na(lambda pdf: zet(pdf, "af__plan_versie", 3)).waarden["plan_versie"] == 3


def test_keuze_als_lijstje_en_als_naam() -> None:
    assert (
        na(lambda pdf: zet(pdf, "af__netwerk_rol", Array([String("a"), String("b")]))).waarden["netwerk_rol"] == "a, b"
    )
    gelezen = na(lambda pdf: zet(pdf, "af__doelen__1__soort", Name("/behouden")))
    assert gelezen.rijen("doelen")[0]["soort"] == "stabilisatie"


def test_keuze_buiten_de_lijst() -> None:
    gelezen = na(lambda pdf: zet(pdf, "af__doelen__1__soort", String("misschien")))
    assert gelezen.rijen("doelen")[0]["soort"] == Onleesbaar("misschien", "deze keuze staat niet in de lijst")
    assert velden_bij(gelezen, "L04") == ["doelen[1].soort"]


def test_niet_gekozen_is_leeg() -> None:
    gelezen = na(lambda pdf: zet(pdf, "af__doelen__1__soort", String(" ")))
    assert "soort" not in gelezen.rijen("doelen")[0]


# -- a form in other words


def anders(label: str, sleutel: str) -> Any:
    """Return the plan with its first choice of a kind of goal as the organisation called it before."""
    plan = formulier(PLAN)
    doelen = plan.veld("doelen")
    assert doelen is not None
    soort = next(kolom for kolom in doelen.kolommen if kolom.sleutel == "soort")
    opties = (Optie(sleutel=sleutel, label=label), *soort.opties[1:])
    kolommen = tuple(replace(kolom, opties=opties) if kolom is soort else kolom for kolom in doelen.kolommen)
    nieuw = replace(doelen, kolommen=kolommen)
    secties = tuple(
        replace(sectie, velden=tuple(nieuw if veld_ is doelen else veld_ for veld_ in sectie.velden))
        for sectie in plan.secties
    )
    return replace(plan, secties=secties)


def eerste_soort() -> str:
    doelen = formulier(PLAN).veld("doelen")
    assert doelen is not None
    return next(kolom for kolom in doelen.kolommen if kolom.sleutel == "soort").opties[0].sleutel


def van_vroeger(sleutel: str) -> bytes:
    """Return a form of before, in which somebody chose ‘Vooruit (oude naam)’."""
    plan = anders("Vooruit (oude naam)", sleutel)
    leeg = maak_formulier(plan, model_van(PLAN).inrichting)
    return maak_vuller(leeg, plan).vul({"doelen": ({"doel_nr": 1, "soort": sleutel},)})


def test_keuze_onder_een_oude_naam_houdt_haar_sleutel() -> None:
    gelezen = lees(PLAN, van_vroeger(eerste_soort()))
    assert gelezen.rijen("doelen")[0]["soort"] == eerste_soort()
    assert codes(gelezen) == []
    (antwoord,) = [a for a in gelezen.antwoorden if a.sleutel == "doelen[1].soort"]
    assert antwoord.ruw == "Vooruit (oude naam)"


def test_keuze_die_niet_meer_bestaat_zegt_hoe_ze_heette() -> None:
    gelezen = lees(PLAN, van_vroeger("wandelen"))
    assert gelezen.rijen("doelen")[0]["soort"] == Onleesbaar(
        "Vooruit (oude naam)", "deze keuze staat niet in de lijst; op het formulier heet dit ‘wandelen’"
    )
    assert velden_bij(gelezen, "L04") == ["doelen[1].soort"]


@pytest.mark.parametrize("lijst", [Name.X, Array([]), Array([1, 2, String("a")]), Array([String("x")] * 3000)])
def test_rommel_als_keuzelijst(lijst: Any) -> None:
    def werk(pdf: Pdf) -> None:
        veld(pdf, "af__doelen__1__soort")["/AFKeuzes"] = lijst
        zet(pdf, "af__doelen__1__soort", String("misschien"))

    gelezen = na(werk)
    assert gelezen.rijen("doelen")[0]["soort"] == Onleesbaar("misschien", "deze keuze staat niet in de lijst")


@pytest.mark.parametrize("opdracht", [["pdftk", "-", "output", "-"], ["qpdf", "--linearize", "-", "-"]])
def test_de_keuzelijst_overleeft_andere_programma_s(opdracht: list[str], tmp_path: Path) -> None:
    if shutil.which(opdracht[0]) is None:
        pytest.skip(f"{opdracht[0]} is er niet")
    oud, nieuw = tmp_path / "oud.pdf", tmp_path / "nieuw.pdf"
    oud.write_bytes(van_vroeger(eerste_soort()))
    wie, *rest = opdracht
    vast = [deel for deel in rest if deel != "-"]
    subprocess.run([wie, oud, *vast, nieuw] if wie == "pdftk" else [wie, *vast, oud, nieuw], check=True)
    assert lees(PLAN, nieuw.read_bytes()).rijen("doelen")[0]["soort"] == eerste_soort()


# -- boxes


def vakjes(pdf: Pdf) -> list[Any]:
    return [deel for deel in pdf.Root.AcroForm.Fields if str(deel.T).startswith("af__leefgebieden_vraag__")]


@pytest.mark.parametrize("staat", ["/Yes", "/On", "/1", "/Ja", "/x"])
def test_elke_manier_van_aankruisen(staat: str) -> None:
    def werk(pdf: Pdf) -> None:
        eerste = vakjes(pdf)[0]
        eerste.V = eerste.AS = Name(staat)

    gelezen = na(werk, "aanmelding", client_naam="Bo")
    opties = formulier("aanmelding").veld("leefgebieden_vraag")
    assert opties is not None
    assert gelezen.waarden["leefgebieden_vraag"] == (opties.opties[0].sleutel,)
    assert codes(gelezen) == []


def test_vakje_dat_zichzelf_tegenspreekt() -> None:
    def werk(pdf: Pdf) -> None:
        vakjes(pdf)[0].AS = Name.Ja

    gelezen = na(werk, "aanmelding", client_naam="Bo")
    assert codes(gelezen) == ["L02"]
    assert len(gelezen.waarden["leefgebieden_vraag"]) == 1


def test_vakje_zonder_waarde_telt_zoals_het_eruitziet() -> None:
    def werk(pdf: Pdf) -> None:
        eerste = vakjes(pdf)[0]
        del eerste["/V"]
        eerste.AS = Name.Ja

    assert len(na(werk, "aanmelding", client_naam="Bo").waarden["leefgebieden_vraag"]) == 1


def test_een_keuze_weg() -> None:
    gelezen = na(lambda pdf: zonder(pdf, str(vakjes(pdf)[0].T)), "aanmelding", client_naam="Bo")
    assert codes(gelezen) == ["L19"]
    assert len(gelezen.niet_gevonden) == 1


# -- lost is not empty


def test_veld_weg_is_niet_leeg() -> None:
    gelezen = na(lambda pdf: zonder(pdf, "af__einddoel"))
    assert gelezen.niet_gevonden == ("einddoel",)
    assert velden_bij(gelezen, "L09") == ["einddoel"]
    assert "einddoel" not in gelezen.waarden


def test_tabel_weg_is_niet_leeg() -> None:
    def werk(pdf: Pdf) -> None:
        zonder(pdf, *[str(deel.T) for deel in pdf.Root.AcroForm.Fields if str(deel.T).startswith("af__doelen__")])

    gelezen = na(werk)
    assert gelezen.niet_gevonden == ("doelen",)
    assert velden_bij(gelezen, "L09") == ["doelen"]


def test_voorgedrukte_rij_weg() -> None:
    namen = ["af__functioneren__wonen__goed", "af__functioneren__wonen__minder"]
    gelezen = na(lambda pdf: zonder(pdf, *namen), "intake")
    assert gelezen.niet_gevonden == ("functioneren.wonen",)
    assert velden_bij(gelezen, "L09") == ["functioneren"]


def test_vraag_van_een_ander_formulier_blijft_bewaard() -> None:
    def werk(pdf: Pdf) -> None:
        veld(pdf, "af__einddoel").T = String("af__onbekende_vraag")

    gelezen = na(werk)
    assert "einddoel" in gelezen.niet_gevonden
    assert "L10" in codes(gelezen)
    assert [a.waarde for a in gelezen.antwoorden if a.sleutel == "onbekende_vraag"] == ["Antwoord op einddoel"]


def test_ander_leefgebied_blijft_bewaard() -> None:
    def werk(pdf: Pdf) -> None:
        veld(pdf, "af__gewenste_situatie__wonen").T = String("af__gewenste_situatie__tuin")

    gelezen = na(werk)
    assert gelezen.gebieden("gewenste_situatie")["tuin"] == "Antwoord op gewenste_situatie.wonen"
    assert velden_bij(gelezen, "L10") == ["gewenste_situatie.tuin"]


# -- fields that achtfasen didn't make


def erbij(pdf: Pdf, naam: str, **meer: Any) -> Any:
    """Add a field of somebody else to the first page."""
    plek = Array([50, 50, 200, 70])
    deel = Dictionary(Type=Name.Annot, Subtype=Name.Widget, T=String(naam), Rect=plek, P=pdf.pages[0].obj, **meer)
    veld_ = pdf.make_indirect(deel)
    pdf.Root.AcroForm.Fields.append(veld_)
    pdf.pages[0].Annots.append(veld_)
    return veld_


def losse(gelezen: Invulling) -> list[Any]:
    return [a.waarde for a in gelezen.antwoorden if a.sleutel.startswith("_losse_tekst")]


@pytest.mark.parametrize("naam", ["Tekst1", "form1.Text1", "einddoel", "mijn_formulier", "af_x", "form1.af__Groot"])
def test_invulvak_van_een_ander_blijft_bewaard(naam: str) -> None:
    gelezen = na(lambda pdf: erbij(pdf, naam, FT=Name.Tx, V=String("Bel haar alleen na 18 uur!")))
    assert losse(gelezen) == ["Bel haar alleen na 18 uur!"]
    assert codes(gelezen) == ["L15"]
    assert gelezen.waarden == volle_antwoorden(formulier(PLAN))
    assert meldingtekst(gelezen) == (
        f"Op bladzijde 1, in het extra invulvak ‘{naam}’, staat tekst die bij geen vraag hoort. "
        "Die is bewaard, maar niet beoordeeld. Is het een antwoord, zet het dan bij de goede vraag."
    )


def meldingtekst(gelezen: Invulling) -> str:
    """Return the only message as people read it."""
    (melding,) = gelezen.meldingen
    return bericht_van(melding)


def test_vraag_onder_een_andere_naam_is_niet_leeg_en_haar_tekst_niet_weg() -> None:
    def werk(pdf: Pdf) -> None:
        veld(pdf, "af__einddoel").T = String("Text1")

    gelezen = na(werk)
    assert losse(gelezen) == ["Antwoord op einddoel"]
    assert velden_bij(gelezen, "L09") == ["einddoel"]
    assert codes(gelezen).count("L15") == 1


def test_aangekruist_keuze_en_rondje_van_een_ander() -> None:
    def werk(pdf: Pdf) -> None:
        erbij(pdf, "Vink1", FT=Name.Btn, V=Name.Yes, AS=Name.Yes, TU=String("Bellen mag"))
        erbij(pdf, "Vink2", FT=Name.Btn, V=Name.Off, AS=Name.Off)
        erbij(pdf, "Knop", FT=Name.Btn, Ff=1 << 16, V=String("Verzend"))
        erbij(pdf, "Handtekening1", FT=Name.Sig, V=Dictionary(Type=Name.Sig))
        erbij(pdf, "Lijst", FT=Name.Ch, V=Array([String("rood"), String("blauw")]))
        erbij(pdf, "Leeg", FT=Name.Tx, V=String("  "))
        rondje = erbij(pdf, "Rondje", FT=Name.Btn, Ff=1 << 15, V=Name("/Soms"))
        rondje.Kids = Array([pdf.make_indirect(Dictionary(Parent=rondje, AS=Name(n))) for n in ("/Off", "/Soms")])

    gelezen = na(werk)
    assert losse(gelezen) == ["aangekruist: Bellen mag", "rood, blauw", "aangekruist: Soms"]
    assert set(codes(gelezen)) == {"L15"}


def test_invulvak_van_een_ander_met_de_waarde_en_soort_bij_de_ouder() -> None:
    def werk(pdf: Pdf) -> None:
        groep = pdf.make_indirect(Dictionary(T=String("groep"), FT=Name.Tx))
        groep.Kids = Array([pdf.make_indirect(Dictionary(T=String("a"), V=String("Naar oma"), Parent=groep))])
        pdf.Root.AcroForm.Fields.append(groep)

    gelezen = na(werk)
    assert losse(gelezen) == ["Naar oma"]
    assert "In het extra invulvak ‘groep.a’ staat" in meldingtekst(gelezen)


def test_invulvak_van_een_ander_dat_geen_tekst_is_wordt_gemeld() -> None:
    assert codes(na(lambda pdf: erbij(pdf, "Tekst1", FT=Name.Tx, V=Dictionary(A=1)))) == ["L36"]


def test_twee_keer_een_vraag_die_hier_niet_bestaat() -> None:
    def werk(pdf: Pdf) -> None:
        for tekst in ("Een", "Twee"):
            erbij(pdf, "af__onbekend", FT=Name.Tx, V=String(tekst))
            erbij(pdf, "af__gewenste_situatie__tuin", FT=Name.Tx, V=String(tekst))

    gelezen = na(werk)
    assert [a.waarde for a in gelezen.antwoorden if a.sleutel == "onbekend"] == ["Een // Twee"]
    assert gelezen.gebieden("gewenste_situatie")["tuin"] == "Een // Twee"


def test_een_blanco_met_iets_in_een_extra_vak_heeft_antwoorden() -> None:
    assert not heeft_antwoorden(blanco(PLAN))
    erop = bewerkt(PLAN, blanco(PLAN), lambda pdf: erbij(pdf, "Tekst1", FT=Name.Tx, V=String("Bel haar")))
    assert heeft_antwoorden(erop)


def test_tweede_lezer_bewaart_ook_invulvakken_van_een_ander(monkeypatch: pytest.MonkeyPatch) -> None:
    def weigert(inhoud: bytes) -> Any:
        raise Geweigerd("L61", oorzaak="de opbouw klopt niet")

    inhoud = bewerkt("exit", vol("exit"), lambda pdf: erbij(pdf, "Tekst1", FT=Name.Tx, V=String("Bel haar")))
    monkeypatch.setattr(inlezen, "_open", weigert)
    gelezen = lees("exit", inhoud)
    assert losse(gelezen) == ["Bel haar"]
    assert sorted(codes(gelezen)) == ["L15", "L34"]


# -- other names, double, and several in one


def test_onder_een_groep_gezet() -> None:
    """A program that joins forms puts all fields under a name of its own."""

    def werk(pdf: Pdf) -> None:
        velden = list(pdf.Root.AcroForm.Fields)
        groep = pdf.make_indirect(Dictionary(T=String("form1"), Kids=Array(velden)))
        for deel in velden:
            deel.Parent = groep
        pdf.Root.AcroForm.Fields = Array([groep])

    gelezen = na(werk)
    assert gelezen.waarden == volle_antwoorden(formulier(PLAN))
    assert codes(gelezen) == []
    assert gelezen.dossier == "D-0042"


def test_nieuwe_namen_met_een_punt_of_nummer() -> None:
    def werk(pdf: Pdf) -> None:
        for deel in pdf.Root.AcroForm.Fields:
            deel.T = String(f"form1.{deel.T}+1")

    assert na(werk).waarden == volle_antwoorden(formulier(PLAN))


def test_waarde_bij_de_ouder_en_vakken_als_kinderen() -> None:
    def werk(pdf: Pdf) -> None:
        deel = veld(pdf, "af__einddoel")
        kind = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=deel.Rect, Parent=deel))
        deel.Kids = Array([kind])
        for weg in ("/Rect", "/Subtype", "/Type", "/AP"):
            del deel[weg]

    assert na(werk).waarden["einddoel"] == "Antwoord op einddoel"


def dubbel(pdf: Pdf, naam: str, waarde: str) -> None:
    deel = veld(pdf, naam)
    kopie = pdf.make_indirect(Dictionary(FT=Name.Tx, T=deel.T, V=String(waarde), TU=deel.TU))
    pdf.Root.AcroForm.Fields.append(kopie)


def test_twee_verschillende_antwoorden() -> None:
    gelezen = na(lambda pdf: dubbel(pdf, "af__einddoel", "Iets anders"))
    assert velden_bij(gelezen, "L01") == ["einddoel"]
    waarde = gelezen.waarden["einddoel"]
    assert isinstance(waarde, Onleesbaar)
    assert waarde.ruw == "Antwoord op einddoel // Iets anders"


@pytest.mark.parametrize("tweede_keer", ["Antwoord op einddoel", "", "  "])
def test_twee_keer_hetzelfde_of_leeg_is_geen_probleem(tweede_keer: str) -> None:
    gelezen = na(lambda pdf: dubbel(pdf, "af__einddoel", tweede_keer))
    assert gelezen.waarden["einddoel"] == "Antwoord op einddoel"
    assert codes(gelezen) == []


def test_formulier_staat_er_twee_keer_in() -> None:
    with open_(vol("exit")) as een, open_(vul("exit", {})) as twee:
        een.add_pages_from(twee)
        gelezen = lees("exit", bewaard(een))
    assert gelezen.waarden == volle_antwoorden(formulier("exit"))
    assert "L14" in codes(gelezen)
    assert "L01" not in codes(gelezen)


@pytest.mark.filterwarnings("ignore::pikepdf.PageCopyWarning")
def test_velden_die_alleen_nog_op_de_bladen_staan() -> None:
    """``pages.extend`` of a joining program leaves the list of fields behind."""
    nieuw = Pdf.new()
    with open_(vol(PLAN)) as pdf:
        nieuw.pages.extend(pdf.pages)
        inhoud = bewaard(nieuw)
    gelezen = lees(PLAN, inhoud)
    assert gelezen.waarden == volle_antwoorden(formulier(PLAN))
    assert gelezen.formulier == PLAN


@pytest.mark.filterwarnings("ignore::pikepdf.PageCopyWarning")
def test_een_veld_dat_alleen_nog_op_zijn_blad_staat() -> None:
    def werk(pdf: Pdf) -> None:
        over = [deel for deel in pdf.Root.AcroForm.Fields if str(deel.T) != "af__einddoel"]
        pdf.Root.AcroForm.Fields = Array(over)

    gelezen = na(werk)
    assert gelezen.waarden["einddoel"] == "Antwoord op einddoel"
    assert codes(gelezen) == []


def test_ingevuld_met_pypdf() -> None:
    from pypdf import PdfReader, PdfWriter

    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(blanco("exit"))))
    for blad in schrijver.pages:
        schrijver.update_page_form_field_values(blad, {"af__dossier_nr": "D-9"}, auto_regenerate=False)
    uit = io.BytesIO()
    schrijver.write(uit)
    gelezen = lees("exit", uit.getvalue())
    assert gelezen.waarden == {"dossier_nr": "D-9"}
    assert codes(gelezen) == []


# -- over the form


def op_blad(pdf: Pdf, **meer: Any) -> None:
    deel = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([50, 50, 200, 90]), **meer))
    pdf.pages[0].Annots.append(deel)


def test_getypt_over_het_formulier_heen_blijft_bewaard() -> None:
    def werk(pdf: Pdf) -> None:
        op_blad(pdf, Subtype=Name.FreeText, Contents=String("Zie ook de mail"))
        op_blad(pdf, Subtype=Name.FreeText, RC=String("<body><p>Nog <i>iets</i></p></body>"))

    gelezen = na(werk)
    assert [a.waarde for a in gelezen.antwoorden if a.sleutel.startswith("_losse_tekst")] == [
        "Zie ook de mail",
        "Nog iets",
    ]
    assert codes(gelezen) == ["L15"]
    assert gelezen.waarden == volle_antwoorden(formulier(PLAN))


def test_opmerkingen_van_mensen_worden_geteld() -> None:
    def werk(pdf: Pdf) -> None:
        op_blad(pdf, Subtype=Name.Text, Contents=String("Klopt dit?"), T=String("Bo"))
        op_blad(pdf, Subtype=Name.Highlight, T=String("Bo"))
        op_blad(pdf, Subtype=Name.Popup)
        op_blad(pdf, Subtype=Name.Text, Contents=String("Van ons"), T=String("achtfasen"))
        op_blad(pdf, Subtype=Name.Link)

    gelezen = na(werk)
    assert codes(gelezen) == ["L16"]
    (melding,) = gelezen.meldingen
    assert melding.context["aantal"] == 2


def test_met_de_pen_erover_is_niet_leeg() -> None:
    gelezen = na(lambda pdf: op_blad(pdf, Subtype=Name.Ink, InkList=Array([])), PLAN, client_naam="Bo")
    assert codes(gelezen) == ["L37"]
    assert gelezen.meldingen[0].context["bladen"] == "bladzijde 1"


# -- what a file does or carries


def test_opdracht_bij_openen_wordt_gemeld() -> None:
    def werk(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))

    assert codes(na(werk)) == ["L32"]


def test_script_bij_het_document_wordt_gemeld() -> None:
    def werk(pdf: Pdf) -> None:
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))

    assert codes(na(werk)) == ["L32"]


def test_naar_een_bladzijde_gaan_is_geen_opdracht() -> None:
    def werk(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])

    assert codes(na(werk)) == []


def test_digitale_handtekening() -> None:
    def werk(pdf: Pdf) -> None:
        pdf.Root.AcroForm.SigFlags = 3

    assert codes(na(werk)) == ["L33"]


def test_xfa_erbij() -> None:
    def werk(pdf: Pdf) -> None:
        pdf.Root.AcroForm.XFA = Stream(pdf, b"<xdp/>")

    assert codes(na(werk)) == ["L35"]


def test_alleen_xfa() -> None:
    def werk(pdf: Pdf) -> None:
        pdf.Root.AcroForm = Dictionary(XFA=Stream(pdf, b"<xdp/>"), Fields=Array([]))
        for blad in pdf.pages:
            del blad["/Annots"]

    assert "Adobe" in reden(PLAN, bewerkt(PLAN, vol(PLAN), werk), "L62")


def test_wachtwoord() -> None:
    with open_(vol("exit")) as pdf:
        op_slot = bewaard(pdf, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    assert "wachtwoord" in reden("exit", op_slot, "L60")


def test_alleen_beveiligd_tegen_wijzigen() -> None:
    with open_(vol("exit")) as pdf:
        op_slot = bewaard(pdf, encryption=pikepdf.Encryption(user="", owner="geheim"))
    gelezen = lees("exit", op_slot)
    assert gelezen.waarden == volle_antwoorden(formulier("exit"))
    assert codes(gelezen) == []


# -- no fields left


def plat(inhoud: bytes) -> bytes:
    with open_(inhoud) as pdf:
        pdf.flatten_annotations("all")
        if "/AcroForm" in pdf.Root:
            del pdf.Root["/AcroForm"]
        for naam in ("/Subject", "/Title"):
            del pdf.docinfo[naam]
        return bewaard(pdf)


@pytest.mark.parametrize("sleutel", ["exit", PLAN, "checklist_uitstroom", "zelfscan"])
def test_platgemaakt_is_een_afdruk_en_geen_leeg_formulier(sleutel: str) -> None:
    tekst = reden(sleutel, plat(vol(sleutel)), "L63")
    assert f"‘{formulier(sleutel).titel}’ (dossier D-0042, cyclus 2)" in tekst
    assert "formulier zelf aan waarin is ingevuld (Word, Excel of pdf), niet de afdruk." in tekst


def test_afdruk_van_een_onbekend_formulier_noemt_zijn_sleutel() -> None:
    assert "‘rie’ (dossier" in reden("exit", plat(vol("rie")), "L63")


def test_afdruk_is_geen_blanco_en_herkennen_zegt_waarom() -> None:
    with pytest.raises(Geweigerd) as fout:
        herken(plat(vol("exit")))
    assert fout.value.code == "L63"


def test_afdruk_waarvan_het_onderwerp_bleef_wordt_niet_gevuld_en_zegt_waarom() -> None:
    def werk(pdf: Pdf) -> None:
        pdf.flatten_annotations("all")
        if "/AcroForm" in pdf.Root:
            del pdf.Root["/AcroForm"]

    afdruk = bewerkt("exit", vol("exit"), werk)
    assert herken(afdruk).identiteit.dossier == "D-0042"  # by which a print of somebody else isn't written over
    with pytest.raises(Geweigerd) as fout:
        maak_vuller(afdruk, formulier("exit"))
    assert (fout.value.code, fout.value.context["formulier"]) == ("L63", formulier("exit").titel)


def test_lege_afdruk_noemt_geen_dossier() -> None:
    assert f"‘{formulier('exit').titel}’:" in reden("exit", plat(blanco("exit")), "L63")


def test_gedrukt_met_poppler_is_een_afdruk() -> None:
    if shutil.which("pdftocairo") is None:
        pytest.skip("pdftocairo is er niet")
    opdracht = ["pdftocairo", "-pdf", "-", "-"]
    gedrukt = subprocess.run(opdracht, input=vol("exit"), capture_output=True, check=True).stdout
    assert "(dossier D-0042, cyclus 2)" in reden("exit", gedrukt, "L63")


def test_scan_is_een_beeld() -> None:
    from PIL import Image

    uit = io.BytesIO()
    Image.new("L", (600, 800), 200).save(uit, "PDF")
    assert "scan" in reden("exit", uit.getvalue(), "L64")


def test_andere_pdf_is_geen_formulier() -> None:
    leeg = Pdf.new()
    leeg.add_blank_page()
    reden("exit", bewaard(leeg), "L46")
    leeg.Root.AcroForm = Dictionary(Fields=Array([leeg.make_indirect(Dictionary(FT=Name.Tx, T=String("naam")))]))
    reden("exit", bewaard(leeg), "L46")


@pytest.mark.parametrize(("merk", "zin"), [("achtfasen-brief", "brief"), ("achtfasen", "handleiding")])
def test_wat_achtfasen_zelf_maakte_wordt_overgeslagen(merk: str, zin: str) -> None:
    leeg = Pdf.new()
    leeg.add_blank_page()
    leeg.docinfo["/Keywords"] = merk
    gelezen = bestand("exit", bewaard(leeg))
    assert gelezen.status == "overgeslagen"
    assert zin in str(gelezen.reden)


def test_formulier_van_een_ander() -> None:
    assert "rie" in reden("exit", vol("rie"), "L50")


# -- identity


def test_herkend_aan_de_vragen() -> None:
    def werk(pdf: Pdf) -> None:
        zonder(pdf, "_formulier", "_voetregel")
        for blad in pdf.pages:  # what is left of the line at the foot
            blad.Annots = Array([deel for deel in blad.Annots if "/Parent" not in deel])
        del pdf.docinfo["/Subject"]

    gelezen = na(werk)
    assert gelezen.formulier == PLAN
    assert codes(gelezen) == ["L22"]


def test_tegenspraak_in_de_herkenning() -> None:
    regel = (
        "Formulier begeleidingsplan | versie 1 | Opvang De Brug | handleiding 0 | dossier D-9 | cyclus 2 | opvang2004"
    )

    def werk(pdf: Pdf) -> None:
        from generator.formats.identiteit import controlecijfers

        pdf.docinfo["/Subject"] = f"{regel} | controle {controlecijfers(regel)}"

    gelezen = na(werk)
    assert codes(gelezen) == ["L20"]
    assert gelezen.dossier == "D-0042"


def test_controlecijfer_klopt_niet() -> None:
    def werk(pdf: Pdf) -> None:
        deel = veld(pdf, "_voetregel")
        deel.V = String(str(deel.V).replace("D-0042", "D-0043"))

    assert codes(na(werk)) == ["L20", "L21"]


def test_ander_dossier_in_de_kop() -> None:
    gelezen = na(lambda pdf: zet(pdf, "af__dossier_nr", String("D-1")))
    assert codes(gelezen) == ["L23"]
    assert gelezen.dossier == "D-1"


# -- the file itself


def test_gezond_in_elke_vorm() -> None:
    """Linearised, with and without object streams, with junk around it, with an update behind it."""
    with open_(vol("exit")) as pdf:
        vormen = [
            bewaard(pdf, linearize=True),
            bewaard(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable),
            bewaard(pdf, qdf=True),
            bewaard(pdf, min_version="2.0"),
        ]
    vormen += [b"Van: de mail\r\n\r\n" + vol("exit"), vol("exit") + b"\r\n" * 40]
    for inhoud in vormen:
        gelezen = lees("exit", inhoud)
        assert gelezen.waarden == volle_antwoorden(formulier("exit"))
        assert [code for code in codes(gelezen) if code != "L34"] == []


def test_bijgewerkt_achter_het_einde() -> None:
    """What Acrobat does on saving: new objects behind the old file."""
    with open_(vol("exit")) as pdf:
        oud = bewaard(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with open_(oud) as pdf:
        nummer, _ = veld(pdf, "af__dossier_nr").objgen
    plek = len(oud)
    nieuw = f"{nummer} 0 obj\n<< /FT /Tx /T (af__dossier_nr) /V (D-77) >>\nendobj\n".encode()
    kop = oud[oud.rindex(b"startxref") + 9 :].split()[0].decode()
    rest = f"xref\n{nummer} 1\n{plek:010d} 00000 n \ntrailer\n<< /Size 9999 /Root {wortel(oud)} /Prev {kop} >>\n"
    bij = oud + nieuw + rest.encode() + f"startxref\n{plek + len(nieuw)}\n%%EOF\n".encode()
    assert lees("exit", bij).waarden["dossier_nr"] == "D-77"


def wortel(inhoud: bytes) -> str:
    with open_(inhoud) as pdf:
        nummer, reeks = pdf.Root.objgen
    return f"{nummer} {reeks} R"


def test_verkeerd_begin_van_de_tabel_wordt_hersteld_en_gemeld() -> None:
    inhoud = vol("exit")
    stuk = inhoud[: inhoud.rindex(b"startxref")] + b"startxref\n12\n%%EOF\n"
    gelezen = lees("exit", stuk)
    assert gelezen.waarden == volle_antwoorden(formulier("exit"))
    assert codes(gelezen) == ["L34"]


@pytest.mark.parametrize("deel", [0.02, 0.3, 0.5, 0.9, 0.99])
def test_een_halve_pdf(deel: float) -> None:
    inhoud = vol(PLAN)
    assert "half binnengekomen" in reden(PLAN, inhoud[: int(len(inhoud) * deel)], "L61")


@pytest.mark.parametrize("inhoud", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 5000, b"%PDF-" + b"rommel" * 900])
def test_geen_pdf_van_binnen(inhoud: bytes) -> None:
    assert bestand("exit", inhoud).code in ("L61", "L46")


def test_een_half_bestand_met_losse_objecten_is_nog_te_lezen() -> None:
    with open_(vol(PLAN)) as pdf:
        los = bewaard(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    gelezen = lees(PLAN, los[: int(len(los) * 0.97)])
    assert gelezen.waarden == volle_antwoorden(formulier(PLAN))
    assert "L34" in codes(gelezen)


def test_omgevallen_bits() -> None:
    """A damaged file never says less than was in it without saying so."""
    goed, waarden = vol(PLAN), volle_antwoorden(formulier(PLAN))
    standen = set()
    for zaad in range(30):
        toeval = random.Random(zaad)
        stuk = bytearray(goed)
        for _ in range(toeval.choice([1, 1, 2, 5, 20, 200])):
            stuk[toeval.randrange(len(stuk))] ^= 1 << toeval.randrange(8)
        uit = bestand(PLAN, bytes(stuk))
        standen.add(uit.status)
        if uit.invulling is None:
            assert uit.reden
            continue
        weg = [sleutel for sleutel, waarde in waarden.items() if uit.invulling.waarden.get(sleutel) != waarde]
        assert weg == [] or set(codes(uit.invulling)) & {"L09", "L34"}
    assert standen == {"gelezen", "geweigerd"}


def test_omgevallen_bits_in_losse_objecten_breken_niets() -> None:
    with open_(vol(PLAN)) as pdf:
        los = bewaard(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    routes: set[str] = set()
    for zaad in range(30):
        toeval = random.Random(zaad)
        stuk = bytearray(los)
        for _ in range(toeval.choice([5, 20, 200])):
            stuk[toeval.randrange(len(stuk))] ^= 1 << toeval.randrange(8)
        uit = bestand(PLAN, bytes(stuk))
        assert uit.invulling is not None or uit.reden
        routes |= set(uit.invulling.routes) if uit.invulling else set()
        for doe in (heeft_antwoorden, herken):
            with suppress(Geweigerd):  # anything else would end a whole run
                doe(bytes(stuk))
    assert "tweede lezer" in routes


# -- the second reader


def test_tweede_lezer_als_de_eerste_het_opgeeft(monkeypatch: pytest.MonkeyPatch) -> None:
    def weigert(inhoud: bytes) -> Any:
        raise Geweigerd("L61", oorzaak="de opbouw klopt niet")

    monkeypatch.setattr(inlezen, "_open", weigert)
    gelezen = lees("exit", vol("exit"))
    assert gelezen.waarden == volle_antwoorden(formulier("exit"))
    assert set(gelezen.routes) == {"tweede lezer"}
    assert route_van(gelezen, "dossier_nr") == "tweede lezer"
    assert codes(gelezen) == ["L34"]
    assert gelezen.dossier == "D-0042"


def test_tweede_lezer_vindt_vakjes(monkeypatch: pytest.MonkeyPatch) -> None:
    gevonden = tweede.tweede_lezing(vol("aanmelding"))
    assert gevonden is not None
    staten = {naam: waarden[0].aan for naam, waarden in gevonden.velden.items() if "leefgebieden_vraag" in naam}
    assert set(staten.values()) == {True, False}


def test_tweede_lezer_zegt_van_een_leeg_veld_niets(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was lost in a damaged file stays lost when the second reader sees nothing in it."""
    inhoud = bewerkt(PLAN, vul(PLAN, {"client_naam": "Bo"}), lambda pdf: zonder(pdf, "af__einddoel", "af__client_naam"))
    stuk = inhoud[: inhoud.rindex(b"startxref")] + b"startxref\n12\n%%EOF\n"
    echt = tweede.tweede_lezing(vul(PLAN, {"client_naam": "Bo"}))
    monkeypatch.setattr(inlezen, "tweede_lezing", lambda inhoud: echt)
    gelezen = lees(PLAN, stuk)
    assert gelezen.waarden == {"client_naam": "Bo"}
    assert gelezen.niet_gevonden == ("einddoel",)
    assert gelezen.routes["tweede lezer"] == 1


@pytest.mark.parametrize("sleutel", ALLE)
def test_tweede_lezer_leest_hetzelfde(sleutel: str) -> None:
    """The two readers agree on every sound file."""
    gevonden = tweede.tweede_lezing(vol(sleutel))
    assert gevonden is not None
    with open_(vol(sleutel)) as pdf:
        verwacht = {str(deel.T): str(deel.get("/V", "")).lstrip("/") for deel in pdf.Root.AcroForm.Fields}
    kaal = {naam: waarden[0].tekst for naam, waarden in gevonden.velden.items()}
    assert kaal == {naam: waarde for naam, waarde in verwacht.items() if naam.startswith("af__")}

"""A blank PDF form as viewers and screen readers meet it: its structure, asserted, not assumed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from invullen import volle_antwoorden
from pdfhulp import ALLE, blanco, formulier, model, model_van, open_, veld, vol, vul
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from generator.formats import Geweigerd, reden_van
from generator.formats.identiteit import lees_regel
from generator.formats.pdf import letters, schrijver
from generator.formats.pdf.letters import GeenLetters, invulletters, lettertype, typcodes
from generator.formats.pdf.vlakken import KLEINSTE, Vlak, tekstvlak, zet
from generator.formats.register import formaat

EEN_PAAR = ["begeleidingsplan", "checklist_uitstroom", "persoonsbeschrijving", "implementatieplan"]
ANDERS = {"_formulier", "_voetregel"}


def velden(pdf: Pdf) -> list[Any]:
    return list(pdf.Root.AcroForm.Fields)


def vlakken(pdf: Pdf) -> Iterator[Any]:
    """Yield everything that shows a field on a page."""
    for blad in pdf.pages:
        yield from (deel for deel in blad.Annots if deel.Subtype == Name.Widget)


def tekst_van(inhoud: bytes, *opties: str) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is er niet: de tekst is niet nagekeken")
    opdracht = ["pdftotext", *opties, "-", "-"]
    return subprocess.run(opdracht, input=inhoud, capture_output=True, check=True).stdout.decode()


def beeld_van(inhoud: bytes, blad: int = 1, *opties: str) -> Image.Image:
    """Return a page as it is printed, one dot per point."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is er niet: het beeld is niet nagekeken")
    opdracht = ["pdftoppm", "-r", "72", "-png", "-f", str(blad), "-l", str(blad), *opties, "-"]
    return Image.open(
        io.BytesIO(subprocess.run(opdracht, input=inhoud, capture_output=True, check=True).stdout)
    ).convert("RGB")


# -- fields


@pytest.mark.parametrize("sleutel", ALLE)
def test_elk_veld_is_gezond(sleutel: str) -> None:
    with open_(blanco(sleutel)) as pdf:
        namen = [str(deel.T) for deel in velden(pdf)]
        assert len(set(namen)) == len(namen)
        for deel in velden(pdf):
            naam = str(deel.T)
            assert naam in ANDERS or re.fullmatch(r"af__[a-z0-9_]+", naam)
            assert str(deel.TU).strip(), naam
            assert not re.search(r"[?!.:][,:]", str(deel.TU)), naam
            if naam in ANDERS:
                assert int(deel.Ff) & 1, naam
                continue
            x1, y1, x2, y2 = map(float, deel.Rect)
            assert x2 - x1 > 5, naam
            assert y2 - y1 > 5, naam
            assert int(deel.F) & 4, naam  # printed
            assert "/DA" in deel or Name.Btn == deel.FT
            assert " gs" not in str(deel.get("/DA", "")), naam


@pytest.mark.parametrize("sleutel", ALLE)
def test_geen_veld_deelt_zijn_tekening(sleutel: str) -> None:
    for inhoud in (blanco(sleutel), vol(sleutel)):
        with open_(inhoud) as pdf:
            stromen = []
            for deel in vlakken(pdf):
                tekening = deel.AP.N
                delen = [tekening] if isinstance(tekening, Stream) else [tekening[naam] for naam in tekening]
                stromen += [stroom.objgen for stroom in delen]
            assert len(set(stromen)) == len(stromen)


def test_vakjes_hebben_twee_toestanden() -> None:
    with open_(blanco("persoonsbeschrijving")) as pdf:
        vakjes = [deel for deel in velden(pdf) if Name.Btn == deel.FT]
        assert len(vakjes) > 20
        for deel in vakjes:
            assert set(deel.AP.N.keys()) == {"/Ja", "/Off"}
            assert deel.V == deel.AS == Name.Off


def test_lijsten_zeggen_wat_ze_bewaren() -> None:
    """What a list shows is what it keeps: then no program can mix them up."""
    with open_(blanco("begeleidingsplan")) as pdf:
        lijsten = [deel for deel in velden(pdf) if Name.Ch == deel.FT]
        assert len(lijsten) > 10
        for deel in lijsten:
            assert int(deel.Ff) & (1 << 17)
            assert all(not isinstance(keuze, Array) for keuze in deel.Opt)
        soort = veld(pdf, "af__doelen__1__soort")
        assert [str(keuze) for keuze in soort.Opt] == [" ", "veranderen", "behouden"]


def test_plicht_en_regels() -> None:
    with open_(blanco("begeleidingsplan")) as pdf:
        assert int(veld(pdf, "af__plan_datum").Ff) & 2
        assert not int(veld(pdf, "af__wijzig_reden").Ff) & 2
        assert int(veld(pdf, "af__wijzig_reden").Ff) & (1 << 12)
        assert not int(veld(pdf, "af__plan_datum").Ff) & (1 << 12)
        assert int(veld(pdf, "af__acties__1__wie").Ff) & (1 << 12)


def test_lange_antwoorden_worden_kleiner_in_plaats_van_afgekapt() -> None:
    with open_(blanco("begeleidingsplan")) as pdf:
        assert str(veld(pdf, "af__einddoel").DA).split()[:2] == ["/AF", "0"]
        assert str(veld(pdf, "af__plan_datum").DA).split()[:2] == ["/AF", "10"]


def test_datum_wordt_in_de_lezer_nagekeken() -> None:
    with open_(blanco("begeleidingsplan")) as pdf:
        toets = veld(pdf, "af__plan_datum").AA
        assert [str(toets[soort].JS) for soort in ("/K", "/F")] == [
            'AFDate_KeystrokeEx("dd-mm-yyyy");',
            'AFDate_FormatEx("dd-mm-yyyy");',
        ]
        assert "/OpenAction" not in pdf.Root
        assert "/AA" not in veld(pdf, "af__einddoel")


def test_tip_zegt_waar_het_over_gaat() -> None:
    with open_(blanco("begeleidingsplan")) as pdf:
        tips = {str(deel.T): str(deel.TU) for deel in velden(pdf)}
    assert tips["af__plan_datum"] == "Datum plan (dd-mm-jjjj)"
    assert tips["af__gewenste_situatie__wonen"] == "Zo mag het worden (Huisvesting)"
    assert tips["af__acties__2__wanneer"] == "Acties per doel, rij 2: Wanneer klaar (dd-mm-jjjj)"
    assert tips["af__handtekening_client__datum"] == "Handtekening cliënt: datum (dd-mm-jjjj)"


def test_rij_wordt_bij_zijn_tekst_genoemd() -> None:
    with open_(blanco("intake")) as pdf:
        tips = {str(deel.T): str(deel.TU) for deel in velden(pdf)}
        assert tips["af__functioneren__wonen__goed"] == "Huisvesting: Wat gaat goed"
        assert "af__functioneren__1__goed" not in tips  # this table has no spare rows


# -- tags


def soorten(element: Any) -> Iterator[tuple[str, Any]]:
    """Yield the kind of every element of the tree of tags, in reading order."""
    if not isinstance(element, Dictionary):
        return
    if "/S" in element:
        yield str(element.S), element
    if "/K" in element:
        kinderen = element.K
        for kind in kinderen if isinstance(kinderen, Array) else [kinderen]:
            yield from soorten(kind)


@pytest.mark.parametrize("sleutel", ALLE)
def test_gemerkt_in_het_nederlands(sleutel: str) -> None:
    with open_(blanco(sleutel)) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == formulier(sleutel).titel
        assert lees_regel(str(pdf.docinfo["/Subject"])) is not None
        boom = list(soorten(pdf.Root.StructTreeRoot.K[0]))
        namen = [naam for naam, _ in boom]
        assert namen[0] == "/Document"
        assert namen.count("/H1") == 1
        assert namen.count("/H2") == len(formulier(sleutel).secties)
        assert {"/Table", "/TH", "/TD", "/P", "/Form"} <= set(namen)


@pytest.mark.parametrize("sleutel", ALLE)
def test_elk_veld_staat_in_de_boom_en_op_volgorde(sleutel: str) -> None:
    """Tab order follows the tree; every field on paper is in it once, in the order of the form."""
    with open_(blanco(sleutel)) as pdf:
        assert all(blad.Tabs == Name.S for blad in pdf.pages)
        in_boom = [
            deel.Obj.objgen
            for _, element in soorten(pdf.Root.StructTreeRoot.K[0])
            if Name.Form == element.S
            for deel in element.K
        ]
        op_papier = [deel.objgen for deel in velden(pdf) if str(deel.T) not in ANDERS]
        voet = [deel.objgen for deel in veld(pdf, "_voetregel").Kids]
        assert in_boom == op_papier + voet
        nummers = dict(zip(*[iter(list(pdf.Root.StructTreeRoot.ParentTree.Nums))] * 2, strict=True))
        for deel in vlakken(pdf):
            if str(deel.get("/T", "")) != "_formulier":
                (ding,) = nummers[deel.StructParent].K
                assert ding.Obj.objgen == deel.objgen


@pytest.mark.parametrize("sleutel", EEN_PAAR)
def test_koppen_zeggen_of_ze_over_een_rij_of_een_kolom_gaan(sleutel: str) -> None:
    with open_(blanco(sleutel)) as pdf:
        koppen = [str(element.A.Scope) for naam, element in soorten(pdf.Root.StructTreeRoot.K[0]) if naam == "/TH"]
    assert set(koppen) == {"/Row", "/Column"}


def test_volgorde_is_die_van_het_formulier() -> None:
    from generator.formats.bladen import bladen_van
    from generator.formats.pdf.namen import veldnaam

    deel = formulier("begeleidingsplan")
    los = [
        veldnaam(blad.sleutel) for een in deel.velden if een.soort != "tabel" and een.per_leefgebied != "ja"
        for blad in bladen_van(een, deel)
    ]  # fmt: skip
    with open_(blanco("begeleidingsplan")) as pdf:
        namen = [str(een.T) for een in velden(pdf)]
    assert [naam for naam in namen if naam in los] == los


# -- letters


def test_letters_die_men_typt_gaan_mee() -> None:
    kenmerk = lettertype(invulletters())
    codes = typcodes(kenmerk)
    for teken in "ıİŁłéïçñ€ßğşćž‘’“”–":
        assert teken in codes.values(), teken
        assert kenmerk.breedtes[teken] > 0
    with open_(blanco("exit")) as pdf:
        for naam in ("/AF", "/AFU"):
            letter = pdf.Root.AcroForm.DR.Font[naam]
            onder = letter if naam == "/AF" else letter.DescendantFonts[0]
            assert bytes(onder.FontDescriptor.FontFile2.read_bytes()) == invulletters()
            assert "/ToUnicode" in letter


def test_proefletters_blijven_niet_achter() -> None:
    for sleutel in EEN_PAAR:
        assert b"AchtfasenVak" not in open_(blanco(sleutel)).Root.unparse(resolved=True)
        with open_(blanco(sleutel)) as pdf:
            namen = {str(deel.get("/BaseFont", "")) for deel in pdf.objects if isinstance(deel, Dictionary)}
        assert not [naam for naam in namen if "AchtfasenVak" in naam]
        assert [naam for naam in namen if naam.endswith("+Tekst-Bold")]


NAMEN = "Işıl Łukasz Đorđe Zoë François Ağaoğlu Nguyễn 25 €"


def test_getekende_tekst_is_te_zien_en_te_kopieren() -> None:
    inhoud = vul("begeleidingsplan", {"client_naam": NAMEN, "einddoel": "Eén regel\nen nog één", "doelen": (
        {"doel_nr": 1, "doel": "Elke week koken", "soort": "behouden"},)})  # fmt: skip
    tekst = tekst_van(inhoud, "-layout")
    for stuk in (NAMEN, "Eén regel", "en nog één", "Elke week koken", "behouden"):
        assert stuk in tekst, stuk


@pytest.mark.parametrize("sleutel", EEN_PAAR)
def test_alle_antwoorden_staan_op_papier(sleutel: str) -> None:
    tekst = "".join(tekst_van(vol(sleutel)).split())
    gemist = [
        waarde
        for waarde in volle_antwoorden(formulier(sleutel)).values()
        if isinstance(waarde, str) and waarde.startswith("Antwoord") and "".join(waarde.split()) not in tekst
    ]
    assert gemist == []
    assert "dossierD-0042|cyclus2" in tekst


# -- text in a field


def test_tekst_wordt_kleiner_tot_alles_past() -> None:
    kenmerk = lettertype(invulletters())
    kort = zet("Een paar woorden", Vlak(300, 60, True), kenmerk)
    assert (kort.grootte, kort.past, len(kort.regels)) == (10, True, 1)
    lang = zet("woorden en nog eens woorden " * 20, Vlak(300, 60, True), kenmerk)
    assert KLEINSTE <= lang.grootte < 10
    assert lang.past
    assert " ".join(lang.regels).split() == ("woorden en nog eens woorden " * 20).split()
    te_lang = zet("woord " * 3000, Vlak(300, 60, True), kenmerk)
    assert (te_lang.past, te_lang.grootte) == (False, KLEINSTE)


@pytest.mark.parametrize("tekst", ["a" * 400, "w" * 50 + " i " * 50, "één\n\n\ndrie", "\ttab", "x" * 10_000])
def test_elk_teken_wordt_getekend_als_het_past(tekst: str) -> None:
    kenmerk = lettertype(invulletters())
    zetsel = zet(tekst, Vlak(320, 300, True), kenmerk)
    samen = "".join("".join(zetsel.regels).split())
    kaal = "".join(tekst.split())
    assert samen == kaal if zetsel.past else kaal.startswith(samen)
    ruimte = 315 * 1000 / zetsel.grootte
    assert all(kenmerk.breedte(regel) <= ruimte for regel in zetsel.regels)


def test_vreemd_schrift_breekt_de_tekening_niet() -> None:
    tekening, past = tekstvlak("שלום 🎉 \x07 𝒳", Vlak(200, 20, False), lettertype(invulletters()))
    assert past
    assert re.fullmatch(rb"[\x20-\x7e]*\n?[\x20-\x7e]*", tekening)


def test_getekende_tekst_valt_binnen_haar_veld() -> None:
    """No ink outside: the drawing of a filled form differs from the blank only inside its fields."""
    lang = "Een hele lange zin die doorloopt over de rand als niemand oplet. " * 6
    inhoud = vul("begeleidingsplan", {"einddoel": lang, "hulpvragen": lang})
    bladen = {}
    with open_(inhoud) as pdf:
        for nummer, blad in enumerate(pdf.pages, 1):
            hoog = float(blad.MediaBox[3])
            for deel in blad.Annots:
                if str(deel.get("/T", "")) in ("af__einddoel", "af__hulpvragen"):
                    x1, y1, x2, y2 = map(float, deel.Rect)
                    bladen[nummer] = (x1, hoog - y2, x2, hoog - y1)
    assert len(bladen) == 2
    for nummer, (links, boven, rechts, onder) in bladen.items():
        voor, na = (beeld_van(deel, nummer).convert("L") for deel in (blanco("begeleidingsplan"), inhoud))
        anders = [
            (x, y)
            for y in range(voor.height)
            for x in range(voor.width)
            if abs(voor.getpixel((x, y)) - na.getpixel((x, y))) > 40  # type: ignore[operator]
        ]
        assert len(anders) > 500
        assert all(links - 1 <= x <= rechts + 1 and boven - 1 <= y <= onder + 1 for x, y in anders)


def test_goed_te_zien_in_zwart_wit() -> None:
    """The fase of now differs by its mark and its ground, also without colour."""
    tekst = tekst_van(blanco("begeleidingsplan"))
    assert tekst.count("●") == 1
    beeld = beeld_van(blanco("begeleidingsplan"), 1, "-gray").convert("L")
    donker = [max(sum(beeld.getpixel((x, y)) < 110 for x in range(n, n + 55)) for n in range(57, 480, 5))  # type: ignore[operator]
              for y in range(85, 125)]  # fmt: skip
    assert max(donker) >= 50  # one dark field as wide as one fase
    assert sorted(donker)[-8] >= 40


def test_accentkleur_van_de_organisatie() -> None:
    from dataclasses import replace

    from generator.formats.pdf.schrijver import maak_formulier

    inrichting = model("opvang2004").inrichting
    rood = replace(inrichting, organisatie=replace(inrichting.organisatie, accentkleur="#AA1122"))
    beeld = beeld_van(maak_formulier(formulier("exit"), rood)).convert("RGB")
    kleuren = {kleur for _, kleur in beeld.getcolors(100_000) or ()}
    assert (0xAA, 0x11, 0x22) in kleuren
    assert (0x1F, 0x5C, 0x7A) not in kleuren


def test_liggend_formulier_ligt() -> None:
    with open_(blanco("checklist_uitstroom")) as pdf:
        assert all(float(blad.MediaBox[2]) > float(blad.MediaBox[3]) for blad in pdf.pages)
    with open_(blanco("exit")) as pdf:
        assert all(float(blad.MediaBox[2]) < float(blad.MediaBox[3]) for blad in pdf.pages)


@pytest.mark.parametrize("sleutel", ALLE)
def test_geen_veld_over_een_ander_of_over_de_rand(sleutel: str) -> None:
    with open_(blanco(sleutel)) as pdf:
        for blad in pdf.pages:
            breed, hoog = float(blad.MediaBox[2]), float(blad.MediaBox[3])
            vlak = [tuple(map(float, deel.Rect)) for deel in blad.Annots if str(deel.get("/T", "")) != "_formulier"]
            for nummer, (x1, y1, x2, y2) in enumerate(vlak):
                assert x1 >= 40
                assert x2 <= breed - 40
                assert y1 >= 20
                assert y2 <= hoog - 35
                for a1, b1, a2, b2 in vlak[nummer + 1 :]:
                    assert min(x2, a2) - max(x1, a1) < 0.6 or min(y2, b2) - max(y1, b1) < 0.6


# -- marks of what was filled in beforehand


def test_merken_staan_op_papier_en_zijn_geen_antwoord() -> None:
    from pdfhulp import lees

    from generator.formats.merken import Merken

    merken = Merken(
        boven=("Uit dit dossier is alvast iets ingevuld.",),
        onder_label={
            "einddoel": ("Overgenomen uit Intake van 01\u201102\u20112026",),
            "client_naam": ("Van Aanmelding",),
        },
        boven_tabel={"acties.actie": ("Overgenomen uit het vorige plan",)},
        vakken=frozenset({"einddoel", "plan_versie"}),
        rijen={"acties.actie": 2},
    )
    waarden = {"einddoel": "Een eigen plek", "plan_versie": 2, "acties": ({"doel_nr": 1, "actie": "Bellen"},)}
    inhoud = vul("begeleidingsplan", waarden, "D-1", 2, merken=merken)
    tekst = tekst_van(inhoud)
    for zin in (
        "Van Aanmelding",
        "Uit dit dossier is alvast iets",
        "Overgenomen uit Intake",
        "Overgenomen uit het vorige plan",
    ):
        assert zin in tekst
    gelezen = lees("begeleidingsplan", inhoud)
    assert gelezen.waarden == waarden
    assert gelezen.meldingen == ()


# -- what is needed to make one


def test_zonder_pango_een_duidelijke_melding() -> None:
    """WeasyPrint raises an OSError when the library isn't there; reading goes on without it."""
    code = (
        "import sys, types\n"
        "class Weg:\n"
        "    def find_spec(self, naam, pad=None, doel=None):\n"
        "        if naam == 'weasyprint':\n"
        "            raise OSError('cannot load library libpango-1.0-0')\n"
        "sys.meta_path.insert(0, Weg())\n"
        "from generator.formats import reden_van\n"
        "from generator.formats.pdf.schrijver import GeenPango, _als_pdf\n"
        "try:\n    _als_pdf('<p>')\n"
        "except GeenPango as fout:\n    print(reden_van(fout))\n"
        "from generator.formats.pdf import formaat\n"
        "print('lezen kan')\n"
    )
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert "Pango" in uit.stdout
    assert "apt install libpango-1.0-0" in uit.stdout
    assert "lezen kan" in uit.stdout


def test_zonder_lettertype_een_duidelijke_melding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "_MAPPEN", ())
    monkeypatch.setattr(letters, "_WINDOWS", ())
    letters.letterbestanden.cache_clear()
    try:
        with pytest.raises(GeenLetters) as fout:
            letters.letterbestanden()
        assert "Carlito" in reden_van(fout.value)
    finally:
        letters.letterbestanden.cache_clear()


def test_lezen_heeft_geen_zware_bibliotheek_nodig(tmp_path: Path) -> None:
    """A folder with only Word forms never loads what PDF needs, and reading a PDF never what making one needs."""
    pad = tmp_path / "x.pdf"
    pad.write_bytes(vol("exit"))
    code = (
        "import sys\nfrom pathlib import Path\nfrom generator.formats import Lezer\n"
        "from generator.formulier import formulieren_van\nfrom generator.inrichting import lees_inrichting\n"
        "lezer = Lezer(formulieren_van(lees_inrichting('opvang2004')))\n"
        "import generator.formats.word.formaat\n"
        "print('voor', sorted({'pikepdf', 'weasyprint', 'fontTools', 'pypdf'} & set(sys.modules)))\n"
        f"print(lezer.lees(Path({str(pad)!r})).status)\n"
        "print('na', sorted({'weasyprint', 'fontTools', 'pypdf'} & set(sys.modules)))\n"
    )
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert uit.stdout.split("\n")[:3] == ["voor []", "gelezen", "na []"]


def test_een_tekst_haalt_niets_op_van_buiten(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    kwaad = replace(formulier("exit"), titel='<img src="http://x.invalid/a.png">', doel="</style><script>")
    uit = schrijver.maak_formulier(kwaad, model_van("exit").inrichting)
    tekst = " ".join(tekst_van(uit).split())
    assert '<img src="http://x.invalid/a.png">' in tekst
    assert "</style><script>" in tekst


def test_een_vuller_van_een_vreemde_pdf_zegt_het() -> None:
    leeg = Pdf.new()
    leeg.add_blank_page()
    uit = io.BytesIO()
    leeg.save(uit)
    with pytest.raises(Geweigerd):
        formaat("pdf").maak_vuller(uit.getvalue(), formulier("exit"))


# -- answers that don't fit


def test_wat_niet_past_staat_heel_op_een_vervolgblad() -> None:
    from pdfhulp import lees

    lang = " ".join(f"woord{nr}" for nr in range(1_500))
    waarden = {"einddoel": lang, "doelen": ({"doel_nr": 1, "hangt_samen_met": " ".join("abcdefgh" * 12)},)}
    inhoud = vul("begeleidingsplan", waarden, "D-1", 2)
    gelezen = lees("begeleidingsplan", inhoud)
    assert gelezen.waarden == waarden
    assert gelezen.meldingen == ()
    with open_(blanco("begeleidingsplan")) as leeg, open_(inhoud) as pdf:
        erbij = len(pdf.pages) - len(leeg.pages)
        assert erbij >= 2
        kinderen = list(soorten(pdf.Root.StructTreeRoot.K[0]))
        assert [naam for naam, _ in kinderen[-erbij:]] == ["/P"] * erbij
    tekst = tekst_van(inhoud)
    assert "lees verder op het vervolgblad" in tekst
    vervolg = tekst[tekst.index("Hier staan de antwoorden") :]
    assert [nr for nr in range(1_500) if f"woord{nr}" not in vervolg.split()] == []
    assert "Einddoel" in vervolg
    assert vervolg.count("dossier D-1 | cyclus 2") == erbij  # a loose sheet says whose it is
    assert [vervolg.count(f"vervolgblad {nr} van {erbij}") for nr in range(1, erbij + 1)] == [1] * erbij
    assert "Doelen voor deze periode, rij 1: Hangt samen met" in vervolg


def test_ook_heel_veel_tekst_blijft_een_formulier() -> None:
    """However much somebody writes: the pages behind it have an end, the fields keep all."""
    from pdfhulp import lees

    deel = formulier("begeleidingsplan")
    lang = "regel\n" * 1_500
    gebieden = {gebied.sleutel: lang for gebied in deel.leefgebieden}
    waarden = {"hulpvragen": lang.strip(), "gewenste_situatie": {sleutel: lang.strip() for sleutel in gebieden}}
    inhoud = vul("begeleidingsplan", waarden)
    assert lees("begeleidingsplan", inhoud).waarden == waarden
    with open_(inhoud) as pdf:
        assert 100 < len(pdf.pages) < 120


def test_wat_past_krijgt_geen_vervolgblad() -> None:
    with open_(blanco("begeleidingsplan")) as leeg, open_(vol("begeleidingsplan")) as pdf:
        assert len(pdf.pages) == len(leeg.pages)

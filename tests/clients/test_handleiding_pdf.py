"""The handleiding as PDF by a real LibreOffice: labels as printed, contents right, tags whole, own annexes behind."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from generator.formulier import formulieren_van
from generator.handboek import maak_handleiding
from generator.handboek.aanhangsel import blanco_maker, gebonden_bijlagen
from generator.handboek.boek import Boek
from generator.handboek.libreoffice import pdf_van, zoek_libreoffice
from generator.handboek.pdf import eigen_bijlagen, maak_pdf
from generator.organisatie import lees_organisatie

pytestmark = [
    pytest.mark.client,
    pytest.mark.traag,
    pytest.mark.skipif(zoek_libreoffice() is None, reason="LibreOffice is not installed"),
]
EIGEN = "huisregels"
_VOET = re.compile(r"(?:bijlage (\d+), )?pagina ([ivx]+|\d+)\s*$", re.MULTILINE)


class Gemaakt:
    """A PDF of the handleiding, with what it was made from."""

    def __init__(self, model: str, map_: Path) -> None:
        inrichting = lees_organisatie(model)
        delen = tuple(replace(d, bijlage="automatisch") if d.sleutel == EIGEN else d for d in inrichting.instrumenten)
        inrichting = replace(inrichting, instrumenten=delen)
        self.boek = Boek.van(inrichting, formulieren_van(inrichting))
        self.blanco = blanco_maker(inrichting)
        (map_ / "bijlagen").mkdir()
        schrijver = PdfWriter()
        schrijver.add_blank_page(595, 842)
        schrijver.add_blank_page(595, 842)
        with (map_ / "bijlagen" / f"{EIGEN}.pdf").open("wb") as bestand:
            schrijver.write(bestand)
        docx = map_ / "handleiding.docx"
        maak_handleiding(inrichting, self.boek.formulieren, docx, blanco=self.blanco)
        eigen, zinnen = eigen_bijlagen(self.boek, map_)
        assert (len(eigen), zinnen) == (1, [])
        assert maak_pdf(self.boek, docx, map_ / "handleiding.pdf", eigen) == []
        self.lezer = PdfReader(io.BytesIO((map_ / "handleiding.pdf").read_bytes()))
        self.etiketten = self.lezer.page_labels
        self.teksten = [pagina.extract_text() for pagina in self.lezer.pages]

    def koppen(self, delen: Any = None, diepte: int = 0) -> Iterator[tuple[int, str, int]]:
        """Yield depth, title and page of every bookmark."""
        for deel in self.lezer.outline if delen is None else delen:
            if isinstance(deel, list):
                yield from self.koppen(deel, diepte + 1)
            else:
                yield diepte, str(deel.title), int(self.lezer.get_destination_page_number(deel) or 0)

    def elementen(self) -> Iterator[Any]:
        """Yield every element of the structure tree."""
        rij = [self.lezer.trailer["/Root"]["/StructTreeRoot"].get_object()]
        while rij:
            element = rij.pop()
            yield element
            onder = element.get("/K")
            onder = onder.get_object() if onder is not None else []
            delen = (deel.get_object() for deel in (onder if isinstance(onder, list) else [onder]))
            rij.extend(deel for deel in delen if isinstance(deel, dict) and "/S" in deel)


@pytest.fixture(scope="module", params=["opvang2004", "leefhuis2022"])
def gemaakt(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Gemaakt:
    return Gemaakt(request.param, tmp_path_factory.mktemp("pdf"))


def test_elk_etiket_is_wat_er_gedrukt_staat(gemaakt: Gemaakt) -> None:
    assert len(set(gemaakt.etiketten)) == len(gemaakt.etiketten)
    eigen = len(gemaakt.etiketten) - 2
    assert gemaakt.etiketten[0] == "i"
    for nr, (etiket, tekst) in enumerate(zip(gemaakt.etiketten, gemaakt.teksten, strict=True)):
        if not 0 < nr < eigen:
            continue  # no footer on the title page, none of ours on a document of the organisation
        bijlage, pagina = _VOET.findall(tekst)[-1]
        assert etiket == (f"B{bijlage}-{pagina}" if bijlage else pagina), nr
    huisregels = gemaakt.boek.nummers[EIGEN]
    assert gemaakt.etiketten[eigen:] == [f"B{huisregels}-1", f"B{huisregels}-2"]


def test_de_inhoudsopgave_klopt(gemaakt: Gemaakt) -> None:
    begin = gemaakt.etiketten.index("1")
    inhoud = "\n".join(gemaakt.teksten[1:begin])
    genoemd = re.findall(r"^(.+?)\s*(\d+)\s*$", inhoud, re.MULTILINE)
    paginas = {(titel, gemaakt.etiketten[nr]) for diepte, titel, nr in gemaakt.koppen() if diepte < 2}
    kloppend = [deel for deel in genoemd if (deel[0].strip(), deel[1]) in paginas]
    assert len(kloppend) > 30
    mis = [deel for deel in genoemd if (deel[0].strip(), deel[1]) not in paginas and deel[0].strip() in dict(paginas)]
    assert mis == []
    for bijlage in gebonden_bijlagen(gemaakt.boek):
        assert bijlage.kop in inhoud


def test_bladwijzers_van_hoofdstukken_fasen_en_bijlagen(gemaakt: Gemaakt) -> None:
    koppen = list(gemaakt.koppen())
    for fase in gemaakt.boek.inrichting.fasen:
        naam = f"Fase {gemaakt.boek.fasenummer(fase.sleutel)}: {gemaakt.boek.tekst(fase.naam)}"
        (plek,) = (nr for diepte, titel, nr in koppen if titel == naam and diepte == 1)
        assert naam in " ".join(gemaakt.teksten[plek].split())
    onder = [(titel, nr) for diepte, titel, nr in koppen if diepte == 1 and titel.startswith("Bijlage ")]
    nummers = [int(re.findall(r"\d+", titel)[0]) for titel, _ in onder]
    assert nummers == sorted(nummers) == list(range(1, len(gemaakt.boek.nummers) + 1))
    for titel, plek in onder[:-1]:
        if gemaakt.teksten[plek].strip():
            assert " ".join(titel.split()) in " ".join(gemaakt.teksten[plek].split())
    assert [gemaakt.etiketten[plek] for _, plek in onder] == [f"B{nr}-1" for nr in nummers]
    (boven,) = (nr for nr, (_, titel, _) in enumerate(koppen) if titel == "Bijlagen")
    eerste = next(nr for nr, (_, titel, _) in enumerate(koppen) if titel.startswith("Bijlage "))
    assert all(diepte > 0 for diepte, _, _ in koppen[boven + 1 : eerste + 1])
    assert sum(1 for diepte, titel, _ in koppen if diepte == 0 and titel.startswith("Bijlage ")) == 0


def test_het_document_is_gemerkt_en_zegt_zijn_taal_en_titel(gemaakt: Gemaakt) -> None:
    wortel = gemaakt.lezer.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/Lang"] == "nl-NL"
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert gemaakt.boek.inrichting.organisatie.naam in gemaakt.lezer.metadata.title
    assert "/AcroForm" not in wortel
    assert not gemaakt.lezer.is_encrypted


def test_de_structuur_hoort_nog_bij_de_bladzijden(gemaakt: Gemaakt) -> None:
    soorten = [str(element.get("/S")) for element in gemaakt.elementen()]
    for soort in ("/H1", "/H2", "/H3", "/Table", "/TH", "/TOC", "/Link"):
        assert soorten.count(soort) > 1, soort
    boom = gemaakt.lezer.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"].get_object()
    sleutels = set(boom["/Nums"][::2])
    *onze, _, _ = gemaakt.lezer.pages
    assert {int(pagina["/StructParents"]) for pagina in onze} <= sleutels
    assert all("/StructParents" not in pagina for pagina in gemaakt.lezer.pages[-2:])


def test_elk_figuur_heeft_woorden(gemaakt: Gemaakt) -> None:
    figuren = [element for element in gemaakt.elementen() if element.get("/S") == "/Figure"]
    assert figuren
    assert all(len(str(figuur.get("/Alt", ""))) > 20 for figuur in figuren)


def test_alle_letters_zitten_erin(gemaakt: Gemaakt) -> None:
    for pagina in gemaakt.lezer.pages:
        bronnen = pagina.get("/Resources")
        for letter in (bronnen or {}).get("/Font", {}).values():
            beschrijving = letter.get_object().get("/FontDescriptor")
            afstammeling = letter.get_object().get("/DescendantFonts")
            if beschrijving is None and afstammeling is not None:
                beschrijving = afstammeling.get_object()[0].get_object()["/FontDescriptor"]
            assert any(f"/FontFile{nr}" in beschrijving.get_object() for nr in ("", "2", "3"))


def test_een_formulier_is_achterin_even_lang_als_los(gemaakt: Gemaakt) -> None:
    bijlagen = {bijlage.formulier.sleutel: bijlage for bijlage in gebonden_bijlagen(gemaakt.boek)}
    for sleutel in ("persoonsbeschrijving", "begeleidingsplan"):
        bijlage = bijlagen[sleutel]
        los = PdfReader(io.BytesIO(pdf_van(gemaakt.blanco(bijlage.formulier))))
        aantal = sum(etiket.startswith(f"B{bijlage.nr}-") for etiket in gemaakt.etiketten)
        assert aantal == len(los.pages), sleutel

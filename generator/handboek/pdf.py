"""The handleiding as PDF: laid out by LibreOffice, then given page labels, bookmarks and own annexes.

pypdf works on a clone of the whole document (``clone_from``), so the structure tree that a screen
reader follows stays.  Pages that are joined behind have no part in it: their own tags are lost in
joining, and their keys into the tree are taken away because they would point at other text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from generator.bestanden import oorzaak_van, schrijf_veilig
from generator.bron import bedoelde
from generator.handboek.aanhangsel import gebonden_bijlagen
from generator.handboek.boek import Boek
from generator.handboek.fouten import Handboekfout
from generator.handboek.inhoudsopgave import vul_paginas
from generator.handboek.libreoffice import ankers, paginas_uit_pdf, pdf_van
from generator.handboek.pdftags import beschrijf_tekeningen
from generator.handboek.xmltekst import geldig

if TYPE_CHECKING:
    from pypdf import PdfReader, PdfWriter

BIJLAGENMAP = "bijlagen"
_HOOFDDEEL = "word/document.xml"
_BIJLAGEN = "Bijlagen"


@dataclass(frozen=True, slots=True)
class EigenBijlage:
    """A document of the organisation itself that is joined behind, with its annex number."""

    nr: int
    titel: str
    pad: Path

    @property
    def kop(self) -> str:
        """How it is called in the bookmarks: ``Bijlage 3: Huisregels``."""
        return f"Bijlage {self.nr}: {self.titel}"


@dataclass(slots=True)
class Bladwijzer:
    """A bookmark with those below it; ``pagina`` counts from 0, ``top`` is the height on the page."""

    titel: str
    pagina: int
    top: float | None = None
    onder: list[Bladwijzer] = field(default_factory=list)


def eigen_bijlagen(boek: Boek, thuis: Path | None) -> tuple[list[EigenBijlage], list[str]]:
    """Return the PDFs in ``bijlagen/`` beside an inrichting, by annex number, and what was passed over."""
    map_ = thuis / BIJLAGENMAP if thuis else None
    gevonden: list[EigenBijlage] = []
    zinnen: list[str] = []
    gebonden = {deel.sleutel for deel in gebonden_bijlagen(boek)}
    for pad in sorted(map_.iterdir()) if map_ is not None and map_.is_dir() else ():
        if pad.suffix.lower() != ".pdf" or pad.name.startswith("."):
            continue
        nr, instrument = boek.nummers.get(pad.stem), boek.inrichting.instrument(pad.stem)
        if pad.stem in gebonden:
            zinnen.append(f"‘{pad}’ gebruik ik niet: van dit formulier staat al een leeg exemplaar achterin.")
        elif nr is None or instrument is None:
            tip = bedoelde(pad.stem, [sleutel for sleutel in boek.nummers if sleutel not in gebonden])
            zinnen.append(f"‘{pad}’ hoort bij geen bijlage. Geef het de sleutel van een instrument als naam.{tip}")
        else:
            gevonden.append(EigenBijlage(nr, geldig(boek.tekst(instrument.naam)), pad))
    return sorted(gevonden, key=lambda deel: deel.nr), zinnen


def maak_pdf(boek: Boek, docx: Path, doel: Path, eigen: Sequence[EigenBijlage] = ()) -> list[str]:
    """Write the handleiding *docx* as PDF to *doel*, *eigen* behind it; return what needs attention.

    Raises `GeenLibreOffice` when there is nothing to lay it out with, `Handboekfout` when an own
    annex can't be read, and `SchrijfFout` when the system refuses to write.
    """
    lezers = [(deel, _lees_eigen(deel.pad)) for deel in eigen]
    pdf, zinnen = _opgemaakt(docx.read_bytes())
    from pypdf import PdfReader, PdfWriter

    lezer = PdfReader(io.BytesIO(pdf))
    schrijver = PdfWriter(clone_from=lezer)
    koppen = list(_bladwijzers(lezer))
    bijlagen = {deel.kop: deel.nr for deel in gebonden_bijlagen(boek)} if boek.gebonden else {}
    etiketten = _etiketten(koppen, bijlagen)
    koppen = _genest(koppen, bijlagen)
    for deel, bron in lezers:
        etiketten[len(schrijver.pages)] = f"B{deel.nr}-"
        _onder_bijlagen(koppen).append(Bladwijzer(deel.kop, len(schrijver.pages)))
        _voeg_toe(schrijver, bron)
    _sorteer(koppen, {**bijlagen, **{deel.kop: deel.nr for deel in eigen}})
    _zet_bladwijzers(schrijver, koppen)
    _zet_etiketten(schrijver, etiketten)
    _zet_eigenschappen(schrijver)
    beschrijf_tekeningen(schrijver._root_object, _tekeningen(docx))
    uit = io.BytesIO()
    schrijver.write(uit)
    schrijf_veilig(doel, uit.getvalue())
    return zinnen


# --------------------------------------------------------------------------
# Layout


def _opgemaakt(docx: bytes) -> tuple[bytes, list[str]]:
    """Return the PDF with the right pages in its contents: laid out again when the estimate was off."""
    pdf = pdf_van(docx)
    try:
        beter = _met_paginas(docx, pdf)
    except Handboekfout:
        return pdf, ["De paginanummers in de inhoudsopgave zijn geschat: LibreOffice telt andere koppen."]
    return (pdf if beter is None else pdf_van(beter)), []


def _met_paginas(docx: bytes, pdf: bytes) -> bytes | None:
    """Return *docx* with the pages of *pdf* in its contents; None when they stood there already."""
    with zipfile.ZipFile(io.BytesIO(docx)) as bron:
        wortel = etree.fromstring(bron.read(_HOOFDDEEL), etree.XMLParser(resolve_entities=False, huge_tree=True))
        if not vul_paginas(wortel, paginas_uit_pdf(pdf, ankers(wortel))):
            return None
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
            for post in bron.infolist():
                deel = bron.read(post) if post.filename != _HOOFDDEEL else etree.tostring(wortel, encoding="UTF-8")
                doel.writestr(post, deel)
    return uit.getvalue()


def _tekeningen(docx: Path) -> list[str]:
    """Return the descriptions of the drawings made of shapes, in order."""
    with zipfile.ZipFile(docx) as bron:
        wortel = etree.fromstring(bron.read(_HOOFDDEEL), etree.XMLParser(resolve_entities=False, huge_tree=True))
    lijnen: Any = wortel.iter("{*}inline", "{*}anchor")
    lijnen = (lijn for lijn in lijnen if next(lijn.iter("{*}wgp"), None) is not None)
    return [str(lijn.find("{*}docPr").get("descr") or "") for lijn in lijnen]


# --------------------------------------------------------------------------
# Bookmarks and labels


def _bladwijzers(lezer: PdfReader) -> Iterator[Bladwijzer]:
    def loop(delen: Any) -> Iterator[Bladwijzer]:
        laatste: Bladwijzer | None = None
        for deel in delen:
            if isinstance(deel, list):
                if laatste is not None:
                    laatste.onder.extend(loop(deel))
                continue
            if laatste is not None:
                yield laatste
            top = deel.top
            laatste = Bladwijzer(str(deel.title).strip(), lezer.get_destination_page_number(deel) or 0, None)
            if isinstance(top, int | float):
                laatste.top = float(top)
        if laatste is not None:
            yield laatste

    return loop(lezer.outline)


def _etiketten(koppen: Sequence[Bladwijzer], bijlagen: Mapping[str, int]) -> dict[int, str]:
    """Return page → what stands before its number, as the footers print it; ``i`` means roman numbers."""
    uit = {0: "i"}
    if koppen:
        uit[koppen[0].pagina] = ""
    for kop in koppen:
        if kop.titel in bijlagen:
            uit[kop.pagina] = f"B{bijlagen[kop.titel]}-"
    return uit


def _genest(koppen: Sequence[Bladwijzer], bijlagen: Mapping[str, int]) -> list[Bladwijzer]:
    """Return the bookmarks with those of the annexes below the chapter about them."""
    tekst = [kop for kop in koppen if kop.titel not in bijlagen]
    _onder_bijlagen(tekst).extend(kop for kop in koppen if kop.titel in bijlagen)
    return tekst


def _onder_bijlagen(koppen: list[Bladwijzer]) -> list[Bladwijzer]:
    """Return the bookmarks below the chapter Bijlagen; without that chapter, all of them."""
    return next((kop.onder for kop in koppen if kop.titel == _BIJLAGEN), koppen)


def _sorteer(koppen: list[Bladwijzer], nummers: Mapping[str, int]) -> None:
    """Put annexes in order of number, behind what else stands there."""
    _onder_bijlagen(koppen).sort(key=lambda kop: nummers.get(kop.titel, 0))


def _zet_bladwijzers(schrijver: PdfWriter, koppen: Sequence[Bladwijzer]) -> None:
    from pypdf.generic import Fit

    schrijver._root_object.pop("/Outlines", None)

    def zet(delen: Sequence[Bladwijzer], boven: Any) -> None:
        for deel in delen:
            plek = Fit.xyz(left=0, top=deel.top) if deel.top is not None else Fit.fit()
            eigen = schrijver.add_outline_item(
                title=deel.titel, page_number=deel.pagina, parent=boven, fit=plek, is_open=False
            )
            zet(deel.onder, eigen)

    zet(koppen, None)


def _zet_etiketten(schrijver: PdfWriter, etiketten: Mapping[int, str]) -> None:
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

    nummers = ArrayObject()
    for pagina, voor in sorted(etiketten.items()):
        etiket = DictionaryObject({NameObject("/S"): NameObject("/r" if voor == "i" else "/D")})
        if voor not in ("", "i"):
            etiket[NameObject("/P")] = TextStringObject(voor)
        nummers.extend([NumberObject(pagina), etiket])
    schrijver._root_object[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): nummers})


def _zet_eigenschappen(schrijver: PdfWriter) -> None:
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    wortel = schrijver._root_object
    wortel[NameObject("/Lang")] = TextStringObject("nl-NL")
    wortel[NameObject("/PageMode")] = NameObject("/UseOutlines")
    wortel[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})


# --------------------------------------------------------------------------
# Own annexes


def _lees_eigen(pad: Path) -> PdfReader:
    """Return the PDF of an own annex, all its pages looked at; raises `Handboekfout` when that can't be."""
    from pypdf import PdfReader

    try:
        lezer = PdfReader(io.BytesIO(pad.read_bytes()))
        if lezer.is_encrypted:
            raise Handboekfout(f"‘{pad}’ is beveiligd. Bewaar het zonder wachtwoord.")
        if not [pagina.mediabox for pagina in lezer.pages]:
            raise Handboekfout(f"In ‘{pad}’ staat geen bladzijde. Bewaar het document opnieuw als pdf.")
    except Handboekfout:
        raise
    except OSError as fout:
        raise Handboekfout(f"‘{pad}’ kan ik niet lezen. {oorzaak_van(fout)}") from fout
    except Exception as fout:  # a damaged PDF makes pypdf stumble in many ways
        raise Handboekfout(f"‘{pad}’ is geen goede pdf. Bewaar het document opnieuw als pdf.") from fout
    return lezer


def _voeg_toe(schrijver: PdfWriter, bron: PdfReader) -> None:
    """Join the pages of *bron* behind: without fields to fill in and without keys into our structure tree."""
    eerste, had_velden = len(schrijver.pages), "/AcroForm" in schrijver._root_object
    schrijver.append(bron, import_outline=False)
    for pagina in schrijver.pages[eerste:]:
        pagina.pop("/StructParents", None)
        for notitie in pagina.get("/Annots") or ():
            notitie.get_object().pop("/StructParent", None)
    if not had_velden:
        schrijver._root_object.pop("/AcroForm", None)

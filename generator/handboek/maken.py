"""From inrichting to ``handleiding.docx``."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

from generator import content
from generator.bestanden import schrijf_veilig
from generator.handboek import delen
from generator.handboek.blokken import Blok, Liggend, zonder_lege_koppen
from generator.handboek.boek import Boek, datum_in_woorden
from generator.handboek.inhoudsopgave import inhoudsopgave, zet_paginas
from generator.handboek.ooxml import NAMEN, Schrijver
from generator.handboek.paginering import paginas_van
from generator.handboek.sjabloon import PLEK_INHOUD, PLEK_OPGAVE, W, gekleurd, gevuld, stijlnamen, vervang_plek
from generator.handboek.xmltekst import geldig
from generator.kleuren import leesbaar
from generator.model import Formulier, Inrichting
from generator.taal import opsomming

SJABLOON = "handleiding.docx"
TITEL = "Handleiding 8-fasenmodel"


def maak_handleiding(
    inrichting: Inrichting,
    formulieren: Mapping[str, Formulier],
    doel: Path,
    *,
    sjabloon: Path | None = None,
    paginas_uit_libreoffice: bool = False,
) -> None:
    """Write the handleiding of an organisation to *doel*.

    The page numbers in the contents are computed from the widths of the letters;
    with *paginas_uit_libreoffice* they come from a pass through LibreOffice.
    *sjabloon* is the Word template of the organisation, if it has one of its own.
    Raises `Handboekfout` when the template or a chapter can't be used, and
    `SchrijfFout` when the system refuses to write.
    """
    boek = Boek.van(inrichting, formulieren)
    document = opgemaakt(boek, sjabloon)
    zet_paginas(document, paginas_van(document))
    if paginas_uit_libreoffice:
        from generator.handboek.libreoffice import paginas_volgens_libreoffice

        zet_paginas(document, paginas_volgens_libreoffice(document))
    _bewaar(document, doel)


def opgemaakt(boek: Boek, sjabloon: Path | None = None) -> Any:
    """Return the document: template filled, body and contents in their places."""
    organisatie = boek.inrichting.organisatie
    pad = sjabloon or content.woordsjabloon(SJABLOON)
    document = gevuld(gekleurd(pad, organisatie.accentkleur), context_van(boek), organisatie.logo, str(pad))
    sectie = document.element.body.sectPr
    eigenschappen = etree.tostring(sectie, encoding="unicode", with_tail=False)
    accent = leesbaar(organisatie.accentkleur.lstrip("#").upper())
    schrijver = Schrijver(stijlnamen(document), eigenschappen, accent)
    inhoud = schrijver.blokken(hoofdstukken(boek))
    vervang_plek(document, PLEK_INHOUD, inhoud, NAMEN)
    vervang_plek(document, PLEK_OPGAVE, inhoudsopgave(schrijver, schrijver.koppen), NAMEN)
    _nummer_lijsten(document, schrijver)
    _zonder_titelblad(sectie)
    _eigenschappen(document, boek)
    return document


def context_van(boek: Boek) -> dict[str, Any]:
    """Return what the template may use between braces."""
    organisatie, handleiding = boek.inrichting.organisatie, boek.inrichting.handleiding
    gegevens = {"Eigenaar": organisatie.eigenaar, "Geldende versie": organisatie.bewaarplaats}
    gegevens["Herzien door"] = opsomming(handleiding.herzien_door)
    return {
        "organisatie": geldig(organisatie.naam),
        "titel": TITEL,
        "ondertitel": geldig(boek.tekst("Zo begeleiden we onze {clienten}, van aanmelding tot afscheid")),
        "titel_kort": TITEL,
        "versie": geldig(handleiding.versie),
        "datum": datum_in_woorden(handleiding.datum),
        "fasen": [geldig(boek.tekst(fase.naam)) for fase in boek.inrichting.fasen],
        "gegevens": [geldig(f"{naam}: {boek.tekst(waarde)}") for naam, waarde in gegevens.items() if waarde],
        "inhoud": PLEK_INHOUD,
        "inhoudsopgave": PLEK_OPGAVE,
    }


def _zonder_titelblad(sectie: Any) -> None:
    """Only the first section has a first page of its own."""
    for deel in sectie.findall(f"{W}titlePg"):
        sectie.remove(deel)


def _nummer_lijsten(document: Any, schrijver: Schrijver) -> None:
    """Add a list that starts at 1 for every numbered list in the text."""
    nummering = document.part.numbering_part.element
    stijlen = {stijl.get(f"{W}styleId"): stijl for stijl in document.styles.element.findall(f"{W}style")}
    soorten = {num.get(f"{W}numId"): num.find(f"{W}abstractNumId") for num in nummering.findall(f"{W}num")}
    for numid, stijl in schrijver.lijsten:
        eigen = stijlen[stijl].find(f"{W}pPr/{W}numPr/{W}numId")
        soort = soorten[eigen.get(f"{W}val")].get(f"{W}val")
        num = etree.SubElement(nummering, f"{W}num", {f"{W}numId": str(numid)})
        etree.SubElement(num, f"{W}abstractNumId", {f"{W}val": soort})
        begin = etree.SubElement(num, f"{W}lvlOverride", {f"{W}ilvl": "0"})
        etree.SubElement(begin, f"{W}startOverride", {f"{W}val": "1"})


def _eigenschappen(document: Any, boek: Boek) -> None:
    kern = document.core_properties
    naam, handleiding = geldig(boek.inrichting.organisatie.naam), boek.inrichting.handleiding
    kern.title = f"{TITEL}, {naam}"[:255]
    kern.subject = geldig(f"versie {handleiding.versie}")[:255]
    kern.author = kern.last_modified_by = naam[:255]
    kern.language = "nl-NL"
    kern.keywords = f"achtfasen {boek.inrichting.uitgangsmodel}"[:255]
    kern.created = kern.modified = _moment(handleiding.datum)


def _moment(datum: str) -> datetime:
    """The date of the version: the same inrichting gives the same file."""
    try:
        return datetime.fromisoformat(datum)
    except ValueError:
        return datetime(2000, 1, 1)


def hoofdstukken(boek: Boek) -> list[Blok]:
    """Return the whole handleiding as blocks, in order of the chapter files."""
    namen = sorted(pad.name for pad in content.hoofdstukken().glob("[0-9]*.md"))
    return _opgeruimd(blok for naam in namen for blok in delen.lees_hoofdstuk(naam, boek))


def _opgeruimd(blokken: Iterator[Blok]) -> list[Blok]:
    """Leave out headings under which nothing stands, on landscape pages too."""
    heel = [Liggend(tuple(zonder_lege_koppen(blok.blokken))) if isinstance(blok, Liggend) else blok for blok in blokken]
    return zonder_lege_koppen(heel)


def _bewaar(document: Any, doel: Path) -> None:
    inhoud = io.BytesIO()
    document.save(inhoud)
    schrijf_veilig(doel, inhoud.getvalue())

"""The Word template: coloured, its places filled by docxtpl, the body put in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from generator.handboek.fouten import Handboekfout
from generator.kleuren import SJABLOONKLEUR, vervangingen

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLEK_INHOUD, PLEK_OPGAVE = "\ue000inhoud\ue000", "\ue000inhoudsopgave\ue000"
_LOGO_BREED, _LOGO_HOOG = 62.0, 26.0  # mm
_KLEURPOST = re.compile(r"word/(?:document|styles|numbering|(?:header|footer)\d*|theme/theme\d*)\.xml")


def gekleurd(pad: Path, accentkleur: str) -> io.BytesIO:
    """Return the template with the accent colour of the organisation."""
    try:
        inhoud = pad.read_bytes()
        if accentkleur.lstrip("#").upper() == SJABLOONKLEUR:
            return io.BytesIO(inhoud)
        return _met_kleuren(inhoud, vervangingen(accentkleur))
    except OSError:
        raise Handboekfout(f"Het Word-sjabloon {pad} kan ik niet lezen. Zet het bestand terug.") from None
    except zipfile.BadZipFile:
        raise Handboekfout(f"Het Word-sjabloon {pad} is geen Word-bestand. Bewaar het opnieuw als .docx.") from None


def _met_kleuren(inhoud: bytes, kleuren: Mapping[str, str]) -> io.BytesIO:
    patroon = re.compile("|".join(kleuren).encode(), re.IGNORECASE)
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for post in bron.infolist():
            deel = bron.read(post)
            if _KLEURPOST.fullmatch(post.filename):
                deel = patroon.sub(lambda t: kleuren[t[0].decode().upper()].encode(), deel)
            doel.writestr(post, deel)
    uit.seek(0)
    return uit


def gevuld(sjabloon: io.BytesIO, context: Mapping[str, Any], logo: str | None, naam: str) -> Any:
    """Return the document that docxtpl makes of the template.

    Raises `Handboekfout` when the template asks for something that doesn't exist.
    """
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    omgeving = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        document = DocxTemplate(sjabloon)
        document.init_docx()
        invulling = {**context, "logo": _logo(document, logo) if logo else ""}
        document.render(invulling, omgeving, autoescape=True)
    except (TemplateError, etree.XMLSyntaxError) as fout:
        raise Handboekfout(_sjabloonfout(naam, fout, context)) from fout
    except (zipfile.BadZipFile, KeyError, ValueError) as fout:
        raise Handboekfout(f"Het Word-sjabloon {naam} is geen geldig Word-bestand: {fout}.") from fout
    return document.docx


def _sjabloonfout(naam: str, fout: Exception, context: Mapping[str, Any]) -> str:
    bekend = ", ".join(sorted([*context, "logo"]))
    return (
        f"In het Word-sjabloon {naam} klopt een plek tussen accolades niet: {getattr(fout, 'message', None) or fout}. "
        f"Je kunt gebruiken: {bekend}."
    )


def _logo(document: Any, pad: str) -> Any:
    from docx.image.image import Image
    from docx.shared import Mm
    from docxtpl import InlineImage

    try:
        beeld = Image.from_file(pad)
    except OSError:
        raise Handboekfout(f"Het logo {pad} kan ik niet lezen. Staat de naam goed bij organisatie.logo?") from None
    except Exception as fout:  # python-docx has its own errors for every kind of picture
        raise Handboekfout(f"Het logo {pad} is geen plaatje dat Word kent. Neem een png of jpg.") from fout
    verhouding = beeld.px_width / max(1, beeld.px_height)
    return InlineImage(document, pad, width=Mm(min(_LOGO_BREED, _LOGO_HOOG * verhouding)))


def vervang_plek(document: Any, plek: str, xml: str, namen: str) -> list[Any]:
    """Put *xml* in place of the paragraph that holds *plek*; return the elements that came."""
    for alinea in document.element.body.iter(f"{W}p"):
        if plek in "".join(deel.text or "" for deel in alinea.iter(f"{W}t")):
            wortel = etree.fromstring(f"<w:body {namen}>{xml}</w:body>".encode(), _lezer())
            nieuw = list(wortel)
            for element in nieuw:
                alinea.addprevious(element)
            alinea.getparent().remove(alinea)
            return nieuw
    naam = plek.strip("\ue000")
    raise Handboekfout(f"In het Word-sjabloon handleiding.docx ontbreekt de plek {{{{ {naam} }}}}. Zet die terug.")


def _lezer() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def stijlnamen(document: Any) -> dict[str, str]:
    """Return style name in lower case → id; a Dutch Word has its own ids."""
    stijlen = document.styles.element.findall(f"{W}style")
    return {stijl.find(f"{W}name").get(f"{W}val").casefold(): stijl.get(f"{W}styleId") for stijl in stijlen}

"""What there is in a PDF beside its fields: remarks, ink, scripts, signatures; and what a PDF without fields is."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from contextlib import suppress

from pikepdf import Array, Dictionary, Object, Stream, String

from generator.formats.identiteit import lees_regel
from generator.formats.pdf.document import ExtraVak, PdfDocument, woord, zonder_opmaak
from generator.formats.pdf.namen import OPMERKER
from generator.formats.veilig import Geweigerd
from generator.formats.verzamelaar import Verzamelaar
from generator.formats.word.namen import BRIEFMERK
from generator.model import Formulier
from generator.taal import opsomming
from generator.veldsoorten import schone_tekst

_GETEKEND = ("/Ink", "/Stamp", "/Line", "/Polygon", "/PolyLine", "/Circle", "/Square")
_OPMERKING = ("/Text", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/FileAttachment")
# Of what was printed only so much text is looked at.
_MEESTE_BLADEN, _MEESTE_BYTES = 3, 2_000_000
_LANGSTE_TEKST = 20_000
_LANGSTE_NAAM = 60


def meld_rondom(document: PdfDocument, uit: Verzamelaar) -> None:
    """Report what lies over the form, and what the file would do by itself."""
    if document.aantal_annotaties != document.aantal_vakken:
        _annotaties(document, uit)
    meld_extra(document.extra_vakken(), uit)
    if _doet_iets(document):
        uit.meld("L32", "")
    if _is_ondertekend(document):
        uit.meld("L33", "")
    if document.beschadigd:
        uit.meld("L34", "")
    if document.xfa:
        uit.meld("L35", "")


def _annotaties(document: PdfDocument, uit: Verzamelaar) -> None:
    opmerkingen = 0
    getekend: list[int] = []
    for blad, deel in document.annotaties():
        soort = woord(deel.get("/Subtype", ""))
        if soort == "/FreeText":
            if tekst := annotatietekst(deel):
                uit.losse_tekst(f"bladzijde {blad}", tekst, f"Op bladzijde {blad}")
        elif soort in _OPMERKING:
            opmerkingen += not is_van_ons(deel)
        elif soort in _GETEKEND:
            getekend.append(blad)
    if opmerkingen:
        uit.meld("L16", "", aantal=opmerkingen)
    if getekend:
        bladen = [str(blad) for blad in dict.fromkeys(getekend)]
        uit.meld("L37", "", bladen=f"{'bladzijde' if len(bladen) == 1 else 'de bladzijden'} {opsomming(bladen)}")


def meld_extra(vakken: Iterable[ExtraVak], uit: Verzamelaar) -> None:
    """Keep what stands in fields that aren't ours: a field that a person added, or a question under another name."""
    for vak in vakken:
        naam = " ".join(vak.naam.split())[:_LANGSTE_NAAM]
        if vak.vreemd:
            uit.meld("L36", naam)
        elif tekst := schone_tekst(vak.tekst):
            onder = f"bladzijde {vak.blad}" if vak.blad else "een extra invulvak"
            waar = f"het extra invulvak ‘{naam}’"
            uit.losse_tekst(onder, tekst, f"Op bladzijde {vak.blad}, in {waar}," if vak.blad else f"In {waar}")


def annotatietekst(deel: Object) -> str:
    """Return what was typed in an annotation; some programs only keep it with its layout."""
    for naam in ("/Contents", "/RC"):
        waarde = deel.get(naam)
        if isinstance(waarde, String) and (tekst := schone_tekst(zonder_opmaak(woord(waarde)) if naam == "/RC"
                                                                 else woord(waarde)[:_LANGSTE_TEKST])):  # fmt: skip
            return tekst
    return ""


def is_van_ons(deel: Object) -> bool:
    """Tell whether an annotation is a remark of achtfasen itself."""
    return woord(deel.get("/T", "")) == OPMERKER


def _doet_iets(document: PdfDocument) -> bool:
    """Tell whether the file starts something when it is opened, or carries scripts; they are never run."""
    wortel = document.pdf.Root
    actie = wortel.get("/OpenAction")
    namen = wortel.get("/Names")
    return (
        (isinstance(actie, Dictionary) and woord(actie.get("/S", "")) not in ("", "/GoTo"))
        or "/AA" in wortel
        or (isinstance(namen, Dictionary) and "/JavaScript" in namen)
    )


def _is_ondertekend(document: PdfDocument) -> bool:
    formulier = document.acroform
    with suppress(TypeError, ValueError, AttributeError):
        return formulier is not None and bool(int(formulier.get("/SigFlags", 0)) & 1)
    return False


# --------------------------------------------------------------------------
# No fields


def waarom_geen_formulier(document: PdfDocument, inhoud: bytes, formulieren: Mapping[str, Formulier]) -> Geweigerd:
    """Return why a PDF without fields of ours is refused: a print, a picture, another kind of form, or no form.

    What is among *formulieren* is called by its title.
    """
    woorden = document.info("/Keywords")
    if woorden.startswith("achtfasen"):
        return Geweigerd("L52" if woorden.startswith(BRIEFMERK) else "L51")
    if document.xfa:
        return Geweigerd("L62")
    teksten = bladteksten(document, inhoud)
    lezing = lees_regel(document.info("/Subject")) or next(filter(None, map(lees_regel, teksten)), None)
    if lezing is not None:
        wie = lezing.identiteit
        over = [f"dossier {wie.dossier}"] if wie.dossier else []
        over += [f"cyclus {wie.cyclus}"] if wie.cyclus else []
        bekend = formulieren.get(wie.formulier)
        naam = bekend.titel if bekend else wie.formulier
        return Geweigerd("L63", formulier=naam, over=f" ({', '.join(over)})" if over else "")
    if not any(tekst.strip() for tekst in teksten) and _heeft_beeld(document):
        return Geweigerd("L64")
    return Geweigerd("L46")


def bladteksten(document: PdfDocument, inhoud: bytes) -> list[str]:
    """Return the text of the first pages, as far as it can be read within reason."""
    if sum(map(_grootte, document.bladen[:_MEESTE_BLADEN])) > _MEESTE_BYTES:
        return []
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    teksten: list[str] = []
    with suppress(PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OSError):
        for blad in PdfReader(io.BytesIO(inhoud)).pages[:_MEESTE_BLADEN]:
            teksten.append(blad.extract_text())
    return teksten


def _grootte(blad: Object) -> int:

    inhoud = blad.get("/Contents")
    delen = list(inhoud) if isinstance(inhoud, Array) else [inhoud]
    with suppress(Exception):
        return sum(len(deel.read_bytes()) for deel in delen if isinstance(deel, Stream))
    return _MEESTE_BYTES + 1


def _heeft_beeld(document: PdfDocument) -> bool:
    """Tell whether the first page holds a picture, also one inside a form of its own."""
    for blad in document.bladen[:1]:
        bronnen = blad.get("/Resources")
        delen = bronnen.get("/XObject") if isinstance(bronnen, Dictionary) else None
        if isinstance(delen, Dictionary):
            return any(isinstance(delen[naam], Stream) for naam in delen.keys())  # noqa: SIM118  (no mapping)
    return False

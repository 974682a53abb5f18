"""From the bytes of a PDF to an `Invulling`: recognise, read, settle who it is about."""

from __future__ import annotations

from collections.abc import Callable, Collection

from generator.formats.herkenning import Herkenning
from generator.formats.inlezen import Plannen, kies_plan, maak_invulling
from generator.formats.leesplan import Leesplan
from generator.formats.pdf.document import ExtraVak, PdfDocument, woord
from generator.formats.pdf.lezer import PdfLezing, Velden
from generator.formats.pdf.namen import veldnaam
from generator.formats.pdf.openen import vertaald
from generator.formats.pdf.rondom import meld_extra, meld_rondom, waarom_geen_formulier
from generator.formats.pdf.tweede import Tweede, tweede_lezing
from generator.formats.veilig import MAX_BESTAND, Geweigerd
from generator.formats.verzamelaar import Verzamelaar
from generator.model import Invulling

_NIET_IN_TE_VULLEN = ("L62", "L63", "L64")


def herken_pdf(inhoud: bytes) -> Herkenning:
    """Return which form a PDF says it is; `Geweigerd` when nothing says so and it is a print, a picture or XFA."""
    document = _open(inhoud)
    herkenning = document.herkenning()
    if not document.velden and not herkenning.identiteit.formulier:
        fout = waarom_geen_formulier(document, inhoud, {})
        if fout.code in _NIET_IN_TE_VULLEN:
            raise fout
    return herkenning


def _open(inhoud: bytes) -> PdfDocument:
    if len(inhoud) > MAX_BESTAND:
        raise Geweigerd("L42", oorzaak=f"{len(inhoud) // 1_000_000} MB")
    return PdfDocument(inhoud)


def lees_pdf(inhoud: bytes, bestand: str, plannen: Plannen, sha256: str = "") -> Invulling:
    """Read a returned PDF form.

    Raises `Geweigerd` when it can't be opened, when it is a print or a picture of a form, or when it is no
    form of this organisation; everything else that is odd becomes a reading message of the `Invulling`.
    """
    try:
        document = _open(inhoud)
    except Geweigerd as fout:
        if fout.code != "L61" or (tweede := tweede_lezing(inhoud)) is None:
            raise
        return _lees_met_tweede(tweede, bestand, plannen, sha256)
    if not document.velden:
        raise waarom_geen_formulier(document, inhoud, plannen.formulieren)
    herkenning = document.herkenning()
    velden, erbij, extra = _met_tweede(document, inhoud)
    uit = Verzamelaar(bestand, "pdf", kies_plan(herkenning, plannen, _scorer(velden)))
    PdfLezing(velden, uit.plan, uit, erbij, document.keuzelijst).lees()
    with vertaald():
        meld_rondom(document, uit)
    meld_extra(extra, uit)
    return maak_invulling(uit, herkenning, sha256)


def _met_tweede(document: PdfDocument, inhoud: bytes) -> tuple[Velden, frozenset[str], list[ExtraVak]]:
    """Return the fields of a file, and what only the second reader finds when it is damaged: answers, other fields.

    What it finds empty stays lost: in a damaged file nobody can say that a field was empty.
    """
    tweede = tweede_lezing(inhoud) if document.beschadigd else None
    gevonden = tweede.velden if tweede else {}
    nieuw = {naam: waarden for naam, waarden in gevonden.items() if naam not in document.velden}
    erbij = {naam: waarden for naam, waarden in nieuw.items() if any(w.tekst or w.vreemd for w in waarden)}
    bekend = {naam for naam, *_ in document.extra}
    extra = [vak for vak in tweede.extra if vak.naam not in bekend] if tweede else []
    return document.velden | erbij, frozenset(erbij), extra


def _lees_met_tweede(tweede: Tweede, bestand: str, plannen: Plannen, sha256: str) -> Invulling:
    """Read what the second reader found; the record says so, field by field."""
    score = _scorer(tweede.velden)
    uit = Verzamelaar(bestand, "pdf", kies_plan(tweede.herkenning, plannen, score))
    PdfLezing(tweede.velden, uit.plan, uit, frozenset(tweede.velden)).lees()
    meld_extra(tweede.extra, uit)
    uit.meld("L34", "")
    return maak_invulling(uit, tweede.herkenning, sha256)


def heeft_antwoorden(inhoud: bytes) -> bool:
    """Tell whether a field holds something that the blank didn't, also one that isn't ours, or a box is crossed."""
    document = _open(inhoud)
    for naam, velden in document.plekken.items():
        for veld, waarde in zip(velden, document.velden[naam], strict=True):
            vooraf = woord(veld.get("/DV", ""))
            if waarde.aan or waarde.getoond or (waarde.aan is None and waarde.tekst.strip() not in ("", vooraf)):
                return True
    return bool(document.extra or document.herkenning().identiteit.dossier)


def _scorer(velden: Collection[str]) -> Callable[[Leesplan], float]:
    """Return what tells which share of the questions of a form is among these fields."""

    def score(plan: Leesplan) -> float:
        return sum(veldnaam(sleutel) in velden for sleutel in plan.bladen) / (len(plan.bladen) or 1)

    return score

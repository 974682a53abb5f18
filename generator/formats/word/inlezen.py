"""From the bytes of a Word file to an `Invulling`: recognise, read, settle who it is about."""

from __future__ import annotations

from generator.formats.herkenning import Herkenning, herken
from generator.formats.inlezen import GENOEG, Plannen, kies_plan, maak_invulling
from generator.formats.leesplan import Leesplan
from generator.formats.veilig import Geweigerd
from generator.formats.verzamelaar import Verzamelaar
from generator.formats.word.document import WordDocument
from generator.formats.word.lezer import WordLezing
from generator.formats.word.namen import TAG, q
from generator.formats.word.vakken import vaktekst
from generator.formats.word.vondsten import vind_bladwijzers, vind_labels
from generator.model import Invulling

_TAG, _VAL = q("w:tag"), q("w:val")


def herken_word(inhoud: bytes) -> Herkenning:
    """Return which form a Word file says it is."""
    document = WordDocument(inhoud)
    return _herkenning(document)[0]


def _herkenning(document: WordDocument) -> tuple[Herkenning, str]:
    eigen = document.eigenschappen()
    return herken(eigen.waarden, eigen.onderwerp, document.voetteksten()), eigen.programma


def lees_word(inhoud: bytes, bestand: str, plannen: Plannen, sha256: str = "") -> Invulling:
    """Read a returned Word form.

    Raises `Geweigerd` when it can't be opened or is no form of this organisation;
    everything else that is odd becomes a reading message of the `Invulling`.
    """
    document = WordDocument(inhoud)
    herkenning, programma = _herkenning(document)
    if not herkenning.identiteit.formulier and (code := document.gemaakt_als()):
        raise Geweigerd(code)
    uit = Verzamelaar(bestand, "word", kies_plan(herkenning, plannen, lambda plan: _score(document, plan)))
    WordLezing(document, uit.plan, uit, programma).lees()
    return maak_invulling(uit, herkenning, sha256)


def heeft_antwoorden(inhoud: bytes) -> bool:
    """Tell whether any control of ours that had an invitation shows something else now, or a box is crossed."""
    document = WordDocument(inhoud)
    for merk in document.hoofd.iter(_TAG):
        eigenschappen = merk.getparent()
        if eigenschappen is None or not (merk.get(_VAL) or "").startswith(TAG):
            continue
        aan = next(eigenschappen.iter(q("w14:checked")), None)
        if aan is not None and aan.get(q("w14:val")) == "1":
            return True
        uitnodiging = eigenschappen.find(q("w:placeholder"))
        sdt = eigenschappen.getparent()
        if uitnodiging is None or sdt is None or eigenschappen.find(q("w:showingPlcHdr")) is not None:
            continue
        in_rij = next(sdt.iterancestors(q("w:tr")), None) is not None and "." in (merk.get(_VAL) or "")
        if vaktekst(sdt).strip() and not in_rij:
            return True
    return bool(herken_word(inhoud).identiteit.dossier)


def _score(document: WordDocument, plan: Leesplan) -> float:
    """Return which share of the questions of a form stands in the document, by the best of three routes."""
    tags = {merk.get(_VAL) for verhaal in document.verhalen() for merk in verhaal.iter(_TAG)}
    wijzers = set(vind_bladwijzers(document.verhalen()))
    aantal = len(plan.bladen) or 1
    via_tag = sum(TAG + blad in tags for blad in plan.bladen) / aantal
    via_wijzer = sum("af_" + blad.replace(".", "__") in wijzers for blad in plan.bladen) / aantal
    labels = vind_labels(document.hoofd, plan).cellen if max(via_tag, via_wijzer) < GENOEG else {}
    gezocht = {plaats for blad, plaats in plan.plaatsen.items() if blad in plan.bladen}
    return max(via_tag, via_wijzer, len(gezocht & set(labels)) / (len(gezocht) or 1))

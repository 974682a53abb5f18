"""From the bytes of a Word file to an `Invulling`: recognise, read, settle who it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

from generator.formats.herkenning import NAMEN, Herkenning, herken
from generator.formats.leesplan import Leesplan
from generator.formats.veilig import Geweigerd
from generator.formats.verzamelaar import Verzamelaar
from generator.formats.word.document import WordDocument
from generator.formats.word.lezer import WordLezing
from generator.formats.word.namen import TAG, q
from generator.formats.word.vakken import vaktekst
from generator.formats.word.vondsten import vind_bladwijzers, vind_labels
from generator.model import Formulier, Invulling

_TAG, _VAL = q("w:tag"), q("w:val")
# A form without identity is known by its questions when at least this share of them is there.
_GENOEG = 0.6
_GETAL = re.compile(r"[0-9]{1,4}")
# As the form itself asks for (formulieren/_kop.yaml).
_HOOGSTE_CYCLUS = 99


class Plannen(Protocol):
    """The forms of an organisation, ready for reading."""

    formulieren: Mapping[str, Formulier]

    def plan(self, sleutel: str) -> Leesplan:
        """Return the plan of one form."""

    def plan_bij(self, sleutel: str, versie: str, organisatie: str) -> Leesplan:
        """Return the plan of the version that a form was made with."""

    @property
    def plannen(self) -> Mapping[str, Leesplan]:
        """All plans."""


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
    sleutel, geraden = herkenning.identiteit.formulier, False
    if not sleutel:
        sleutel, geraden = _raad(document, plannen), True
    if sleutel not in plannen.formulieren:
        raise Geweigerd("L50", formulier=sleutel)
    plan = plannen.plan_bij(sleutel, herkenning.identiteit.versie, herkenning.identiteit.organisatie)
    uit = Verzamelaar(bestand, "word", plan)
    WordLezing(document, plan, uit, programma).lees()
    uit.meld_verloren()
    _meld_herkenning(uit, herkenning, geraden)
    return _invulling(uit, herkenning, sha256)


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


def _raad(document: WordDocument, plannen: Plannen) -> str:
    """Return the form whose questions stand in the document; `Geweigerd` L46 when none is there enough."""
    tags = {merk.get(_VAL) for verhaal in document.verhalen() for merk in verhaal.iter(_TAG)}
    wijzers = set(vind_bladwijzers(document.verhalen()))
    beste, score = "", 0.0
    for sleutel, plan in plannen.plannen.items():
        aantal = len(plan.bladen) or 1
        via_tag = sum(TAG + blad in tags for blad in plan.bladen) / aantal
        via_wijzer = sum("af_" + blad.replace(".", "__") in wijzers for blad in plan.bladen) / aantal
        labels = vind_labels(document.hoofd, plan).cellen if max(via_tag, via_wijzer) < _GENOEG else {}
        gezocht = {plaats for blad, plaats in plan.plaatsen.items() if blad in plan.bladen}
        via_label = len(gezocht & set(labels)) / (len(gezocht) or 1)
        if (hier := max(via_tag, via_wijzer, via_label)) > score:
            beste, score = sleutel, hier
    if score < _GENOEG:
        raise Geweigerd("L46")
    return beste


def _meld_herkenning(uit: Verzamelaar, herkenning: Herkenning, geraden: bool) -> None:
    if geraden:
        uit.meld("L22", "", formulier=uit.plan.formulier.titel)
    if not herkenning.regel_klopt:
        uit.meld("L21", "")
    for naam, waarden in sorted(herkenning.tegenspraak.items()):
        gekozen = getattr(herkenning.identiteit, naam)
        uit.meld("L20", "", wat=NAMEN[naam], waarden=" en ".join(waarden), gekozen=gekozen)


def _invulling(uit: Verzamelaar, herkenning: Herkenning, sha256: str) -> Invulling:
    """Settle the dossier and the cycle: what a person sees in the kop goes before what is hidden."""
    wie = herkenning.identiteit
    zichtbaar = str(uit.waarden.get("dossier_nr") or "").strip()
    if zichtbaar and wie.dossier and zichtbaar.casefold() != wie.dossier.casefold():
        uit.meld("L23", "dossier_nr", verborgen=wie.dossier)
    return Invulling(
        formulier=uit.plan.formulier.sleutel,
        versie=wie.versie,
        organisatie=wie.organisatie,
        dossier=zichtbaar or wie.dossier,
        cyclus=_cyclus(uit.waarden.get("cyclus_nr"), wie.cyclus),
        bestand=uit.bestand,
        formaat=uit.formaat,
        waarden=_op_volgorde(uit),
        antwoorden=tuple(uit.antwoorden),
        niet_gevonden=tuple(uit.niet_gevonden),
        meldingen=tuple(uit.meldingen),
        uitgangsmodel=wie.uitgangsmodel,
        handleiding=wie.handleiding,
        sha256=sha256,
        routes=uit.routes,
    )


def _cyclus(zichtbaar: Any, verborgen: str) -> int | None:
    """Return the number of the cycle; what can't be one stays as answer (L18), but nothing is counted by it."""
    getal = zichtbaar if isinstance(zichtbaar, int) else int(verborgen) if _GETAL.fullmatch(verborgen) else 0
    return getal if 1 <= getal <= _HOOGSTE_CYCLUS else None


def _op_volgorde(uit: Verzamelaar) -> dict[str, Any]:
    """Return the values in the order of the form, whatever order they were found in."""
    volgorde = [veld.sleutel for veld in uit.plan.formulier.velden]
    return {sleutel: uit.waarden[sleutel] for sleutel in volgorde if sleutel in uit.waarden}

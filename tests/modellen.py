"""What the tests of the starting models share: their forms, and what may be missing in any of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import fields

from generator.bijlagen import bijlagenummers
from generator.bron import Pad
from generator.duur import Duur, Maat, lees_duur
from generator.formulier import formulieren_van
from generator.inrichting import alle_teksten
from generator.model import MATRIXRIJEN, Fase, Inrichting, Termijn

# The forms about a client that every model has.
CLIENTFORMULIEREN = (
    "aanmelding",
    "intake",
    "toestemming",
    "checklist_opstart",
    "leefgebiedenwijzer",
    "persoonsbeschrijving",
    "begeleidingsplan",
    "evaluatie",
    "checklist_uitstroom",
    "exit",
)
# The forms of the organisation itself (domein.md 3.17), as they stand behind the handleiding.
ORGANISATIEFORMULIEREN = (
    "zelfscan",
    "interview",
    "balans",
    "profiel",
    "gesprekskaarten",
    "meerwaarde",
    "instrumenten_scan",
    "plan_toets",
    "randvoorwaarden",
    "implementatieplan",
    "eval_werkwijze",
    "verankering",
    "exit_jaar",
    "wijzigingslog",
)


# -- durations and limits


def duur(tekst: str) -> Duur:
    """Read a duration that must be readable."""
    gelezen = lees_duur(tekst)
    assert gelezen is not None, tekst
    return gelezen


def week(getal: float) -> Maat:
    return Maat(getal, "week")


def termijnen(model: Inrichting) -> dict[str, Termijn]:
    """Return every deadline and frequency by key; no key may stand twice."""
    alle = [deel for fase in model.fasen for deel in (*fase.termijnen, *fase.frequenties)]
    sleutels = [deel.sleutel for deel in alle]
    assert len(set(sleutels)) == len(sleutels), sleutels
    return {deel.sleutel: deel for deel in alle}


def voorstellen(model: Inrichting) -> set[str]:
    """Return the deadlines and frequencies that are a proposal."""
    return {sleutel for sleutel, deel in termijnen(model).items() if deel.voorstel == "ja"}


def parameters(model: Inrichting) -> dict[str, object]:
    return {deel.name: getattr(model.parameters, deel.name) for deel in fields(model.parameters)}


# -- decisions


def besluiten(model: Inrichting) -> dict[str, dict[str, str]]:
    """Return outcome → what follows, for each fase that decides."""
    return {fase.sleutel: {b.uitkomst: b.vervolg for b in fase.besluiten} for fase in model.fasen if fase.besluiten}


def besluiten_zonder_uitleg(model: Inrichting) -> list[str]:
    return [b.uitkomst for fase in model.fasen for b in fase.besluiten if not (b.toelichting and b.bron)]


# -- instruments, forms, annexes


def los_van_de_fasen(model: Inrichting) -> list[str]:
    """Return the instruments that no fase uses, in the order of the model."""
    gebruikt = {naam for fase in model.fasen for naam in fase.instrumenten}
    return [deel.sleutel for deel in model.instrumenten if deel.sleutel not in gebruikt]


def onbekend_in_de_fasen(model: Inrichting) -> set[str]:
    """Return what a fase uses and is no instrument."""
    gebruikt = {naam for fase in model.fasen for naam in fase.instrumenten}
    return gebruikt - {deel.sleutel for deel in model.instrumenten}


def formulierinstrumenten(model: Inrichting) -> dict[str, str | None]:
    """Return the form of each instrument that is one; all of them number themselves."""
    formulieren = [deel for deel in model.instrumenten if deel.soort == "formulier"]
    assert {deel.bijlage for deel in formulieren} == {"automatisch"}
    return {deel.sleutel: deel.formulier for deel in formulieren}


def organisatiebijlagen(model: Inrichting) -> dict[str, int | None]:
    """Return the annex number of every form of the organisation itself that is switched on, in order of number."""
    nummers, aan = bijlagenummers(model), formulieren_van(model)
    gevonden = {sleutel: nummers.get(sleutel) for sleutel, deel in aan.items() if deel.soort == "organisatie"}
    return dict(sorted(gevonden.items(), key=lambda paar: paar[1] or 0))


# -- what may be missing


def gebreken(fase: Fase) -> list[str]:
    """Return what a filled in fase lacks, and where it says too little or too much."""
    weg = _leeg(fase, "", "kern doel duur instrumenten werkwijze bron")
    for stap in fase.werkwijze:
        weg += _leeg(stap, f"werkwijze ‘{stap.titel}’: ", "tekst wie bron")
    for taak in fase.taken:
        weg += _leeg(taak, f"taak ‘{taak.wat}’: ", "wie wanneer waar hoe bron")
    if not 4 <= len(fase.taken) <= 9:
        weg.append(f"{len(fase.taken)} taken")
    if not 3 <= len(fase.aandachtspunten) <= 5:
        weg.append(f"{len(fase.aandachtspunten)} aandachtspunten")
    return weg


def gebreken_van_matrix(fase: Fase) -> list[str]:
    """Return the cells of the matrix that are empty or hold more than 25 words."""
    cellen = {rij: fase.matrix.cel(rij) for rij in MATRIXRIJEN}
    return [f"{rij}: {cel}" for rij, cel in cellen.items() if not 0 < len(cel.split()) <= 25]


def gebreken_van_leefgebieden(model: Inrichting, themas: range = range(4, 7)) -> list[str]:
    """Return what the leefgebieden lack, and which have too few or too many themas or questions."""
    weg = []
    for gebied in model.leefgebieden:
        weg += _leeg(gebied, f"{gebied.sleutel}: ", "reikwijdte synoniemen")
        if len(gebied.themas) not in themas:
            weg.append(f"{gebied.sleutel}: {len(gebied.themas)} themas")
        if not 3 <= len(gebied.vragen) <= 4:
            weg.append(f"{gebied.sleutel}: {len(gebied.vragen)} vragen")
    return weg


def _leeg(deel: object, waar: str, namen: str) -> list[str]:
    return [f"{waar}{naam}" for naam in namen.split() if not getattr(deel, naam)]


# -- texts


def alineas(tekst: str) -> int:
    """Return how many paragraphs a text has; nothing has none."""
    return len(tekst.strip().split("\n\n")) if tekst.strip() else 0


def accolades_over(gevuld: Inrichting) -> list[tuple[Pad, str]]:
    """Return the texts in which a reference was left open."""
    return [(pad, tekst) for pad, tekst in alle_teksten(gevuld, ()) if "{" in tekst or "}" in tekst]


def vaste_woorden(model: Inrichting, vast: re.Pattern[str], mag: Collection[Pad] = ()) -> list[tuple[Pad, str]]:
    """Return the texts with a word that should have come from the terms; *mag* begins the paths where it may stand.

    A copy with other terms must not keep the old words in its texts.
    """
    return [
        (pad, tekst)
        for pad, tekst in alle_teksten(model, ())
        if vast.search(re.sub(r"\{[^}]*\}", "", tekst))
        and not {"termen", "synoniemen"} & set(pad)
        and not any(pad[: len(begin)] == begin for begin in mag)
        and not re.fullmatch(r"[a-z0-9_]+", tekst)
        and not (pad[-1] in ("duur", "tekst") and lees_duur(tekst))  # durations hold the words of generator.duur
    ]

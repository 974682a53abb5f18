"""What an example of a rule is, and pieces that many examples share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kleindossier import PEILDATUM, WEG, antwoorden

from generator.model import Bestand

PB, PLAN, EVAL = "persoonsbeschrijving", "begeleidingsplan", "evaluatie"
GEEN_GEBIEDEN = {
    f"{PB}@2.{veld}": WEG for veld in ("lg_situatie", "lg_goed", "lg_minder", "lg_wens", "lg_niet_relevant")
}
CYCLUS_2 = {
    f"{EVAL}.besluit": "voortzetten",
    f"{PB}@2.datum_pb": "2026-05-05",
    f"{PB}@2.besproken_op": "2026-05-05",
    f"{PB}@2.kopie_op": "2026-05-05",
    f"{PLAN}@2.plan_datum": "2026-05-06",
    f"{PLAN}@2.doelen": [
        {"doel_nr": n, "leefgebied": "wonen", "doel": "A", "prioriteit": "hoog", "streefdatum": "2026-07-01"}
        for n in (1, 2)
    ],
    f"{PLAN}@2.acties": [
        {"doel_nr": n, "actie": "A", "wie": "Noor", "wanneer": "2026-06-01", "soort_wie": "client"} for n in (1, 2)
    ],
    f"{PLAN}@2.evaluatie_gepland": "2026-07-01",
    f"{PLAN}@2.handtekening_client.datum": "2026-05-06",
    f"{PLAN}@2.handtekening_mentor.datum": "2026-05-06",
    "checklist_uitstroom": WEG,
}


def overal(veld: str, waarde: Any) -> dict[str, Any]:
    """Return the change of one field of the kop on every form of the dossier."""
    return {f"{formulier}.{veld}": waarde for formulier in antwoorden()}


@dataclass(frozen=True)
class Voorbeeld:
    """One example: the changes, and what all rules together should say."""

    code: str
    wat: str
    verwacht: tuple[str, ...] = ()
    wijzig: Mapping[str, Any] = field(default_factory=dict)
    waarden: Mapping[str, Any] = field(default_factory=dict)
    invulling: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    organisatie: Mapping[str, Any] = field(default_factory=dict)
    peildatum: date = PEILDATUM
    erbij: tuple[Bestand, ...] = ()
    kopie: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    ernst: str = ""
    overgeslagen: str = ""
    # A field that the first place of a finding of this rule names, and a piece of what it says.
    veld: str = ""
    zegt: str = ""
    # The fields (or forms, or ``formulier:veld``, or files) that the first finding of this rule points at, all of them.
    plekken: tuple[str, ...] = ()
    # The forms of version 1 as they were kept: fields that were not there yet, or ``-gebied``; ``+veld`` or ``*gebied``
    # that went.
    oud: Mapping[str, tuple[str, ...]] | None = None

    def __str__(self) -> str:
        return f"{self.code} {self.wat}"

"""After a death no finding asks anything of the client, whatever the dossier looked like before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import kleindossier
import pytest
from kleindossier import WEG, antwoorden, bestand, formulieren
from regelvoorbeelden import VOORBEELDEN
from regelvoorbeelden_dossier import EXIT, START, UIT
from test_regels import rapport_van, uitkomst
from voorbeeld import EVAL, PB, PLAN, Voorbeeld

from generator.checks import PER_CODE
from generator.checks.berichten import BERICHTEN
from generator.checks.overlijden import BLIJFT, MET_CLIENT, ZONDER_CLIENT
from generator.dossier import maak_dossiers
from generator.formulier import definities

OVERLEDEN = {f"{UIT}.uitstroomsoort": "overlijden", f"{UIT}.vertrekdatum": "2026-05-20"}
KERN_WEG = {PB: WEG, PLAN: WEG, EVAL: WEG, EXIT: WEG}
VRAAGT = re.compile(
    r"vraag|laat tekenen|bespreek|\bsamen (?!horen)|\bplan (het|een|de) |stuur (die|de brief)|"
    r"geef (een kopie|antwoord)|bel de|alsnog", re.IGNORECASE)  # fmt: skip
LABEL = re.compile("‘[^’]*’")


def overleden(voorbeeld: Voorbeeld) -> Voorbeeld:
    """Return the same dossier, of somebody who died."""
    wijzig = {naam: waarde for naam, waarde in voorbeeld.wijzig.items() if naam != UIT}
    return replace(voorbeeld, wijzig={**wijzig, **OVERLEDEN})


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
def test_niemand_vraagt_nog_iets(voorbeeld: Voorbeeld) -> None:
    rapport = rapport_van(overleden(voorbeeld))
    berichten = [LABEL.sub("", b.bericht) for b in rapport.bevindingen if b.code in PER_CODE and b.dossier]
    assert not [bericht for bericht in berichten if VRAAGT.search(bericht)]
    assert not [b.bericht for b in rapport.bevindingen if b.vindplaatsen[0].formulier == EXIT
                and b.code not in BLIJFT]  # fmt: skip


def zegt(code: str, wijzig: dict[str, Any], **anders: Any) -> list[str]:
    gevonden = uitkomst(rapport_van(Voorbeeld(code, "", (), {**wijzig, **OVERLEDEN}, **anders)))
    return [deel for deel in gevonden if deel.startswith(code)]


def test_checklist_van_de_uitstroom() -> None:
    """What the organisation does itself is still asked; a reason for what can't be done is not."""
    taken = f"{UIT}.taken"
    klaar = [{"taak": taak, "afgetekend_door": "Sam"} for taak in ("sleutels", "papieren", "geldzaken")]
    assert zegt("R50", {taken: klaar}) == []
    assert zegt("R50", {taken: [*klaar, {"taak": "afscheid", "nvt": "ja"}]}) == []
    assert zegt("R50", {taken: klaar[1:]}) == ["R50:taak"]
    assert zegt("R50", {taken: [{"taak": "sleutels", "nvt": "ja"}, *klaar[1:]]}) == []
    assert zegt("R50", {f"{START}.taken": WEG, taken: klaar}) == []


@pytest.mark.parametrize(
    ("code", "wijzig"),
    [
        ("R01", {f"{EXIT}.gesprek_datum": WEG}),
        ("R02", {f"{PB}.toekomst": WEG}),
        ("R07", {f"{PB}.toekomst": WEG}),
        ("R11", {f"{PLAN}.handtekening_client": WEG}),
        ("R11", {f"{PLAN}.handtekening_client.datum": WEG}),
        ("R11", {f"{EVAL}.handtekening_mentor": WEG}),
        ("R28", {"intake.brief_datum": WEG}),
        ("R30", KERN_WEG),
        ("R36", {"intake.besluit": "proef", "intake.proef_reden": "x", "intake.proef_eind": "2026-05-01", **KERN_WEG}),
        ("R38", {PB: WEG}),
        ("R45", {f"{PB}.kopie_op": WEG}),
        ("R51", {EXIT: WEG}),
        ("R52", {EXIT: WEG}),
        ("R74", {EVAL: WEG}),
    ],
)
def test_zwijgt(code: str, wijzig: dict[str, Any]) -> None:
    assert zegt(code, wijzig) == []
    gewoon = uitkomst(rapport_van(Voorbeeld(code, "", (), wijzig)))
    assert code in ("R30", "R36", "R74") or any(deel.startswith(code) for deel in gewoon), gewoon


@pytest.mark.parametrize(
    ("code", "wijzig"),
    [
        ("R01", {"incident.datum_tijd": WEG}),
        ("R25", {"incident.register_nr": WEG}),
        ("R26", {f"{PLAN}.plan_datum": "2026-01-02"}),
        ("R53", {f"{EVAL}.geboortedatum": "1991-04-01"}),
    ],
)
def test_spreekt_nog(code: str, wijzig: dict[str, Any]) -> None:
    assert zegt(code, wijzig)


def test_wat_zwijgt_staat_bij_overgeslagen() -> None:
    rapport = rapport_van(Voorbeeld("R45", "", (), {f"{PB}.kopie_op": WEG, **OVERLEDEN}))
    assert ("R45", "na een overlijden vraag ik hier niets meer over") in [
        (o.code, o.reden) for o in rapport.overgeslagen
    ]


def test_geen_termijn_loopt_door() -> None:
    wijzig: dict[str, Any] = {**KERN_WEG, "intake.brief_datum": WEG, **OVERLEDEN}
    delen = [bestand(naam, gegeven).invulling for naam, gegeven in antwoorden(**wijzig).items()]
    (dossier,) = maak_dossiers([d for d in delen if d], kleindossier.inrichting(), date(2027, 1, 1), formulieren())
    assert dossier.verloop.overleden
    assert dossier.verloop.termijnen
    assert all(termijn.vervallen for termijn in dossier.verloop.termijnen if termijn.gedaan is None)


def test_de_lijsten_bestaan() -> None:
    assert set(BLIJFT) <= set(PER_CODE)
    assert all(varianten <= set(BERICHTEN[code]) for code, varianten in BLIJFT.items())
    assert set(ZONDER_CLIENT) <= set(definities())
    taken = definities()[UIT].veld("taken")
    assert taken is not None
    assert {rij.sleutel for rij in taken.rijen} >= MET_CLIENT

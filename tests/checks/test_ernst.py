"""How heavy a finding is, against the table of the domain (chapter 4), copied here by hand: the rules are not asked.

Every example of every rule is judged; what a deviation on record softened is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
import test_regels
import test_toets

from generator.checks import PER_CODE
from generator.model import Rapport

F, W, A = "fout", "waarschuwing", "aandachtspunt"
DOMEIN = {
    F: "R01 R02 R03 R04 R08 R09 R10 R11 R14 R15 R16 R18 R20 R25 R26 R34 R35 R38 R39 R41 R43 R45 R46 R53 R57 R58 R59 "
    "R60 R61 R64 R72",
    W: "R05 R06 R07 R12 R13 R17 R19 R22 R23 R24 R27 R28 R29 R30 R32 R33 R36 R37 R40 R42 R44 R47 R48 R49 R50 R51 R55 "
    "R62 R63 R65 R66 R67 R69 R70 R71 R73 R74 R75",
    A: "R21 R31 R52 R54 R56 R68",
}
GEWOON = {code: ernst for ernst, codes in DOMEIN.items() for code in codes.split()}
# The sub-cases that the domain names.
DEELGEVALLEN: Mapping[str, frozenset[str]] = {
    "R05:nergens": frozenset({F}),  # the whole form; per leefgebied it is a waarschuwing
    "R10:leefgebied": frozenset({W}),
    "R10:prioriteit": frozenset({W}),
    "R11:ontbreekt": frozenset({F, W}),  # fout on the plan; elsewhere the organisation may choose
    "R14:onbekend": frozenset({W}),
    "R15:onbekend": frozenset({W}),
    "R35:wachtlijst": frozenset({W}),
    "R35:contact": frozenset({W}),
    "R35:contact_gat": frozenset({W}),
    "R40:doel": frozenset({A}),
    "R51:poging": frozenset({A}),
    "R51:te_vroeg": frozenset({W, A}),
    "R59:twijfel": frozenset({A}),
    "R62:vertrouwelijk": frozenset({A}),
    "R67:verankering": frozenset({A}),
    "R70:gelijk": frozenset({A}),  # ‘alleen melden’
    "R70:los": frozenset({A}),
    # After uitzetting or stopzetting (4.8).
    "R24:bestemming": frozenset({W, A}),
    "R38:overgeslagen": frozenset({F, A}),
    "R41:ontbreekt": frozenset({F, A}),
}
# Lighter than the domain says, or not in the domain, each for a reason.
EIGEN_KEUZE: Mapping[str, frozenset[str]] = {
    "R46:formulier": frozenset({W}),  # the intake names the day of the consent: it was given, the form is not there
    "R58:eigen_woorden": frozenset({A}),  # the text is there, in the words of the model
    "R65:parameter_uit": frozenset({A}),  # a term in words that nobody watches
    "R66:reden": frozenset({A}),  # the text of a deviation from the model is free
    "R67:niets": frozenset({A}),  # an organisation that just began: one remark, and not one per question
    "R71:andere_naam": frozenset({A}),  # the same questions under another name of the organisation
}


def _zonder_afwijking(rapport: Rapport) -> Iterator[tuple[str, str]]:
    for b in rapport.bevindingen:
        if b.code in PER_CODE and not isinstance(b.context.get("afwijking"), date):
            yield f"{b.code}:{b.context['variant']}", b.ernst.value


@pytest.fixture(scope="module")
def gezien() -> Mapping[str, set[str]]:
    """Return rule and wording → the weights that the examples show."""
    gevonden: defaultdict[str, set[str]] = defaultdict(set)
    dossiers = (test_regels.rapport_van(voorbeeld) for voorbeeld in test_regels.VOORBEELDEN)
    inrichtingen = (test_toets.rapport_van(voorbeeld) for voorbeeld in test_toets.VOORBEELDEN)
    for rapporten in (dossiers, inrichtingen):
        for rapport in rapporten:
            for geval, ernst in _zonder_afwijking(rapport):
                gevonden[geval].add(ernst)
    return gevonden


def test_de_ernst_van_een_regel_is_die_van_het_domein() -> None:
    assert {code: regel.ernst.value for code, regel in PER_CODE.items()} == GEWOON


def test_de_ernst_van_elk_geval_is_die_van_het_domein(gezien: Mapping[str, set[str]]) -> None:
    bijzonder = DEELGEVALLEN | EIGEN_KEUZE
    assert not bijzonder.keys() - gezien.keys()
    verwacht = {geval: bijzonder.get(geval, frozenset({GEWOON[geval[:3]]})) for geval in gezien}
    assert {g: e for g, e in gezien.items() if e != verwacht[g]} == {}

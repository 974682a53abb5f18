"""The dossiers of domein.md 4.9, each with exactly the findings that belong to it.

P1, P2, P5 and P6 are the example that ``achtfasen voorbeeld`` shows (`content.voorbeelden`); the others stand in
``tests/proefdossiers``, each told at the top of its first file. P12 and P14 are about the inrichting: not here.
Every dossier goes as objects, and through real forms (made, filled, read, checked): in Word, and in three formats by
turns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from drukkerij import Drukkerij

from generator import content
from generator.checks import controleer
from generator.formats import ACHTERVOEGSEL, FORMATEN, Formaatnaam, Lezer, formaat_met
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Bestand, Ernst, Formulier, Inrichting, Invulling, Rapport
from generator.opdrachten import Antwoordbestand, lees_antwoordbestand, regelmatige_antwoorden

HIER = Path(__file__).parent.parent / "proefdossiers"
FOUT, WAARSCHUWING, AANDACHTSPUNT = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.AANDACHTSPUNT
Telling = Counter[tuple[str, Ernst]]
JAREN_LATER = date(2028, 6, 1)


@dataclass(frozen=True)
class Proef:
    """One dossier: the day on which it is judged, what comes out, and what comes due after which day."""

    peildatum: date
    uitslag: Mapping[tuple[str, Ernst], int]
    model: str = "opvang2004"
    tot: date = JAREN_LATER
    daarna: str = ""


PROEVEN: Mapping[str, Proef] = {
    "P1": Proef(date(2026, 9, 20), {}),
    "P2": Proef(date(2026, 9, 20), {}),
    "P3": Proef(date(2026, 6, 25), {("R15", FOUT): 1}),
    # 28 days after the start there should be a persoonsbeschrijving.
    "P4": Proef(date(2026, 7, 28), {("R35", WAARSCHUWING): 1}, tot=date(2026, 8, 10), daarna="R29"),
    # 14 days after the day planned for the evaluatie.
    "P5": Proef(date(2026, 9, 20), {("R11", FOUT): 1, ("R30", WAARSCHUWING): 1}, tot=date(2026, 11, 13), daarna="R74"),
    # 14 days × 1.5 after the decision to go on.
    "P6": Proef(date(2026, 9, 20), {("R09", FOUT): 1, ("R41", FOUT): 1}, tot=date(2026, 10, 9), daarna="R43"),
    # 14 days after the beschrijving.
    "P7": Proef(date(2026, 8, 10), {("R46", FOUT): 1}, tot=date(2026, 8, 13), daarna="R30"),
    "P9": Proef(date(2026, 7, 31), {("R38", AANDACHTSPUNT): 1, ("R52", AANDACHTSPUNT): 1}),
    "P10": Proef(date(2026, 10, 8), {("R37", WAARSCHUWING): 1}, tot=date(2026, 10, 14), daarna="R30"),
    # The later decision counts: no plan of cycle 2 is waited for, and 6 weeks after it the uitstroom should be over.
    "P11": Proef(date(2026, 10, 5), {("R70", WAARSCHUWING): 1}, tot=date(2026, 11, 12), daarna="R31"),
    # 14 days after the last progress talk. R25 counts the empty mail and the empty question about the inspection.
    "P13": Proef(date(2026, 9, 3), {("R25", FOUT): 2}, model="leefhuis2022", tot=date(2026, 9, 7), daarna="R33"),
}
NAMEN = pytest.mark.parametrize("naam", PROEVEN)


# --------------------------------------------------------------------------
# From answer files to a report


def paden_van(naam: str) -> list[Path]:
    eigen = HIER / naam
    return sorted((eigen if eigen.is_dir() else content.voorbeelden() / naam).glob("*.yaml"))


@cache
def organisatie(model: str) -> tuple[Inrichting, Mapping[str, Formulier]]:
    inrichting = lees_inrichting(model)
    return inrichting, formulieren_van(inrichting)


@cache
def als_objecten(naam: str) -> tuple[Bestand, ...]:
    """The dossier as if it was read."""
    _, formulieren = organisatie(PROEVEN[naam].model)
    bestanden = []
    for pad in paden_van(naam):
        gegeven = lees_antwoordbestand(pad)
        formulier = formulieren[gegeven.formulier]
        invulling = Invulling(
            formulier=formulier.sleutel,
            versie=formulier.versie,
            organisatie="",
            dossier=gegeven.dossier,
            cyclus=gegeven.cyclus,
            bestand=str(pad),
            formaat="word",
            waarden=regelmatige_antwoorden(gegeven, formulier),
        )
        bestanden.append(Bestand(pad=str(pad), status="gelezen", formaat="word", invulling=invulling))
    return tuple(bestanden)


class Eigenpers:
    """Makes and fills the forms of an organisation that no starting model is; every blank once."""

    def __init__(self, inrichting: Inrichting, soort: Formaatnaam) -> None:
        self.formulieren = formulieren_van(inrichting)
        self._gevuld, self._soort = ingevuld(inrichting), soort

    def vul(self, gegeven: Antwoordbestand) -> bytes:
        formulier, soort = self.formulieren[gegeven.formulier], formaat_met(self._soort)
        vuller = soort.maak_vuller(soort.maak_formulier(formulier, self._gevuld), formulier)
        return vuller.vul(regelmatige_antwoorden(gegeven, formulier), gegeven.dossier, gegeven.cyclus)


def lees(documenten: Mapping[str, bytes], formulieren: Mapping[str, Formulier], map_: Path) -> list[Bestand]:
    """Write the documents and read them back."""
    lezer = Lezer(formulieren)
    for naam, inhoud in documenten.items():
        (map_ / naam).write_bytes(inhoud)
    bestanden = [lezer.lees(pad) for pad in sorted(map_.iterdir())]
    assert [b.status for b in bestanden] == ["gelezen"] * len(documenten)
    return bestanden


def geteld(rapport: Rapport) -> Telling:
    return Counter((bevinding.code, bevinding.ernst) for bevinding in rapport.bevindingen)


def uitslag(naam: str, bestanden: Sequence[Bestand], peildatum: date) -> Telling:
    inrichting, formulieren = organisatie(PROEVEN[naam].model)
    return geteld(controleer(bestanden, inrichting, peildatum, formulieren=formulieren))


# --------------------------------------------------------------------------
# The dossiers


@NAMEN
def test_uitslag(naam: str) -> None:
    proef = PROEVEN[naam]
    assert als_objecten(naam)
    assert uitslag(naam, als_objecten(naam), proef.peildatum) == proef.uitslag


# In one format, or by turns within the dossier: with three beginnings every form comes in every format.
FORMAATREEKS: Mapping[str, Sequence[Formaatnaam]] = {
    "word": ("word",),
    **{f"gemengd vanaf {naam}": FORMATEN[nr:] + FORMATEN[:nr] for nr, naam in enumerate(FORMATEN)},
}


@pytest.mark.parametrize("reeks", FORMAATREEKS.values(), ids=FORMAATREEKS)
@NAMEN
def test_uitslag_door_echte_formulieren(
    naam: str, reeks: Sequence[Formaatnaam], drukkerij: Drukkerij, tmp_path: Path
) -> None:
    proef = PROEVEN[naam]
    documenten = {}
    for pad, soort in zip(paden_van(naam), cycle(reeks), strict=False):
        inhoud = drukkerij.vul_uit(soort, lees_antwoordbestand(pad), proef.model)
        documenten[f"{pad.stem}{ACHTERVOEGSEL[soort]}"] = inhoud
    bestanden = lees(documenten, organisatie(proef.model)[1], tmp_path)
    assert {bestand.formaat for bestand in bestanden} == set(reeks[: len(bestanden)])
    assert uitslag(naam, bestanden, proef.peildatum) == proef.uitslag


def ingevuld_op(bestand: Bestand) -> date:
    assert bestand.invulling
    dag = bestand.invulling.waarden["datum_ingevuld"]
    assert isinstance(dag, date)
    return dag


def dagen_onderweg() -> list[tuple[str, date]]:
    """Every day on which a form of a dossier was filled in."""
    return [(naam, dag) for naam in PROEVEN for dag in sorted({ingevuld_op(b) for b in als_objecten(naam)})]


@pytest.mark.parametrize(("naam", "dag"), dagen_onderweg())
def test_onderweg_is_er_niets_te_vroeg(naam: str, dag: date) -> None:
    """With the forms that were there on that day, nothing is found that the whole dossier doesn't show."""
    tot_dan = [bestand for bestand in als_objecten(naam) if ingevuld_op(bestand) <= dag]
    assert not uitslag(naam, tot_dan, dag) - Counter(PROEVEN[naam].uitslag)


@NAMEN
def test_een_termijn_telt_vanaf_de_dag_erna(naam: str) -> None:
    """Up to and including the last day the outcome stays the same; the day after, what came due is added."""
    proef = PROEVEN[naam]
    assert uitslag(naam, als_objecten(naam), proef.tot) == proef.uitslag
    erbij = uitslag(naam, als_objecten(naam), proef.tot + timedelta(days=1)) - Counter(proef.uitslag)
    assert not proef.daarna or [code for code, _ in erbij.elements()] == [proef.daarna]


def test_elk_proefdossier_staat_in_de_tabel() -> None:
    mappen = [*HIER.iterdir(), *content.voorbeelden().iterdir()]
    namen = {map_.name for map_ in mappen if map_.is_dir()}
    assert namen == {*PROEVEN, "P8"} == {f"P{nr}" for nr in range(1, 15)} - {"P12", "P14"}


# --------------------------------------------------------------------------
# P8: leefgebieden under other names

P8_PEILDATUM = date(2026, 9, 15)
ANDERE_NAMEN = {"wonen": ("huis_en_thuis", "Huis en thuis"), "praktisch": ("dagelijks_leven", "Dagelijks leven")}


def met_andere_namen(inrichting: Inrichting) -> Inrichting:
    """The organisation that the plan was made with: two leefgebieden are called otherwise."""
    return replace(
        inrichting,
        leefgebieden=tuple(
            replace(
                gebied, sleutel=ANDERE_NAMEN[gebied.sleutel][0], naam=ANDERE_NAMEN[gebied.sleutel][1], synoniemen=()
            )
            if gebied.sleutel in ANDERE_NAMEN
            else gebied
            for gebied in inrichting.leefgebieden
        ),
    )


def met_synoniemen(inrichting: Inrichting) -> Inrichting:
    """The organisation that knows those other names."""
    return replace(
        inrichting,
        leefgebieden=tuple(
            replace(gebied, synoniemen=(*gebied.synoniemen, ANDERE_NAMEN[gebied.sleutel][1]))
            if gebied.sleutel in ANDERE_NAMEN
            else gebied
            for gebied in inrichting.leefgebieden
        ),
    )


@pytest.fixture(scope="module", params=FORMATEN)
def p8(request: pytest.FixtureRequest, opvang: Inrichting, drukkerij: Drukkerij) -> dict[str, bytes]:
    """The files of P8: the plan is made with other names than the rest."""
    soort: Formaatnaam = request.param
    drukkerij.blanco(soort, "intake")  # skips where this format can't be made
    anders = Eigenpers(met_andere_namen(opvang), soort)
    gegevens = {pad.stem: lees_antwoordbestand(pad) for pad in paden_van("P8")}
    assert "begeleidingsplan" in {gegeven.formulier for gegeven in gegevens.values()}
    return {
        f"{naam}{ACHTERVOEGSEL[soort]}": anders.vul(gegeven)
        if gegeven.formulier == "begeleidingsplan"
        else drukkerij.vul_uit(soort, gegeven)
        for naam, gegeven in gegevens.items()
    }


def uitslag_p8(p8: Mapping[str, bytes], inrichting: Inrichting, map_: Path) -> Telling:
    formulieren = formulieren_van(inrichting)
    bestanden = lees(p8, formulieren, map_)
    return geteld(controleer(bestanden, inrichting, P8_PEILDATUM, formulieren=formulieren))


def test_p8_met_synoniem_is_er_niets(p8: Mapping[str, bytes], opvang: Inrichting, tmp_path: Path) -> None:
    assert not uitslag_p8(p8, met_synoniemen(opvang), tmp_path)


def test_p8_zonder_synoniem_alleen_r39(p8: Mapping[str, bytes], opvang: Inrichting, tmp_path: Path) -> None:
    assert uitslag_p8(p8, opvang, tmp_path) == {("R39", FOUT): 1}

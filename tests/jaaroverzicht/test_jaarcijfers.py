"""The figures against a count that looks at nothing but the answers themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from statistics import median
from typing import Any

import pytest
from jaarhulp import Partij, klopt, zichtbaar
from populatie import MODELLEN, PEILDATUM, model_van
from populatie.model import waarden_van

from generator.jaaroverzicht import Jaarcijfers
from generator.jaaroverzicht.cijfers import Verdeling

VAN = date(PEILDATUM.year, 1, 1)


def in_jaar(dag: Any) -> bool:
    return isinstance(dag, date) and VAN <= dag <= PEILDATUM


def antwoorden(partij: Partij, formulier: str) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """Yield dossier, cycle and answers of every form of one kind."""
    soort = model_van(partij.model)
    for geval in partij.gevallen:
        for deel in geval.van(formulier):
            yield geval.nummer, deel.cyclus or 1, waarden_van(soort, deel)


@pytest.fixture(params=MODELLEN)
def bij(request: pytest.FixtureRequest, zuiver: Mapping[str, Partij]) -> tuple[Partij, Jaarcijfers]:
    partij = zuiver[request.param]
    return partij, partij.cijfers()


Bij = tuple[Partij, Jaarcijfers]


def vergelijk(verdeling: Verdeling, naief: Counter[Any]) -> None:
    """Check every line of a table: the same number, or hidden as it should be."""
    for post in verdeling.posten:
        klopt(post.getallen[0], naief[post.sleutel])


def test_aanmeldingen_en_crisis(bij: Bij) -> None:
    partij, cijfers = bij
    van_dit_jaar = [w for _, _, w in antwoorden(partij, "aanmelding") if in_jaar(w.get("aanmelddatum"))]
    klopt(cijfers.aanmeldingen, len(van_dit_jaar))
    klopt(cijfers.crisis, sum(w.get("crisis") in (True, "ja") for w in van_dit_jaar))
    assert cijfers.aanmeldingen.waarde


def test_besluiten(bij: Bij) -> None:
    partij, cijfers = bij
    for fase, (_, verdeling) in zip(("aanmelding", "intake"), cijfers.besluiten, strict=True):
        naief = Counter(w["besluit"] for _, _, w in antwoorden(partij, fase) if in_jaar(w.get("besluit_datum")))
        vergelijk(verdeling, naief)
        assert sum(naief.values()) == sum(naief[post.sleutel] for post in verdeling.posten)
    eval_ = Counter(
        w["besluit"]
        for _, _, w in antwoorden(partij, "evaluatie")
        if in_jaar(w.get("besluit_datum")) and w.get("eval_soort") != "algemeen"
    )
    vergelijk(cijfers.evaluatiebesluiten, eval_)


def test_vertrek(bij: Bij) -> None:
    partij, cijfers = bij
    weg = [w for _, _, w in antwoorden(partij, "checklist_uitstroom") if in_jaar(w.get("vertrekdatum"))]
    klopt(cijfers.beeld.getal("vertrokken"), len(weg))
    vergelijk(cijfers.uitstroom, Counter(w["uitstroomsoort"] for w in weg))


def test_begonnen(bij: Bij) -> None:
    partij, cijfers = bij
    starts = {nummer for nummer, _, w in antwoorden(partij, "checklist_opstart") if in_jaar(w.get("startdatum"))}
    klopt(cijfers.beeld.getal("begonnen"), len(starts))


def test_standen_tellen_op_tot_alle_dossiers(bij: Bij) -> None:
    """Without small ones the lines make up the whole; every dossier of the year is in one of them."""
    partij, cijfers = bij
    totaal = cijfers.standen.totaal
    assert totaal is not None
    delen = [post.getallen[0] for post in cijfers.standen.posten]
    if all(deel.waarde is not None for deel in delen):
        assert sum(deel.waarde or 0 for deel in delen) == totaal.waarde
    voor = {n for n, _, w in antwoorden(partij, "checklist_uitstroom") if w["vertrekdatum"] < VAN}
    laatste: dict[str, tuple[date, str]] = {}
    for fase in ("aanmelding", "intake"):
        for nummer, _, w in antwoorden(partij, fase):
            if w.get("besluit") and w["besluit_datum"] >= laatste.get(nummer, (date.min, ""))[0]:
                laatste[nummer] = (w["besluit_datum"], w["besluit"])
    eerder = {n for n, (dag, uit) in laatste.items() if dag < VAN and uit in ("afwijzing", "doorverwijzing")}
    klopt(totaal, len({geval.nummer for geval in partij.gevallen} - voor - eerder))


def test_doelen_per_leefgebied_uit_het_laatste_plan(bij: Bij) -> None:
    partij, cijfers = bij
    laatste: dict[tuple[str, int], tuple[date, Mapping[str, Any]]] = {}
    for nummer, cyclus, w in antwoorden(partij, "begeleidingsplan"):
        dag = w["plan_datum"]
        if in_jaar(dag) and dag >= laatste.get((nummer, cyclus), (VAN, {}))[0]:
            laatste[nummer, cyclus] = (dag, w)
    vergelijk(cijfers.gebieden, Counter(rij["leefgebied"] for _, w in laatste.values() for rij in w["doelen"]))
    assert zichtbaar(cijfers.gebieden) > 2


def test_uitkomsten_van_doelen(bij: Bij) -> None:
    partij, cijfers = bij
    laatste: dict[tuple[str, int, int], tuple[date, str]] = {}
    for nummer, cyclus, w in antwoorden(partij, "evaluatie"):
        for rij in w.get("per_doel") or ():
            vorige = laatste.get((nummer, cyclus, rij["doel_nr"]), (VAN, ""))[0]
            if in_jaar(w["eval_datum"]) and w["eval_datum"] >= vorige:
                laatste[nummer, cyclus, rij["doel_nr"]] = (w["eval_datum"], rij["behaald"])
    vergelijk(cijfers.doelen, Counter(behaald for _, behaald in laatste.values()))


def test_voorvallen(zuiver: Mapping[str, Partij]) -> None:
    partij = zuiver["leefhuis2022"]
    naief: Counter[str] = Counter()
    for _, _, w in antwoorden(partij, "incident"):
        if in_jaar(w["datum_tijd"]):
            soorten = tuple(w["incident_type"])
            naief[soorten[0] if len(soorten) == 1 else "meer"] += 1
    vergelijk(partij.cijfers().incidenten, naief)
    assert sum(naief.values()) > 5


def test_looptijden(bij: Bij) -> None:
    partij, cijfers = bij
    dagen: dict[str, list[int]] = defaultdict(list)
    for fase, van in (("aanmelding", "aanmelddatum"), ("intake", "gesprek_datum")):
        per_dossier: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for nummer, _, w in antwoorden(partij, fase):
            per_dossier[nummer].append(w)
        for delen in per_dossier.values():
            eerste = min(delen, key=lambda w: w[van])  # who came twice is measured the first time
            if in_jaar(eerste.get("besluit_datum")):
                dagen[fase].append((eerste["besluit_datum"] - eerste[van]).days)
    for looptijd in cijfers.looptijden[:2]:
        klopt(looptijd.aantal, len(dagen[looptijd.fase]))
        if len(dagen[looptijd.fase]) >= 5:
            assert looptijd.midden == round(median(dagen[looptijd.fase]))
            assert looptijd.kwart is not None
            assert looptijd.driekwart is not None
            assert looptijd.kwart <= looptijd.midden <= looptijd.driekwart


def test_termijn_van_het_plan(bij: Bij) -> None:
    partij, cijfers = bij
    grens = timedelta(days=model_van(partij.model).grens("planning_max", 14))
    pb: dict[tuple[str, int], date] = {}
    plan: dict[tuple[str, int], date] = {}
    for nummer, cyclus, w in antwoorden(partij, "persoonsbeschrijving"):
        pb[nummer, cyclus] = max(w["datum_pb"], pb.get((nummer, cyclus), date.min))
    for nummer, cyclus, w in antwoorden(partij, "begeleidingsplan"):
        plan[nummer, cyclus] = min(w["plan_datum"], plan.get((nummer, cyclus), date.max))
    naief = Counter(
        "op_tijd" if plan[sleutel] <= dag + grens else "te_laat"
        for sleutel, dag in pb.items() if sleutel in plan and in_jaar(dag + grens)
    )  # fmt: skip
    (staat,) = [deel for deel in cijfers.termijnen if deel.soort == "plan"]
    klopt(staat.op_tijd, naief["op_tijd"])
    klopt(staat.te_laat, naief["te_laat"])


def test_regels_per_dossier(partijen: Mapping[str, Partij]) -> None:
    """Every rule counts a dossier once, and only for forms of this year."""
    for partij in partijen.values():
        hoofd = {(i.dossier, i.bestand): i for d in partij.rapport.dossiers for i in d.invullingen}
        naief: defaultdict[str, set[str]] = defaultdict(set)
        for bevinding in partij.rapport.bevindingen:
            for deel in [hoofd.get((bevinding.dossier, bevinding.vindplaatsen[0].bestand))]:
                if deel is not None and bevinding.code.startswith("R") and in_jaar(_dag(deel.waarden)):
                    naief[bevinding.code].add(bevinding.dossier)
        staten = {staat.code: staat for staat in partij.cijfers().regels}
        for code, dossiers in naief.items():
            if len(dossiers) >= 5:
                assert (staten[code].dossiers.waarde or 0) >= len(dossiers)
                assert (staten[code].dossiers.waarde or 0) <= len(dossiers) + 2  # dossiers without a day on that form
        waarden = [staat.dossiers.waarde or 0 for staat in partij.cijfers().regels]
        assert waarden == sorted(waarden, reverse=True)
        assert max(waarden) >= 5


def _dag(waarden: Mapping[str, Any]) -> date | None:
    """Return the day a form is about: the first date on it that isn't of a signature or a birth."""
    namen = (
        "aanmelddatum gesprek_datum toestemming_datum startdatum datum_pb plan_datum eval_datum vertrekdatum rie_datum "
        "sp_datum bijgewerkt_op rap_datum datum_tijd inbreng_datum overdracht_datum hv_datum"
    ).split()
    dagen = [waarden[naam] for naam in namen if isinstance(waarden.get(naam), date)]
    return dagen[0] if dagen else waarden.get("datum_ingevuld")


def test_vorig_jaar_en_dit_jaar_zijn_samen_alle_aanmeldingen(zuiver: Mapping[str, Partij]) -> None:
    partij = zuiver["opvang2004"]
    samen = [partij.cijfers(jaar).aanmeldingen.waarde for jaar in (PEILDATUM.year - 1, PEILDATUM.year)]
    assert all(samen)
    assert sum(filter(None, samen)) == sum(1 for _ in antwoorden(partij, "aanmelding"))

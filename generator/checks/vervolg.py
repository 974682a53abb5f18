"""R34, R35 and R43: what follows on a decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.checks.blik import DossierBlik, FormulierBlik, eenmaal
from generator.checks.regel import Treffer, Uitkomst, regel
from generator.checks.termijnen import stilte
from generator.checks.tijd import besluitnaam, cycli_van, dubbele, eerste_onzekere, feiten_van, gemist, plek, te_laat_in
from generator.dossier import hoofddatum
from generator.model import FASEN, Besluitmoment, Ernst
from generator.verloop import datum_van, nieuwe_aanmelding, slotbesluiten

_AANMELDING, _INTAKE, _START = "aanmelding", "intake", "checklist_opstart"
_PB, _PLAN, _EVAL = "persoonsbeschrijving", "begeleidingsplan", "evaluatie"
_BEGONNEN = (_START, _PB, _PLAN, _EVAL)
# What shows that it went on; a memo, a toestemming or an overdracht may come with a referral.
_LATER = (_INTAKE, _START, "leefgebiedenwijzer", _PB, _PLAN, "rapportage", _EVAL, "checklist_uitstroom", "exit")
_CONTACT = (("rapportage", "rap_datum"), ("memo", "datum_tijd"))


def _later(blik: DossierBlik, formulieren: tuple[str, ...]) -> list[FormulierBlik]:
    return [deel for naam in formulieren for deel in blik.alle(naam)]


def _naam(deel: FormulierBlik, blik: DossierBlik) -> str:
    kring = deel.formulier.sleutel in (_PB, _PLAN, _EVAL)
    return f"‘{deel.formulier.titel}’" + (blik.van_cyclus(deel.cyclus) if kring else "")


def _besluitfeiten(blik: DossierBlik, besluit: Besluitmoment, voor: str) -> dict[str, Any]:
    """Return how a message names a decision: what, on which form, and on what day if that is known."""
    return {
        "besluit": besluitnaam(blik.kader, besluit.fase, besluit.uitkomst),
        "eerder": f"‘{blik.kader.titel(besluit.invulling.formulier)}’",
        "van": f" {voor} {besluit.datum:%d-%m-%Y}" if besluit.datum else "",
    }


@regel("R34", "Na het aanmeldingsbesluit", ernst=Ernst.FOUT, bron="S0:312-322; S2:135-140", niveau="dossier",
       nodig=(f"{_AANMELDING}.besluit",),
       leest=(f"{_AANMELDING}.aanmelddatum", f"{_AANMELDING}.besluit_datum",
              f"{_INTAKE}.gesprek_datum"))  # fmt: skip
def na_aanmeldingsbesluit(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Er is gekozen voor een intake, en na `intake_wacht` dagen is er geen; of het ging na een afwijzing toch verder.

    Dat laatste mag als er een nieuwe aanmelding is, met een latere datum. Zijn er al formulieren van na de intake,
    dan meldt R38 dat de intake ontbreekt.

    Slecht: na een doorverwijzing is toch een intake ingevuld.
    Goed: na een doorverwijzing kwam er een nieuwe aanmelding, en daarna een intake.
    """
    for termijn in te_laat_in(blik, "intake"):
        yield gemist(blik, Treffer("ontbreekt", (plek(termijn.bron, "besluit_datum"),), feiten_van(blik, termijn)))
    for besluit in blik.dossier.verloop.besluiten:
        if besluit.fase == _AANMELDING and besluit.vervolg == "einde":
            yield from _toch_verder(blik, besluit, _later(blik, _LATER), "aanmelddatum")


def _toch_verder(
    blik: DossierBlik, besluit: Besluitmoment, later: list[FormulierBlik], dagveld: str
) -> Iterator[Uitkomst]:
    """Yield a finding when forms follow on a negative decision, and nobody came back in between."""
    deel = besluit.invulling
    dag = datum_van(deel, dagveld) or besluit.datum
    if not later or nieuwe_aanmelding(blik.dossier.invullingen, dag, deel):
        return
    feiten = _besluitfeiten(blik, besluit, "van") | {
        "later": _naam(later[0], blik),
        "aanmelding": f"‘{blik.kader.titel(_AANMELDING)}’",
    }
    yield gemist(blik, Treffer("na_einde", (plek(later[0].invulling), plek(deel, "besluit")), feiten))


@regel("R35", "Na het intakebesluit", ernst=Ernst.FOUT, bron="S0:332-346; S2:199-206", niveau="dossier",
       nodig=(f"{_INTAKE}.besluit",),
       leest=(f"{_INTAKE}.besluit_datum", f"{_INTAKE}.wachtlijst_sinds", f"{_INTAKE}.plaatsing_datum",
              f"{_AANMELDING}.aanmelddatum", f"{_START}.startdatum"))  # fmt: skip
def na_intakebesluit(blik: DossierBlik) -> Iterator[Uitkomst]:
    """De begeleiding is begonnen zonder een besluit dat dat mag, of op de wachtlijst is er te lang geen contact.

    Begonnen terwijl het besluit nog wachtlijst is: dat is een waarschuwing. Op de wachtlijst hoort er elke
    `wachtlijst_contact` dagen contact te zijn; een verslag of memo laat dat zien.

    Slecht: het besluit is wachtlijst, en de checklist bij de start is al ingevuld.
    Goed: bij ‘Er is plek sinds’ staat een datum, of er is een nieuw intakebesluit; daarna begint het.
    """
    besluit = blik.dossier.verloop.besluit(_INTAKE)
    if besluit is not None:
        later = _begonnen(blik, besluit)
        if besluit.vervolg == "wachten":
            yield from _zonder_plek(blik, besluit, later)
        elif _niet_positief(besluit):
            yield from _toch_verder(blik, besluit, later, "besluit_datum")
    yield from _zonder_contact(blik)


def _niet_positief(besluit: Besluitmoment) -> bool:
    """True when a decision leads away from the start; of a decision without a vervolg nobody knows."""
    return bool(besluit.vervolg) and besluit.vervolg not in FASEN[FASEN.index(_INTAKE) + 1 :]


def _begonnen(blik: DossierBlik, besluit: Besluitmoment) -> list[FormulierBlik]:
    """Return the forms that show a start; after a spoedopname only those from after the decision."""
    delen = _later(blik, _BEGONNEN)
    if not blik.spoed:
        return delen
    vanaf = besluit.datum or date.max
    return [deel for deel in delen if (hoofddatum(deel.invulling) or date.min) > vanaf]


def _zonder_plek(blik: DossierBlik, besluit: Besluitmoment, later: list[FormulierBlik]) -> Iterator[Uitkomst]:
    geplaatst = datum_van(besluit.invulling, "plaatsing_datum")
    if later and not geplaatst and not nieuwe_aanmelding(blik.dossier.invullingen, besluit.datum):
        feiten = _besluitfeiten(blik, besluit, "van") | {"later": _naam(later[0], blik)}
        plekken = (plek(later[0].invulling), plek(besluit.invulling, "besluit"))
        yield gemist(blik, Treffer("wachtlijst", plekken, feiten, Ernst.WAARSCHUWING))


def _zonder_contact(blik: DossierBlik) -> Iterator[Uitkomst]:
    stil = te_laat_in(blik, "wachtlijst")
    redenen = [eerste_onzekere(blik.alle(naam), veld) for naam, veld in _CONTACT] if stil else []
    if reden := next((reden for reden in redenen if reden), None):
        yield reden
        return
    for termijn in stil:
        uitkomst = stilte(blik, termijn, "contact_gat", "contact")
        if isinstance(uitkomst, Treffer):
            besluit = blik.dossier.verloop.besluit(_INTAKE)
            naam = besluitnaam(blik.kader, _INTAKE, besluit.uitkomst if besluit else "")
            uitkomst = Treffer(uitkomst.variant, uitkomst.plekken, {**uitkomst.feiten, "besluit": naam},
                               Ernst.WAARSCHUWING)  # fmt: skip
        yield uitkomst


@regel("R43", "Cyclus klopt", ernst=Ernst.FOUT, bron="S0:429-447; S2:407-414; T01", niveau="dossier",
       gebruikt=(f"{_PLAN}.plan_datum", f"{_EVAL}.besluit"),
       leest=(f"{_EVAL}.besluit", f"{_EVAL}.besluit_datum", f"{_PLAN}.plan_datum", f"{_PB}.datum_pb",
              f"{_AANMELDING}.aanmelddatum"))  # fmt: skip
def cyclus_klopt(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Na een evaluatie klopt het vervolg niet met het besluit, of de nummers van de cycli kloppen niet.

    Na doorgaan hoort er een plan voor de volgende cyclus te zijn, binnen `planning_max` × `marge` dagen. Begint de
    kring bij de analyse (`herstart_fase` = 4), dan hoort er ook een beschrijving bij, al zegt die alleen dat de
    vorige nog geldt. Na afronden komt er geen nieuwe cyclus. De nummers lopen op, zonder gat en zonder herhaling.

    Slecht: het besluit is afronden, en toch is er een plan van cyclus 2.
    Goed: het besluit is doorgaan, en twee weken later is er een plan van cyclus 2.
    """
    for termijn in te_laat_in(blik, "nieuwe_cyclus"):
        feiten = feiten_van(blik, termijn) | {"nummer": termijn.cyclus, "besluit": _besluit_bij(blik, termijn.cyclus)}
        yield gemist(blik, Treffer("ontbreekt", (plek(termijn.bron, "besluit"),), feiten))
    yield from _na_afronden(blik)
    yield from _nummers(blik)
    yield from _zonder_beschrijving(blik)


def _besluit_bij(blik: DossierBlik, cyclus: int) -> str:
    besluit = blik.dossier.verloop.besluit(_EVAL, cyclus - 1)
    return besluitnaam(blik.kader, _EVAL, besluit.uitkomst) if besluit else ""


@eenmaal
def _kern(blik: DossierBlik) -> list[FormulierBlik]:
    """Return the forms of the cycles, by cycle and then in order."""
    delen = [d for d in _later(blik, (_PB, _PLAN, _EVAL)) if d.waarde("eval_soort") != "algemeen"]
    return sorted(delen, key=lambda deel: deel.cyclus)


@eenmaal
def _afgerond(blik: DossierBlik) -> list[tuple[Besluitmoment, FormulierBlik]]:
    """Return each decision to stop, with the first form of a later cycle; not when somebody came back."""
    gevonden = []
    for besluit in slotbesluiten(blik.dossier.verloop):
        if besluit.vervolg in ("uitstroom", "einde"):
            later = [deel for deel in _kern(blik) if deel.cyclus > besluit.cyclus]
            if later and not nieuwe_aanmelding(blik.dossier.invullingen, besluit.datum or date.min):
                gevonden.append((besluit, later[0]))
    return gevonden


def _na_afronden(blik: DossierBlik) -> Iterator[Uitkomst]:
    for besluit, later in _afgerond(blik):
        eigen = {"later": f"‘{later.formulier.titel}’", "nummer": later.cyclus, "cyclus": besluit.cyclus}
        feiten = _besluitfeiten(blik, besluit, "op") | eigen
        yield Treffer("na_afronden", (plek(later.invulling), plek(besluit.invulling, "besluit")), feiten)


def _nummers(blik: DossierBlik) -> Iterator[Uitkomst]:
    cycli = cycli_van(blik)
    for vorige, cyclus in zip((0, *cycli), cycli, strict=False):
        if cyclus > vorige + 1:
            eerste = next(deel for deel in _kern(blik) if deel.cyclus >= cyclus)
            reeks = f"{vorige + 1} tot en met {cyclus - 1}" if cyclus > vorige + 2 else f"{vorige + 1}"
            feiten = {"later": f"‘{eerste.formulier.titel}’", "nummer": cyclus, "mist": reeks}
            yield gemist(blik, Treffer("sprong", (plek(eerste.invulling),), feiten))
    dubbel = dubbele(blik)
    for cyclus in dict.fromkeys(deel.cyclus or 1 for deel in dubbel):
        delen = [deel for deel in dubbel if (deel.cyclus or 1) == cyclus]
        feiten = {"later": f"‘{blik.kader.titel(delen[0].formulier)}’", "nummer": cyclus, "volgende": cyclus + 1,
                  "besluit": _besluit_bij(blik, cyclus + 1)}  # fmt: skip
        yield Treffer("dubbel", tuple(plek(deel) for deel in delen), feiten)


def _zonder_beschrijving(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Yield a finding for a cycle without any beschrijving, where the circle starts with one."""
    if blik.kader.parameters.herstart_fase != 4 or _PB not in blik.kader.formulieren:
        return
    afgerond = {besluit.cyclus + 1 for besluit, _ in _afgerond(blik)}
    cycli = cycli_van(blik)
    for cyclus in cycli:
        delen = [deel for deel in _kern(blik) if deel.cyclus == cyclus]
        if cyclus - 1 not in cycli or cyclus in afgerond or delen[0].formulier.sleutel == _PB:
            continue
        beschrijving = blik.kader.titel(_PB)
        feiten = {"later": f"‘{delen[0].formulier.titel}’", "nummer": cyclus, "beschrijving": f"‘{beschrijving}’",
                  "veld": blik.kader.label(_PB, "nog_actueel_vorige")}  # fmt: skip
        yield gemist(blik, Treffer("zonder_beschrijving", (plek(delen[0].invulling),), feiten))


REGELS = (na_aanmeldingsbesluit, na_intakebesluit, cyclus_klopt)

"""R26, R30 and R38: the course of a dossier through the fasen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from generator.checks.blik import DossierBlik, FormulierBlik
from generator.checks.regel import Overslaan, Plek, Treffer, Uitkomst, regel
from generator.checks.tijd import cycli_van, dubbele, op_tijd
from generator.dossier import volgnummer
from generator.model import Ernst, Onleesbaar

_PB, _PLAN, _EVAL = "persoonsbeschrijving", "begeleidingsplan", "evaluatie"
_BEGIN = (
    ("aanmelding", "aanmelddatum"),
    ("aanmelding", "besluit_datum"),
    ("aanmelding", "uitnodiging_datum"),
    ("intake", "gesprek_datum"),
    ("intake", "overleg_datum"),
    ("intake", "besluit_datum"),
    ("intake", "brief_datum"),
)
_AANMELDING, _INTAKE = _BEGIN[:3], _BEGIN[3:]
_START = (("checklist_opstart", "startdatum"),)
_CYCLUS = ((_PB, "datum_pb"), (_PLAN, "plan_datum"), (_EVAL, "eval_datum"), (_EVAL, "besluit_datum"))
_VERTREK = (("checklist_uitstroom", "vertrekdatum"),)


class _Stap(NamedTuple):
    """One date on the way through the fasen."""

    blik: FormulierBlik
    veld: str
    datum: date

    @property
    def plek(self) -> Plek:
        return Plek(self.blik.invulling, self.veld)


@regel("R26", "Datumvolgorde", ernst=Ernst.FOUT, bron="S2:98-480; S0:306-443", niveau="dossier", vast=True)
def datumvolgorde(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Datums staan niet op volgorde: aanmelding, intake, start, beschrijving, plan, evaluatie, vertrek.

    Per cyclus opnieuw. Bij spoed komt de intake na de start; dan telt die niet mee in de rij. Dezelfde dag mag.

    Slecht: de persoonsbeschrijving is van 3 april, de start van 10 april.
    Goed: aanmelding en intakegesprek zijn op dezelfde dag.
    """
    for keten in _ketens(blik):
        for eerste, tweede in pairwise(keten):
            if tweede.datum < eerste.datum:
                yield Treffer("volgorde", (tweede.plek, eerste.plek), _feiten(eerste, tweede))
    for formulier, veld in () if blik.heel else (*_BEGIN, *_START, *_CYCLUS, *_VERTREK):
        for deel in blik.alle(formulier):
            if deel.kwijt(veld) or isinstance(deel.waarde(veld), Onleesbaar):
                reden = "veld_kwijt" if deel.kwijt(veld) else "veld_onleesbaar"
                yield Overslaan(reden, {"veld": deel.label(veld), "formulier": deel.formulier.titel})


def _ketens(blik: DossierBlik) -> Iterator[list[_Stap]]:
    kern = [*_start(blik), *_kern(blik), *_stappen(blik, _VERTREK)]
    aanmelding, intake = _rondes(blik, _AANMELDING), _rondes(blik, _INTAKE)
    # Who comes back, or gets a second intake, begins a row of its own; the start waits for the first one of this time.
    nu = aanmelding[-1] if aanmelding else []
    vanaf = nu[0].datum if len(aanmelding) > 1 else date.min
    hier = next((rij for rij in intake if rij[0].datum >= vanaf), [])
    yield from aanmelding[:-1]
    yield from (rij for rij in intake if rij is not hier or blik.spoed)
    if blik.spoed:
        yield [*nu, *kern]
        return
    begin = [*nu, *hier]
    # The letter may follow after the start: the start only waits for the decision.
    besluit = [stap for stap in begin if stap.veld != "brief_datum"]
    yield begin[-2:] if begin and begin[-1].veld == "brief_datum" else []
    yield [*besluit, *kern]


def _rondes(blik: DossierBlik, namen: tuple[tuple[str, str], ...]) -> list[list[_Stap]]:
    """Return the dates of each form of one kind, as far as they are there."""
    rijen: list[list[_Stap]] = []
    for deel in blik.alle(namen[0][0]):
        if rij := [_Stap(deel, veld, datum) for _, veld in namen if (datum := deel.datum(veld))]:
            rijen.append(rij)
    return rijen


def _start(blik: DossierBlik) -> list[_Stap]:
    return _stappen(blik, _START)


def _kern(blik: DossierBlik) -> list[_Stap]:
    stappen: list[_Stap] = []
    for cyclus in range(1, blik.dossier.cyclus + 1):
        stappen += _stappen(blik.bij(cyclus), _CYCLUS)
    return stappen


def _stappen(blik: DossierBlik, namen: tuple[tuple[str, str], ...]) -> list[_Stap]:
    """Return the dates that are there; a general evaluation falls outside the row."""
    stappen: list[_Stap] = []
    apart = (*dubbele(blik.bij(0)), *blik.dossier.verloop.zonder_nummer)
    for formulier, veld in namen:
        alle = blik.alle(formulier)
        if len(alle) > 1:
            alle = tuple(sorted(alle, key=lambda deel: volgnummer(deel.invulling)))
        for deel in alle:
            datum = deel.datum(veld)
            # Of a new round with an old number R43 speaks.
            if datum and deel.waarde("eval_soort") != "algemeen" and deel.invulling not in apart:
                stappen.append(_Stap(deel, veld, datum))
    return stappen


def _feiten(eerste: _Stap, tweede: _Stap) -> dict[str, object]:
    return {
        "veld": tweede.blik.label(tweede.veld),
        "datum": tweede.datum,
        "ander": eerste.blik.label(eerste.veld),
        "ander_formulier": eerste.blik.formulier.titel,
        "ander_datum": eerste.datum,
    }


@regel("R30", "Plan op tijd", ernst=Ernst.WAARSCHUWING, bron="S0:395; S2:317; S3:176", niveau="cyclus",
       nodig=(f"{_PB}.datum_pb",), leest=(f"{_PLAN}.plan_datum",), gebruikt=(f"{_PLAN}.plan_datum",),
       parameters=("planning_max",))  # fmt: skip
def plan_op_tijd(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Het plan komt later dan `planning_max` dagen na de beschrijving, of is er dan nog niet.

    Een plan dat ouder is dan de beschrijving meldt R26; is er al een later formulier, dan meldt R38 dat het plan
    ontbreekt.

    Slecht: het plan is van 24 dagen na de beschrijving; afgesproken is 14.
    Goed: de beschrijving is van vorige week, en er is nog geen plan.
    """
    yield from op_tijd(blik, "plan")


@regel("R38", "Geen fase overslaan", ernst=Ernst.FOUT, bron="S0:244-246", niveau="dossier", vast=True)
def geen_fase_overslaan(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Het formulier van een latere fase is er, en dat van een eerdere niet.

    Bij spoed mag de intake later komen. Na uitzetting, stopzetting of een vertrek tijdens de proef is het een
    aandachtspunt; na overlijden, en voor wie van de wachtlijst ging, zwijgt de regel. Over een nieuwe
    beschrijving in een latere cyclus, en over een cyclus waarvan niets er is, gaat R43.

    Slecht: er is een begeleidingsplan, maar geen persoonsbeschrijving.
    Goed: er is een aanmelding en een intake, en de rest moet nog komen.
    """
    weg = [] if _hoeft_niet(blik) else _weg(blik)
    er_is = [bool(_delen(blik, formulieren, cyclus)) for formulieren, cyclus in weg]
    if True not in er_is:
        return
    laatste = len(er_is) - 1 - er_is[::-1].index(True)
    ernst = Ernst.AANDACHTSPUNT if blik.ongewoon_vertrek or _op_proef_weg(blik) else None
    for plaats, (formulieren, cyclus) in enumerate(weg[:laatste]):
        if er_is[plaats] or not _moet(blik, formulieren[0], cyclus):
            continue
        if reden := _misschien_toch(blik, formulieren[0]):
            yield reden
            return
        later, later_cyclus = weg[next(nr for nr in range(plaats + 1, laatste + 1) if er_is[nr])]
        bewijs = _delen(blik, later, later_cyclus)[0]
        feiten = {
            "eerder": _naam(blik, formulieren[0], cyclus),
            "later": _naam(blik, bewijs.formulier.sleutel, later_cyclus),
            "fase": blik.kader.inrichting.fase(str(blik.kader.formulieren[formulieren[0]].fase)).naam,
        }
        yield Treffer("overgeslagen", (Plek(bewijs.invulling),), feiten, ernst)


def _misschien_toch(blik: DossierBlik, formulier: str) -> Overslaan | None:
    """Return why a form that seems absent may be there: in a file that can't be read, or without its number."""
    if blik.geweigerd:
        return Overslaan("onleesbaar_bestand", {"bestanden": ", ".join(blik.geweigerd)})
    if any(deel.formulier == formulier for deel in blik.dossier.verloop.zonder_nummer):
        return Overslaan("cyclus_onbekend", {"formulieren": f"‘{blik.kader.titel(formulier)}’"})
    return None


def _hoeft_niet(blik: DossierBlik) -> bool:
    """True when nobody expects the steps any more: somebody died, or left the waiting list without a start."""
    return blik.dossier.verloop.overleden or blik.dossier.verloop.nooit_gestart


def _op_proef_weg(blik: DossierBlik) -> bool:
    """True when somebody left before the trial ended: then not every step can have been taken (domein.md 4.8)."""
    verloop = blik.dossier.verloop
    besluit = verloop.besluit("intake")
    einde = besluit.invulling.waarde("proef_eind") if besluit and besluit.uitkomst == "proef" else None
    return isinstance(einde, date) and verloop.vertrek is not None and verloop.vertrek <= einde


def _weg(blik: DossierBlik) -> list[tuple[tuple[str, ...], int]]:
    """Return the core forms in order (with alternatives), each with its cycle; 0 outside the cycle."""
    weg: list[tuple[tuple[str, ...], int]] = [(("aanmelding",), 0), (("intake",), 0), (("checklist_opstart",), 0)]
    # A cycle of which nothing is there is a jump in the numbers: R43.
    for cyclus in cycli_van(blik) or (1,):
        weg += [((_PB,), cyclus), ((_PLAN,), cyclus), ((_EVAL,), cyclus)]
    weg.append((("checklist_uitstroom", "exit"), 0))
    return [stap for stap in weg if stap[0][0] in blik.kader.formulieren]


def _delen(blik: DossierBlik, formulieren: tuple[str, ...], cyclus: int) -> list[FormulierBlik]:
    los = blik.dossier.verloop.zonder_nummer
    return [d for formulier in formulieren for d in blik.bij(cyclus).alle(formulier) if d.invulling not in los]


def _moet(blik: DossierBlik, formulier: str, cyclus: int) -> bool:
    """Return False for the steps that a dossier may do without."""
    if formulier == "checklist_opstart":
        return False
    if formulier == "intake" and blik.spoed:
        return False
    return not (formulier == _PB and cyclus > 1)


def _naam(blik: DossierBlik, formulier: str, cyclus: int) -> str:
    return f"‘{blik.kader.titel(formulier)}’" + (blik.van_cyclus(cyclus) if cyclus else "")


REGELS = (datumvolgorde, plan_op_tijd, geen_fase_overslaan)

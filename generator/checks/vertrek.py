"""R50–R52, R54 and R55: signing off, leaving, and stopping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from generator.checks.blik import DossierBlik, FormulierBlik, niets
from generator.checks.overlijden import MET_CLIENT
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.checks.tijd import aantal, gemist
from generator.model import Ernst, Rij
from generator.taal import opsomming
from generator.voorwaarde import lees_voorwaarde

_START, _UIT, _EXIT, _HV = "checklist_opstart", "checklist_uitstroom", "exit", "hulpvraagwijziging"
_GENOEMD = 3
_LEEG: Mapping[str, Any] = {}


@regel("R50", "Checklists afgetekend", ernst=Ernst.WAARSCHUWING, bron="S2:248-250, 446-447, 464-466", niveau="dossier",
       leest=(f"{_START}.taken", f"{_UIT}.taken"))  # fmt: skip
def checklists_afgetekend(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Een taak van een checklist is niet afgetekend, terwijl de volgende stap al gezet is.

    Bij de opstart is dat zodra de beschrijving of het plan er is, bij de uitstroom zodra iemand vertrokken is.
    ‘Hoeft niet’ telt als afgetekend, met een reden erbij; na uitzetting of stopzetting hoeft die reden niet.
    Na overlijden tellen alleen de taken bij de uitstroom die jullie zelf nog kunnen doen; ging iemand van de
    wachtlijst zonder te beginnen, dan tellen ze niet.

    Slecht: de beschrijving is er, en ‘Huisregels samen doorgenomen’ is niet afgetekend.
    Goed: iemand is nog niet vertrokken, en een paar taken staan nog open.
    """
    verder = blik.alle("persoonsbeschrijving") or blik.alle("begeleidingsplan")
    for deel in blik.alle(_START) if verder else ():
        yield from _open_taken(blik, deel)
    verloop = blik.dossier.verloop
    for deel in blik.alle(_UIT) if verloop.gesloten and not verloop.nooit_gestart else ():
        yield from _open_taken(blik, deel)


def _open_taken(blik: DossierBlik, deel: FormulierBlik) -> Iterator[Uitkomst]:
    veld = deel.velden.get("taken")
    if veld is None or deel.kwijt("taken.afgetekend_door"):
        return
    staat = {rij.get("taak"): rij for rij in deel.rijen("taken") if isinstance(rij.get("taak"), str)}
    open_: list[Rij] = []
    kaal: list[Rij] = []
    for rij in veld.rijen:
        gevuld = staat.get(rij.sleutel, _LEEG)
        if not _gedaan(gevuld) and _moet(deel, rij) and not _kan_niet_meer(blik, rij):
            open_.append(rij)
        if _zonder_reden(gevuld):
            kaal.append(rij)
    if open_:
        feiten = {"veld": deel.label("taken"), "taken": _namen(open_), "aantal": len(open_)}
        yield Treffer("taken" if len(open_) > 1 else "taak", (Plek(deel.invulling, "taken"),), feiten)
    if kaal and not blik.ongewoon_vertrek and not deel.kwijt("taken.nvt_reden"):
        feiten = {"veld": deel.label("taken.nvt_reden"), "taken": _namen(kaal)}
        yield Treffer("reden", (Plek(deel.invulling, "taken"),), feiten)


def _kan_niet_meer(blik: DossierBlik, rij: Rij) -> bool:
    return blik.dossier.verloop.overleden and rij.sleutel in MET_CLIENT


def _moet(deel: FormulierBlik, rij: Rij) -> bool:
    if rij.verplicht in ("ja", "nee"):
        return rij.verplicht == "ja"
    voorwaarde = lees_voorwaarde(rij.verplicht)
    return deel.onzeker([n for n in voorwaarde.namen if n in deel.velden]) is None and voorwaarde.geldt(deel.zoek())


def _gedaan(rij: Mapping[str, Any]) -> bool:
    return rij.get("nvt") == "ja" or not niets(rij.get("afgetekend_door"))


def _zonder_reden(rij: Mapping[str, Any]) -> bool:
    return rij.get("nvt") == "ja" and niets(rij.get("nvt_reden"))


def _namen(rijen: list[Rij]) -> str:
    namen = [f"‘{rij.tekst}’" for rij in rijen[:_GENOEMD]]
    rest = len(rijen) - len(namen)
    return opsomming([*namen, f"nog {rest}"] if rest else namen)


@regel("R51", "Exitgesprek", ernst=Ernst.WAARSCHUWING, bron="S2:468-477", niveau="dossier",
       leest=(f"{_EXIT}.gesprek_datum", f"{_UIT}.vertrekdatum"))  # fmt: skip
def exitgesprek(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Na een vertrek is er geen exitgesprek, of het was niet in de laatste dagen vóór het vertrek.

    Hoeveel dagen zegt `exit_dagen`; staat dat uit, dan telt alleen of het gesprek er was. Na uitzetting of
    stopzetting is een poging genoeg: het is dan een aandachtspunt. Na overlijden zwijgt de regel, en ook als
    iemand van de wachtlijst ging zonder te beginnen.

    Slecht: iemand is op 12 juni vertrokken, en er is geen exitformulier.
    Goed: het exitgesprek was op 9 juni, het vertrek op 12 juni.
    """
    vertrek = blik.dossier.verloop.vertrek
    if vertrek is None or not _neemt_afscheid(blik) or _EXIT not in blik.kader.formulieren:
        return
    feiten = {"exit": blik.kader.titel(_EXIT), "vertrek": vertrek}
    gesprekken = blik.alle(_EXIT)
    if not gesprekken and vertrek < blik.kader.peildatum and not _poging(blik):
        variant, ernst = ("poging", Ernst.AANDACHTSPUNT) if blik.ongewoon_vertrek else ("ontbreekt", None)
        plek = Plek(blik.alle(_UIT)[-1].invulling, "vertrekdatum")
        yield gemist(blik, Treffer(variant, (plek,), feiten, ernst))
    for deel in gesprekken:
        if dag := deel.datum("gesprek_datum"):
            yield from _op_tijd(blik, deel, dag, vertrek, feiten)


def _neemt_afscheid(blik: DossierBlik) -> bool:
    """True when somebody left who had begun, and can still be asked."""
    verloop = blik.dossier.verloop
    return verloop.gesloten and not verloop.overleden and not verloop.nooit_gestart


def _poging(blik: DossierBlik) -> bool:
    """True when somebody was put out and the list says that a talk was tried, or could not be."""
    rijen = [rij for deel in blik.alle(_UIT) for rij in deel.rijen("taken") if rij.get("taak") == "exitgesprek"]
    return blik.ongewoon_vertrek and any(_gedaan(rij) for rij in rijen)


def _op_tijd(
    blik: DossierBlik, deel: FormulierBlik, dag: date, vertrek: date, feiten: Mapping[str, Any]
) -> Iterator[Uitkomst]:
    grens = blik.kader.parameters.grens("exit_dagen")
    dagen = (vertrek - dag).days
    hier = {
        **feiten,
        "datum": dag,
        "dagen": aantal(abs(dagen)),
        "grens": aantal(grens or 0),
        "veld": deel.label("gesprek_datum"),
    }
    if dagen < 0 and not blik.ongewoon_vertrek:
        yield Treffer("na_vertrek", (Plek(deel.invulling, "gesprek_datum"),), hier)
    elif grens is not None and dagen > grens:
        ernst = Ernst.AANDACHTSPUNT if blik.ongewoon_vertrek else None
        yield Treffer("te_vroeg", (Plek(deel.invulling, "gesprek_datum"),), hier, ernst)


@regel("R52", "Tevredenheid, nazorg, overdracht", ernst=Ernst.AANDACHTSPUNT, bron="S0:435-443; S2:456-461",
       niveau="dossier", leest=(f"{_UIT}.taken",))  # fmt: skip
def tevredenheid_nazorg_overdracht(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Een dossier is gesloten zonder tevredenheid, nazorgafspraak of, bij vervolghulp, overdracht.

    Ook: de vervolghulp is pas ruim na het begin van de uitstroom aangevraagd. ‘Hoeft niet’ op de checklist telt als
    vastgelegd. Na overlijden zwijgt de regel, en ook als iemand van de wachtlijst ging zonder te beginnen.

    Slecht: er komt vervolghulp, en er is geen overdracht vastgelegd.
    Goed: er is een overdracht, en op het exitformulier staat een rapportcijfer.
    """
    if not _neemt_afscheid(blik):
        return
    laatste = blik.alle(_UIT)[-1]
    feiten = {"vertrek": blik.dossier.verloop.vertrek}
    for variant, gedaan in (
        ("tevredenheid", _gemeten(blik)),
        ("nazorg", _nazorg(blik)),
        ("overdracht", _overgedragen(blik)),
    ):
        if not gedaan:
            yield gemist(blik, Treffer(variant, (Plek(laatste.invulling, "taken"),), feiten))
    yield from _laat_aangevraagd(blik)


def _taak_klaar(blik: DossierBlik, taak: str) -> bool:
    return any(_gedaan(rij) for deel in blik.alle(_UIT) for rij in deel.rijen("taken") if rij.get("taak") == taak)


def _gemeten(blik: DossierBlik) -> bool:
    velden = [(deel, veld) for deel in blik.alle(_EXIT) for veld in ("totaalcijfer", "tevreden_over")]
    op_exit = any(not niets(deel.waarde(veld)) or deel.kwijt(veld) for deel, veld in velden)
    return op_exit or bool(blik.alle("tevredenheid")) or _taak_klaar(blik, "tevredenheid")


def _nazorg(blik: DossierBlik) -> bool:
    op_exit = any(not niets(deel.waarde("nazorg")) or deel.kwijt("nazorg") for deel in blik.alle(_EXIT))
    return op_exit or any(not niets(d.waarde("nazorg_tot")) for d in blik.alle(_UIT)) or _taak_klaar(blik, "nazorg")


def _overgedragen(blik: DossierBlik) -> bool:
    """True when no help follows, or when it was handed over."""
    rijen = [rij for d in blik.alle(_UIT) for rij in d.rijen("taken") if rij.get("taak") == "vervolghulp_aanvraag"]
    komt = any(not niets(rij.get("afgetekend_door")) and rij.get("nvt") != "ja" for rij in rijen)
    op_exit = any(deel.waarde("overdracht") == "ja" or deel.kwijt("overdracht") for deel in blik.alle(_EXIT))
    return not komt or op_exit or bool(blik.alle("overdracht")) or _taak_klaar(blik, "overdracht")


def _laat_aangevraagd(blik: DossierBlik) -> Iterator[Uitkomst]:
    marge = blik.kader.parameters.grens("evaluatie_marge")
    begin = next((p.van for p in blik.dossier.verloop.perioden if p.fase == "uitstroom"), None)
    for deel in blik.alle("overdracht") if marge is not None and begin else ():
        dag = deel.datum("aanvraag_datum")
        if dag and begin and marge is not None and dag > begin + timedelta(days=marge):
            feiten = {"veld": deel.label("aanvraag_datum"), "datum": dag, "begin": begin, "marge": marge}
            yield Treffer("laat", (Plek(deel.invulling, "aanvraag_datum"),), feiten)


@regel("R54", "Traject korter dan zes weken", ernst=Ernst.AANDACHTSPUNT, bron="S0:81, 166-168; S4:684-685",
       niveau="dossier", nodig=(f"{_START}.startdatum", f"{_UIT}.vertrekdatum"))  # fmt: skip
def kort_traject(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Tussen start en vertrek zitten minder dagen dan `min_traject`. Zwijgt na uitzetting, stopzetting, of een proef.

    Slecht: de start was op 2 februari, het vertrek op 23 februari.
    Goed: de start was op 2 februari, het vertrek op 16 maart (42 dagen later).
    """
    verloop = blik.dossier.verloop
    besluit = verloop.besluit("intake")
    op_proef = besluit is not None and besluit.uitkomst == "proef"
    if verloop.start is None or verloop.vertrek is None or verloop.ongewoon_vertrek or op_proef:
        return
    dagen, grens = (verloop.vertrek - verloop.start).days, blik.kader.parameters.min_traject
    if 0 <= dagen < grens:
        feiten = {"start": verloop.start, "vertrek": verloop.vertrek, "dagen": dagen, "grens": grens}
        laatste = blik.alle(_UIT)[-1]
        yield Treffer("kort", (Plek(laatste.invulling, "vertrekdatum"),), feiten)


@regel("R55", "Stopzetting en vraagwijziging", ernst=Ernst.WAARSCHUWING, bron="S3:454-481", niveau="dossier",
       nodig=(f"{_HV}.hv_soort",), leest=(f"{_HV}.hv_grond", f"{_HV}.hv_meldingen"),
       dekt=(f"{_HV}.hv_meldingen", f"{_HV}.hv_alternatief"))  # fmt: skip
def stopzetting_en_vraagwijziging(blik: DossierBlik) -> Iterator[Uitkomst]:
    """De begeleiding stopt om niet-nakomen zonder eerdere waarschuwing, of een vraagwijziging is te weinig gemeld.

    Een waarschuwing is een melding op het formulier of een memo, van vóór de stopzetting. Bij een
    vraagwijziging horen minstens `min_meldingen` meldingen, en een andere plek die besproken is.

    Slecht: de stopgrond is niet-nakomen, en er is geen eerdere waarschuwing.
    Goed: er zijn twee mails gestuurd, en een andere zorgplek is besproken.
    """
    grens = blik.kader.parameters.min_meldingen
    for deel in blik.alle(_HV):
        soort, grond = deel.waarde("hv_soort"), deel.waarde("hv_grond")
        meldingen = [rij for rij in deel.rijen("hv_meldingen") if not all(niets(w) for w in rij.values())]
        feiten = {"veld": deel.label("hv_meldingen"), "grens": grens,
                  "aantal": f"staat {len(meldingen)} melding" if len(meldingen) == 1
                  else f"staan {len(meldingen)} meldingen"}  # fmt: skip
        if soort == "stopgrond" and grond == "niet_nakomen" and not _gewaarschuwd(blik, deel):
            yield gemist(blik, Treffer("waarschuwing", (Plek(deel.invulling, "hv_grond"),), feiten))
        if soort == "behandeling" and len(meldingen) < grens and not deel.kwijt("hv_meldingen"):
            yield Treffer("meldingen", (Plek(deel.invulling, "hv_meldingen"),), feiten)
        if soort == "behandeling" and deel.leeg("hv_alternatief"):
            plek = (Plek(deel.invulling, "hv_alternatief"),)
            yield Treffer("alternatief", plek, {"veld": deel.label("hv_alternatief")})


def _gewaarschuwd(blik: DossierBlik, deel: FormulierBlik) -> bool:
    dag = deel.datum("hv_datum") or blik.kader.peildatum
    eerder = [rij.get("datum") for rij in deel.rijen("hv_meldingen")]
    eerder += [memo.datum("datum_tijd") for memo in blik.alle("memo")]
    return any(isinstance(datum, date) and datum < dag for datum in eerder)


REGELS = (
    checklists_afgetekend,
    exitgesprek,
    tevredenheid_nazorg_overdracht,
    kort_traject,
    stopzetting_en_vraagwijziging,
)

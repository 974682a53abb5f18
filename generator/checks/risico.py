"""R48, R49 and R75: risks, what happened, and the papers that must keep up with them (leefhuis)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.blik import DossierBlik, FormulierBlik
from generator.checks.personen import mentoren, wissels_van, zelfde_naam
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.checks.tijd import gemist
from generator.dossier import hoofddatum, volgnummer
from generator.model import Ernst
from generator.taal import opsomming

_RIE, _PLAN, _PB, _EVAL = "rie", "begeleidingsplan", "persoonsbeschrijving", "evaluatie"
_VOLWASSEN = 18


@regel("R48", "RI&E op tijd en verwerkt", ernst=Ernst.WAARSCHUWING, bron="S3:257-259, 307-312", niveau="dossier",
       leest=(f"{_RIE}.rie_datum", f"{_RIE}.risicos", f"{_PLAN}.afspraken", f"{_PLAN}.doelen"))  # fmt: skip
def rie_verwerkt(blik: DossierBlik) -> Iterator[Uitkomst]:
    """De risico-inventarisatie ontbreekt, is niet verwerkt in het plan, of is niet vernieuwd.

    Bij de start hoort er een te zijn voordat de beschrijving of het plan er is; bij een algemene evaluatie een
    nieuwe. Een risico dat er nog is, staat bij de afspraken van het plan of in een doel over dat leefgebied. Bij
    een kind vult een ouder of verzorger mee in.

    Slecht: risico 2 is er nog, en staat nergens in het plan.
    Goed: risico 2 staat bij de afspraken van het plan.
    """
    if _RIE not in blik.kader.formulieren:
        return
    yield from _bij_start(blik)
    for plan in _laatste_plannen(blik):
        yield from _in_het_plan(blik, plan)
    yield from _bij_algemene_evaluatie(blik)
    yield from _zonder_ouders(blik)


def _zonder_ouders(blik: DossierBlik) -> Iterator[Uitkomst]:
    for deel in blik.alle(_RIE):
        wie, leeftijd = deel.waarde("ingevuld_door_wie"), deel.leeftijd
        if isinstance(wie, tuple) and wie and "ouders" not in wie and leeftijd is not None and leeftijd < _VOLWASSEN:
            yield Treffer("ouders", (Plek(deel.invulling, "ingevuld_door_wie"),),
                          {"veld": deel.label("ingevuld_door_wie")})  # fmt: skip


def _bij_start(blik: DossierBlik) -> Iterator[Uitkomst]:
    kern = [*blik.alle(_PB), *blik.alle(_PLAN)]
    if kern and not blik.alle(_RIE):
        feiten = {"rie": blik.kader.titel(_RIE), "later": kern[0].formulier.titel}
        yield gemist(blik, Treffer("start", (Plek(kern[0].invulling),), feiten))


def _laatste_plannen(blik: DossierBlik) -> Iterator[FormulierBlik]:
    """Yield the last version of the plan of every cycle."""
    cycli = dict.fromkeys(plan.cyclus for plan in blik.alle(_PLAN))
    for cyclus in cycli:
        yield max((p for p in blik.alle(_PLAN) if p.cyclus == cyclus), key=lambda plan: volgnummer(plan.invulling))


def _in_het_plan(blik: DossierBlik, plan: FormulierBlik) -> Iterator[Uitkomst]:
    dag = plan.datum("plan_datum")
    eerder = [rie for rie in blik.alle(_RIE) if dag and (op := rie.datum("rie_datum")) and op <= dag]
    onbekend = any(plan.kwijt(naam) for naam in ("afspraken.rie_nr", "doelen.leefgebied"))
    if not eerder or "afspraken" not in plan.velden or onbekend:
        return
    rie = max(eerder, key=lambda deel: deel.datum("rie_datum") or date.min)
    gebieden = {rij.get("leefgebied") for rij in plan.rijen("doelen")} - {None}
    genoemd = {rij.get("rie_nr") for rij in plan.rijen("afspraken")}
    open_ = [rij.get("nr") for rij in rie.rijen("risicos")
             if rij.get("nog_aanwezig") != "nee" and rij.get("leefgebied") not in gebieden]  # fmt: skip
    vergeten = [nr for nr in open_ if isinstance(nr, (int, float)) and nr not in genoemd]
    if vergeten:
        feiten = {"risicos": opsomming([f"risico {nr}" for nr in vergeten]), "veld": plan.label("afspraken"),
                  "staat": "staat" if len(vergeten) == 1 else "staan", "rie": rie.formulier.titel}  # fmt: skip
        yield Treffer("niet_in_plan", (Plek(plan.invulling, "afspraken"), Plek(rie.invulling, "risicos")), feiten)


def _bij_algemene_evaluatie(blik: DossierBlik) -> Iterator[Uitkomst]:
    algemeen = [deel for deel in blik.alle(_EVAL) if deel.waarde("eval_soort") == "algemeen"]
    algemeen = sorted((d for d in algemeen if d.datum("eval_datum")), key=lambda d: d.datum("eval_datum") or date.min)
    rie_datums = [datum for deel in blik.alle(_RIE) if (datum := deel.datum("rie_datum"))]
    vorige = blik.dossier.verloop.start
    for deel in algemeen:
        dag = deel.datum("eval_datum")
        # The one of the start is of the first evaluatie's own period only when it isn't that of the start itself.
        nieuw = [d for d in rie_datums if dag and d <= dag and (vorige is None or d > vorige)]
        bij_start = {d.datum("rie_datum") for d in blik.alle(_RIE) if d.waarde("rie_moment") == "start"}
        if not set(nieuw) - bij_start:
            feiten = {"rie": blik.kader.titel(_RIE), "datum": dag, "veld": deel.label("eval_datum")}
            yield gemist(blik, Treffer("algemeen", (Plek(deel.invulling, "eval_datum"),), feiten))
        vorige = dag


@regel("R49", "Voorvallen meegenomen", ernst=Ernst.WAARSCHUWING, bron="S3:254-257, 492-495", niveau="dossier",
       leest=(f"{_EVAL}.risico_terug",))  # fmt: skip
def voorvallen(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Een voorval dat mee moest naar de evaluatie komt daar niet terug, of een incident heeft geen memo.

    Slecht: er zijn twee voorvallen sinds het plan, en de evaluatie zegt er niets over.
    Goed: bij de evaluatie staat wat de voorvallen leerden.
    """
    vorige = date.min
    evaluaties = [d for d in blik.alle(_EVAL) if "risico_terug" in d.velden and d.datum("eval_datum")]
    for deel in sorted(evaluaties, key=lambda d: d.datum("eval_datum") or date.max):
        dag = deel.datum("eval_datum") or date.max
        mee = [v for v in _voorvallen(blik) if v.waarde("in_evaluatie") == "ja" and vorige < _dag(v) <= dag]
        if mee and deel.leeg("risico_terug"):
            feiten = {"aantal": len(mee), "voorvallen": "voorval moest" if len(mee) == 1 else "voorvallen moesten",
                      "veld": deel.label("risico_terug"), "van_cyclus": blik.van_cyclus(deel.cyclus)}  # fmt: skip
            plekken = (Plek(deel.invulling, "risico_terug"), *(Plek(v.invulling, "datum_tijd") for v in mee[:3]))
            yield Treffer("evaluatie", plekken, feiten)
        vorige = max(vorige, dag)
    yield from _zonder_memo(blik)


def _voorvallen(blik: DossierBlik) -> list[FormulierBlik]:
    return [deel for naam in ("memo", "incident") for deel in blik.alle(naam) if deel.datum("datum_tijd")]


def _dag(deel: FormulierBlik) -> date:
    return deel.datum("datum_tijd") or date.min


def _zonder_memo(blik: DossierBlik) -> Iterator[Uitkomst]:
    if "memo" not in blik.kader.formulieren:
        return
    memos = [dag for memo in blik.alle("memo") if (dag := memo.datum("datum_tijd"))]
    for deel in blik.alle("incident"):
        dag = deel.datum("datum_tijd")
        if dag and dag < blik.kader.peildatum and not any(memo >= dag for memo in memos):
            feiten = {"datum": dag, "memo": blik.kader.titel("memo")}
            yield gemist(blik, Treffer("memo", (Plek(deel.invulling, "datum_tijd"),), feiten))


@regel("R75", "Kaart en signaleringsplan", ernst=Ernst.WAARSCHUWING, bron="S3:505-507", niveau="dossier",
       leest=(f"{_PLAN}.handtekening_client",))  # fmt: skip
def kaart_en_signaleringsplan(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Het plan is getekend en de kaart of het signaleringsplan ontbreekt, of de kaart is niet meer van nu.

    De kaart loopt achter als er daarna een nieuwe risico-inventarisatie kwam, of als er na een vastgelegde wissel
    nog de vorige vaste begeleider op staat. Gebruikt een organisatie een van beide niet, dan gaat de regel daar niet
    over.

    Slecht: het plan is op 3 maart getekend, en er is geen kaart.
    Goed: de kaart is bijgewerkt op de dag van de nieuwe risico-inventarisatie.
    """
    getekend = [(dag, plan) for plan in blik.alle(_PLAN) if (dag := _tekendag(plan))]
    if getekend and blik.dossier.verloop.vertrek is None:
        yield from _na_tekenen(blik, *min(getekend, key=lambda paar: paar[0]))
    kaarten = [(dag, kaart) for kaart in blik.alle("deelnemerskaart") if (dag := _kaartdag(kaart))]
    if kaarten:
        yield from _van_nu(blik, *max(kaarten, key=lambda paar: paar[0]))


def _na_tekenen(blik: DossierBlik, dag: date, plan: FormulierBlik) -> Iterator[Uitkomst]:
    for naam in ("deelnemerskaart", "signaleringsplan"):
        if naam in blik.kader.formulieren and not blik.alle(naam) and dag < blik.kader.peildatum:
            feiten = {"ontbreekt": blik.kader.titel(naam), "datum": dag}
            yield gemist(blik, Treffer("ontbreekt", (Plek(plan.invulling, "handtekening_client"),), feiten))


def _tekendag(plan: FormulierBlik) -> date | None:
    handtekening = plan.waarde("handtekening_client")
    if not isinstance(handtekening, dict) or handtekening.get("getekend") != "ja":
        return None
    dag = handtekening.get("datum")
    return dag if isinstance(dag, date) else hoofddatum(plan.invulling)


def _kaartdag(kaart: FormulierBlik) -> date | None:
    dagen = [dag for veld in ("geldig_vanaf", "bijgewerkt_op") if (dag := kaart.datum(veld))]
    return max(dagen) if dagen else None


def _van_nu(blik: DossierBlik, dag: date, kaart: FormulierBlik) -> Iterator[Uitkomst]:
    rie = [op for deel in blik.alle(_RIE) if (op := deel.datum("rie_datum"))]
    plek = Plek(kaart.invulling, "bijgewerkt_op")
    if rie and max(rie) > dag:
        feiten = {"datum": dag, "rie": blik.kader.titel(_RIE), "rie_datum": max(rie)}
        yield Treffer("rie", (plek,), feiten)
    anderen = [(deel, naam) for deel, _, naam in mentoren(blik) if deel is not kaart]
    op_kaart = next((naam for deel, _, naam in mentoren(blik) if deel is kaart), "")
    if anderen and op_kaart and not zelfde_naam(op_kaart, anderen[-1][1]):
        nieuwer = hoofddatum(anderen[-1][0].invulling)
        # A change that isn't on record is first of all a finding of R47.
        if nieuwer and nieuwer > dag and any(wissel <= nieuwer for wissel in wissels_van(blik)):
            yield Treffer("mentor", (Plek(kaart.invulling, "kaart_mentor"),), {"veld": kaart.label("kaart_mentor")})


REGELS = (rie_verwerkt, voorvallen, kaart_en_signaleringsplan)

"""R11: the signatures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.blik import FormulierBlik
from generator.checks.regel import Overslaan, Plek, Treffer, Uitkomst, regel
from generator.model import Ernst, Veld
from generator.veldsoorten import is_leeg
from generator.voorwaarde import lees_voorwaarde

_MEERDERJARIG = 18
_ONDERTEKENAARS = ("handtekening_client", "handtekening_mentor")
_OUDER = "handtekening_ouder"
_ZWAAR = ("begeleidingsplan", "toestemming")
_NIET_VOOR = {"begeleidingsplan": "plan_datum", "evaluatie": "eval_datum"}


@regel("R11", "Handtekeningen", ernst=Ernst.FOUT, bron="S2:327-328; S0:1286", niveau="formulier",
       leest=("begeleidingsplan.plan_datum", "evaluatie.eval_datum"),
       past=lambda formulier: any(veld.soort == "handtekening" for veld in formulier.velden))  # fmt: skip
def handtekeningen(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Een handtekening die nodig is ontbreekt, heeft geen datum, of is ouder dan het plan of het gesprek.

    Het plan en de toestemming tekent de persoon zelf, en bij een minderjarige ook een ouder. De evaluatie
    alleen als de organisatie dat wil (`evaluatie_tekenen`). Buiten plan en toestemming is het een waarschuwing.

    Slecht: het plan is alleen door de begeleider getekend.
    Goed: allebei hebben ze getekend, met een datum op of na de datum van het plan.
    """
    ernst = None if blik.formulier.sleutel in _ZWAAR else Ernst.WAARSCHUWING
    for veld in blik.plan.handtekeningen:
        if blik.kwijt(veld.sleutel):
            continue
        nodig = _nodig(blik, veld)
        if isinstance(nodig, Overslaan):
            yield nodig
            continue
        for treffer in _beoordeel(blik, veld, nodig):
            yield Treffer(treffer.variant, treffer.plekken, {"veld": f"‘{veld.label}’", **treffer.feiten}, ernst)


def _nodig(blik: FormulierBlik, veld: Veld) -> bool | Overslaan:
    """Say whether this signature is needed: by the definition, else by what the rule knows of the form."""
    if veld.verplicht != "nee":
        return veld.verplicht == "ja" or lees_voorwaarde(veld.verplicht).geldt(blik.zoek())
    formulier = blik.formulier.sleutel
    if veld.sleutel == _OUDER and formulier in _ZWAAR:
        grens = _MEERDERJARIG if formulier == "begeleidingsplan" else blik.kader.parameters.leeftijd_toestemming
        if blik.leeftijd is None:
            return Overslaan("leeftijd_onbekend", {"veld": f"‘{veld.label}’", "formulier": blik.formulier.titel})
        return blik.leeftijd < grens
    if veld.sleutel not in _ONDERTEKENAARS:
        return False
    return formulier in _ZWAAR or (formulier == "evaluatie" and blik.kader.parameters.evaluatie_tekenen == "ja")


def _beoordeel(blik: FormulierBlik, veld: Veld, nodig: bool) -> Iterator[Treffer]:
    delen = blik.gebieden(veld.sleutel)
    datum = delen.get("datum")
    getekend = delen.get("getekend") == "ja" or blik.kwijt(f"{veld.sleutel}.getekend")
    if nodig and not getekend:
        variant = "niet_getekend" if delen else "ontbreekt"
        yield Treffer(variant, (Plek(blik.invulling, f"{veld.sleutel}.getekend"),))
    elif getekend and is_leeg(datum) and not blik.kwijt(f"{veld.sleutel}.datum"):
        yield Treffer("datum", (Plek(blik.invulling, f"{veld.sleutel}.datum"),))
    begin = _NIET_VOOR.get(blik.formulier.sleutel, "")
    vanaf = blik.datum(begin) if begin else None
    # A date that lies ahead is a mistake of its own (R04): don't blame the signature for it.
    if getekend and isinstance(datum, date) and vanaf and datum < vanaf <= blik.kader.peildatum:
        feiten = {"datum": datum, "ander": blik.label(begin), "vanaf": vanaf}
        yield Treffer("te_vroeg", (Plek(blik.invulling, f"{veld.sleutel}.datum"), Plek(blik.invulling, begin)), feiten)


REGELS = (handtekeningen,)

"""R65: durations, deadlines and the parameters behind them agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.bron import Pad
from generator.checks.inrichtingsblik import InrichtingBlik
from generator.checks.regel import Bronplek, Treffer, Uitkomst, regel
from generator.duur import Duur, Maat, lees_delen, lees_duur
from generator.model import FASEN, Ernst, Fase, Termijn
from generator.taal import opsomming

# The fase at whose beginning an event lies, or in which it falls: from there one counts.
_BEGINT: Mapping[str, int] = {
    "aanmelddatum": 0, "aanmeldingsbesluit": 1, "intakegesprek": 1, "intakebesluit": 2, "startdatum": 2,
    "persoonsbeschrijving_datum": 4, "plan_datum": 5, "plan_termijn": 6, "evaluatiegesprek": 6, "evaluatiebesluit": 7,
}  # fmt: skip
# From when a parameter counts, in words that a duration may end with.
_ANKER_VAN: Mapping[str, str] = {
    "uitnodiging_max": "na aanmeldingsbesluit", "intakebrief_max": "na intakegesprek", "analyse_max": "na de start",
    "planning_max": "na persoonsbeschrijving", "spoed_intake_max": "na de start",
    "intake_wacht": "na aanmeldingsbesluit", "evaluatie_marge": "na plantermijn", "exit_dagen": "voor vertrek",
}  # fmt: skip
_ANKER_BIJ: Mapping[str, str] = {
    "aanmelding": "na aanmelding", "intake": "na intakegesprek", "opstart": "na de start", "analyse": "na de start",
    "planning": "na persoonsbeschrijving", "uitvoering": "na ondertekening", "evaluatie": "na evaluatiegesprek",
    "uitstroom": "na evaluatiebesluit",
}  # fmt: skip
# The parameter that says by when a fase has to be finished, and from when it counts.
_TERMIJN_VAN: Mapping[str, tuple[str, str]] = {
    "analyse": ("analyse_max", "startdatum"),
    "planning": ("planning_max", "persoonsbeschrijving_datum"),
}
_IN_DAGEN = frozenset(
    "uitnodiging_max intakebrief_max analyse_max planning_max voortgang_max min_traject exit_dagen herzien_max "
    "spoed_intake_max intake_wacht wachtlijst_contact evaluatie_marge".split()
)
_IN_WOORDEN = frozenset(("analyse_interval", "algemene_evaluatie", "toestemming_geldig"))
_WERKDAGEN = frozenset(("uitnodiging_max",))
_AANTALLEN = frozenset(("min_meldingen",))
# A month is 28 to 31 days, a year 365 or 366: that much may words and numbers differ.
_SPELING = 0.03


@regel("R65", "Duren rijmen", ernst=Ernst.WAARSCHUWING, bron="S2:227, 272", niveau="inrichting")
def duren_rijmen(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """Duren, termijnen en parameters spreken elkaar tegen.

    Het minimum is langer dan het maximum, het gemiddelde ligt erbuiten, een termijn zegt niet vanaf wanneer hij
    telt, fasen duren samen langer dan een termijn toelaat, of woorden en parameter verschillen. Fasen mogen
    overlappen: dan mag je de melding over de som laten staan.

    Slecht: opname (2 weken) en analyse (4 weken) moeten samen binnen vier weken na opname klaar zijn.
    Goed: opname en analyse duren elk hoogstens 2 weken.
    """
    for nr, fase in enumerate(blik.inrichting.fasen):
        yield from _klopt(blik, fase, fase.naam, fase.duur, ("fasen", nr, "duur"))
        yield from _past_parameter(blik, fase, nr)
        for lijst in ("termijnen", "frequenties"):
            for plek, termijn in enumerate(getattr(fase, lijst)):
                pad: Pad = ("fasen", nr, lijst, plek, "tekst")
                yield from _klopt(blik, fase, termijn.naam, termijn.tekst, pad)
                yield from _zelfde_als_parameter(blik, fase, termijn, pad)
                if lijst == "termijnen":
                    yield from _anker(blik, fase, termijn, pad)
        yield from _som(blik, nr)


def _klopt(blik: InrichtingBlik, fase: Fase, naam: str, tekst: str, pad: Pad) -> Iterator[Treffer]:
    duur = lees_duur(tekst)
    if duur is None or duur.keer is not None:
        return
    laag, hoog, midden = duur.min, duur.max, duur.gemiddeld
    feiten = {"fase": blik.fase(fase), "naam": naam, "tekst": tekst}
    if laag and hoog and laag.dagen > hoog.dagen:
        omgekeerd = f"{_maat(hoog)} tot {_maat(laag)}"
        yield Treffer("min_max", (Bronplek(pad),), {**feiten, "min": _maat(laag), "max": _maat(hoog),
                                                    "voorstel": omgekeerd})  # fmt: skip
    elif midden and ((laag and midden.dagen < laag.dagen) or (hoog and midden.dagen > hoog.dagen)):
        grenzen = opsomming([f"{w} {_maat(m)}" for w, m in (("minimaal", laag), ("maximaal", hoog)) if m])
        yield Treffer("gemiddelde", (Bronplek(pad),), {**feiten, "gemiddeld": _maat(midden), "grenzen": grenzen})


def _maat(maat: Maat) -> str:
    getal = f"{maat.getal:g}".replace(".", ",")
    meervoud = {"dag": "dagen", "werkdag": "werkdagen", "week": "weken", "maand": "maanden", "minuut": "minuten"}
    return f"{getal} {maat.eenheid if maat.getal == 1 else meervoud.get(maat.eenheid, maat.eenheid)}"


def _dagen(dagen: float) -> str:
    """Return days as people say it: whole weeks as weeks."""
    return _maat(Maat(dagen / 7, "week") if dagen >= 7 and dagen % 7 == 0 else Maat(round(dagen), "dag"))


def _anker(blik: InrichtingBlik, fase: Fase, termijn: Termijn, pad: Pad) -> Iterator[Treffer]:
    """A limit in days counts from something; one in hours is how fast one answers."""
    duur = lees_duur(termijn.tekst)
    if duur is None or duur.max is None or duur.min is not None or duur.keer is not None or duur.anker:
        return
    if duur.max.eenheid not in ("uur", "minuut"):
        anker = _ANKER_VAN.get(termijn.parameter or "", _ANKER_BIJ[fase.sleutel])
        voorstel = f"{termijn.tekst.rstrip('. ')} {anker}"
        feiten = {"fase": blik.fase(fase), "naam": termijn.naam, "tekst": termijn.tekst, "voorstel": voorstel}
        yield Treffer("anker", (Bronplek(pad),), feiten)


# --------------------------------------------------------------------------
# Fasen that have to fit before a deadline


def _som(blik: InrichtingBlik, nr: int) -> Iterator[Treffer]:
    fase = blik.inrichting.fasen[nr]
    termijnen = list(_harde_termijnen(blik, nr))
    if not termijnen:
        return
    dagen, begin, woorden = min(termijnen)
    lengtes = [_lengte(deel) for deel in blik.inrichting.fasen[begin:nr]]
    eigen = _lengte(fase)
    bekend = [lengte for lengte in (*lengtes, eigen) if lengte is not None]
    if None in lengtes:
        return
    som = sum(bekend)
    if som > dagen or (eigen is None and som >= dagen):
        delen = [(f, lengte) for f in blik.inrichting.fasen[begin : nr + 1] if (lengte := _lengte(f)) is not None]
        feiten = {
            "fasen": opsomming([f"{f.naam} (hoogstens {_dagen(lengte)})" for f, lengte in delen]),
            "som": _dagen(som),
            "fase": blik.fase(fase),
            "termijn": woorden,
        }
        plekken = (Bronplek(("fasen", nr, "duur")), *(Bronplek(("fasen", n, "duur")) for n in range(begin, nr)))
        yield Treffer("som", plekken, feiten)


def _harde_termijnen(blik: InrichtingBlik, nr: int) -> Iterator[tuple[float, int, str]]:
    """Yield by when a fase has to be finished, counted from an earlier one: days, that fase, and in words."""
    fase = blik.inrichting.fasen[nr]
    teksten = [fase.duur]
    parameter = _TERMIJN_VAN.get(fase.sleutel, ("", ""))[0]
    teksten += [termijn.tekst for termijn in fase.termijnen if parameter and termijn.parameter == parameter]
    for tekst in teksten:
        for deel in lees_delen(tekst):
            begin = _BEGINT.get(deel.anker or "", len(FASEN))
            if deel.max and deel.keer is None and deel.richting == "na" and begin < nr:
                yield deel.max.dagen, begin, deel.tekst


def _lengte(fase: Fase) -> float | None:
    """Return how long a fase lasts at most, in days; None when nobody says so."""
    hier = FASEN.index(fase.sleutel)
    delen = (d for d in lees_delen(fase.duur) if d.max and d.keer is None and d.richting == "na")
    lengtes = [d.max.dagen for d in delen if d.max and (d.anker is None or _BEGINT.get(d.anker, -1) >= hier)]
    return min(lengtes, default=None)


# --------------------------------------------------------------------------
# Words and parameters


def _past_parameter(blik: InrichtingBlik, fase: Fase, nr: int) -> Iterator[Treffer]:
    """The duration of a fase agrees with the parameter for it; a termijn that says the same speaks for it."""
    naam, anker = _TERMIJN_VAN.get(fase.sleutel, ("", ""))
    al = [_gezegd(duur, naam) for t in fase.termijnen if t.parameter == naam and (duur := lees_duur(t.tekst))]
    for deel in lees_delen(fase.duur) if naam else ():
        if deel.anker == anker and not any(_gelijk(_gezegd(deel, naam), gezegd) for gezegd in al if gezegd):
            termijn = Termijn(sleutel="duur", naam=fase.naam, tekst=deel.tekst, parameter=naam)
            yield from _zelfde_als_parameter(blik, fase, termijn, ("fasen", nr, "duur"))


def _zelfde_als_parameter(blik: InrichtingBlik, fase: Fase, termijn: Termijn, pad: Pad) -> Iterator[Treffer]:
    naam, duur = termijn.parameter, lees_duur(termijn.tekst)
    if duur is None or naam is None or naam not in _IN_DAGEN | _IN_WOORDEN | _AANTALLEN:
        return
    waarde = getattr(blik.inrichting.parameters, naam)
    if not (gezegd := _gezegd(duur, naam)):
        return
    feiten = {"fase": blik.fase(fase), "naam": termijn.naam, "tekst": termijn.tekst, "parameter": naam,
              "waarde": waarde, "voorstel": _als_parameter(duur, naam, gezegd)}  # fmt: skip
    plekken = (Bronplek(pad), Bronplek(("parameters", naam)))
    if waarde == "uit":
        yield Treffer("parameter_uit", plekken, feiten, Ernst.AANDACHTSPUNT)
    elif not _gelijk(gezegd, _bedoeld(waarde, naam)):
        yield Treffer("parameter", plekken, feiten)


def _gezegd(duur: Duur, naam: str) -> tuple[float, ...]:
    """Return what words say, in days (or times): a limit, or both ends."""
    if naam in _AANTALLEN:
        return (duur.keer,) if duur.keer else ()
    if duur.keer:
        return (duur.per.dagen / duur.keer,) if duur.per else ()
    if naam in _IN_WOORDEN and duur.min and duur.max and duur.min != duur.max:
        return duur.min.dagen, duur.max.dagen
    maat = (duur.min or duur.gemiddeld) if naam == "min_traject" else (duur.max or duur.gemiddeld or duur.min)
    return (maat.dagen,) if maat else ()


def _bedoeld(waarde: object, naam: str) -> tuple[float, ...]:
    if isinstance(waarde, int):
        return (Maat(waarde, "werkdag").dagen if naam in _WERKDAGEN else float(waarde),)
    duur = lees_duur(str(waarde))
    return _gezegd(duur, naam) if duur else ()


def _gelijk(een: tuple[float, ...], ander: tuple[float, ...]) -> bool:
    if not ander:
        return True
    return len(een) == len(ander) and all(abs(a - b) <= _SPELING * max(a, b) for a, b in zip(een, ander, strict=True))


def _als_parameter(duur: Duur, naam: str, gezegd: tuple[float, ...]) -> str:
    """Return the value of the parameter that says the same as the words."""
    if naam in _IN_WOORDEN:
        dagen = opsomming([_dagen(dag) for dag in gezegd], "tot")
        return dagen if duur.per is None else _maat(duur.per) if duur.keer == 1 else dagen
    return str(round(gezegd[0] / Maat(1, "werkdag").dagen) if naam in _WERKDAGEN else round(gezegd[0]))


REGELS = (duren_rijmen,)

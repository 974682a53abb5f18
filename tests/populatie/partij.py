"""A population: dossiers of all kinds together, most of them with a mistake, each with its truth."""

from __future__ import annotations

from random import Random

from populatie.agenda import ROUTES, stadia_van
from populatie.dossier import maak_dossier, past
from populatie.fouten import FOUTEN, TWEELING, Fout, tweeling
from populatie.model import HERSTART_5, MODELLEN, PEILDATUM, Geval

_ZONDER_FOUT, _TWEE_FOUTEN, _POGINGEN = 0.4, 0.15, 60
_GEWONE_ROUTES = ("gewoon",) * 4 + ("twee_cycli",)


def populatie(aantal: int = 1000, zaad: object = 1) -> list[Geval]:
    """Return so many dossiers (and now and then a twin): the same seed gives the same ones."""
    gevallen: list[Geval] = []
    mensen: set[tuple[object, str]] = set()
    soorten = _op_volgorde(zaad)
    for nr in range(aantal):
        rng = Random(f"{zaad}|{nr}")
        geval = _nieuw(nr, rng, soorten, mensen)
        mensen.add((geval.geboren, geval.naam.split()[-1]))
        gevallen.append(geval)
        if geval.fouten == (TWEELING,):
            geval.fouten = ()
            gevallen.append(tweeling(geval))
    return gevallen


def _op_volgorde(zaad: object) -> list[Fout | None]:
    """Return the kinds of mistake in an order of its own; None stands for the twin."""
    soorten: list[Fout | None] = [None, *(f for f in FOUTEN if any(past(m, r) for m, r, _ in _plekken(f)))]
    Random(f"volgorde {zaad}").shuffle(soorten)
    return soorten


def _plekken(soort: Fout) -> list[tuple[str, str, str]]:
    return [plek for plek in soort.plekken() if past(*plek[:2])]


def _nieuw(nr: int, rng: Random, soorten: list[Fout | None], mensen: set[tuple[object, str]]) -> Geval:
    """Return a dossier of somebody that isn't there yet."""
    for poging in range(_POGINGEN):
        fout_nr = nr if rng.random() >= _ZONDER_FOUT or poging else -1
        soort = soorten[fout_nr % len(soorten)]
        geval = _goed(nr, poging, rng) if fout_nr < 0 or soort is None else _met_fout(nr, poging, rng, soort)
        if geval and (geval.geboren, geval.naam.split()[-1]) not in mensen:
            geval.fouten = (TWEELING,) if fout_nr >= 0 and soort is None else geval.fouten
            return geval
    raise AssertionError(f"geen dossier {nr}: {soorten[nr % len(soorten)]}")


def _goed(nr: int, poging: int, rng: Random) -> Geval:
    model = rng.choice((*MODELLEN * 3, HERSTART_5))
    kan = [route for route in (*ROUTES, *_GEWONE_ROUTES) if past(model, route)]
    route = rng.choice(kan)
    return maak_dossier(model, f"{nr}-{poging}", rng.choice(stadia_van(route)), route, PEILDATUM, f"D-{nr:05d}")


def _met_fout(nr: int, poging: int, rng: Random, soort: Fout) -> Geval | None:
    model, route, stadium = rng.choice(_plekken(soort))
    goed = maak_dossier(model, f"{nr}-{poging}", stadium, route, PEILDATUM, f"D-{nr:05d}")
    geval = soort.plant(goed, rng)
    if geval is None or not soort.los or rng.random() > _TWEE_FOUTEN:
        return geval
    return _tweede(goed, geval, rng, soort) or geval


def _tweede(goed: Geval, geval: Geval, rng: Random, eerste: Fout) -> Geval | None:
    """Return the same dossier with a second mistake, in another form, or None when none fits."""
    plek = (goed.model, goed.route, goed.stadium)
    kan = [s for s in FOUTEN if s.los and s.code != eerste.code and plek in s.plekken()]
    hier = _geraakt(goed, geval)
    for soort in rng.sample(kan, min(5, len(kan))):
        twee = soort.plant(goed, rng)
        if twee and not hier & (daar := _geraakt(goed, twee)):
            geval.delen = [twee.delen[nr] if nr in daar else deel for nr, deel in enumerate(geval.delen)]
            geval.verwacht.update(twee.verwacht - goed.verwacht)
            geval.fouten += twee.fouten
            return geval
    return None


def _geraakt(voor: Geval, na: Geval) -> set[int]:
    """Return which forms a mistake changed."""
    return {nr for nr, (een, ander) in enumerate(zip(voor.delen, na.delen, strict=True)) if een != ander}

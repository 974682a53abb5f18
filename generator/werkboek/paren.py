"""Which part of the old data became which part of the new."""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

_NAMEN = ("sleutel", "uitkomst", "nr", "titel", "naam", "wat")
Paar = tuple[int | None, str, Any]


def gepaard(oud: Any, nieuw: Any) -> list[Paar]:
    """Return for every new part, in order: which old part it was (None: it is new), its key, its value."""
    return _groep(oud, nieuw) if isinstance(nieuw, dict) else _lijst(oud, nieuw)


def _groep(oud: dict[str, Any], nieuw: dict[str, Any]) -> list[Paar]:
    """Keep the old order; a new key comes after the one it follows in the new data."""
    plan: list[Paar] = [(nr, sleutel, nieuw[sleutel]) for nr, sleutel in enumerate(oud) if sleutel in nieuw]
    vorige = None
    for sleutel, waarde in nieuw.items():
        if sleutel not in oud:
            plek = next((nr + 1 for nr, (_, naam, _) in enumerate(plan) if naam == vorige), 0)
            plan.insert(plek, (None, sleutel, waarde))
        vorige = sleutel
    return plan


def _lijst(oud: list[Any], nieuw: list[Any]) -> list[Paar]:
    was: dict[int, int] = {}
    _zelfde(_vast(oud), _vast(nieuw), was)
    for naam in _NAMEN:
        _zelfde([_naam(deel, naam) for deel in oud], [_naam(deel, naam) for deel in nieuw], was)
    _lijkend(oud, nieuw, was)
    return [(was.get(nr), "", deel) for nr, deel in enumerate(nieuw)]


def _vast(delen: Iterable[Any]) -> list[str | None]:
    return [json.dumps(deel, sort_keys=True) for deel in delen]


def _naam(deel: Any, veld: str) -> str | None:
    waarde = deel.get(veld) if isinstance(deel, dict) else None
    return None if waarde is None else str(waarde)


def _zelfde(oud: list[str | None], nieuw: list[str | None], was: dict[int, int]) -> None:
    """Pair what is the same: first what kept its order, then what moved."""
    over_oud = [nr for nr in range(len(oud)) if nr not in set(was.values()) and oud[nr] is not None]
    over_nieuw = [nr for nr in range(len(nieuw)) if nr not in was and nieuw[nr] is not None]
    vergelijk = SequenceMatcher(None, [oud[nr] for nr in over_oud], [nieuw[nr] for nr in over_nieuw], autojunk=False)
    for blok in vergelijk.get_matching_blocks():
        for stap in range(blok.size):
            was[over_nieuw[blok.b + stap]] = over_oud[blok.a + stap]
    los = [nr for nr in over_oud if nr not in set(was.values())]
    for nr in over_nieuw:
        if nr not in was and (gevonden := next((o for o in los if oud[o] == nieuw[nr]), None)) is not None:
            was[nr] = gevonden
            los.remove(gevonden)


def _lijkend(oud: list[Any], nieuw: list[Any], was: dict[int, int]) -> None:
    """Pair what is left in the same place between neighbours, when it is more alike than not."""
    los = [nr for nr in range(len(oud)) if nr not in set(was.values())]
    for nr in range(len(nieuw)):
        if nr in was or not los:
            continue
        beste = max(los, key=lambda o: _gelijkenis(oud[o], nieuw[nr]))
        if _gelijkenis(oud[beste], nieuw[nr]) >= 0.5:
            was[nr] = beste
            los.remove(beste)


def _gelijkenis(oud: Any, nieuw: Any) -> float:
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        velden = set(oud) | set(nieuw)
        return len([veld for veld in velden if oud.get(veld) == nieuw.get(veld)]) / max(len(velden), 1)
    if isinstance(oud, str) and isinstance(nieuw, str):
        return SequenceMatcher(None, oud, nieuw).ratio()
    return 0.0

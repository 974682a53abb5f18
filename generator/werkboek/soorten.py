"""What a field of a record can hold, as far as a workbook cares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.model import Inrichting

Patroon = tuple[str, ...]
# In a pattern: any place of a list, and any key of a group.
PLEK, NAAM = "#", "*"


class Vorm(Enum):
    """The shape of a field: in one cell (the first four), or in a table of its own."""

    TEKST = "tekst"
    GETAL = "getal"
    LIJST = "lijst"
    WOORDEN = "woorden"
    RECORD = "record"
    RECORDS = "records"
    GROEP = "groep"
    GROEP_RECORDS = "groep van lijsten"


IN_CEL = (Vorm.TEKST, Vorm.GETAL, Vorm.LIJST, Vorm.WOORDEN)


@dataclass(frozen=True, slots=True)
class Veldsoort:
    """A field of a record: its shape, its choices, and the record it holds."""

    naam: str
    vorm: Vorm
    keuzes: tuple[str, ...] = ()
    record: type[Any] | None = None
    verplicht: bool = False
    anders: Any = None


def velden(record: type[Any]) -> Mapping[str, Veldsoort]:
    """Return the fields of a record that stand in a file, by name and in order of the model."""
    return _velden(record)  # type: ignore[arg-type]


@cache
def _velden(record: type[Any]) -> Mapping[str, Veldsoort]:
    soorten = get_type_hints(record)
    eigen = [veld for veld in fields(record) if not veld.metadata.get("buiten_bestand")]
    return {veld.name: _veldsoort(veld, soorten[veld.name]) for veld in eigen}


def _veldsoort(veld: Any, soort: Any) -> Veldsoort:
    vorm, inhoud = _vorm(_zonder_niets(soort))
    verplicht = veld.default is MISSING and veld.default_factory is MISSING
    anders = None if veld.default is MISSING else veld.default
    record = inhoud if is_dataclass(inhoud) else None
    return Veldsoort(veld.name, vorm, () if record else _keuzes(inhoud), record, verplicht, anders)  # type: ignore[arg-type]


def _zonder_niets(soort: Any) -> Any:
    """Return X for ``X | None``."""
    if get_origin(soort) in (Union, UnionType):
        delen = [deel for deel in get_args(soort) if deel is not NoneType]
        return delen[0] if len(delen) == 1 else soort
    return soort


def _vorm(soort: Any) -> tuple[Vorm, Any]:
    herkomst, delen = get_origin(soort), get_args(soort)
    if is_dataclass(soort):
        return Vorm.RECORD, soort
    if herkomst is tuple:
        return (Vorm.RECORDS if is_dataclass(delen[0]) else Vorm.LIJST), delen[0]
    if herkomst is not None and isinstance(herkomst, type) and issubclass(herkomst, Mapping):
        return _groep(delen[1])
    return (Vorm.GETAL if _telt(soort) else Vorm.TEKST), soort


def _groep(inhoud: Any) -> tuple[Vorm, Any]:
    if is_dataclass(inhoud):
        return Vorm.GROEP, inhoud
    if get_origin(inhoud) is tuple:
        return Vorm.GROEP_RECORDS, get_args(inhoud)[0]
    return Vorm.WOORDEN, inhoud


def _telt(soort: Any) -> bool:
    """Tell whether a number may stand here."""
    if get_origin(soort) in (Union, UnionType):
        return any(map(_telt, get_args(soort)))
    if get_origin(soort) is Literal:
        return any(isinstance(keuze, int) for keuze in get_args(soort))
    return soort in (int, float)


def _keuzes(soort: Any) -> tuple[str, ...]:
    """Return the words that can be chosen; nothing when other words are fine too."""
    if get_origin(soort) is Literal:
        return tuple(str(keuze) for keuze in get_args(soort))
    if get_origin(soort) in (Union, UnionType):
        return tuple(keuze for deel in get_args(soort) for keuze in _keuzes(deel))
    return ()


def vrij(soort: Veldsoort) -> bool:
    """Tell whether something else than one of the choices is fine: a number."""
    return soort.vorm is Vorm.GETAL and not all(keuze.isdigit() for keuze in soort.keuzes)


def records(record: type[Any] = Inrichting, patroon: Patroon = ()) -> Iterator[tuple[Patroon, type[Any]]]:
    """Yield every place of the schema where a record stands, outer ones first."""
    yield patroon, record
    for veld in velden(record).values():
        if veld.record is not None:
            yield from records(veld.record, (*patroon, veld.naam, *_stappen(veld.vorm)))


def woordgroepen() -> Iterator[Patroon]:
    """Yield every place of the schema where a group of words stands."""
    for patroon, record in records():
        yield from ((*patroon, veld.naam) for veld in velden(record).values() if veld.vorm is Vorm.WOORDEN)


def _stappen(vorm: Vorm) -> Patroon:
    return {Vorm.RECORD: (), Vorm.RECORDS: (PLEK,), Vorm.GROEP: (NAAM,), Vorm.GROEP_RECORDS: (NAAM, PLEK)}[vorm]


def record_op(patroon: Patroon) -> type[Any]:
    """Return the record that stands at *patroon*; KeyError when there is none."""
    return _alle_records()[patroon]


@cache
def _alle_records() -> Mapping[Patroon, type[Any]]:
    return dict(records())

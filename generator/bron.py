"""YAML in: plain data that remembers its lines, and records made from it.

YAML 1.2 is read with a small constructor of our own, so that ``ja``, ``nee`` and
dates stay the words that a person typed, double keys are noticed, and every key
path knows its line.  Pydantic then holds the data against the records of
`generator.model`; what it objects to is said in Dutch, all at once.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints

MAX_BYTES = 4_000_000
MAX_KNOPEN = 400_000
T = TypeVar("T")
Pad = tuple[str | int, ...]

_GETAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_BREUK = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
_LEEG = {"", "~", "null", "Null", "NULL"}
_WAAR = {"true": "ja", "True": "ja", "false": "nee", "False": "nee"}


@dataclass(frozen=True, slots=True)
class Bronfout:
    """A mistake in a source file: where it is, what is wrong, and how to mend it."""

    bestand: str
    regel: int | str | None
    sleutelpad: str
    bericht: str

    def __str__(self) -> str:
        """Return ``bestand, regel 12, fasen[3].duur: bericht``; in a workbook ``blad Fasen, cel D4``."""
        delen = [self.bestand]
        if self.regel is not None:
            delen.append(f"regel {self.regel}" if isinstance(self.regel, int) else self.regel)
        if self.sleutelpad:
            delen.append(self.sleutelpad)
        return ", ".join(delen) + ": " + self.bericht


class OngeldigeBron(Exception):
    """A source file can't be used; carries every mistake that was found."""

    def __init__(self, fouten: Iterable[Bronfout]) -> None:
        """Keep *fouten*, in order of line."""
        self.fouten = tuple(sorted(fouten, key=_op_regel))
        super().__init__("\n".join(map(str, self.fouten)))


def _op_regel(fout: Bronfout) -> tuple[str, int]:
    """Lines count up; the cells of a workbook stay in the order in which they were read."""
    return fout.bestand, fout.regel if isinstance(fout.regel, int) else 0


@dataclass(frozen=True, slots=True)
class Bron:
    """A file that was read: plain data, and the place of every key path.

    A place is a line of YAML, or words such as ``blad Fasen, cel D4`` for a workbook.
    """

    bestand: str
    gegevens: Any
    regels: Mapping[Pad, int | str]

    def regel(self, pad: Pad) -> int | str | None:
        """Return the place of *pad*, or of the nearest part of it that exists."""
        for einde in range(len(pad), -1, -1):
            if pad[:einde] in self.regels:
                return self.regels[pad[:einde]]
        return None

    def fout(self, pad: Pad, bericht: str) -> Bronfout:
        """Return a mistake at *pad* with its line."""
        return Bronfout(self.bestand, self.regel(pad), toon_pad(pad), bericht)


def toon_pad(pad: Pad) -> str:
    """Return a key path as people write it: ``fasen[2].duur`` (lists count from 1)."""
    tekst = ""
    for deel in pad:
        tekst += f"[{deel + 1}]" if isinstance(deel, int) else f".{deel}" if tekst else deel
    return tekst


def bedoelde(woord: object, keuzes: Iterable[str]) -> str:
    """Return “ Bedoelde je ‘…’?” when one of *keuzes* looks like *woord*, else nothing."""
    dichtbij = difflib.get_close_matches(str(woord), [str(keuze) for keuze in keuzes], n=1, cutoff=0.6)
    return f" Bedoelde je ‘{dichtbij[0]}’?" if dichtbij else ""


def lees_yaml(pad: Path, tekst: str | None = None) -> Bron:
    """Read a YAML file (or *tekst*, said to come from *pad*).

    Raises `OngeldigeBron` when it can't be read: missing, too large, not UTF-8,
    a syntax error, or double keys.
    """
    naam = str(pad)
    if tekst is None:
        tekst = _tekst(pad)
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        knoop = YAML(typ="safe").compose(tekst)
    except MarkedYAMLError as fout:
        mark = fout.problem_mark or fout.context_mark
        regel = mark.line + 1 if mark else None
        raise OngeldigeBron([Bronfout(naam, regel, "", _syntaxfout(str(fout.problem)))]) from None
    except (YAMLError, ValueError, RecursionError) as fout:
        bericht = f"Dit bestand is geen leesbare YAML ({type(fout).__name__})."
        raise OngeldigeBron([Bronfout(naam, None, "", bericht)]) from None
    opbouw = _Opbouw(naam)
    gegevens = opbouw.waarde(knoop, ()) if knoop is not None else None
    if opbouw.fouten:
        raise OngeldigeBron(opbouw.fouten)
    return Bron(naam, gegevens, opbouw.regels)


def _tekst(pad: Path) -> str:
    try:
        if pad.stat().st_size > MAX_BYTES:
            raise OngeldigeBron([Bronfout(str(pad), None, "", "Dit bestand is te groot voor een tekstbestand.")])
        return pad.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        bericht = "Dit bestand bestaat niet. Controleer de naam en de map."
    except IsADirectoryError:
        bericht = "Dit is een map. Noem het bestand zelf."
    except UnicodeDecodeError:
        bericht = "Dit bestand is geen UTF-8. Sla het in je tekstprogramma op als UTF-8."
    except OSError as fout:
        bericht = f"Dit bestand kan niet gelezen worden ({fout.strerror})."
    raise OngeldigeBron([Bronfout(str(pad), None, "", bericht)])


def _syntaxfout(probleem: str) -> str:
    uitleg = {
        "could not find expected ':'": "na een sleutel ontbreekt de dubbele punt",
        "mapping values are not allowed": "er staat een dubbele punt in tekst zonder aanhalingstekens, "
        "of bij de regel erboven ontbreekt hij",
        "did not find expected key": "de regel springt verkeerd in",
        "did not find expected '-'": "in deze lijst ontbreekt een streepje of springt een regel verkeerd in",
        "found character '\\t'": "hier staat een tab; gebruik spaties",
        "tab character": "hier staat een tab; gebruik spaties",
        "',' or ']'": "een lijst tussen [ en ] is niet gesloten of mist een komma",
        "',' or '}'": "een groep tussen { en } is niet gesloten; tekst met { } heeft aanhalingstekens nodig",
        "found character that cannot start": "hier staat een teken dat aanhalingstekens nodig heeft, of een tab",
        "found unexpected end of stream": "een aanhalingsteken of haakje is niet gesloten",
        "expected <block end>": "de regel springt verkeerd in",
        "found undefined alias": "een sterretje (*) verwijst naar iets dat niet bestaat",
    }
    hint = next((zin for sleutel, zin in uitleg.items() if sleutel in probleem), "de opmaak klopt niet")
    return f"De YAML is hier niet te lezen: {hint}. Kijk ook naar de regel erboven."


class _Opbouw:
    """Turns YAML nodes into plain data and notes lines; ``ja``/``nee`` stay words."""

    def __init__(self, bestand: str) -> None:
        self.bestand = bestand
        self.regels: dict[Pad, int] = {}
        self.fouten: list[Bronfout] = []

    def waarde(self, knoop: Any, pad: Pad) -> Any:
        self.regels.setdefault(pad, knoop.start_mark.line + 1)
        if len(pad) > 40 or len(self.regels) > MAX_KNOPEN:
            # Aliases (*) can make a small file endless: stop where no one would write by hand.
            if not self.fouten:
                self.fouten.append(Bronfout(self.bestand, self.regels[pad], "", "Dit bestand is te diep of te groot."))
            return None
        if knoop.id == "mapping":
            return self._groep(knoop, pad)
        if knoop.id == "sequence":
            return [self.waarde(deel, (*pad, nr)) for nr, deel in enumerate(knoop.value)]
        return knoop.value if knoop.style not in (None, "") else _woord(knoop.value)

    def _groep(self, knoop: Any, pad: Pad) -> dict[str, Any]:
        groep: dict[str, Any] = {}
        for sleutel, inhoud in knoop.value:
            naam = str(sleutel.value)
            regel = sleutel.start_mark.line + 1
            if naam in groep:
                bericht = f"De sleutel ‘{naam}’ staat hier dubbel. Haal er één weg."
                self.fouten.append(Bronfout(self.bestand, regel, toon_pad((*pad, naam)), bericht))
            self.regels[(*pad, naam)] = regel
            groep[naam] = self.waarde(inhoud, (*pad, naam))
        return groep


def _woord(tekst: str) -> Any:
    if tekst in _LEEG:
        return None
    if _GETAL.fullmatch(tekst):
        return int(tekst)
    if _BREUK.fullmatch(tekst):
        return float(tekst)
    return _WAAR.get(tekst, tekst)


@cache
def _keurder(soort: type[Any]) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(soort)


def maak_record(soort: type[T], bron: Bron) -> T:
    """Hold the data of *bron* against record *soort*.

    Raises `OngeldigeBron` with every mistake: unknown and missing keys, wrong
    types and choices, each with line, key path and a suggestion.
    """
    from pydantic import ValidationError

    try:
        keurder: Any = _keurder(soort)  # type: ignore[arg-type]
        return keurder.validate_python(_zonder_leeg(bron.gegevens))  # type: ignore[no-any-return]
    except ValidationError as fout:
        per_plek: dict[Pad, list[Mapping[str, Any]]] = {}
        for deel in fout.errors():
            per_plek.setdefault(_pad(deel["loc"]), []).append(deel)
        raise OngeldigeBron(_vertaal_plek(soort, bron, pad, delen) for pad, delen in per_plek.items()) from None


def _zonder_leeg(gegevens: Any) -> Any:
    """Leave out keys without a value: an empty line means “not filled in”."""
    if isinstance(gegevens, dict):
        return {k: _zonder_leeg(v) for k, v in gegevens.items() if v is not None}
    if isinstance(gegevens, list):
        return [_zonder_leeg(deel) for deel in gegevens if deel is not None]
    return gegevens


_UNIE = re.compile(r"^(?:int|str|float|literal\[.*)$")


def _pad(loc: tuple[str | int, ...]) -> Pad:
    """Drop the names of union members that pydantic puts at the end of a location."""
    return tuple(deel for deel in loc if not (isinstance(deel, str) and _UNIE.match(deel)))


def _vertaal_plek(soort: type[Any], bron: Bron, pad: Pad, fouten: list[Mapping[str, Any]]) -> Bronfout:
    """Say one thing about one place: a number that may also be a word gives two objections."""
    soorten = {fout["type"] for fout in fouten}
    if "literal_error" in soorten and any(naam.startswith("int") for naam in soorten):
        woorden = [fout for fout in fouten if fout["type"] == "literal_error"]
        keuzes = re.findall(r"'([^']*)'", str(woorden[0]["ctx"]["expected"]))
        return bron.fout(pad, f"Hier hoort een heel getal, of: {', '.join(keuzes)}.")
    return _vertaal(soort, bron, fouten[-1])


def _vertaal(soort: type[Any], bron: Bron, fout: Mapping[str, Any]) -> Bronfout:
    pad, wat = _pad(fout["loc"]), fout["type"]
    laatste = pad[-1] if pad else ""
    if wat in ("unexpected_keyword_argument", "extra_forbidden"):
        bekend = veldnamen(soort, pad[:-1])
        return bron.fout(pad, f"De sleutel ‘{laatste}’ ken ik hier niet.{bedoelde(laatste, bekend)}")
    if wat in ("missing", "missing_keyword_only_argument", "missing_argument"):
        return bron.fout(pad[:-1], f"Hier ontbreekt ‘{laatste}’. Vul die sleutel in.")
    if wat == "literal_error":
        keuzes = [woord.strip("'") for woord in re.findall(r"'[^']*'|\d+", str(fout["ctx"]["expected"]))]
        rest = f"Kies uit: {', '.join(keuzes)}.{bedoelde(fout['input'], keuzes)}"
        return bron.fout(pad, f"‘{_kort(fout['input'])}’ kan hier niet. {rest}")
    return bron.fout(pad, _TYPEFOUT.get(wat, "Deze waarde past hier niet. Kijk hoe het in een uitgangsmodel staat."))


def _kort(waarde: object) -> str:
    tekst = str(waarde)
    return tekst if len(tekst) <= 40 else tekst[:39] + "…"


_TYPEFOUT = {
    "string_type": "Hier hoort tekst. Zet aanhalingstekens om de waarde als het een getal is.",
    "int_type": "Hier hoort een heel getal.",
    "int_parsing": "Hier hoort een heel getal (of ‘uit’ als je deze grens niet gebruikt).",
    "int_from_float": "Hier hoort een heel getal, zonder komma.",
    "float_type": "Hier hoort een getal.",
    "float_parsing": "Hier hoort een getal. Schrijf een punt in plaats van een komma.",
    "tuple_type": "Hier hoort een lijst: zet elk onderdeel op een eigen regel met een streepje ervoor.",
    "mapping_type": "Hier horen sleutels met een waarde (sleutel: waarde).",
    "dict_type": "Hier horen sleutels met een waarde (sleutel: waarde).",
    "dataclass_type": "Hier horen sleutels met een waarde (sleutel: waarde), geen losse tekst.",
}


def veldnamen(soort: Any, pad: Pad) -> list[str]:
    """Return the keys that are known at *pad* inside record *soort*."""
    for deel in pad:
        soort = _veldsoort(soort, deel) if is_dataclass(soort) else _inhoud(soort)
    return [veld.name for veld in fields(soort)] if is_dataclass(soort) else []


def _veldsoort(soort: Any, deel: str | int) -> Any:
    """Return the type of a field; ``X | None`` counts as X."""
    gevonden = get_type_hints(soort).get(str(deel), str)
    if isinstance(gevonden, UnionType):
        return next((arg for arg in get_args(gevonden) if is_dataclass(arg)), str)
    return gevonden


def _inhoud(soort: Any) -> Any:
    """Return what a list or group holds: X for ``tuple[X, ...]`` and ``Mapping[str, X]``."""
    soorten = [arg for arg in get_args(soort) if arg is not Ellipsis]
    return soorten[-1] if soorten else str

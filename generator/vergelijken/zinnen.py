"""Two records side by side: a sentence for everything that differs.

Lists are compared by what makes their parts the same, not by place. Texts are compared as
templates, so that another word for {client} is one change and not a hundred.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from generator.inrichting import woorden_van
from generator.model import Inrichting, Rol
from generator.taal import vul_in, vul_record_in
from generator.vergelijken.namen import KENMERK, SOORTEN, VERWIJST, naam_van

_KORT, _GENOEMD = 70, 60
_LIJKT = 0.6
_WIT = re.compile(r"[ \t]*\n[ \t]*(?!\n)|[ \t]+")
# Numbers and dates are no names: such a part is not renamed but has another number.
_GEEN_NAAM = ("nr", "datum")
_TEKSTSLEUTEL = ("titel", "wat", "criterium", "aanpassing", "nr")
_VERVOLG = {"wachten": "wachten", "overleg": "overleg", "einde": "het einde"}


@dataclass(frozen=True)
class Taal:
    """The words of both inrichtingen; what people read is in the words of the new one."""

    oud: Inrichting
    nieuw: Inrichting
    oude_woorden: Mapping[str, str]
    nieuwe_woorden: Mapping[str, str]

    @classmethod
    def van(cls, oud: Inrichting, nieuw: Inrichting) -> Taal:
        """Look up the words of both."""
        return cls(oud, nieuw, woorden_van(oud), woorden_van(nieuw))

    def gelijk(self, oud: str, nieuw: str) -> bool:
        """True when two texts are the same template, or read the same, each in its own words."""
        oud, nieuw = _effen(oud), _effen(nieuw)
        return oud == nieuw or vul_in(oud, self.oude_woorden) == vul_in(nieuw, self.nieuwe_woorden)

    def verschilt(self, oud: object, nieuw: object) -> bool:
        """True when two records are not the same, nor read the same."""
        return oud != nieuw and vul_record_in(oud, self.oude_woorden) != vul_record_in(nieuw, self.nieuwe_woorden)

    def lees(self, tekst: object) -> str:
        """Return a text in the new words; a name that no longer exists in the old ones."""
        if isinstance(tekst, float):
            return f"{tekst:g}".replace(".", ",")
        return vul_in(_effen(str(tekst)), {**self.oude_woorden, **self.nieuwe_woorden})

    def citaat(self, tekst: object) -> str:
        """Return a text between quotes, shortened when it is long."""
        gelezen = " ".join(self.lees(tekst).split())
        return f"‘{gelezen if len(gelezen) <= _GENOEMD else gelezen[: _GENOEMD - 1].rstrip() + '…'}’"

    def verwijzing(self, soort: str, sleutel: str) -> str:
        """Return the name of what a key points at, in the new inrichting or else in the old."""
        for inrichting in (self.nieuw, self.oud):
            if naam := _naam_in(inrichting, soort, sleutel):
                return naam
        return sleutel


def _naam_in(inrichting: Inrichting, soort: str, sleutel: str) -> str:
    if soort == "rol":
        return inrichting.rolnaam(sleutel) if any(rol.sleutel == sleutel for rol in inrichting.rollen) else ""
    if soort == "fase":
        return _VERVOLG.get(sleutel) or next((f.naam for f in inrichting.fasen if f.sleutel == sleutel), "")
    if soort == "formulier":
        return next((i.naam for i in inrichting.instrumenten if i.formulier == sleutel), "")
    gevonden = inrichting.instrument(sleutel)
    return gevonden.naam if gevonden else ""


def _effen(tekst: str) -> str:
    """Return a text without the line breaks of its file: only a blank line says something."""
    return _WIT.sub(" ", tekst.strip().replace("\n\n", "\n\n\n")) if "\n" in tekst or "  " in tekst else tekst.strip()


def hoofdletter(tekst: str) -> str:
    """Return *tekst* with a capital."""
    return tekst[:1].upper() + tekst[1:]


@dataclass(frozen=True, slots=True)
class Plek:
    """Where something stands, in words: ``de stap ‘Aankomst’``; ``boven`` is said already by the heading."""

    woorden: str
    boven: bool = False

    def van(self, wat: str) -> str:
        """Return ``De duur van deze fase``."""
        return hoofdletter(f"{wat} van {self.woorden}" if self.woorden else wat)

    def met(self, wat: str, werkwoord: str, rest: str) -> str:
        """Return ``Bij de stap ‘Aankomst’ is het punt ‘…’ …``; at the top without the first part."""
        if self.boven:
            return f"{hoofdletter(wat)} {werkwoord} {rest}"
        return f"Bij {self.woorden} {werkwoord} {wat} {rest}"

    def dieper(self, wat: str) -> Plek:
        """Return the place of a part."""
        return Plek(wat if self.boven else f"{wat} bij {self.woorden}")


# --------------------------------------------------------------------------
# Records and what they hold


def record(taal: Taal, oud: Any, nieuw: Any, plek: Plek, zonder: Iterable[str] = ()) -> Iterator[str]:
    """Yield a sentence for every field of two records that differs."""
    overslaan = frozenset(zonder)
    for veld in fields(nieuw):
        a, b = getattr(oud, veld.name), getattr(nieuw, veld.name)
        if a != b and veld.name not in overslaan:
            yield from onderdeel(taal, type(nieuw), veld.name, a, b, plek)


def onderdeel(taal: Taal, soort: type, veld: str, oud: Any, nieuw: Any, plek: Plek) -> Iterator[str]:
    """Yield a sentence for every difference between two values of one field."""
    enkel, meer = naam_van(soort, veld)
    if isinstance(oud, tuple) and isinstance(nieuw, tuple):
        if any(is_dataclass(deel) for deel in (*oud, *nieuw)):
            yield from records(taal, oud, nieuw, (enkel, meer), plek)
        else:
            yield from teksten(taal, oud, nieuw, (enkel, meer), plek, VERWIJST.get((soort, veld), ""))
    elif isinstance(oud, Mapping) and isinstance(nieuw, Mapping):
        yield from groep(taal, oud, nieuw, enkel, plek)
    elif is_dataclass(oud) and is_dataclass(nieuw):
        yield from record(taal, oud, nieuw, plek.dieper(enkel))
    else:
        yield from waarde(taal, (soort, veld), oud, nieuw, plek)


def waarde(taal: Taal, wat: tuple[type, str], oud: Any, nieuw: Any, plek: Plek) -> Iterator[str]:
    """Yield a sentence when one value differs: a text, a number, a choice."""
    if isinstance(oud, str) and isinstance(nieuw, str) and taal.gelijk(oud, nieuw):
        return
    soort, veld = wat
    if zin := _naam(taal, wat, oud, nieuw, plek):
        yield zin
    elif veld == "verplicht" and plek.woorden:
        yield _plicht(nieuw, plek)
    elif veld == "soort" and nieuw in SOORTEN:
        yield hoofdletter(f"{plek.woorden} vraagt nu om {SOORTEN[nieuw]}; eerst om {SOORTEN.get(oud, oud)}.")
    else:
        verwijst = VERWIJST.get(wat, "")
        a, b = ((taal.verwijzing(verwijst, deel) if verwijst and deel else deel) for deel in (oud, nieuw))
        yield _gewijzigd(taal, plek.van(naam_van(soort, veld)[0]), a, b)


def _naam(taal: Taal, wat: tuple[type, str], oud: Any, nieuw: Any, plek: Plek) -> str:
    """Say a renaming, when this is the field by which people call a record; the place has the old name already."""
    soort, veld = wat
    if veld != KENMERK.get(soort, ("", ""))[1] or veld in _GEEN_NAAM:
        return ""
    a, b = taal.lees(oud or ""), taal.lees(nieuw or "")
    if soort is Rol or not a or not b or a == b or len(b) > _KORT or "\n" in b:
        return ""
    return hoofdletter(f"{plek.woorden} heet nu {taal.citaat(b)}.")


def _plicht(nieuw: str, plek: Plek) -> str:
    zin = {"ja": "is nu verplicht", "nee": "is niet meer verplicht"}.get(nieuw, "is nu in een bepaald geval verplicht")
    return hoofdletter(f"{plek.woorden} {zin}.")


def _gewijzigd(taal: Taal, wat: str, oud: Any, nieuw: Any) -> str:
    a, b = ("" if deel is None else taal.lees(deel) for deel in (oud, nieuw))
    if a == b:
        # The same words now, but not as a template: say what is there.
        return f"{wat} is anders vastgelegd: {taal.citaat(b)}." if b else f"{wat} is anders vastgelegd."
    lang = max(len(a), len(b)) > _KORT or "\n" in a + b
    if not b:
        return f"{wat} is weggehaald." if lang else f"{wat} is weggehaald (eerst: {taal.citaat(a)})."
    if not a:
        return f"{wat} is nu ingevuld." if lang else f"{wat} is nu ingevuld: {taal.citaat(b)}."
    return f"{wat} is veranderd." if lang else f"{wat} gaat van {taal.citaat(a)} naar {taal.citaat(b)}."


# --------------------------------------------------------------------------
# Lists and groups


Namen = tuple[str, str]


def records(taal: Taal, oud: Sequence[Any], nieuw: Sequence[Any], namen: Namen, plek: Plek) -> Iterator[str]:
    """Yield what came, went, changed and moved in a list of records."""
    kenmerk, noem = KENMERK[type((*nieuw, *oud)[0])]
    paren = _paren(oud, nieuw, lambda deel: getattr(deel, kenmerk), _zelfde_record(taal, kenmerk, noem))
    for a, b in paren:
        wie = f"{namen[0]} {_citaat_van(taal, b if a is None else a, noem)}"
        if a is None:
            yield plek.met(wie, "is", "erbij gekomen.")
        elif b is None:
            yield plek.met(wie, "is", "weggehaald.")
        else:
            yield from record(taal, a, b, plek.dieper(wie))
    yield from _volgorde(oud, nieuw, paren, namen, plek)


def _citaat_van(taal: Taal, deel: Any, noem: str) -> str:
    naam = getattr(deel, noem)
    if isinstance(deel, Rol):
        naam = naam or taal.verwijzing("rol", deel.sleutel)
    return str(naam) if isinstance(naam, int) else taal.citaat(naam or "")


def _zelfde_record(taal: Taal, kenmerk: str, noem: str) -> Callable[[Any, Any], bool]:
    """Two parts with different keys are one when they have the same name, or all else is the same."""

    def zelfde(a: Any, b: Any) -> bool:
        namen = [taal.lees(getattr(deel, noem) or "") for deel in (a, b)]
        if namen[0] == namen[1] and namen[0]:
            return True
        rest = [[getattr(deel, v.name) for v in fields(deel) if v.name not in (kenmerk, noem)] for deel in (a, b)]
        tekst = kenmerk == noem and noem not in _GEEN_NAAM
        return (tekst and _lijken(*namen)) or (kenmerk in _TEKSTSLEUTEL and rest[0] == rest[1] and any(rest[0]))

    return zelfde


def teksten(
    taal: Taal, oud: Sequence[Any], nieuw: Sequence[Any], namen: Namen, plek: Plek, verwijst: str = ""
) -> Iterator[str]:
    """Yield what came, went, changed and moved in a list of texts."""

    def noem(tekst: Any) -> str:
        return taal.citaat(taal.verwijzing(verwijst, tekst) if verwijst else tekst)

    def zelfde(a: Any, b: Any) -> bool:
        return not verwijst and (taal.gelijk(str(a), str(b)) or _lijken(taal.lees(a), taal.lees(b)))

    paren = _paren(oud, nieuw, lambda tekst: _effen(str(tekst)), zelfde)
    for a, b in paren:
        if a is None:
            yield plek.met(f"{namen[0]} {noem(b)}", "is", "erbij gekomen.")
        elif b is None:
            yield plek.met(f"{namen[0]} {noem(a)}", "is", "weggehaald.")
        elif not taal.gelijk(str(a), str(b)):
            kort = max(len(str(a)), len(str(b))) <= _GENOEMD and taal.lees(a) != taal.lees(b)
            wie, rest = f"{namen[0]} {noem(a)}", f"veranderd in {noem(b)}." if kort else "veranderd."
            yield plek.met(wie, "is", rest)
    yield from _volgorde(oud, nieuw, paren, namen, plek)


def groep(taal: Taal, oud: Mapping[str, Any], nieuw: Mapping[str, Any], enkel: str, plek: Plek) -> Iterator[str]:
    """Yield what came, went and changed in texts by key."""
    for sleutel in dict.fromkeys((*nieuw, *oud)):
        wie = f"{enkel} ‘{sleutel.replace('_', ' ')}’"
        if sleutel not in oud:
            yield plek.met(wie, "is", "erbij gekomen.")
        elif sleutel not in nieuw:
            yield plek.met(wie, "is", "weggehaald.")
        elif not taal.gelijk(str(oud[sleutel]), str(nieuw[sleutel])):
            yield _gewijzigd(taal, hoofdletter(wie) if plek.boven else plek.van(wie), oud[sleutel], nieuw[sleutel])


Paar = tuple[Any, Any]


def _paren(
    oud: Sequence[Any], nieuw: Sequence[Any], kenmerk: Callable[[Any], Any], zelfde: Callable[[Any, Any], bool]
) -> list[Paar]:
    """Return old and new side by side, in the new order; what went comes last, with None for new."""
    wacht = dict(zip(_genummerd(oud, kenmerk), oud, strict=True))
    paren: list[Paar] = [(wacht.pop(naam, None), b) for naam, b in zip(_genummerd(nieuw, kenmerk), nieuw, strict=True)]
    rest = list(wacht.values())
    for nr, (a, b) in enumerate(paren):
        if a is None and (lijkt := next((deel for deel in rest if zelfde(deel, b)), None)) is not None:
            rest = [deel for deel in rest if deel is not lijkt]
            paren[nr] = (lijkt, b)
    return [*paren, *((deel, None) for deel in rest)]


def _genummerd(delen: Sequence[Any], kenmerk: Callable[[Any], Any]) -> list[tuple[Any, int]]:
    """Return the key of every part, with a number for parts that have the same one."""
    gezien: Counter[Any] = Counter()
    sleutels = []
    for deel in delen:
        naam = kenmerk(deel)
        sleutels.append((naam, gezien[naam]))
        gezien[naam] += 1
    return sleutels


def _volgorde(
    oud: Sequence[Any], nieuw: Sequence[Any], paren: Sequence[Paar], namen: Namen, plek: Plek
) -> Iterator[str]:
    gebleven = [a for a, b in paren if a is not None and b is not None]
    eerst = sorted(gebleven, key=lambda deel: next(nr for nr, a in enumerate(oud) if a is deel))
    if any(a is not b for a, b in zip(gebleven, eerst, strict=True)):
        yield plek.met(namen[1] or namen[0], "staan", "in een andere volgorde.")


def _lijken(a: str, b: str) -> bool:
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= _LIJKT

"""What all kinds of field share."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Protocol

from generator.model import Onleesbaar, Optie

_REGELEINDE = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_VERBODEN = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ONZICHTBAAR = " \t\n\u00a0\u1680\u202f\u205f\u2060\ufeff\u3000" + "".join(map(chr, range(0x2000, 0x200C)))
_SPATIES = re.compile(rf"[{_ONZICHTBAAR}]+")


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What a kind needs to know of the field: its choices."""

    opties: tuple[Optie, ...] = ()


class Veldsoort(Protocol):
    """The meaning of one kind of field."""

    def parse(self, ruw: str, omgeving: Omgeving) -> Any:
        """Return the value of typed text: None when empty, `Onleesbaar` when it can't be understood."""

    def normaliseer(self, waarde: Any, omgeving: Omgeving) -> Any:
        """Return a value from an answer file in its regular form; None or `Onleesbaar` as in `parse`."""

    def toon(self, waarde: Any, omgeving: Omgeving) -> str:
        """Return the value as people see it on paper."""


def schone_tekst(tekst: str) -> str:
    """Return *tekst* with plain line ends, without characters that no document can hold, and trimmed.

    Only the outside is trimmed; everything a person typed in between stays.
    """
    if tekst.isprintable():  # nearly always: nothing to mend
        return tekst.strip(_ONZICHTBAAR)
    tekst = _REGELEINDE.sub("\n", tekst)
    return _VERBODEN.sub("", tekst).strip(_ONZICHTBAAR)


def is_leeg(waarde: Any) -> bool:
    """Return True when nothing was filled in; `Onleesbaar` is something."""
    if waarde is None:
        return True
    if isinstance(waarde, str):
        return not waarde.strip(_ONZICHTBAAR)
    return not waarde and isinstance(waarde, Collection)


def vergelijkbaar(tekst: str) -> str:
    """Return *tekst* as it is compared: case, spaces and closing dots or colons don't count."""
    return _SPATIES.sub(" ", tekst).strip(" .:*").casefold()


def getoond(waarde: Any) -> str:
    """Return what was typed for a value that could not be understood, else an empty text."""
    return waarde.ruw if isinstance(waarde, Onleesbaar) else ""

"""What a rule is: one small function with a code, a weight, a source and what it needs."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from generator.bron import Pad
from generator.model import Ernst, Formulier, Invulling

Niveau = Literal["formulier", "cyclus", "dossier", "partij", "inrichting"]


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a finding points: a form that was read, and a field, area or cell in it."""

    invulling: Invulling
    sleutel: str = ""


@dataclass(frozen=True, slots=True)
class Bestandsplek:
    """Where a finding points when there is no form, only a file; ``plek`` says where in it, in words."""

    pad: str
    formaat: str = ""
    plek: str = ""


@dataclass(frozen=True, slots=True)
class Bronplek:
    """Where a finding points in the inrichting: a key path; the engine adds file and line."""

    pad: Pad


@dataclass(frozen=True, slots=True)
class Treffer:
    """A rule strikes: which wording, where, the facts for it, and a weight if it differs."""

    variant: str
    plekken: tuple[Plek | Bestandsplek | Bronplek, ...]
    feiten: Mapping[str, Any] = field(default_factory=dict)
    ernst: Ernst | None = None


@dataclass(frozen=True, slots=True)
class Overslaan:
    """A rule can't judge a part of what it looks at; the key is one of `berichten.REDENEN`."""

    reden: str
    feiten: Mapping[str, Any] = field(default_factory=dict)


Uitkomst = Treffer | Overslaan
Regelfunctie = Callable[[Any], Iterable[Uitkomst]]
"""What a rule says; one that looks at every form and seldom finds something returns ``()`` rather than yields."""
Dekking = Callable[[Any, str], bool]


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One rule.

    ``nodig`` names forms (``evaluatie``) and fields (``evaluatie.per_doel``) without which
    there is nothing to judge; ``leest`` names what it also looks at, if that is there;
    ``gebruikt`` names what the organisation must use, in the dossier or not: its absence may be the finding.
    A field that is lost or unreadable makes the engine skip the rule, with the reason.
    ``parameters`` are the thresholds that silence it when they are ``uit``.
    ``dekt`` names the fields (``formulier.veld`` or ``formulier.tabel.kolom``) whose
    emptiness is this rule's business, so that R01 and R02 leave them alone. ``dekt_als`` (the form,
    and the field in it) narrows that to the forms in which the rule minds it.
    ``past`` says of a form definition whether a rule about single forms can find anything in it: it is not called
    for the others.
    A rule that is ``vast`` follows from the model itself: an organisation can't switch it off.
    """

    code: str
    titel: str
    ernst: Ernst
    bron: str
    niveau: Niveau
    functie: Regelfunctie
    nodig: tuple[str, ...] = ()
    leest: tuple[str, ...] = ()
    gebruikt: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    dekt: tuple[str, ...] = ()
    dekt_als: Dekking | None = None
    past: Callable[[Formulier], bool] | None = None
    vast: bool = False

    @property
    def uitleg(self) -> str:
        """When the rule strikes, with a Slecht and a Goed example."""
        return inspect.getdoc(self.functie) or ""

    @cached_property
    def formulieren(self) -> tuple[str, ...]:
        """The forms that the rule can't do without; empty when it looks at every form."""
        return tuple(dict.fromkeys(naam.split(".")[0] for naam in self.nodig))

    @cached_property
    def gelezen(self) -> Mapping[str, tuple[str, ...]]:
        """Form key → the fields of it that the rule looks at, in the order in which it names them."""
        velden: dict[str, tuple[str, ...]] = {}
        for naam in (*self.nodig, *self.leest):
            formulier, _, veld = naam.partition(".")
            velden[formulier] = (*velden.get(formulier, ()), *((veld,) if veld else ()))
        return velden


def regel(
    code: str,
    titel: str,
    *,
    ernst: Ernst,
    bron: str,
    niveau: Niveau,
    nodig: tuple[str, ...] = (),
    leest: tuple[str, ...] = (),
    gebruikt: tuple[str, ...] = (),
    parameters: tuple[str, ...] = (),
    dekt: tuple[str, ...] = (),
    dekt_als: Dekking | None = None,
    past: Callable[[Formulier], bool] | None = None,
    vast: bool = False,
) -> Callable[[Regelfunctie], Regel]:
    """Make a rule of the function below; its docstring says when it strikes."""

    def maak(functie: Regelfunctie) -> Regel:
        return Regel(code=code, titel=titel, ernst=ernst, bron=bron, niveau=niveau, functie=functie,
                     nodig=nodig, leest=leest, gebruikt=gebruikt, parameters=parameters, dekt=dekt,
                     dekt_als=dekt_als, past=past, vast=vast)  # fmt: skip

    return maak

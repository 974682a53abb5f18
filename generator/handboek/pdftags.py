"""What LibreOffice leaves out of the structure tree: the words for pictures that are made of shapes.

LibreOffice 7.4 tags every shape of a group as a figure of its own, without a description, behind the
paragraph with the texts of the group.  Here they become one figure with the description; the shapes
hang under it and mean nothing alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

_VORM, _SOORT, _ALT, _ONDER, _BOVEN = "/Figure", "/S", "/Alt", "/K", "/P"


def beschrijf_tekeningen(wortel: Any, beschrijvingen: Sequence[str]) -> None:
    """Give the drawings in the structure tree of catalogue *wortel* their words, in order of the text."""
    boom = wortel.get("/StructTreeRoot")
    woorden = iter(beschrijvingen)
    for element in [] if boom is None else list(_elementen(boom.get_object())):
        for groep in _groepen(element):
            if (tekst := next(woorden, None)) is not None:
                _voeg_samen(element, groep, tekst)


def _groepen(element: Any) -> list[list[Any]]:
    """Return the rows of shapes without words right below *element*; one alone is no drawing of shapes."""
    rijen = groupby(_delen(element), key=_is_vorm)
    groepen = [list(delen) for is_vorm, delen in rijen if is_vorm]
    return [groep for groep in groepen if len(groep) > 1]


def _is_vorm(deel: Any) -> bool:
    inhoud = deel.get_object()
    return isinstance(inhoud, dict) and inhoud.get(_SOORT) == _VORM and _ALT not in inhoud


def _voeg_samen(boven: Any, vormen: list[Any], tekst: str) -> None:
    """Make one figure of *vormen* and, when it stands right before them, the paragraph with their texts."""
    from pypdf.generic import ArrayObject, NameObject, TextStringObject

    delen = _delen(boven)
    voor = delen.index(vormen[0]) - 1
    kop, rest = (delen[voor], vormen) if voor >= 0 and _heeft_vak(delen[voor]) else (vormen[0], vormen[1:])
    figuur = kop.get_object()
    figuur[NameObject(_SOORT)] = NameObject(_VORM)
    figuur[NameObject(_ALT)] = TextStringObject(tekst)
    figuur[NameObject(_ONDER)] = ArrayObject([*_delen(figuur), *rest])
    boven[NameObject(_ONDER)] = ArrayObject([deel for deel in delen if deel not in rest])
    for vorm in rest:
        vorm.get_object()[NameObject(_SOORT)] = NameObject("/NonStruct")
        vorm.get_object()[NameObject(_BOVEN)] = kop


def _heeft_vak(deel: Any) -> bool:
    """True when *deel* holds text boxes."""
    inhoud = deel.get_object()
    onder = [kind.get_object() for kind in _delen(inhoud)] if isinstance(inhoud, dict) else []
    return any(isinstance(kind, dict) and kind.get(_SOORT) == "/Div" for kind in onder)


def _delen(element: Any) -> list[Any]:
    """Return what stands right below *element*, text too, as it is referred to."""
    onder = element.get(_ONDER)
    inhoud = onder.get_object() if onder is not None else []
    return list(inhoud) if isinstance(inhoud, list) else [onder]


def _elementen(boom: Any) -> Iterator[Any]:
    """Yield every element in order of reading."""
    rij = [boom]
    while rij:
        element = rij.pop()
        yield element
        onder = (deel.get_object() for deel in reversed(_delen(element)))
        rij.extend(deel for deel in onder if isinstance(deel, dict) and _SOORT in deel)

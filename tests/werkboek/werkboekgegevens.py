"""Invented inrichtingen as plain data, made from the schema: any field may be there, empty, or absent."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from generator.model import Inrichting
from generator.werkboek.soorten import Veldsoort, Vorm, velden

LASTIG = (
    "", " ", "\n", "(leeg)", "(geen)", "(niets)", "(lege regel)", " (geen) ", "\\", "\\(leeg)", "|", "| x",
    "a\n| b", "a\n\nb\n",
    "=1+1", "+31 6", "-", "@x", "'x", "1", "007", "1.50", "1e3", "2004-03", "ja", "TRUE", "#REF!", "_x0041_", "x: y",
    "x:", ": x", "\\n", "€ ë ü", "\t tab", " voor en na ", "null", "~", "# geen commentaar", "- streep", "{client}",
    "a" * 300, "regel\n  ingesprongen", "é\u00a0hard", "https://voorbeeld.nl", "\u2028",
)  # fmt: skip
teksten = st.sampled_from(LASTIG) | st.text(
    st.characters(exclude_characters="\ufffe\uffff", exclude_categories=("Cs", "Cc"), include_characters="\n\t"),
    max_size=12,
)
getallen = st.integers(-999, 99_999) | st.sampled_from((0.5, 1.5, -2.25, 14.125)) | teksten


def waarden(veld: Veldsoort) -> st.SearchStrategy[Any]:
    """Return what can stand in a field, whether or not it makes sense."""
    if veld.vorm is Vorm.TEKST:
        return st.none() | teksten
    if veld.vorm is Vorm.GETAL:
        return st.none() | getallen
    if veld.vorm is Vorm.LIJST:
        return st.none() | st.lists(st.none() | teksten, max_size=3)
    if veld.vorm is Vorm.WOORDEN:
        return st.none() | st.dictionaries(teksten, st.none() | teksten, max_size=3)
    assert veld.record is not None
    deel = st.none() | st.deferred(lambda: records(veld.record))  # type: ignore[arg-type]
    lijst = st.lists(deel, max_size=3)
    if "sleutel" in velden(veld.record):
        lijst = lijst.map(met_sleutels)
    return {
        Vorm.RECORD: deel,
        Vorm.RECORDS: st.none() | lijst,
        Vorm.GROEP: st.none() | st.dictionaries(teksten, deel, max_size=2),
        Vorm.GROEP_RECORDS: st.none() | st.dictionaries(teksten, st.none() | lijst, max_size=2),
    }[veld.vorm]


def records(soort: type[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return records with any of their fields."""
    return st.fixed_dictionaries({}, optional={naam: waarden(veld) for naam, veld in velden(soort).items()})


def met_sleutels(lijst: list[Any]) -> list[Any]:
    """Give every record a key of its own: without one, nothing can belong to it."""
    return [deel and deel | {"sleutel": f"s{nr}"} if _heeft_kinderen(deel) else deel for nr, deel in enumerate(lijst)]


def _heeft_kinderen(deel: Any) -> bool:
    return bool(deel) and any(isinstance(waarde, list | dict) for waarde in deel.values())


inrichtingen = records(Inrichting)

"""The few words of an organisation that the page itself uses."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Inrichting
from generator.taal import termwoorden


@dataclass(frozen=True, slots=True)
class Woorden:
    """How an organisation calls who guides."""

    begeleider: str
    begeleiders: str

    @classmethod
    def van(cls, inrichting: Inrichting) -> Woorden:
        """Look up the words; without a term of its own the word is begeleider."""
        term = inrichting.termen.get("begeleider")
        if term is None:
            return cls("begeleider", "begeleiders")
        eigen = termwoorden("begeleider", term)
        return cls(eigen["begeleider"], eigen["begeleiders"])

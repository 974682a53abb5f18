"""What can go wrong while making the handleiding, said as a colleague would."""

from __future__ import annotations

from collections.abc import Iterable


class Handboekfout(Exception):
    """The handleiding can't be made; the message says what to mend and where."""


class Hoofdstukfout(Handboekfout):
    """Mistakes in chapters, all at once; each says file, line and remedy."""

    def __init__(self, fouten: Iterable[str]) -> None:
        """Keep *fouten* in order, each once: a pattern such as ``fase.md`` is read eight times."""
        self.fouten = tuple(dict.fromkeys(fouten))
        super().__init__("\n".join(self._regels()))

    def _regels(self) -> list[str]:
        if len(self.fouten) == 1:
            return list(self.fouten)
        kop = f"In de hoofdstukken van de handleiding kloppen {len(self.fouten)} dingen niet:"
        return [kop, *(f"  {fout}" for fout in self.fouten)]

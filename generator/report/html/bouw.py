"""Building blocks of the page: every text passes one place where it is made harmless.

What `el` returns is well-formed as HTML and as XML: elements are closed, attributes quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from html import escape

# Control characters, halves of characters, what is no character, and marks that turn the direction of reading round:
# no document should hold them, and a name could use them to look like another name.
_VREEMD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BUITEN = re.compile("[" + "".join(chr((vlak << 16) + n) for vlak in range(1, 17) for n in (0xFFFE, 0xFFFF)) + "]")
_REGELEINDE = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LEEG = frozenset("meta input br".split())
MAANDEN = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()


class Html(str):
    """Markup that is safe; any other text is escaped when it is put in."""

    __slots__ = ()


Inhoud = str | int | None | Iterable[Html]
Waarde = str | int | float | bool | None


def schoon(tekst: str) -> str:
    """Return *tekst* with a mark for every character that a page can't hold or that misleads the eye."""
    if tekst.isprintable():  # nearly always: nothing to mend
        return _BUITEN.sub("�", tekst)
    return _BUITEN.sub("�", _VREEMD.sub("�", _REGELEINDE.sub("\n", tekst)))


def veilig(tekst: str) -> str:
    """Return *tekst* as it may stand in an element or between quotes."""
    return escape(schoon(tekst))


def el(naam: str, *inhoud: Inhoud, **attributen: Waarde) -> Html:
    """Return an element.  Of ``class_`` and ``aria_label`` the names become ``class`` and ``aria-label``.

    An attribute that is None or False is left out, True gives one without a value.
    """
    kop = f"{naam}{''.join(_attribuut(*paar) for paar in attributen.items())}"
    return Html(f"<{kop}/>" if naam in _LEEG else f"<{kop}>{samen(*inhoud)}</{naam}>")


def leeg(naam: str, **attributen: Waarde) -> Html:
    """Return an element of a drawing that holds nothing."""
    return Html(f"<{naam}{''.join(_attribuut(*paar) for paar in attributen.items())}/>")


def samen(*inhoud: Inhoud) -> Html:
    """Return parts one after another, texts escaped."""
    return Html("".join(map(_deel, inhoud)))


def _deel(deel: Inhoud) -> str:
    if isinstance(deel, Html):
        return deel
    if isinstance(deel, str):
        return veilig(deel)
    if deel is None or isinstance(deel, int):
        return "" if deel is None else str(deel)
    return "".join(map(_deel, deel))


def _attribuut(naam: str, waarde: Waarde) -> str:
    if waarde is None or waarde is False:
        return ""
    tekst = "" if waarde is True else _getal(waarde) if isinstance(waarde, float) else veilig(str(waarde))
    return f' {naam.rstrip("_").replace("_", "-")}="{tekst}"'


def _getal(waarde: float) -> str:
    return f"{waarde:.1f}".removesuffix(".0")


def pad_van(*delen: str | float) -> str:
    """Return a path of a drawing: letters and numbers, numbers as short as they can be."""
    return "".join(_getal(deel) if isinstance(deel, float) else str(deel) for deel in delen)


def eigen(tekst: str, **attributen: Waarde) -> Html:
    """Return a number, name or file name of somebody's own: its direction of reading can't spill over."""
    return el("bdi", tekst, **attributen)


def dag(datum: date | None) -> str:
    """Return ``03-04-2026``, as the messages write it; nothing without a date."""
    return f"{datum:%d-%m-%Y}" if datum else ""


def aantal(getal: int, een: str, meer: str) -> str:
    """Return ``1 fout`` or ``1.204 fouten``."""
    return f"{getal:,} {een if getal == 1 else meer}".replace(",", ".")


def tabel(koppen: Iterable[Html], rijen: Iterable[Html], *, bijschrift: Inhoud, **attributen: Waarde) -> Html:
    """Return a table with a caption, a row of headings and rows."""
    return el(
        "table",
        el("caption", bijschrift),
        el("thead", el("tr", koppen)),
        el("tbody", rijen),
        **attributen,
    )


def kop(tekst: Inhoud, **attributen: Waarde) -> Html:
    """Return the heading of a column."""
    return el("th", tekst, scope="col", **attributen)


def uitklap(titel: Inhoud, *inhoud: Inhoud, **attributen: Waarde) -> Html:
    """Return a part that opens and closes."""
    return el("details", el("summary", titel), *inhoud, **attributen)

"""The one vocabulary of Word: namespaces, and how a leaf is named in a document.

Writer and reader both use these names, so what one writes the other knows.
"""

from __future__ import annotations

import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRIKT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

TAG = "af:"
BLADWIJZER = "af_"
EIGENSCHAP = "achtfasen."
# The author of our own comments: they are no remark of a person (L16).
OPMERKER = "achtfasen"
# Begins the keywords of a Word file that achtfasen made to be read by people: no form (L52).
BRIEFMERK = "achtfasen-brief"
MAX_TAG = 64
MAX_BLADWIJZER = 40

LEEG_VAKJE, KRUISJE = "☐", "☒"
AANGEVINKT = frozenset("☒☑✓✔✗✘")

_Q = {"w": W, "w14": W14, "w15": W15, "r": R, "mc": MC}


def q(naam: str) -> str:
    """Return ``w:sdt`` in lxml's form, ``{namespace}sdt``."""
    voorvoegsel, _, rest = naam.partition(":")
    return f"{{{_Q[voorvoegsel]}}}{rest}"


def tag(sleutel: str) -> str:
    """Return the tag of a leaf; one that would be too long ends in a short mark."""
    return TAG + _kort(sleutel, MAX_TAG - len(TAG))


def bladwijzer(sleutel: str) -> str:
    """Return the bookmark name of a leaf: dots become double underscores."""
    return BLADWIJZER + _kort(sleutel.replace(".", "__"), MAX_BLADWIJZER - len(BLADWIJZER))


def _kort(naam: str, ruimte: int) -> str:
    if len(naam) <= ruimte:
        return naam
    return f"{naam[: ruimte - 9]}_{zlib.crc32(naam.encode()):08x}"

"""Opening what came from outside: bounded, and without trust.

Every Office file is a zip of XML.  Here it is opened with limits on size, number
of entries and inflated bytes; DTDs, entities, links and passwords are refused
with the reason (techniek-word.md, "Safety").
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree

MAX_BESTAND = 30_000_000
MAX_DELEN = 2_000
MAX_UITGEPAKT = 60_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DTD = b"<!DOCTYPE"

_ONTLEDER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


class Geweigerd(Exception):
    """A file that will not be read: the code of the reading message, and its facts."""

    def __init__(self, code: str, **context: Any) -> None:
        """Keep *code* (L4x) and the facts for its wording."""
        self.code = code
        self.context: Mapping[str, Any] = context
        super().__init__(code)


def lees_bytes(pad: Path) -> bytes:
    """Return the bytes of an ordinary file; `Geweigerd` for anything else, or when it is too large."""
    try:
        toestand = os.lstat(pad)
        if stat.S_ISLNK(toestand.st_mode):
            toestand = os.stat(pad)
        if not stat.S_ISREG(toestand.st_mode):
            raise Geweigerd("L48", oorzaak="dit is geen gewoon bestand")
        if toestand.st_size > MAX_BESTAND:
            raise Geweigerd("L42", oorzaak=f"{toestand.st_size // 1_000_000} MB")
        with open(pad, "rb") as bestand:
            return bestand.read(MAX_BESTAND + 1)
    except FileNotFoundError:
        raise Geweigerd("L48", oorzaak="het bestand is er niet meer") from None
    except PermissionError:
        raise Geweigerd("L48", oorzaak="je hebt geen recht om het te openen") from None
    except (OSError, ValueError):  # ValueError: a name that no system allows
        raise Geweigerd("L48", oorzaak="het systeem geeft het niet vrij") from None


class Pakket:
    """An Office file that was opened with limits; parts are inflated only when asked for."""

    def __init__(self, inhoud: bytes) -> None:
        """Open *inhoud*; `Geweigerd` when it is no zip, has a password, or holds too much."""
        if inhoud.startswith(_OLE):
            raise Geweigerd("L40")
        if not inhoud:
            raise Geweigerd("L41", oorzaak="het bestand is leeg")
        self._inhoud = inhoud
        with _vertaald(), zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            self._namen = {info.filename: info for info in pakket.infolist()}
        if len(self._namen) > MAX_DELEN:
            raise Geweigerd("L42", oorzaak=f"{len(self._namen)} onderdelen")
        self._over = MAX_UITGEPAKT

    def __contains__(self, naam: str) -> bool:
        """Tell whether there is a part with this name."""
        return naam in self._namen

    @property
    def namen(self) -> list[str]:
        """The names of all parts."""
        return list(self._namen)

    def lees(self, naam: str) -> bytes:
        """Return a part; `Geweigerd` when it is damaged, locked, too large, or holds a DTD."""
        info = self._namen.get(naam)
        if info is None:
            raise Geweigerd("L41", oorzaak=f"onderdeel {naam} ontbreekt")
        if info.flag_bits & 0x1:
            raise Geweigerd("L40")
        if info.file_size > self._over:
            raise Geweigerd("L42", oorzaak="uitgepakt is het veel te groot")
        with _vertaald():
            ruw = _pak_uit(self._inhoud, info, self._over)
        self._over -= len(ruw)
        # UTF-16 puts a zero between letters; without zeros one search is enough.
        if _DTD in ruw or (b"\0" in ruw[:200] and _DTD in ruw.replace(b"\0", b"")):
            raise Geweigerd("L45", oorzaak="een DTD")
        return ruw


def _pak_uit(inhoud: bytes, info: zipfile.ZipInfo, ruimte: int) -> bytes:
    """Inflate one entry, never more than *ruimte* bytes.

    zipfile finds the entry; inflating it here takes a fifth of the time, which counts
    in a folder of thousands of forms.
    """
    kop = inhoud[info.header_offset : info.header_offset + 30]
    if len(kop) < 30 or kop[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile
    begin = info.header_offset + 30 + int.from_bytes(kop[26:28], "little") + int.from_bytes(kop[28:30], "little")
    ingepakt = inhoud[begin : begin + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        ruw = ingepakt
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        uitpakker = zlib.decompressobj(-zlib.MAX_WBITS)
        ruw = uitpakker.decompress(ingepakt, ruimte + 1)
    else:
        raise NotImplementedError
    if len(ruw) > ruimte:
        raise Geweigerd("L42", oorzaak="uitgepakt is het veel te groot")
    if zlib.crc32(ruw) != info.CRC:
        raise zipfile.BadZipFile
    return ruw


@contextmanager
def _vertaald() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, ValueError, OSError, KeyError):
        raise Geweigerd("L41", oorzaak="het zip-bestand is stuk") from None
    except NotImplementedError:
        raise Geweigerd("L41", oorzaak="een onbekende manier van inpakken") from None
    except RuntimeError:  # zipfile's word for a missing password
        raise Geweigerd("L40") from None


def ontleed(ruw: bytes) -> etree._Element:
    """Return the XML of a part, without entities, network or huge trees; `Geweigerd` when it is damaged."""
    try:
        return etree.fromstring(ruw, _ONTLEDER)
    except etree.XMLSyntaxError:
        raise Geweigerd("L41", oorzaak="de inhoud is verminkt") from None

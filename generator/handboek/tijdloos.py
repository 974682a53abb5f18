"""A zip that doesn't tell when it was written: the same handleiding gives the same bytes."""

from __future__ import annotations

import io
import struct
import zipfile

# 1 January 2026 in the way of MS-DOS; its time is midnight.
_DAG = struct.pack("<HH", 0, (2026 - 1980) << 9 | 1 << 5 | 1)
_LOKAAL, _CENTRAAL = 10, 12
_KOPLENGTE = 46


def zonder_tijd(inhoud: bytes) -> bytes:
    """Return a zip with one fixed moment for all that is in it; nothing is packed anew."""
    uit = bytearray(inhoud)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        plek = pakket.start_dir
        for post in pakket.infolist():
            uit[post.header_offset + _LOKAAL : post.header_offset + _LOKAAL + 4] = _DAG
            uit[plek + _CENTRAAL : plek + _CENTRAAL + 4] = _DAG
            namen, extra, opmerking = struct.unpack_from("<HHH", inhoud, plek + 28)
            plek += _KOPLENGTE + namen + extra + opmerking
    return bytes(uit)

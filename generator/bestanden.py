"""Files written safely: beside their goal, then moved into place."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

_OORZAAK = {
    errno.EACCES: "Je mag hier niet schrijven. Kies een andere map, of vraag rechten aan.",
    errno.EPERM: "Je mag hier niet schrijven. Kies een andere map, of vraag rechten aan.",
    errno.EROFS: "Deze schijf is alleen te lezen. Kies een andere map.",
    errno.ENOSPC: "De schijf is vol. Maak ruimte vrij en probeer het opnieuw.",
    errno.EDQUOT: "Je opslagruimte is vol. Maak ruimte vrij en probeer het opnieuw.",
    errno.ENOTDIR: "Een deel van dit pad is een bestand, geen map. Kies een andere map.",
    errno.EISDIR: "Op deze plek staat een map met dezelfde naam. Kies een andere naam.",
    errno.EEXIST: "Op de plek van een map staat al een bestand. Kies een andere map.",
    errno.ENAMETOOLONG: "Deze naam is te lang. Kies een kortere naam.",
    errno.ENOENT: "Deze map bestaat niet (meer). Kies een andere map.",
}


class SchrijfFout(Exception):
    """A file can't be written; the message says where, why, and what to do."""

    def __init__(self, doel: Path, oorzaak: str) -> None:
        """Keep the goal and the reason."""
        self.doel, self.oorzaak = doel, oorzaak
        super().__init__(f"‘{doel}’ is niet geschreven. {oorzaak}")


def oorzaak_van(fout: OSError) -> str:
    """Return in plain Dutch why the system refused, with a remedy."""
    anders = "Het systeem weigert dit. Sluit het bestand als het nog openstaat en probeer het opnieuw."
    return _OORZAAK.get(fout.errno or 0, anders)


def schrijf_veilig(doel: Path, inhoud: bytes, *, alleen_eigenaar: bool = False) -> None:
    """Write *inhoud* to *doel*; folders are made, and a failed write leaves no half file.

    With *alleen_eigenaar* nobody else may read the file, where the system knows such rights.
    Raises `SchrijfFout` with a clear message when the system refuses.
    """
    tijdelijk = ""
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        if doel.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(doel))
        greep, tijdelijk = tempfile.mkstemp(prefix=".achtfasen-", dir=doel.parent)
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(inhoud)
        os.chmod(tijdelijk, 0o600 if alleen_eigenaar else _rechten(doel))
        os.replace(tijdelijk, doel)
        tijdelijk = ""
    except OSError as fout:
        raise SchrijfFout(doel, oorzaak_van(fout)) from fout
    finally:
        if tijdelijk:
            with contextlib.suppress(OSError):
                os.unlink(tijdelijk)


def _rechten(doel: Path) -> int:
    """Return the mode of an existing file, or what a new file gets."""
    with contextlib.suppress(OSError):
        return doel.stat().st_mode & 0o777
    masker = os.umask(0)
    os.umask(masker)
    return 0o666 & ~masker

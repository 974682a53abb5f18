"""Why a command can't do its work."""

from __future__ import annotations


class Opdrachtfout(Exception):
    """A command can't do its work; the message says why and what to do."""


class GeenPdf(Opdrachtfout):
    """A PDF can't be made on this computer; what else was made stands."""

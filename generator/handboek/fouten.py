"""What can go wrong while making the handleiding, said as a colleague would."""

from __future__ import annotations


class Handboekfout(Exception):
    """The handleiding can't be made; the message says what to mend and where."""

"""The handleiding: chapters chosen and filled, rendered in Word, with contents and flowchart."""

from generator.handboek.fouten import Handboekfout
from generator.handboek.maken import maak_handleiding
from generator.handboek.nummers import bijlagenummers

__all__ = ["Handboekfout", "bijlagenummers", "maak_handleiding"]

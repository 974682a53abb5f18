"""The rules (domein.md chapter 4): registry, wording, and the engine that runs them."""

from __future__ import annotations

from generator.checks.inrichtingsblik import InrichtingBlik
from generator.checks.regel import Regel
from generator.checks.registry import PER_CODE, REGELS
from generator.checks.uitvoeren import controleer, toets

__all__ = ["PER_CODE", "REGELS", "InrichtingBlik", "Regel", "controleer", "toets"]

"""Mechanisms: missions, forces, zones, funds, channels; who leads them, what must happen first, how far they are."""

from .find import find_mechanisms

__all__ = ["find_mechanisms"]

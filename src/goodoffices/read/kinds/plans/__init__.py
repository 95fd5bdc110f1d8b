"""Plans: the texts that are negotiated, with their authors, versions and points."""

from .find import find_plans

__all__ = ["find_plans"]

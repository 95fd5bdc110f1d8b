"""From findings to a brief: one module a section, all pure functions on frozen data."""

from .assemble import build_brief

__all__ = ["build_brief"]

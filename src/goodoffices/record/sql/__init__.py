"""The store over SQL: SQLite by default, PostgreSQL for a team. The same code, and the same contract tests."""

from .store import SqlStore, create_store, open_store

__all__ = ["SqlStore", "create_store", "open_store"]

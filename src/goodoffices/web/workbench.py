"""The open workbench: one case with all that its pages work on."""

from __future__ import annotations

from pathlib import Path

from goodoffices.desk.folder import Desk
from goodoffices.desk.shelf import Shelf
from goodoffices.record import Marking
from goodoffices.record.account import Account, Role
from goodoffices.record.store import open_case

from .counting import Tallies
from .guards.door import Door
from .guards.ended import Ended
from .guards.secret import kept_secret
from .guards.throttle import Throttle
from .inbox import Foreman, Inbox
from .moments import now
from .settings import Settings

__all__ = ["Workbench"]


class Workbench:
    """One open case.

    Args:
        settings: How it is opened.

    Raises:
        CaseNotFound: If there is no case.
        InputError: If it would listen at another address than this machine's while nobody can log in.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = open_case(settings.case)
        self.desk = Desk(settings.desk_folder)
        self.shelf = Shelf(settings.case, self.store, settings.cache_folder)
        self.tallies = Tallies(self.store)
        self.throttle = Throttle()
        self.hashing = Door()
        self.secret = kept_secret(self.desk.folder / "secret")
        self.ended = Ended(self.desk.folder / "ended")
        self._alone = not settings.proxy_header and not self.store.accounts().any_active()
        self.inbox = Inbox(self.desk.inbox)
        self.foreman = Foreman(self.inbox, settings.case, public=not self.alone)
        self._local = Account(name="local", role=Role.ADMIN, audience=Marking.RED, at=now())

    @property
    def alone(self) -> bool:
        """Does nobody log in? From the moment that there is a user, whoever made them, somebody has to, for good."""
        if self._alone and self.store.accounts().any_active():
            self._alone = False
        return self._alone

    @property
    def local(self) -> Account:
        """Whoever sits at this machine, where nobody has to log in."""
        return self._local

    @property
    def title(self) -> str:
        """The case as pages name it: its name without its folder."""
        return Path(self.store.name.rsplit("/", 1)[-1]).stem

    def close(self) -> None:
        """Let go of everything."""
        self.foreman.close()
        self.shelf.close()
        self.store.close()

"""Why a request is refused: each with its status, one sentence, and what to do."""

from __future__ import annotations

from goodoffices.record.errors import GoodOfficesError

__all__ = ["Crowded", "Forbidden", "LogInFirst", "Refused", "TooManyTries", "Unproven"]


class Refused(GoodOfficesError):  # noqa: N818  says it all
    """A request that is not answered. `status` is its HTTP status."""

    status = 400


class LogInFirst(Refused):
    """Nobody is logged in."""

    status = 401


class Forbidden(Refused):
    """Who asks may not do this."""

    status = 403


class Unproven(Refused):
    """A form that does not prove to come from a page of ours."""

    status = 403


class TooManyTries(Refused):
    """Too many failed logins; `seconds` to wait."""

    status = 429

    def __init__(self, seconds: float) -> None:
        self.seconds = max(1, round(seconds))
        super().__init__(f"too many failed tries; try again in {self.seconds} seconds")


class Crowded(Refused):
    """Too many passwords are being checked at once."""

    status = 503

    def __init__(self) -> None:
        super().__init__("many log in at this moment; try again in a few seconds")

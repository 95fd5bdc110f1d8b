"""Checking who somebody is: what is typed wrong costs time, whatever way it comes in."""

from __future__ import annotations

import ipaddress

from goodoffices.record.account import Account, account_key
from goodoffices.web.moments import now
from goodoffices.web.workbench import Workbench

from .refusals import Crowded, TooManyTries
from .session import Session, new_session

__all__ = ["check", "proven"]


def check(bench: Workbench, name: str, password: str, address: str) -> Session | None:
    """Check a name and password, and keep both outcomes in the audit log.

    Raises:
        TooManyTries: If there were too many failures of late by this name or from this address.
        Crowded: If too many passwords are being checked.
    """
    account = proven(bench, name, password, address)
    if account is None:
        return None
    bench.store.audit("login", by=account.name, at=now(), detail={"from": address})
    return new_session(account.name, account.session)


def proven(bench: Workbench, name: str, password: str, address: str) -> Account | None:
    """The active account with this name and password; None stands in the audit log, and costs time soon.

    A try counts as failed until it turns out well, so that many at once are no way around the wait.

    Raises:
        TooManyTries: As `check`.
        Crowded: As `check`.
    """
    # The account's own way of telling names apart: " ANA" in full width is no other name than "ana".
    keys = (f"name {account_key(name)[:80]}", f"from {_network(address)}")
    if wait := bench.throttle.begin(*keys):
        raise TooManyTries(wait)
    try:
        with bench.hashing.open():
            account = bench.store.accounts().check_password(name, password)
    except Crowded:
        bench.throttle.forgive(*keys)
        raise
    if account is None:
        bench.store.audit("login-failed", by=name[:64], at=now(), detail={"from": address})
        return None
    bench.throttle.succeeded(keys[0])
    bench.throttle.forgive(keys[1])
    return account


def _network(address: str) -> str:
    """The address, or of a newer one (IPv6) the network that whoever has it has the whole of."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv6Address):
        return str(ipaddress.IPv6Network((known, 64), strict=False))
    return address

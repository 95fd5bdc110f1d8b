"""Passwords: argon2id over what people type, and the same work for a name that nobody has."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from .account import MIN_PASSWORD
from .errors import InputError

if TYPE_CHECKING:
    import argon2

__all__ = ["COST", "Cost", "hash_password", "is_outdated", "is_right"]


class Cost(NamedTuple):
    """What hashing a password takes with argon2id: passes over the memory, the memory, and lanes."""

    passes: int
    memory_kibibytes: int
    lanes: int


COST = Cost(passes=3, memory_kibibytes=65_536, lanes=4)
"""The second recommended option of RFC 9106, section 4."""
_LONGEST = 1024


def hash_password(password: str) -> str:
    """Hash a password to be kept.

    Raises:
        InputError: If it is shorter than 12 characters or longer than 1,024, or argon2-cffi is not installed.
    """
    if len(_folded(password)) < MIN_PASSWORD:
        msg = f"a password needs at least {MIN_PASSWORD} characters; several words are a good one"
        raise InputError(msg)
    if len(password) > _LONGEST:
        msg = f"a password has at most {_LONGEST:,} characters"
        raise InputError(msg)
    return _hasher().hash(_folded(password))


def is_right(password: str, kept: str) -> bool:
    """Is `password` the one whose hash was `kept`? For an empty `kept` the answer is no, after the same time.

    Raises:
        InputError: If argon2-cffi is not installed.
    """
    hasher = _hasher()
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415  comes with [web]

    nobody = _nobody(COST)
    if len(password) > _LONGEST:
        password = ""
    try:
        return hasher.verify(kept or nobody, _folded(password)) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Was `kept` hashed at another cost than hashes are made now?"""
    return _hasher().check_needs_rehash(kept)


def _folded(password: str) -> str:
    # The same word typed on another keyboard may come in another form of Unicode; half a character has no bytes.
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace").decode("utf-8")


def _hasher() -> argon2.PasswordHasher:
    try:
        import argon2  # noqa: PLC0415  comes with [web]
    except ImportError as error:
        msg = "users with passwords need argon2-cffi; install it with: pip install 'goodoffices[web]'"
        raise InputError(msg) from error
    return argon2.PasswordHasher(COST.passes, COST.memory_kibibytes, COST.lanes)


@functools.cache
def _nobody(_cost: Cost) -> str:
    # Verified against where nobody has the name, so that the time does not tell. One for each cost.
    return _hasher().hash("nobody has this password, whatever is typed")

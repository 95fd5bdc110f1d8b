"""Roles: one person in one office of one state or body, as holder, former holder, deputy or successor."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from goodoffices.record.content import RoleContent

from .cast import Cast
from .choice import fullest, most
from .claims import Claim
from .kind import Kind
from .names import spelled

__all__ = ["Roles"]

_TENURES = frozenset({"former", "ex", "acting", "interim", "incoming", "newly", "appointed", "then"})
"""Words before a title that `tenure` carries."""


class Roles(Kind[RoleContent]):
    """How roles are gathered."""

    content = RoleContent

    def __init__(self, cast: Cast) -> None:
        """Take who is who."""
        self._cast = cast

    def _office(self, claim: Claim[RoleContent]) -> tuple[str, str, str]:
        """Person, title in one spelling without the words of tenure or of the body, tenure."""
        said = claim.content
        title = spelled(said.title)
        plain = " ".join(word for word in title.split() if word not in _TENURES) or title
        body = max((form for form in self._cast.forms(said.of) if plain.startswith(f"{form} ")), key=len, default="")
        return said.actor, plain[len(body) :].strip(), said.tenure

    def form(self, claim: Claim[RoleContent]) -> Hashable:
        """The office and the body."""
        return *self._office(claim), claim.content.of or ""

    def marks(self, claim: Claim[RoleContent]) -> Iterable[Hashable]:
        """The office."""
        return [self._office(claim)]

    def fits(self, one: Claim[RoleContent], other: Claim[RoleContent]) -> bool:
        """One office; of one body where both name it."""
        first, second = one.content.of, other.content.of
        return self._office(one) == self._office(other) and (first == second or not first or not second)

    def rank(self, claim: Claim[RoleContent]) -> tuple[int, ...]:
        """Those that name the body first."""
        return (claim.content.of is None,)

    def vague(self, claim: Claim[RoleContent]) -> bool:
        """Without a body, it joins only where one office alone fits."""
        return claim.content.of is None

    def merge(self, claims: Sequence[Claim[RoleContent]]) -> RoleContent:
        """The title in the words of most reports."""
        first = claims[0].content
        title = most(claim.content.title for claim in claims)
        of = fullest(claim.content.of for claim in claims)
        return RoleContent(actor=first.actor, title=title, of=of, tenure=first.tenure)

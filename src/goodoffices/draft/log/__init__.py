"""The log of a text: who changed what, when and why; who stands behind it; is it public; how tracks drift apart."""

from .publication import Publication, PublicClaim, public_claims, publication_of
from .reasons import Reason, reason_of
from .session import Act, Entry, Hand, hands_of, log_of
from .standing import Stand, VersionStands, stands_of
from .tracks import Apart, Divergence, find_divergence

__all__ = [
    "Act",
    "Apart",
    "Divergence",
    "Entry",
    "Hand",
    "PublicClaim",
    "Publication",
    "Reason",
    "Stand",
    "VersionStands",
    "find_divergence",
    "hands_of",
    "log_of",
    "public_claims",
    "publication_of",
    "reason_of",
    "stands_of",
]

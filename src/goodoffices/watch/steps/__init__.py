"""Steps with their gates, counterparts and ways back; pacts with who has signed and who owes which response."""

from __future__ import annotations

from .gates import Reversal, Step, steps_of
from .pacts import Pact, Response, Signature, pacts_of

__all__ = ["Pact", "Response", "Reversal", "Signature", "Step", "pacts_of", "steps_of"]

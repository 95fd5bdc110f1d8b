"""Events as PLOVER codes them: who did what to whom, by country. See docs/explanation/events.md."""

from .coding import code_sentence, events
from .model import TYPES, Event

__all__ = ["TYPES", "Event", "code_sentence", "events"]

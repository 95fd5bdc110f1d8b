"""Small transformers that hear words in their sentence: which issue is what somebody wants about, what is told.

The rules and the weights of words (`goodoffices.record.issue_weights`) know words by their letters alone. The encoder
has read much English before it was taught our issues, and knows that a "silo" stands near a warhead in one sentence and
near wheat in another. It and the listener, which was taught what sentences tell of, are asked where the others are
unsure.
"""

from .encoder import Encoder, encoder
from .listener import Listener, listener
from .pieces import Piece, cut, numbered, vocabulary

__all__ = ["Encoder", "Listener", "Piece", "cut", "encoder", "listener", "numbered", "vocabulary"]

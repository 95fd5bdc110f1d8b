"""A language model as a second reader (extra `goodoffices[llm]`): off unless asked for, checked like any reader.

Importing this package is cheap and needs none of the extra's packages.
"""

from .asking import Patience
from .endpoint import Endpoint, key_of, parse_endpoint
from .outlay import Outlay, outlay_of
from .reader import LanguageModelReader

__all__ = ["Endpoint", "LanguageModelReader", "Outlay", "Patience", "key_of", "outlay_of", "parse_endpoint"]

"""What the tests of findings share."""

from __future__ import annotations

import pytest
from newsroom import Newsroom


@pytest.fixture
def room() -> Newsroom:
    """An empty newsroom."""
    return Newsroom()

"""The draft room: the single negotiating text, its provisions, brackets and versions.

Each part has its own door: `goodoffices.draft.text` reads and writes the Markdown of the trade,
`goodoffices.draft.imports` reads ordinary agreements, `goodoffices.draft.versions` keeps what the text said before.
"""

from __future__ import annotations

__all__: list[str] = []

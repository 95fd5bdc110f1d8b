"""The pieces that hostile and careless reports are made of, for the property tests and the fuzz target alike."""

from __future__ import annotations

__all__ = ["PIECES", "text_from"]

PIECES = (
    "Iran", "Israel", "President Petro", "the ELN", "Witkoff", "Abdullah Abdullah", "he", "they",
    "both sides", "the two delegations", "the group", "former Foreign Minister", "said", "said that",
    "according to", "demanded", "would not", "agreed to", "rejected", "met", "will meet", "if", "unless",
    "and", "or", ",", ";", ":", ".", ". ", "?", "!", "...", "“", "”", '"', "'", "’s", "(", ")", "[", "]",
    "—", "-", "\n", "\n\n", "\r\n", " ", "\t", "- ", "* ", "1. ", "a) ", "# ", "## ", "> ", "| ", " |\n",
    "|---|---|\n", "| Issue | Iran | Israel |\n", "Q: ", "WITKOFF: ", "PARIS, Jan. 7 (Agency) - ",
    "on Tuesday", "in January 2026", "31 February", "the 20-point plan", "a ceasefire", "a buffer zone",
    "prisoners", "99999999999999999999", "1/1/1", "\x00", "\x1b[2J", "\u202e", "\u200b", "\ufeff", "\u2028",
    "\xa0", "\u0301", "مفاوضات", "שלום", "谈判", "😀", "ﬁ", "İ", "ß", "\U0010ffff", "<script>", "</p>",
    "&amp;", "http://a.example/?b=c#d", "_" * 40, "a-" * 20, "x" * 350, "---\n", "===\n", "+-+\n",
    "key: value\n",
)  # fmt: skip
"""Words of the trade, marks, layout, and characters that break programs."""


def text_from(data: bytes) -> str:
    """Turn any bytes into a report: each byte names a piece, and a byte past the last piece is a character."""
    return "".join(f"{PIECES[byte]} " if byte < len(PIECES) else chr(byte) for byte in data)

"""A finding and a disagreement as a notebook shows them: with their sentences."""

from __future__ import annotations

from goodoffices.brief.model import DisputeView, Entry

from .rich import dispute_html, finding_html

__all__ = ["FoundDisagreement", "FoundFinding"]


class FoundFinding(Entry, frozen=True, kw_only=True):
    """One finding, with all that an `Entry` of a brief has."""

    @classmethod
    def of(cls, entry: Entry) -> FoundFinding:
        """Take an entry of a brief."""
        return cls(**{name: getattr(entry, name) for name in Entry.__struct_fields__})

    @property
    def quotes(self) -> tuple[str, ...]:
        """The sentences that bear it out, each once."""
        return tuple(passage.quote for passage in self.passages)

    def __str__(self) -> str:
        return self.citation

    def __repr__(self) -> str:
        return f"<{self.label} {self.kind} {self.id}: {self.says}>"

    def _repr_html_(self) -> str:
        return finding_html(self)


class FoundDisagreement(DisputeView, frozen=True, kw_only=True):
    """One disagreement, with all that a `DisputeView` of a brief has."""

    @classmethod
    def of(cls, dispute: DisputeView) -> FoundDisagreement:
        """Take a disagreement of a brief."""
        return cls(**{name: getattr(dispute, name) for name in DisputeView.__struct_fields__})

    def __str__(self) -> str:
        return self.citation

    def __repr__(self) -> str:
        return f"<{self.label} disagreement {self.id}: {self.about}>"

    def _repr_html_(self) -> str:
        return dispute_html(self)

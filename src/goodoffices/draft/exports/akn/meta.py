"""What an Akoma Ntoso document says of itself: work, expression and manifestation, the parties, the front matter."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import msgspec
from lxml import etree

from goodoffices.draft.text import Document
from goodoffices.draft.text.naming import slug
from goodoffices.record import content_id

from .names import akn, go

__all__ = ["Identity", "front_of", "identity_of", "write_meta"]

_UNKNOWN_DAY = dt.date(1, 1, 1)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_ME = "goodoffices"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What identifies a text by the naming convention of Akoma Ntoso.

    Attributes:
        day: The day of this version; unknown where nobody gave it.
        version: A hash of the words of this version, and of nothing else.
        language: BCP 47; "und" where the text does not say.
        name: A short name made of the title.
    """

    day: dt.date | None
    version: str
    language: str
    name: str

    @property
    def work(self) -> str:
        """The address of the work; "xx" stands for no country, for a text between parties is no country's."""
        return f"/akn/xx/doc/agreement/{(self.day or _UNKNOWN_DAY).isoformat()}/{self.name}"


def identity_of(document: Document, day: dt.date | None) -> Identity:
    """Identify a text by nothing that is not in it: neither its file, its author nor its earlier versions."""
    meta = dict(document.meta)
    language = meta.get("language") or meta.get("lang") or ""
    name = re.sub(r"[^a-z0-9-]+", "-", slug(document.title).casefold()).strip("-") or "text"
    return Identity(
        day=day,
        version=content_id("v", document.source),
        language=language if _LANGUAGE.fullmatch(language) else "und",
        name=name if document.title else "text",
    )


def write_meta(parent: Any, document: Document, identity: Identity, parties: Mapping[str, str], me: str) -> None:  # noqa: ANN401  lxml has no types
    """Write the element ``meta``.

    Args:
        parent: The document element.
        document: The text.
        identity: What identifies it.
        parties: Of each party, its id in the references.
        me: The id of this program in the references.
    """
    meta = etree.SubElement(parent, akn("meta"))
    _identification(etree.SubElement(meta, akn("identification"), source=f"#{me}"), document, identity, me)
    references = etree.SubElement(meta, akn("references"), source=f"#{me}")
    _organization(references, me, "Good Offices")
    for name, identifier in parties.items():
        _organization(references, identifier, name)
    if document.meta:
        proprietary = etree.SubElement(meta, akn("proprietary"), source=f"#{me}")
        for key, value in document.meta:
            etree.SubElement(proprietary, go("front"), key=key).text = value


def front_of(root: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401  the same
    """The front matter that `write_meta` wrote; empty for a document that others wrote."""
    found = [(each.get("key", ""), " ".join((each.text or "").split())) for each in root.iter(go("front"))]
    return tuple((key, value) for key, value in found if re.fullmatch(r"[a-z][\w-]*", key, re.ASCII))


def _identification(element: Any, document: Document, identity: Identity, me: str) -> None:  # noqa: ANN401  the same
    work = identity.work
    day = (identity.day or _UNKNOWN_DAY).isoformat()
    kind = "version" if identity.day else "unknown"
    expression = f"{work}/{identity.language}@{day}"
    for level, address in (("Work", work), ("Expression", expression), ("Manifestation", f"{expression}.xml")):
        own = etree.SubElement(element, akn(f"FRBR{level}"))
        etree.SubElement(
            own, akn("FRBRthis"), value=f"{address.removesuffix('.xml')}/!main{'.xml' * address.endswith('.xml')}"
        )
        etree.SubElement(own, akn("FRBRuri"), value=address)
        if level == "Work" and document.title:
            etree.SubElement(own, akn("FRBRalias"), value=document.title, name="title")
        etree.SubElement(own, akn("FRBRdate"), date=day, name=kind)
        etree.SubElement(own, akn("FRBRauthor"), href=f"#{me}")
        if level == "Work":
            etree.SubElement(own, akn("FRBRcountry"), value="xx")
            etree.SubElement(own, akn("FRBRsubtype"), value="agreement")
        elif level == "Expression":
            etree.SubElement(own, akn("FRBRversionNumber"), value=identity.version)
            etree.SubElement(own, akn("FRBRlanguage"), language=identity.language)
        else:
            etree.SubElement(own, akn("FRBRformat"), value="application/akn+xml")


def _organization(parent: Any, identifier: str, name: str) -> None:  # noqa: ANN401  the same
    href = f"/akn/ontology/organization/xx/{identifier}"
    etree.SubElement(parent, akn("TLCOrganization"), eId=identifier, href=href, showAs=name)

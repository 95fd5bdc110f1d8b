"""The ZIP package of a Word document. The same text gives the same bytes."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Sequence
from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

import msgspec

from .markup import Comment

__all__ = ["About", "packed"]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = f'xmlns:w="{_MAIN}" xmlns:r="{_RELATIONS}"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "comments", "header", "footer")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>'
    "</w:sectPr>"
)
_SETTINGS = (
    '<w:trackRevisions/><w:defaultTabStop w:val="567"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
)
_FOOTER = (
    '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
)


class About(msgspec.Struct, frozen=True):
    """What a document says of itself: title, author, when (ISO 8601), and the line over each page."""

    title: str
    author: str
    stamp: str
    header: str


def packed(paragraphs: str, about: About, comments: Sequence[Comment], targets: Sequence[str]) -> bytes:
    """Make the package.

    Args:
        paragraphs: The body in XML.
        about: What it says of itself.
        comments: Its comments.
        targets: Addresses of its links, the first of which is relation ``link1``.
    """
    header = f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>{escape(about.header)}</w:t></w:r></w:p>'
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(about),
        "word/_rels/document.xml.rels": _document_relations(targets),
        "word/document.xml": f"{_HEAD}<w:document {_NAMES}><w:body>{paragraphs}{_PAGE}</w:body></w:document>",
        "word/styles.xml": _styles(),
        "word/settings.xml": f"{_HEAD}<w:settings {_NAMES}>{_SETTINGS}</w:settings>",
        "word/comments.xml": f"{_HEAD}<w:comments {_NAMES}>{''.join(map(_comment, comments))}</w:comments>",
        "word/header.xml": f"{_HEAD}<w:hdr {_NAMES}>{header}</w:hdr>",
        "word/footer.xml": f"{_HEAD}<w:ftr {_NAMES}>{_FOOTER}</w:ftr>",
    }
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode())
    return saved.getvalue()


@functools.cache
def _styles() -> str:
    return (files(__package__) / "data" / "styles.xml").read_text(encoding="utf-8")


def _comment(comment: Comment) -> str:
    stamp = f' w:date="{comment.stamp}"' if comment.stamp else ""
    return (
        f'<w:comment w:id="{comment.number}" w:author={quoteattr(comment.author)}'
        f" w:initials={quoteattr(comment.initials)}{stamp}>"
        '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(comment.words)}</w:t></w:r></w:p></w:comment>'
    )


def _core(about: About) -> str:
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    schema = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    days = "".join(
        f'<dcterms:{each} xsi:type="dcterms:W3CDTF">{about.stamp}</dcterms:{each}>' for each in ("created", "modified")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" {dublin} {schema}>'
        f"<dc:title>{escape(about.title)}</dc:title><dc:creator>{escape(about.author)}</dc:creator>{days}"
        "</cp:coreProperties>"
    )


def _content_types() -> str:
    parts = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name}+xml"/>' for name in _PARTS)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{parts}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _package_relations() -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="document" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>'
    )


def _document_relations(targets: Sequence[str]) -> str:
    parts = "".join(f'<Relationship Id="{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>' for name in _PARTS)
    links = "".join(
        f'<Relationship Id="link{number}" Type="{_RELATIONS}/hyperlink" Target={quoteattr(target)}'
        ' TargetMode="External"/>'
        for number, target in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{parts}{links}</Relationships>'

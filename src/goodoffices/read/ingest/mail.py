"""E-mail (.eml): the message, and what is attached to it."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

import msgspec

from goodoffices.record import Rejection, UnreadableReport

from . import markdown
from .decoding import decode
from .draft import Draft
from .envelope import require_plain_envelope
from .formats import read_drafts
from .handed import Handed
from .webpage import draft_of_page

__all__ = ["read_mail"]

_ATTACHED = 50


def read_mail(handed: Handed) -> Iterator[Draft | Rejection]:
    """Read a message: its subject as the title, its text, then each attachment as a report of its own.

    Raises:
        UnreadableReport: If it holds neither text nor attachment, or is built to cost more than a report may.
    """
    try:
        yield from _of_message(_opened(handed.read()), handed)
    except RecursionError:  # Python's parser goes down one level for each part within a part
        msg = "is a message with too much inside one another; hand in its text"
        raise UnreadableReport(msg) from None


def _opened(data: bytes) -> EmailMessage:
    require_plain_envelope(data)
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        msg = "is no e-mail message: it has no header"
        raise UnreadableReport(msg)
    return message


def _of_message(message: EmailMessage, handed: Handed) -> Iterator[Draft | Rejection]:
    frame = Draft(
        text="",
        path=handed.name,
        title=_header(message, "Subject"),
        published=_day(message),
        author=_sender(message),
        url=handed.url,
    )
    body = message.get_body(("plain", "html"))
    parts = list(message.iter_attachments()) if message.is_multipart() else []
    if body is None and not parts:
        msg = "is a message without text"
        raise UnreadableReport(msg)
    if body is not None:
        yield _of_body(body, frame)
    for number, part in enumerate(parts[:_ATTACHED], start=1):
        yield from _of_attachment(part, number, frame)


def _of_body(body: MIMEPart[Any, Any], frame: Draft) -> Draft:
    text = decode(_payload(body))
    layout = "text"
    if body.get_content_subtype() == "html":
        text, layout = draft_of_page(text, path=frame.path).text, "markdown"
    title = markdown.heading(1, frame.title or "")
    written = f"{title}\n\n{text}" if title and text.strip() else text
    return msgspec.structs.replace(frame, text=written, layout=layout)


def _of_attachment(part: MIMEPart[Any, Any], number: int, frame: Draft) -> Iterator[Draft | Rejection]:
    name = f"{frame.path}#{part.get_filename() or number}"
    if part.get_content_maintype() == "message":
        yield Rejection(what=name, reason="is a message inside a message; save it and hand it in by itself")
        return
    attached = Handed(name=name, data=_payload(part), media=part.get_content_type())
    try:
        for taken in read_drafts(attached):
            if isinstance(taken, Draft):
                published, author = taken.published or frame.published, taken.author or frame.author
                yield msgspec.structs.replace(taken, published=published, author=author)
            else:
                yield taken
    except UnreadableReport as error:
        yield Rejection(what=name, reason=str(error))


def _payload(part: MIMEPart[Any, Any]) -> bytes:
    """The bytes of a part, in UTF-8 where it names an encoding that fits."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    charset = part.get_content_charset()
    if charset and part.get_content_maintype() == "text":
        try:
            return data.decode(charset).encode("utf-8")
        except (LookupError, UnicodeError):
            return data  # it names the wrong encoding; the bytes are decoded like any text
    return data


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except (ValueError, IndexError, RecursionError):  # the parser of headers fails on some broken ones
        return None
    return " ".join(str(value).encode("utf-8", "replace").decode("utf-8").split()) or None if value else None


def _sender(message: EmailMessage) -> str | None:
    name, address = parseaddr(_header(message, "From") or "")
    return name or address or None


def _day(message: EmailMessage) -> dt.date | None:
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date()
    except ValueError:
        return None

"""LibreOffice as a second reader: it opens a file, and says what it found in it."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import msgspec
from lxml import etree

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


class Opened(msgspec.Struct):
    """What LibreOffice read: its tracked changes by kind and author, its comments, and its words either way."""

    changes: Counter[tuple[str, str]]
    comments: list[tuple[str, str]]
    accepted: str
    rejected: str


def convert(path: Path, form: str, folder: Path) -> Path:
    """Convert a file with LibreOffice, with a profile of its own."""
    assert SOFFICE
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [SOFFICE, profile, "--headless", "--norestore", "--convert-to", form, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = folder / f"{path.stem}.{form.partition(':')[0]}"
    assert made.exists(), f"LibreOffice did not open {path.name}"
    return made


def opened(path: Path, folder: Path) -> Opened:
    """Open a file, and read what LibreOffice makes of it (flat OpenDocument)."""
    root = etree.parse(convert(path, "fodt", folder)).getroot()
    kinds: dict[str, str] = {}
    counted: Counter[tuple[str, str]] = Counter()
    for region in root.iter(f"{_TEXT}changed-region"):
        kind = etree.QName(region[0]).localname
        kinds[region.get(f"{_TEXT}id")] = kind
        counted[kind, region.findtext(f".//{_DUBLIN}creator")] += 1
    body = root.find(f".//{_OFFICE}text")
    comments = [
        (each.findtext(f"{_DUBLIN}creator"), " ".join("".join(p.itertext()) for p in each.iter(f"{_TEXT}p")))
        for each in body.iter(f"{_OFFICE}annotation")
    ]
    return Opened(counted, comments, _words(body, kinds, "deletion"), _words(body, kinds, "insertion"))


def _words(body: etree._Element, kinds: dict[str, str], left_out: str) -> str:
    """All words but those of one kind of change."""
    told: list[str] = []
    open_changes: set[str] = set()

    def add(text: str | None) -> None:
        if text and not any(kinds[each] == left_out for each in open_changes):
            told.append(text)

    def walk(element: etree._Element) -> None:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name == "change-start":
            open_changes.add(element.get(f"{_TEXT}change-id"))
        elif name == "change-end":
            open_changes.discard(element.get(f"{_TEXT}change-id"))
        elif name not in {"annotation", "tracked-changes", "sequence-decls"} and name:
            add({"tab": " ", "s": " ", "line-break": " "}.get(name) or element.text)
            for child in element:
                walk(child)
            add(" " if name in {"p", "h"} else "")
        add(element.tail)

    for child in body:
        walk(child)
    return " ".join("".join(told).split())

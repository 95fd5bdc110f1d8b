"""Word documents written by hand for tests: a body in the XML of Word, and comments."""

from __future__ import annotations

import io
import re

import docx
from docx.oxml import parse_xml

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(body: str, *, comments: tuple[tuple[str, str, str], ...] = ()) -> bytes:
    """A document with that body. ``{+Ana:x}`` is x put in by Ana, ``{-Ben:x}`` x taken out by Ben; they may be nested.

    A line is a paragraph; one that starts with ``+Ana¶`` or ``-Ben¶`` has its end put in or taken out; ``§1`` ties
    comment 1 to its place.
    """
    document = docx.Document()
    inner = body if body.lstrip().startswith("<w:") else "".join(map(paragraph, body.split("\n")))
    root = parse_xml(f"<w:body {NAMES}>{inner}</w:body>")
    old = document.element.body
    for child in [each for each in old if not each.tag.endswith("sectPr")]:
        old.remove(child)
    for place, child in enumerate(list(root)):
        old.insert(place, child)
    for author, stamp, words in comments:
        made = document.add_comment(document.add_paragraph().add_run(""), text=words, author=author)
        made._comment_elm.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date", stamp)  # noqa: SLF001  python-docx sets now
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def paragraph(line: str) -> str:
    """One paragraph of the short form."""
    mark = re.match(r"([+-])(\w+)¶", line)
    rest = line[mark.end() :] if mark else line
    tag = {"+": "ins", "-": "del"}[mark[1]] if mark else ""
    properties = f'<w:pPr><w:rPr><w:{tag} w:id="1" w:author="{mark[2]}"/></w:rPr></w:pPr>' if mark else ""
    return f"<w:p>{properties}{runs(rest)}</w:p>"


def runs(text: str, *, deleted: bool = False) -> str:
    """Runs of the short form."""
    told, position, depth, start, opened = "", 0, 0, 0, None
    for sign in re.finditer(r"\{([+-])([\w ]+):|\}|§(\d)", text):
        if sign[0][0] == "{":
            if not depth:
                told += run(text[position : sign.start()], deleted=deleted)
                opened, start = sign, sign.end()
            depth += 1
        elif sign[0] == "}" and depth:
            depth -= 1
            if not depth and opened is not None:
                tag = {"+": "ins", "-": "del"}[opened[1]]
                inside = runs(text[start : sign.start()], deleted=deleted or tag == "del")
                told += f'<w:{tag} w:id="1" w:author="{opened[2]}">{inside}</w:{tag}>'
                position = sign.end()
        elif sign[3] and not depth:
            told += run(text[position : sign.start()], deleted=deleted)
            told += f'<w:r><w:commentReference w:id="{int(sign[3]) - 1}"/></w:r>'
            position = sign.end()
    return told + run(text[position:], deleted=deleted)


def run(text: str, *, deleted: bool) -> str:
    """One run."""
    tag = "delText" if deleted else "t"
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>' if text else ""

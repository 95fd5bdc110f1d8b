"""From a cue, a source and a content in a parsed paragraph to an attribution with offsets in the text."""

from __future__ import annotations

from .features import source_class
from .lexicon import lexicon
from .model import Attribution, Candidate, Kind, Manner, Spans
from .sources import Source
from .spans import cue_span, phrase_span, touching
from .tree import Tree

__all__ = ["kind_of", "shape"]


def shape(
    tree: Tree,
    head: int,
    source: Source,
    content: Spans,
    *,
    frame: str,
    score: float,
    found: Candidate | None = None,
) -> Attribution:
    """Make an attribution.

    Args:
        tree: The paragraph that the cue stands in.
        head: Token that heads the cue, or -1 where there is none.
        source: Its source, in the same paragraph.
        content: What is said, as offsets in the text.
        frame: How it hangs on the cue.
        score: Probability in [0, 1].
        found: The candidate that it comes from, or None for direct speech.

    Returns:
        The attribution, its kind read off `content` where that lies in this paragraph.
    """
    if found is None and head >= 0:
        found = Candidate(head=head, frame=frame, content=(), cue_end=_cue_end(tree, head), topic=head, part="verb")
    here = tuple((start - tree.offset, end - tree.offset) for start, end in content)
    return Attribution(
        source=_place(tree, source.span),
        cue=_shift(tree, (cue_span(tree, found),)) if found is not None else (),
        content=content,
        kind=kind_of(tree, here),
        manner=_manner(tree, found),
        lemma=tree.lemmas[head] if head >= 0 else "",
        frame=frame,
        negated=found is not None and _negated(tree, found),
        addressee=_addressee(tree, found, content),
        source_kind=source_class(tree, source),
        antecedent=_place(tree, source.antecedent),
        score=round(score, 3),
    )


def _cue_end(tree: Tree, head: int) -> int:
    particle = tree.first(head, "prt")
    return particle if particle == head + 1 else head


def _shift(tree: Tree, spans: Spans) -> Spans:
    return tuple((start + tree.offset, end + tree.offset) for start, end in spans)


def _place(tree: Tree, span: tuple[int, int] | None) -> Spans:
    found = phrase_span(tree, span) if span is not None else None
    return _shift(tree, (found,)) if found is not None else ()


def kind_of(tree: Tree, content: Spans) -> Kind:
    """Tell how much of a content, given as offsets in the paragraph, stands in quotation marks."""
    inside = outside = 0
    for start, end in content:
        at = start
        for quote in touching(tree, start, end):
            outside += _words(tree.text[at : max(at, quote.start)])
            inside += _words(tree.text[max(at, quote.start) : min(end, quote.end)])
            at = quote.end
        outside += _words(tree.text[at:end])
    return "indirect" if not inside else "mixed" if outside else "direct"


def _words(text: str) -> int:
    return sum(map(str.isalnum, text))


def _manner(tree: Tree, found: Candidate | None) -> Manner:
    if found is None or found.part == "other":
        return "speech"
    classes = lexicon().classes(found.part, tree.lemmas[found.head])
    return lexicon().manners[classes[0]] if classes else "speech"


def _negated(tree: Tree, found: Candidate) -> bool:
    denials = lexicon().lists["denials"]
    heads = (found.head, tree.heads[found.head]) if found.part == "adjective" else (found.head,)
    return any(tree.words[child] in denials for head in heads for child in tree.children[head])


def _addressee(tree: Tree, found: Candidate | None, content: Spans) -> Spans:
    """Who is told, where that is not part of the content."""
    if found is None or found.part != "verb":
        return ()
    child = tree.first(found.head, "dative")
    if child is None and tree.lemmas[found.head] in lexicon().lists["told"]:
        child = tree.first(found.head, "dobj")
    if child is None or child < found.head:
        return ()
    span = _place(tree, (tree.left[child], tree.right[child]))
    apart = all(span[0][1] <= start or end <= span[0][0] for start, end in content) if span else False
    return span if apart else ()

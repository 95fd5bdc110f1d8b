"""What is withheld: what a report says is kept secret, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Statement, WithheldContent

from ..document import Sentence, offset_of
from ..pipeline import lowered, straighten
from .closeness import keeps_close, will_not
from .governing import LONGEST_SENTENCE, is_denied
from .keepers import clause_of_secret, keepers_of
from .phrases import objects_behind
from .saying import told_by
from .secrecy_words import secrecy_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_withheld"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REFRAINING = frozenset({"refrain", "abstain", "desist"})
_WITHIN = frozenset({"xcomp", "acomp", "oprd", "attr"})
"""How a verb hangs on one that can deny it ("does not remain confidential"); a clause of its own is not denied so."""


def find_withheld(context: Context) -> Iterator[Statement]:
    """State each thing that a sentence says is kept secret."""
    for sentence in context.sentences:
        if (
            sentence.block.kind == "heading"
            or len(sentence.span) > LONGEST_SENTENCE
            or sentence.text.rstrip("\"'”’ ").endswith("?")
        ):
            continue
        content = secrecy_words().content
        cue = next((t for t in sentence.span if _is_told(t, content)), None)
        if cue is None:
            cue = _phrase(sentence)
        if cue is None:
            continue
        at = offset_of(cue)
        yield context.state(
            WithheldContent(text=clause_of_secret(context, cue), by=keepers_of(context, cue)),
            sentence.evidence(),
            said_by=told_by(context, at, at + len(cue)),
            basis=f"cue {cue.lower_!r}",
        )


def _is_told(token: Token, content: frozenset[str]) -> bool:
    """Is it a word by which something is said to be kept secret?"""
    return _is_secret(token) or _keeps_back(token) or keeps_close(token, content) or _is_unseen(token)


def _is_unseen(token: Token) -> bool:
    """ "Its wording is not known", "the list is sealed": of papers, whose secret it is."""
    words = secrecy_words()
    if not {token.lower_, token.lemma_.lower()} & (words.with_not | words.alone):
        return False
    verb = token if token.tag_ == "VBN" else token.head
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if token.dep_ not in {"acomp", "ROOT", "conj", "ccomp", "oprd"} or not any(
        {c.lemma_.lower(), c.lower_} & words.unseen for c in subjects
    ):
        return False
    return token.lower_ in words.alone or is_denied(verb)


def _phrase(sentence: Sentence) -> Token | None:
    """The first word of a phrase that says it by itself ("shrouded in secrecy", "few details emerged")."""
    match = next(secrecy_words().secrecy.find(lowered(straighten(sentence.text))), None)
    if match is None or (match[0].endswith(" else") and not _names_content(sentence)):
        return None
    start = sentence.start + match.start()
    return next((t for t in sentence.span if offset_of(t) >= start), None)


def _names_content(sentence: Sentence) -> bool:
    """Is there a thing that can be kept secret ("the list goes to X and nobody else", not "follow X and ...")?"""
    content = secrecy_words().content
    return any(t.pos_ == "NOUN" and t.lemma_.lower() in content for t in sentence.span)


def _is_secret(token: Token) -> bool:
    """ "Remains confidential", "a secret annex"; not "an open secret", "secret talks", "no longer classified"."""
    words = secrecy_words()
    if token.lower_ not in words.adjectives:
        return False
    if token.i > token.sent.start and token.nbor(-1).lower_ in words.not_behind:
        return False
    if token.dep_ in {"amod", "compound", "nmod"} and token.head.i > token.i:
        return token.head.lemma_.lower() in words.content
    above = [token.head, *([token.head.head] if token.head.dep_ in _WITHIN else [])]
    return token.pos_ in {"ADJ", "VERB", "NOUN", "ADV"} and not any(
        is_denied(v) for v in above if v.pos_ in {"VERB", "AUX"}
    )


def _keeps_back(token: Token) -> bool:
    """Is it a verb by which something is not made public?"""
    words, lemma = secrecy_words(), token.lemma_.lower()
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    if lemma in words.withholding:
        return _about_content(token)
    if lemma in words.saying:
        asked = [t for c in token.children if c.dep_ in {"ccomp", "prep", "pobj", "dobj"} for t in c.subtree]
        wanted = words.asking if _refused(token) else words.asking - {"where", "when", "how"}
        return (_refused(token) or will_not(token)) and any(t.lower_ in wanted for t in asked)
    if lemma not in words.publishing or not (_refused(token) or _not_done(token)):
        return False
    return (lemma in words.plain and _has_object(token)) or _about_content(token)


def _never_does(verb: Token) -> bool:
    """ "The community does not discuss the content of these talks"."""
    return is_denied(verb) and any(c.lower_ in {"does", "do"} for c in verb.children)


def _refused(verb: Token) -> bool:
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ == "from" and above.head.lemma_.lower() in _REFRAINING:
        return True  # "shall refrain from making them public"
    return verb.dep_ == "xcomp" and above.lemma_.lower() in secrecy_words().refusing and not is_denied(above)


def _not_done(verb: Token) -> bool:
    """ "Has not been published", "will not reveal", "yet to be released", "without disclosing"."""
    if is_denied(verb) or any(c.dep_ == "dobj" and c.lower_ == "nothing" for c in verb.children):
        return True  # "it publishes nothing about them"
    going = verb.dep_ == "xcomp" and verb.head.lemma_ == "go" and is_denied(verb.head)
    nobody = any(c.dep_ in _SUBJECTS and c.lower_ in {"neither", "nobody", "none"} for c in verb.children)
    if going or nobody:
        return True  # "how it works we are not going to publish", "neither will release them"
    without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    return without or (verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in verb.head.children))


def _has_object(verb: Token) -> bool:
    return any(
        c.dep_ in {"dobj", "nsubjpass", "ccomp", "pobj", "csubj", "csubjpass"} for c in verb.children
    ) or not any(c.dep_ == "prep" for c in verb.children)


def _about_content(verb: Token) -> bool:
    """Is the verb about something that can be kept secret ("the full report", "on the terms", "make public")?"""
    words, lemma = secrecy_words(), verb.lemma_.lower()
    public = any(c.lower_ == "public" for c in verb.children)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    objects += [c for c in verb.head.children if c.dep_ in _SUBJECTS and verb.dep_ == "xcomp" and _not_done(verb)]
    objects += list(objects_behind(verb, {"on", "about", "of"}))
    if any(t.lower_ == "nothing" for t in objects):
        return lemma in words.plain
    if lemma == "make":
        return public
    if lemma in {"discuss", "comment", "describe"} and not (_refused(verb) or will_not(verb) or _never_does(verb)):
        return False
    if lemma in words.giving:
        return any({c.lemma_.lower(), c.lower_} & words.details for c in objects)
    return any({c.lemma_.lower(), c.lower_} & words.content for c in objects)

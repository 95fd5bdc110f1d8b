"""The likely issue of a claim: what its rule and its phrases say, weighed against the words that it stands among.

A rule takes the heaviest phrase in what is wanted for its issue. Learnt weights (`goodoffices.record.issue_weights`)
hear that rule, the phrases and the words of what is wanted, of its sentence and, of the phrases, those before it and in
the whole report. Where they are not sure, the encoder (`goodoffices.read.encoder`) is heard beside them, which knows
what the words mean together, and alone where the words only point to what was told before. Where both hold another
issue for much likelier, the claim is on that one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record.issue_weights import traits_of, weigh

from ..encoder import encoder
from .answers import ANSWER
from .claims import core_of
from .issues import issues_in
from .matters import put_forward
from .own_forces import withdraws_its_own
from .referents import refers_back

if TYPE_CHECKING:
    from ..context import Context
    from .claims import Claim

__all__ = ["marked", "opening_traits", "traits_of_claim", "with_likely_issue"]

_MARGIN = 0.6
"""Log odds against the issue of the rule from which on another one stands: the rule has seen more than the weights."""
_PLAIN_MARGIN = 3.0
"""The same where a few words name an issue plainly and no other: what stands around them can hardly change it."""
_PLAIN = 0.9
"""Weight from which on a phrase names an issue by itself."""
_FEW_WORDS = 8
_WHOLE_REPORT = 3.0
"""What the shares of the issues in the report count."""
_OPENING = 0.4
_OPENING_WORDS = 3
"""How many words of what is wanted count once more, as what it opens with; the thing itself stands there."""
_BEGINNING_CHARS = 6
_WORD = re.compile(r"[a-z][a-z'-]+")
_SURE = math.log(0.5)
"""Log of the probability from which on the weights of words stand alone where the rule has the same issue."""
_HEARD = 0.5
"""What the encoder's logs count where it is heard; those of the weights of words count the rest."""
_HEARD_BEFORE_CHARS = 80
"""How much of what stands before its sentence the encoder reads with a claim."""
_BEFORE_CHARS = 300
"""How far before its sentence, within its block, a claim is still spoken of."""


def with_likely_issue(context: Context, claim: Claim) -> Claim:
    """Give a claim its likeliest issue.

    Args:
        context: The report.
        claim: What was found; its issue is that of a rule, and stays where the words answer a question, or leave open
            what was told before ("Chad has remained silent").
    """
    words = context.report.text[claim.start : claim.end]
    if claim.basis == ANSWER or (claim.stance == "ambiguous" and not issues_in(words)):
        return claim  # the rule has looked at what was asked or proposed, which nothing here does
    weighed = _weighed(context, claim, words)
    likeliest = max(weighed, key=weighed.__getitem__)
    ruled = weighed.get(claim.issue, -math.inf)
    margin = _PLAIN_MARGIN if _is_plain(core_of(words), claim.issue) else _MARGIN
    issue = likeliest if weighed[likeliest] - ruled >= margin else claim.issue
    if issue == "foreign-forces" and withdraws_its_own(context, claim):
        issue = "military-limits"
    return msgspec.structs.replace(claim, issue=issue) if issue != claim.issue else claim


def _weighed(context: Context, claim: Claim, words: str) -> Mapping[str, float]:
    """Weigh each issue by the words, the encoder, or the mean of both, as logs that need not come from a sum of one."""
    if refers_back(words) and claim.issue not in issues_in(words):  # bare words tell nothing; what stands before may
        begins = claim.sentence.start == claim.sentence.block.start  # it means something in another paragraph
        return {claim.issue: 0.0} if begins else encoder().weigh(*marked(context, claim))
    weighed = weigh(traits_of_claim(context, claim))
    likeliest = next(iter(weighed))
    if likeliest == claim.issue and weighed[likeliest] >= _SURE:
        return weighed
    heard = encoder().weigh(*marked(context, claim))
    return {issue: (1 - _HEARD) * log + _HEARD * heard[issue] for issue, log in weighed.items()}


def marked(context: Context, claim: Claim) -> tuple[str, int, int]:
    """What the encoder reads of a claim (`bench/issue_encoder.py` and `bench/issue_student.py` teach it with the same).

    Returns:
        Its sentence behind a little of what stands before it in its block, and where in it what is wanted stands,
        without what it depends on and what is only added to it, a name with what it is put forward as.
    """
    text, sentence = context.report.text, claim.sentence
    before = text[max(sentence.block.start, sentence.start - _HEARD_BEFORE_CHARS) : sentence.start]
    whole = text[claim.start : claim.end]
    core = core_of(whole)
    start = len(before) + 1 + claim.start - sentence.start + max(whole.find(core), 0)
    end = start + len(put_forward(core, text[claim.end : sentence.end]) if core == whole else core)
    return f"{before} {text[sentence.start : sentence.end]}", start, end


def _is_plain(core: str, ruled: str) -> bool:
    """Do a few words name the issue of the rule and no other matter ("a ceasefire", "the plan for a referendum")?"""
    told = {issue: weight for issue, weight in issues_in(core).items() if issue != "process"}
    few = len(core.split()) <= _FEW_WORDS and ruled != "process"
    return few and [*told] == [ruled] and told[ruled] >= _PLAIN


def traits_of_claim(context: Context, claim: Claim) -> dict[str, float]:
    """What tells of the issue of a claim (`bench/issue_weights.py` learns from it).

    What it depends on and what is only added to it count as the rest of its sentence does.
    """
    text, sentence = context.report.text, claim.sentence
    before = text[max(sentence.block.start, sentence.start - _BEFORE_CHARS) : sentence.start]
    whole = text[claim.start : claim.end]
    words = core_of(whole)
    added = whole.replace(words, " ", 1) if words != whole else ""
    around = f"{text[sentence.start : claim.start]} {added} {text[claim.end : sentence.end]}"
    traits = traits_of(words, around, before, claim.issue)
    traits |= {f"report={issue}": _WHOLE_REPORT * share for issue, share in context.issue_shares.items()}
    return traits | opening_traits(words)


def opening_traits(words: str) -> dict[str, float]:
    """The first words of what is wanted, as traits of their own."""
    opening = _WORD.findall(words.lower().replace("’", "'"))[:_OPENING_WORDS]
    return {f"opening={word[:_BEGINNING_CHARS]}": _OPENING for word in opening}

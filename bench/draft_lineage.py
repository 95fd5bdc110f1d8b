"""Measure the lineage of points: known operations on an agreement, and what `compare` makes of them.

    python bench/draft_lineage.py [--seeds N] [--points N] [--touched SHARE] [--texts FOLDER] [--misses] [--kind NAME]

Points are taken from `bench/data/draft_lineage` (written for this bench; or from the texts of a folder, cut at their
paragraphs), and 40 % of them are touched: reworded, moved, both, split, merged with a neighbour or a distant point,
dropped, or new ones put in; then all are numbered again. Three kinds of rewording, of which only the first was looked
at while the method was made: `drafter` (synonyms, dropped words, a qualifier, a clause elsewhere), `opponent` (30 to 60
% of the words changed, a stretch cut out, foreign formulas put in) and `editor` (small words changed, words replaced by
others of the text).

A link is right where both sides name exactly the points that they should; a label is right where the link is and the
change too.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from goodoffices.draft.lineage import Comparison, compare

DATA = Path(__file__).resolve().parent / "data" / "draft_lineage"
WORDS: dict[str, dict[str, Any]] = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
KINDS = ("drafter", "opponent", "editor")
OPERATIONS = {
    "reworded": 35,
    "moved": 13,
    "moved and reworded": 7,
    "split": 15,
    "merged": 8,
    "merged apart": 6,
    "dropped": 9,
    "new": 7,
}
Gold = set[tuple[frozenset[str], frozenset[str], str]]


class Point(msgspec.Struct, frozen=True):
    """One point of a text that the bench made."""

    id: str
    number: str
    text: str
    start: int
    end: int


class Piece(msgspec.Struct):
    """A point of the second text on its way: its words, the points it comes from, and what was done."""

    text: str
    origin: tuple[int, ...]
    change: str


def written(folder: Path | None = None) -> list[str]:
    """Read the paragraphs of the bench's own text, or of the texts of a folder."""
    files = sorted(folder.glob("*.txt")) if folder else [DATA / "written.txt"]
    parts = [part for file in files for part in re.split(r"\n\s*\n|\n(?=- )", file.read_text(encoding="utf-8"))]
    found = [" ".join(part.split()) for part in parts]
    return [part for part in found if len(part.split()) >= 4]


def templated(chance: random.Random, count: int) -> list[str]:
    """Write points that share formulas, as treaties do."""
    data = tomllib.loads((DATA / "templates.toml").read_text(encoding="utf-8"))
    made: list[str] = []
    while len(made) < count:
        template = chance.choice(data["templates"])["text"]
        text = re.sub(r"\{([a-z]+)2?\}", lambda slot: chance.choice(data["slots"][slot[1]]), template)
        text = ". ".join(part[:1].upper() + part[1:] for part in text.split(". "))
        if text not in made:
            made.append(text)
    return made


def swap_synonyms(text: str, kind: str, chance: random.Random, share: float) -> str:
    """Swap words for synonyms of one kind of rewording."""
    table: dict[str, list[str]] = WORDS[kind]["synonyms"]
    pattern = re.compile(
        r"\b(" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b", re.IGNORECASE
    )
    return pattern.sub(
        lambda found: chance.choice(table[found[1].lower()]) if chance.random() < share else found[1], text
    )


def drop_words(text: str, chance: random.Random, share: float) -> str:
    """Leave out some words."""
    words = text.split()
    return " ".join(word for word in words if chance.random() > share) or text


def insert_qualifier(text: str, kind: str, chance: random.Random) -> str:
    """Put in a qualifier behind some word."""
    words = text.split()
    words.insert(chance.randint(1, len(words)), chance.choice(WORDS[kind]["qualifiers"]))
    return " ".join(words)


def move_clause(text: str, chance: random.Random) -> str:
    """Let the clauses of a point change places."""
    clauses = re.split(r"(?<=[,;.]) ", text)
    place = chance.randrange(len(clauses))
    return " ".join([*clauses[place:], *clauses[:place]])


def by_drafter(text: str, chance: random.Random, _others: Sequence[str]) -> str:
    """Reword as a drafter does."""
    text = swap_synonyms(text, "drafter", chance, 0.8)
    if chance.random() < 0.4:
        text = move_clause(text, chance)
    if chance.random() < 0.6:
        text = insert_qualifier(text, "drafter", chance)
    return drop_words(text, chance, chance.choice([0.05, 0.15, 0.25]))


def by_opponent(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """Reword as an opponent does: a stretch is cut out, another formula comes in, the order changes."""
    text = move_clause(swap_synonyms(text, "opponent", chance, 0.9), chance)
    words = text.split()
    cut = int(len(words) * chance.uniform(0.15, 0.35))
    start = chance.randint(0, len(words) - cut)
    foreign = chance.choice(others).split()
    foreign = foreign[: max(1, min(len(foreign), int(len(words) * chance.uniform(0.1, 0.3))))]
    return insert_qualifier(" ".join([*words[:start], *foreign, *words[start + cut :]]), "opponent", chance)


def by_editor(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """Reword as an editor does: small words change, and words give way to others of the text."""
    text = swap_synonyms(text, "editor", chance, 0.6)
    pool = [word for other in chance.sample(list(others), min(20, len(others))) for word in other.split()]
    share = chance.uniform(0.1, 0.4)
    words = [chance.choice(pool) if chance.random() < share else word for word in text.split()]
    return insert_qualifier(" ".join(words), "editor", chance)


REWORDING: dict[str, Callable[[str, random.Random, Sequence[str]], str]] = {
    "drafter": by_drafter,
    "opponent": by_opponent,
    "editor": by_editor,
}


def cut(text: str) -> tuple[str, str] | None:
    """Cut a point in two at the end of a sentence, else at a conjunction or a mark."""
    for pattern in (r"(?<=[.]) (?=[A-Z0-9])", r"; (?:and )?|, and |(?<=\w) and (?=\w)", r", "):
        places = [found for found in re.finditer(pattern, text) if min(found.start(), len(text) - found.end()) > 20]
        if places:
            middle = min(places, key=lambda found: abs(found.start() - len(text) / 2))
            return text[: middle.start()].rstrip(",; ") + "", text[middle.end() :][:1].upper() + text[middle.end() :][
                1:
            ]
    return None


class Scrambler:
    """Applies known operations to a share of the points of a text.

    Args:
        texts: the points.
        spare: points that may be put in.
        kind: of rewording.
        chance: the source of chance.
    """

    def __init__(self, texts: Sequence[str], spare: list[str], kind: str, chance: random.Random) -> None:
        self.texts, self.spare, self.kind, self.chance = texts, spare, kind, chance
        self.result = {place: [Piece(text, (place,), "same")] for place, text in enumerate(texts)}
        self.far: list[Piece] = []
        self.todo: list[int] = []

    def scramble(self, touched: float) -> list[Piece]:
        """Touch a share of the points, and give the points of the second text in order."""
        self.todo = self.chance.sample(range(len(self.texts)), int(len(self.texts) * touched))
        while self.todo:
            place = self.todo.pop()
            operation = self.chance.choices(list(OPERATIONS), list(OPERATIONS.values()))[0]
            if not self._touch(place, operation):
                self._touch(place, "reworded")
        out = [piece for place in range(len(self.texts)) for piece in self.result[place]]
        for piece in self.far:
            out.insert(self.chance.choice([n for n in range(len(out) + 1) if abs(n - piece.origin[0]) > 5]), piece)
        return out

    def _touch(self, place: int, operation: str) -> bool:
        """Apply one operation to one point; says whether it could."""
        if operation == "split":
            return self._split(place)
        if operation.startswith("merged"):
            return self._merge(place, apart=operation == "merged apart")
        own = self.result[place][0]
        if operation in {"reworded", "moved and reworded"}:
            own.text, own.change = REWORDING[self.kind](own.text, self.chance, self.texts), "reworded"
        if operation.startswith("moved"):
            own.change = own.change if own.change == "reworded" else "moved"
            self.far.append(own)
        if operation.startswith("moved") or operation == "dropped":
            self.result[place] = []
        if operation == "new":
            self.result[place].append(Piece(self.spare.pop(), (), "new"))
        return True

    def _lightly(self, text: str) -> str:
        """Change a few words of a part, or none."""
        if self.chance.random() < 0.7:
            return text
        return drop_words(swap_synonyms(text, self.kind, self.chance, 0.5), self.chance, 0.08)

    def _split(self, place: int) -> bool:
        halves = cut(self.texts[place])
        if halves:
            self.result[place] = [Piece(self._lightly(half), (place,), "split") for half in halves]
        return halves is not None

    def _merge(self, place: int, *, apart: bool) -> bool:
        """Merge a point with the next one, or with one that stands elsewhere."""
        free = [each for each in self.todo if (abs(each - place) > 3 if apart else each == place + 1)]
        if not apart and not free and place + 1 < len(self.texts) and self.result[place + 1][:1]:
            free = [place + 1] if self.result[place + 1][0].change == "same" else []
        if not free or (len(self.result[free[0]]) > 1):
            return False
        partner = free[0]
        self.todo = [each for each in self.todo if each != partner]
        first, second = self.texts[place], self._lightly(self.texts[partner])
        joint = f"{first.rstrip('.;')}; {second}" if self.chance.random() < 0.5 else f"{first} {second}"
        self.result[place], self.result[partner] = [Piece(joint, (place, partner), "merged")], []
        return True


def truth(texts: Sequence[str], pieces: Sequence[Piece]) -> Gold:
    """Say what links the two texts, by ids."""
    gold: Gold = set()
    seen: set[int] = set()
    for place, piece in enumerate(pieces):
        seen |= set(piece.origin)
        if piece.change == "split":
            own = frozenset(f"b{n}" for n, other in enumerate(pieces) if other.origin == piece.origin)
        else:
            own = frozenset([f"b{place}"])
        change = piece.change
        if change == "reworded" and piece.text == texts[piece.origin[0]]:
            change = "same"
        gold.add((frozenset(f"a{n}" for n in piece.origin), own, change))
    return gold | {(frozenset([f"a{n}"]), frozenset(), "dropped") for n in range(len(texts)) if n not in seen}


def numbered(texts: Sequence[str], letter: str) -> list[Point]:
    """Make points of texts."""
    points, start = [], 0
    for place, text in enumerate(texts):
        points.append(Point(f"{letter}{place}", str(place + 1), text, start, start + len(text)))
        start += len(text) + 2
    return points


def score(gold: Gold, found: Comparison) -> tuple[float, float, float]:
    """Give the F1 of links, of links pair by pair, and of labels."""
    links = {(frozenset(link.a), frozenset(link.b), link.change) for link in found.links}
    return f1(strip(gold), strip(links)), f1(spread(gold), spread(links)), f1(gold, links)


def strip(links: set[Any]) -> set[Any]:
    """Leave out the labels."""
    return {each[:2] for each in links}


def spread(links: set[Any]) -> set[Any]:
    """Write each link as pairs of points."""
    return {(i, j) for a, b, _ in links for i in a or [None] for j in b or [None]}


def f1(gold: set[Any], found: set[Any]) -> float:
    """Give the harmonic mean of precision and recall."""
    return 2 * len(gold & found) / (len(gold) + len(found))


def show_misses(gold: Gold, a: Sequence[Point], b: Sequence[Point], found: Comparison) -> None:
    """Print what should have been found and was not."""
    texts = {point.id: point.text for point in (*a, *b)}
    links = {(frozenset(link.a), frozenset(link.b), link.change): link for link in found.links}
    for mark, each in [*(("-", each) for each in gold - set(links)), *(("+", each) for each in set(links) - gold)]:
        print(mark, each[2], links[each].similarity if each in links else "")
        for side in each[:2]:
            for name in sorted(side):
                print("     ", name, texts[name][:230])


def run(kind: str, seed: int, options: argparse.Namespace) -> tuple[float, float, float, float]:
    """Make one pair of texts, compare them, and score."""
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - not for secrets
    own = written(options.texts)
    chance.shuffle(own)
    pool = own + templated(chance, max(0, options.points + 60 - len(own)))
    start = 0 if options.texts and len(own) >= options.points else None
    texts = own[start : options.points] if start is not None else chance.sample(pool, min(options.points, len(pool)))
    spare = [each for each in pool if each not in texts]
    pieces = Scrambler(texts, spare, kind, chance).scramble(options.touched)
    a, b = numbered(texts, "a"), numbered([piece.text for piece in pieces], "b")
    begun = time.perf_counter()
    found = compare(a, b)
    spent = time.perf_counter() - begun
    gold = truth(texts, pieces)
    if options.misses:
        print(f"== {kind} {seed}")
        show_misses(gold, a, b, found)
    return (*score(gold, found), spent)


def main() -> None:
    """Run all kinds of rewording over several seeds and print mean and worst."""
    parser = argparse.ArgumentParser(description="Measure the lineage of points.")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--points", type=int, default=300)
    parser.add_argument("--touched", type=float, default=0.4)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    print("rewording   links mean worst   pairs mean worst   labels mean worst   seconds worst")
    for kind in [options.kind] if options.kind else KINDS:
        runs = [run(kind, seed, options) for seed in range(options.seeds)]
        columns = list(zip(*runs, strict=True))
        shown = "   ".join(f"{sum(c) / len(c):9.3f} {min(c):6.3f}" for c in columns[:3])
        print(f"{kind:9} {shown}   {max(columns[3]):9.2f}")
    options.points, options.misses = 1_000, False
    print(f"1,000 against 1,000 points: {run('drafter', 0, options)[3]:.2f} s")


if __name__ == "__main__":
    main()

"""Documents and their claims laid out to be compared, judged and told of."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.languages import pack
from variorum.languages.lexicon import Lexicon, lexicon
from variorum.model import Authorities, Claim, Document, Relation
from variorum.relations import aliases, choose, independence, score
from variorum.relations.align import Alignment
from variorum.relations.choose import Scored
from variorum.relations.compatible import compatible, one_sort
from variorum.relations.credits import credits_of
from variorum.relations.judgement import Judgement
from variorum.relations.profile import Profile
from variorum.relations.reading import Reading
from variorum.relations.reasons import Reasons
from variorum.relations.story import Stories
from variorum.relations.verdict import judge

LEAST_COVER = 0.25
"""Share of one claim that must stand in the other before anything is stated of the two."""
LEAST_WORDING = 0.3
"""The same of its words other than names and numerals where no figures meet: articles on other
things name the same persons."""
AGREEMENT = 0.1
"""What a score must have above ``publish_at`` before two claims are said to agree: of those just
above it every second is right, and that two reports agree is missed less than that they do not."""
READER = "en"
"""The language reasons are told in where nobody says otherwise."""


class Bench:
    """Documents of one language and their claims laid out for comparison; lives for one run."""

    __slots__ = ("_reasons", "_sources", "copying", "lexicon", "profiles", "stories")

    def __init__(
        self,
        documents: Sequence[Document],
        claims: Sequence[Claim],
        authorities: Authorities,
        alone: bool = False,
        reader: str = READER,
    ) -> None:
        code = documents[0].language if documents else READER
        known: Lexicon | None = lexicon(code)
        source = pack(code)
        if known is None or source is None:
            raise FileNotFoundError(f"languages/{code}")
        self.lexicon = known
        self.copying: frozenset[tuple[str, str]] = frozenset()
        folded = aliases.variants(authorities, known)
        readings = {d.slug: Reading(d, known, folded, alone) for d in documents}
        self.profiles = [
            readings[claim.document].profile(claim) for claim in claims if not claim.restates
        ]
        self.stories = Stories({slug: reading.story for slug, reading in readings.items()})
        self._reasons = Reasons.told_in(reader)
        mine: dict[str, list[Profile]] = {}
        for profile in self.profiles:
            mine.setdefault(profile.claim.document, []).append(profile)
        agencies = credits_of(code)
        self._sources = {
            d.slug: independence.sources(d, mine.get(d.slug, []), agencies) for d in documents
        }

    def scored(self, sure: float, found: Alignment) -> Scored:
        """Two aligned claims with what they are to each other."""
        return Scored(sure, found, self._judge, independence.copied(found), sure)

    def _judge(self, found: Alignment) -> Judgement:
        return judge(found, self.lexicon)

    def published(self, one: Scored, publish_at: float) -> bool:
        """Whether two claims are stated to readers, unless a surer partner of either is.

        Beside the score it takes two articles that tell one story, no frame for editors only, and
        two claims that hold together where they do not conflict.
        """
        if one.score < publish_at:
            return False
        found, verdict = one.aligned, one.verdict
        if one.score < _stated_from(verdict, publish_at):
            return False
        articles = independence.articles(found)
        if articles[0] == articles[1] or not self.stories.one(*articles):
            return False
        if max(found.cover) < LEAST_COVER:
            return False
        if found.quantity is None and max(found.words) < LEAST_WORDING:
            return False
        if verdict.frame in self.lexicon.framing.held:
            return False
        if verdict.type == "conflicts":
            return found.quantity is None or one_sort(found.quantity)
        return compatible(found, verdict.type)

    def relation(self, one: Scored, told: bool = True) -> Relation:
        """The record of two claims; ``told`` with its evidence, which costs time."""
        found, verdict = one.aligned, one.verdict
        a, b = found.a.claim, found.b.claim
        origin = None
        if verdict.type == "corroborates":
            origin = independence.trace(
                found,
                self._sources[a.document],
                self._sources[b.document],
                "copied" if one.copied else self._kin(found),
            )
        return Relation(
            a.id,
            b.id,
            verdict.type,
            origin.independence if origin else None,
            origin.origin if origin else "",
            self._reasons.reason(found, verdict, origin),
            one.score,
            verdict.frame,
            evidence=self._evidence(one) if told else (),
        )

    def _kin(self, found: Alignment) -> independence.Copy:
        """Whether wording is shared by articles that copy one text elsewhere."""
        shared = found.run >= independence.KIN_RUN
        return "kin" if shared and independence.articles(found) in self.copying else ""

    def total(self, one: Scored, publish_at: float, suggest_at: float) -> tuple[str, ...]:
        """The sum of the points, the score it makes, and what becomes of a pair of that score."""
        total = sum(item.points for item in self._points(one))
        least = _stated_from(one.verdict, publish_at)
        fate = "published" if self.published(one, publish_at) else "held"
        if fate == "held" and one.score >= least:
            fate = "unfit"
        if one.sure < suggest_at:
            fate = "dropped"
        return (
            self._reasons.say("total", total=total, full=score.FULL, score=one.score),
            self._reasons.say(fate, publish_at=least, suggest_at=suggest_at),
        )

    def _points(self, one: Scored) -> tuple[score.Point, ...]:
        """What makes the score: what they share, and how far no rival is as near."""
        lead = score.Point("lead", choose.LEAD * one.lead * score.FULL)
        return (*score.points(one.aligned), lead)

    def _evidence(self, one: Scored) -> tuple[str, ...]:
        lines = [
            f"{self._reasons.label(item.what)}: {item.points:+.1f}" for item in self._points(one)
        ]
        told = self._reasons.say("verdict", type=one.verdict.type, frame=one.verdict.frame)
        return (*lines, told)


def _stated_from(verdict: Judgement, publish_at: float) -> float:
    """The score from which two claims of that verdict are stated to readers."""
    more = AGREEMENT if verdict.type == "corroborates" else 0.0
    return max(publish_at, min(1.0, round(publish_at + more, 3)))

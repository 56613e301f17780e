"""What a language's pack says about attribution, as sets ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, cast

from variorum import languages
from variorum.claims.grammar import grammar
from variorum.claims.names import fold
from variorum.languages.met import Met
from variorum.languages.typography import Typography, typography

Group = Literal["say", "act", "belief", "show", "cite", "topic"]
Form = Literal["base", "third", "past", "gerund"]
_FORMS: dict[int, Form] = {0: "base", 1: "third"}
"""Which form stands where in a row; the last is the gerund, those between are past."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a cue verb."""

    lemma: str
    groups: frozenset[Group]
    forms: frozenset[Form]


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of ``cues.toml``, each explained there; folded to lower case."""

    accompanying: frozenset[str]
    adjectives: frozenset[str]
    adverbs: frozenset[str]
    afterwards: frozenset[str]
    apposing: frozenset[str]
    approximate: frozenset[str]
    articles: frozenset[str]
    asking: frozenset[str]
    auxiliaries: frozenset[str]
    binding: frozenset[str]
    bodies: frozenset[str]
    bounds: frozenset[str]
    called: frozenset[str]
    causing: frozenset[str]
    charging: frozenset[str]
    circumstance: frozenset[str]
    clausal: frozenset[str]
    collectives: frozenset[str]
    commonest: frozenset[str]
    compound: frozenset[str]
    conditions: frozenset[str]
    contractions: frozenset[str]
    dating: frozenset[str]
    definite: frozenset[str]
    determiners: frozenset[str]
    documents: frozenset[str]
    doubting: frozenset[str]
    female: frozenset[str]
    finding: frozenset[str]
    finite: frozenset[str]
    glossing: frozenset[str]
    handing: frozenset[str]
    gerund_endings: tuple[str, ...]
    infinitive: frozenset[str]
    infinitives: frozenset[str]
    inner: frozenset[str]
    joiners: frozenset[str]
    joining: frozenset[str]
    listeners: frozenset[str]
    making: frozenset[str]
    male: frozenset[str]
    manner_endings: tuple[str, ...]
    modals: frozenset[str]
    negatives: frozenset[str]
    neither: frozenset[str]
    nounlike: frozenset[str]
    nouns: frozenset[str]
    numbers: frozenset[str]
    objects: frozenset[str]
    occasions: frozenset[str]
    outlet_words: frozenset[str]
    own: frozenset[str]
    owner_endings: tuple[str, ...]
    participles: frozenset[str]
    passive: frozenset[str]
    past_endings: tuple[str, ...]
    plural: frozenset[str]
    plural_endings: tuple[str, ...]
    plural_helpers: frozenset[str]
    plurals: frozenset[str]
    pointing: frozenset[str]
    portions: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    quantity: frozenset[str]
    questions: frozenset[str]
    quoted_as: frozenset[str]
    raising: frozenset[str]
    reckonings: frozenset[str]
    relative: frozenset[str]
    who: frozenset[str]
    reliving: frozenset[str]
    rescuers: frozenset[str]
    settings: frozenset[str]
    shares: frozenset[str]
    singular: frozenset[str]
    singular_helpers: frozenset[str]
    statements: frozenset[str]
    strict: frozenset[str]
    studies: frozenset[str]
    subjects: frozenset[str]
    subordinators: frozenset[str]
    telling: frozenset[str]
    that: frozenset[str]
    thing: frozenset[str]
    things: frozenset[str]
    through_by: frozenset[str]
    tied: frozenset[str]
    times: frozenset[str]
    transitive: frozenset[str]
    unmarked: frozenset[str]
    untrue: frozenset[str]
    uttering: frozenset[str]
    voiced: frozenset[str]
    what: frozenset[str]
    whereas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cue words of one language; every word in lower case."""

    verbs: dict[str, Verb]
    """By form."""
    according: dict[str, tuple[tuple[str, ...], ...]]
    """Phrases that name a source after them, by their first word."""
    through: dict[str, tuple[tuple[str, ...], ...]]
    """Phrases that name the outlet spoken to after them, by their first word."""
    particles: dict[str, frozenset[str]]
    """Verb -> words behind it that make it another one: "called off"."""
    topics: dict[str, frozenset[str]]
    """Words by which a verb, given by its plain form, names what it is about."""
    gauges: dict[str, frozenset[str]]
    """Words after a verb's object, by its plain form, that open a number or a cause."""
    openers: frozenset[str]
    """Words at which a cue may begin."""
    triggers: frozenset[str]
    """Words without one of which no sentence is looked at."""
    outlets: frozenset[str]
    """Folded names."""
    proper: frozenset[str]
    """Words with a capital wherever they stand: peoples, countries, months."""
    words: Words
    typography: Typography
    thirds: frozenset[str]
    """Present forms of verbs with one subject, many of them plural nouns too ("seeks", "plans")."""
    plain: Met[bool]
    """Whether a word surely belongs to the noun phrase it stands in, as far as lists tell."""


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a BCP 47 language; None without a pack."""
    pack = languages.pack(language)
    if pack is None:
        return None
    table = pack.table("cues")
    verbs = _verbs(table["verbs"])
    written = typography(language)
    according = _phrases(table["phrases"]["according"], written)
    names = pack.table("names")
    words = _words(table["words"] | table["speakers"])
    return Lexicon(
        verbs,
        according,
        _phrases(table["phrases"]["through"], written),
        {lemma: frozenset(after) for lemma, after in table.get("particles", {}).items()},
        {lemma: frozenset(after) for lemma, after in table.get("topics", {}).items()},
        {lemma: frozenset(after) for lemma, after in table.get("gauges", {}).items()},
        words.statements.union(verbs, according),
        words.statements.union(verbs, table["phrases"]["triggers"], words.reckonings),
        frozenset(fold(name) for name in pack.lines("outlets")),
        frozenset(names["peoples"]) | frozenset(names["countries"]) | frozenset(names["calendar"]),
        words,
        written,
        _thirds(language),
        _plain(words, verbs),
    )


def _thirds(language: str) -> frozenset[str]:
    known = grammar(language)
    return frozenset(w for w, f in known.forms.items() if f == "third") if known else frozenset()


def _plain(words: Words, verbs: dict[str, Verb]) -> Met[bool]:
    """Words that no rule for the borders of a noun phrase looks at."""
    listed = frozenset(verbs).union(
        *(words.subjects, words.prepositions, words.joiners, words.determiners),
        *(words.adverbs, words.auxiliaries, words.infinitive, words.infinitives),
        *(words.bounds, words.times, words.finite, words.participles, words.circumstance),
    )
    endings = words.past_endings + words.gerund_endings + words.manner_endings
    return Met(lambda low: low[0].isalpha() and low not in listed and not low.endswith(endings))


def triggers(language: str) -> frozenset[str]:
    """Words without one of which no sentence says who speaks."""
    found = lexicon(language)
    return found.triggers if found else frozenset()


def _words(lists: dict[str, list[str]]) -> Words:
    """The lists as sets, empty where the pack has none; endings as ``str.endswith`` takes them."""
    typed: dict[str, Any] = {
        name: (tuple if name.endswith("_endings") else frozenset)(lists.get(name, ()))
        for name in (field.name for field in fields(Words))
    }
    return Words(**typed)


def _phrases(rows: list[str], written: Typography) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows:
        words = tuple(match.group() for match in written.token.finditer(row))
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _verbs(groups: dict[str, list[str]]) -> dict[str, Verb]:
    """Verbs by form, from rows that list the plain form first and the -ing form last."""
    found: dict[str, Verb] = {}
    for group, rows in groups.items():
        for row in rows:
            forms = row.split()
            for n, form in enumerate(forms):
                kind: Form = _FORMS.get(n, "gerund" if n == len(forms) - 1 else "past")
                old = found.get(form)
                found[form] = Verb(
                    forms[0],
                    frozenset({cast(Group, group), *(old.groups if old else ())}),
                    frozenset({kind, *(old.forms if old else ())}),
                )
    return found

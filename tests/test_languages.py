"""Language packs: each is whole, each is read, and no word of one is compared with another's."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from workshop import HERE, PROJECT, tree

from variorum import claims, config, languages, pipeline, plain, relations, segment
from variorum.capture.draft import draft
from variorum.languages import shape
from variorum.languages.lexicon import lexicon
from variorum.languages.typography import typography
from variorum.model import Claim, File, Inputs

PACKAGE = PROJECT / "variorum"
CODES = sorted(
    folder.name
    for folder in resources.files(languages).iterdir()
    if folder.is_dir() and folder.name.isalpha()
)
CAPTURE = """\
Le Phare de Valmer
Accueil
Politique
S'abonner

Port-Valmer : le toit de la halle s'effondre, douze morts

Par Jeanne Kerbrat
Publié le 1er février 2026 à 18h30, mis à jour le 2 février 2026
Partager
Lire aussi : La halle, un siècle d'histoire

Le toit de la halle aux poissons s'est effondré mardi, tuant douze personnes, selon la préfecture.

Publicité

Selon les pompiers, quelque 140 personnes se trouvaient sous la halle au moment de l'effondrement.

(avec AFP)

Sur le même sujet
Mentions légales
© 2026 Le Phare de Valmer. Tous droits réservés
"""


@pytest.mark.parametrize("code", CODES)
def test_a_pack_holds_what_the_engine_reads_and_nothing_else(code: str) -> None:
    assert [str(problem) for problem in shape.faults(code)] == []


def test_there_is_a_second_pack() -> None:
    assert {"en", "fr"} <= set(CODES)


def test_the_pattern_holds_nothing_that_is_not_read() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    words = set(re.findall(r"\w+", code))
    unread = []
    for file in sorted((PACKAGE / "languages" / shape.PATTERN).glob("*.toml")):
        if file.name in shape.OPTIONAL:
            continue
        pack = languages.pack(shape.PATTERN)
        assert pack
        unread += [f"{file.name}: {key}" for key in keys(file.stem, pack.table(file.stem), words)]
    assert unread == []


def keys(path: str, table: dict[str, object], words: set[str]) -> list[str]:
    """The keys of a table that no code names; a language's own words aside."""
    file, _, name = path.partition(".")
    if path in shape.FREE or (file == "numbers" and name in shape.NUMBERS):
        return []
    # The roles of furniture and the groups of verbs are names of records, read all together.
    found = (
        [] if file == "furniture" or path == "cues.verbs" else [k for k in table if k not in words]
    )
    for key, value in table.items():
        if isinstance(value, dict):
            found += keys(f"{path}.{key}", value, words)
    return found


def test_faults_of_a_pack_name_the_file_and_the_key(tmp_path: Path) -> None:
    pattern = Path(str(resources.files(languages) / "fr"))
    mine = tmp_path / "xx"
    mine.mkdir()
    for file in pattern.iterdir():
        (mine / file.name).write_bytes(file.read_bytes())
    (mine / "stems.toml").unlink()
    (mine / "extra.txt").write_text("# none\n", encoding="utf-8")
    dates = (mine / "dates.toml").read_text(encoding="utf-8")
    dates = dates.replace("until =", "untill =").replace("capitalised = false", "capitalised = []")
    (mine / "dates.toml").write_text(dates, encoding="utf-8")
    told = [str(problem) for problem in sorted(shape._files(mine, pattern))]
    assert told == [
        'xx/dates.toml: "words.until" is missing. Take the file of "en" as a pattern.',
        'xx/dates.toml: "writing.capitalised" is a list, not a yes or no. '
        'Take the file of "en" as a pattern.',
        'xx/dates.toml: nothing reads "words.untill". Did you mean "until"?',
        'xx/extra.txt: nothing reads this file. Did you mean "openers.txt"?',
        'xx/stems.toml: this file is missing. Take the file of "en" as a pattern.',
    ]


def test_elisions_clitics_and_numbers_are_cut_as_the_language_writes_them() -> None:
    french = typography("fr")
    text = "L'ONU n'a vu qu'aujourd'hui 12\u202f000 € et quatre-vingt-dix mètres"
    assert french.word.findall(text) == [
        "L'", "ONU", "n'", "a", "vu", "qu'", "aujourd'hui", "12\u202f000", "€", "et",
        "quatre-vingt-dix", "mètres",
    ]  # fmt: skip
    assert french.token.findall("estime-t-elle, dit-il, le porte-parole") == [
        "estime", "-t-elle", ",", "dit", "-il", ",", "le", "porte-parole",
    ]  # fmt: skip
    values = [french.value(word) for word in ("12\u202f000", "1.200", "2,5", "1 2", "1.2")]
    assert values == [12000, 1200, 2.5, None, None]
    assert [typography("en").value(word) for word in ("1,200", "2.5", "1,2")] == [1200, 2.5, None]


def test_cutting_french_takes_time_linear_in_the_text() -> None:
    french = typography("fr")
    for text in ("l'" * 40_000, "1 " * 40_000, "123 " * 40_000, "quatre-" * 20_000, "-t-" * 30_000):
        assert len(french.word.findall(text)) <= len(text)
        assert len(french.token.findall(text)) <= len(text)


def test_the_forms_of_a_french_word_fold_to_one() -> None:
    words = lexicon("fr")
    assert words
    for forms in (
        "tuer tué tuées tuant",
        "blessé blessée blessés",
        "inondation inondations inondé",
        "grève grèves",
        "arrêté arrêtés arrestations",
    ):
        assert len({words.stem(form) for form in forms.split()}) == 1, forms


def archive() -> Inputs:
    """The French archive, with one article in English about the same event."""
    held = tree(HERE / "archives" / "halle")
    site, problems = config.read(held["site.yaml"].decode(), "site.yaml")
    assert site
    assert not problems
    return Inputs(
        site,
        tuple(File(path, data) for path, data in held.items() if path.startswith("content/")),
        {},
        tuple(File(path, data) for path, data in tree(PROJECT / "templates").items()),
    )


@pytest.fixture(scope="module")
def built() -> pipeline.Built:
    return pipeline.build(archive())


def quoted(built: pipeline.Built, words: str) -> Claim:
    """The shortest French claim that holds these words."""
    holding = [claim for claim in built.archive.claims if words in claim.quote]
    return min(holding, key=lambda claim: len(claim.quote))


def test_a_french_archive_is_marked_and_dated(built: pipeline.Built) -> None:
    assert built.problems == ()
    fell = quoted(built, "Douze personnes ont été tuées")
    assert fell.attributed_to == ("la préfecture",)
    assert fell.when
    assert (fell.when.earliest, fell.when.text) == ("2026-02-10", "mardi")
    assert [(figure.low, figure.noun) for figure in fell.figures] == [(12, "personne")]
    hurt = quoted(built, "trente et un blessés")
    assert hurt.attributed_to == ("Claire Tessandier", "AFP")
    since = quoted(built, "contrôlée depuis 2019").when
    assert since
    assert since.earliest == "2019-01-01"
    assert quoted(built, "Le tribunal rendra sa décision").kind == "forecast"
    assert quoted(built, "aurait été averti").polarity == "unclear"


def test_french_articles_are_related_in_their_own_language(built: pipeline.Built) -> None:
    by_id = {claim.id: claim for claim in built.archive.claims}
    said = [(r.type, {by_id[r.a].document, by_id[r.b].document}) for r in built.archive.relations]
    assert ("corroborates", {"dossier", "gazette"}) in said
    assert ("differs", {"gazette", "littoral"}) in said


def test_no_words_are_compared_across_languages(built: pipeline.Built) -> None:
    by_id = {claim.id: claim for claim in built.archive.claims}
    everything = (*built.archive.relations, *built.archive.suggestions)
    assert any(claim.document == "courier" for claim in built.archive.claims)
    assert not any("courier" in (by_id[r.a].document, by_id[r.b].document) for r in everything)


def test_quotations_of_an_article_bear_its_language(built: pipeline.Built) -> None:
    pages = {file.path: file.data.decode() for file in built.files if file.path.endswith(".html")}
    page = pages["articles/gazette/index.html"]
    assert '<h1 id="t" lang="fr"' in page
    assert '<div class="body" lang="fr">' in page
    assert re.search(r'<blockquote lang="fr"', "".join(pages.values()))
    assert '<h1 id="t" lang="en"' in pages["articles/courier/index.html"]


def test_an_archive_in_an_unread_language_has_no_claims_and_says_so() -> None:
    inputs = archive()
    files = tuple(
        replace(file, data=file.data.replace(b"outlet:", b"language: xh\noutlet:", 1))
        if b"language: en" not in file.data
        else file
        for file in inputs.content
    )
    made = pipeline.build(replace(inputs, content=files))
    assert {claim.document for claim in made.archive.claims} == {"courier"}
    assert made.archive.relations == made.archive.suggestions == ()
    assert sum("there is no language pack" in str(problem) for problem in made.problems) == 4
    page = next(f.data.decode() for f in made.files if f.path == "articles/gazette/index.html")
    assert "The program does not read this language" in page


def test_a_document_without_a_pack_is_left_out_of_relations() -> None:
    texts = ("Josef Karim died in the raid on Tolva.", "Josef Karim died in the raid on Tolva.")
    documents = [plain.document(name, text) for name, text in zip("ab", texts, strict=True)]
    found = [
        claim
        for document in documents
        for claim in claims.find(document, segment.paragraphs(document))
    ]
    foreign = [replace(document, language="xh") for document in documents]
    assert relations.relate(foreign, found, publish_at=0.7, suggest_at=0.3).suggestions == ()


def test_a_french_capture_is_drafted_by_the_french_pack() -> None:
    slug, text, problems = draft(CAPTURE.encode(), "phare.txt", "0" * 64, "fr")
    assert problems == ()
    assert slug == "port-valmer-le-toit-de-la-halle-s-effondre-douze-morts"
    head, body = text.split("---\n")[1:]
    assert "outlet: Le Phare de Valmer\n" in head
    assert "authors: [Jeanne Kerbrat]\n" in head
    assert "published: 2026-02-01\n" in head
    assert [line[:20] for line in body.split("\n") if line] == [
        "Le toit de la halle ",
        "Selon les pompiers, ",
    ]


def test_a_page_that_names_its_language_is_read_in_it() -> None:
    lines = [f"<p>{line}</p>" for line in CAPTURE.split("\n") if line]
    page = f'<html lang="fr"><body>{"".join(lines)}</body></html>'
    _, text, _ = draft(page.encode(), "phare.html", "0" * 64)
    assert "language: fr\n" in text
    assert "Publicité" not in text
    assert "published: 2026-02-01\n" in text


def test_furniture_is_named_by_the_language_of_its_article() -> None:
    roles = {line.text: line.role for line in segment.lines(CAPTURE, "fr")}
    assert roles["Par Jeanne Kerbrat"] == "byline"
    assert roles["Publicité"] == "advert"
    assert roles["Sur le même sujet"] == "teaser"
    assert roles["(avec AFP)"] == "signoff"


def test_a_sentence_ends_behind_its_spaced_guillemets() -> None:
    text = "« Tout a brûlé. » M. Roy est parti. « Pourquoi ? » a-t-il dit."
    document = replace(plain.document("a", f"Titre\n{text}"), language="fr")
    found = segment.paragraphs(document)[1].sentences
    assert [document.quote(span) for span in found] == [
        "« Tout a brûlé. »",
        "M. Roy est parti.",
        "« Pourquoi ? » a-t-il dit.",
    ]

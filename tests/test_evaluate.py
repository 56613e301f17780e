"""The scorer: its figures are those one gets by hand, on a cluster small enough for that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import variorum
from variorum.evaluate import bands, clusters, sets
from variorum.evaluate.__main__ import main
from variorum.evaluate.matching import balance, fold, key_words, locate, share
from variorum.evaluate.report import END, START
from variorum.model import Analysis, Claim, Figure, Relation, Span

CLUSTER = Path(__file__).parent / "clusters" / "quarry-slide"
COURIER, GAZETTE = "01-valley-courier.txt", "02-northern-gazette.txt"


def claim(
    name: str,
    document: str,
    quote: str,
    speakers: tuple[str, ...] = (),
    figure: tuple[float | None, float | None, str] | None = None,
) -> Claim:
    nowhere = Span(0, 1)
    figures = (Figure(nowhere, *figure),) if figure else ()
    return Claim(
        name,
        document,
        nowhere,
        quote,
        "event",
        nowhere,
        0,
        attributed_to=speakers,
        figures=figures,
    )


CLAIMS = (
    # Fits v1 exactly; speaker right, figure right, unit right.
    claim("a", COURIER, "A rockslide buried four lorries at the Ostrel quarry on Tuesday",
          ("the inspectorate",), (4, 4, "lorries")),
    # 28 of the 44 characters of v2; speaker wrong, figure wrong.
    claim("b", COURIER, "At least 12 workers were tre", ("the clinic",), (12, 12, "workers")),
    # Not annotated.
    claim("c", COURIER, "according to the mayor, Ines Varga"),
    # Fits n1 exactly; figure right, its unit wrong.
    claim("d", GAZETTE, "Four lorries were buried when rock fell at a quarry in Ostrel on Tuesday",
          (), (4, 4, "vehicles")),
    # Fits n2 exactly; nobody named, figure right.
    claim("e", GAZETTE, "no more than nine people were treated", (), (None, 9, "people")),
)  # fmt: skip
RELATIONS = (
    Relation("a", "d", "corroborates", "independent", "", "", 0.95),
    Relation("b", "e", "differs", None, "", "", 0.75),
)
SUGGESTIONS = (Relation("c", "e", "conflicts", None, "", "", 0.4),)


def test_published_relations_are_judged_by_band(measures):
    assert {name: measures[name] for name in bands.NAMES if measures[name]} == {
        "published_strong_judged": 1,  # a × d
        "published_strong_right": 1,
        "published_strong_akin": 1,
        "published_fair_judged": 1,  # b × e, annotated as a conflict
        "published_fair_akin": 1,
    }
    assert clusters.mean([measures, measures])["published_fair_judged"] == 2


@pytest.fixture
def measures(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    analysis = Analysis(CLAIMS, RELATIONS, SUGGESTIONS)
    monkeypatch.setattr(variorum, "analyse", lambda _texts, _dates: analysis)
    return clusters.score(CLUSTER)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("documents", 2),
        ("gold_claims", 7),
        ("found_claims", 5),
        ("claim_recall", 0.571),  # v1 v2 n1 n2 of 7
        ("claim_precision", 0.8),  # a b d e of 5
        ("claim_f1", 0.666),  # 2 × 0.8 × 0.571 / 1.371
        ("lost_quotes", 0),
        ("span_fit", 0.909),  # (1 + 28/44 + 1 + 1) / 4
        ("figures_right", 0.75),  # those of v1 n1 n2, not of v2
        ("figures_precision", 0.75),
        ("units_right", 0.5),  # of v1 and n2
        ("attribution_right", 0.333),  # of v1; v2 has another, n2 none
        ("attribution_precision", 0.5),
        ("gold_relations", 3),
        ("gold_must", 2),
        ("found_relations", 2),
        ("relation_precision", 0.5),
        ("relation_precision_untyped", 1),
        ("must_recall", 0.5),
        ("must_recall_untyped", 1),
        ("relation_recall", 0.333),
        ("relation_f1", 0.4),
        ("queue_must_recall", 1),
        ("corroborates_found", 1),
        ("corroborates_precision", 1),
        ("corroborates_recall", 1),
        ("conflicts_found", 0),
        ("conflicts_recall", 0),
        ("differs_precision", 0),
        ("independence_right", 0),
        ("called_independent", 1),
        ("false_independent", 1),
        ("band_0.9_found", 1),
        ("band_0.9_precision", 1),
        ("band_0.7_found", 1),
        ("band_0.7_precision", 0),
        ("band_0.3_found", 1),
    ],
)
def test_a_cluster_is_scored_as_by_hand(
    name: str, value: float, measures: dict[str, float]
) -> None:
    assert measures[name] == value


def test_counts_are_added_up_and_shares_averaged(measures: dict[str, float]) -> None:
    other = measures | {"claim_f1": 0.0, "band_0.9_found": 3, "band_0.9_right": 0}
    mean = clusters.mean((measures, other))
    assert mean["documents"] == 4
    assert mean["claim_f1"] == 0.333
    assert mean["band_0.9_precision"] == 0.25


def test_a_quote_is_found_whatever_its_marks_and_spaces() -> None:
    text = fold("He said “no\u00a0more”\nthan once – no more.")
    assert text == 'He said "no more" than once - no more.'
    assert locate("x", text, "no  more").start == 9
    assert locate("x", text, "no more", prefix="– ").start == 30
    assert locate("x", text, "no more", suffix=".").start == 30
    assert locate("x", text, "never").lost


def test_small_arithmetic() -> None:
    assert share(1, 3) == 0.333
    assert share(1, 0) == 0
    assert balance(0.5, 1) == 0.667
    assert key_words("The head of the Clinic") == {"head", "clinic"}


def items(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return path


def test_pairs_are_scored_as_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    verdicts = {"1": "corroborates", "2": "differs", "3": "conflicts"}

    def compare(a: str, _b: str) -> Relation | None:
        return Relation("x", "y", verdicts[a], None, "", "", 1) if a in verdicts else None

    monkeypatch.setattr(variorum, "compare", compare)
    rows = [
        {"a": "1", "b": "", "label": "corroborates"},
        {"a": "2", "b": "", "label": "corroborates"},
        {"a": "3", "b": "", "label": "neutral"},
        {"a": "4", "b": "", "label": "neutral"},
        {"a": "4", "b": "", "label": "left out"},
    ]
    measured = sets.score(items(tmp_path / "pairs.jsonl", *rows))
    assert measured["pairs"] == 4
    assert measured["corroborates_precision"] == 1
    assert measured["corroborates_recall"] == 0.5
    assert measured["corroborates_called_related"] == 1
    assert measured["neutral_called_related"] == 0.5
    assert measured["accuracy"] == 0.5


def test_cleaning_is_scored_as_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variorum, "clean", lambda raw: raw.replace("Share this", ""))
    lines = {"raw": "Share this Text stands. Menu", "must_keep": ["Text"], "must_drop": ["Menu"]}
    measured = sets.score(items(tmp_path / "lines.jsonl", lines))
    assert (measured["kept"], measured["dropped"]) == (1, 0)
    whole = {"raw": "Share this one two three four five", "clean": "one two three four"}
    measured = sets.score(items(tmp_path / "whole.jsonl", whole))
    assert (measured["precision"], measured["recall"], measured["f1"]) == (0.5, 1, 0.667)


def test_attribution_and_detection_are_scored_as_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = claim("a", "x", "The dam held, the warden said", ("the warden",))
    monkeypatch.setattr(variorum, "analyse", lambda _texts: Analysis((found,), (), ()))
    text = "The dam held, the warden said. Rain fell, Bo said."
    attributions = [
        {"source": [[14, 24]], "content": [[0, 12]], "source_text": "the warden"},
        {"source": [[42, 44]], "content": [[31, 40]], "source_text": ["Bo"]},
    ]
    measured = sets.score(
        items(tmp_path / "who.jsonl", {"text": text, "attributions": attributions})
    )
    assert (measured["gold"], measured["precision"], measured["recall"]) == (2, 1, 0.5)
    sentences = {"sentences": text.split(". "), "labels": ["Main", "NA"]}
    assert sets.score(items(tmp_path / "what.jsonl", sentences)) == {"Main": 1, "NA": 0}


def test_the_command_writes_its_results(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results, document = tmp_path / "quality.json", tmp_path / "quality.md"
    document.write_text(f"Before\n\n{START}\nstale\n{END}\n\nAfter\n", encoding="utf-8")
    arguments = [str(CLUSTER), "--date", "2031-05-01", "--command", "python -m x"]
    code = main([*arguments, "--output", str(results), "--document", str(document)])
    assert code == 0
    content = json.loads(results.read_text(encoding="utf-8"))
    assert content["date"] == "2031-05-01"
    assert content["version"] == variorum.__version__
    assert content["command"] == "python -m x"
    (row,) = content["rows"]
    assert row["cluster"] == "quarry-slide"
    assert row["measures"]["gold_claims"] == 7
    text = document.read_text(encoding="utf-8")
    assert text.startswith("Before\n")
    assert text.endswith("\nAfter\n")
    assert "stale" not in text
    assert "| measure | quarry-slide |" in text
    assert "claim_f1" in capsys.readouterr().out


def test_the_results_call_data_by_the_names_given(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([f"slide={CLUSTER}", f"news={CLUSTER.parent}", "--json"]) == 0
    names = [row["cluster"] for row in json.loads(capsys.readouterr().out)["rows"]]
    assert names[:2] == ["slide", "news 1"]
    assert names[-1] == "mean"


def test_unknown_data_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(items(tmp_path / "odd.jsonl", {"size": 1}))]) == 2
    assert "no scorer knows a set with the keys size" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2
    assert "has a gold.json" in capsys.readouterr().err

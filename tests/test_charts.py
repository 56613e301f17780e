"""Drawings made in the build: what they show and how they say it in words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from variorum import charts
from variorum.charts import Bar, Dated
from variorum.charts.plot import short
from variorum.model import STATUSES

BAR = Bar(40, 40, False, False, "40", "Courier", "2 Mar 2031", "a.html#c-1", False)
DATED = Dated("2031-03-02", "2031-03-02", True, "Courier", "4 claims", "a.html", "Courier, 2 March")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def drawings(made: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(f"<all>{made}</all>"))


def test_each_status_has_a_sign_of_its_own():
    shapes = set()
    for status in STATUSES:
        (drawn,) = drawings(charts.strip([status], "one claim"))
        shapes.add(tuple((e.tag, e.get("class"), e.get("height")) for e in drawn))
    assert len(shapes) == len(STATUSES)


def test_a_strip_of_many_claims_grows_no_wider():
    few, many = (drawings(charts.strip(["differs"] * n, "…"))[0] for n in (60, 400))
    assert few.get("width") == many.get("width")
    assert len(many) == 1200


def test_no_claims_no_strip():
    assert charts.strip([], "none") == ""


def test_the_plot_is_drawn_in_three_widths_with_title_and_description():
    made = drawings(charts.figures([BAR, replace(BAR, low=58, high=None)], "Dead", "Two rows."))
    assert [d.get("class") for d in made] == ["plot p-w", "plot p-m", "plot p-n"]
    for drawn in made:
        assert drawn.find("title").text == "Dead"
        assert drawn.find("desc").text == "Two rows."
        named = {drawn.find("title").get("id"), drawn.find("desc").get("id")}
        assert set(drawn.get("aria-labelledby").split()) == named


def test_every_mark_leads_to_its_sentence():
    made = drawings(charts.figures([BAR, replace(BAR, href="b.html#c-2")], "Dead", "…"))
    for drawn in made:
        assert [a.get("href") for a in drawn.findall("a")] == ["a.html#c-1", "b.html#c-2"]
        assert drawn.find("a").get("aria-label") == "Courier, 2 Mar 2031: 40"


@pytest.mark.parametrize(
    ("low", "high", "hedged", "sign"),
    [
        (40, 40, False, 'class="dot"'),
        (40, 40, True, 'class="ring"'),
        (40, 60, False, 'class="range"'),
        (40, None, False, "h25"),
        (None, 40, False, "h-25"),
    ],
)
def test_each_kind_of_figure_has_its_sign(low, high, hedged, sign):
    bar = replace(BAR, low=low, high=high, hedged=hedged)
    assert sign in charts.figures([bar, replace(BAR, low=10, high=10)], "…", "…")


@pytest.mark.parametrize("low", [24, 2000, 200_000])
def test_a_number_that_is_not_given_has_no_place_on_the_axis(low):
    """It is drawn as strokes that begin at its least and dwindle, with no dot and no tick."""
    bar = replace(BAR, low=low, high=None, hedged=True, vague=True)
    bars = [bar, replace(BAR, low=10, high=10), replace(BAR, low=700_000, high=700_000)]
    scale = charts.axis(bars)
    assert scale == charts.axis([replace(b, vague=False) for b in bars])
    wide, *_ = drawings(charts.figures(bars, "…", "…"))
    row = wide.find("a")
    assert {e.get("class") for e in row} <= {"hit", "thin", "b halo", "ax halo", "vague", "b v"}
    assert row.find("circle") is None
    (strokes,) = (e.get("d") for e in row if e.get("class") == "vague")
    found = [tuple(map(float, s)) for s in re.findall(r"M([\d.]+) [\d.]+v([\d.]+)", strokes)]
    places, heights = zip(*found, strict=True)
    gaps = [b - a for a, b in pairwise(places)]
    assert places[0] == pytest.approx(330 + scale.at(low) * 700, abs=0.1)
    assert places[-1] <= 330 + 700
    assert gaps == sorted(gaps)
    assert list(heights) == sorted(heights, reverse=True)
    assert heights[-1] < heights[0] / 5


def test_what_stands_beside_a_figure_is_wrapped_not_cut():
    said = "28 Sep 2022 · Western officials and the independent media of their country"
    made = drawings(charts.figures([replace(BAR, detail=said), BAR], "…", "…"))
    for drawn in made:
        first, second = drawn.findall("a")
        label = [t.text for t in first.findall("text") if t.get("class") == "ax halo"]
        assert " ".join(label).replace("\u00a0", " ") == said
        assert len(label) > 1
        line = [float(a.find("rect").get("y")) + float(a.find("rect").get("height"))
                for a in (first, second)]  # fmt: skip
        assert float(second.find("rect").get("y")) == pytest.approx(line[0])


def test_a_conflict_is_signed_as_well_as_coloured():
    made = charts.figures([replace(BAR, conflicts=True), BAR], "…", "…")
    assert made.count("≠") == 3


def test_figures_far_apart_stand_on_a_logarithmic_axis():
    near, far = (charts.axis([BAR, replace(BAR, low=n, high=n)]) for n in (90, 900000))
    assert not near.log
    assert near.start == 0
    assert far.log
    assert 0 <= far.at(40) < far.at(900000) <= 1


def test_zero_and_negative_figures_are_drawn():
    scale = charts.axis([replace(BAR, low=0, high=0), replace(BAR, low=-3, high=5)])
    assert scale.at(-3) >= 0
    assert scale.at(0) < scale.at(5) <= 1
    assert charts.axis([replace(BAR, low=0, high=0)]).at(0) == 0


def test_nothing_to_draw_draws_nothing():
    assert charts.figures([replace(BAR, low=None, high=None)], "…", "…") == ""
    assert charts.timeline([replace(DATED, earliest="", latest="")], MONTHS, "…") == ""


def test_ticks_are_short_and_exact():
    assert [short(n) for n in (0, 950, 1000, 260000, 1.5e6)] == ["0", "950", "1k", "260k", "1.5m"]


def test_the_time_line_tells_stated_dates_from_inferred_and_open_ones():
    stated = charts.timeline([DATED], MONTHS, "…")
    assert 'class="dot"' in stated
    assert 'class="ring"' in charts.timeline([replace(DATED, exact=False)], MONTHS, "…")
    assert "h20" in charts.timeline([replace(DATED, latest="", exact=False)], MONTHS, "…")


def test_a_time_line_of_one_month_is_labelled_by_days():
    items = [replace(DATED, earliest=day, latest=day) for day in ("2031-03-04", "2031-03-12")]
    for drawing in drawings(charts.timeline(items, MONTHS, "…")):
        told = [text.text for text in drawing.findall("text")]
        assert told[0] == f"3 {MONTHS[2]} 2031"
        assert len(told) > 2


def test_names_on_the_time_line_do_not_overlap():
    items = [replace(DATED, name=f"The Long Named Paper {n}") for n in range(6)]
    (wide, *_) = drawings(charts.timeline(items, MONTHS, "…"))
    heights = [a.find("text").get("y") for a in wide.findall("a")]
    assert len(set(heights)) == 6


def test_where_a_stem_would_cross_a_name_each_has_a_line_of_its_own():
    days = ("2031-03-02", "2031-03-19", "2031-03-21")
    items = [
        replace(DATED, earliest=day, latest=day, detail="what the passage says of it", label=day)
        for day in days
    ]
    *_, narrow = drawings(charts.timeline(items, MONTHS, "…"))
    assert not narrow.findall(".//path[@class='stem']")
    places = [float(a.find("text").get("y")) for a in narrow.findall("a")]
    assert places == sorted(set(places))
    (alone, *_) = drawings(charts.timeline(items[:1], MONTHS, "…"))
    assert len(alone.findall(".//path[@class='stem']")) == 1


def test_many_articles_are_dots_without_names():
    items = [replace(DATED, href=f"{n}.html") for n in range(40)]
    (wide, *_) = drawings(charts.timeline(items, MONTHS, "…"))
    assert not re.search(r"<text class=\"halo\"", ElementTree.tostring(wide, encoding="unicode"))
    assert len(wide.findall("a")) == 40


def test_many_articles_of_one_day_are_heaped_and_meet_nowhere():
    days = ["2031-03-04"] * 12 + [f"2031-04-{day:02}" for day in range(1, 13)]
    items = [
        replace(DATED, earliest=day, latest=day, href=f"{n}.html") for n, day in enumerate(days)
    ]
    items.append(replace(DATED, earliest="2031-03-01", latest="2031-04-30", exact=False))
    for drawing in drawings(charts.timeline(items, MONTHS, "…")):
        circles = drawing.findall(".//circle")
        spots = [(float(c.get("cx")), float(c.get("cy"))) for c in circles]
        near = [
            (one, two)
            for i, one in enumerate(spots)
            for two in spots[:i]
            if abs(one[0] - two[0]) < 9 and abs(one[1] - two[1]) < 9
        ]
        assert near == []
        height = float(drawing.get("viewBox").split()[3])
        assert all(4 < y < height for _, y in spots)


def test_a_label_on_the_time_line_is_cut_to_the_room_it_has():
    long = charts.Dated("2031-03-15", "2031-03-15", True, "Courier", "word " * 40, "a", "a")
    others = [replace(long, earliest=day, latest=day) for day in ("2031-03-01", "2031-03-29")]
    drawn = charts.timeline([long, *others], MONTHS, "label")
    narrow = drawn[drawn.index("p-n") :]
    for x, anchor, detail in re.findall(
        r'<text class="halo" x="([\d.]+)"[^>]*anchor="(\w+)".*?class="ax">(.*?)<', narrow
    ):
        width = 7.8 * len("Courier") + 7.0 * len(detail)
        assert detail.endswith("…")
        assert (float(x) - width > 0) if anchor == "end" else (float(x) + width < 380)


def test_dates_at_the_ends_of_the_calendar_are_drawn():
    ends = [replace(DATED, earliest=day, latest=day) for day in ("0100-01-01", "9899-12-31")]
    for dates in (ends, [DATED, ends[0]], [DATED, ends[1]]):
        assert "<circle" in charts.timeline(dates, MONTHS, "…")

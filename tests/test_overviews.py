"""Home, lists, registers and timeline: what they say, and which page an entry stands on."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import press
import pytest
import weigh

from variorum import charts, edtf, links
from variorum.charts import Period
from variorum.model import (
    Authorities,
    Figure,
    Matter,
    Name,
    Origin,
    Relation,
    Site,
    Span,
    claim_id,
)
from variorum.render import render
from variorum.views import index as lookups
from variorum.views import pages
from variorum.views.frame import paged, slices
from variorum.views.home import home
from variorum.views.lists import article_lists, matter_lists
from variorum.views.named import callings, is_name
from variorum.views.names import gather, key_of
from variorum.views.registers import register
from variorum.views.rows import by_sharpness
from variorum.views.shelves import by_period, month
from variorum.views.timeline import timeline


def made(archive):
    return {page.path: page for page in pages(archive)}


def view(archive, path):
    return made(archive)[path].view


def dated(days):
    """An archive of as many articles as there are dates, by slug; no claims."""
    copies = tuple(
        replace(press.document("herald", published=day and edtf.read(day)), slug=slug)
        for slug, day in sorted(days.items())
    )
    return replace(
        press.archive(),
        documents=copies,
        paragraphs=(press.paragraphs("herald"),) * len(copies),
        furniture=((),) * len(copies),
        claims=(),
        relations=(),
        matters=(),
    )


def told(claims):
    """The archive with these claims only, and nothing said of them."""
    return press.archive(claims=tuple(claims), relations=(), matters=())


def homes(archive, folder="articles"):
    """The page of the list on which each article stands, by its address."""
    found = {}
    for path, page in made(archive).items():
        if path.startswith(f"{folder}/under/"):
            for row in page.view.articles:
                found.setdefault(row.href.rsplit("/", 2)[1], []).append(path)
    return found


def spread(years, each):
    """``each`` dates in each of these years, one a week."""
    return {
        f"a-{year}-{n:02}": f"{year}-{1 + n // 5:02}-{1 + n % 5 * 5:02}"
        for year in years
        for n in range(each)
    }


def test_a_few_articles_stand_on_one_page():
    found = [path for path in made(dated(spread([2031], 50))) if path.startswith("articles/")]
    assert [path for path in found if "under" in path] == []
    view_ = view(dated(spread([2031], 50)), "articles/index.html")
    assert (len(view_.articles), view_.heading, view_.steps.rows) == (50, "", ())


def test_many_articles_stand_by_year_and_a_full_year_by_month():
    days = spread([2029, 2030], 30) | spread([2031], 51) | {"vague": "2031", "lost": None}
    found = homes(dated(days))
    assert set(found) == set(days)
    assert all(len(at) == 1 for at in found.values())
    assert found["a-2029-00"] == ["articles/under/2029/index.html"]
    assert found["a-2031-07"] == ["articles/under/2031-02/index.html"]
    assert found["vague"] == ["articles/under/2031/index.html"]
    assert found["lost"] == ["articles/under/undated/index.html"]


def test_a_last_page_of_fewer_than_ten_joins_the_one_before():
    days = {f"x-{n:03}": "2031-05-02" for n in range(101)}
    found = made(dated(days))
    lists = [found[path].view.articles for path in sorted(found) if "/under/2031-05/" in path]
    assert sorted(map(len, lists)) == [50, 51]
    front = found["articles/index.html"].view
    assert (len(front.articles), front.heading) == (50, "The latest 50")
    home = found["index.html"].view
    assert (len(home.articles), home.all_articles.label) == (8, "All 101 articles")


@pytest.mark.parametrize("day", ["2028-01-01", "2030-06-15", "2031-02-27", "2031-12-31", None])
def test_one_article_more_moves_no_other_to_another_page(day):
    days = spread([2029, 2030], 30) | spread([2031], 51)
    before, after = homes(dated(days)), homes(dated(days | {"late-find": day}))
    assert {slug: after[slug] for slug in before} == before


def test_a_page_that_was_full_leads_on_to_its_parts():
    days = spread([2029, 2030], 30)
    before = {path for path in made(dated(days)) if path.startswith("articles/under/")}
    after = made(dated(days | {f"more-{n}": f"2030-11-{n + 1:02}" for n in range(28)}))
    assert before <= set(after)
    year = after["articles/under/2030/index.html"].view
    assert year.articles == ()
    months = next(row for row in year.steps.rows if row.label == "Months of 2030")
    assert [place.label for place in months.places][-1] == "November"
    assert sum(int(place.count) for place in months.places) == 58


def test_each_page_leads_to_the_next_and_says_which_it_is():
    found = made(dated({f"x-{n:03}": "2031-05-02" for n in range(60)} | spread([2030], 3)))
    page = found["articles/under/2031-05/page/2/index.html"]
    assert page.frame.title == "Articles: May 2031, page 2 of 2 · Arlen"
    assert page.view.title == "Articles: May 2031, page 2 of 2"
    steps = page.view.steps
    assert (steps.previous.label, steps.previous.href) == (
        "May 2031, page 1 of 2",
        "../../index.html",
    )
    assert steps.next is None
    current = {row.label: [p.label for p in row.places if p.current] for row in steps.rows}
    assert current == {"Years": ["2031"], "Months of 2031": ["May"], "Pages": ["2"]}


@pytest.mark.parametrize(
    ("written", "shelf"),
    [
        ("2031-05-02", "2031-05"),
        ("2031-05", "2031-05"),
        ("2031-05-02~", "2031-05"),
        ("2031-05-20/2031-06-03", "2031-05"),
        ("2031-05-20/2031-09-03", "2031"),
        ("2031-05-20/..", "2031-05"),
        ("../2031-05-20", "2031-05"),
        ("2031", "2031"),
        (None, "undated"),
    ],
)
def test_a_date_stands_under_its_month_or_no_surer(written, shelf):
    assert month(written and edtf.read(written)) == shelf


def test_what_has_no_month_stands_with_its_year_and_undated_things_last():
    rows = [("2031", "y"), *(("2031-02", n) for n in range(51)), ("undated", "u"), ("2030", "x")]
    shelves = by_period(rows)
    assert [(s.key, len(s.items)) for s in shelves] == [
        ("2030", 1),
        ("2031", 1),
        ("2031-02", 51),
        ("undated", 1),
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Courier", "courier"),
        ("the courier", "courier"),
        ("Zürich", "zurich"),
        ("O’Brien & Söhne", "obrien-sohne"),
        ("U.N.", "u-n"),
        ("Алексей Киев", "алексей-киев"),
        ("每日新闻", "每日新闻"),
        ("../etc/passwd", "etc-passwd"),
        ("A", "a"),
    ],
)
def test_a_name_has_one_address(name, key):
    assert key_of(lookups.build(press.archive()), name) == key


def test_an_address_is_never_empty_nor_too_long():
    index = lookups.build(press.archive())
    odd = [key_of(index, name) for name in ("!!!", "?", "word " * 80, "词" * 200)]
    assert all(0 < len(key.encode()) <= 100 for key in odd)
    assert len(set(odd)) == len(odd)


def test_spellings_of_one_name_are_one_entry():
    claims = [
        press.claim("killed", attributed_to=("Zürich Council",)),
        press.claim("died", attributed_to=("The Zurich council",)),
    ]
    (entry,) = gather(lookups.build(told(claims))).speakers.values()
    assert {entry.name, *entry.also} == {"Zürich Council", "The Zurich council"}
    assert len(entry.claims) == 2
    page = view(told(claims), "speakers/zurich-council/index.html")
    assert page.search.href.count("speaker=") == 1
    assert page.search.label == "Search these 2 claims"
    assert page.also.startswith("Also written ")
    assert page.taken == ""


def test_what_an_editor_takes_for_a_name_is_not_said_to_be_a_spelling_of_it():
    names = Authorities((Name("Courier", "outlet", also=("the Courier", "Corner", "Carrier")),))
    page = view(press.archive(authorities=names), "origins/courier/index.html")
    assert page.also == "Also written the Courier."
    assert page.taken == (
        "Corner and Carrier count as the same name: the archive’s editors entered them as other "
        "forms of it."
    )
    alone = Site("Arlen", editors=(("ed", "Ada Marr"),))
    assert "Ada Marr entered them" in (
        view(press.archive(authorities=names, site=alone), "origins/courier/index.html").taken
    )


@pytest.mark.parametrize(
    ("n", "shown", "folded", "label", "further"),
    [
        (8, 8, 0, "", ""),
        (9, 8, 1, "1 more matter", ""),
        (60, 8, 42, "52 more matters", "and 10 more"),
    ],
)
def test_the_matters_of_an_entry_do_not_stop_silently(n, shown, folded, label, further):
    base = press.archive()
    lost = press.claim("lost").id
    matters = tuple(Matter(f"m-{k}", f"Matter {k}", (lost,)) for k in range(n))
    page = view(replace(base, matters=matters), "origins/courier/index.html").matters
    assert (len(page.shown), len(page.folded)) == (shown, folded)
    assert (page.label, page.further) == (label, further)


def test_origins_list_everything_that_rests_on_each():
    page = view(press.archive(), "origins/courier/index.html")
    assert {q.claim for group in page.groups for q in group.passages} == {
        press.claim(n).id for n in ("never", "lost")
    }
    assert page.reliance == (
        "1 article here rests on this source; none of its claims is confirmed independently. "
        "Where others tell the same, nothing shows that they are independent of it."
    )
    assert page.lede == "2 claims in 1 article rest on Courier."
    assert page.alone.startswith("1 pair of passages agrees, but both go back to this source")
    (facet,) = page.facets
    assert [(n.name, n.n) for n in facet.names] == [("Wire", "2 claims")]
    assert [m.title for m in page.matters.shown] == []
    assert [(e.link.href, e.link.label + e.rest) for e in page.elsewhere] == [
        ("../../outlets/courier/index.html", "Courier published 1 article here, with 4 claims"),
        ("../../speakers/courier/index.html", "2 claims are attributed to Courier: the same ones."),
    ]


def test_what_a_name_has_in_two_registers_is_told_as_one_sum():
    base = press.archive()

    def told(**known):
        new = {press.claim(n).id: press.claim(n, attributed_to=said) for n, said in known.items()}
        return replace(base, claims=tuple(new.get(c.id, c) for c in base.claims))

    def beside(archive, kind):
        page = view(archive, f"{kind}/courier/index.html")
        return [e.link.label + e.rest for e in page.elsewhere if "article" not in e.link.label]

    assert beside(told(lost=()), "speakers") == [
        "2 claims rest on Courier: these, and 1 more that is told by others."
    ]
    assert beside(told(lost=()), "origins") == [
        "1 claim is attributed to Courier; 1 more rests on Courier, but is told by others."
    ]
    once = told(died=("the Courier", "the mayor"))
    assert beside(base, "origins") == ["2 claims are attributed to Courier: the same ones."]
    assert beside(once, "origins") == [
        "3 claims are attributed to Courier: these, and 1 more that rests on somebody else."
    ]
    assert beside(once, "speakers") == [
        "2 claims rest on Courier; 1 more is attributed to Courier, but rests on somebody else."
    ]


def test_an_origin_that_has_most_from_another_is_no_second_source():
    covers = (Origin("the Gazette"),)
    wire = press.document("wire", origins=(Origin("the Courier"), *covers))
    base = press.archive()
    documents = tuple(wire if d.slug == "wire" else d for d in base.documents)
    made = replace(base, documents=documents)
    told = view(made, "origins/gazette/index.html").reliance
    assert told.endswith("All of its claims come from Courier: the two are one source.")
    apart = view(made, "origins/courier/index.html").reliance
    assert "All of its claims are known here only through the Gazette: the two are one" in apart


def test_what_is_confirmed_of_an_origin_is_counted():
    told = view(press.archive(), "origins/mayor/index.html").reliance
    assert told.startswith(
        "1 article here rests on this source; 1 of its claims is confirmed independently."
    )


def body():
    """The archive with a mayor and a town hall that are parts of one town."""
    names = (
        Name("Arlen", "organisation"),
        Name("Arlen town hall", "organisation", part_of="Arlen"),
        Name("the mayor", "person", part_of="Arlen town hall"),
    )
    base = press.archive(authorities=Authorities(names))
    never = press.claim("never", attributed_to=("Arlen",))
    died = press.claim("died", attributed_to=("Arlen town hall",))
    new = {claim.id: claim for claim in (never, died)}
    return replace(base, claims=tuple(new.get(c.id, c) for c in base.claims))


def test_a_body_leads_its_parts_and_has_what_they_have():
    rows = view(body(), "speakers/index.html").rows
    (town,) = [row for row in rows if row.name == "Arlen"]
    (hall,) = town.parts
    (mayor,) = hall.parts
    assert (hall.name, mayor.name, mayor.parts) == ("Arlen town hall", "the mayor", ())
    assert [row.facts for row in (town, hall, mayor)] == [
        "3 articles, 4 claims, its people and offices included",
        "2 articles, 3 claims, its people and offices included",
        "1 article, 2 claims",
    ]
    assert not {"Arlen town hall", "the mayor"} & {row.name for row in rows}


def test_the_page_of_a_body_lists_what_its_parts_say_and_theirs_lead_to_it():
    town = view(body(), "speakers/arlen/index.html")
    assert town.lede == "4 claims in 3 articles are attributed to Arlen."
    assert (
        town.own
        == "1 of the claims is attributed to Arlen directly, the others to its people and offices."
    )
    assert sum(len(group.passages) for group in town.groups) == 4
    assert [(n.name, n.n) for n in town.facets[0].names] == [("Arlen town hall", "3 claims")]
    mayor = view(body(), "speakers/mayor/index.html")
    assert (mayor.within.label, mayor.within.href) == (
        "Belongs to Arlen town hall",
        "../arlen-town-hall/index.html",
    )
    assert mayor.own == ""


def test_the_parts_of_a_body_and_what_is_its_own_add_up_or_are_said_not_to():
    base = body()
    never, died = (press.claim(name).id for name in ("never", "died"))
    tie = Relation(never, died, "corroborates", "shared-origin", "Arlen", "", 1.0)
    page = view(replace(base, relations=(tie,)), "origins/arlen/index.html")
    # What rests on a part and, by a relation, on the whole is the part's.
    assert page.lede == "4 claims in 3 articles rest on Arlen."
    assert (
        page.own == "1 of the claims rests on Arlen directly, the others on its people and offices."
    )
    assert [n.n for n in page.facets[0].names] == ["3 claims"]
    names = (*base.authorities.names, Name("the fire brigade", "person", part_of="Arlen"))
    both = press.claim("died", attributed_to=("Arlen town hall", "the fire brigade"))
    claims = tuple(both if c.id == both.id else c for c in base.claims)
    twice = replace(base, claims=claims, authorities=Authorities(names))
    assert view(twice, "speakers/arlen/index.html").own == (
        "1 of the claims is attributed to Arlen directly, the others to its people and offices. "
        "A claim of several of these is counted with each."
    )


def test_the_statuses_of_an_entry_are_those_of_all_its_claims():
    for archive in (press.archive(), body()):
        for path, page in made(archive).items():
            if page.template == "entry.html" and "/page/" not in path:
                total = sum(count.n for count in page.view.tally)
                assert str(total) in page.view.search.label or total == 1


def test_links_to_names_of_any_script_lead_to_their_pages():
    names = (
        "Алексей Киев",
        "每日新闻",
        "قناة الخبر",
        "!!!",
        "w" * 300,
        "index.html",
        "Under",
        "On",
    )
    claims = [
        press.claim("killed", id=claim_id("courier", name), attributed_to=(name,)) for name in names
    ]
    folder = Path(__file__).parent.parent / "templates"
    read = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.*")}
    templates = {name: path.read_text("utf-8") for name, path in read.items() if "/" not in name}
    assets = {
        name.removeprefix("assets/"): path.read_bytes()
        for name, path in read.items()
        if name.startswith("assets/")
    }
    files, problems = render(told(claims), templates, assets)
    assert problems == ()
    assert links.check(files, "public") == ()
    assert "speakers/每日新闻/index.html" in {file.path for file in files}


def test_unnamed_voices_come_last_and_are_said_to_be_unnamed():
    page = view(press.archive(), "speakers/index.html")
    assert [row.name for row in page.rows] == ["Courier"]
    assert [row.name for row in page.unnamed] == ["the mayor", "an engineer"]
    assert "may mean somebody else" in view(press.archive(), "speakers/mayor/index.html").caution
    assert view(press.archive(), "speakers/courier/index.html").caution == ""


def test_an_outlet_lists_its_articles_also_those_without_claims():
    bare = replace(press.archive(), claims=(), relations=(), matters=())
    assert [row.name for row in view(bare, "outlets/index.html").rows] == [
        "Courier",
        "Herald",
        "Wire",
    ]
    wire = view(bare, "outlets/wire/index.html")
    assert [a.title for a in wire.articles] == ["Dam was never inspected"]
    assert wire.search is None


def test_an_outlets_page_does_not_name_it_in_every_row():
    (row,) = view(press.archive(), "outlets/wire/index.html").articles
    assert (row.outlet, row.relies) == ("", "relies on the Courier")


def test_an_unknown_outlet_is_not_taken_for_one():
    slugs = ("courier", "herald", "wire")
    unknown = press.archive(documents=tuple(press.document(s, outlet="") for s in slugs))
    page = view(unknown, "outlets/index.html")
    assert (page.rows, [row.name for row in page.unnamed]) == ((), ["Unidentified outlet"])
    assert "may come from another outlet" in page.unnamed_lede
    (row,) = view(unknown, "index.html").registers[-1].rows
    assert (row.name, row.facts) == ("Unidentified outlet", "3 articles, 8 claims")
    one = press.archive(
        documents=tuple(press.document(s, outlet="A" * (s == "wire")) for s in slugs)
    )
    listed = view(one, "index.html").registers[-1].rows
    assert [row.name for row in listed] == ["A", "Unidentified outlet"]


def test_a_long_register_shows_the_foremost_and_stands_by_letter():
    names = [f"{letter}anna {number}" for letter in "ABC" for number in "ABCDEFGHIJKLMNOPQRSTU"]
    claims = [
        press.claim("killed", id=claim_id("courier", name), attributed_to=(name,)) for name in names
    ]
    found = made(told(claims))
    front = found["speakers/index.html"].view
    assert (len(front.rows), front.heading) == (50, "The 50 in most articles")
    (letters,) = front.steps.rows
    assert [(p.label, p.count) for p in letters.places] == [("A", "21"), ("B", "21"), ("C", "21")]
    under = found["speakers/under/b/index.html"]
    assert under.frame.title == "Speakers: B · Arlen"
    assert [row.name for row in under.view.rows] == sorted(n for n in names if n[0] == "B")
    assert (under.view.steps.previous.label, under.view.steps.next.label) == ("A", "C")


def test_an_entry_of_many_passages_goes_on_in_pages_of_fifty():
    claims = [
        press.claim("killed", id=claim_id("courier", str(n)), attributed_to=("Ada Byron",))
        for n in range(120)
    ]
    found = made(told(claims))
    paths = [path for path in found if path.startswith("speakers/ada-byron/")]
    assert sorted(paths) == [
        "speakers/ada-byron/index.html",
        "speakers/ada-byron/page/2/index.html",
        "speakers/ada-byron/page/3/index.html",
    ]
    shown = [found[path].view.groups[0].passages for path in sorted(paths)]
    assert [len(passages) for passages in shown] == [50, 50, 20]
    assert found[sorted(paths)[1]].frame.title.startswith("Speakers: Ada Byron, page 2 of 3")


def days(count, each=1):
    """Claims about so many days of 2030 and 2031, ``each`` on every one."""
    when = [
        edtf.read(f"{2030 + n // 336}-{1 + n // 28 % 12:02}-{1 + n % 28:02}") for n in range(count)
    ]
    return [
        press.claim("inspected", id=claim_id("courier", f"{n} {m}"), when=day)
        for n, day in enumerate(when)
        for m in range(each)
    ]


def test_a_short_timeline_is_one_page():
    found = made(told(days(50)))
    page = found["timeline/index.html"].view
    assert (len(page.days), page.bars) == (50, None)
    assert [path for path in found if path.startswith("timeline/") and "/under/" in path] == []


def test_a_long_timeline_stands_by_month_and_shows_what_is_told_most():
    claims = [*days(80), *(replace(c, id=f"{c.id}x") for c in days(3, each=4))]
    found = made(told(claims))
    front = found["timeline/index.html"].view
    assert len(front.days) == 12
    assert [len(day.passages) for day in front.days[:3]] == [5, 5, 5]
    assert front.days[0].all is None
    assert front.bars.drawing.count("<svg") == 3
    january = found["timeline/under/2030-01/index.html"].view
    assert len(january.days) == 28
    assert found["timeline/under/2030-03/index.html"].view.steps.next is None


def test_a_day_with_many_passages_has_pages_of_its_own():
    found = made(told(days(1, each=70)))
    (day,) = found["timeline/index.html"].view.days
    assert (len(day.passages), day.all.label) == (20, "All 70 passages of this date")
    assert day.all.href == "on/2030-01-01/index.html"
    own = [found[p].view for p in sorted(found) if p.startswith("timeline/on/")]
    assert [len(page.days[0].passages) for page in own] == [50, 20]
    assert own[0].back.href == "../../index.html#d-2030-01-01"


def test_many_matters_stand_by_status_in_the_order_of_their_first_passage():
    base = press.archive()
    claims = [press.claim(name).id for name in ("killed", "died")]
    many = tuple(Matter(f"m-{n:02}", f"Matter {n}", tuple(claims)) for n in range(40))
    calm = tuple(Matter(f"c-{n:02}", f"Calm {n}", (press.claim("never").id,)) for n in range(20))
    found = made(replace(base, matters=(*calm, *many)))
    front = found["matters/index.html"].view
    assert (len(front.matters), front.heading) == (50, "The first 50")
    assert front.matters[0].status == "conflicts"
    (row,) = front.steps.rows
    assert [(p.label, p.count) for p in row.places] == [("Conflicting", "40"), ("Unlinked", "20")]
    shelf = found["matters/under/conflicts/index.html"].view
    assert [m.title for m in shelf.matters][:2] == ["Matter 0", "Matter 1"]


def test_of_two_conflicting_matters_the_one_with_more_conflicts_leads():
    base = press.archive()
    ids = {n: press.claim(n).id for n in ("killed", "died", "inspected", "never", "headline")}
    more = Relation(*sorted((ids["headline"], ids["died"])), "conflicts", None, "", "So.", 0.9)
    one = Matter("one", "One", (ids["inspected"], ids["never"]))
    two = Matter("two", "Two", (ids["killed"], ids["died"], ids["headline"]))
    rows = view(replace(base, relations=(*base.relations, more), matters=(one, two)), "index.html")
    assert [m.title for m in rows.matters] == ["Two", "One"]


def test_the_first_page_tells_what_most_outlets_report_and_whose_it_is():
    (first,) = view(press.archive(), "index.html").reported
    assert (first.outlets, first.at.claim) == ("3 outlets", press.claim("bridge").id)
    assert first.origins == "3 reports with 1 named origin and 1 passage that gives no source"
    assert [c.status for c in first.tally] == ["corroborates", "same-origin"]
    assert first.doubt == ""
    base = press.archive()
    unknown = tuple(
        replace(r, independence="unknown", origin="") if r.type == "corroborates" else r
        for r in base.relations
    )
    (first,) = view(replace(base, relations=unknown), "index.html").reported
    assert first.doubt == "Nothing shows that any two of them are independent."
    herald = press.document("herald", origins=(Origin("Morning News"),))
    documents = tuple(herald if d.slug == "herald" else d for d in base.documents)
    named = replace(base, relations=unknown, documents=documents)
    (first,) = view(named, "index.html").reported
    assert first.origins == "3 reports with 2 named origins and 1 unnamed source"
    assert first.doubt.startswith("The origins differ, but nothing shows that any two of them are")


def test_the_first_page_leads_to_the_registers():
    registers = view(press.archive(), "index.html").registers
    assert [r.title for r in registers] == [
        "Sources the articles rest on",
        "People and bodies quoted",
        "Outlets",
    ]
    assert [row.name for row in registers[0].rows] == ["Courier"]
    assert registers[0].all.href == "origins/index.html"


def test_a_register_is_headed_by_who_has_most_only_where_some_have_more():
    archive = press.archive()
    first, second, *others = archive.documents
    same = replace(second, meta=replace(second.meta, outlet=first.meta.outlet))
    uneven = replace(archive, documents=(first, same, *others))
    assert view(uneven, "index.html").registers[-1].title == "Outlets with most articles"


def test_the_search_field_is_given_names_that_are_in_the_archive():
    assert view(press.archive(), "index.html").example == "For example: Courier"
    empty = press.archive(
        documents=(), paragraphs=(), furniture=(), claims=(), relations=(), matters=()
    )
    assert view(empty, "index.html").example == ""


def heads(archive):
    """The first pages of the lists."""
    index = lookups.build(archive)
    names, ranked = gather(index), by_sharpness(index)
    yield home(index, names, ranked)
    yield next(article_lists(index, names))
    yield next(matter_lists(index, ranked))
    yield next(register(index, names, "speakers"))
    yield next(timeline(index))


def test_the_first_pages_of_lists_hardly_grow_with_the_archive():
    small, large = (
        weigh.weigh(archive, heads(archive)) for archive in map(weigh.invented, (200, 800))
    )
    assert len(large) == 5
    grown = {t: (small[t].heaviest, weight.heaviest) for t, weight in large.items()}
    assert [t for t, (before, after) in grown.items() if after > 1.5 * before] == []


def periods(keys):
    return {key: Period(key, n, f"{key}.html", f"{key}: {n}") for key, n in keys.items()}


def test_bars_count_months_and_years_where_months_are_too_many():
    months = periods({"2030-11": 2, "2031-02": 8})
    years = periods({"2030": 2, "2031": 8})
    drawn = charts.coverage(months, years, list("JFMAMJJASOND"), "By month")
    assert drawn.count('href="2031-02.html"') == 3
    assert drawn.count(">8</text>") == 3
    assert 'aria-label="2030-11: 2"' in drawn
    long = periods({f"{year}-06": 1 for year in range(1900, 2000)})
    by_year = periods({str(year): 1 for year in range(1900, 2000)})
    drawn = charts.coverage(long, by_year, list("JFMAMJJASOND"), "By year")
    assert 'href="1950.html"' in drawn
    assert 'href="1950-06.html"' not in drawn
    assert charts.coverage({}, {}, list("JFMAMJJASOND"), "Nothing") == ""


def test_the_search_page_of_a_large_archive_leads_to_months_and_outlets_without_scripts():
    days = spread([2029], 30) | {f"x-{n:03}": "2031-05-02" for n in range(200)} | {"no": None}
    page = view(dated(days), "search/index.html")
    assert [group.href for group in page.months] == [
        *["../articles/under/2029/index.html"] * 6,
        "../articles/under/2031-05/index.html",
        "../articles/under/undated/index.html",
    ]
    assert [group.href for group in page.outlets] == ["../outlets/herald/index.html"]
    few = view(press.archive(), "search/index.html")
    assert {group.href for group in (*few.months, *few.outlets, *few.speakers)} == {""}


@pytest.mark.parametrize(
    "source",
    [
        "the Courier",
        "Human Rights Watch",
        "police chief Ada Holm",
        "Arlen police",
        "the Arlen fire service",
        "the university of Arlen",
        "the Institute",
        "al-Noor",
        "新华社",
    ],
)
def test_a_name_is_an_origin(source: str) -> None:
    assert is_name(source, callings(["en"]))


@pytest.mark.parametrize(
    "source",
    [
        "some estimates",
        "Some estimates",
        "observers",
        "Observers",
        "Police",
        "a Western official",
        "Western officials",
        "a friend in Arlen",
        "officials in Arlen",
        "a Northern newspaper",
        "",
    ],
)
def test_what_is_only_described_is_none(source: str) -> None:
    assert not is_name(source, callings(["en"]))


def test_every_count_of_origins_tells_those_without_a_name_apart():
    base = press.archive()
    heard = ("observers", "Ada Holm", "some estimates")
    ids = ("killed", "died", "lost")
    told = {press.claim(n).id: (who,) for n, who in zip(ids, heard, strict=True)}
    claims = tuple(replace(c, attributed_to=told[c.id]) if c.id in told else c for c in base.claims)
    matter = Matter("heard", "Who was heard?", tuple(told))
    found = replace(base, claims=claims, relations=(), matters=(matter,))
    page = view(found, "matters/heard/index.html")
    assert [one.name for one in page.origins.named] == ["Ada Holm"]
    assert [one.name for one in page.origins.described] == ["observers", "some estimates"]
    assert "with 1 named origin and 2 unnamed sources;" in page.standing
    register = view(found, "origins/index.html")
    assert {"observers", "some estimates"} <= {row.name for row in register.unnamed}
    (whole,) = (
        r.all.label for r in view(found, "index.html").registers if r.title.startswith("Sources")
    )
    counts = len(register.rows), len(register.unnamed)
    assert whole == f"All {counts[0]} named sources, and {counts[1]} unnamed ones"


def test_reports_of_which_some_are_independent_are_not_all_called_doubtful():
    base = press.archive()
    unknown = tuple(
        replace(r, independence="unknown", origin="") if r.independence == "shared-origin" else r
        for r in base.relations
    )
    (first,) = view(replace(base, relations=unknown), "index.html").reported
    assert {c.status for c in first.tally} == {"corroborates", "corroborates-unknown"}
    assert first.doubt == "Not all of them are known to be independent."


@pytest.mark.parametrize(
    ("total", "pages"), [(0, [0]), (50, [50]), (59, [59]), (60, [50, 10]), (101, [50, 51])]
)
def test_pages_are_balanced_and_keep_their_addresses(total: int, pages: list[int]):
    entries = list(range(total))
    shown = [entries[part] for part in slices(total)]
    assert [len(some) for some in shown] == pages
    assert [one for some in shown for one in some] == entries
    assert paged("x", total)[0] == "x/index.html"
    assert len(paged("x", total)) == len(pages)


def test_the_card_of_a_matter_shows_the_exact_figures_that_are_furthest_apart():
    def claim(name, low, high):
        span = press.claim(name).span
        figure = Figure(Span(span.start, span.start + 2), low, high, "people", noun="person")
        return press.claim(name, kind="figure", figures=(figure,))

    found = [claim("bridge", 2000.0, None), claim("swept", 400.0, 400.0)]
    found += [claim("lost", 700.0, 700.0), claim("died", 500.0, 500.0)]
    pairs = itertools.combinations([one.id for one in found], 2)
    base = press.archive()
    new = {one.id: one for one in found}
    asked = replace(
        base,
        claims=tuple(new.get(one.id, one) for one in base.claims),
        relations=tuple(Relation(*pair, "differs", "unknown", "", "Why.", 1.0) for pair in pairs),
        matters=(Matter("m", "How many?", tuple(new)),),
    )
    (row,) = view(asked, "index.html").matters
    assert {quote.claim for quote in row.quotes} == {found[1].id, found[2].id}
    assert row.reason == "Why."

"""site.yaml -> Site."""

from __future__ import annotations

import dataclasses

import pytest

from variorum import config, strictyaml
from variorum.model import Site
from variorum.strictyaml import Items, Pairs, Text


def told(text):
    return [str(problem) for problem in config.read(text, "site.yaml")[1]]


def test_only_the_title_is_required():
    site, problems = config.read("title: A\n", "site.yaml")
    assert (site, problems) == (Site(title="A"), ())


def test_every_setting_is_read():
    site, problems = config.read(
        """
title: A
tagline: b
description: >-
  c
  d
language: pt-BR
base_url: https://example.org/a/
content: texts
templates: look
captures: raw
output: built/site
contact: desk@example.org
rights: All rights reserved
display: excerpt
publish_captures: yes
editors: {zo: Zoe, am: Ada}
relations:
  publish_at: 0.9
  suggest_at: .25
""",
        "site.yaml",
    )
    assert problems == ()
    assert site == Site(
        "A", "b", "c d", "pt-BR", "https://example.org/a/", "texts", "look", "raw", "built/site",
        "desk@example.org", "All rights reserved", "excerpt", True, (("am", "Ada"), ("zo", "Zoe")),
        0.9, 0.25,
    )  # fmt: skip


def test_the_table_covers_every_field_of_site():
    fields = {field.name for field in dataclasses.fields(Site)}
    assert {setting.field for setting in config.SETTINGS} == fields
    assert all(setting.type in config.TYPES and setting.help for setting in config.SETTINGS)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("tagine: b", 'site.yaml:2: unknown key "tagine". Did you mean "tagline"?'),
        ("display: some", 'site.yaml:2: "some" is no display. Known: excerpt, full, private.'),
        (
            "publish_captures: perhaps",
            'site.yaml:2: publish_captures "perhaps" is neither yes nor no. Write yes or no.',
        ),
        (
            "output: ../elsewhere",
            'site.yaml:2: output "../elsewhere" does not lie below this file. '
            "Name a folder beside it, without .. in its path.",
        ),
        (
            "relations: 0.5",
            'site.yaml:2: "relations" needs keys below it. Known: publish_at, suggest_at.',
        ),
        (
            "relations: {publish_at: 1.5}",
            'site.yaml:2: relations.publish_at "1.5" is no score. Write a number from 0 to 1.',
        ),
        (
            "relations: {publish_at: nan}",
            'site.yaml:2: relations.publish_at "nan" is no score. Write a number from 0 to 1.',
        ),
        (
            "relations: {suggest_at: 0.8}",
            "site.yaml:2: relations.suggest_at is higher than relations.publish_at. Lower it.",
        ),
        (
            "contact: the desk",
            'site.yaml:2: contact "the desk" cannot be used. '
            "Write a mail address or a whole web address.",
        ),
        (
            "captures: public/raw",
            'site.yaml:1: output "public" and captures "public/raw" lie inside one another. '
            "The output is replaced whole: give it a folder of its own.",
        ),
        (
            "output: Content",
            'site.yaml:2: output "Content" and content "content" lie inside one another. '
            "The output is replaced whole: give it a folder of its own.",
        ),
    ],
)
def test_words_of_each_fault(line, words):
    assert told(f"title: A\n{line}\n") == [words]


def test_sound_settings_hold_beside_unsound_ones():
    site, problems = config.read("title: A\nlanguage: 7\ncontent: texts\n", "site.yaml")
    assert site == Site(title="A", content="texts")
    assert len(problems) == 1


def test_shown_settings_read_back_as_they_are():
    site = Site("A: b", tagline="#c", editors=(("am", "Ada"),), publish_at=0.9)
    assert config.read(config.show(site), "shown") == (site, ())


def yaml(text):
    tree, problems = strictyaml.read(text, "f")
    return tree, [f"{problem.line}: {problem.fault}" for problem in problems]


def test_values_stay_as_written_and_know_their_line():
    tree, problems = yaml("a: NO\nb: [12:30, 017, 2022-13-01]\n\nc: {d: ~}\n")
    assert problems == []
    assert tree == Pairs(
        (
            (Text("a", 1), Text("NO", 1)),
            (Text("b", 2), Items((Text("12:30", 2), Text("017", 2), Text("2022-13-01", 2)), 2)),
            (Text("c", 4), Pairs(((Text("d", 4), Text("~", 4)),), 4)),
        ),
        1,
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\na: 2", '2: key "a" stands twice, first on line 1'),
        ("a: {b: 1, b: 2}", '1: key "b" stands twice, first on line 1'),
        ("a: &x 1", '1: anchor "&x"'),
        ("a: &x 1\nb: *x", '2: alias "*x"'),
        ("a:\n  <<: {b: 1}", '2: merge key "<<"'),
        ("a: !!python/name:os.system x", '1: tag "tag:yaml.org,2002:python/name:os.system"'),
        ("? [a]\n: b", "1: a key that is not a word"),
        ("a: 1\n---\nb: 2", "2: a second YAML document starts"),
        ("a: " + "[" * 5000, "1: nested deeper than 16 levels"),
        ("a: 1\nb: \x07", "2: not valid YAML: holds a character that YAML does not allow"),
        ("a: b: c", "1: a value holds a colon and a space"),
        ("a: 1\n\tb: 2", "2: a tab stands where spaces belong"),
        ("a: %b", '1: a value begins with "%"'),
        ("a: 'b\nc", "2: not valid YAML: found unexpected end of stream"),
    ],
)
def test_what_is_refused_is_told_with_its_line(text, fault):
    assert fault in yaml(text)[1]


def test_every_fault_of_a_file_is_told():
    assert len(yaml("a: &x 1\na: *x\nb: !t 2\n")[1]) == 4


def test_lines_count_from_where_the_text_stands():
    tree, _ = strictyaml.read("\na: 1", "f", first_line=10)
    assert tree.line == 11

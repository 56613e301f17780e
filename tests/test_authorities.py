"""The authorities file -> names and families of terms."""

from __future__ import annotations

import time

from variorum import authorities


def names(*entries):
    text = "names:\n" + "".join(f"  - {{kind: organisation, {entry}}}\n" for entry in entries)
    found, problems = authorities.read(text, "a.yaml")
    return [name.name for name in found.names], [str(problem) for problem in problems]


def test_parts_of_parts_are_sound():
    entries = ("name: Post", "name: Desk, part_of: Post", "name: Night desk, part_of: Desk")
    assert names(*entries) == (["Post", "Desk", "Night desk"], [])


def test_a_name_above_itself_is_told_and_one_below_the_circle_is_not():
    entries = ("name: A, part_of: B", "name: B, part_of: C", "name: C, part_of: B")
    assert names(*entries)[1] == [
        f'a.yaml:{line}: "{name}" is part of itself. Take part_of from the larger body.'
        for line, name in ((3, "B"), (4, "C"))
    ]


def test_a_form_stands_for_one_name_only():
    entries = ("name: Post, also: [the paper]", "name: Star, also: [The Paper]", "name: Post")
    assert names(*entries)[1] == [
        'a.yaml:3: "The Paper" stands for "Star" here and for "Post" on line 2. '
        "Keep it under one of them.",
        'a.yaml:4: "Post" has an entry on line 2 already. Keep it under one of them.',
    ]


def test_a_long_circle_is_followed_once():
    begun = time.process_time()
    entries = (f"name: N{n}, part_of: N{(n + 1) % 4000}" for n in range(4000))
    assert len(names(*entries)[1]) == 4000
    assert time.process_time() - begun < 3

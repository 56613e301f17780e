"""docs/reference.md names every key, flag, command and default of the code."""

from __future__ import annotations

import argparse

import pytest
from workshop import PROJECT

from variorum import arguments, authorities, config, importing, load
from variorum.model import Site
from variorum.rulings import reading

PAGE = (PROJECT / "docs" / "reference.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", config.SETTINGS, ids=lambda setting: setting.key)
def test_each_setting_has_its_row(setting):
    default = getattr(Site(title=""), setting.field)
    shown = "no" if default is False else "" if default == () else str(default)
    row = f"| `{setting.key}` | {setting.type} | {shown} | {setting.help}. |".replace("|  |", "| |")
    assert row in PAGE


@pytest.mark.parametrize(
    "shape",
    [load.ARTICLE, load.ORIGIN, load.CAPTURE, load.CORRECTION, reading._CLAIM, reading._RELATION,
     reading._HERE, reading._THERE, reading._MATTER, reading._MEMBER, reading._FILE,
     authorities._FILE, authorities._NAME],
    ids=lambda shape: shape.what,
)  # fmt: skip
def test_each_key_is_named(shape):
    assert [key for key in shape.known if f"`{key}`" not in PAGE] == []


def test_each_command_and_flag_is_named():
    parser, _ = arguments._parser()
    (commands,) = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    assert [name for name in commands.choices if f"| `{name}" not in PAGE] == []
    flags = {
        flag
        for one in (parser, *commands.choices.values())
        for action in one._actions
        for flag in action.option_strings
        if flag.startswith("--")
    }
    assert [flag for flag in sorted(flags) if f"`{flag}" not in PAGE] == []


def test_kinds_and_endings_are_named():
    words = (*authorities.KINDS, *importing.ENDINGS)
    assert [word for word in words if f"`{word}`" not in PAGE] == []

"""Every page of the project's own archive is valid HTML: the W3C's checker finds nothing in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser import sites
from tests.browser.conftest import REQUIRED

VNU = "VARIORUM_VNU"
"""Names the checker's vnu.jar, from version 25 on; ``.ci/run`` fetches it."""
LOOPBACK = "nu.validator.servlet.allow-forbidden-hosts"
"""The checker's own name for: pages of this machine may be checked."""
TOO_OLD = 25
"""Before it the checker knew neither the policy's words nor today's style sheets."""


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command that runs the checker; where it must not be missing, a failure without it."""
    java, jar = shutil.which("java"), Path(os.environ.get(VNU, ""))
    missing = ""
    if not java:
        missing = "no Java found: apt-get install default-jre-headless"
    elif not jar.is_file():
        missing = f"no vnu.jar: npm install --ignore-scripts vnu-jar, and name it in {VNU}"
    if missing and (REQUIRED or os.environ.get("CI") == "true"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    command = [str(java), "-Xss4m", f"-D{LOOPBACK}=true", "-jar", str(jar)]
    version = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert int(version.stdout.split(".")[0]) >= TOO_OLD, f"{jar} is too old: {version.stdout}"
    return command


def test_the_checker_finds_nothing_on_any_page(checker: list[str], tmp_path: Path) -> None:
    """Served, not read from the disk: only then does the policy's 'self' mean the site."""
    folder = sites.build(sites.ROOT, tmp_path / "public")
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    assert len(pages) > 40
    with sites.served(folder) as base:
        done = subprocess.run(
            [*checker, "--format", "json", *(base + page for page in pages)],
            capture_output=True,
            text=True,
            check=False,
        )
        found = [
            f"{each.get('url', '').removeprefix(base)}:{each.get('lastLine')}: {each['message']}"
            for each in json.loads(done.stderr)["messages"]
        ]
    assert found == []

"""What hangs together, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable


def together(ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Every end of the ties -> the one end that stands for all it hangs together with."""
    above: dict[str, str] = {}

    def top(key: str) -> str:
        while above.setdefault(key, key) != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for a, b in ties:
        above[top(a)] = top(b)
    return {key: top(key) for key in list(above)}

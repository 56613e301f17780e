"""Builds the archive in this folder: python build.py --help."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - a user may run an older one
    print("Variorum needs Python 3.11 or newer.", file=sys.stderr)
    sys.exit(2)

try:
    from variorum.cli import main
except KeyboardInterrupt:
    print("Stopped.", file=sys.stderr)
    sys.exit(130)
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("variorum"):
        raise
    print(f"The package {missing.name} is not installed.", file=sys.stderr)
    print("Run: python -m pip install -r requirements.txt", file=sys.stderr)
    sys.exit(2)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

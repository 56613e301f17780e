"""Builds the archive in this folder: python build.py --help."""

import sys

from variorum.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

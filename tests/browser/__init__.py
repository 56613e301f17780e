"""Tests in a real browser: what a reader does, and where it leads."""

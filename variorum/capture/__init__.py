"""Raw captures -> clean text and draft articles, on demand and never in a build.

``clean.clean`` and ``draft.draft`` are imported from their modules: who only cleans a text need
not load what reads its metadata.
"""

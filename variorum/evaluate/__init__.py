"""Measures of the engine against annotated data: ``python -m variorum.evaluate DATA…``.

The engine is called through the package's public functions only, without any archive's
authorities or rulings. What a claim is and when two are related is said on the site's
method page; what each measure means stands beside its code.
"""

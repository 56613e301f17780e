"""Archive -> the pages of the site, each exactly what its template may see.

The records handed to templates are frozen and hold finished words, addresses and HTML
fragments; a template chooses and orders them and computes nothing.
"""

from variorum.marks import whole
from variorum.views.frame import Page
from variorum.views.site import data, pages

__all__ = ["Page", "data", "pages", "whole"]

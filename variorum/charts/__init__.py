"""Inline SVG, made in the build: claim strips, the time line of coverage, figures on an axis."""

from variorum.charts.coverage import Period, coverage
from variorum.charts.plot import Bar, axis, figures
from variorum.charts.strip import strip
from variorum.charts.timeline import Dated, timeline

__all__ = ["Bar", "Dated", "Period", "axis", "coverage", "figures", "strip", "timeline"]

"""Charts as SVG text: numbers and labels in, one picture out. Knows nothing of the course, of pages or of disk.

One file for each form. A picture is complete in one colour, that of the text around it, and says everything by shape
and number as well; `style.css` only adds the course's colours on a screen.
"""

from __future__ import annotations

from build_tools.charts.bars import Bar, BarRow, Measure, bars
from build_tools.charts.dots import Column, DotRow, dots
from build_tools.charts.frame import Frame
from build_tools.charts.matrix import Cell, MatrixRow, matrix
from build_tools.charts.timeline import Event, timeline

__all__ = [
    "Bar",
    "BarRow",
    "Cell",
    "Column",
    "DotRow",
    "Event",
    "Frame",
    "MatrixRow",
    "Measure",
    "bars",
    "dots",
    "matrix",
    "timeline",
]

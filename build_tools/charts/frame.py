"""What surrounds every chart: its name, what it says, its size, and the shape of a document that stands alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.charts.labels import STRONG, wrap
from build_tools.charts.shapes import SIZE, escape, number, words

WIDTH = 288
"""Units across every chart: the column of text of a phone 320 pixels wide, so that a unit is a pixel there."""
LINE = 16
"""Units from one line of a label to the next."""


@dataclass(frozen=True)
class Frame:
    """One picture to be made."""

    name: str
    """Unique on its page; letters, digits and hyphens."""
    title: str
    says: str
    """What somebody who cannot see the picture should know of it; the numbers stand in a table beside it."""
    heading: str = ""
    """Drawn above the picture, for one of several alike."""
    scale: float = 1.35
    """Pixels a unit where there is room."""

    @property
    def _head(self) -> list[str]:
        return wrap(self.heading, WIDTH, 2, SIZE * STRONG) if self.heading else []

    @property
    def top(self) -> float:
        """Where the drawing begins, below the heading."""
        return LINE * len(self._head) + (8 if self.heading else 4)

    def draw(self, height: float, marks: Iterable[str]) -> str:
        """The whole `<svg>`, on one line."""
        head = [words(0, LINE * at, one, strong=True) for at, one in enumerate(self._head, 1)]
        size = f'width="{number(WIDTH * self.scale)}" height="{number(height * self.scale)}"'
        named = f'role="img" aria-labelledby="{self.name}-title" aria-describedby="{self.name}-says"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="cg-chart" viewBox="0 0 {WIDTH} {number(height)}" {size} '
            f'{named} fill="currentColor" font-family="sans-serif" font-size="{SIZE}">'
            f'<title id="{self.name}-title">{escape(self.title)}</title>'
            f'<desc id="{self.name}-says">{escape(self.says)}</desc>{"".join([*head, *marks])}</svg>'
        )

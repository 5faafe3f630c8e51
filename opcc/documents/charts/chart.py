"""A finished chart."""

from dataclasses import dataclass

from opcc.documents.svg import Svg
from opcc.documents.tables import Table

WIDTH = 470.0  # points: the measure of an upright page
HEIGHT = 205.0
LEFT, RIGHT, TOP, BOTTOM = 30.0, 74.0, 24.0, 20.0
LABEL_GAP = 9.0  # between two labels at the right edge


@dataclass(frozen=True)
class Chart:
    """A drawing with the words and the table that go with it.

    `title` says what, where and when; `subtitle` warns of what would mislead (an axis that does not start
    at zero); `description` is one sentence on what the chart shows. `number` is 'Figure 1'.
    """

    svg: Svg
    title: str
    description: str
    table: Table
    subtitle: str = ""
    number: str = ""


def alternative(title: str, description: str) -> str:
    """What is said in place of the drawing: its title and what it shows."""
    return f"{title.rstrip('.')}. {description.rstrip('.')}."


FOLLOWS = "The same numbers stand in the table that goes with this chart."

"""What control charts cost over a plain numpy pass over the same months, as a ratio of one run.

    .venv/bin/python benchmarks/control_charts.py [--rounds 21]

60 measures for 6 areas over 120 months: counts made from a seed, with two shifts in each series and a month in fifty
missing. A round does both, series by series, and rounds take turns in who begins:

- numpy: mean, moving ranges, limits and the months outside, over the whole series as if it were one phase;
- charts: `individuals_chart` with the rules of a run of eight, so phases, re-basing and every signal besides.

Prints the medians, their ratio and whether it is at most 10 with under a second for all charts; ends with 1 if not.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
MEASURES, AREAS, MONTHS = 60, 6, 120
MOST_RATIO, MOST_SECONDS = 10.0, 1.0
LEVELS = (5.0, 20.0, 90.0, 350.0, 1_200.0, 3_600.0)

Series = list[float | None]


def main() -> int:
    """Run the rounds and print what they show."""
    parser = argparse.ArgumentParser(description="Control charts against a plain numpy pass.")
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args().rounds
    sys.path.insert(0, str(ROOT))
    from performance.control_chart import individuals_chart

    random = Random(2017)  # noqa: S311 - figures, not secrets
    series = [made(random) for _ in range(MEASURES * AREAS)]
    arrays = [np.array([np.nan if value is None else value for value in months]) for months in series]
    charts = [individuals_chart(months) for months in series]
    times: dict[str, list[float]] = {"numpy": [], "charts": []}
    passes: dict[str, Callable[[], object]] = {
        "numpy": lambda: [plain(months) for months in arrays],
        "charts": lambda: [individuals_chart(months) for months in series],
    }
    for turn in range(rounds):
        for which in ("numpy", "charts") if turn % 2 else ("charts", "numpy"):
            began = time.perf_counter()
            passes[which]()
            times[which].append(time.perf_counter() - began)
    phases, signals = sum(len(chart.phases) for chart in charts), sum(len(chart.signals) for chart in charts)
    print(f"series    {len(series)} of {MONTHS} months: {phases} phases and {signals} signals found")
    return told(times)


def made(random: Random) -> Series:
    """One series: counts about a level that shifts twice."""
    level = random.choice(LEVELS)
    shifts = set(random.sample(range(12, MONTHS), 2))
    months: Series = []
    for month in range(MONTHS):
        level *= random.choice((0.7, 1.4)) if month in shifts else 1
        months.append(None if random.random() < 1 / 50 else float(max(0, round(random.gauss(level, level**0.5)))))
    return months


def plain(months: NDArray[np.float64]) -> NDArray[np.intp]:
    """The months outside the limits of the whole series."""
    mean = np.nanmean(months)
    reach = 2.66 * np.nanmean(np.abs(np.diff(months)))
    return np.flatnonzero((months > mean + reach) | (months < mean - reach))


def told(times: dict[str, list[float]]) -> int:
    """The medians and their ratio; 1 if it or the time is more than is wanted."""
    for which, found in times.items():
        middle = statistics.median(found)
        print(f"{which:9} median {1000 * middle:.1f} ms ({1000 * min(found):.1f} to {1000 * max(found):.1f})")
    ratio = statistics.median(mine / theirs for theirs, mine in zip(times["numpy"], times["charts"], strict=True))
    seconds = statistics.median(times["charts"])
    print(f"ratio     {ratio:.2f}, median of {len(times['charts'])} rounds; at most {MOST_RATIO:.0f} is wanted")
    return int(ratio > MOST_RATIO or seconds >= MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())

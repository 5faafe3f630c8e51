"""What loading a million figures costs over a bare COPY of the same file, as a ratio of one run, and in memory.

    .venv/bin/python benchmarks/load_observations.py [--rounds 5] [--rows 1000000]

The file has the columns of a force's file (measure, area, month, value, unit, source): 100 measures for a force, its
3 policing areas and 6 districts, month after month, with a few sums and values that are wrong. Both runs take turns,
each begins with a checkpoint and an empty table, and both end with the commit.

- bare: psycopg's COPY FROM STDIN of that file, piece by piece as it lies on the disk, into a table of exactly these
  six columns (text, text, date, numeric(14,4), text, text) with a unique index on measure, area and month. Months are
  written as days so that COPY can read them. No key, no check, no foreign key, no look at any value.
- load: `run_load` of the kept copy: every cell read and checked; names turned into series; duplicates and differing
  figures found; stored with key, checks, unique index and who brought it; areas added up against their totals, values
  far outside the limits and missing months found; problems kept by line; series marked for new summaries.

Before that, `receive_load` copies the file into the store, digests and syncs it; its time is printed beside. Prints
medians and the ratio, and ends with 1 above 2.0. Memory is the peak of a process of its own that runs
`manage.py import_observations` on 100,000 and on 1,000,000 rows; ends with 1 if they differ by more than a fifth.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from _site import ROOT, empty_site

TARGET = 2.0
FLAT = 1.2
MEASURES = 100
NAMES = (
    *("Violence with injury", "Residential burglary - dwelling", "Robbery", "Vehicle offences", "Theft from person"),
    *("Business & community burglary (incl. residential non-dwelling)", "Criminal damage", "Rural crime"),
    *("Domestic abuse offences & crimed incidents", "Anti-social behaviour incidents"),
)
DISTRICTS_OF_AREA = 2
AREAS_OF_FORCE = 3
FIRST_YEAR = 1940


def main() -> int:
    """Run the rounds and print what they show."""
    parser = argparse.ArgumentParser(description="Loading figures against a bare COPY.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=1_000_000)
    given = parser.parse_args()
    with empty_site(), tempfile.TemporaryDirectory() as folder:
        make_catalogue()
        large, small = Path(folder, "figures.csv"), Path(folder, "tenth.csv")
        lines = write_file(large, given.rows)
        write_file(small, given.rows // 10)
        times: dict[str, list[float]] = {"bare": [], "receive": [], "load": []}
        for turn in range(given.rounds + 1):
            for which in ("bare", "load") if turn % 2 else ("load", "bare"):
                found = bare_copy(large) if which == "bare" else load(large)
                for name, seconds in found.items():
                    times[name] += [seconds] if turn else []  # the first round warms up
        problems = told_problems()
        peaks = {path.stem: peak_of_process(path) for path in (small, large)}
        return told(times, lines, problems, peaks)


def make_catalogue() -> None:
    """The force with its areas, and the measures kept for all of them."""
    from performance.models import Series
    from tests.factories.performance import MeasureFactory, TopicGroupFactory
    from tests.factories.reference import DistrictFactory, ForceAreaFactory, PolicingAreaFactory

    force, group = ForceAreaFactory.create(name="Westshire"), TopicGroupFactory.create()
    areas = [PolicingAreaFactory.create(force_area=force, name=f"Policing {n}") for n in range(AREAS_OF_FORCE)]
    districts = [
        DistrictFactory.create(force_area=force, policing_area=area, name=f"District {area.pk}-{n}")
        for area in areas
        for n in range(DISTRICTS_OF_AREA)
    ]
    for number in range(MEASURES):
        name = f"{NAMES[number % len(NAMES)]} {number // len(NAMES)}"
        measure = MeasureFactory.create(code=f"measure-{number}", name=name, group=group)
        places: list[dict[str, Any]] = [
            {"force_area": force},
            *({"policing_area": area} for area in areas),
            *({"district": district} for district in districts),
        ]
        Series.objects.bulk_create(Series(measure=measure, **place) for place in places)


def write_file(path: Path, rows: int) -> int:
    """A file of so many rows: sums that are right but for one in 2,000 months, and a few values ten times too high."""
    from opcc.reference.models import District, PolicingArea
    from performance.models import Measure

    areas = [(area, list(area.districts.order_by("pk"))) for area in PolicingArea.objects.order_by("pk")]
    assert areas
    assert District.objects.count() == AREAS_OF_FORCE * DISTRICTS_OF_AREA
    months = rows // (MEASURES * (1 + AREAS_OF_FORCE * (1 + DISTRICTS_OF_AREA)))
    with path.open("w") as file:
        file.write("measure,area,month,value,unit,source\n")
        for number, measure in enumerate(Measure.objects.order_by("pk")):
            columns: dict[str, list[int]] = {"Westshire force area": [0] * months}
            for place, (area, districts) in enumerate(areas):
                columns[f"{area.name} policing area"] = [0] * months
                for district in districts:
                    counts = [
                        20 + number * 3 + (7 * month + 13 * place + 5 * district.pk) % 17 for month in range(months)
                    ]
                    columns[f"{district.name} district"] = counts
                    for total in ("Westshire force area", f"{area.name} policing area"):
                        columns[total] = [a + b for a, b in zip(columns[total], counts, strict=True)]
            if months > 50:
                columns["Westshire force area"][number % months] += 1 if number % 2 else 0
                columns["Westshire force area"][months // 2] *= 10 if number % 10 == 0 else 1
            for name, values in columns.items():
                file.writelines(
                    f"{measure.name},{name},{FIRST_YEAR + month // 12}-{month % 12 + 1:02d}-01,{value},count,table\n"
                    for month, value in enumerate(values)
                )
    return MEASURES * (1 + AREAS_OF_FORCE * (1 + DISTRICTS_OF_AREA)) * months


def bare_copy(path: Path) -> dict[str, float]:
    """COPY, and nothing else."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bare")
        cursor.execute(
            "CREATE TABLE bare (measure text, area text, month date, value numeric(14, 4), unit text, source text)"
        )
        cursor.execute("CREATE UNIQUE INDEX ON bare (measure, area, month)")
        cursor.execute("CHECKPOINT")
        began = time.perf_counter()
        with cursor.copy("COPY bare FROM STDIN (FORMAT csv, HEADER)") as copy, path.open("rb") as file:
            while piece := file.read(1 << 16):
                copy.write(piece)
        took = time.perf_counter() - began
        cursor.execute("DROP TABLE bare")
    return {"bare": took}


def load(path: Path) -> dict[str, float]:
    """The same file through the operations."""
    from django.db import connection
    from django.utils import timezone

    from performance import operations

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE performance_observation, performance_loadproblem, performance_load CASCADE")
        cursor.execute("CHECKPOINT")
    began = time.perf_counter()
    with path.open("rb") as file:
        received = operations.receive_load(file=file, name=path.name, in_background=False, by=None, at=timezone.now())
    middle = time.perf_counter()
    done = operations.run_load(load_id=received.pk, at=timezone.now())
    took = time.perf_counter() - middle
    assert done is not None
    assert done.state == "loaded", done.failure
    return {"receive": middle - began, "load": took}


def told_problems() -> str:
    """What the last load listed."""
    from performance.models import Load

    load = Load.objects.get()
    return f"{load.created:,} figures, {load.warning_count:,} warnings, of which {load.problems.count():,} are kept"


def peak_of_process(path: Path) -> int:
    """The most memory, in KiB, that a process of its own holds while it loads the file."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE performance_observation, performance_loadproblem, performance_load CASCADE")
    database = connection.settings_dict
    place = f"postgres://{database['USER']}@/{database['NAME']}?host={quote(str(database['HOST']))}"
    environment = {
        **os.environ,
        "DATABASE_URL": place,
        "DOCUMENTS_DIR": str(path.parent / "store"),
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, str(ROOT / "manage.py"), "import_observations", str(path)]
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, "the load in a process of its own failed"
    return used.ru_maxrss if sys.platform != "darwin" else used.ru_maxrss // 1024


def told(times: dict[str, list[float]], rows: int, problems: str, peaks: dict[str, int]) -> int:
    """Print the medians and the ratios; 1 if a target is missed."""
    print(f"rows      {rows:,}")
    for name, found in times.items():
        print(f"{name:9} median {statistics.median(found):.2f} s ({min(found):.2f} to {max(found):.2f})")
    ratio = statistics.median(mine / bare for mine, bare in zip(times["load"], times["bare"], strict=True))
    whole = statistics.median(
        (took + mine) / bare for took, mine, bare in zip(times["receive"], times["load"], times["bare"], strict=True)
    )
    small, large = peaks.values()
    growth, tenth = large / small, f"{small / 1024:.0f} MB for {rows // 10:,} rows"
    print(f"found     {problems}")
    print(f"memory    {tenth}, {large / 1024:.0f} MB for {rows:,}: {growth:.2f} times")
    print(f"received  {whole:.2f} with the time that keeping the file takes")
    print(f"ratio     {ratio:.2f}, median of {len(times['load'])} rounds; at most {TARGET} is wanted")
    return int(ratio > TARGET or growth > FLAT)


if __name__ == "__main__":
    sys.exit(main())

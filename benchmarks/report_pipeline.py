"""What the whole build of a report costs over the bare PDF engine, as a ratio of one run.

    .venv/bin/python benchmarks/report_pipeline.py [--rounds 7] [--case sample|charts]

Two reports, each in a process of its own:

- sample: the public quarterly report of the loaded sample. Needs `./dev demo --no-serve`, and leaves the database as it
  was.
- charts: a report with 35 sections on measures, each with its control chart of three years. It is made in a database of
  the benchmark's own, from months that are synthetic: drawn by a fixed rule, with a shift, a trend or an outlier in
  most series, so that the charts have signals, labels and new averages to draw.

A round prints the same report twice, and rounds take turns in who begins:

- bare: WeasyPrint's own `write_pdf` of the very same HTML and style, tagged as PDF/UA-1, in a fresh process, timed
  from its start to its end, because that is what a worker that does not trust the engine with its memory pays;
- engine: the same call alone, as the bare process timed it, without starting Python and importing the engine;
- pipeline: records read, contents composed and digested, template, the confined child process, the post-process that
  mends tags, the file written and synced to the disk.

Prints the medians, their ratio and whether it is at most 1.15, and ends with 1 if it is not. Files go into a temporary
folder.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from _site import empty_site

ROOT = Path(__file__).resolve().parent.parent
TARGET = 1.15
CASES = ("sample", "charts")
CHARTS = 35
MONTHS = 36
CHART = '<figure class="chart">'
FIRST_MONTH = date(2015, 1, 1)  # the last is the last of the quarter reported
BARE = """
import sys, time
from pathlib import Path
import weasyprint
from weasyprint.text.fonts import FontConfiguration
html, css, fonts, out = sys.argv[1:]
began = time.perf_counter()
def fetch(url):
    name = url.removeprefix("asset:")
    return {"string": Path(fonts, name).read_bytes(), "mime_type": "font/woff2"}
faces = FontConfiguration()
style = weasyprint.CSS(string=Path(css).read_text(), font_config=faces, url_fetcher=fetch)
document = weasyprint.HTML(string=Path(html).read_text(), url_fetcher=fetch)
document.write_pdf(out, stylesheets=[style], font_config=faces, pdf_variant="pdf/ua-1")
print(time.perf_counter() - began)
"""


def main() -> int:
    """Run the rounds and print what they show."""
    parser = argparse.ArgumentParser(description="The report pipeline against the bare PDF engine.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--case", choices=CASES, help="one of the two reports; both if left out")
    given = parser.parse_args()
    if given.case is None:
        each = [[sys.executable, __file__, "--rounds", str(given.rounds), "--case", case] for case in CASES]
        return max(subprocess.run(command, check=False).returncode for command in each)
    print(f"--- {given.case}", flush=True)
    if given.case == "charts":
        with empty_site():
            make_quarter()
            return _measure(given.rounds, charts=CHARTS)
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opcc.settings")
    from opcc import embedded

    with embedded.postgres_for(["benchmark"]):
        import django

        django.setup()
        return _measure(given.rounds)


def make_quarter() -> None:
    """An office, and 35 measures of its force with three years of months each."""
    from performance import operations
    from performance.models import Series
    from tests.factories.performance import LoadFactory, MeasureFactory, SeriesFactory, months_of
    from tests.factories.reference import OfficeProfileFactory

    OfficeProfileFactory.create()
    load = LoadFactory.create(is_synthetic=True)
    for number in range(CHARTS):
        measure = MeasureFactory.create(code=f"measure-{number}", name=f"Measure {number + 1}", position=number)
        months_of(SeriesFactory.create(measure=measure), FIRST_MONTH, _months(number), load=load)
    operations.mark_stale(series_ids=list(Series.objects.values_list("pk", flat=True)), month=FIRST_MONTH)
    while operations.refresh_summaries(at=datetime(2018, 1, 15, tzinfo=UTC)):
        continue


def _months(number: int) -> list[int | str | None]:
    """Around a level of its own; by turns with a shift of nine months, a rising end, an outlier, or nothing."""
    level = 40 + 13 * number
    values = [level + (month * (number + 7) * 31) % (level // 3) for month in range(MONTHS)]
    match number % 4:
        case 0:
            values[-9:] = [value + level // 2 for value in values[-9:]]
        case 1:
            values[-7:] = [level + step * level // 12 for step in range(7)]
        case 2:
            values[-2] *= 3
    return list(values)


def _measure(rounds: int, *, charts: int | None = None) -> int:
    from django.conf import settings
    from django.utils import timezone

    from opcc.documents import pdf
    from opcc.reference import reporting
    from panel import quarterly_report
    from panel.enums import Audience
    from panel.models import QuarterlyReport
    from panel.operations import files

    if reporting.office() is None:
        print("The sample is not loaded. Run ./dev demo --no-serve first.", file=sys.stderr)
        return 2
    report = QuarterlyReport(year=2017, quarter_number=3, version=1, requested_at=timezone.now())

    def pipeline(folder: Path) -> int:
        made = quarterly_report.compose(report, audience=Audience.PUBLIC, at=timezone.now())
        quarterly_report.digest(made)
        rendered = pdf.render_pdf(quarterly_report.html(made), office_colour=made["office_colour"])
        files.store("report.pdf", rendered.content)
        return rendered.pages

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings.STORAGES["default"]["OPTIONS"]["location"] = folder  # type: ignore[index]  # the type knows less
        html = quarterly_report.html(quarterly_report.compose(report, audience=Audience.PUBLIC, at=timezone.now()))
        (folder / "report.html").write_text(html)
        print(f"drawn     {html.count(CHART)} control charts", flush=True)
        assert charts is None or html.count(CHART) == charts, "the report holds what the case promises"
        (folder / "report.css").write_text(pdf._stylesheet(html, pdf.OFFICE_COLOUR))
        paths = [folder / "report.html", folder / "report.css", ROOT / "opcc/documents/assets", folder / "bare.pdf"]
        bare = [sys.executable, "-c", BARE, *map(str, paths)]
        times: dict[str, list[float]] = {"bare": [], "engine": [], "pipeline": []}
        pages = pipeline(folder)  # once before the clock runs: both engines' files are in the page cache
        for turn in range(rounds):
            for which in ("bare", "pipeline") if turn % 2 else ("pipeline", "bare"):
                began = time.perf_counter()
                if which == "bare":
                    told = subprocess.run(bare, check=True, capture_output=True, text=True)
                    times["engine"].append(float(told.stdout))
                else:
                    pipeline(folder)
                times[which].append(time.perf_counter() - began)
    return _told(times, pages)


def _told(times: dict[str, list[float]], pages: int) -> int:
    middle = {which: statistics.median(found) for which, found in times.items()}
    ratios = [mine / theirs for mine, theirs in zip(times["pipeline"], times["bare"], strict=True)]
    ratio = statistics.median(ratios)
    for which, found in times.items():
        print(f"{which:9} median {middle[which]:.2f} s ({min(found):.2f} to {max(found):.2f})")
    print(f"pages     {pages}, {pages / middle['pipeline']:.1f} a second")
    warm = statistics.median(mine / theirs for mine, theirs in zip(times["pipeline"], times["engine"], strict=True))
    print(f"to engine {warm:.2f}: against the call alone, in a process that had everything imported already")
    print(f"ratio     {ratio:.2f}, median of {len(ratios)} rounds; at most {TARGET} is wanted")
    return int(ratio > TARGET)


if __name__ == "__main__":
    sys.exit(main())

"""Works readings and histories out from all that is kept of a series. Summaries, pages and reports share it."""

from datetime import date
from decimal import Decimal
from typing import Any

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, Unit, count_of, number, rounded
from performance.control_chart import Direction, assurance
from performance.control_chart import reading as sentence
from performance.enums import MeasureKind
from performance.queries.books import Book, Kept
from performance.reporting import comparing
from performance.reporting.averages import QuarterValues, quarter_average
from performance.reporting.charting import Charted, charted
from performance.reporting.facts import UNITS, area_of, exact, measure_facts
from performance.reporting.footing import footing
from performance.reporting.headlines import NO_HEADLINE, headline
from performance.reporting.months import last_month_of, months_between, months_of
from performance.reporting.quarter_values import Quartered
from performance.reporting.readings import AnnotationSeen, Change, Reading, SeriesHistory
from performance.reporting.seen import month_value, target_on, target_words, why_not_tested
from performance.reporting.standings import standing
from performance.reporting.stored import a_year_before

SPARK_MONTHS = 24
_SENTENCE_PLACES = {Unit.COUNT: 0, Unit.POUNDS: 0, Unit.SECONDS: 0, Unit.RATE: 2}


class Working:
    """One series of a book: its quarters are worked out once, however many readings are asked for."""

    def __init__(self, kept: Kept, book: Book) -> None:
        self.kept = kept
        self.book = book
        self.measure = measure_facts(kept.series.measure)
        self.area = area_of(kept.series)
        self.unit = UNITS[self.measure.unit]
        self.values = QuarterValues(kept, book.rules)

    def reading(self, quarter: Quarter) -> Reading:
        """The reading of a quarter, by the figures up to its end."""
        return _Quarter(self, quarter).reading()

    def history(self, quarter: Quarter) -> SeriesHistory:
        """Every month up to the quarter's end, as its chart draws it."""
        return _Quarter(self, quarter).history()

    def charted(self, until: date) -> Charted | None:
        """The chart up to a month; None without a figure."""
        return charted(self.kept, self.book.rules, until=until)

    def figure(self, key: str, label: str, value: Decimal | None, **more: Any) -> Figure:
        """A number of this measure, named for it."""
        return Figure(f"{self.measure.code}.{key}", label, exact(value), more.pop("unit", self.unit), **more)


class _Quarter:
    """One series in one quarter."""

    def __init__(self, working: Working, quarter: Quarter) -> None:
        self.working = working
        self.quarter = quarter
        self.kept = working.kept
        self.rules = working.book.rules
        self.last = last_month_of(quarter)
        self.own = working.values.of(quarter)
        self.charted = working.charted(self.last)
        self.phases = self.charted.phases() if self.charted else ()
        self.why_not = why_not_tested(self.kept, self.charted, quarter)
        self.signals = self.charted.signals() if self.charted and not self.why_not else ()

    def reading(self) -> Reading:
        """All of it."""
        before, year_before = self.quarter.previous, a_year_before(self.quarter)
        phase = self.phases[-1] if self.phases else None
        average = quarter_average(self.working.values, self.quarter, phase)
        kind, words, note = NO_HEADLINE
        if self.charted and not self.why_not:
            kind, words, note = headline(self.charted, self.kept, self.quarter)
        target, assured = self.target()
        spark, spark_signals = self.spark()
        return Reading(
            series_id=self.kept.series.pk,
            measure=self.working.measure,
            area=self.working.area,
            quarter=self.quarter,
            months=tuple(month_value(self.kept, self.rules, month) for month in months_of(self.quarter)),
            value=self.of_quarter("value", self.quarter),
            previous=self.of_quarter("previous", before),
            same_last_year=self.of_quarter("same_last_year", year_before),
            average=self.working.figure("average", "Quarter average", average.value),
            average_definition=average.definition,
            change=self.change(),
            against_average=comparing.against_average(self.own.value, average.value, self.rules),
            rate=self.rate(),
            interval=self.interval(),
            n=self.own.parts.n,
            rests_on_few=self.rests_on_few(),
            target=target,
            assurance=assured,
            phase=phase,
            signals=tuple(signal for signal in self.signals if signal.month in self.quarter.period),
            is_tested=not self.why_not,
            why_not_tested=self.why_not,
            sentence=self.sentence(),
            headline_kind=kind,
            headline=words,
            headline_note=note or self.own.note,
            spark=spark,
            spark_signals=spark_signals,
            warnings=(*self.own.warnings, *footing(self.kept, self.quarter, self.rules)),
            is_provisional=self.own.is_provisional,
            has_synthetic=self.has_synthetic(),
            standing=standing(self.kept, self.working.book.members, until=self.last),
        )

    def history(self) -> SeriesHistory:
        """With every month, phase and mark of the chart."""
        first = self.charted.first if self.charted else self.quarter.start
        return SeriesHistory(
            reading=self.reading(),
            first=first,
            months=tuple(month_value(self.kept, self.rules, month) for month in months_between(first, self.last)),
            phases=self.phases,
            signals=self.signals,
            annotations=tuple(
                AnnotationSeen(each.month, each.label, each.text, each.suspends_comparison)
                for each in self.kept.annotations
                if first <= each.month <= self.last
            ),
            rules=self.charted.chart.rules.words if self.charted else "",
        )

    def of_quarter(self, key: str, quarter: Quarter) -> Figure:
        """The value of this quarter or another."""
        found = self.working.values.of(quarter)
        return self.working.figure(key, quarter.label, found.value, base=self.base(found), as_at=quarter.end)

    def base(self, found: Quartered) -> str:
        """What a share is of: '284 people asked', '53,605'."""
        if found.parts.n is not None:
            return count_of(found.parts.n, "person asked", "people asked")
        return number(found.parts.denominator) if found.parts.denominator is not None else ""

    def change(self) -> Change | None:
        """Against the quarter before; with a warning where the two may not be compared."""
        before = self.working.values.of(self.quarter.previous).value
        if before is None or self.own.value is None:
            return None
        found = comparing.change(before, self.own.value, self.working.measure, self.rules)
        unit = Unit.POINTS if self.working.unit is Unit.PERCENT else self.working.unit
        difference = self.working.figure("change", "Change on the quarter before", found.difference, unit=unit)
        return Change(difference, found.percent, found.words, self.comparison_warning())

    def comparison_warning(self) -> str:
        """That the way of recording changed between the months compared."""
        since = self.quarter.previous.start
        for each in self.kept.annotations:
            if each.suspends_comparison and since < each.month <= self.last:
                return f"{each.label} in {each.month:%B %Y}: figures before and after cannot be compared"
        return ""

    def rate(self) -> Figure | None:
        """Per 1,000 people or households in the quarter; None where no base is set or known."""
        base = self.working.book.places.denominator(self.kept.series, not_after=self.quarter.start.year)
        if base is None or self.own.value is None or not base.value:
            return None
        return self.working.figure(
            "rate",
            f"Per 1,000 {base.kind.label.lower()} in the quarter",
            comparing.rate(self.own.value, base.value),
            unit=Unit.RATE,
            base=base.words,
            source=base.source,
        )

    def interval(self) -> tuple[Decimal, Decimal] | None:
        """Wilson's, for a share of people who were asked."""
        parts = self.own.parts
        if self.working.measure.kind is not MeasureKind.SURVEY or parts.value is None or not parts.n:
            return None
        return comparing.interval(parts.value, parts.numerator, parts.n)

    def rests_on_few(self) -> bool:
        """Whether the share is on trial, for the number of people asked."""
        asked = self.own.parts.n
        is_survey = self.working.measure.kind is MeasureKind.SURVEY
        return is_survey and asked is not None and asked < self.rules.survey_trial_below

    def target(self) -> tuple[str, str]:
        """The target in words, and whether it will be met if nothing changes."""
        target = target_on(self.kept.targets, self.quarter.end)
        if target is None:
            return "", ""
        assured = None
        if self.charted and not self.why_not:
            direction = Direction(self.working.measure.improvement.value)
            assured = assurance(self.charted.chart.phases[-1], float(target.value), direction)
        return target_words(target, self.working.unit), assured.value if assured else ""

    def sentence(self) -> str:
        """What the chart shows."""
        if self.charted is None:
            return ""
        places = _SENTENCE_PLACES.get(self.working.unit, 1)
        return sentence(
            self.charted.chart,
            first_month=self.charted.first,
            direction=Direction(self.working.measure.improvement.value),
            show=self.shown,
            places=places,
            floor=self.charted.floor,
            ceiling=self.charted.ceiling,
        )

    def shown(self, value: float) -> str:
        """A value as a sentence prints it."""
        places = _SENTENCE_PLACES.get(self.working.unit, 1)
        return Figure("value", "", rounded(Decimal(repr(value)), places), self.working.unit, places=places).text

    def spark(self) -> tuple[tuple[Decimal | None, ...], tuple[int, ...]]:
        """The latest two years, and which of them stand out."""
        if self.charted is None:
            return (), ()
        months = months_between(self.charted.first, self.last)[-SPARK_MONTHS:]
        values = tuple(month_value(self.kept, self.rules, month).value for month in months)
        return values, tuple(months.index(signal.month) for signal in self.signals if signal.month in months)

    def has_synthetic(self) -> bool:
        """Whether a month of the chart, or a quarter the reading names, was invented for the sample."""
        months = any(figure.is_synthetic for month, figure in self.kept.months.items() if month <= self.last)
        named = (self.quarter, self.quarter.previous, a_year_before(self.quarter))
        return months or any(self.working.values.of(each).is_synthetic for each in named)

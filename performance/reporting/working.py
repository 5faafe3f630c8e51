"""Works readings and histories out from all that is kept of a series. Summaries, pages and reports share it."""

from datetime import date
from decimal import Decimal
from typing import Any

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, Unit, count_of, percentage_change, rounded
from performance import comparison
from performance.comparison import Number, months_of
from performance.control_chart import Direction, assurance
from performance.control_chart import reading as sentence
from performance.enums import MeasureKind
from performance.queries.books import Book, Kept
from performance.queries.rules import UNITS, comparison_rules
from performance.reporting.charting import Charted, charted
from performance.reporting.facts import area_of, figure_key, measure_facts
from performance.reporting.footing import footing
from performance.reporting.headlines import NO_HEADLINE, headline
from performance.reporting.months import last_month_of, months_between, quarters_between
from performance.reporting.projecting import Projectable, kept_projection, projectable, projection_seen
from performance.reporting.quarter_values import Quartered, QuarterValues
from performance.reporting.rates import rate_of
from performance.reporting.readings import AnnotationSeen, Change, Reading, SeriesHistory
from performance.reporting.seen import (
    KEPT,
    month_value,
    sentence_begun,
    target_on,
    target_words,
    to_keep,
    why_not_tested,
    with_article,
)
from performance.reporting.standings import standing
from performance.reporting.stored import a_year_before

SPARK_MONTHS = 24
AS_STATED = "As the force states it"
_SENTENCE_PLACES = {Unit.POUNDS: 0, Unit.SECONDS: 0, Unit.RATE: 2}


class Working:
    """One series of a book: its quarters are worked out once, however many readings are asked for."""

    def __init__(self, kept: Kept, book: Book) -> None:
        self.kept = kept
        self.book = book
        self.measure = measure_facts(kept.series.measure)
        self.area = area_of(kept.series)
        self.named = figure_key(kept.series)
        self.unit = UNITS[self.measure.unit]
        self.values = QuarterValues(kept, book.rules)
        self.rules = comparison_rules(book.rules)
        self._charts: dict[date, Charted | None] = {}

    @property
    def first_quarter(self) -> Quarter | None:
        """The first that any figure is about."""
        first = min((*self.kept.months, *self.kept.stated), default=None)
        return Quarter.containing(first) if first else None

    def reading(self, quarter: Quarter) -> Reading:
        """The reading of a quarter, by the figures up to its end."""
        return _Quarter(self, quarter).reading()

    def history(self, quarter: Quarter, projected: Any = None) -> SeriesHistory:
        """Every month up to the quarter's end, as its chart draws it. `projected` is what its summary holds of that."""
        return _Quarter(self, quarter).history(projected)

    def projectable(self, quarter: Quarter) -> Projectable | None:
        """What the months after the quarter are projected from."""
        return projectable(self.kept.series, self.charted(last_month_of(quarter)))

    def charted(self, until: date) -> Charted | None:
        """The chart up to a month; None without a figure."""
        if until not in self._charts:
            self._charts[until] = charted(self.kept, self.book.rules, until=until)
        return self._charts[until]

    def figure(self, key: str, label: str, value: Number | None, **more: Any) -> Figure:
        """A number of this measure, named for it."""
        return Figure(f"{self.named}.{key}", label, value, more.pop("unit", self.unit), **more)


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
        self.compared = self._compared()

    def reading(self) -> Reading:
        """All of it."""
        before, year_before = self.quarter.previous, a_year_before(self.quarter)
        average, definition = self.average()
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
            average=self.working.figure(
                "average",
                "Quarter average",
                average,
                places=self.working.values.basis.places_of_average(average or 0),
            ),
            average_definition=definition,
            change=self.change(),
            against_average=self.against(average),
            rate=rate_of(self.kept.series, self.own.value, self.quarter, self.working.book.places),
            interval=self.interval(),
            n=self.own.n,
            rests_on_few=self.rests_on_few(),
            target=target,
            assurance=assured,
            phase=self.phases[-1] if self.phases else None,
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
            is_provisional=self.own.worth.is_provisional,
            has_synthetic=self.has_synthetic(),
            standing=standing(self.kept, self.working.book.members, until=self.last),
        )

    def history(self, projected: Any) -> SeriesHistory:
        """With every month, phase and mark of the chart."""
        basis = self.working.projectable(self.quarter)
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
            projection=projection_seen(kept_projection(projected, basis.basis), self.quarter) if basis else None,
            rules=self.charted.chart.rules.words if self.charted else "",
        )

    def of_quarter(self, key: str, quarter: Quarter) -> Figure:
        """The value of this quarter or another."""
        found = self.working.values.of(quarter)
        return self.working.figure(key, quarter.label, to_keep(found.value), base=self.base(found), as_at=quarter.end)

    def base(self, found: Quartered) -> str:
        """What a share is of: '284 people asked', '243 of 284'."""
        return found.worth.share_of or (
            count_of(found.n, "person asked", "people asked") if found.n is not None else ""
        )

    def _compared(self) -> comparison.Comparison:
        """With the quarter before, the same one a year before, and the average."""
        phase = self.phases[-1] if self.phases else None
        return comparison.compare(
            {each: self.working.values.of(each).worth for each in self.quarters()},
            self.quarter,
            self.working.values.basis,
            rules=self.working.rules,
            phase_mean=phase.mean if phase else None,
        )

    def quarters(self) -> list[Quarter]:
        """This one and the four before it, of which the last is that of a year ago."""
        return quarters_between(a_year_before(self.quarter), self.quarter)

    def average(self) -> tuple[Number | None, str]:
        """By the office's definition; the force's own where ours is not to be had or rests on invented figures."""
        ours, stated = self.compared.average, self.own.average
        invented = any(self.working.values.of(each).is_synthetic for each in self.quarters())
        if stated is not None and (ours.value is None or invented):
            return stated, AS_STATED
        return to_keep(ours.value), ours.words if ours.value is not None else ""

    def against(self, average: Number | None) -> str:
        """'above the quarter average'; nothing where either is not known."""
        found = comparison.position(self.own.value, average, basis=self.working.values.basis)
        return found.words if found.place else ""

    def change(self) -> Change | None:
        """Against the quarter before; with a warning where the two may not be compared."""
        found = self.compared.change
        if found.before is None or found.after is None:
            return None
        unit = Unit.POINTS if self.working.unit is Unit.PERCENT else self.working.unit
        difference = self.working.figure(
            "change", "Change on the quarter before", to_keep(found.after - found.before), unit=unit
        )
        percent = None if found.percent is None else percentage_change(found.before, found.after)
        percent = None if percent is None else percent.quantize(KEPT)
        warning = self.comparison_warning() or sentence_begun(found.reason)
        return Change(difference, percent, with_article(found.words), warning)

    def comparison_warning(self) -> str:
        """That the way of recording changed between the months compared."""
        since = self.quarter.previous.start
        for each in self.kept.annotations:
            if each.suspends_comparison and since < each.month <= self.last:
                return f"{each.label} in {each.month:%B %Y}: figures before and after cannot be compared"
        return ""

    def interval(self) -> tuple[Decimal, Decimal] | None:
        """Wilson's, for a share of people who were asked."""
        share = self.share()
        return None if share is None or share.low is None or share.high is None else (share.low, share.high)

    def share(self) -> comparison.Share | None:
        """What may be said of so many people; None where nobody says how many were asked."""
        value, asked, positive = self.own.value, self.own.n, self.own.worth.numerator
        if self.working.measure.kind is not MeasureKind.SURVEY or value is None or not asked:
            return None
        if positive is None or self.own.worth.denominator != asked:
            positive = rounded(Decimal(value) * asked / 100, 0)
        return comparison.share(min(int(positive), asked), asked, rules=self.working.rules)

    def rests_on_few(self) -> bool:
        """Whether the share is on trial, for the number of people asked."""
        share = self.share()
        return share is not None and share.standing is comparison.Standing.TRIAL

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
        return sentence(
            self.charted.chart,
            first_month=self.charted.first,
            direction=Direction(self.working.measure.improvement.value),
            show=self.shown,
            places=self.places(self.charted.chart.phases[-1].mean or 0.0),
            floor=self.charted.floor,
            ceiling=self.charted.ceiling,
        )

    def shown(self, value: float) -> str:
        """A value as a sentence prints it."""
        is_whole_count = self.working.unit is Unit.COUNT and not value % 1
        places = 0 if is_whole_count else self.places(value)
        return Figure("value", "", rounded(Decimal(repr(value)), places), self.working.unit, places=places).text

    def places(self, mean: float) -> int:
        """The decimals of a mean, and of the limits beside it, in a sentence."""
        if self.working.unit is Unit.COUNT:
            return comparison.mean_places(Decimal(repr(mean)))
        return _SENTENCE_PLACES.get(self.working.unit, 1)

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

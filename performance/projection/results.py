"""A projection as it is shown, archived and scored, and the rules that it is made by."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypedDict

SHORT, MEDIUM = 3, 6  # months ahead


class Method(StrEnum):
    """How a projection was made. ETS(A,Ad,A) has additive errors, a damped additive trend and an additive season."""

    NONE = "none"
    EXPECTED_RANGE = "expected range"
    NAIVE = "naive"  # the latest month carried forward
    SEASONAL_NAIVE = "seasonal naive"  # the same month of the year before
    PHASE_MEAN = "phase mean"
    PHASE_AND_SEASONS = "phase and seasons"  # the phase's mean, and the yearly pattern from before it
    DAMPED_SEASONAL = "ETS(A,Ad,A)"
    LEVEL_SEASONAL = "ETS(A,N,A)"
    DAMPED = "ETS(A,Ad,N)"
    LEVEL = "ETS(A,N,N)"


@dataclass(frozen=True)
class ProjectionRules:
    """What a measure allows, and the thresholds of the house. Months are counted in values, whatever the season."""

    floor: float | None = 0.0
    ceiling: float | None = None
    low_count: float | None = 20.0  # below this average no yearly pattern is fitted; None where values are no counts
    naive_from: int = 24  # months without a gap
    models_from: int = 36
    origins: int = 12  # the last months from which each candidate is tried
    furthest: int = 6  # months ahead that are tried
    least_forecasts: int = 6  # that a method must be tried on before it can be taken
    gain: float = 0.05  # how much closer than naive a model must come
    range_from: int = 5  # months of a phase
    trial_below: int = 12
    most_iterations: int = 1000


COUNTS = ProjectionRules()
PERCENTS = ProjectionRules(ceiling=100.0, low_count=None)


class StepData(TypedDict):
    """A step as JSON keeps it: decimals as text, so that none is rounded."""

    ahead: int
    value: str
    low_80: str
    high_80: str
    low_95: str
    high_95: str


class CandidateData(TypedDict):
    """A candidate as JSON keeps it."""

    method: str
    forecasts: int
    mae: str | None
    mase: str | None
    set_aside: str


class ProjectionData(TypedDict):
    """A projection as JSON keeps it."""

    method: str
    sentence: str
    steps: list[StepData]
    candidates: list[CandidateData]
    months_used: int
    scale: str | None
    limits: list[str] | None
    is_trial: bool


@dataclass(frozen=True)
class Step:
    """One month: `ahead` of the last value, what is projected, and the bands that hold 80 and 95 months of 100."""

    ahead: int
    value: Decimal
    low_80: Decimal
    high_80: Decimal
    low_95: Decimal
    high_95: Decimal

    def to_dict(self) -> StepData:
        return {
            "ahead": self.ahead,
            "value": str(self.value),
            "low_80": str(self.low_80),
            "high_80": str(self.high_80),
            "low_95": str(self.low_95),
            "high_95": str(self.high_95),
        }

    @classmethod
    def from_dict(cls, data: StepData) -> "Step":
        return cls(
            ahead=data["ahead"],
            value=Decimal(data["value"]),
            low_80=Decimal(data["low_80"]),
            high_80=Decimal(data["high_80"]),
            low_95=Decimal(data["low_95"]),
            high_95=Decimal(data["high_95"]),
        )


@dataclass(frozen=True)
class Candidate:
    """A method that was tried on the last months: the mean of its errors, in the unit and scaled (MASE).

    None where there was nothing to try it on or to scale by. `set_aside` says why it was not tried to the end.
    """

    method: Method
    forecasts: int = 0
    mae: Decimal | None = None
    mase: Decimal | None = None
    set_aside: str = ""

    def to_dict(self) -> CandidateData:
        return {
            "method": self.method.value,
            "forecasts": self.forecasts,
            "mae": _text(self.mae),
            "mase": _text(self.mase),
            "set_aside": self.set_aside,
        }

    @classmethod
    def from_dict(cls, data: CandidateData) -> "Candidate":
        return cls(
            method=Method(data["method"]),
            forecasts=data["forecasts"],
            mae=_decimal(data["mae"]),
            mase=_decimal(data["mase"]),
            set_aside=data["set_aside"],
        )


@dataclass(frozen=True)
class Projection:
    """The months ahead, how they came about in one sentence, and the errors of every candidate.

    scale: the mean absolute difference between months a year apart, by which MASE divides; None below two years.
    limits: of the expected range; None for a projection.
    """

    method: Method
    sentence: str
    steps: tuple[Step, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    months_used: int = 0
    scale: Decimal | None = None
    limits: tuple[Decimal, Decimal] | None = None
    is_trial: bool = False

    def to_dict(self) -> ProjectionData:
        """JSON-safe and exact: `from_dict(to_dict(p)) == p`."""
        return {
            "method": self.method.value,
            "sentence": self.sentence,
            "steps": [step.to_dict() for step in self.steps],
            "candidates": [candidate.to_dict() for candidate in self.candidates],
            "months_used": self.months_used,
            "scale": _text(self.scale),
            "limits": [str(limit) for limit in self.limits] if self.limits else None,
            "is_trial": self.is_trial,
        }

    @classmethod
    def from_dict(cls, data: ProjectionData) -> "Projection":
        """The projection that `to_dict` wrote."""
        limits = data["limits"]
        return cls(
            method=Method(data["method"]),
            sentence=data["sentence"],
            steps=tuple(map(Step.from_dict, data["steps"])),
            candidates=tuple(map(Candidate.from_dict, data["candidates"])),
            months_used=data["months_used"],
            scale=_decimal(data["scale"]),
            limits=(Decimal(limits[0]), Decimal(limits[1])) if limits else None,
            is_trial=data["is_trial"],
        )


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)

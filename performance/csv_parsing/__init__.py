"""Reads what the force sends: observation files, and the police open data street by street. No Django."""

from performance.csv_parsing.known import Kind, Known, KnownMeasure
from performance.csv_parsing.observations import COPY_COLUMNS, ObservationFile
from performance.csv_parsing.problems import Problem, Problems, Severity, duplicate
from performance.csv_parsing.street_level import (
    LeftOut,
    LsoaDistricts,
    StreetCount,
    StreetLevel,
    UnmatchedLsoa,
    count_street_level,
    read_lsoa_districts,
)

__all__ = [
    "COPY_COLUMNS",
    "Kind",
    "Known",
    "KnownMeasure",
    "LeftOut",
    "LsoaDistricts",
    "ObservationFile",
    "Problem",
    "Problems",
    "Severity",
    "StreetCount",
    "StreetLevel",
    "UnmatchedLsoa",
    "count_street_level",
    "duplicate",
    "read_lsoa_districts",
]

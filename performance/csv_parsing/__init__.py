"""Reads what the force sends: observation files, and the police open data street by street. No Django."""

from performance.csv_parsing.known import Kind, Known, KnownMeasure
from performance.csv_parsing.observation_rows import Rows
from performance.csv_parsing.observations import COPY_COLUMNS, ObservationFile
from performance.csv_parsing.problems import Problem, Problems, Severity, UnreadableError, duplicate
from performance.csv_parsing.quarter_rows import QUARTER_COPY_COLUMNS, QuarterFile
from performance.csv_parsing.street_level import (
    LeftOut,
    LsoaDistricts,
    StreetCount,
    StreetLevel,
    UnmatchedLsoa,
    count_street_level,
    read_lsoa_districts,
)
from performance.csv_parsing.workbooks import is_workbook, refuse_unreadable

__all__ = [
    "COPY_COLUMNS",
    "QUARTER_COPY_COLUMNS",
    "Kind",
    "Known",
    "KnownMeasure",
    "LeftOut",
    "LsoaDistricts",
    "ObservationFile",
    "Problem",
    "Problems",
    "QuarterFile",
    "Rows",
    "Severity",
    "StreetCount",
    "StreetLevel",
    "UnmatchedLsoa",
    "UnreadableError",
    "count_street_level",
    "duplicate",
    "is_workbook",
    "read_lsoa_districts",
    "refuse_unreadable",
]

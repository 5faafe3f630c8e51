"""What higher apps and public pages may read of the forums: plain values, in a constant number of queries."""

from forums.reporting.calendars import calendar_file
from forums.reporting.meetings import (
    Attendance,
    AttendanceFigure,
    DistrictForums,
    MeetingSummary,
    attendance,
    forums_in,
    meetings_in,
    next_meeting,
    summaries,
)
from forums.reporting.places import ForumLine, forum_lines
from forums.reporting.priorities import (
    NONE_NAME,
    CurrentPriority,
    DistrictPriorities,
    Progress,
    TopicCount,
    TopicPart,
    priorities_by_district,
    priorities_of,
    priority_counts,
)
from forums.reporting.standing import ForumAhead, StandingPriority, forums_ahead, standing_before

__all__ = [
    "NONE_NAME",
    "Attendance",
    "AttendanceFigure",
    "CurrentPriority",
    "DistrictForums",
    "DistrictPriorities",
    "ForumAhead",
    "ForumLine",
    "MeetingSummary",
    "Progress",
    "StandingPriority",
    "TopicCount",
    "TopicPart",
    "attendance",
    "calendar_file",
    "forum_lines",
    "forums_ahead",
    "forums_in",
    "meetings_in",
    "next_meeting",
    "priorities_by_district",
    "priorities_of",
    "priority_counts",
    "standing_before",
    "summaries",
]

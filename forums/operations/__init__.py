"""Everything that writes forums, meetings and priorities."""

from forums.operations.continuity import rejoin_priorities
from forums.operations.meetings import cancel_meeting, plan_meeting, record_meeting, reinstate_meeting
from forums.operations.places import end_forum, merge_forums, put_forum, put_topic
from forums.operations.priorities import MOST_PRIORITIES, AgreedPriority, ReportedProgress, record_priorities

__all__ = [
    "MOST_PRIORITIES",
    "AgreedPriority",
    "ReportedProgress",
    "cancel_meeting",
    "end_forum",
    "merge_forums",
    "plan_meeting",
    "put_forum",
    "put_topic",
    "record_meeting",
    "record_priorities",
    "reinstate_meeting",
    "rejoin_priorities",
]

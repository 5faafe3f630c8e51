"""Forums, meetings, priorities and topics as staff keep them."""

from forums.admin.meetings import ForumMeetingAdmin
from forums.admin.places import ForumAdmin, PriorityTopicAdmin
from forums.admin.priorities import ForumPriorityAdmin
from forums.admin.work import forum_work

__all__ = ["ForumAdmin", "ForumMeetingAdmin", "ForumPriorityAdmin", "PriorityTopicAdmin", "forum_work"]

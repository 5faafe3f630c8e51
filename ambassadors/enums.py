"""States and kinds of the ambassadors' work."""

from django.db.models import TextChoices


class EndReason(TextChoices):
    RESIGNED_PERSONAL = "resigned_personal", "Resigned, personal reasons"
    RESIGNED_MOVED = "resigned_moved", "Resigned, moved away"
    RESIGNED_OTHER = "resigned_other", "Resigned, other reasons"
    TERM_ENDED = "term_ended", "Term ended"
    FORUM_ENDED = "forum_ended", "The forum ended or merged"
    REMOVED = "removed", "Removed by the office"


RESIGNED = (EndReason.RESIGNED_PERSONAL, EndReason.RESIGNED_MOVED, EndReason.RESIGNED_OTHER)


class ApplicationState(TextChoices):
    RECEIVED = "received", "Received"
    INTERVIEW = "interview", "Called to interview"
    APPOINTED = "appointed", "Appointed"
    DECLINED = "declined", "Not appointed"
    WITHDRAWN = "withdrawn", "Withdrew"


UNDECIDED = (ApplicationState.RECEIVED, ApplicationState.INTERVIEW)


class ReportState(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Waiting for review"
    RETURNED = "returned", "Returned with a question"
    ACCEPTED = "accepted", "Accepted"


OPEN_TO_AMBASSADOR = (ReportState.DRAFT, ReportState.RETURNED)  # the ambassador may still write
FILED = (ReportState.SUBMITTED, ReportState.RETURNED, ReportState.ACCEPTED)  # sent in at least once


class Step(TextChoices):
    """The sections of a forum report, in the order in which they are asked."""

    MEETING = "meeting", "Forum and meeting"
    ATTENDANCE = "attendance", "Attendance"
    PRIORITIES = "priorities", "Priorities"
    PROGRESS = "progress", "Progress since last time"
    ISSUES = "issues", "Issues for the office"
    CONCERNS = "concerns", "Concerns and good news"
    EVENTS = "events", "Events and engagement"
    OBJECTIVES = "objectives", "Objectives"
    FILES = "files", "Photos and files"


NEEDED_STEPS = tuple(step for step in Step if step != Step.FILES)  # files may be left out


class Timeliness(TextChoices):
    """How the report of one meeting stands on a day."""

    IN_TIME = "in_time", "In time"
    LATE = "late", "Late"
    MISSING = "missing", "Missing"
    NOT_DUE = "not_due", "Not due yet"


class ItemKind(TextChoices):
    """What an ambassador passes on, each as a record of its own."""

    ISSUE = "issue", "Action or issue for the office"
    CONCERN = "concern", "Community concern"
    TENSION = "tension", "Community tension"
    GOOD_NEWS = "good_news", "Good news"


OPENS_CONCERN = (ItemKind.ISSUE, ItemKind.CONCERN, ItemKind.TENSION)


class ConcernState(TextChoices):
    OPEN = "open", "With the office"
    REPLIED = "replied", "Tell your forum"
    TOLD = "told", "Forum told"
    CLOSED = "closed", "Closed without a reply"


LOOP_OPEN = (ConcernState.OPEN, ConcernState.REPLIED)  # the forum has not heard yet


class ActionLevel(TextChoices):
    """The ladder of what the office did, lowest first."""

    NOTED = "1_noted", "Noted and monitored"
    ANSWERED = "2_answered", "Advice or information given"
    PASSED_ON = "3_passed_on", "Passed to the local policing team"
    PARTNER = "4_partner", "Raised with a partner agency"
    CHIEF_OFFICER = "5_chief_officer", "Raised with chief officers"
    DIRECT = "6_direct", "Direct intervention"


class Frequency(TextChoices):
    """How often an ambassador means to be in touch with a contact."""

    MONTHLY = "monthly", "Every month"
    TWO_MONTHLY = "two_monthly", "Every two months"
    QUARTERLY = "quarterly", "Every three months"
    SIX_MONTHLY = "six_monthly", "Every six months"
    YEARLY = "yearly", "Every year"


class ContactMeans(TextChoices):
    MEETING = "meeting", "Meeting"
    TELEPHONE = "telephone", "Telephone"
    EMAIL = "email", "E-mail"
    ONLINE = "online", "Online meeting"
    EVENT = "event", "Event"
    LETTER = "letter", "Letter"

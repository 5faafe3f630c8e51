"""What an item of business is, which decides what the pack and the minutes make of it."""

from django.db.models import TextChoices


class ItemKind(TextChoices):
    OPENING = "opening", "Opening business, a heading"
    APOLOGIES = "apologies", "Apologies"
    INTERESTS = "interests", "Members' interests"
    ANNOUNCEMENTS = "announcements", "Chair's announcements"
    MINUTES = "minutes", "Minutes of the previous meeting"
    PUBLIC_QUESTIONS = "public_questions", "Public questions"
    REPORT = "report", "Report or discussion"
    ACTIONS = "actions", "Recommendations and actions"
    WORK_PROGRAMME = "work_programme", "Work programme"
    DATES = "dates", "Dates of meetings"
    URGENT = "urgent", "Urgent items"
    EXCLUSION = "exclusion", "Exempt information: to exclude the public"
    COMPLAINTS = "complaints", "Complaints about the Commissioner"
    DECISIONS = "decisions", "Decisions of the Commissioner"


class ResolutionKind(TextChoices):
    SUPPORTS = "supports", "Supports"
    RECOMMENDS = "recommends", "Recommends"
    REQUESTS = "requests", "Requests"
    NOTES = "notes", "Notes"
    DECIDES = "decides", "Decides"
    EXCLUDES = "excludes", "Excludes the public"


TO_SOMEBODY = (ResolutionKind.RECOMMENDS, ResolutionKind.REQUESTS)  # each of these becomes a recommendation

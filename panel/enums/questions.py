"""How questions of the public come in, and what becomes of them."""

from django.db.models import TextChoices


class Channel(TextChoices):
    WEB = "web", "This website"
    EMAIL = "email", "E-mail"
    LETTER = "letter", "Letter"
    IN_PERSON = "in_person", "In person or by telephone"


class AskedState(TextChoices):
    RECEIVED = "received", "Waiting for a decision"
    ACCEPTED = "accepted", "Accepted"
    REFUSED = "refused", "Not accepted"
    WITHDRAWN = "withdrawn", "Withdrawn"
    ANSWERED = "answered", "Answered"


PUT = (AskedState.ACCEPTED, AskedState.ANSWERED)  # what the Panel deals with, and the public may read
COUNTED = (AskedState.RECEIVED, *PUT)  # what counts against the number a person may ask


class RefusalGround(TextChoices):
    NOT_OUR_BUSINESS = "not_our_business", "Not about the business of the Panel or the Commissioner"
    NAMED_PERSON = "named_person", "About a named person or a case"
    OFFENSIVE = "offensive", "Defamatory, abusive or offensive"
    CONFIDENTIAL = "confidential", "Needs information that is exempt or confidential"
    ASKED_BEFORE = "asked_before", "The same as a question asked in the past six months"
    NO_QUESTION = "no_question", "A statement, not a question"


class AnswerManner(TextChoices):
    AT_MEETING = "at_meeting", "At the meeting"
    IN_WRITING = "in_writing", "In writing"

"""What an elected local policing body has to publish, in one place: the Schedule to SI 2011/3050 as amended.

Amended by SI 2012/2479, SI 2013/1816 and SI 2021/547. The Order itself sets how often the money is published; how often
the rest is, the office may set otherwise for itself.
"""

from dataclasses import dataclass

from panel.publication import Frequency

ORDER = "Elected Local Policing Bodies (Specified Information) Order 2011"


@dataclass(frozen=True)
class Specified:
    """One thing to publish. `shown_at` names the page of this site that shows it by itself, where one does."""

    code: str
    paragraph: str
    what: str
    frequency: Frequency
    is_set_by_order: bool = False
    shown_at: str = ""


DECISIONS, MEETINGS = "panel:decisions", "panel:meetings"
M, Q, Y = Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.ANNUALLY
BEFORE, CHANGE = Frequency.BEFORE_YEAR, Frequency.ON_CHANGE
SPECIFIED: tuple[Specified, ...] = (
    Specified("office-holders", "1", "Who holds office, and how to write to them", CHANGE),
    Specified("pay", "1", "The salary of each office holder and the allowances paid", Y),
    Specified("interests", "1", "The register of the office holders' interests", CHANGE),
    Specified("complaints", "1", "How many complaints and conduct matters the Panel brought to the Commissioner", Q),
    Specified("staff", "2", "How many staff there are, and how many are women, of an ethnic minority, disabled", Y),
    Specified("structure", "2", "The structure of the office", CHANGE),
    Specified("senior-staff", "2", "Senior posts and their salaries", Y),
    Specified("gifts", "2", "Gifts and hospitality that were offered, those declined included", Q),
    Specified("shared-staff", "2A", "The use made of staff of the force or of a council", Y),
    Specified("budget", "3(a)", "The total budget", BEFORE, is_set_by_order=True),
    Specified("precept", "3(b)", "The precept", BEFORE, is_set_by_order=True),
    Specified("income", "3(c)", "Where other revenue comes from", BEFORE, is_set_by_order=True),
    Specified("spending-plan", "3(d)", "How the money is to be spent", BEFORE, is_set_by_order=True),
    Specified("investment", "3(e)", "The investment strategy", BEFORE, is_set_by_order=True),
    Specified(
        "grants", "3(f)", "Each crime and disorder reduction grant: to whom, for what, on which conditions and why", M,
        is_set_by_order=True,
    ),
    Specified(
        "spending", "3(g)", "Each item of spending over £500: to whom, for what, and why it is value for money", M,
        is_set_by_order=True,
    ),
    Specified("premises", "4(a)", "Premises that are owned or used", Y),
    Specified("contracts", "4(b)", "Each contract over £10,000", Q),
    Specified("small-contracts", "4(c)", "A list of the smaller contracts", Q),
    Specified("meetings", "5", "Meetings held in public and their agendas", CHANGE, shown_at=MEETINGS),
    Specified("minutes", "5", "Reports to those meetings, and their minutes", CHANGE, shown_at=MEETINGS),
    Specified("decisions", "5", "Decisions of significant public interest", CHANGE, shown_at=DECISIONS),
    Specified("conduct", "6", "Policies on conduct and on complaints", CHANGE),
    Specified("records", "6", "The policy on keeping records", CHANGE),
    Specified("whistleblowing", "6", "The policy on whistleblowing", CHANGE),
    Specified("safety-reports", "7", "Reports from community safety authorities", CHANGE),
    Specified("national-priorities", "7A", "What the force does for the national priorities for policing", Q),
    Specified("inspection", "7B", "The latest inspection of the force, with a summary", CHANGE),
    Specified("complaints-data", "7C", "Figures on complaints against the police", Q),
    Specified("complaints-oversight", "7C", "How the Commissioner oversees the handling of complaints", Y),
    Specified("custody-visitors", "8", "The arrangements for independent custody visitors", CHANGE),
)  # fmt: skip
BY_CODE = {item.code: item for item in SPECIFIED}
PLACE = {item.code: place for place, item in enumerate(SPECIFIED)}

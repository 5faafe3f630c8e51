"""Minutes of a meeting read against its attendance, its quorum and its votes counted. Plain values in and out."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

STYLES = (
    "Councillor", "Cllr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Professor", "Sir", "Dame", "Alderman",
    "Chief Constable", "Deputy Chief Constable", "Assistant Chief Constable", "Superintendent", "Chief Superintendent",
    "Inspector", "Chief Inspector", "Sergeant",
)  # fmt: skip
# What people do in minutes. One who is only mentioned does none of it.
VERBS = (
    "accepted", "added", "advised", "agreed", "announced", "answered", "asked", "believed", "challenged", "clarified",
    "commented", "confirmed", "declared", "disagreed", "emphasised", "enquired", "explained", "expressed", "felt",
    "highlighted", "informed", "introduced", "invited", "mentioned", "moved", "noted", "objected", "observed",
    "outlined", "pointed", "presented", "proposed", "queried", "questioned", "raised", "referred", "remarked",
    "replied", "reported", "requested", "responded", "said", "seconded", "spoke", "stated", "stressed", "suggested",
    "summarised", "thanked", "told", "urged", "voted", "wanted", "welcomed", "wished", "wondered",
)  # fmt: skip
BY = ("answered", "asked", "moved", "presented", "proposed", "raised", "seconded", "suggested", "introduced")
# Words of which no person's name consists: 'Home Office', 'Warwick District Council'.
NO_NAME = frozenset(
    {
        "A", "Act", "After", "Agenda", "An", "And", "Annual", "Appendix", "April", "As", "Association", "At", "August",
        "Authority", "Board", "Borough", "Both", "British", "Budget", "But", "Central", "Chair", "Chief", "City",
        "Commissioner", "Committee", "Community", "Constable", "Constabulary", "Council", "Councillor", "Councillors",
        "County", "Court", "Crime", "Criminal", "December", "Democratic", "Deputy", "District", "During", "England",
        "Executive", "February", "Federation", "Finance", "Financial", "Fire", "Following", "For", "Force",
        "Government", "Group", "He", "Head", "Home", "However", "If", "In", "It", "Item", "January", "July", "June",
        "Justice", "Legal", "Local", "March", "May", "Media", "Member", "Members", "Minister", "Monitoring", "National",
        "November", "October", "Office", "Officer", "Officers", "On", "One", "Option", "Panel", "Plan", "Police",
        "Policy", "Programme", "Public", "Reflecting", "Report", "Resident", "Residents", "Royal", "Secretary",
        "Section", "Senior", "September", "Service", "Services", "She", "State", "Strategy", "Support", "That", "The",
        "Their", "There", "These", "They", "This", "Three", "Treasurer", "Two", "Unison", "United", "Vice", "Wales",
        "We", "When", "While", "Working",
    }
)  # fmt: skip
_WORD = r"[A-Z][\w'’]+(?:-[A-Z][\w'’]+)*"
_PARTICLE = r"(?:de|van|von|der|la|le|al|bin|ap)"
_NAME = rf"(?:{_PARTICLE} )*{_WORD}(?: (?:{_PARTICLE} )*{_WORD}){{0,3}}"
_STYLE = "(?:" + "|".join(sorted(STYLES, key=len, reverse=True)) + ")"
_FULL_STOP = re.compile(r"\b(Cllr|Mr|Mrs|Ms|Mx|Dr)\.")
_BETWEEN = r"(?:, [^,.;:]{1,100},)?(?: and [^,.;:]{1,60}?)?(?: (?:also|then|both|again|further|later|in turn))*"
_SPEAKS = re.compile(rf"(?P<style>{_STYLE} )?(?P<name>{_NAME}){_BETWEEN} (?:{'|'.join(VERBS)})\b")
_BY = re.compile(rf"\b(?:{'|'.join(BY)}) by (?P<style>{_STYLE} )?(?P<name>{_NAME})")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“])|\n+")


@dataclass(frozen=True)
class Person:
    """Somebody on a meeting's list. `note` is what the list says of one who was not there: 'apologies'."""

    name: str  # without style: 'Ellen Marsh'
    note: str = ""


@dataclass(frozen=True)
class Unlisted:
    """Somebody who spoke, as the text has the name, with the first sentence; `note` if the list has them as away."""

    name: str
    sentence: str
    note: str = ""


@dataclass(frozen=True)
class Tally:
    """Votes for, against and abstained."""

    votes_for: int
    against: int
    abstained: int

    @property
    def is_tied(self) -> bool:
        """As many for as against, so that the chair may cast a vote."""
        return self.votes_for == self.against

    def is_carried(self, casting: str = "") -> bool:
        """More for than against; of as many, the chair's casting vote 'for'. Without one, what is put falls."""
        return casting == "for" if self.is_tied else self.votes_for > self.against


def unlisted_speakers(text: str, *, present: Sequence[Person], away: Sequence[Person] = ()) -> tuple[Unlisted, ...]:
    """Who speaks in the text but is not among those present, in the order of the text, each once.

    A speaker is a name that does something people do at meetings: 'Councillor Fenwick said', 'seconded by Jo Hale'.
    Names agree if their last names do, and their first names where both have one. A name without a style needs a first
    name to count; 'the Chair' and other posts are no names. Raises nothing: it points out, and decides nothing.
    """
    found: dict[str, Unlisted] = {}
    for sentence in _SENTENCE.split(_FULL_STOP.sub(r"\1", text)):
        for name in _speakers(sentence):
            key = _plain(name)
            if key in found or any(_same(name, person.name) for person in present):
                continue
            note = next((person.note for person in away if _same(name, person.name)), "")
            found[key] = Unlisted(name, sentence.strip(), note)
    return tuple(found.values())


def tally(ballots: Iterable[str]) -> Tally:
    """Counts 'for', 'against' and 'abstained'."""
    cast = list(ballots)
    return Tally(cast.count("for"), cast.count("against"), cast.count("abstained"))


def quorum(members: int, *, one_in: int) -> int:
    """How many must be there: one in so many members, rounded up; 12 members and one in 4 give 3."""
    return -(-members // one_in)


def _speakers(sentence: str) -> Iterator[str]:
    """Names that do something, as the sentence has them, without style."""
    hits = [*_SPEAKS.finditer(sentence), *_BY.finditer(sentence)]
    for hit in sorted(hits, key=lambda hit: hit.start("name")):
        name = _trimmed(hit["name"], has_style=bool(hit["style"]))
        if name:
            yield name


def _trimmed(name: str, *, has_style: bool) -> str:
    """The name without words before it that belong to none; empty where no name is left."""
    words = name.split(" ")
    while words and words[0] in NO_NAME and not has_style:
        words = words[1:]
    if any(word in NO_NAME for word in words) and not has_style:
        return ""
    return " ".join(words) if has_style or len(words) > 1 else ""


def _same(said: str, listed: str) -> bool:
    """'Fenwick' and 'Ada Fenwick' agree; 'Ann Fenwick' and 'Ada Fenwick' do not, 'A Fenwick' does."""
    one, other = _plain(said).split(), _plain(listed).split()
    if not one or not other or one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = one[0], other[0]
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


def _plain(name: str) -> str:
    """Without accents, apostrophes, possessive or capitals."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"['’]s$|['’.]", "", bare).casefold()

"""What the pack prints of the Panel's own records under an agenda item: one function for each kind of item."""

from collections.abc import Callable, Mapping

from panel.enums import ItemKind
from panel.models import PanelMeeting
from panel.printed.action_log import action_log_section
from panel.printed.work_programme import work_programme_section
from panel.quarterly_report.sections import Section
from panel.queries import Reader, action_log, work_programme

Printed = Callable[[PanelMeeting, Reader], Section]


def _actions(meeting: PanelMeeting, reader: Reader) -> Section:
    return action_log_section(action_log(meeting.held_on, reader))


def _work_programme(meeting: PanelMeeting, reader: Reader) -> Section:
    return work_programme_section(work_programme(since=meeting.held_on, public=reader.is_public))


SECTIONS: Mapping[ItemKind, Printed] = {
    ItemKind.ACTIONS: _actions,
    ItemKind.WORK_PROGRAMME: _work_programme,
}

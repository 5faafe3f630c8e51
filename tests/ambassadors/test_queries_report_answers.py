"""Reading a report back as answers."""

import pytest

from ambassadors.enums import Step
from ambassadors.models import ForumReport
from ambassadors.queries.report_answers import (
    answers_of,
)
from opcc.accounts.models import User
from tests.ambassadors.filing import finished

pytestmark = pytest.mark.django_db


# answers_of


def test_answers_of_reads_a_report_in_the_same_number_of_queries(
    draft: ForumReport, by: User, django_assert_num_queries: object
) -> None:
    report = ForumReport.objects.select_related("forum").get(pk=finished(draft, by).pk)
    with django_assert_num_queries(6):  # type: ignore[operator]  # a fixture without a type
        answers = answers_of(report)
    assert list(answers) == list(Step)

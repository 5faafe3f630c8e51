"""When beat runs what. Times are UTC; a task that means a London time works that out itself."""

from typing import Any

from celery.schedules import crontab

TIMETABLE: dict[str, dict[str, Any]] = {
    "send-waiting-mail": {"task": "opcc.core.tasks.send_waiting_mail", "schedule": 10.0},
    "send-report-reminders": {"task": "ambassadors.tasks.send_report_reminders", "schedule": crontab(hour=7, minute=0)},
    "forget-expired": {"task": "opcc.accounts.tasks.forget_expired", "schedule": crontab(minute=20)},
    # Three days running, in case beat was down on the first; each ambassador hears once a month.
    "send-contact-digests": {
        "task": "ambassadors.tasks.send_contact_digests",
        "schedule": crontab(hour=7, minute=5, day_of_month="1-3"),
    },
    # What nobody told a worker of, and what a worker left when it was killed.
    "sweep-reports": {"task": "panel.tasks.sweep_reports", "schedule": 10.0},
    "sweep-packs": {"task": "panel.tasks.sweep_packs", "schedule": 10.0},
    # The force's figures: what a load, a rule or a decision marked.
    "refresh-summaries": {"task": "performance.tasks.refresh_summaries", "schedule": 15.0},
    "project-ahead": {"task": "performance.tasks.project_ahead", "schedule": 60.0},
    "score-projections": {
        "task": "performance.tasks.score_projections",
        "schedule": crontab(hour=5, minute=0, day_of_month="2"),
    },
    "sweep-loads": {"task": "performance.tasks.sweep_loads", "schedule": 10.0},
    "draft-quarter-if-due": {"task": "panel.tasks.draft_quarter_if_due", "schedule": crontab(hour=6, minute=30)},
}

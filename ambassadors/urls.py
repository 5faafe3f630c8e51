"""Addresses of the ambassadors' portal."""

from django.urls import URLPattern, path

from ambassadors.enums import Step
from ambassadors.views import files, home, reports, sending, steps, work

app_name = "ambassadors"
REPORT = "reports/<uuid:public_id>"

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("concerns/", home.concern_list, name="concerns"),
    path("concerns/<uuid:public_id>/told/", home.concern_told, name="concern-told"),
    path("reports/", reports.report_list, name="reports"),
    path("reports/new/", reports.report_new, name="report-new"),
    path(f"{REPORT}/", reports.report_detail, name="report"),
    path(f"{REPORT}/sections/", reports.report_tasks, name="report-tasks"),
    *[
        path(f"{REPORT}/{step}/", steps.report_step, {"step": step}, name=f"report-{step}")
        for step in Step
        if step != Step.FILES
    ],
    path(f"{REPORT}/files/", files.report_files, name="report-files"),
    path(f"{REPORT}/check/", sending.report_check, name="report-check"),
    path(f"{REPORT}/sent/", sending.report_sent, name="report-sent"),
    path(f"{REPORT}/delete/", reports.report_delete, name="report-delete"),
    path("files/<uuid:public_id>/", files.file_download, name="file"),
    path("files/<uuid:public_id>/remove/", files.file_remove, name="file-remove"),
    path("contacts/", work.contact_list, name="contacts"),
    path("contacts/new/", work.contact_new, name="contact-new"),
    path("contacts/<uuid:public_id>/", work.contact_edit, name="contact-edit"),
    path("contacts/<uuid:public_id>/in-touch/", work.contact_made, name="contact-made"),
    path("contacts/<uuid:public_id>/end/", work.contact_end, name="contact-end"),
    path("objectives/", work.objective_list, name="objectives"),
    path("objectives/<uuid:public_id>/progress/", work.objective_progress, name="objective-progress"),
    path("events/", work.event_list, name="events"),
    path("events/new/", work.event_new, name="event-new"),
]

"""Addresses of the Panel members' area and of the reports that anybody may read."""

from django.urls import path

from panel import views
from panel.enums import Audience

app_name = "panel"
PAPERS = [
    pattern
    for audience in Audience
    for pattern in (
        path(
            f"papers/<uuid:public_id>/{audience.value}/",
            views.paper,
            {"audience": audience},
            name=f"paper-{audience.value}",
        ),
        path(
            f"papers/<uuid:public_id>/{audience.value}.pdf",
            views.paper_pdf,
            {"audience": audience},
            name=f"paper-pdf-{audience.value}",
        ),
    )
]
PACKS = [
    pattern
    for audience in Audience
    for pattern in (
        path(
            f"packs/<uuid:public_id>/{audience.value}/",
            views.pack,
            {"audience": audience},
            name=f"pack-{audience.value}",
        ),
        path(
            f"packs/<uuid:public_id>/{audience.value}.pdf",
            views.pack_pdf,
            {"audience": audience},
            name=f"pack-pdf-{audience.value}",
        ),
    )
]
urlpatterns = [
    path("", views.home, name="home"),
    path("reports/", views.public_reports, name="public-reports"),
    path("reports/<uuid:public_id>/", views.public_report, name="public-report"),
    path("reports/<uuid:public_id>/report.pdf", views.public_pdf, name="public-pdf"),
    path("meetings/", views.meetings, name="meetings"),
    path("meetings/calendar.ics", views.meetings_calendar, name="meetings-calendar"),
    path("meetings/<uuid:public_id>/", views.meeting, name="meeting"),
    path("recommendations/", views.recommendations, name="recommendations"),
    path("recommendations/<uuid:public_id>/", views.recommendation, name="recommendation"),
    path("letters/<uuid:public_id>/letter.pdf", views.letter, name="letter"),
    path("evidence/<uuid:public_id>/", views.evidence, name="evidence"),
    path("questions/", views.questions, name="questions"),
    path("questions/<uuid:public_id>/sent/", views.question_sent, name="question-sent"),
    path("meetings/<uuid:public_id>/ask/", views.ask, name="ask"),
    path("work-programme/", views.work_programme, name="work-programme"),
    path("packs/", views.packs, name="packs"),
    path("items/<uuid:public_id>/", views.item, name="item"),
    path("parts/<uuid:public_id>/paper.pdf", views.part, name="part"),
    path("parts/<uuid:public_id>/restricted.pdf", views.part_restricted, name="part-restricted"),
    *PACKS,
    *PAPERS,
]

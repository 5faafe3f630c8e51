"""Addresses of the Panel: the members' own pages, and what anybody may read and ask."""

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
    path("meetings/<uuid:public_id>/minutes/", views.minutes, name="minutes"),
    path("meetings/<uuid:public_id>/minutes.pdf", views.minutes_pdf, name="minutes-pdf"),
    path("meetings/<uuid:public_id>/minutes/exempt/", views.exempt_minutes, name="exempt-minutes"),
    path("meetings/<uuid:public_id>/minutes/exempt.pdf", views.exempt_minutes_pdf, name="exempt-minutes-pdf"),
    path("members/", views.members, name="members"),
    path("members/interests/", views.interests, name="interests"),
    path("recommendations/", views.recommendations, name="recommendations"),
    path("recommendations/<uuid:public_id>/", views.recommendation, name="recommendation"),
    path("letters/<uuid:public_id>/letter.pdf", views.letter, name="letter"),
    path("evidence/<uuid:public_id>/", views.evidence, name="evidence"),
    path("search/", views.search, name="search"),
    path("complaints/", views.complaints, name="complaints"),
    path("precept/", views.precepts, name="precepts"),
    path("precept/<int:year>/", views.precept, name="precept"),
    path("questions/", views.questions, name="questions"),
    path("questions/<uuid:public_id>/sent/", views.question_sent, name="question-sent"),
    path("meetings/<uuid:public_id>/ask/", views.ask, name="ask"),
    path("decisions/", views.decisions, name="decisions"),
    path("decisions/feed.xml", views.decisions_feed, name="decisions-feed"),
    path("decisions/papers/<uuid:public_id>/", views.decision_paper, name="decision-paper"),
    path("decisions/<str:number>/", views.decision, name="decision"),
    path("publications/", views.publications, name="publications"),
    path("publications/<uuid:public_id>/", views.publication_proof, name="publication-proof"),
    path("work-programme/", views.work_programme, name="work-programme"),
    path("packs/", views.packs, name="packs"),
    path("items/<uuid:public_id>/", views.item, name="item"),
    path("parts/<uuid:public_id>/paper.pdf", views.part, name="part"),
    path("parts/<uuid:public_id>/restricted.pdf", views.part_restricted, name="part-restricted"),
    *PACKS,
    *PAPERS,
]

"""The front page and the pages that every portal links to."""

from django.urls import path

from opcc.console import views

urlpatterns = [
    path("", views.home, name="home"),
    path("help/", views.help_and_contact, name="help"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
]

"""The public's pages about community forums. No sign-in."""

from django.urls import path

from forums import views

app_name = "forums"
urlpatterns = [
    path("", views.forum_list, name="forum-list"),
    path("calendar.ics", views.calendar, name="calendar"),
    path("<slug:slug>/", views.forum_detail, name="forum-detail"),
    path("<slug:slug>/calendar.ics", views.forum_calendar, name="forum-calendar"),
]

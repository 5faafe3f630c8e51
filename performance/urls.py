"""The pages of the force's figures. Anybody may read them; what is restricted is not there for those who may not."""

from django.urls import path

from performance import views

app_name = "performance"
urlpatterns = [
    path("", views.scorecard, name="scorecard"),
    path("how-signals-are-found/", views.rules, name="rules"),
    path("compare/", views.compare, name="compare"),
    path("areas/<slug:code>/", views.area, name="area"),
    path("<slug:code>/", views.measure, name="measure"),
    path("<slug:code>/chart.svg", views.chart, name="chart"),
]

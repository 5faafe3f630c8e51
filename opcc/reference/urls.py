"""What the office gives every page."""

from django.urls import path

from opcc.reference import views

app_name = "reference"
urlpatterns = [path("office.css", views.office_css, name="office-css")]

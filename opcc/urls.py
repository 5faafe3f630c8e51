"""Every address of the site."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("opcc.console.urls")),
    path("", include("opcc.reference.urls")),
    path("forums/", include("forums.urls")),
    path("performance/", include("performance.urls")),
    path("panel/", include("panel.urls")),
    path("staff/", admin.site.urls),
    path("ambassadors/", include("ambassadors.urls")),
    path("account/", include("opcc.accounts.urls")),
]

handler429 = "opcc.accounts.views.too_many_tries"

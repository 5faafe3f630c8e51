"""The site's addresses and one more: a view that inserts a row and does nothing else."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils import timezone

from opcc.core.models import AccessLog
from opcc.urls import urlpatterns as site_urls


def insert(request: HttpRequest) -> HttpResponse:
    """What a POST costs at the least: one row of what was typed, in one transaction, and a redirect."""
    with transaction.atomic():
        AccessLog.objects.create(at=timezone.now(), kind="opened", description=request.POST.get("residents", ""))
    return HttpResponseRedirect("/")


urlpatterns = [path("bare-insert/", insert), *site_urls]

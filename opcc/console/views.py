"""The front page, the pages every site must have, and its health."""

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from opcc.core.enums import MailState
from opcc.core.models import OutboxMessage

MAIL_IS_LATE = timedelta(minutes=10)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where the public comes in."""
    return render(request, "console/home.html")


@require_safe
def help_and_contact(request: HttpRequest) -> HttpResponse:
    """How to reach the office, and what to do when something does not work."""
    return render(request, "console/help.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What the site keeps about people, why and for how long."""
    return render(request, "console/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "console/accessibility.html")


@require_safe
@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    """The web server answers. Nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Whether the site can do its work: the database answers and mail is not piling up. No details, no counts."""
    now = timezone.now()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        late = OutboxMessage.objects.filter(state=MailState.WAITING, send_after__lt=now - MAIL_IS_LATE).exists()
    except DatabaseError:
        return JsonResponse({"database": "down"}, status=503)
    background = "delayed" if late else "ok"
    return JsonResponse({"database": "ok", "background": background}, status=503 if late else 200)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116)."""
    expires = (timezone.now() + timedelta(days=365)).strftime("%Y-%m-%dT00:00:00Z")
    text = f"Contact: {settings.SITE_URL.rstrip('/')}/help/\nExpires: {expires}\nPreferred-Languages: en\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")

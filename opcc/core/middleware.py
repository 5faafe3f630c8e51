"""Puts the signed-in person and the address on every history row of a request."""

from typing import Any

from django.http import HttpRequest
from pghistory.middleware import HistoryMiddleware as Base


class HistoryMiddleware(Base):
    """Who and where; never the query string, which may hold what someone typed."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        user = getattr(request, "user", None)
        return {"user": user.pk if user is not None and user.is_authenticated else None, "url": request.path}

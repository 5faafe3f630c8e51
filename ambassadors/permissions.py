"""Who may enter the ambassadors' portal, and whose records they find there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from ambassadors.models import Ambassador
from opcc.accounts.enums import Role
from opcc.accounts.permissions import roles_required

View = Callable[..., HttpResponseBase]


def ambassadors_only(view: View) -> View:
    """Let in people with the ambassadors' role, and hand the view who they are: `view(request, ambassador, …)`.

    An account with the role that the office has not yet tied to an ambassador has nothing here: 403.
    """

    @wraps(view)
    def with_ambassador(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        ambassador = Ambassador.objects.filter(user=request.user.pk).first()
        if ambassador is None:
            raise PermissionDenied
        return view(request, ambassador, *args, **kwargs)

    return roles_required(Role.AMBASSADOR)(with_ambassador)

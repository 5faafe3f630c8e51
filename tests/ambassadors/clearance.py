"""Staff with and without the permission to read restricted concerns, whatever their role gives."""

from django.contrib.auth.models import Group, Permission

from opcc.accounts.models import User


def _permission() -> Permission:
    return Permission.objects.get(codename="view_restricted_concern", content_type__app_label="ambassadors")


def cleared(user: User) -> User:
    """The person, allowed to read restricted concerns."""
    user.user_permissions.add(_permission())
    return User.objects.get(pk=user.pk)


def not_cleared(user: User) -> User:
    """The person, with everything the role gives but the restricted concerns."""
    for group in Group.objects.filter(user=user):
        group.permissions.remove(_permission())
    user.user_permissions.remove(_permission())
    return User.objects.get(pk=user.pk)

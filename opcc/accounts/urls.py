"""The account pages that exist: our own, and each of allauth's by name. What is not listed cannot be reached."""

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as recovery_views
from allauth.mfa.totp import views as totp_views
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.decorators.cache import never_cache

from opcc.accounts import views

own = [
    path("", views.profile, name="profile"),
    path("start/", views.landing, name="landing"),
    path("sign-out-everywhere/", views.sign_out_elsewhere, name="sign-out-everywhere"),
    path("invitations/accept/", views.invitation_accept, name="invitation-accept"),
    path("invitations/<str:token>/", views.invitation_open, name="invitation-open"),
]

# Named as allauth names them, without a namespace: its own code looks them up.
allauth_pages: list[URLPattern | URLResolver] = [
    path("sign-in/", never_cache(views.SignInView.as_view()), name="account_login"),
    path("sign-out/", account_views.logout, name="account_logout"),
    path("cannot-sign-in/", account_views.account_inactive, name="account_inactive"),
    path("confirm-password/", never_cache(account_views.reauthenticate), name="account_reauthenticate"),
    path("address/", never_cache(account_views.email), name="account_email"),
    path("address/confirm/", account_views.email_verification_sent, name="account_email_verification_sent"),
    path("password/", never_cache(account_views.password_change), name="account_change_password"),
    path("password/forgotten/", account_views.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", account_views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        never_cache(account_views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("password/changed/", account_views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("second-step/", mfa_views.index, name="mfa_index"),
    path("second-step/code/", mfa_views.authenticate, name="mfa_authenticate"),
    path("second-step/confirm/", never_cache(mfa_views.reauthenticate), name="mfa_reauthenticate"),
    path("second-step/set-up/", never_cache(views.SetUpSecondStepView.as_view()), name="mfa_activate_totp"),
    path("second-step/turn-off/", totp_views.deactivate_totp, name="mfa_deactivate_totp"),
    path("recovery-codes/", recovery_views.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", recovery_views.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("recovery-codes/download/", recovery_views.download_recovery_codes, name="mfa_download_recovery_codes"),
]

urlpatterns: list[URLPattern | URLResolver] = [path("", include((own, "accounts"))), *allauth_pages]

"""Settings, by environment only. Production is the default and refuses to start half-configured.

A developer's machine is one where `./dev` wrote .var/local.env, which says OPCC_ENV=local.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from opcc import embedded
from opcc.schedule import TIMETABLE

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
if env("OPCC_ENV", default="local") == "local":  # whoever says production gets nothing from a developer's file
    env.read_env(BASE_DIR / ".var" / "local.env")

LOCAL = env("OPCC_ENV", default="production") == "local"
DEBUG = env.bool("OPCC_DEBUG", default=False)

# What production cannot do without, and where each comes from.
REQUIRED = {
    "SECRET_KEY": "a long random text, for example from: python -c 'import secrets; print(secrets.token_urlsafe(50))'",
    "ALLOWED_HOSTS": "the host names the site answers to, separated by commas",
    "DATABASE_URL": "postgres://user:password@host:5432/name",
    "REDIS_URL": "redis://host:6379/0, the worker's broker",
}
if not LOCAL:
    missing = [name for name in REQUIRED if not env(name, default="")]
    if missing:
        hints = "\n".join(f"  {name}: {REQUIRED[name]}" for name in missing)
        raise ImproperlyConfigured(
            f"opcc cannot start: set these in the environment.\n{hints}\n"
            "On your own machine, run ./dev demo: it makes them for you."
        )

SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000")
PROXY_COUNT = env.int("PROXY_COUNT", default=0)  # proxies in front of the web server whose X-Forwarded-For is believed

INSTALLED_APPS = [
    # Above Django's admin, because its templates and site are ours.
    "opcc.console.apps.ConsoleConfig",
    "opcc.console.apps.OfficeAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "crispy_forms",
    "django_filters",
    "pgtrigger",
    "pghistory",
    "opcc.core.apps.CoreConfig",
    "opcc.documents.apps.DocumentsConfig",
    "opcc.web.apps.WebConfig",
    "opcc.reference.apps.ReferenceConfig",
    "opcc.accounts.apps.AccountsConfig",
    "forums.apps.ForumsConfig",
    "ambassadors.apps.AmbassadorsConfig",
    "engagement.apps.EngagementConfig",
    "consultations.apps.ConsultationsConfig",
    "grants.apps.GrantsConfig",
    "performance.apps.PerformanceConfig",
    "panel.apps.PanelConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "opcc.web.middleware.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "opcc.accounts.middleware.SessionLimitsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "opcc.core.middleware.HistoryMiddleware",
    "opcc.accounts.middleware.SecondFactorMiddleware",
    "opcc.accounts.middleware.RefusalsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "opcc.urls"
WSGI_APPLICATION = "opcc.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "opcc.reference.context_processors.office",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "opcc"
CRISPY_TEMPLATE_PACK = "opcc"

# --- Data -------------------------------------------------------------------------------------
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db("DATABASE_URL") if env("DATABASE_URL", default="") else embedded.postgres_settings(BASE_DIR)
}
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"])  # a socket's folder is written %2Fvar%2Frun
DATABASES["default"].setdefault("OPTIONS", {})
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DOCUMENTS_DIR = Path(env("DOCUMENTS_DIR", default=str(BASE_DIR / ".var" / "documents")))

STORAGES = {
    # Uploads and published documents lie outside the web root: only views that check access serve them.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DOCUMENTS_DIR, "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
LIBREOFFICE = "soffice"  # turns Word documents into PDFs, where the server has it
UPLOAD_LIMIT_BYTES = 5 * 1024 * 1024  # one attached file
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = LOCAL  # a developer's machine serves the files where they lie

# --- Language and time ------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"  # shown; stored in UTC
USE_TZ = True
FORMAT_MODULE_PATH = "opcc.web.formats"

# --- People -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:landing"
LOGOUT_REDIRECT_URL = "home"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "opcc.accounts.validators.LengthValidator"},
    {"NAME": "opcc.accounts.validators.GuessableValidator"},
    {"NAME": "opcc.accounts.validators.OfficeWordsValidator"},
]
PASSWORD_RESET_TIMEOUT = 3600
SESSION_COOKIE_AGE = 12 * 3600  # and opcc.accounts.middleware ends idle ones sooner
CSRF_FAILURE_VIEW = "opcc.accounts.stash.refuse_forged_request"
# Rate limits and spent codes hold over all web processes, and outlive the broker. Nothing else is cached here.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

ALLAUTH_TRUSTED_PROXY_COUNT = PROXY_COUNT
ACCOUNT_ADAPTER = "opcc.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up; allauth reads from it that sign-in has a password
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True  # until SESSION_COOKIE_AGE, so that a phone that closes the browser keeps a draft open
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_RATE_LIMITS = {
    # Never by address alone ("key"): that would let anybody keep a person out. django-axes locks by address and caller.
    "login_failed": "20/m/ip,100/h/ip",
    "login": "30/m/ip",
    "second_factor": "5/5m/key",
    "keep_typed_text": "60/h/ip",
    "public_question": "20/h/ip",
}
ACCOUNT_FORMS = {
    "login": "opcc.accounts.forms.SignInForm",
    "reset_password": "opcc.accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "opcc.accounts.forms.NewPasswordForm",
    "change_password": "opcc.accounts.forms.ChangePasswordForm",
    "reauthenticate": "opcc.accounts.forms.ConfirmPasswordForm",
    "add_email": "opcc.accounts.forms.ChangeAddressForm",
    "confirm_email_verification_code": "opcc.accounts.forms.ConfirmAddressForm",
}
MFA_ADAPTER = "opcc.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # one step of 30 seconds either way
MFA_RECOVERY_CODE_DIGITS = 10
MFA_FORMS = {
    "authenticate": "opcc.accounts.forms.SecondStepForm",
    "reauthenticate": "opcc.accounts.forms.ConfirmCodeForm",
    "activate_totp": "opcc.accounts.forms.SetUpForm",
    "deactivate_totp": "opcc.accounts.forms.SwitchOffForm",
    "generate_recovery_codes": "opcc.accounts.forms.NewCodesForm",
}

AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "opcc.accounts.addresses.client_address"
AXES_USERNAME_FORM_FIELD = "email"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "csrfmiddlewaretoken"]
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_DISABLE_ACCESS_LOG = True  # opcc.core's access log has it
AXES_ENABLE_ADMIN = False
AXES_ALLOWED_CORS_ORIGINS = ""
AXES_VERBOSE = False

# --- Cookies and headers ----------------------------------------------------------------------
# Plain http on this machine cannot carry Secure cookies, so the __Host- names are for production.
SESSION_COOKIE_NAME = "opcc-session" if LOCAL else "__Host-opcc-session"
CSRF_COOKIE_NAME = "opcc-csrf" if LOCAL else "__Host-opcc-csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not LOCAL)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXY_COUNT else None
SECURE_HSTS_SECONDS = 0 if LOCAL else 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not LOCAL
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- Mail: every message is a row in the outbox first (opcc.core.models) -------------------------
EMAIL_BACKEND = env("EMAIL_BACKEND", default="django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = env("EMAIL_HOST", default="localhost")
EMAIL_PORT = env.int("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="office@opcc.example")
SEND_MAIL = env.bool("SEND_MAIL", default=not LOCAL)  # False keeps every message in the outbox, to be read there

# --- Background work --------------------------------------------------------------------------
CELERY_BROKER_URL = env("REDIS_URL", default="") or embedded.broker_url(BASE_DIR)
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True  # the row tells; nothing is read back from the broker
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 50
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 400_000  # KiB
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker waits for its broker as long as it takes
CELERY_TASK_PUBLISH_RETRY = False  # a nudge that fails is no loss: the sweep finds the row
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 900,  # above the longest task
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    # A broker that is away is given up at once, or whoever nudges it would wait for six seconds.
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.2,
    "interval_max": 0.2,
}
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE = TIMETABLE
CELERY_BEAT_SCHEDULE_FILENAME = env("BEAT_SCHEDULE_FILE", default=str(BASE_DIR / ".var" / "beat"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "opcc.core.logs.JsonLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {"axes": {"level": "WARNING"}},  # opcc.security says who signed in
}

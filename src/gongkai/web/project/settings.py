"""Django's settings, made from the one typed configuration. Apps do not read these."""

from gongkai.web.ui.config import database, key_file, read_config, storage
from gongkai.web.ui.logs import logging

GONGKAI = CONFIG = read_config()

SECRET_KEY = key_file(CONFIG, "secret").hex()
DEBUG = CONFIG.debug
ALLOWED_HOSTS = list(CONFIG.hosts) or ["127.0.0.1", "localhost", "[::1]", "testserver"]
DATABASES = {"default": database(CONFIG)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "gongkai.web.project.urls"
WSGI_APPLICATION = "gongkai.web.project.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_tasks",
    "django_tasks_db",
    "gongkai.web.ui",
    "gongkai.web.search",
    "gongkai.web.audit",
    "gongkai.web.files",
    "gongkai.web.vault",
    "gongkai.web.accounts",
    "gongkai.web.notices",
    "gongkai.web.agencies",
    "gongkai.web.review",
    "gongkai.web.ledgers",
    "gongkai.web.publishing",
    "gongkai.web.reporting",
    "gongkai.web.requests",
    "gongkai.web.remedies",
    "gongkai.web.pages",
    "gongkai.web.project.apps.ProjectConfig",
]

MIDDLEWARE = [
    "gongkai.web.ui.middleware.known_peer",
    "gongkai.web.ui.middleware.request_id",
    "gongkai.web.ui.middleware.observed",
    "gongkai.web.audit.kept.keeping",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "gongkai.web.ui.middleware.unshared",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "gongkai.web.accounts.middleware.actor",
    "gongkai.web.accounts.middleware.ChangePasswordFirst",
    "gongkai.web.agencies.middleware.standing",
    "gongkai.web.agencies.middleware.SecondFactorFirst",
    "gongkai.web.ui.middleware.bounded",
    "gongkai.web.ui.middleware.Paced",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "gongkai.web.ui.context.page",
            ],
            "builtins": ["gongkai.web.ui.templatetags.gongkai"],
        },
    }
]

AUTH_USER_MODEL = "accounts.Person"
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": _VALIDATION + "UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "name")},
    },
    {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": _VALIDATION + "CommonPasswordValidator"},
    {"NAME": _VALIDATION + "NumericPasswordValidator"},
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "pages:desk"
LOGOUT_REDIRECT_URL = "pages:portal"

_HTTPS = CONFIG.production and not CONFIG.plain_http
SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 31536000 if _HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_AGE = CONFIG.session_hours * 3600
SESSION_COOKIE_NAME = "__Host-gongkai" if _HTTPS else "gongkai"
CSRF_COOKIE_NAME = "__Host-csrf" if _HTTPS else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "gongkai.web.ui.views.form_expired"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = CONFIG.data / "static"
MEDIA_ROOT = CONFIG.data / "files"
_MANIFEST = "whitenoise.storage.CompressedManifestStaticFilesStorage"
_PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": storage(CONFIG),
    "staticfiles": {"BACKEND": _MANIFEST if CONFIG.production else _PLAIN},
}
WHITENOISE_USE_FINDERS = not CONFIG.production
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 2000  # a folder of past reports, sent at once
LOGGING = logging(CONFIG)

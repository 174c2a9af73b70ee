"""Settings of the example site; it runs as a production site would unless DEBUG says otherwise."""

from importlib.util import find_spec
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from example_site import environment

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.secret_key(VAR)
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "compressor",
    "govpage",
    "govpage.news",
    "govpage.feedback",
    "govpage.audit",
    "govpage.gallery",
    "example_site",
    # The editor of the admin, where the extra is installed.
    *(["django_prose_editor"] if find_spec("django_prose_editor") else []),
]

MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "example_site.middleware.content_security_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "example_site.urls"
WSGI_APPLICATION = "example_site.wsgi.application"
DATABASES = {"default": environment.database(VAR)}
CACHES = {"default": environment.cache()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
TIME_ZONE = "America/New_York"
USE_TZ = True

MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "compressor.finders.CompressorFinder",
]
# One stylesheet and one script, with the hash of their content in their names, also while developing.
COMPRESS_ENABLED = True
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

GOVPAGE = {
    "agency": _("Harbor Office"),
    "agency_short": _("the Harbor Office"),
    "parent_agency": _("Department of Examples"),
    "parent_agency_url": "https://examples.example.gov/",
    "domain": "harbor.example.gov",
    "logo": "harbor/seal.svg",
    "menu": [
        (_("News"), "govpage_news:release_list"),
        (_("News Archive"), "govpage_news:archive"),
        (_("About us"), _("/about/")),
    ],
    "footer_menu": [
        (_("News"), "govpage_news:release_list"),
        (_("About us"), _("/about/")),
        ("Components", "govpage_gallery:index"),
    ],
    "contact": (_("Contact us"), "/contact/"),
    "search_url": "govpage_news:release_list",
    "exit_page": "exit_page",
    "links": {
        "about": _("/about/"),
        "accessibility": "/accessibility/",
        "foia": "/foia/",
        "no_fear": "/no-fear-act/",
        "inspector_general": "/inspector-general/",
        "performance": "/budget-and-performance/",
        "privacy": "/privacy/",
        "vulnerability_disclosure": "/vulnerability-disclosure/",
    },
}

GOVPAGE_NEWS = {
    "crumbs": {
        "Home": "/",
        "About Us": "/about/",
        "Site Links": "/about/",
        "Archived": "/news/archive/",
        "News Archive": "/news/archive/",
        "News": "/news/",
        "Inicio": "/",
        "Acerca de": "/acerca-de/",
        "Noticias": "/news/",
        "Archivo de noticias": "/news/archive/",
    },
    "sitemap_pages": [
        *("home", "about", "about_es", "accessibility", "contact", "foia", "inspector_general", "no_fear"),
        *("performance", "privacy", "vulnerability_disclosure"),
    ],
}

GOVPAGE_FEEDBACK = {"retention_days": 3 * 365, "resolver": "govpage.news.moved.current_path"}

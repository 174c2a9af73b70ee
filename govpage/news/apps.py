from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """News releases and their life cycle."""

    name = "govpage.news"
    label = "govpage_news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from govpage.news import checks  # noqa: F401  (registers the system checks)
        from govpage.news.search_index import install

        post_migrate.connect(install, sender=self)

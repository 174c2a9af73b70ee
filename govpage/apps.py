from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovpageConfig(AppConfig):
    """The core: components, tags and settings; no models, no URLs."""

    name = "govpage"
    label = "govpage"
    verbose_name = _("Government page components")

    def ready(self) -> None:
        from govpage import checks  # noqa: F401  (registers the system checks)

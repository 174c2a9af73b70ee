from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """Keeps the answers to "Was this page helpful?"."""

    name = "govpage.feedback"
    label = "govpage_feedback"
    verbose_name = _("Page feedback")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from govpage.feedback import checks, clearance, durability, retention, sections  # noqa: F401  (they register)

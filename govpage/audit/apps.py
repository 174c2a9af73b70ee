"""The audit as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """The app `govpage_audit`; it has no models."""

    name = "govpage.audit"
    label = "govpage_audit"
    verbose_name = _("Accessibility audit")

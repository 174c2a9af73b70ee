from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GalleryConfig(AppConfig):
    """Shows every example of every component."""

    name = "govpage.gallery"
    label = "govpage_gallery"
    verbose_name = _("Component gallery")

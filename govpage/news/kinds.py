from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a release is."""

    PRESS_RELEASE = "press_release", _("Press release")
    STATEMENT = "statement", _("Statement")
    MEDIA_ADVISORY = "media_advisory", _("Media advisory")
    FACT_SHEET = "fact_sheet", _("Fact sheet")
    REMARKS = "remarks", _("Remarks")
    TESTIMONY = "testimony", _("Testimony")
    BLOG = "blog", _("Blog")

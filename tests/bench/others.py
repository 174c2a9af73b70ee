"""A comparable page by another package's own components, beside a flat template of that page's bytes.

Run by ``make bench`` as ``python -m tests.bench.others NAME``.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import engines
from django.utils.safestring import SafeString

from tests.bench.measure import Render, comparison

NOTICE = "The page is kept for reference and may be out of date."
REQUIRED = (
    "About",
    "Accessibility",
    "FOIA",
    "No FEAR Act",
    "Inspector General",
    "Reports",
    "Privacy",
    "Vulnerabilities",
)


def django_components() -> Render:
    """The page put together from this kit's templates, each a component of django-components."""
    from django_components import Component, registry

    from tests.bench.release import archived_release, put_together

    page = archived_release()
    source, values = put_together(page, '{{% component "{name}" {parameters} / %}}')
    for name in {part.split('"')[1] for part in source.split("{% component ")[1:]}:
        members = {"template_file": f"govpage/components/{name}.html", "get_template_data": _parameters}
        registry.register(name, type(name, (Component,), members))
    template = engines["django"].from_string(source)
    return lambda: str(template.render(values))


def _parameters(self: Any, args: Any, kwargs: Any, slots: Any, context: Any) -> dict[str, Any]:
    return dict(kwargs)


def django_dsfr() -> Render:
    """Its base page with header, notice, breadcrumb, alerts, badge, footer and theme dialog; its settings are at hand."""
    from dsfr.models import DsfrConfig

    words = _words()
    links = [{"url": "/", "title": crumb} for crumb in words["crumbs"]]
    values = words | {
        "SITE_CONFIG": DsfrConfig(site_title="Harbor Office"),
        "breadcrumb_data": {"links": links, "current": words["title"]},
        "skiplinks": [{"link": "#content", "label": "Skip to main content"}],
    }
    template = engines["django"].get_template("dsfr_release.html")
    return lambda: str(template.render(values))


def django_cotton_uswds() -> Render:
    """Banner, header, breadcrumb, alert, prose, fieldset with buttons, footer and identifier."""
    values = _words()
    template = engines["django"].get_template("cotton_uswds_release.html")
    return lambda: str(template.render(values))


def _words() -> dict[str, Any]:
    from tests.bench.release import archived_release

    words = archived_release().words
    crumbs = [text for name, text in words.items() if name.startswith("crumb")]
    return words | {"body": SafeString(words["body"]), "crumbs": crumbs, "notice": NOTICE, "required": REQUIRED}


OTHERS: dict[str, tuple[list[str], list[str], Callable[[], Render]]] = {
    "django-components": (
        ["django_components"],
        ["django_components.templatetags.component_tags"],
        django_components,
    ),
    "django-dsfr": (["dsfr", "widget_tweaks"], [], django_dsfr),
    "django-cotton-uswds": (["django_cotton", "django_cotton_uswds"], [], django_cotton_uswds),
}


def main(name: str) -> None:
    """Print how the page of the package compares, or that the package is not there."""
    apps, builtins, page = OTHERS[name]
    missing = [app for app in apps if importlib.util.find_spec(app) is None]
    if missing:
        print(f"{name}: not installed; python -m pip install '.[bench]'")
        return
    _configure(apps, builtins)
    from tests.bench.release import archived_release, flat

    render = page()
    print(comparison(name, render, flat(render(), archived_release().words), "a flat template of its own bytes"))


def _configure(apps: list[str], builtins: list[str]) -> None:
    import django

    from example_site import settings as site

    values = {name: value for name, value in vars(site).items() if name.isupper()}
    values["INSTALLED_APPS"] = [*site.INSTALLED_APPS, *apps]
    options = {"builtins": builtins, "loaders": _loaders(apps)}
    values["TEMPLATES"] = [{"BACKEND": site.TEMPLATES[0]["BACKEND"], "DIRS": [_TEMPLATES], "OPTIONS": options}]
    settings.configure(**values)
    # It says that a pattern library, which no page needs, is not there.
    logging.getLogger("django_cotton_uswds").setLevel(logging.ERROR)
    django.setup()


_TEMPLATES = Path(__file__).parent / "templates"


def _loaders(apps: list[str]) -> list[Any]:
    own = ["django_cotton.cotton_loader.Loader"] if "django_cotton" in apps else []
    components = ["django_components.template_loader.Loader"] if "django_components" in apps else []
    django = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
    return [("django.template.loaders.cached.Loader", [*own, *django, *components])]


if __name__ == "__main__":
    main(sys.argv[1])

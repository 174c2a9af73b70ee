"""What a release page costs beside a flat template of the same bytes, and what others' pages cost beside theirs.

Run by ``make bench``, in one run; each of the others in a process of its own, since some change Django's own templates.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OTHERS = ("django-components", "django-dsfr", "django-cotton-uswds")


def main() -> None:
    """Print one line a comparison."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    import django

    django.setup()
    from tests.bench import release
    from tests.bench.measure import comparison

    page = release.archived_release()
    html = page.render()
    token = html.partition('name="page" value="')[2].partition('"')[0]
    words = page.words | {"token": token}
    flat = release.flat(html, words)
    print(comparison("release page", page.render, flat, "a flat template of the same bytes"))
    with_request = release.flat(html, words, page.request)
    print(comparison("release page", page.render, with_request, "the flat template with the request's context"))
    print(comparison("the same page by plain includes", release.includes(page), flat))
    for name in OTHERS:
        subprocess.run([sys.executable, "-m", "tests.bench.others", name], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()

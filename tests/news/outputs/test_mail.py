from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from govpage.news.models import NewsRelease
from govpage.news.outputs.mail import as_text, contact_lines, subject_line
from tests.news.factories import make

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
DAY = timedelta(days=1)


@pytest.fixture
def staff(client: Client) -> Client:
    """A visitor that may publish."""
    user = User.objects.create(username="press", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="publish_newsrelease"))
    client.force_login(user)
    return client


def place(release: NewsRelease) -> str:
    return f"{release.get_absolute_url()}mail/"


def letter(client: Client, release: NewsRelease) -> Any:
    response = client.get(place(release))
    assert response.headers["Content-Type"] == "message/rfc822"
    return message_from_bytes(response.content, policy=policy.default)


def part(message: Any, kind: str) -> str:
    found = message.get_body((kind,))
    assert isinstance(found, EmailMessage)
    return str(found.get_content()).replace("\r\n", "\n")


def test_both_parts_say_the_release(staff: Client) -> None:
    release = make(
        title="Piers & ports",
        subtitle="Two stay closed",
        immediate=True,
        release_number="HQ-26-1",
        body='<p>See <a href="/ports/">the ports</a>.</p><ul><li>One<ul><li>Two</li></ul></li></ul>',
        boilerplate="<p>The Harbor Office keeps the ports safe.</p>",
        contacts=[{"name": "Press Office", "phone": "202-555-0100"}],
    )
    message = letter(staff, release)
    assert message["Subject"] == "Piers & ports"
    assert message["X-Unsent"] == "1"
    assert part(message, "plain") == (
        "FOR IMMEDIATE RELEASE\nHarbor Office\nPress release\nMay 2, 2026\nHQ-26-1\n\nPiers & ports\n\nTwo stay closed\n\n"
        f"See the ports ({SITE}/ports/).\n\n- One\n\n- Two\n\nThe Harbor Office keeps the ports safe.\n\n"
        f"Press Office, 202-555-0100\n\n{SITE}{release.get_absolute_url()}\n"
    )
    html = part(message, "html")
    assert "<h1>Piers &amp; ports</h1>" in html
    assert f'<a href="{SITE}/ports/">the ports</a>' in html
    assert "<hr>\n<p>The Harbor Office keeps the ports safe.</p>" in html


def test_hostile_words_stay_words(staff: Client) -> None:
    release = make(title="</style><script>a</script>\r\nBcc: all@example.org", slug="hostile")
    message = letter(staff, release)
    assert message["Bcc"] is None
    assert "<script" not in part(message, "html")


def test_an_embargo_stands_on_top(staff: Client) -> None:
    release = make(embargoed=True, immediate=True, publish_at=datetime(2999, 1, 2, 15, tzinfo=UTC))
    assert part(letter(staff, release), "plain").startswith("Embargoed until 2999-01-02 10:00 EST\nHarbor Office\n")


def test_equal_releases_give_equal_bytes(staff: Client) -> None:
    release = make(language="es")
    assert staff.get(place(release)).content == staff.get(place(release)).content


def test_it_is_kept_by_no_cache(staff: Client) -> None:
    response = staff.get(place(make()))
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["Content-Disposition"] == 'attachment; filename="harbor-inspections-for-2026.eml"'


@pytest.mark.parametrize(
    ("moments", "status"),
    [
        pytest.param({"publish_at": None}, 200, id="draft"),
        pytest.param({"archive_at": -DAY}, 200, id="archived"),
        pytest.param({"withdraw_at": -DAY}, 404, id="withdrawn"),
        pytest.param({"expires_at": -DAY}, 404, id="expired"),
        pytest.param({"deleted_at": -DAY}, 404, id="deleted"),
    ],
)
def test_what_was_taken_back_is_not_sent(staff: Client, moments: dict[str, Any], status: int) -> None:
    release = make(**{name: moment and timezone.now() + moment for name, moment in moments.items()})
    assert staff.get(place(release)).status_code == status


def test_an_unknown_address_is_404(staff: Client) -> None:
    assert staff.get("/news/2026/05/02/nothing/mail/").status_code == 404


@pytest.mark.parametrize(
    ("is_staff", "may_publish"),
    [pytest.param(True, False, id="staff"), pytest.param(False, True, id="no-staff")],
)
def test_others_learn_nothing(client: Client, is_staff: bool, may_publish: bool) -> None:
    user = User.objects.create(username="other", is_staff=is_staff)
    user.user_permissions.set(Permission.objects.filter(codename="publish_newsrelease") if may_publish else [])
    client.force_login(user)
    assert client.get(place(make())).status_code == 403
    assert client.get("/news/2026/05/02/nothing/mail/").status_code == 403


def test_a_visitor_learns_nothing(client: Client) -> None:
    assert client.get(place(make(publish_at=None))).status_code == 403


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>a<br>b</p><p>c</p>", "a\nb\n\nc", id="lines"),
        pytest.param("<h2>A</h2><blockquote><p>b &amp; c</p></blockquote>", "A\n\nb & c", id="headings"),
        pytest.param("<dl><dt>a</dt><dd>b</dd></dl>", "a\nb", id="terms"),
        pytest.param('<p><a lang="es">a</a> <a>b</a></p>', "a b", id="links-that-lead-nowhere"),
        pytest.param(
            '<p><a hreflang="es" href="https://example.gov/?a=1&amp;b=2">a</a></p>',
            "a (https://example.gov/?a=1&b=2)",
            id="link",
        ),
    ],
)
def test_as_text(html: str, text: str) -> None:
    assert as_text(html) == text


def test_contacts_are_lines() -> None:
    contacts = [{"name": "Press\r\nOffice", "email": "press@harbor.example.gov"}, {"name": ""}]
    assert contact_lines(contacts) == ["Press Office, press@harbor.example.gov"]


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Harbor inspections for 2026", id="ascii"),
        pytest.param("Piers, ports; and ferries " * 10 + "end", id="long"),
        pytest.param("a" * 300, id="without-a-blank"),
        pytest.param(
            "Inspecciones de los puertos y muelles de la región, con más horas para añadir " * 3 + "fin", id="both"
        ),
        pytest.param(
            "kept\u00a0together <b>bold</b> %s 🚢 tab here %(a)s 港口 a & b Harbor inspections é soft", id="mixed"
        ),
        pytest.param("=?utf-8?b?c2VjcmV0?=", id="as-if-encoded"),
    ],
)
def test_a_subject_is_the_title_to_the_last_blank(title: str) -> None:
    line = subject_line(title)
    assert line.endswith(b"\r\n")
    assert line.isascii()
    assert message_from_bytes(line, policy=policy.SMTP)["Subject"] == title
    assert str(make_header(decode_header(message_from_bytes(line)["Subject"].replace("\r\n", "")))) == title

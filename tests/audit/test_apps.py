"""The audit as a Django app."""

import govpage.audit
from govpage.audit.apps import AuditConfig


def test_app_has_its_public_label() -> None:
    assert AuditConfig("govpage.audit", govpage.audit).label == "govpage_audit"

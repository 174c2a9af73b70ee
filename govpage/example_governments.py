"""Fictional governments for the examples of banner and identifier."""

from __future__ import annotations

from govpage.component import HOSTILE
from govpage.government import BANNER_WORDS, NEEDED_WORDS, Government


def example_governments() -> tuple[Government, Government, Government, Government]:
    """Return a state, a tribe, a city with a third language, and a county on a domain of its own."""
    state = Government(
        domain=".examples.gov",
        names={"en": "the State of Examples", "es": "el Estado de Ejemplos"},
        image="govpage/example.svg",
        identifier={
            "en": {
                "usagov_label": "Services of the State of Examples",
                "usagov_description": "Looking for services of the State of Examples?",
                "usagov_link": "Visit Examples.gov",
                "usagov_url": "https://www.examples.gov/",
            }
        },
        required_links=("about", "accessibility", "records", "privacy"),
        link_labels={
            "en": {"records": "Public records requests"},
            "es": {"records": "Solicitudes de registros públicos"},
        },
    )
    tribe = Government(
        domain=".harborband-nsn.gov",
        names={"en": "the Harbor Band of Examples"},
        required_links=("about", "accessibility", "privacy"),
    )
    return state, tribe, _city(), Government(domain="lowercounty.example", names={"en": "Lower County"})


def _city() -> Government:
    banner = {
        "label": "Site officiel de la ville de Port-aux-Exemples",
        "sentence": "Un site officiel de la ville de Port-aux-Exemples",
        "action": "Comment le vérifier",
        "domain_heading": "Les sites officiels utilisent .port.examples.gov",
        "domain_text": "Un site .port.examples.gov appartient à un service officiel de la ville.",
        "https_heading": "Les sites sécurisés utilisent HTTPS",
        "https_text": "Un cadenas ou https:// signifie que la connexion au site .port.examples.gov est sécurisée.",
        "lock": "cadenas",
        "lock_icon": "Icône de cadenas fermé",
    }
    identifier = {
        "label": "Identification du service",
        "description": "Description du service",
        "official_website": "Site officiel :",
        "conjunction": "et",
        "links_label": "Liens importants",
        "logo": "Logo : {}",
    }
    return Government(
        domain=".port.examples.gov",
        names={"en": "the City of Port Examples"},
        banner={"fr": banner},
        identifier={"fr": identifier},
        required_links=("accessibility", "privacy"),
        link_labels={"fr": {"accessibility": "Accessibilité", "privacy": "Confidentialité"}},
    )


def hostile_government() -> Government:
    """Return a government every word of which is hostile, after a word that tells it from the others."""
    words = {word: f"{word} {HOSTILE}" for word in BANNER_WORDS}
    texts = {"domain_text": f"{HOSTILE} {HOSTILE}", "https_text": f"lock {HOSTILE} https:// {HOSTILE}", "lock": "lock"}
    return Government(
        domain=HOSTILE,
        names={"en": HOSTILE},
        image="govpage/example.svg",
        image_alt=HOSTILE,
        banner={"en": {**words, **texts}},
        identifier={"en": {word: f"{word} {HOSTILE}" for word in NEEDED_WORDS}},
        required_links=("hostile",),
        link_labels={"en": {"hostile": HOSTILE}},
    )

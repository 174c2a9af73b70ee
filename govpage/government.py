"""A government other than the federal one: what its banner and its identifier say, and in which languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from typing import Any

from govpage.hints import did_you_mean
from govpage.official import IDENTIFIER, LINK_LABELS, BannerText, IdentifierText, english_banner, spanish_banner

ByLanguage = Mapping[str, Mapping[str, str]]

BANNER_WORDS = tuple(f.name for f in fields(BannerText) if f.name not in ("language", "domain"))
"""What a banner says, by the names that ``Government.banner`` takes."""

IDENTIFIER_WORDS = tuple(f.name for f in fields(IdentifierText) if f.name != "language")
"""What an identifier says, by the names that ``Government.identifier`` takes."""

NEEDED_WORDS = tuple(f.name for f in fields(IdentifierText) if f.name in IDENTIFIER_WORDS and f.default is MISSING)
"""What an identifier in a language of its own cannot do without."""

USAGOV_WORDS = tuple(name for name in IDENTIFIER_WORDS if name.startswith("usagov_"))
"""The line that leads to USA.gov, which is the federal government's."""


def _english(domain: str, name: str) -> BannerText:
    return english_banner(domain, name, f"government organization of {name}")


def _spanish(domain: str, name: str) -> BannerText:
    owner = f"del {name[3:]}" if name.startswith("el ") else f"de {name}"
    return spanish_banner(domain, owner, owner)


COMPOSED: dict[str, Callable[[str, str], BannerText]] = {"en": _english, "es": _spanish}
"""Languages in which a banner's words are made from domain and name, after the official ones."""


# Two are equal only if they are the same: so one can be part of a cache key without being hashed through and through.
@dataclass(frozen=True, eq=False)
class Government:
    """A state, a tribe, a territory, a county, a city: any government but the federal one.

    Raises: ValueError that names what is missing or cannot be, and in which language
    """

    domain: str = ""
    """Domain of official sites as the banner names it: ".examples.gov", or that of its one site: "county.example"."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Its name by language, with its article: {"en": "the State of Examples", "es": "el Estado de Ejemplos"}. From it
    and the domain come the banner's words in English and Spanish."""

    image: str = ""
    """Path of its flag or seal below the static files; no image when empty, and never the flag of the United States."""

    image_alt: str = ""
    """What the image says beyond the sentence beside it; empty, as it should be, where that is nothing."""

    banner: ByLanguage = field(default_factory=dict)
    """Words of the banner by language, in place of those made from the name; all of them for a language other than
    English and Spanish: label, sentence, action, domain_heading, domain_text, https_heading, https_text, lock,
    lock_icon. ``domain_text`` holds the domain, ``https_text`` the word for the lock and, after it, https://."""

    identifier: ByLanguage = field(default_factory=dict)
    """Words of the identifier by language, in place of the official ones: label, description, prefix, official_website,
    conjunction, separator, last_separator, taxpayer_disclaimer, links_label, logo; usagov_label, usagov_description,
    usagov_link, usagov_url for a line that leads to the government's own portal, where USA.gov's would be."""

    required_links: tuple[str, ...] = ()
    """Keys of the links that its identifier has to have, in order; those of federal sites have their words already."""

    link_labels: ByLanguage = field(default_factory=dict)
    """Words of the required links by language: {"en": {"records": "Public records"}}."""

    def __post_init__(self) -> None:
        _refuse_unknown("banner", self.banner, BANNER_WORDS)
        _refuse_unknown("identifier", self.identifier, IDENTIFIER_WORDS)
        _refuse_unknown("link_labels", self.link_labels, self.required_links)
        if not self.domain:
            raise ValueError("domain is empty; give one such as '.examples.gov'.")
        if self.image_alt and not self.image:
            raise ValueError(f"image_alt is {self.image_alt!r}, but there is no image.")
        if not self.banner_texts():
            raise ValueError("names is empty; give the name in a language, such as {'en': 'the State of Examples'}.")
        if len(set(self.required_links)) != len(self.required_links):
            raise ValueError(f"required_links is {self.required_links!r}; name each once.")
        self._check_labels()

    def _check_labels(self) -> None:
        for language in self.identifier_texts():
            labels = self.labels(language)
            for key in self.required_links:
                if not labels.get(key, "").strip():
                    raise ValueError(f"link_labels has no words for {key!r} in {language!r}.")
            shown = [labels[key] for key in self.required_links]
            for label in shown:
                if shown.count(label) > 1:
                    raise ValueError(f"link_labels has {label!r} twice in {language!r}.")

    def banner_texts(self) -> dict[str, BannerText]:
        """Return the banner's words by language."""
        return dict(self._banner_texts())

    def _banner_texts(self) -> Iterator[tuple[str, BannerText]]:
        for language in dict.fromkeys([*self.names, *self.banner]):
            words = self._composed(language) | dict(self.banner.get(language, {}))
            _refuse_missing("banner", language, words, BANNER_WORDS)
            text = BannerText(**{**words, "language": language, "domain": self.domain})
            _refuse_lost("domain_text", text.domain_text, self.domain, language)
            _refuse_lost("https_text", text.https_text, text.lock, language)
            if "https://" not in text.https_parts:
                raise ValueError(f"banner: https_text in {language!r} has no https:// after {text.lock!r}.")
            yield language, text

    def _composed(self, language: str) -> dict[str, Any]:
        if language in COMPOSED and language in self.names:
            return asdict(COMPOSED[language](self.domain, self.names[language]))
        return {}

    def identifier_texts(self) -> dict[str, IdentifierText]:
        """Return the identifier's words by language; English where none of its languages has any."""
        languages = [*(language for language in self.names if language in IDENTIFIER), *self.identifier]
        return {language: self._identifier_text(language) for language in dict.fromkeys(languages or ["en"])}

    def _identifier_text(self, language: str) -> IdentifierText:
        official = asdict(IDENTIFIER[language]) | dict.fromkeys(USAGOV_WORDS, "") if language in IDENTIFIER else {}
        given = dict(self.identifier.get(language, {}))
        words = official | given
        _refuse_missing("identifier", language, words, NEEDED_WORDS)
        if any(given.get(name) for name in USAGOV_WORDS):
            _refuse_missing("identifier", language, given, USAGOV_WORDS)
        return IdentifierText(**{**words, "language": language})

    def labels(self, language: str) -> dict[str, str]:
        """Return the words of the required links in a language."""
        return LINK_LABELS.get(language, {}) | dict(self.link_labels.get(language, {}))


def _refuse_unknown(name: str, texts: ByLanguage, legal: tuple[str, ...]) -> None:
    for language, words in texts.items():
        for key in words:
            if key not in legal:
                raise ValueError(f"{name} has no {key!r} (in {language!r}). {did_you_mean(key, legal)}")


def _refuse_missing(name: str, language: str, words: Mapping[str, str], needed: tuple[str, ...]) -> None:
    missing = [key for key in needed if not words.get(key)]
    if missing:
        raise ValueError(f"{name} has no {', '.join(missing)} in {language!r}.")


def _refuse_lost(name: str, text: str, word: str, language: str) -> None:
    if word not in text:
        raise ValueError(f"banner: {name} in {language!r} has to hold {word!r}; it is {text!r}.")

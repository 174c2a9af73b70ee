"""Which of axe's rules an audit runs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .errors import AuditError, UnknownName

EXPERIMENTAL = "experimental"
DEPRECATED = "deprecated"


class NoRulesRan(AuditError):
    """The audit ran no rule, so it has no verdict."""


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """The rules that an audit asks for; without tags and rules that is every rule for WCAG A and AA and best practice.

    Source: axe-core's rule tags
    """

    tags: tuple[str, ...] = ()
    """Only rules with one of these tags."""

    rules: tuple[str, ...] = ()
    """Only these rules, and those of `tags`."""

    skip: tuple[str, ...] = ()
    """Not these rules."""

    experimental: bool = False
    """With the rules that axe still tries out."""

    aaa: bool = False
    """With the rules for WCAG AAA."""

    def select(self, known: Mapping[str, frozenset[str]]) -> list[str]:
        """The ids of the rules to run, out of the known ones.

        Shape:   `known` maps a rule's id to its tags
        Raises:  UnknownName for a tag or a rule that is not known; NoRulesRan if nothing is left to run
        """
        self._refuse_unknown(known)
        chosen = [rule for rule, tags in known.items() if self._wants(rule, tags) and rule not in self.skip]
        if not chosen:
            raise NoRulesRan(f"No rule is left to run by {self}.")
        return chosen

    def _refuse_unknown(self, known: Mapping[str, frozenset[str]]) -> None:
        tags = frozenset[str]().union(*known.values())
        for kind, names, legal in (("tag", self.tags, tags), ("rule", (*self.rules, *self.skip), known.keys())):
            for name in names:
                if name not in legal:
                    raise UnknownName.of(kind, name, legal)

    def _wants(self, rule: str, tags: frozenset[str]) -> bool:
        if rule in self.rules:
            return True
        if self._held_back(tags - set(self.tags)):
            return False
        return bool(tags & set(self.tags)) if self.tags else not self.rules

    def _held_back(self, tags: Collection[str]) -> bool:
        return (
            DEPRECATED in tags
            or (EXPERIMENTAL in tags and not self.experimental)
            or (any(map(is_aaa, tags)) and not self.aaa)
        )


def is_aaa(tag: str) -> bool:
    """Whether a tag marks rules for WCAG AAA: wcag2aaa, wcag21aaa and so on."""
    return tag.startswith("wcag") and tag.endswith("aaa")

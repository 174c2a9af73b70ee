"""What a screen reader is given of a page: roles, names and where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver import Chrome

SAID = {"alert", "button", "group", "heading", "link", "radio", "region", "status", "textbox", "StaticText"}
"""Roles that a reader of the form meets."""


def focused(browser: Chrome) -> tuple[str, str]:
    """Role and name of what has the focus; of what has no name, its words."""
    nodes = _nodes(browser)
    found = [node for node in nodes.values() if _has(node, "focused") and node["role"]["value"] != "RootWebArea"]
    return (_role(found[0]), _name(found[0]) or _words(found[0], nodes)) if found else ("", "")


def region(browser: Chrome, name: str = "Page feedback") -> list[tuple[str, str]]:
    """Roles and names of what is in the region of that name, in the order in which it is read."""
    nodes = _nodes(browser)
    [top] = [node for node in nodes.values() if (_role(node), _name(node)) == ("region", name)]
    return [(_role(node), _name(node)) for node in _below(top, nodes) if _role(node) in SAID - {"StaticText"}]


def described(browser: Chrome, name: str) -> str:
    """What is said of the text box of that name beside its name."""
    [box] = [node for node in _nodes(browser).values() if (_role(node), _name(node)) == ("textbox", name)]
    return str(box.get("description", {}).get("value", ""))


def _nodes(browser: Chrome) -> dict[str, dict[str, Any]]:
    tree = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return {node["nodeId"]: node for node in tree}


def _below(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for child in (nodes[child] for child in node.get("childIds", ()) if child in nodes):
        if not child["ignored"]:
            yield child
        yield from _below(child, nodes)


def _words(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> str:
    return " ".join(_name(below) for below in _below(node, nodes) if _role(below) == "StaticText")


def _has(node: dict[str, Any], name: str) -> bool:
    return any(p["name"] == name and p["value"].get("value") for p in node.get("properties", ()))


def _role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", ""))


def _name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", ""))

"""The documentation names what there is: commands and options, tags and arguments, every key an author may write."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from build_tools import authored, questions, story
from build_tools.__main__ import course
from build_tools.components import COMPONENTS
from build_tools.refer import Refer
from build_tools.tags import REFERENCES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MODELS = [
    (model.__name__, key)
    for module in (authored, questions, story)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel) and model.__module__ == module.__name__
    for key in model.model_fields
]


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(course.commands))
def test_each_command_and_option_is_documented(name: str) -> None:
    written = text("contributing/development.md")
    assert f"`course {name}" in written
    for parameter in course.commands[name].params:
        if isinstance(parameter, click.Option) and not parameter.hidden and parameter.name != "help":
            assert any(f"`{option}" in written for option in parameter.opts), parameter.opts


@pytest.mark.parametrize("name", sorted(COMPONENTS))
def test_each_tag_and_argument_is_documented(name: str) -> None:
    written = text("contributing/format.md")
    assert re.search(rf"\{{% {name} |\{{\{{ {name}\(", written)
    for key in COMPONENTS[name].model_fields:
        assert re.search(rf"\b{key}=|`{key}`", written) or key in COMPONENTS[name].positional, key


@pytest.mark.parametrize("name", REFERENCES)
def test_each_reference_is_documented(name: str) -> None:
    assert f"{{{{ {name}(" in text("contributing/format.md")
    assert hasattr(Refer, name) or name in COMPONENTS


@pytest.mark.parametrize(("model", "key"), MODELS)
def test_each_key_is_documented(model: str, key: str) -> None:
    assert re.search(rf"`{key}`|\b{key}:", text("contributing/format.md")), f"{model}.{key}"


def test_each_make_target_is_documented() -> None:
    listed = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed
    written = text("contributing/development.md") + (ROOT / "README.md").read_text(encoding="utf-8")
    for target in listed[1].split():
        assert f"make {target}" in written, target


def test_no_command_is_made_up() -> None:
    for file in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")]:
        written = file.read_text(encoding="utf-8")
        for name in re.findall(r"`course ([a-z]+)", written):
            assert name in course.commands, (file.name, name)

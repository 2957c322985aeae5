"""The website, built by MkDocs from the delivered pages."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # explained once in docs/contributing/development.md

from mkdocs.commands.build import build as engine
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from build_tools.mkdocs_plugin import CoursePlugin
from build_tools.pages import Delivery


class SiteError(Exception):
    """MkDocs found something wrong; `lines` holds one sentence for each finding."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class _Collect(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def build(
    delivery: Delivery, into: Path, root: Path, extra: Mapping[str, Path] | None = None, site_url: str | None = None
) -> None:
    """Build the site of `root/mkdocs.yml` into `into`, with `extra` files by their path in the site.

    Raises SiteError with every warning of the engine.
    """
    collect = _Collect()
    log = logging.getLogger("mkdocs")
    log.addHandler(collect)
    log.propagate = False
    try:
        address = {"site_url": site_url} if site_url else {}
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(into), **address)
        plugin = config.plugins["course"]
        assert isinstance(plugin, CoursePlugin)
        plugin.delivery, plugin.given, plugin.extra = delivery, True, extra or {}
        config.plugins.on_startup(command="build", dirty=False)
        engine(config)
    except MkDocsException as error:
        raise SiteError([*collect.lines, str(error)] if not collect.lines else collect.lines) from None
    except SystemExit:
        raise SiteError(collect.lines or ["MkDocs stopped without a reason"]) from None
    finally:
        log.removeHandler(collect)
        log.propagate = True
    if collect.lines:
        raise SiteError(collect.lines)

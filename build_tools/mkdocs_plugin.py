"""Hands the course's pages to MkDocs, fills the navigation, and turns problems into the engine's failure.

Knows nothing of front matter or components, and alters no page's content.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from build_tools import manifest, nav, offline, script, stylesheet
from build_tools.checks.twins import same_output
from build_tools.names import link_problems
from build_tools.pages import Delivery
from build_tools.policy import write_policy
from build_tools.prepare import DEFAULT_PLACE, prepare
from build_tools.problems import Problem, as_text, total
from build_tools.swap import mark
from build_tools.target import TargetError, refuse


class CourseConfig(Config):
    """Options of the plugin in `mkdocs.yml`."""

    place = config_options.Type(str, default=DEFAULT_PLACE)


class CoursePlugin(BasePlugin[CourseConfig]):
    """The course as an MkDocs plugin. `delivery` may be set beforehand by a caller that has already prepared it."""

    delivery: Delivery | None = None
    given = False
    extra: Mapping[str, Path] = {}
    """Finished documents that go beside the pages."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent
        try:
            refuse(Path(config.site_dir), root)  # MkDocs empties that folder
        except TargetError as error:
            raise Abort(str(error)) from None
        _stop_at(link_problems(root, Path(config.docs_dir)))
        if not self.given:
            prepared = prepare(root, self.config.place)
            if prepared.failing:
                counted = total(prepared.problems, len(prepared.ignored))
                raise Abort(f"{as_text(prepared.problems, prepared.texts)}\n{counted}")
            self.delivery = prepared.delivery()
        assert self.delivery
        try:
            config.nav = nav.fill(config.nav or [], nav.sections(self.delivery))
        except KeyError as error:
            raise PluginError(f"mkdocs.yml: nav has no generated entries named {error}") from None
        config.extra_css = [*config.extra_css, stylesheet.PATH]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        assert self.delivery
        _stop_at(same_output([*self.delivery.outputs(), *_written(files, config)]))
        docs = Path(config.docs_dir).name  # where MkDocs's own edit links begin
        for page in self.delivery.pages:
            named = InclusionLevel.UNDEFINED if page.listed else InclusionLevel.NOT_IN_NAV
            made = File.generated(config, page.path, content=page.markdown, inclusion=named)
            made.edit_uri = posixpath.relpath(page.source, docs) if page.source else None
            files.append(made)
        for asset in self.delivery.assets:
            files.append(File.generated(config, asset.path, content=asset.content))
        files.append(File.generated(config, stylesheet.PATH, content=stylesheet.course()))
        files.append(File.generated(config, stylesheet.PAPER, content=stylesheet.paper()))
        plan = self.delivery.course.plan
        learner = script.course(plan.id, plan.title, not config.use_directory_urls)
        files.append(File.generated(config, script.PATH, content=learner))
        about = manifest.manifest(config.site_name, config.site_description or "")
        files.append(File.generated(config, manifest.PATH, content=about))
        for path, drawing in stylesheet.drawings().items():
            files.append(File.generated(config, path, content=drawing))
        for path, file in self.extra.items():
            files.append(File.generated(config, path, abs_src_path=str(file)))
        return files

    def on_post_build(self, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        (site / ".nojekyll").write_bytes(b"")
        mark(site)
        if not os.environ.get("CG_LIVE"):
            write_policy(site)
        offline.write(site)  # last: it tells of every byte

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        root = Path(config.config_file_path).parent
        for folder in ("modules", "build_tools/components", "build_tools/layouts", "build_tools/theme"):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server


def _written(files: Files, config: MkDocsConfig) -> list[tuple[str, str]]:
    """Each hand-written file of `docs/` with where it goes."""
    docs = Path(config.docs_dir)
    own = [file for file in files if file.src_dir == config.docs_dir and file.inclusion.is_included()]
    return [(f"{docs.name}/{file.src_uri}", file.dest_uri) for file in own]


def _stop_at(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise Abort(f"{as_text(found)}\n{total(found)}")

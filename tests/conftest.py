"""The small course that most tests build: a copy to break, and one built site with its handout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.commands import build_all

SMALL = Path(__file__).parent / "courses" / "small"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small course that a test may change."""
    shutil.copytree(SMALL, tmp_path / "course", ignore=shutil.ignore_patterns("build"))
    return tmp_path / "course"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build folder of the small course, with `site` and `documents`, under a sub-path address."""
    root = tmp_path_factory.mktemp("small") / "course"
    shutil.copytree(SMALL, root, ignore=shutil.ignore_patterns("build"))
    assert build_all(root, root / "build", "generic", True, "https://example.org/somewhere/") == 0
    return root / "build"

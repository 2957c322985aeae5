"""`make look`: every page type at every width, in both schemes and printed, on one page to look at."""

from __future__ import annotations

import re
import shutil
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import ROOT, SCHEMES, TYPES, chromium
from tests.serving import serving

WIDTHS = (320, 768, 1280, 1920)
VIEWS = [(width, scheme, "screen") for width in WIDTHS for scheme in SCHEMES] + [(680, "light", "print")]


def shoot(browser: Browser, address: str, into: Path) -> dict[str, list[str]]:
    """File names of the pictures by page type."""
    made: dict[str, list[str]] = {}
    for width, scheme, media in VIEWS:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        for kind, path in TYPES.items():
            page.goto(address + path, wait_until="load")
            page.emulate_media(media=media)
            name = f"{kind}-{width}-{scheme}-{media}.jpg"
            page.screenshot(path=str(into / name), full_page=True, type="jpeg", quality=60)
            made.setdefault(kind, []).append(name)
        context.close()
    return made


def sheet(pictures: dict[str, list[str]]) -> str:
    rows = []
    for kind, names in pictures.items():
        cells = "".join(f'<td><a href="{name}"><img src="{name}" alt="{escape(name)}"></a></td>' for name in names)
        rows.append(f"<tr><th>{escape(kind)}</th>{cells}</tr>")
    heads = "".join(f"<th>{width} {scheme} {media}</th>" for width, scheme, media in VIEWS)
    style = "img{width:220px;height:420px;object-fit:cover;object-position:top;border:1px solid #888}td{padding:4px}"
    return (
        f"<!doctype html><title>Contact sheet</title><style>{style}</style><table><tr><th>{heads}</tr>{''.join(rows)}"
    )


def main() -> None:
    site = ROOT / "build" / "site"
    if not site.is_dir():
        sys.exit("build/site is not there: run `make site` first")
    into = ROOT / "build" / "look"
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    (prefix,) = re.findall(
        r"^site_url: https://[^/]+(/.*)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    with serving(site, prefix) as address, chromium() as browser:
        (into / "index.html").write_text(sheet(shoot(browser, address, into)), encoding="utf-8")
    print(into / "index.html")


if __name__ == "__main__":
    main()

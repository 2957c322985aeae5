"""What a phone needs to keep the course as an app: its name, colours and icons. Knows no engine."""

from __future__ import annotations

import json

PATH = "manifest.webmanifest"

_ICONS = (("icon-192", "192x192", "any"), ("icon-512", "512x512", "any"), ("icon-maskable", "512x512", "maskable"))


def manifest(name: str, description: str) -> str:
    """The text of the manifest. Every address is relative, so that it holds under any path."""
    icons = [
        {"src": f"assets/images/{icon}.png", "sizes": sizes, "type": "image/png", "purpose": purpose}
        for icon, sizes, purpose in _ICONS
    ]
    made = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": "en-GB",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#faf6ef",
        "theme_color": "#1c4740",
        "icons": icons,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"

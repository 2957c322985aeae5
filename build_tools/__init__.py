"""Build the Common Ground course: one Markdown source, every form of output."""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would ask every installed package for one at start

__version__ = "0.1.0"

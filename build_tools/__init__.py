"""Build the Common Ground course: one Markdown source, every form of output."""

__version__ = "0.1.0"

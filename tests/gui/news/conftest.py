"""The world of the pages, for what shows and fetches news."""

from tests.gui.pages.conftest import playbook, template, theme, world

__all__ = ["playbook", "template", "theme", "world"]

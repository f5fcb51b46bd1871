"""The world of the pages, for what shows and fetches news."""

from collections.abc import Iterator

import pytest
from PySide6.QtNetwork import QNetworkProxyFactory

from tests.gui.pages.conftest import playbook, template, theme, world

__all__ = ["playbook", "template", "theme", "world"]


@pytest.fixture(autouse=True)
def no_proxy_of_this_machine() -> Iterator[None]:
    QNetworkProxyFactory.setUseSystemConfiguration(False)
    yield
    QNetworkProxyFactory.setUseSystemConfiguration(True)

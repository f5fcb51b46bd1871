"""What all tests share: no window on the developer's screen, and repeatable property tests."""

import os

import pytest
from hypothesis import Phase, settings

IN_DESKTOP_SESSION = "DESKTOP_SESSION_DIR" in os.environ

if not IN_DESKTOP_SESSION:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

# Tests run side by side: threads of the arithmetic would only wait for one another.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

# Making an example small may take minutes, longer than a test may last: it is reported as found.
AT_ONCE = (Phase.explicit, Phase.reuse, Phase.generate, Phase.target)

settings.register_profile("everywhere", deadline=None, phases=AT_ONCE, print_blob=True)
settings.register_profile("ci", settings.get_profile("everywhere"), derandomize=True)
settings.register_profile("smaller", deadline=None, phases=(*AT_ONCE, Phase.shrink))
settings.load_profile("ci" if "CI" in os.environ else "everywhere")

collect_ignore = [] if IN_DESKTOP_SESSION else ["desktop"]


@pytest.fixture(autouse=True)
def keep_out_of_the_real_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test writes to the settings, autostart folder or data of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in (
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
    ):
        monkeypatch.setenv(variable, str(home / folder))

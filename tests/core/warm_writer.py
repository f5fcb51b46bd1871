"""Imported once by the process from which all writers are forked, so that each begins at once."""

import multiprocessing
import tempfile
from pathlib import Path

from core.database import Database
from core.paths import Paths
from tests.core.stories import at
from tests.core.writer import PLAYBOOK, write

with tempfile.TemporaryDirectory() as folder:
    warm = Database.open(Paths.under(Path(folder)), PLAYBOOK)
    listener, speaker = multiprocessing.Pipe(duplex=False)
    write(warm, 1, speaker, at("2026-03-27 16:00"))
    warm.close()
    listener.close()
    speaker.close()

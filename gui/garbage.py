"""Garbage is collected in the window's own thread alone.

Python's collector runs in whichever thread happens to allocate. In the Desk's thread it would free
widgets and timers there, which Qt does not survive. So the automatic collector is off, and looks
whether it is needed are taken here: after every answer of the Desk, and at every tick.
"""

import gc

from PySide6.QtCore import QObject, Slot


class Garbage(QObject):
    """Switches the automatic collector off for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()

    @Slot()
    def spare(self) -> None:
        """Leaves what is there now out of every later collection: it stays until the end."""
        gc.freeze()

    @Slot()
    def look(self) -> None:
        """Collects as much as the collector itself would by now. Call it in the window's thread."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if limits[generation] and counts[generation] > limits[generation]:
                gc.collect(generation)
                return

"""Everything that needs Qt."""

from gui.singletons import keep_singletons_alive

keep_singletons_alive()

"""Look and time: the theme, and the user's own zone."""

from __future__ import annotations

from core.settings import Preferences
from core.settings import Theme as Choice
from gui import words
from gui.theme import Theme
from gui.widgets.moment_field import ZoneField
from gui.widgets.settings_section import SettingsSection

THEMES = (
    (Choice.SYSTEM.value, "As the system"),
    (Choice.LIGHT.value, "Light"),
    (Choice.DARK.value, "Dark"),
    (Choice.CONTRAST_LIGHT.value, "High contrast, light"),
    (Choice.CONTRAST_DARK.value, "High contrast, dark"),
)


class GeneralSection(SettingsSection):
    """Theme and zone."""

    def __init__(self, theme: Theme, system_zone: str) -> None:
        super().__init__(theme, "Look and time", "sun-medium")
        self.look = self.add_choice("theme", "Look", THEMES)
        self.zone = ZoneField(theme, "", (("", f"As the system ({words.zone_name(system_zone)})"),))
        self.zone.settled.connect(self._tell_zone)
        hint = "A deadline never moves with it; only the way it is shown, and your quiet hours."
        self.add_row("zone", "Your time zone", self.zone, hint)
        self._zone = ""

    def show_preferences(self, preferences: Preferences) -> None:
        self.look.choose(preferences.theme.value)
        self._zone = preferences.zone
        if not self.zone.hasFocus():
            self.zone.set_zone(preferences.zone)

    def _tell_zone(self) -> None:
        zone = self.zone.zone()
        if zone == self._zone:
            self.rows["zone"].clear_error()
            return
        if zone and not self.zone.is_known():
            self.rows["zone"].show_error("There is no such zone. Choose one, such as Europe/Oslo.")
            return
        self._zone = zone
        self.tell("zone", zone)

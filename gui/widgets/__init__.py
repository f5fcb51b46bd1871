"""Base widgets of the look. Each takes the `Theme` first and follows its changes by itself.

Import from the module named, so that start-up loads only what it shows:

buttons     Button(theme, "Add interview", "outline", "plus"): kinds filled (at most one a page),
            outline, text, quiet, danger; `setMenu` adds a chevron; `tall=True` for the last step of a
            flow. IconButton(theme, "ellipsis", "More"): icon alone, with tooltip and name.
labels      Label(theme, text, role, ink, wrap=False): any text; `set_ink` recolours.
            Chip(theme, text, tone, icon): states and times, tones quiet, accent, brick, ochre,
            iris, moss; `set_look`. IconLabel(theme, name, ink, size). Monogram(theme, name,
            size, person=False).
frames      Card(theme).column is a QVBoxLayout. Hairline(theme). ScrollArea(content).
headers     PageHeader(theme, title, sentence): `set_sentence`, `add_button`.
            SectionHeader(theme, title, icon, ink, count): `set_count`, `add_button`.
fields      TextField, ChoiceField (`.value`, `.choose`), DateField, TimeField, DateTimeField,
            NumberField, CheckBox, TextArea (`.text`): Qt's own fields in the look's frame.
forms       FormRow(theme, "With which company?", field, hint): label, buddy, accessible name;
            `show_error(sentence)`, `clear_error()`.
dialog      Dialog(theme, title, parent): fill `.column`, `add_buttons("Note it")`, override
            `take() -> bool`, show with `open()`. It frees itself on close.
segmented   SegmentedControl(theme, [(key, words, icon or None)], current): signal `chosen(key)`.
empty_state EmptyState(theme, icon, headline, sentence, button=""): signal `pressed`.
toast       Toast belongs to the main window. Do not make one: `desk.write` tells what was done,
            and the window shows it with Undo.
paint       The same looks for delegates: paint_button, paint_chip, paint_monogram, text, rounded.

`ink` is a colour's token, such as "text-2". Colours only by token: theme.color("accent"). Fonts by role: theme.font(Role.CAPTION). Icons for
menus: gui.icons.icon(theme, "clock"); in delegates theme.icons.paint(painter, rect, name, color).
Heights come from font metrics, never fixed, so that 200 % text is not cut.
"""

"""Pure rules: windows, business days, and the plan of a case."""

"""Named as Django looks for it: after the locale of LANGUAGE_CODE en-gb."""

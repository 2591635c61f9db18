"""The verbs the screens and the headless program use, in folders named after what a person does."""

"""The core of Forthright: everything that can be done without a screen."""

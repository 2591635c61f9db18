"""The day of these tests."""

from __future__ import annotations

from datetime import date

DAY = date(2026, 11, 21)

"""The interview without a screen: what is stored when, and when the next question may be shown. No Qt in here."""

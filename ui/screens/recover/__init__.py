"""Come back in with recovery words when a passphrase is lost."""

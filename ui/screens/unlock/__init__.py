"""The way in: a passphrase and nothing that tells what lies behind."""

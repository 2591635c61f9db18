"""The policies that an organisation adds itself. They lie in the vault, so that no plain file tells of them."""

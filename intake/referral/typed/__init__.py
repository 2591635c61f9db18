"""What somebody typed for a page, and on what terms it may stand there."""

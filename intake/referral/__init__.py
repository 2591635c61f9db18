"""What may be said to whom: recipients, fields, frames with closed slots, and the page composed from them."""

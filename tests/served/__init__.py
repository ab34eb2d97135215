"""The product served by processes of its own, under load from another, with a platform beside."""

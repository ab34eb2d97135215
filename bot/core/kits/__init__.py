"""The screening's questions: the kit, what recruiters wrote over it, what a changed brief moves."""

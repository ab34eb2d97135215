"""Every sentence the bot says, by what it is said for, so that it can be read and translated."""

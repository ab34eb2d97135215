"""What people, files, disks and settings do wrong, and what is said and kept then."""

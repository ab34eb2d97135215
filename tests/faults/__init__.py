"""What happens when things break: programs that are killed, databases that go, disks that fill."""

"""The one place that knows every part: puts the bot together, opens its channels' doors."""

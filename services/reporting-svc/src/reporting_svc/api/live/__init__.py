"""What has just happened, over HTTP."""

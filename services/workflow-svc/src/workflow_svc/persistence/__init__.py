"""Tables and queries of workflow-svc."""

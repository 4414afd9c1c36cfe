"""The course of work through the services, and of an application through its messages."""

"""What stands between the workbench and whoever means it ill."""

"""The numbers in the admin: plots, lists, and a table for spreadsheets."""

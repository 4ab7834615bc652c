"""The roles of the newsroom: what each may do, and the groups that hold them."""

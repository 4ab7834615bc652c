"""The rights of those whose data it is: wishes, copies, erasure, retention."""

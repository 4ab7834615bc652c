"""Cases: what people send in, questions and support requests, two configurations of one module."""

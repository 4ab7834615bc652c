"""Webhooks by the Standard Webhooks specification (standardwebhooks.com): made, signed, sent, tried again."""

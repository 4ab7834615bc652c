"""Every metric by name: its type and what it says. Names follow Prometheus' own rules (base units, `_total`)."""

from typing import NamedTuple


class Metric(NamedTuple):
    kind: str
    says: str


# Upper bounds in seconds of the histograms' buckets.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

# What processes count.
COUNTED = {
    "cms_requests_total": Metric("counter", "Requests by kind of address and status."),
    "cms_request_seconds": Metric("histogram", "Seconds until an answer's headers, by kind of address."),
    "cms_cache_answers_total": Metric(
        "counter", "What the response cache did: hit, shared (by another process), waited, miss, pass, refused (limit)."
    ),
    "cms_publish_seconds": Metric("histogram", "Seconds that actions of editors take with all that follows."),
    "cms_webhook_attempts_total": Metric("counter", "Attempts to deliver to partners, by result."),
}
# What is read when somebody asks.
READ = {
    "cms_build_info": Metric("gauge", "1; which code answers."),
    "cms_sequence": Metric("gauge", "The last number of the delivery sequence."),
    "cms_due_rows": Metric("gauge", "Rows of the delivery store that are due."),
    "cms_due_oldest_seconds": Metric("gauge", "For how long the oldest of them has been due."),
    "cms_jobs": Metric("gauge", "Jobs of the queue, by state; those that failed stay for a month."),
    "cms_jobs_oldest_seconds": Metric("gauge", "For how long the oldest job has been waiting to be run."),
    "cms_mails_waiting": Metric("gauge", "Mails that wait to be sent."),
    "cms_webhook_deliveries": Metric("gauge", "Webhook deliveries that are kept, by state."),
    "cms_webhook_oldest_seconds": Metric("gauge", "For how long the oldest delivery has been waiting."),
    "cms_webhook_endpoints": Metric("gauge", "Webhooks: active, failing (an active one, at the moment), paused, gone."),
    "cms_edge_purges_waiting": Metric("gauge", "Purges that are still to reach an edge."),
    "cms_edge_purges_failing": Metric("gauge", "Of these, those that an edge has not taken before."),
    "cms_workers": Metric("gauge", "Workers that are alive."),
    "cms_worker_pulse_age_seconds": Metric("gauge", "Since the newest sign of life of a worker."),
    "cms_backup_age_seconds": Metric("gauge", "Since the last backup; missing where there is none."),
    "cms_database_bytes": Metric("gauge", "Size of the database."),
    "cms_disk_free_bytes": Metric("gauge", "Free space where data are written."),
}

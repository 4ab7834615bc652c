# Varnish 7 in front of the site, with purges by tag (vmod xkey, package varnish-modules).
#
#   varnishd -f varnish.vcl -a :6081 -s malloc,256m -p http_gzip_support=off
#
# The site compresses by itself (br, gzip), so Varnish is told to leave codings alone. The site's worker purges:
# EDGE_PURGE_URLS=http://127.0.0.1:6081, from an address in `purgers`. TRUSTED_PROXIES must name this machine.
# TLS ends before it, in nginx (nginx.conf) or hitch. Whether this file is right: varnishd -C -f <this file>.
vcl 4.1;

import directors;
import std;
import xkey;

# Whether a process of the site answers. The host must be one of ALLOWED_HOSTS.
probe alive {
    .request =
        "GET /healthz HTTP/1.1"
        "Host: localhost"
        "Connection: close";
    .interval = 2s;
    .timeout = 2s;
    .window = 3;
    .threshold = 2;
    .initial = 2;
}

backend site {
    .host = "127.0.0.1";
    .port = "8000";
    .connect_timeout = 2s;
    .first_byte_timeout = 60s;
    .probe = alive;
}
# One such block for each further process or machine, and a line for it in vcl_init.

sub vcl_init {
    new sites = directors.round_robin();
    sites.add_backend(site);
}

# Who may purge. Nobody else is answered anything but 403.
acl purgers {
    "127.0.0.1";
    "::1";
}

# Where TLS ends: what these say of the reader's address and scheme is believed.
acl fronts {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    set req.backend_hint = sites.backend();
    if (client.ip !~ fronts) {
        # Only what this Varnish saw itself: a reader cannot pass for another.
        set req.http.X-Forwarded-For = client.ip;
        set req.http.X-Forwarded-Proto = "http";
        unset req.http.X-Request-ID;
    }
    # While no process of the site answers, readers get what was there: nothing can be withdrawn meanwhile.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 30s;
    }

    if (req.method == "PURGE") {
        if (client.ip !~ purgers) {
            return (synth(403, "Forbidden"));
        }
        set req.http.n-gone = xkey.purge(req.http.xkey-purge);
        return (synth(200, "Forgotten: " + req.http.n-gone));
    }
    # Prometheus asks each process' machine itself.
    if (req.url ~ "^/metrics") {
        return (synth(404, "Not Found"));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Keys and editors see what is theirs.
    if (req.http.Authorization || req.http.Cookie ~ "(^|;\s*)((__Host-)?sessionid|messages)=" || req.url ~ "^/(admin|_util|accounts|preview)/") {
        return (pass);
    }
    # Large files with byte ranges, and probes, are none of a cache's business.
    if (req.url ~ "^/(documents/|healthz|readyz)" || req.http.Range) {
        return (pass);
    }
    # Two changes of the feed within a second have one date: only the ETag tells them apart.
    if (req.url ~ "^/api/v2/changes/") {
        unset req.http.If-Modified-Since;
    }
    # No other cookie changes an answer, but for a form's own.
    if (req.http.Cookie ~ "(^|;\s*)(__Host-)?csrftoken=") {
        set req.http.Cookie = regsub(req.http.Cookie, "^.*?((__Host-)?csrftoken=[^;]*).*$", "\1");
    } else {
        unset req.http.Cookie;
    }
    # One of three codings, so that a page is kept at most three times.
    if (req.http.Accept-Encoding ~ "(^|,)\s*br\s*(,|$|;\s*q=(1|0\.[0-9]*[1-9]))") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(^|,)\s*gzip\s*(,|$|;\s*q=(1|0\.[0-9]*[1-9]))") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    unset req.http.Accept-Language;
    return (hash);
}

sub vcl_hash {
    # By plain HTTP an address may lead to itself by HTTPS. (The built-in code adds address and host.)
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        # What is kept is better than that.
        return (abandon);
    }
    set beresp.grace = 1h;
    # What xkey purges by.
    set beresp.http.xkey = regsuball(beresp.http.Cache-Tag, ",", " ");
    if (beresp.http.Set-Cookie || beresp.http.Cache-Control ~ "(?i)no-store|private|no-cache"
            || beresp.status >= 500 || !beresp.http.Cache-Control) {
        # Asked for anew each time, without a queue.
        set beresp.uncacheable = true;
        set beresp.ttl = 60s;
    }
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Cache-Tag;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    return (deliver);
}

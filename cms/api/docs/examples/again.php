<?php
$address = "https://example.org/api/v2/articles/?locale=vi";
$etag = array_change_key_case(get_headers($address, true))["etag"];
$header = stream_context_create(["http" => ["header" => "If-None-Match: $etag"]]);
echo get_headers($address, false, $header)[0], "\n";

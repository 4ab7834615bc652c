<?php
// $body: the bytes as they came. Messages older than five minutes are refused.
function is_genuine(string $secret, array $headers, string $body, ?int $now = null): bool
{
    $timestamp = $headers["webhook-timestamp"];
    if (abs(($now ?? time()) - (int) $timestamp) > 300) {
        return false;
    }
    $key = base64_decode(str_replace("whsec_", "", $secret));
    $expected = base64_encode(hash_hmac("sha256", "{$headers["webhook-id"]}.$timestamp.$body", $key, true));
    foreach (explode(" ", $headers["webhook-signature"]) as $part) {
        if (hash_equals($expected, str_replace("v1,", "", $part))) {
            return true;
        }
    }
    return false;
}

$headers = [
    "webhook-id" => "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp" => "1614265330",
    "webhook-signature" => "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
];
var_dump(is_genuine("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", $headers, '{"test": 2432232314}', 1614265330));

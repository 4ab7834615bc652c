<?php
$address = "https://example.org/api/v2/law-documents/?cursor=&limit=50";
while ($address) {
    $page = json_decode(file_get_contents($address), true);
    foreach ($page["items"] as $document) {
        echo $document["number"], " ", $document["title"], "\n";
    }
    $address = $page["meta"]["next"] ?? null;
}

<?php
$articles = json_decode(file_get_contents("https://example.org/api/v2/articles/?locale=vi&limit=5"), true);
foreach ($articles["items"] as $article) {
    echo $article["title"], " ", $article["meta"]["html_url"], "\n";
}

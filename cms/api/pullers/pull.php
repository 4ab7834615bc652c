<?php
/*
Keep a folder equal to what a website publishes, by its change feed. Needs PHP 8.0 or newer and nothing else.

    php pull.php https://www.example.vn/api/v2/changes/ FOLDER
                 [--type=articles.ArticlePage,…] [--locale=vi] [--stream=UUID]

Run it every few minutes. In the folder there are after each run:
    items/TYPE/LOCALE/UUID.json   every item as the API gives it, byte for byte; LOCALE is "-" where it has none
    files/AB/ABCD…                every file that an item names (an object with "sha256" and "url"), by its SHA-256
    .pull/                        where this program stands; delete it to begin again

What is withdrawn is removed, its files too when no item names them any more. It may be killed at any moment: files are
written beside their place and renamed into it, and where it stands is written down last. A partner's key is read from
the environment variable API_KEY. It ends with 0 when the copy is complete; otherwise run it again.
*/

declare(strict_types=1);

const TRIES = 8;
const LONGEST_WAIT = 60; // seconds
const TIMEOUT = 60; // seconds
const REDIRECTS = 5;
const DIGEST = '/"sha256": ?"([0-9a-f]{64})"/';
const PART = '/^(-|[A-Za-z0-9][A-Za-z0-9._-]*)$/D';

/** What went wrong, for a person to read. */
class PullError extends Exception
{
}

/** One folder and the feed it follows. */
class Puller
{
    private string $items;
    private string $files;
    private string $own;
    /** @var resource held while this runs */
    private $lock;
    private array $state;

    public function __construct(private string $feed, string $folder)
    {
        [$this->items, $this->files, $this->own] = ["$folder/items", "$folder/files", "$folder/.pull"];
        make_folder($this->own);
        $this->lock = fopen("$this->own/lock", 'w');
        if (!flock($this->lock, LOCK_EX | LOCK_NB)) {
            throw new PullError("another process is pulling into $folder");
        }
        $written = "$this->own/state.json";
        $this->state = file_exists($written) ? json_decode(file_get_contents($written), true, 512, JSON_THROW_ON_ERROR) : [];
        if (($this->state['feed'] ?? '') !== $feed) {
            $this->begin($feed);
        }
    }

    /** Start again: what the feed no longer has is removed at the end, until then the old copy stays. */
    private function begin(string $address): void
    {
        file_put_contents("$this->own/seen", '');
        $fresh = ['feed' => $this->feed, 'next' => $address, 'etag' => '', 'number' => 0];
        $this->save($fresh + ['is_renewing' => true, 'has_to_sweep' => true]);
    }

    private function save(array $values): void
    {
        $this->state = array_merge($this->state, $values);
        $this->put("$this->own/state.json", json_encode($this->state, JSON_PRETTY_PRINT | JSON_THROW_ON_ERROR));
    }

    /** Read the feed to its end, then put the files in order. */
    public function run(): void
    {
        do {
            $has_more = false;
            [$status, $headers, $body] = ask($this->state['next'], $this->state['etag']);
            if ($status === 410) {
                if ($this->state['is_renewing'] && $this->state['number'] === 0) {
                    throw new PullError('the feed refuses to begin');
                }
                $this->begin(on_site(json_decode($body, true)['restart'] ?? $this->feed, $this->feed));
                $has_more = true;
            } elseif ($status === 200) {
                $has_more = $this->take($body, $headers['etag'] ?? '');
            } elseif ($status !== 304) {
                throw new PullError("{$this->state['next']} answered $status: " . substr($body, 0, 300));
            }
        } while ($has_more);
        if ($this->state['is_renewing']) {
            $this->remove_unseen();
        }
        if ($this->state['has_to_sweep']) {
            $this->sweep();
        }
    }

    /** Bring the folder up to one page; return whether there is more. */
    private function take(string $body, string $etag): bool
    {
        $page = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
        // Each item stands on a line of its own, its document last: its bytes can be taken as they are.
        $lines = array_slice(explode("\n", $body), 1);
        $lines = array_values(array_filter($lines, fn($line) => str_starts_with($line, '{')));
        if (count($lines) !== count($page['items'])) {
            throw new PullError("the feed's page is not written line by line");
        }
        [$number, $seen] = [$this->state['number'], ''];
        foreach ($page['items'] as $place => $change) {
            if ($change['sequence'] <= $number) {
                throw new PullError("number {$change['sequence']} came after $number");
            }
            $number = $change['sequence'];
            $name = name_of($change);
            if ($change['op'] === 'delete') {
                $this->replace("$this->items/$name", null);
            } else {
                $document = substr($lines[$place], strpos($lines[$place], ',"document":') + 12);
                $this->replace("$this->items/$name", substr(rtrim($document, ','), 0, -1));
                $seen .= "$name\n";
            }
        }
        if ($this->state['is_renewing']) {
            write("$this->own/seen", $seen, 'ab');
        }
        $next = on_site($page['meta']['next'], $this->feed);
        $number = max($number, (int) substr(strrchr($page['meta']['token'], '.'), 1));
        $this->save(['next' => $next, 'etag' => $next === $this->state['next'] ? $etag : '', 'number' => $number]);
        return $page['meta']['has_more'];
    }

    /** Write or remove an item; its files come first, and those it no longer names are swept later. */
    private function replace(string $path, ?string $document): void
    {
        $old = file_exists($path) ? file_get_contents($path) : null;
        if ($old === $document) {
            return;
        }
        $lacking = $document === null ? [] : $this->fetch_files($document);
        $gone = array_diff(digests($old ?? ''), digests($document ?? ''));
        if (($gone || $lacking) && !$this->state['has_to_sweep']) {
            $this->save(['has_to_sweep' => true]);
        }
        if ($document === null) {
            unlink($path);
        } else {
            $this->put($path, $document);
        }
    }

    /** Fetch the files a document names and the folder lacks; return the addresses that gave no such file. */
    private function fetch_files(string $document): array
    {
        $lacking = [];
        foreach (named_files(json_decode($document, true, 512, JSON_THROW_ON_ERROR)) as [$digest, $address]) {
            if (file_exists($this->place_of($digest))) {
                continue;
            }
            [$status, , $body] = ask($address, '', str_starts_with($address, on_site('/', $this->feed)));
            if ($status === 200 && hash('sha256', $body) === $digest) {
                $this->put($this->place_of($digest), $body);
            } else {
                $lacking[] = $address; // replaced since, perhaps: then a later change names another
            }
        }
        return $lacking;
    }

    private function place_of(string $digest): string
    {
        return "$this->files/" . substr($digest, 0, 2) . "/$digest";
    }

    /** At the end of a first copy, or one begun again: remove the items it did not have. */
    private function remove_unseen(): void
    {
        $seen = array_flip(explode("\n", file_get_contents("$this->own/seen")));
        foreach (files_below($this->items) as $path) {
            if (!isset($seen[substr($path, strlen($this->items) + 1)])) {
                unlink($path);
            }
        }
        $this->save(['is_renewing' => false, 'has_to_sweep' => true]);
    }

    /** Look at every item: fetch the files that are missing, remove those that no item names. */
    private function sweep(): void
    {
        [$named, $lacking] = [[], []];
        foreach (files_below($this->items) as $path) {
            $document = file_get_contents($path);
            $digests = digests($document);
            $named += array_flip($digests);
            if (array_filter($digests, fn($digest) => !file_exists($this->place_of($digest)))) {
                array_push($lacking, ...$this->fetch_files($document));
            }
        }
        foreach (files_below($this->files) as $path) {
            if (!isset($named[basename($path)])) {
                unlink($path);
            }
        }
        if ($lacking) {
            throw new PullError('files could not be had: ' . implode(', ', array_unique($lacking)));
        }
        $this->save(['has_to_sweep' => false]);
    }

    /** Write a file so that there is the old one or the new one at any moment, never a part. */
    private function put(string $path, string $data): void
    {
        make_folder(dirname($path));
        write("$this->own/unfinished", $data, 'wb');
        if (!rename("$this->own/unfinished", $path)) {
            throw new PullError("cannot write $path");
        }
    }
}

function make_folder(string $folder): void
{
    if (!is_dir($folder) && !mkdir($folder, 0777, true) && !is_dir($folder)) {
        throw new PullError("cannot make $folder");
    }
}

function write(string $path, string $data, string $mode): void
{
    $file = fopen($path, $mode);
    if ($file === false || fwrite($file, $data) !== strlen($data) || !fflush($file)) {
        throw new PullError("cannot write $path");
    }
    if (function_exists('fsync')) { // PHP 8.1
        fsync($file);
    }
    fclose($file);
}

function files_below(string $folder): array
{
    if (!is_dir($folder)) {
        return [];
    }
    $found = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS));
    return array_map('strval', array_values(iterator_to_array($found)));
}

/** Return an item's path below items/. */
function name_of(array $change): string
{
    $parts = [$change['type'], $change['locale'] ?? '-', $change['uuid']];
    if (array_filter($parts, fn($part) => !preg_match(PART, $part))) {
        throw new PullError('not a name for a file: ' . implode('/', $parts));
    }
    return implode('/', $parts) . '.json';
}

function digests(string $document): array
{
    preg_match_all(DIGEST, $document, $found);
    return $found[1];
}

/** Return [SHA-256, address] of every file that a document names, however deep. */
function named_files(mixed $value): array
{
    if (!is_array($value)) {
        return [];
    }
    [$digest, $address] = [$value['sha256'] ?? '', $value['url'] ?? null];
    $own = is_string($address) && preg_match('/^[0-9a-f]{64}$/D', (string) $digest) ? [[$digest, $address]] : [];
    return array_merge($own, ...array_map('named_files', array_values($value)));
}

/** Return the path and query of $address on the host that was asked first: it may have several names. */
function on_site(string $address, string $feed): string
{
    preg_match('#^https?://[^/?\#]+#', $feed, $site);
    return $site[0] . preg_replace('#^https?://[^/?\#]+#', '', $address);
}

/** Return status, headers and body; wait and ask again where the server is busy. */
function ask(string $address, string $etag = '', bool $has_key = true): array
{
    if (!preg_match('#^https?://#', $address)) {
        throw new PullError("not an address of the web: $address");
    }
    $headers = array_filter([$etag === '' ? '' : "If-None-Match: $etag"]);
    if ($has_key && getenv('API_KEY')) {
        $headers[] = 'Authorization: Bearer ' . getenv('API_KEY');
    }
    [$problem, $wait, $redirects] = ['no answer', 0, 0];
    for ($attempt = 0; $attempt < TRIES; $attempt++) {
        sleep($wait);
        $wait = min(2 ** $attempt, LONGEST_WAIT);
        [$status, $answered, $body] = request($address, $headers);
        if (in_array($status, [301, 302, 303, 307, 308], true) && isset($answered['location'])) {
            $next = leads_to($answered['location'], $address);
            if (!preg_match('#^https?://#', $next) || ++$redirects > REDIRECTS) {
                throw new PullError("$address leads to $next");
            }
            if (on_site('/', $next) !== on_site('/', $address)) { // the key is for this website alone
                $headers = array_filter($headers, fn($header) => !str_starts_with($header, 'Authorization:'));
            }
            [$address, $wait] = [$next, 0];
            $attempt--;
            continue;
        }
        $is_whole = $body !== false && strlen($body) >= (int) ($answered['content-length'] ?? 0);
        if ($status >= 500 || $status === 429) {
            [$problem, $wait] = ["status $status", retry_after($answered['retry-after'] ?? '', $wait)];
        } elseif ($status && ($is_whole || $status === 304)) {
            return [$status, $answered, (string) $body];
        }
    }
    throw new PullError("$address: $problem");
}

/** Ask once; return status (0 without an answer), headers and body (false without one). Redirects are not followed. */
function request(string $address, array $headers): array
{
    $http = ['header' => array_values($headers), 'ignore_errors' => true, 'timeout' => TIMEOUT];
    $context = stream_context_create(['http' => $http + ['protocol_version' => 1.1, 'follow_location' => 0]]);
    $http_response_header = [];
    $body = @file_get_contents($address, false, $context);
    return [...read_headers($http_response_header), $body];
}

/** Return the whole address of what a Location header names. */
function leads_to(string $location, string $from): string
{
    if (preg_match('#^[a-z][a-z0-9+.-]*:#i', $location)) {
        return $location;
    }
    if (str_starts_with($location, '//')) {
        return parse_url($from, PHP_URL_SCHEME) . ":$location";
    }
    return on_site(str_starts_with($location, '/') ? $location : "/$location", $from);
}

/** Return the last answer's status (0 without one) and headers, their names in lower case. */
function read_headers(array $lines): array
{
    [$status, $headers] = [0, []];
    foreach ($lines as $line) {
        if (preg_match('#^HTTP/\S+ (\d+)#', $line, $found)) {
            [$status, $headers] = [(int) $found[1], []];
        } else {
            [$name, $value] = explode(':', $line, 2) + [1 => ''];
            $headers[strtolower($name)] = trim($value);
        }
    }
    return [$status, $headers];
}

/** Return the seconds a Retry-After header asks for: a number of them, or a date. */
function retry_after(string $text, int $default): int
{
    if (ctype_digit($text)) {
        return (int) $text;
    }
    $date = $text === '' ? false : strtotime($text);
    return $date === false ? $default : max(0, $date - time());
}

function main(array $arguments): int
{
    [$given, $filters] = [[], []];
    foreach (array_slice($arguments, 1) as $argument) {
        if (preg_match('/^--(type|locale|stream)=(.+)$/D', $argument, $found)) {
            $filters[$found[1]] = $found[2];
        } else {
            $given[] = $argument;
        }
    }
    if (count($given) !== 2 || str_starts_with($given[0], '-')) {
        fwrite(STDERR, "usage: php pull.php FEED FOLDER [--type=…] [--locale=…] [--stream=…]\n");
        return 2;
    }
    try {
        $query = http_build_query($filters + ['include' => 'document', 'limit' => '200']);
        (new Puller("$given[0]?$query", $given[1]))->run();
    } catch (PullError | JsonException $error) {
        fwrite(STDERR, get_class($error) . ": {$error->getMessage()}\n");
        return 1;
    }
    return 0;
}

exit(main($argv));

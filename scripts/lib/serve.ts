import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';
import { BASE_PATH } from '../../src/model/site.ts';
import { CommandError } from './fault.ts';

/** A static server over the built site. */
export interface RunningServer {
  /** Its address, without a trailing slash. */
  address: string;
  close(): Promise<void>;
}

/** Media types of text files, which hosts send compressed. */
const TEXT: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Serves `dist/` as any static host would: files, `index.html` of folders, and `404.html` for the rest.
 * @param port 0 takes any free port
 * @param compressed sends text as gzip, as hosts do; for measurements
 */
export async function serve(root: string, port: number, compressed = false): Promise<RunningServer> {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html')))
    throw new CommandError('dist/ has no site yet: run `npm run build` first');
  const notFound = readFileSync(join(dist, '404.html'));
  const headersOf = readHeaders(readFileSync(join(dist, '_headers'), 'utf8'));
  const files = sirv(dist, {
    etag: true,
    setHeaders(response, path) {
      for (const [name, value] of headersOf(path)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    request.url = (request.url ?? '/').replace(BASE_PATH, '') || '/';
    if (compressed && sendCompressed(dist, headersOf, request, response)) return;
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    });
  });
  await listen(server, port);
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${BASE_PATH}`,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

/** Sends a text file as gzip. @returns false where the address is not one */
function sendCompressed(
  dist: string,
  headersOf: HeadersOf,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { pathname } = new URL(request.url!, 'http://localhost');
  const file = normalize(
    join(dist, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : ''),
  );
  const type = TEXT[extname(file)];
  if (!type || request.method !== 'GET' || !file.startsWith(dist)) return false;
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  response
    .writeHead(200, {
      'Content-Type': type,
      'Content-Encoding': 'gzip',
      ...Object.fromEntries(headersOf(pathname)),
    })
    .end(gzipSync(readFileSync(file)));
  return true;
}

type HeadersOf = (path: string) => [name: string, value: string][];

/**
 * The headers of a path from a file in the format of Netlify and Cloudflare Pages: a line with a path, ending in `*` for all below it, then its headers,
 * indented. @see https://docs.netlify.com/routing/headers/
 */
function readHeaders(file: string): HeadersOf {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of file.split('\n').filter((one) => one.trim() && !one.startsWith('#'))) {
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (name) rules.at(-1)?.headers.push([name, value!]);
    else rules.push({ path: line.trim(), headers: [] });
  }
  return (requested) =>
    rules
      .filter(({ path }) =>
        path.endsWith('*') ? requested.startsWith(path.slice(0, -1)) : requested === path,
      )
      .flatMap(({ headers }) => headers);
}

/** Listens on the port, or on the next free one where it is taken. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const attempt = (at: number): void => {
      const onError = (error: NodeJS.ErrnoException): void => {
        if (error.code === 'EADDRINUSE' && port !== 0 && at < port + 20) attempt(at + 1);
        else reject(error);
      };
      server.once('error', onError);
      server.listen(at, '127.0.0.1', () => {
        server.off('error', onError);
        resolve();
      });
    };
    attempt(port);
  });
}

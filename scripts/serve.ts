import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { BASE_PATH } from '../src/model/site.ts';
import { CommandError } from './fault.ts';

/** A static server over the built site. */
export interface RunningServer {
  /** Where it listens, without a slash at the end. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves `dist/` as any static host would: files, `index.html` of folders, and `404.html` for the rest.
 * @param port 0 takes any free port
 */
export async function serve(root: string, port: number): Promise<RunningServer> {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html')))
    throw new CommandError('dist/ holds no site yet: run `npm run build` first');
  const notFound = readFileSync(join(dist, '404.html'));
  const files = sirv(dist, { etag: true });
  const server = createServer((request, response) => {
    request.url = (request.url ?? '/').replace(BASE_PATH, '') || '/';
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

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';

export interface ServeOptions {
  /** Address prefix → folder on disk: `{ '/': 'dist/editor', '/samples/': 'samples' }`. The longest prefix wins. */
  mounts: Readonly<Record<string, string>>;
  /** 0 or absent: any free port. */
  port?: number;
}

export interface Served {
  /** "http://127.0.0.1:4173", without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Serves folders on this machine only, as they are on disk; an address that ends in a slash gives its index.html. */
export async function serveFolders({ mounts, port = 0 }: ServeOptions): Promise<Served> {
  const folders = Object.entries(mounts)
    .map(([prefix, folder]) => ({ prefix: prefix.endsWith('/') ? prefix : `${prefix}/`, root: resolve(folder) }))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const server = createServer((request, response) => {
    const send = async (): Promise<void> => {
      const file = await findFile(folders, request.url ?? '/');
      if (typeof file === 'number') {
        response
          .writeHead(file, { 'content-type': 'text/plain; charset=utf-8' })
          .end(file === 404 ? 'Not found' : 'No');
        return;
      }
      response.writeHead(200, {
        'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      });
      if (request.method === 'HEAD') response.end();
      else
        createReadStream(file)
          .on('error', () => response.destroy())
          .pipe(response);
    };
    send().catch(() => response.destroy());
  });
  await listen(server, port);
  // Bound to a TCP port, so the address is never a pipe's name.
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

async function findFile(folders: readonly { prefix: string; root: string }[], url: string): Promise<string | number> {
  const path = pathOf(url);
  if (path === null) return 400;
  for (const { prefix, root } of folders) {
    if (!path.startsWith(prefix)) continue;
    const file = join(root, normalize(`/${path.slice(prefix.length)}`));
    if (file !== root && !file.startsWith(root + sep)) return 403;
    const found = await existing(path.endsWith('/') ? join(file, 'index.html') : file);
    if (found) return found;
  }
  return 404;
}

function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

async function existing(file: string): Promise<string | null> {
  try {
    const found = await stat(file);
    return found.isFile() ? file : null;
  } catch {
    return null;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done());
  });
}

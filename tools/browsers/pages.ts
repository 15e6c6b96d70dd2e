/**
 * A local web server that is also the browsers' proxy: pages can stand on any host name and port without the network,
 * and whatever else a browser asks for is refused and remembered. Both browsers are started with it as their only way
 * out.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join, relative } from 'node:path';

/** A page whose body comes piece by piece, when the test says so. */
export class Stream {
  #waiting: string[] = [];
  #ended = false;
  #response: ServerResponse | null = null;

  constructor(readonly type = 'text/html; charset=utf-8') {}

  /** Sends the next piece, as soon as a browser has asked for the page. */
  write(piece: string): void {
    this.#waiting.push(piece);
    this.#flush();
  }

  /** Sends an optional last piece and closes. */
  end(piece = ''): void {
    if (piece) this.#waiting.push(piece);
    this.#ended = true;
    this.#flush();
  }

  /** Called by the server when a browser asks. */
  attach(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': this.type });
    response.flushHeaders();
    this.#response = response;
    this.#flush();
  }

  #flush(): void {
    if (!this.#response) return;
    for (const piece of this.#waiting.splice(0)) this.#response.write(piece);
    if (this.#ended) this.#response.end();
  }
}

export interface FixedPage {
  readonly body: string | Uint8Array;
  /** Content type; 'text/html; charset=utf-8' when left out. */
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** HTML text, a whole answer, a stream, or a function that makes an answer for a request. */
export type PageSource = string | FixedPage | Stream | ((request: IncomingMessage) => string | FixedPage);

interface Folder {
  readonly folder: string;
  readonly typeOf: (path: string) => string;
}

export interface SeenRequest {
  readonly method: string;
  /** The whole address; for an encrypted connection only `https://host:port`. */
  readonly url: string;
  /** Whether a page stood there. */
  readonly served: boolean;
}

/** Hosts that the browsers themselves call whatever they are told: updates, accounts, remote settings. */
const BROWSERS_OWN = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'content-signature-2.cdn.mozilla.net',
  'firefox.settings.services.mozilla.com',
  'update.googleapis.com',
]);

export class PageServer {
  readonly #pages = new Map<string, PageSource>();
  readonly #folders = new Map<string, Folder>();
  readonly #sockets = new Set<Socket>();
  /** Every request that reached the server, in order. */
  readonly requests: SeenRequest[] = [];

  private constructor(readonly server: Server) {
    server.on('request', (request, response) => this.#answer(request, response));
    server.on('connect', (request: IncomingMessage, socket: Socket) => {
      this.requests.push({ method: 'CONNECT', url: `https://${request.url}`, served: false });
      socket.on('error', () => {});
      socket.end('HTTP/1.1 502 Refused\r\n\r\n');
    });
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** Starts on a free local port. */
  static async start(): Promise<PageServer> {
    const server = createServer();
    await new Promise<void>((done, failed) => {
      server.once('error', failed);
      server.listen(0, '127.0.0.1', done);
    });
    return new PageServer(server);
  }

  /** The port to give a browser as its proxy. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Puts a page at an http address (any host and port) and returns that address. */
  serve(url: string, page: PageSource): string {
    const address = new URL(url).href;
    if (!address.startsWith('http:')) throw new Error(`only http addresses can be served: ${url}`);
    this.#pages.set(address, page);
    return address;
  }

  /** Puts the files of a folder below an http address that ends in a slash; `typeOf` names a file's content type. */
  serveFolder(base: string, folder: string, typeOf: (path: string) => string): void {
    this.#folders.set(new URL(base).href, { folder, typeOf });
  }

  /** Requests for which no page stood: what a page or an extension asked of the network. Favicons are left out. */
  strays(): SeenRequest[] {
    return this.requests.filter(({ url, served }) => {
      const { hostname, pathname } = new URL(url);
      return !served && pathname !== '/favicon.ico' && !BROWSERS_OWN.has(hostname);
    });
  }

  /** Takes all pages away and forgets all requests: for a server that several tests use, one after the other. */
  clear(): void {
    this.#pages.clear();
    this.#folders.clear();
    this.requests.length = 0;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  #file(address: string): FixedPage | undefined {
    for (const [base, { folder, typeOf }] of this.#folders) {
      if (!address.startsWith(base)) continue;
      const path = join(folder, decodeURIComponent(address.slice(base.length)));
      // Nothing outside the folder, whatever dots an address holds.
      if (relative(folder, path).startsWith('..') || !existsSync(path) || !statSync(path).isFile()) continue;
      return { body: readFileSync(path), type: typeOf(path) };
    }
    return undefined;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = 'GET', url: target = '/' } = request;
    const url = target.startsWith('http') ? target : `http://${request.headers.host}${target}`;
    const [address = url] = url.split('#');
    const plain = address.replace(/\?.*$/, '');
    const source = this.#pages.get(address) ?? this.#pages.get(plain) ?? this.#file(plain);
    this.requests.push({ method, url, served: source !== undefined });
    if (source instanceof Stream) {
      source.attach(response);
      return;
    }
    const found = typeof source === 'function' ? source(request) : source;
    const page: FixedPage =
      typeof found === 'string' ? { body: found } : (found ?? { body: '', status: 404, type: 'text/plain' });
    response.writeHead(page.status ?? 200, {
      'content-type': page.type ?? 'text/html; charset=utf-8',
      ...page.headers,
    });
    response.end(page.body);
  }
}

/** A WebDriver BiDi connection over a web socket: commands out, answers and events in. */
import WebSocket from 'ws';

interface Message {
  readonly id?: number;
  readonly type?: string;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: unknown;
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class Bidi {
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, (params: unknown) => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.#take(JSON.parse(data.toString()) as Message));
    socket.on('close', () => this.#fail(new Error('Firefox closed the connection')));
    socket.on('error', (error) => this.#fail(error));
  }

  /** Connects to `ws://…/session` and starts a session. */
  static async connect(url: string): Promise<Bidi> {
    const socket = new WebSocket(url);
    await new Promise<void>((open, failed) => {
      socket.once('open', open);
      socket.once('error', failed);
    });
    const bidi = new Bidi(socket);
    await bidi.send('session.new', { capabilities: {} });
    return bidi;
  }

  /** One command; rejects with the browser's own words. */
  send<T = unknown>(method: string, params: object): Promise<T> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { method, resolve: (result) => resolve(result as T), reject });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Calls back on every event of that name. */
  async on<T>(event: string, listener: (params: T) => void): Promise<void> {
    this.#listeners.set(event, (params) => listener(params as T));
    await this.send('session.subscribe', { events: [event] });
  }

  close(): void {
    this.socket.close();
  }

  #take(message: Message): void {
    if (message.id === undefined) {
      if (message.method) this.#listeners.get(message.method)?.(message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'error') {
      waiting?.reject(new Error(`${waiting.method}: ${message.error} ${message.message ?? ''}`));
    } else {
      waiting?.resolve(message.result);
    }
  }

  #fail(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

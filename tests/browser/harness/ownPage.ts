/** What the tests have a page of the extension do for them, in either browser. All of it runs there. */

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  clear(): Promise<void>;
}

declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: { readonly local: Area; readonly session: Area };
};

/** What is stored when the extension has written its defaults. */
export async function defaultsWritten(): Promise<Record<string, unknown>> {
  for (;;) {
    const stored = await chrome.storage.local.get(null);
    if ('settings.version' in stored) return stored;
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** Stores this and nothing else. */
export async function storeOnly(stored: Record<string, unknown>): Promise<void> {
  await chrome.storage.session.clear();
  await chrome.storage.local.clear();
  await chrome.storage.local.set(stored);
}

/** */
export async function wake(): Promise<void> {
  await chrome.runtime.sendMessage({ saozhu: 'wake', data: null });
}

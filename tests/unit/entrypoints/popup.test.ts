import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect, type PopupState } from '../../../entrypoints/popup/connection.ts';
import { holdLine } from '../../../entrypoints/popup/held-line.ts';
import { popupView } from '../../../entrypoints/popup/popup-view.ts';
import type { FindingView, FrameState } from '../../../lib/messages.ts';
import { searchAddress } from '../../../lib/search.ts';

function finding(id: string, kind: FindingView['kind'] = 'farm', state: FindingView['state'] = 'hidden'): FindingView {
  return {
    id,
    kind,
    state,
    confidence: 1,
    links: 1,
    chars: 9,
    snippet: id,
    reasons: [],
    after: '',
  };
}

function frame(values: Partial<FrameState> = {}): FrameState {
  return {
    frame: 'a',
    top: true,
    url: 'https://news.example.com/a',
    status: 'on',
    verdict: 'infected',
    confidence: 1,
    pageReasons: [],
    original: null,
    title: null,
    repaired: 0,
    findings: [],
    ...values,
  };
}

describe('popupView', () => {
  it('waits for the tab’s own page', () => {
    expect(popupView([])).toBeNull();
    expect(popupView([frame({ top: false })])).toBeNull();
  });

  it('sums all frames, the tab’s own first, and groups by kind in the page’s order', () => {
    const inner = frame({
      frame: 'b',
      top: false,
      url: 'http://ads.example.net/',
      repaired: 2,
      findings: [finding('b1'), finding('b2', 'own')],
    });
    const outer = frame({
      repaired: 3,
      findings: [finding('a1', 'farm', 'shown'), finding('a2', 'head'), finding('a3', 'farm', 'kept')],
    });
    const view = popupView([inner, outer]);
    expect(view).toMatchObject({ site: 'news.example.com', total: 5, hidden: 3, shown: 1, repaired: 5 });
    expect(view?.groups.map(({ kind, rows }) => [kind, ...rows.map((row) => row.id)])).toEqual([
      ['head', 'a2'],
      ['farm', 'a1', 'a3', 'b1'],
      ['own', 'b2'],
    ]);
  });

  it('takes the verdict of the tab’s page, and a frame’s only where the page itself is clean', () => {
    const mirror = frame({ frame: 'b', top: false, verdict: 'mirror', original: 'example.org' });
    expect(popupView([frame(), mirror])).toMatchObject({ verdict: 'infected', original: null });
    expect(popupView([frame({ verdict: 'clean' }), mirror])).toMatchObject({
      verdict: 'mirror',
      original: 'example.org',
    });
  });

  it('counts what a frame has not told yet', () => {
    const view = popupView([
      frame({
        findings: [finding('a1'), finding('a2', 'head', 'shown')],
        coming: [
          { kind: 'farm', state: 'hidden' },
          { kind: 'farm', state: 'kept' },
          { kind: 'injected', state: 'shown' },
        ],
      }),
    ]);
    expect(view).toMatchObject({ total: 5, hidden: 2, shown: 2 });
    expect(view?.groups.map(({ kind, rows, count }) => [kind, rows.length, count])).toEqual([
      ['head', 1, 1],
      ['farm', 1, 3],
      ['injected', 0, 1],
    ]);
  });

  it('has no site where the address names none', () => {
    expect(popupView([frame({ url: 'about:blank' })])?.site).toBeNull();
  });
});

describe('searchAddress', () => {
  it('asks the chosen engine, with the words as they are', () => {
    expect(searchAddress('baidu', ' 网络 & 安全\n大会 ')).toBe(
      `https://www.baidu.com/s?wd=${encodeURIComponent('网络 & 安全 大会')}`,
    );
  });

  it('cuts long words between characters', () => {
    const query = decodeURIComponent(new URL(searchAddress('bing', '😀'.repeat(200))).searchParams.get('q') ?? '');
    expect([...query]).toHaveLength(80);
  });
});

describe('connect', () => {
  /** A port whose other end the test holds. */
  function fakePort() {
    const ends: { message: (message: unknown) => void; disconnect: () => void } = {
      message: () => undefined,
      disconnect: () => undefined,
    };
    const port = {
      postMessage: vi.fn(),
      disconnect: vi.fn(),
      onMessage: { addListener: (listener: (message: unknown) => void) => (ends.message = listener) },
      onDisconnect: { addListener: (listener: () => void) => (ends.disconnect = listener) },
    };
    return { port, ends };
  }

  beforeEach(() => {
    fakeBrowser.reset();
    vi.useFakeTimers();
  });

  function start(status: string) {
    const opened: ReturnType<typeof fakePort>[] = [];
    fakeBrowser.tabs.connect = (() => {
      opened.push(fakePort());
      return opened.at(-1)?.port;
    }) as unknown as typeof fakeBrowser.tabs.connect;
    fakeBrowser.tabs.get = (async () => ({ status })) as unknown as typeof fakeBrowser.tabs.get;
    const told: PopupState[] = [];
    return { opened, told, connection: connect(7, (popup) => told.push(popup)) };
  }

  it('collects the frames’ states, the newest of each', () => {
    const { opened, told } = start('complete');
    opened[0]?.ends.message({ type: 'state', state: frame() });
    opened[0]?.ends.message({ type: 'state', state: frame({ frame: 'b', top: false }) });
    opened[0]?.ends.message({ type: 'state', state: frame({ status: 'paused' }) });
    expect(told.at(-1)).toMatchObject({ phase: 'ready', frames: [{ frame: 'a', status: 'paused' }, { frame: 'b' }] });
    vi.useRealTimers();
  });

  it('tries as long as the page loads, and gives up soon on one that has loaded', async () => {
    const loading = start('loading');
    for (let tries = 0; tries < 10; tries++) {
      loading.opened.at(-1)?.ends.disconnect();
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(loading.opened).toHaveLength(11);
    expect(loading.told.at(-1)?.phase).toBe('loading');
    const complete = start('complete');
    for (let tries = 0; tries < 10; tries++) {
      complete.opened.at(-1)?.ends.disconnect();
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(complete.opened).toHaveLength(3);
    expect(complete.told.at(-1)?.phase).toBe('absent');
    vi.useRealTimers();
  });

  it('sends to whoever is there, and stops when closed', async () => {
    const { opened, connection, told } = start('complete');
    connection.send({ type: 'showAll', shown: true });
    expect(opened[0]?.port.postMessage).toHaveBeenCalledWith({ type: 'showAll', shown: true });
    connection.close();
    opened[0]?.ends.disconnect();
    await vi.advanceTimersByTimeAsync(2000);
    expect(opened).toHaveLength(1);
    expect(told).toEqual([]);
    vi.useRealTimers();
  });

  it('hears what was said before anybody listened, in order, and goes on from there', async () => {
    const { opened } = start('complete');
    const line = holdLine(7);
    const ends = opened[1]?.ends;
    ends?.message({ type: 'state', state: frame({ status: 'working' }) });
    ends?.message({ type: 'state', state: frame({ frame: 'b', top: false }) });
    const told: PopupState[] = [];
    const connection = connect(7, (popup) => told.push(popup), line);
    expect(told.map(({ frames }) => frames.length)).toEqual([1, 2]);
    ends?.message({ type: 'state', state: frame() });
    expect(told.at(-1)).toMatchObject({ frames: [{ status: 'on' }, { frame: 'b' }] });
    connection.send({ type: 'showAll', shown: true });
    expect(opened[1]?.port.postMessage).toHaveBeenCalledOnce();
    ends?.disconnect();
    await vi.advanceTimersByTimeAsync(250);
    expect(opened).toHaveLength(3);
    vi.useRealTimers();
  });

  it('tries again where the line had ended before anybody listened', async () => {
    const { opened } = start('complete');
    const line = holdLine(7);
    opened[1]?.ends.disconnect();
    connect(7, () => undefined, line);
    await vi.advanceTimersByTimeAsync(250);
    expect(opened).toHaveLength(3);
    vi.useRealTimers();
  });
});

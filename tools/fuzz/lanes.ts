/** Pairs of tabs that work side by side, each on a host of its own. */
import type { PageServer } from '../browsers/pages.ts';
import type { FuzzTab, Lane } from './identity.ts';

/** What is needed of a browser. */
export interface FuzzBrowser {
  open(url: string): Promise<FuzzTab>;
  set(values: Readonly<Record<string, unknown>>): Promise<void>;
}

export interface LaneOptions {
  readonly ours: FuzzBrowser;
  readonly plain: FuzzBrowser;
  readonly pages: PageServer;
  readonly count: number;
  /** false where both browsers are without us. */
  readonly sweeps: boolean;
}

export class Lanes {
  private constructor(readonly lanes: readonly Lane[]) {}

  /** Opens so many pairs. */
  static async open({ ours, plain, pages, count, sweeps }: LaneOptions): Promise<Lanes> {
    const allowed = new Set<string>();
    const blank = pages.serve('http://blank.example/', '<!DOCTYPE html><title>blank</title>');
    const lanes: Lane[] = [];
    for (let at = 0; at < count; at++) {
      const host = `lane${at}.example`;
      lanes.push({
        host,
        pages,
        sweeps,
        plain: await plain.open(blank),
        ours: await ours.open(blank),
        async allow(on) {
          if (on) allowed.add(host);
          else allowed.delete(host);
          if (sweeps) await ours.set({ allowedSites: [...allowed] });
        },
      });
    }
    return new Lanes(lanes);
  }

  /** Closes the tabs. */
  async close(): Promise<void> {
    for (const { plain, ours } of this.lanes) await Promise.all([plain.close(), ours.close()]);
  }

  /** Gives each thing to the next pair that is free. */
  async all<T>(things: readonly T[], run: (lane: Lane, thing: T) => Promise<void>): Promise<void> {
    const waiting = [...things];
    await Promise.all(
      this.lanes.map(async (lane) => {
        for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await run(lane, thing);
      }),
    );
  }
}

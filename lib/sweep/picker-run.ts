/** The picker from beginning to end in one frame: runs it, remembers what was taken as the reader's own hides, opens the report. */
import type { NodeRange } from '../detect/types.ts';
import type { PickCommand } from '../messages.ts';
import { request } from '../messaging.ts';
import { fingerprintOf, missedOf } from '../report/capture.ts';
import { MAX_LABEL_LENGTH } from '../settings/defaults.ts';
import { type RunningPicker, startPicker } from './picker.ts';
import { textOfBlock } from './picker-blocks.ts';
import { PickerGuard } from './picker-guard.ts';
import { siteOfPage } from './reader.ts';

export interface PickerHandle {
  /** The command 'pick' came; `start` is where to begin, for a selection or a context menu. */
  pick(command: PickCommand, start?: Element | null): void;
  /** The command 'pickEnd' came. */
  end(take: boolean): void;
}

/**
 * Call at document_start, before any script of the page has run.
 * @param hide hides blocks at once; the own hides told to the settings are for later loads.
 */
export function installPicker(document: Document, hide: (blocks: readonly NodeRange[]) => void): PickerHandle {
  const guard = new PickerGuard(document.defaultView ?? window);
  guard.install();
  let running: RunningPicker | null = null;
  const run = async (token: string, start: Element | null): Promise<void> => {
    const ended = (take: boolean): void => void request('picker.end', { take }).catch(() => null);
    running = startPicker({ document, guard, token, start, ended });
    const picked = await running.result;
    running = null;
    if (picked) await report(document, picked.blocks, hide);
  };
  return {
    pick: (command, start = null) => {
      if (!running) void run(command.token, start);
    },
    end: (take) => running?.end(take),
  };
}

async function report(
  document: Document,
  blocks: readonly NodeRange[],
  hide: (blocks: readonly NodeRange[]) => void,
): Promise<void> {
  const draft = missedOf(blocks, document.URL);
  const site = siteOfPage(document);
  const entries = blocks.map((block) => ({
    fingerprint: fingerprintOf([block]),
    label: textOfBlock(block, MAX_LABEL_LENGTH),
  }));
  hide(blocks);
  try {
    for (const entry of site === null ? [] : entries) {
      await request('settings.change', { type: 'addOwnHide', site: site ?? '', ...entry });
    }
    await request('report.open', { draft });
  } catch {
    // The extension was updated while the page stood open: what is hidden stays so until the next load.
  }
}

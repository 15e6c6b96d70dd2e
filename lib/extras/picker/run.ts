/** The picker from beginning to end in one frame: starts it on command, remembers what was taken as the reader's own hides, opens the report. */
import type { NodeRange } from '../../detect/types.ts';
import { isElement, parentElementOf, safeCall } from '../../dom.ts';
import type { PickerCommand } from '../../messages.ts';
import { request } from '../../messaging.ts';
import { randomName } from '../../page/names.ts';
import type { Sweep } from '../../page/sweep.ts';
import { siteOfPage } from '../../page/user.ts';
import { fingerprintOf, missedOf } from '../../report/capture.ts';
import { MAX_LABEL_LENGTH } from '../../settings/defaults.ts';
import { textOfBlock } from './blocks.ts';
import type { PickerGuard } from './guard.ts';
import { type RunningPicker, startPicker } from './picker.ts';

/** Makes what obeys the picker's commands in this frame. */
export function makePicker(document: Document, guard: PickerGuard, sweep: Sweep): (command: PickerCommand) => void {
  let running: RunningPicker | null = null;

  const run = async (token: string, start: Element | null): Promise<void> => {
    if (running) return;
    const ended = (take: boolean): void => void request('picker.end', { take }).catch(() => null);
    running = startPicker({ document, guard, token, start, ended });
    const picked = await running.result;
    running = null;
    if (picked) await report(document, sweep, picked.blocks);
  };

  return (command) => {
    if (command.type === 'pick') void run(command.token, null);
    else if (command.type === 'reportSelection') void run(randomName(), selectedElement(document));
    else running?.end(command.take);
  };
}

/** The element around what the reader has selected. */
function selectedElement(document: Document): Element | null {
  const selection = safeCall<Selection | null>(document, 'getSelection');
  if (!selection || selection.rangeCount === 0) return null;
  const around = selection.getRangeAt(0).commonAncestorContainer;
  return isElement(around) ? around : parentElementOf(around);
}

/** The own hides, once the settings have them, are hidden by the sweep like any finding. */
async function report(document: Document, sweep: Sweep, blocks: readonly NodeRange[]): Promise<void> {
  // What the page said itself, not what is made of it.
  const own = <Value>(read: () => Value): Value => sweep.write(() => sweep.hiding.edits.lifted(read));
  const draft = own(() => missedOf(blocks, document.URL));
  const site = siteOfPage(document);
  try {
    for (const block of site === null ? [] : blocks) {
      const [label, fingerprint] = own(() => [textOfBlock(block, MAX_LABEL_LENGTH), fingerprintOf([block])]);
      await request('settings.change', {
        type: 'addOwnHide',
        site: site ?? '',
        fingerprint,
        label,
      });
    }
    await request('report.open', { draft });
  } catch {
    // The extension was updated while the page stood open: there is nobody to tell.
  }
}

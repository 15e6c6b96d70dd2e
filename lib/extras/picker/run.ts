/** The picker from beginning to end in one frame: starts it on command, remembers what was taken as the reader's own hides, opens the report. */
import type { NodeRange } from '../../detect/types.ts';
import { safeCall } from '../../dom.ts';
import type { PickerCommand } from '../../messages.ts';
import { request } from '../../messaging.ts';
import { isElement, parentElementOf } from '../../page/dom.ts';
import { randomName } from '../../page/hide/sheet.ts';
import { siteOfPage } from '../../page/user.ts';
import { fingerprintOf, missedOf } from '../../report/capture.ts';
import { MAX_LABEL_LENGTH } from '../../settings/defaults.ts';
import { textOfBlock } from './blocks.ts';
import type { PickerGuard } from './guard.ts';
import { type RunningPicker, startPicker } from './picker.ts';

/** Makes what obeys the picker's commands in this frame. */
export function makePicker(document: Document, guard: PickerGuard): (command: PickerCommand) => void {
  let running: RunningPicker | null = null;

  const run = async (token: string, start: Element | null): Promise<void> => {
    if (running) return;
    const ended = (take: boolean): void => void request('picker.end', { take }).catch(() => null);
    running = startPicker({ document, guard, token, start, ended });
    const picked = await running.result;
    running = null;
    if (picked) await report(document, picked.blocks);
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
async function report(document: Document, blocks: readonly NodeRange[]): Promise<void> {
  const draft = missedOf(blocks, document.URL);
  const site = siteOfPage(document);
  try {
    for (const block of site === null ? [] : blocks) {
      const label = textOfBlock(block, MAX_LABEL_LENGTH);
      await request('settings.change', {
        type: 'addOwnHide',
        site: site ?? '',
        fingerprint: fingerprintOf([block]),
        label,
      });
    }
    await request('report.open', { draft });
  } catch {
    // The extension was updated while the page stood open: there is nobody to tell.
  }
}

/** The picker from beginning to end in one frame: starts it on command, remembers what was taken as the reader's own hides, opens the report. */
import type { NodeRange } from '../detect/types.ts';
import type { PickerCommand } from '../messages.ts';
import { request } from '../messaging.ts';
import { safeCall } from '../outline/dom.ts';
import { fingerprintOf, missedOf } from '../report/capture.ts';
import { MAX_LABEL_LENGTH } from '../settings/defaults.ts';
import { isElement, parentElementOf } from './dom.ts';
import { type RunningPicker, startPicker } from './picker.ts';
import { textOfBlock } from './picker-blocks.ts';
import type { PickerGuard } from './picker-guard.ts';
import { randomName } from './sheet.ts';

export interface PickerActions {
  /** Hides a block from now on: in this visit at least. */
  hide(fingerprint: string, label: string): Promise<void>;
  /** Says whether the report could be opened. */
  opened(ok: boolean): void;
}

/** Makes what obeys the picker's commands in this frame. */
export function makePicker(
  document: Document,
  guard: PickerGuard,
  does: PickerActions,
): (command: PickerCommand) => void {
  let running: RunningPicker | null = null;

  const run = async (token: string, start: Element | null): Promise<void> => {
    if (running) return;
    const ended = (take: boolean): void => void request('picker.end', { take }).catch(() => null);
    running = startPicker({ document, guard, token, start, ended });
    const picked = await running.result;
    running = null;
    if (picked) await report(document, picked.blocks, does);
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
async function report(document: Document, blocks: readonly NodeRange[], does: PickerActions): Promise<void> {
  const draft = missedOf(blocks, document.URL);
  for (const block of blocks) await does.hide(fingerprintOf([block]), textOfBlock(block, MAX_LABEL_LENGTH));
  const answer = await request('report.open', { draft }).catch(() => null);
  does.opened(answer?.ok === true);
}

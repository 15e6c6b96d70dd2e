/**
 * The picker from beginning to end in one frame: starts it on command, remembers what was taken as the user's own
 * hides, opens the report.
 */
import type { NodeRange } from '../../detect/types.ts';
import { isElement, parentElementOf, safeCall } from '../../dom.ts';
import type { PickerCommand } from '../../messages.ts';
import { request } from '../../messaging.ts';
import { randomName } from '../../page/random-name.ts';
import type { Sweep } from '../../page/sweep.ts';
import { fingerprintOf, missedOf } from '../../report/capture.ts';
import { MAX_LABEL_LENGTH } from '../../settings/defaults.ts';
import type { PickerGuard } from './guard.ts';
import { textOfBlock } from './pickable.ts';
import { Picker } from './picker.ts';

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
  sweep: Sweep,
  does: PickerActions,
): (command: PickerCommand) => void {
  let running: Picker | null = null;

  const run = async (token: string, start: Element | null): Promise<void> => {
    if (running) return;
    const ended = (take: boolean): void => void request('picker.end', { take }).catch(() => null);
    running = new Picker({ document, guard, token, start, ended });
    const blocks = await running.taken;
    running = null;
    if (blocks.length > 0) await report(document, sweep, blocks, does);
  };

  return (command) => {
    if (command.type === 'pick') void run(command.token, null);
    else if (command.type === 'reportSelection') void run(randomName(), selectedElement(document));
    else running?.end(command.take);
  };
}

/** The element around what the user has selected. */
function selectedElement(document: Document): Element | null {
  const selection = safeCall<Selection | null>(document, 'getSelection');
  if (!selection || selection.rangeCount === 0) return null;
  const around = selection.getRangeAt(0).commonAncestorContainer;
  return isElement(around) ? around : parentElementOf(around);
}

/** The own hides, once the settings have them, are hidden by the sweep like any finding. */
async function report(
  document: Document,
  sweep: Sweep,
  blocks: readonly NodeRange[],
  does: PickerActions,
): Promise<void> {
  // The page's own words, without our edits.
  const own = <Value>(read: () => Value): Value => sweep.write(() => sweep.hiding.edits.lifted(read));
  const draft = own(() => missedOf(blocks, document.URL));
  for (const block of blocks) {
    const [label, fingerprint] = own(() => [textOfBlock(block, MAX_LABEL_LENGTH), fingerprintOf([block])]);
    await does.hide(fingerprint, label);
  }
  const answer = await request('report.open', { draft }).catch(() => null);
  does.opened(answer?.ok === true);
}

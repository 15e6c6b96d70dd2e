import { useEffect, useState } from 'preact/hooks';
import { formatNumber, t } from '../../lib/i18n.ts';
import type { PopupCommand } from '../../lib/messages.ts';
import { kindText } from '../../lib/reasons.ts';
import { FindingRow } from './FindingRow.tsx';
import type { Group } from './popup-view.ts';

interface Props {
  readonly groups: readonly Group[];
  readonly send: (command: PopupCommand) => void;
}

/**
 * Rows drawn at once, as many as a popup shows at most, and added whenever the browser has nothing else to do: the
 * popup must stand before the user has let go of the mouse, and answer from then on, also with 500 findings.
 */
const FIRST_ROWS = 6;
const MORE_ROWS = 30;
/** In a longer list the missing rows are not still to come: the popup says how many more there are. */
const MANY = 100;
/** If the browser is never idle, the next rows are drawn after this many milliseconds. */
const LONGEST_WAIT = 100;

/** The findings by kind. */
export function FindingList({ groups, send }: Props) {
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
  let left = useGrowing(total);
  return (
    <>
      {groups.map(({ kind, rows, count }) => {
        const drawn = rows.slice(0, Math.max(0, left));
        left -= rows.length;
        return (
          <section key={kind} class="group" aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>
              {kindText(kind)} <span class="count-of">{formatNumber(count)}</span>
            </h2>
            <ul aria-label={t('popup_list', kindText(kind))}>
              {drawn.map((row) => (
                <FindingRow key={row.id} row={row} send={send} />
              ))}
            </ul>
            {total >= MANY && count > rows.length && (
              <p class="gathered">{t('popup_gathered', formatNumber(count - rows.length))}</p>
            )}
          </section>
        );
      })}
    </>
  );
}

/** How many rows to draw: a few at first, then more and more until all stand. */
function useGrowing(total: number): number {
  const [count, setCount] = useState(FIRST_ROWS);
  useEffect(() => {
    if (count >= total) return undefined;
    let idle = 0;
    // Not before the last ones are painted: a toolbar popup that is not shown yet is idle too, and would be shown later
    // for it.
    const frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(() => setCount(count + MORE_ROWS), { timeout: LONGEST_WAIT });
    });
    return () => {
      cancelAnimationFrame(frame);
      cancelIdleCallback(idle);
    };
  }, [count, total]);
  return count;
}

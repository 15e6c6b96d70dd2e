import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelCommand } from '../../messages.ts';
import { type Connection, connect, type Panel } from './connection.ts';

/** What the tab's frames say, and a way to tell them something. Undefined: which tab it is, is still being asked. */
export function usePanel(tab: number | null | undefined): {
  readonly panel: Panel;
  readonly send: (command: PanelCommand) => void;
} {
  const [panel, take] = useState<Panel>({ phase: 'loading', frames: [] });
  const connection = useRef<Connection | null>(null);
  // Not after the first picture, as useEffect would.
  useLayoutEffect(() => {
    if (tab === undefined) return undefined;
    if (tab === null) {
      take({ phase: 'absent', frames: [] });
      return undefined;
    }
    const opened = connect(tab, take);
    connection.current = opened;
    return () => opened.close();
  }, [tab]);
  // The same function for good: rows that have not changed are not drawn anew for it.
  const send = useCallback((command: PanelCommand) => connection.current?.send(command), []);
  return { panel, send };
}

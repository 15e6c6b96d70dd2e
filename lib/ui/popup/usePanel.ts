import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelCommand } from '../../messages.ts';
import { type Connection, connect, type Panel } from './connection.ts';

/** What the tab's frames say, and a way to tell them something. */
export function usePanel(tab: number | null): {
  readonly panel: Panel;
  readonly send: (command: PanelCommand) => void;
} {
  const [panel, take] = useState<Panel>({ phase: tab === null ? 'absent' : 'loading', frames: [] });
  const connection = useRef<Connection | null>(null);
  useEffect(() => {
    if (tab === null) return undefined;
    const opened = connect(tab, take);
    connection.current = opened;
    return () => opened.close();
  }, [tab]);
  return { panel, send: (command) => connection.current?.send(command) };
}

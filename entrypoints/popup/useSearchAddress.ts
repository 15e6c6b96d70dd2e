import { useEffect, useState } from 'preact/hooks';
import type { SearchEngine } from '../../lib/settings/schema.ts';

/**
 * The address of a search for words; null for a moment, because its table of characters is half the popup's size and
 * few pages need it.
 */
export function useSearchAddress(engine: SearchEngine, words: string): string | null {
  const [address, take] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void import('../../lib/search.ts').then(({ searchAddress }) => current && take(searchAddress(engine, words)));
    return () => {
      current = false;
    };
  }, [engine, words]);
  return address;
}

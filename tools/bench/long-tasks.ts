/**
 * Runs in a page before its scripts: keeps the length of its longest task (ms) as `longest.ms` of its global object.
 */
export function recordLongest(): void {
  const longest = { ms: 0 };
  Object.assign(globalThis, { longest });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
  }).observe({ type: 'longtask' });
}

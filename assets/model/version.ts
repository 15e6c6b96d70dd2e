/** Written by `npm run train`: which model this is (a hash of its files) and when it was first trained. */
export const MODEL_VERSION = { name: 'acafaf78', date: '2026-11-21' } as const;

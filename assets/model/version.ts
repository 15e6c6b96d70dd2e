/** Written by `npm run train`: which model this is (a hash of its files) and when it was first trained. */
export const MODEL_VERSION = { name: '109bc9f2', date: '2026-11-30' } as const;

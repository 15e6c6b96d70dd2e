/** Written by `npm run train`: which model this is (a hash of its files) and when it was first trained. */
export const MODEL_VERSION = { name: '250f6f00', date: '2026-12-01' } as const;

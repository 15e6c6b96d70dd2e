/** Written by `npm run train`: which model this is (a hash of its files) and when it was first trained. */
export const MODEL_VERSION = { name: 'cf71831b', date: '2026-11-30' } as const;

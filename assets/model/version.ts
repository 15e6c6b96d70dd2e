/** Written by `npm run train`: which model this is (a hash of its files) and when it was first trained. */
export const MODEL_VERSION = { name: 'a7c753ae', date: '2026-11-29' } as const;

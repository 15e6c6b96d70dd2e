/** Written by `npm run train`: which model this is (a hash of its files) and when it was first trained. */
export const MODEL_VERSION = { name: '5aaa8d8d', date: '2026-11-25' } as const;

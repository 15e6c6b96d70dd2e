/** Written by `npm run train`: which model this is (a hash of its files) and when it was first trained. */
export const MODEL_VERSION = { name: 'baf865cc', date: '2026-11-25' } as const;

/** Written by `npm run train`: which model this is (a hash of its files) and when it was first trained. */
export const MODEL_VERSION = { name: 'b947f11b', date: '2026-12-01' } as const;

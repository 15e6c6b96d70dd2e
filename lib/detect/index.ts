export { createDetector } from './detector.ts';
export type * from './types.ts';

/** Reading and writing in one. */
export * from '../dom.ts';
export * from '../write.ts';

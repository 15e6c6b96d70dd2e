/** Stands for WXT's context of a content script, which the sweep doesn't use: see plugin.ts. */
export class ContentScriptContext {}

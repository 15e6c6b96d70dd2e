/**
 * What the stores take, in characters where not said otherwise: their developers' documentation as of November 2026.
 */

export const LIMITS = {
  /** The manifest's name: addons.mozilla.org 50, Chrome Web Store 75. */
  name: 50,
  /** The manifest's description: Chrome Web Store, and Edge Add-ons' short description. */
  manifestDescription: 132,
  /** addons.mozilla.org. */
  summary: 250,
  /** Edge Add-ons asks for 250 at least and takes 10,000 at most; the others take more. */
  description: [250, 10_000],
  /** Edge Add-ons: how many search terms, of how many characters, of how many words in all. */
  terms: 7,
  term: 30,
  termWords: 21,
} as const;

/** The pictures' sizes: screenshots in every store, and the small tile of Chrome and Edge. */
export const PICTURE = { width: 1280, height: 800 } as const;
export const TILE = { width: 440, height: 280 } as const;

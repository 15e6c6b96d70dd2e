/**
 * Emoji: what somebody says by one is no separator. Marks that are shown as text (stars, arrows, suits of cards) are
 * none.
 */
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;

/** Is there an emoji in a text? */
export function hasEmoji(text: string): boolean {
  return EMOJI.test(text);
}

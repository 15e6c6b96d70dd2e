/** Puts the word lists into the language models. */
import { HONEST, type LanguageModels, SPAM } from './language-model.ts';
import { cleanVocabulary, disguisedWords, honestPhrases, spamFamilies } from './lists.ts';

/** A family's terms count together at most so much, so that the longest list does not teach alone. */
const FAMILY_WEIGHT = 700;
/** Words that stand on honest pages as often (a company's trade): they count little as spam. */
const COMMERCE_WEIGHT = 150;
/** A token of a clean vocabulary counts less than a phrase chosen by hand. */
const VOCABULARY_WEIGHT = 0.3;

/** Adds all lists; the same lists give the same counts in the same order. Returns what each spam term weighs. */
export function addLists(models: LanguageModels): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [family, terms] of spamFamilies()) {
    const weight = Math.min(1, (family === 'commerce' ? COMMERCE_WEIGHT : FAMILY_WEIGHT) / terms.length);
    for (const term of terms) {
      for (const n of models.gramsOf(term)) models.add(n, SPAM, weight);
      weights.set(term, (weights.get(term) ?? 0) + weight);
    }
  }
  for (const word of disguisedWords()) for (const n of models.gramsOf(word)) models.add(n, SPAM, 1);
  for (const phrase of honestPhrases()) for (const n of models.gramsOf(phrase)) models.add(n, HONEST, 1);
  for (const word of cleanVocabulary()) for (const n of models.gramsOf(word)) models.add(n, HONEST, VOCABULARY_WEIGHT);
  return weights;
}

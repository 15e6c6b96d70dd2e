import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { withoutTurns } from '../../lib/report/defuse-text.ts';
import { type Words as AllWords, type WordList as ListName, WORD_LISTS } from '../../lib/settings/schema.ts';
import { refusalText } from '../../lib/ui/refusals.ts';
import { requestChange } from '../../lib/ui/request-change.ts';
import { AddEntry } from './AddEntry.tsx';
import { EntryList } from './EntryList.tsx';
import { countHidden, type MarkedPiece, markWords } from './preview.ts';
import { Section } from './Section.tsx';
import { useUndo } from './Undo.tsx';

/** The user's own words, with a place to try them. */
export function WordLists({ words }: { readonly words: AllWords }) {
  return (
    <Section name="words" intro={t('options_words_intro')}>
      <div class="pair">
        {WORD_LISTS.map((list) => (
          <WordList key={list} list={list} words={words[list]} />
        ))}
      </div>
      <Preview words={words} />
    </Section>
  );
}

function WordList({ list, words }: { readonly list: ListName; readonly words: readonly string[] }) {
  const { line, tell } = useUndo();
  const remove = async (word: string): Promise<void> => {
    const refused = await requestChange({ type: 'removeWord', list, word });
    if (refused !== null) return tell(refusalText(refused));
    tell(t('options_removed', withoutTurns(word)), () => requestChange({ type: 'addWord', list, word }));
  };
  const name = t(`options_words_${list}`);
  return (
    <div class="card padded">
      <h3>{name}</h3>
      <AddEntry
        id={`add-${list}`}
        label={t('options_words_add')}
        placeholder={t(`options_words_${list}_example`)}
        add={(word) => requestChange({ type: 'addWord', list, word })}
      />
      <EntryList
        name={name}
        empty={t('options_words_empty')}
        remove={t('options_remove')}
        entries={words.map((word) => ({
          key: word,
          text: word,
          removeName: t('options_remove_named', withoutTurns(word)),
          onRemove: () => void remove(word),
        }))}
      />
      {line}
    </div>
  );
}

/** A piece of the text; what would be hidden is struck out. */
function Shown({ piece: { text, mark, hidden } }: { readonly piece: MarkedPiece }) {
  const word = mark === null ? text : <mark class={mark}>{text}</mark>;
  return hidden ? <del>{word}</del> : word;
}

/** What the words would do to a pasted text. */
function Preview({ words }: { readonly words: AllWords }) {
  const [text, setText] = useState('');
  const pieces = markWords(text, words);
  const count = (mark: ListName): number => pieces.filter((piece) => piece.mark === mark).length;
  return (
    <div class="card padded">
      <label for="try-words">
        <h3>{t('options_words_try')}</h3>
      </label>
      <textarea
        id="try-words"
        class="field"
        value={text}
        placeholder={t('options_words_try_placeholder')}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {text !== '' && (
        <>
          <p class="small" role="status">
            {t('options_words_found', count('spam'), count('honest'), countHidden(pieces))}
          </p>
          <p class="preview">
            {pieces.map((piece, at) => (
              <Shown key={at} piece={piece} />
            ))}
          </p>
        </>
      )}
    </div>
  );
}

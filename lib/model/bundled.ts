/** The model that the extension ships, decoded when it is first asked for: frames without Han text never are. */
import { lexicon } from '../../assets/model/lexicon.ts';
import { pages } from '../../assets/model/pages.ts';
import { shapes } from '../../assets/model/shapes.ts';
import { unitTables } from './features.ts';
import { Lexicon } from './lexicon.ts';
import { Shapes } from './shapes.ts';
import { Slopes } from './slopes.ts';

export interface Model {
  readonly lexicon: Lexicon;
  /** Weights of a unit's features. */
  readonly shapes: Shapes;
  /** Weights of a page's quantities, for telling doorways. */
  readonly pages: Slopes;
}

/**
 * Stands at the script's top, where the browser reads over it once: in the function that needs it, it would again when
 * that is called (0.4 ms of a process's first page). Given up when it is unpacked, which keeps minifiers from putting it
 * there.
 */
let packed = lexicon();
let decoded: Model | null = null;

/**
 * The shipped model; the same object each time. What most pages are asked is the lexicon alone: the rest is read when a
 * page is judged.
 */
export function bundledModel(): Model {
  if (decoded !== null) return decoded;
  let [units, whole]: [Shapes?, Slopes?] = [];
  decoded = {
    lexicon: new Lexicon(packed),
    get shapes() {
      units ??= new Shapes(shapes(), unitTables().features);
      return units;
    },
    get pages() {
      whole ??= new Slopes(pages());
      return whole;
    },
  };
  packed = '';
  return decoded;
}

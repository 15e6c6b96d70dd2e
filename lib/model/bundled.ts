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

let decoded: Model | null = null;

/** The shipped model; the same object each time. */
export function bundledModel(): Model {
  if (decoded === null) {
    decoded = {
      lexicon: new Lexicon(lexicon()),
      shapes: new Shapes(shapes(), unitTables().features),
      pages: new Slopes(pages()),
    };
  }
  return decoded;
}

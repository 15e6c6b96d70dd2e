/** Finds a report's data in what people paste: the file itself, the copied Markdown, or an issue's text. */
import { Malformed } from '../../lib/report/read-draft.ts';

const OPENS = /^ {0,3}```json\s*$/;
const CLOSES = /^ {0,3}```\s*$/;

/**
 * The JSON of the one report in a text.
 * @throws Malformed where there is none, or more than one.
 */
export function reportIn(text: string): string {
  if (text.trimStart().startsWith('{')) return text;
  const found = jsonBlocks(text).filter((block) => block.includes('"saozhu-report"'));
  const [only] = found;
  if (only === undefined) throw new Malformed('there is no report in the text: neither JSON nor a block of ```json');
  if (found.length > 1) throw new Malformed(`there are ${found.length} reports in the text: one at a time`);
  return only;
}

/** What stands in fences marked as JSON, as GitHub and lib/report/report-json.ts write them: no fence may stand within. */
function jsonBlocks(text: string): string[] {
  const blocks: string[] = [];
  let open: string[] | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (open === null) {
      if (OPENS.test(line)) open = [];
    } else if (CLOSES.test(line)) {
      blocks.push(open.join('\n'));
      open = null;
    } else open.push(line);
  }
  return blocks;
}

/** The gate: is there Chinese text at all? A page without it is left alone: no settings, no weights, no sweep. */
import { dataOf, isText, textOf } from '../dom.ts';

const HAN = /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88c][\udc00-\udfff]/;

/** Is there a Han character in a text? */
export function hasHanIn(text: string): boolean {
  return HAN.test(text);
}

/** Is there one in or below one of the nodes? */
export function hasHan(nodes: readonly Node[]): boolean {
  return nodes.some((node) => HAN.test(isText(node) ? dataOf(node) : textOf(node)));
}

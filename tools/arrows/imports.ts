/** Which arrows a file draws by its imports, and whether its part may draw them. */
import { posix } from 'node:path';
import { child, type Node, walk } from './ast.ts';
import { API_TYPES, PARTS, partOf } from './parts.ts';

interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
  readonly start: number;
}

/** Says what is wrong with a file's imports: one line of words per wrong one, with its place in the code. */
export function importProblems(path: string, tree: Node): { start: number; words: string }[] {
  const name = partOf(path) ?? '';
  const part = PARTS[name];
  if (!part)
    return [{ start: 0, words: `lib/${name} is no part of the architecture: name it in tools/arrows/parts.ts` }];
  const problems: { start: number; words: string }[] = [];
  for (const { from, typesOnly, start } of importsOf(tree)) {
    if (!from.startsWith('.')) {
      const allowed =
        part.packages.some((each) => from === each || from.startsWith(`${each}/`)) ||
        (typesOnly && !part.pure && from === API_TYPES);
      if (!allowed) problems.push({ start, words: `${name} may not import the package ${from}` });
      continue;
    }
    const target = posix.join(posix.dirname(path), from);
    if (target.startsWith('assets/')) continue;
    const to = partOf(target);
    if (name === 'entrypoints' && to === name && folderOf(target) !== folderOf(path)) {
      problems.push({ start, words: `an entrypoint may not import another one (${target})` });
    } else if (to === null) {
      problems.push({ start, words: `${name} may not import ${target}` });
    } else if (to !== name && part.may[to] !== 'all' && !(typesOnly && part.may[to] === 'types')) {
      const hint = part.may[to] === 'types' ? ' (types alone may come from there)' : '';
      problems.push({ start, words: `${name} may not import ${to}${hint}: ${from}` });
    }
  }
  return problems;
}

/** Every import of a file and every export from another one, types and `import()` included. */
export function importsOf(tree: Node): Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    const source = child(node, 'source')?.value;
    if (typeof source !== 'string') return;
    const typesOnly =
      node.type === 'TSImportType' || [node.importKind, node.exportKind].includes('type') || allTypes(node);
    found.push({ from: source, typesOnly, start: node.start });
  });
  return found;
}

/** Whether every name of an import or export is marked `type`. */
function allTypes(node: Node): boolean {
  const names = node.specifiers;
  if (!Array.isArray(names) || names.length === 0) return false;
  return (names as Node[]).every((each) => each.importKind === 'type' || each.exportKind === 'type');
}

/** An entrypoint's folder; the popup's first script is a part of the popup, and WXT wants it beside the folders. */
function folderOf(path: string): string {
  if (path === 'entrypoints/ask.ts') return 'entrypoints/popup';
  return path.split('/').slice(0, 2).join('/');
}

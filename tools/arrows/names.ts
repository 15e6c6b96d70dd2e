/** Names that stand for two things: what two files export, and files that cannot be told apart by their names. */
import { child, type Node } from './ast.ts';

/** A file with its syntax tree. */
export interface Source {
  readonly path: string;
  readonly tree: Node;
}

/** Exported names that may stand in several files, with the reason. */
const SHARED_NAMES: Readonly<Record<string, string>> = {
  main: 'what an entrypoint does: tests and the dev build call it',
};

/**
 * Says which exported names stand in several files, and which files of lib/ share a name or have two that differ by one
 * letter (view and views): whoever searches for one of them opens the other.
 */
export function nameProblems(sources: readonly Source[]): string[] {
  const places = new Map<string, string[]>();
  for (const { path, tree } of sources) {
    for (const name of declaredExports(tree)) places.set(name, [...(places.get(name) ?? []), path]);
  }
  const problems: string[] = [];
  for (const [name, paths] of places) {
    if (paths.length > 1 && SHARED_NAMES[name] === undefined) {
      problems.push(`${paths.join(' and ')}: both export ${name}`);
    }
  }
  const files = sources.map(({ path }) => path).filter((path) => path.startsWith('lib/'));
  for (const [i, path] of files.entries()) {
    for (const other of files.slice(i + 1)) {
      const [a, b] = [fileName(path), fileName(other)];
      if (a === b) problems.push(`${path} and ${other}: two files of one name`);
      else if (isOneLetterLonger(a, b)) problems.push(`${path} and ${other}: their names differ by one letter`);
    }
  }
  return problems;
}

/** Names that a module declares and exports; what it only passes on stands where it was declared. */
function declaredExports(tree: Node): string[] {
  const names: string[] = [];
  for (const statement of nodes(tree.body)) {
    if (statement.type !== 'ExportNamedDeclaration' || child(statement, 'source') !== null) continue;
    const declared = child(statement, 'declaration');
    const named = declared === null ? [] : [child(declared, 'id'), ...nodes(declared.declarations).map(idOf)];
    for (const name of [...named, ...nodes(statement.specifiers).map((each) => child(each, 'exported'))]) {
      if (typeof name?.name === 'string') names.push(name.name);
    }
  }
  return names;
}

function idOf(declarator: Node): Node | null {
  return child(declarator, 'id');
}

function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? (value as Node[]) : [];
}

/** A file's name without folder and ending, in lower case. */
function fileName(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/\.tsx?$/, '').toLowerCase();
}

/** Is one of two names the other with a single letter more, anywhere? */
function isOneLetterLonger(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

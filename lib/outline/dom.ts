/**
 * Reading a hostile DOM. A form answers `form.parentNode` with a field of that name, a document answers
 * `document.createTreeWalker` with an image of that name; the prototype's own accessors cannot be overridden so.
 */

/** The method as the prototype chain defines it, or undefined. */
function inherited(object: object, name: string): PropertyDescriptor | undefined {
  for (let proto = Object.getPrototypeOf(object); proto !== null; proto = Object.getPrototypeOf(proto)) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads a property through its prototype's getter, past anything that the page put in its way; where no prototype defines it (linkedom's own fields), plainly. */
export function safeGet<T>(object: object, name: string): T | undefined {
  const found = inherited(object, name);
  if (found === undefined) return (object as Record<string, T | undefined>)[name];
  return (found.get !== undefined ? found.get.call(object) : found.value) as T;
}

/** Calls a method of the prototype on the object, past anything that the page put in its way. */
export function safeCall<T>(object: object, name: string, ...args: readonly unknown[]): T | undefined {
  const method = inherited(object, name)?.value;
  return typeof method === 'function' ? (method.apply(object, args) as T) : undefined;
}

const SHOW_TEXT = 4;

/** A walker over the texts below an element. */
export function textsBelow(root: Node): TreeWalker | undefined {
  return safeCall<TreeWalker>(safeGet<Node>(root, 'ownerDocument') as Node, 'createTreeWalker', root, SHOW_TEXT);
}

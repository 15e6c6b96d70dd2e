/**
 * The form of the model's files: text in small modules, so that every part of the project can import them as they are.
 */
const NOTE = '/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */';

/** The module that holds a text behind a function: a frame that never asks for it never has it in memory. */
export function moduleOf(name: string, what: string, text: string): string {
  // What is not for reading may hold what a template string would take for its own.
  const literal = /[`\\$]/.test(text) ? JSON.stringify(text) : `\`${text}\``;
  return `${NOTE}\n\n/** ${what} */\nexport const ${name} = (): string => ${literal};\n`;
}

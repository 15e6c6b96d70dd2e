/** The form of the model's files: readable text in small modules, so that every part of the project can import them as they are. */
const NOTE = '/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */';

/** The module that holds a text behind a function: a frame that never asks for it never has it in memory. */
export function moduleOf(name: string, what: string, text: string): string {
  if (/[`\\$]/.test(text)) throw new Error(`${name}: the text holds a character that a template string would read`);
  return `${NOTE}\n\n/** ${what} */\nexport const ${name} = (): string => \`${text}\`;\n`;
}

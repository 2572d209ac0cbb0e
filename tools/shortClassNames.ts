import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Names for the classes of the site's style modules, as short as they can be: a page's file holds hundreds of them,
 * twice, in its text and in its first styles. The same sources give the same names, in every build of them.
 *
 * @param folder that holds the sources.
 * @returns the name of a class or animation of a module: `b`, `s3`.
 */
export function shortClassNames(folder: string): (name: string, file: string) => string {
  const names = new Map<string, string>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.module.css'))
    .map((file) => path.join(folder, file))
    .toSorted();
  for (const file of files) {
    const found = readFileSync(file, 'utf8').matchAll(/(?:\.|@keyframes )([a-zA-Z][\w-]*)/g);
    for (const [, name = ''] of found) {
      const key = `${file} ${name}`;
      if (!names.has(key)) names.set(key, shortName(names.size));
    }
  }
  return (name, file) => {
    const short = names.get(`${path.resolve(file.replace(/\?.*$/, ''))} ${name}`);
    if (short === undefined)
      throw new Error(`${file} has no class ${name} that a reader of its text would find`);
    return short;
  };
}

/** 0 → `a`, 25 → `z`, 26 → `A`, 52 → `a0`: a letter, then as many digits of base 36 as it takes. */
function shortName(index: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const letter = letters[index % letters.length] ?? '';
  const rest = Math.floor(index / letters.length);
  return rest === 0 ? letter : `${letter}${(rest - 1).toString(36)}`;
}

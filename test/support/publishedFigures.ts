import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPublished } from '../../src/data/readPublished.ts';
import type { PublishedFigure } from '../../src/domain/published.ts';

/** What other publications print for a code, as the release ships it. */
export function shippedPublished(code: string): readonly PublishedFigure[] {
  const path = `published/${code}.csv`;
  const text = readFileSync(fileURLToPath(new URL(`../../public/data/${path}`, import.meta.url)), 'utf8');
  return readPublished(text, path).rows;
}

export function documentFigures(code: string, document: string): readonly PublishedFigure[] {
  return shippedPublished(code).filter((figure) => figure.document === document);
}

import { readFileSync } from 'node:fs';
import { readPublished } from '../../src/data/readPublished.ts';
import type { PublishedFigure } from '../../src/domain/published.ts';

/** What other publications print for a code, as the release ships it. */
export function shippedPublished(code: string): readonly PublishedFigure[] {
  const path = `published/${code}.csv`;
  return readPublished(readFileSync(`public/data/${path}`, 'utf8'), path).rows;
}

export function documentFigures(code: string, document: string): readonly PublishedFigure[] {
  return shippedPublished(code).filter((figure) => figure.document === document);
}

import type { Figure } from '../figures/figure.ts';
import { confidential, type ExportContext } from './exportContext.ts';

/** Raised whenever a reader of the old form could misread the new one. */
const schema = { name: 'rate-atlas/figure', version: 1 } as const;

const units = {
  money: 'US cents, unrounded',
  'signed-money': 'US cents, unrounded',
  ratio: 'fraction: 1 is 100%',
  'signed-ratio': 'fraction: 1 is 100%',
  count: 'count',
  factor: 'US dollars for one relative value unit',
  index: 'geographic index: 1 is the national average',
  text: 'text',
} as const;

/** The figure's model as it is, with its units and where it comes from: absences keep their reason and their words. */
export function figureJson(figure: Figure, context: ExportContext): string {
  const { release, scope, isOwn, address, accessed } = context;
  return `${JSON.stringify(
    {
      schema,
      ...(isOwn ? { confidential, medicareRelease: release } : { release }),
      ...(isOwn || address === '' ? {} : { address }),
      ...(scope === '' ? {} : { scope }),
      exported: accessed,
      units,
      figure,
    },
    null,
    1,
  )}\n`;
}

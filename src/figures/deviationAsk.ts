import type { Measure } from '../domain/board.ts';

/** A figure of the deviation table: one side's own, or what parts the two. Plain, so that it can wait for the rates. */
export interface DeviationAsk {
  readonly rowId: string;
  readonly measure: Measure;
  readonly what: 'here' | 'nation' | 'difference' | 'ratio';
}

const asks: Readonly<Record<string, Omit<DeviationAsk, 'rowId'>>> = {
  median: { measure: 'median', what: 'here' },
  'median-national': { measure: 'median', what: 'nation' },
  'median-difference': { measure: 'median', what: 'difference' },
  'median-ratio': { measure: 'median', what: 'ratio' },
  'mean-difference': { measure: 'mean', what: 'difference' },
  'mean-ratio': { measure: 'mean', what: 'ratio' },
};

/** What a cell of the deviation table asks for; undefined for counts. */
export function deviationAsk(columnId: string, rowId: string): DeviationAsk | undefined {
  const ask = asks[columnId];
  return ask && { ...ask, rowId };
}

import type { Grade, GradeReason } from '../domain/grade.ts';
import { formatRatio } from './numbers.ts';

/** A grade as one word, and why it is not higher. */
export function gradeText(grade: Grade): { readonly word: string; readonly reasons: string } {
  return { word: grade.level, reasons: grade.reasons.map(reasonText).join('; ') };
}

function reasonText(reason: GradeReason): string {
  switch (reason.rule) {
    case 'few-votes':
      return `n ${reason.n}`;
    case 'vintage-spread':
      return `files ${reason.years} years apart`;
    case 'soft-methodology':
      return `${formatRatio(reason.firmShare)} of its rates state a dollar methodology`;
    case 'large-provider':
      return `one provider casts ${formatRatio(reason.share)} of the votes`;
  }
}

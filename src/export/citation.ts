import { confidential, type ExportContext } from './exportContext.ts';

/** The figure in one line, as a reader would quote it. A user's own figure is marked instead of addressed. */
export function citation(title: string, context: ExportContext): string {
  const { release, scope, isOwn, address, accessed } = context;
  const named = `release ${release.id} (${release.date})`;
  const parts = [
    `Rate Atlas, “${title}”`,
    isOwn ? `${confidential}; Medicare from ${named}` : named,
    scope === '' ? '' : `scope: ${withoutStop(scope)}`,
    isOwn ? '' : address,
    `${isOwn || address === '' ? 'made' : 'accessed'} ${accessed}`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

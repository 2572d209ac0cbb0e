/**
 * Why a text is no CSV at all, or undefined when it may be one. Servers answer with a web page where a file is
 * missing, and spreadsheets save as workbooks; reading either as CSV would bury the reason under line problems.
 */
export function notCsv(text: string): string | undefined {
  const start = text.slice(0, 1000).trimStart();
  if (start === '' && text.trim() === '') return 'The file is empty.';
  if (start.startsWith('PK\u0003\u0004')) {
    return 'This is an Excel workbook or ZIP file, not a CSV. Save it as CSV first.';
  }
  if (start.startsWith('%PDF-')) return 'This is a PDF, not a CSV.';
  if (start.includes('\0')) {
    return 'This is not plain text: it holds NUL characters. Save it as CSV in UTF-8.';
  }
  if (/^<(!doctype|html|head|body|!--)/i.test(start)) return 'This is a web page, not a CSV.';
  if (/^<\?xml/i.test(start)) return 'This is XML, not a CSV.';
  if (/^[[{]\s*(["{[]|$)/.test(start)) return 'This is JSON, not a CSV.';
  return undefined;
}

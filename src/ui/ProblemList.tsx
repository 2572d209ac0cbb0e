import { useState } from 'react';
import type { Problem } from '../domain/problem.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import styles from './ProblemList.module.css';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly fileName: string;
  /** What a line that was read is: `rate`. */
  readonly what?: string;
}

const shownAtFirst = 50;
/** More rows than this at once would freeze the page. */
const shownPerPress = 1000;

/** What was read from a file and what was not, line by line. */
export function ProblemList({ problems, rowsRead, rowsLeftOut, fileName, what = 'rate' }: ProblemListProps) {
  const [limit, setLimit] = useState(shownAtFirst);
  const shown = problems.slice(0, limit);
  const rest = problems.length - shown.length;
  return (
    <section className={styles['list']} aria-label={`What was read from ${fileName}`}>
      <p className={styles['headline']} role="status">
        {headline(problems, rowsRead, rowsLeftOut, what)}
      </p>
      {problems.length === 0 ? (
        <p className={styles['muted']}>Every line of {fileName} could be used.</p>
      ) : (
        <>
          <p className={styles['muted']}>{fate(problems, rowsLeftOut)}</p>
          {/* A region that scrolls must be reachable by keyboard */}
          <div className={styles['scroll']} role="region" aria-label={`Problems in ${fileName}`} tabIndex={0}>
            <table>
              <caption className="visually-hidden">Problems in {fileName}</caption>
              <thead>
                <tr>
                  <th scope="col">File</th>
                  <th scope="col">Line</th>
                  <th scope="col">Column</th>
                  <th scope="col">Found</th>
                  <th scope="col">What to do</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((problem, index) => (
                  // A line can have several problems; the list never reorders, so its position is its identity.
                  <tr key={`${problem.line}:${index}`}>
                    <td>{problem.file}</td>
                    <td className={styles['line']}>
                      {problem.line === 0 ? <Whole>whole file</Whole> : formatCount(problem.line)}
                    </td>
                    <td>{problem.column === '' ? <Whole>whole line</Whole> : problem.column}</td>
                    <td>{problem.found === '' ? <Whole>blank</Whole> : <code>{problem.found}</code>}</td>
                    <td>
                      {problem.message}{' '}
                      <span className={styles['fate']} data-left-out={problem.leftOut}>
                        {problem.leftOut ? 'Left out' : 'Warning'}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {problems.length > shownAtFirst ? (
            <button
              type="button"
              onClick={() =>
                setLimit(rest === 0 ? shownAtFirst : limit + (rest > shownPerPress ? shownPerPress : rest))
              }
            >
              {moreLabel(rest, problems.length)}
            </button>
          ) : null}
        </>
      )}
    </section>
  );
}

function Whole({ children }: { readonly children: string }) {
  return <span className={styles['muted']}>({children})</span>;
}

function headline(problems: readonly Problem[], rowsRead: number, rowsLeftOut: number, what: string): string {
  const read = `${countOf(rowsRead, what)} read`;
  if (problems.length === 0) return `${read}, nothing left out`;
  const lines = new Set(problems.filter(({ line }) => line > 0).map(({ line }) => line)).size;
  if (lines === 0) return `${read}: the file cannot be used as it is`;
  // One fault, such as a missing column, can cost every line below it.
  if (rowsLeftOut > lines) return `${read}, ${countOf(rowsLeftOut, 'line')} left out`;
  return `${read}, ${countOf(lines, 'line needs', 'lines need')} a look`;
}

function fate(problems: readonly Problem[], rowsLeftOut: number): string {
  const warned = new Set(problems.filter(({ leftOut, line }) => !leftOut && line > 0).map(({ line }) => line))
    .size;
  const parts: string[] = [];
  if (rowsLeftOut > 0) parts.push(`${countOf(rowsLeftOut, 'line is', 'lines are')} left out of every figure`);
  if (warned > 0) parts.push(`${countOf(warned, 'line has', 'lines have')} a warning only`);
  return parts.length === 0 ? 'Nothing of it enters a figure.' : `${parts.join('; ')}.`;
}

function moreLabel(rest: number, total: number): string {
  if (rest === 0) return `Show the first ${shownAtFirst} only`;
  return rest > shownPerPress ? `Show ${formatCount(shownPerPress)} more` : `Show all ${formatCount(total)}`;
}

import { type Authority, authorityKinds, type Statement } from '../domain/codeContext.ts';
import { dataNotAvailable } from '../text/absence.ts';
import { AuthorityLine } from './AuthorityLine.tsx';
import styles from './ContextSection.module.css';

interface StatementListProps {
  readonly statements: readonly Statement[];
  readonly authorityOf: (id: string) => Authority;
}

/** Statements under the name of who makes them, coding authority first. None at all is said, not left blank. */
export function StatementList({ statements, authorityOf }: StatementListProps) {
  if (statements.length === 0) return <p className={styles['absent']}>{dataNotAvailable}</p>;
  return (
    <ul className={styles['groups']}>
      {byAuthority(statements, authorityOf).map(({ authority, said }) => (
        <li key={authority.id}>
          {said.length === 1 && said[0] ? (
            <p>
              <Said statement={said[0]} />
            </p>
          ) : (
            <ul>
              {said.map((statement) => (
                <li key={statement.text}>
                  <Said statement={statement} />
                </li>
              ))}
            </ul>
          )}
          <AuthorityLine authority={authority} />
        </li>
      ))}
    </ul>
  );
}

/** What is known to be said and missing from our input is named where it would stand. */
function Said({ statement }: { readonly statement: Statement }) {
  if (statement.gap !== true) return statement.text;
  return (
    <>
      {statement.text}: <span className={styles['absent']}>{dataNotAvailable}</span>
    </>
  );
}

function byAuthority(statements: readonly Statement[], authorityOf: StatementListProps['authorityOf']) {
  const groups = new Map<string, { authority: Authority; said: Statement[] }>();
  for (const statement of statements) {
    const { by } = statement;
    const group = groups.get(by) ?? { authority: authorityOf(by), said: [] };
    group.said.push(statement);
    groups.set(by, group);
  }
  const weight = ({ authority }: { authority: Authority }) => authorityKinds.indexOf(authority.kind);
  return [...groups.values()].sort((a, b) => weight(a) - weight(b));
}

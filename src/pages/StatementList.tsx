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
      {byAuthority(statements, authorityOf).map(({ authority, texts }) => (
        <li key={authority.id}>
          {texts.length === 1 ? (
            <p>{texts[0]}</p>
          ) : (
            <ul>
              {texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          <AuthorityLine authority={authority} />
        </li>
      ))}
    </ul>
  );
}

function byAuthority(statements: readonly Statement[], authorityOf: StatementListProps['authorityOf']) {
  const groups = new Map<string, { authority: Authority; texts: string[] }>();
  for (const { text, by } of statements) {
    const group = groups.get(by) ?? { authority: authorityOf(by), texts: [] };
    group.texts.push(text);
    groups.set(by, group);
  }
  const weight = ({ authority }: { authority: Authority }) => authorityKinds.indexOf(authority.kind);
  return [...groups.values()].sort((a, b) => weight(a) - weight(b));
}

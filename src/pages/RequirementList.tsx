import type { Authority, Requirement } from '../domain/codeContext.ts';
import { dataNotAvailable } from '../text/absence.ts';
import { requirementWords } from '../text/contextText.ts';
import { AuthorityLine } from './AuthorityLine.tsx';
import styles from './ContextSection.module.css';

interface RequirementListProps {
  readonly requirements: readonly Requirement[];
  readonly authorityOf: (id: string) => Authority;
}

/** What a code asks for and what it does not, each with who says so. None at all is said, not left blank. */
export function RequirementList({ requirements, authorityOf }: RequirementListProps) {
  if (requirements.length === 0) return <p className={styles['absent']}>{dataNotAvailable}</p>;
  return (
    <ul className={styles['groups']}>
      {requirements.map(({ name, state, text, by }) => (
        <li key={`${name} ${by}`}>
          <p>
            <span className={styles['badge']} data-state={state}>
              {requirementWords[name][state]}
            </span>{' '}
            {text}
          </p>
          <AuthorityLine authority={authorityOf(by)} />
        </li>
      ))}
    </ul>
  );
}

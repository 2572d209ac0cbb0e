import { type ReactNode, useId } from 'react';
import { countOf } from '../text/numbers.ts';
import styles from './FindRows.module.css';

/** More rows than anyone reads slow the page down; the search finds the rest. */
export const mostRows = 25;

interface FindRowsProps {
  /** "Find a file". */
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is found: "file". */
  readonly noun: string;
  readonly found: number;
  readonly total: number;
  /** What to type to see the others: "type a code to see its own". */
  readonly advice: string;
  /** Choices beside the field. */
  readonly children?: ReactNode;
}

/** A search field over the rows of a long table, with how many it finds; `mostRows` of them are shown. */
export function FindRows(props: FindRowsProps) {
  const { label, placeholder, value, onChange, noun, found, total, advice, children } = props;
  const id = useId();
  return (
    <>
      <div className={styles['controls']} data-needs="script">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="search"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
        />
        {children}
      </div>
      <p role="status" aria-label={`Found: ${noun}s`} className={styles['found']}>
        {countOf(found, noun)} of {countOf(total, noun)}
        {found > mostRows ? (
          <>
            ; the first {mostRows} are shown<span data-needs="script">, {advice}</span>
          </>
        ) : null}
      </p>
    </>
  );
}

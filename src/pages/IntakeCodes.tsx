import { type FormEvent, useId, useState } from 'react';
import { countOf } from '../text/numbers.ts';
import styles from './IntakeSection.module.css';

interface IntakeCodesProps {
  /** Codes read besides those of the release; null = all of the files. */
  readonly asked: readonly string[] | null;
  readonly known: number;
  readonly onCodes: (codes: readonly string[] | null) => void;
}

/** Which codes are read. A hospital prices tens of thousands, so it is those of the site until others are asked for. */
export function IntakeCodes({ asked, known, onCodes }: IntakeCodesProps) {
  const [text, setText] = useState(asked?.join(', ') ?? '');
  const helpId = useId();
  const codes = text
    .toUpperCase()
    .split(/[^0-9A-Z]+/)
    .filter((code) => code !== '');
  const wrong = codes.filter((code) => !/^[0-9A-Z]{3,5}$/.test(code));

  function read(event: FormEvent): void {
    event.preventDefault();
    if (wrong.length === 0) onCodes([...new Set(codes)]);
  }

  return (
    <form className={styles['codes']} onSubmit={read}>
      <h3>Which codes are read</h3>
      <p id={helpId}>
        {asked === null
          ? 'Every code of the files.'
          : `The ${countOf(known, 'code')} of this site${asked.length > 0 ? ` and ${asked.join(', ')}` : ''}.`}{' '}
        With others, the files are read again.
      </p>
      <div className={styles['actions']}>
        <label>
          Other codes, such as 99213, G0283
          <input
            type="text"
            autoComplete="off"
            value={text}
            aria-describedby={helpId}
            aria-invalid={wrong.length > 0}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <button type="submit">Read them, too</button>
        {asked === null ? null : (
          <button type="button" onClick={() => onCodes(null)}>
            Read every code
          </button>
        )}
      </div>
      {wrong.length > 0 ? (
        <p role="status">A code has 3 to 5 letters and digits: {wrong[0]} is none.</p>
      ) : null}
    </form>
  );
}

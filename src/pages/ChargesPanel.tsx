import { useId, useState } from 'react';
import { areEnough, type ReadCharges } from '../data/chargeChoice.ts';
import type { ChargeColumns } from '../data/chargeColumns.ts';
import { canRemember } from '../data/columnMemory.ts';
import styles from './ColumnsPanel.module.css';
import { type ChargeRole, chargeRoles, missingRoles, roleOf, withRole } from './chargeDraft.ts';
import type { ChargeSetting } from './contractFile.ts';
import { FirstRows } from './FirstRows.tsx';
import { RememberColumns } from './RememberColumns.tsx';

interface ChargesPanelProps {
  readonly file: string;
  readonly charges: ReadCharges;
  /** Whether the file was read by these columns; else it was refused, and they are what it may hold. */
  readonly isRead: boolean;
  readonly setting: Omit<ChargeSetting, 'onOpen'>;
}

/**
 * What each column of a hospital's own table of charges was taken for, to look at and to correct: the file is read again
 * once all is set, because it may have gigabytes. Opens by itself where nothing could be read. Give it the file as its key.
 */
export function ChargesPanel(props: ChargesPanelProps) {
  const { file, charges, isRead } = props;
  const [isOpen, setIsOpen] = useState(!isRead || !areEnough(charges));
  return (
    <details
      className={styles['panel']}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>Columns of {file}</summary>
      {isOpen ? <ChargesForm {...props} /> : null}
    </details>
  );
}

function ChargesForm({ file, charges, isRead, setting }: ChargesPanelProps) {
  const id = useId();
  const [draft, setDraft] = useState<ChargeColumns>({ fields: charges.fields, payers: charges.payers });
  const { header, firstRows, source } = charges;
  const headings = [...new Set(header.filter((heading) => heading !== ''))];
  const missing = missingRoles(draft);
  const isChanged = headings.some((heading) => roleOf(draft, heading) !== roleOf(charges, heading));
  const isRemembered = setting.isRemembered(header);
  const isFit = canRemember(header);

  function put(heading: string, role: ChargeRole): void {
    setDraft(withRole(draft, heading, role));
  }

  function readAgain(): void {
    if (isRemembered) setting.onRemember(header, draft);
    setting.onColumns(file, { headings: header, ...draft });
  }

  return (
    <form
      aria-label={`Columns of ${file}`}
      onSubmit={(event) => {
        event.preventDefault();
        readAgain();
      }}
    >
      <p role="status">
        {missing === '' ? (
          'Say what each column holds. What is left out (cash prices, the lowest and the highest, descriptions) is no payer’s rate.'
        ) : (
          <>
            <strong>Say which column holds {missing}.</strong> Without it no rate of this file can be read.
          </>
        )}
      </p>
      {source === 'remembered' ? (
        <p>
          These columns are as you set them for files with the same headings before.{' '}
          <button type="button" onClick={() => setting.onRemember(header, null)}>
            Forget them
          </button>
        </p>
      ) : null}
      <FirstRows title={`Columns of ${file}`} header={header} rows={firstRows} />
      <div className={styles['fields']}>
        {headings.map((heading, at) => (
          <div key={heading}>
            <label htmlFor={`${id}-${at}`}>{heading}</label>
            <select
              id={`${id}-${at}`}
              aria-describedby={`${id}-${at}-help`}
              value={roleOf(draft, heading)}
              onChange={({ target }) => put(heading, target.value as ChargeRole)}
            >
              {chargeRoles.map(([role, words]) => (
                <option key={role} value={role}>
                  {words}
                </option>
              ))}
            </select>
            <small id={`${id}-${at}-help`}>{helpOf(charges, draft, heading)}</small>
          </div>
        ))}
      </div>
      <div className={styles['actions']}>
        <button type="submit" disabled={missing !== '' || (isRead && !isChanged)}>
          {isRead ? 'Read again with these columns' : 'Read with these columns'}
        </button>
        {source === 'chosen' ? (
          <button type="button" onClick={() => setting.onColumns(file, undefined)}>
            By the headings again
          </button>
        ) : null}
        <RememberColumns
          isRemembered={isRemembered}
          isFit={isFit}
          isComplete={missing === ''}
          onRemember={(isWanted) => setting.onRemember(header, isWanted ? draft : null)}
        />
      </div>
    </form>
  );
}

/** Whom the heading of a payer means, as far as it was read so. */
function helpOf({ payers, payerNames }: ReadCharges, draft: ChargeColumns, heading: string): string {
  if (!draft.payers.includes(heading)) return '';
  const at = payers.indexOf(heading);
  if (at === -1) return 'the heading is taken for the payer’s name';
  const name = payerNames[at] ?? '';
  return name === '' ? 'a name the alias table does not know' : `read as ${name}`;
}

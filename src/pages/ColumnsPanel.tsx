import { useId, useState } from 'react';
import { columnHelp } from '../data/columnHelp.ts';
import { canRemember } from '../data/columnMemory.ts';
import type { ColumnChoice, OwnRatesField } from '../data/ownRatesColumns.ts';
import type { TableColumns } from '../data/ownTable.ts';
import { listOf } from '../text/names.ts';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import styles from './ColumnsPanel.module.css';
import { FirstRows } from './FirstRows.tsx';
import { RememberColumns } from './RememberColumns.tsx';

interface ColumnsPanelProps {
  /** `Columns of rates.csv`. */
  readonly title: string;
  readonly table: TableColumns<OwnRatesField>;
  /** The fields the file is read for. */
  readonly fields: readonly OwnRatesField[];
  readonly needed: readonly OwnRatesField[];
  /** What one line may be, in words. */
  readonly kinds: Readonly<Record<ColumnChoice['lines'], string>>;
  /** What was asked for; undefined where headings or memory decide. */
  readonly chosen: ColumnChoice | undefined;
  readonly isRemembered: boolean;
  /** undefined = by the headings again. */
  readonly onColumns: (choice: ColumnChoice | undefined) => void;
  readonly onRemember: (choice: ColumnChoice | null) => void;
}

/**
 * Which heading holds which field, to look at and to correct. Opens by itself where a field that is needed was not
 * found, with the first rows to recognise it by. Give it the file as its key.
 */
export function ColumnsPanel(props: ColumnsPanelProps) {
  const { title, table, fields, needed, kinds, chosen, isRemembered, onColumns, onRemember } = props;
  const id = useId();
  const focusAfter = useFocusAfter();
  const idOf = (part: string) => `${id}-${part.replaceAll(' ', '-')}`;
  const [isOpen, setIsOpen] = useState(table.missing.length > 0);
  const { header, firstRows, missing, source } = table;
  const shown: ColumnChoice = chosen ?? {
    fields: Object.fromEntries(table.matched.map(({ field, header: heading }) => [field, heading])),
    lines: table.lines,
  };
  const headings = [...new Set(header.filter((heading) => heading !== ''))];
  const isFit = canRemember(header);

  function choose(choice: ColumnChoice): void {
    onColumns(choice);
    if (isRemembered) onRemember(choice);
  }

  /** A button that goes when the file has been read again: the choice to remember is next to it. */
  function stayNear(button: Element): void {
    const panel = button.closest('details');
    focusAfter(button, () => [panel?.querySelector('[type="checkbox"]'), panel?.querySelector('summary')]);
  }

  function put(field: OwnRatesField, heading: string): void {
    const { [field]: _, ...others } = shown.fields;
    choose({ ...shown, fields: heading === '' ? others : { ...others, [field]: heading } });
  }

  return (
    // What is missing is asked for at once. It stays open when all is found: the focus is in it.
    <details
      className={styles['panel']}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{title}</summary>
      {missing.length > 0 ? (
        <p role="status">
          <strong>Say which column holds {listOf(missing)}</strong>: none of the headings was recognised as
          it.
        </p>
      ) : null}
      {source === 'remembered' ? (
        <p role="status">
          These columns are as you set them for files with the same headings before.{' '}
          <button
            type="button"
            onClick={({ currentTarget }) => {
              stayNear(currentTarget);
              onRemember(null);
            }}
          >
            Forget them
          </button>
        </p>
      ) : null}
      <FirstRows title={title} header={header} rows={firstRows} />
      <div className={styles['fields']}>
        {fields.map((field) => {
          const isNeeded = needed.includes(field);
          return (
            <div key={field} data-missing={missing.includes(field)}>
              <label htmlFor={idOf(field)}>
                {field} {isNeeded ? <em>needed</em> : null}
              </label>
              <select
                id={idOf(field)}
                aria-describedby={idOf(`${field} help`)}
                value={shown.fields[field] ?? ''}
                onChange={({ target }) => put(field, target.value)}
              >
                <option value="">no column</option>
                {headings.map((heading) => (
                  <option key={heading} value={heading}>
                    {heading}
                  </option>
                ))}
              </select>
              <small id={idOf(`${field} help`)}>{columnHelp[field]}</small>
            </div>
          );
        })}
        <div>
          <label htmlFor={idOf('lines')}>a line is</label>
          <select
            id={idOf('lines')}
            value={shown.lines}
            onChange={({ target }) =>
              choose({ ...shown, lines: target.value === 'claims' ? 'claims' : 'rates' })
            }
          >
            <option value="rates">{kinds.rates}</option>
            <option value="claims">{kinds.claims}</option>
          </select>
        </div>
      </div>
      <div className={styles['actions']}>
        <RememberColumns
          isRemembered={isRemembered}
          isFit={isFit}
          onRemember={(isWanted) => onRemember(isWanted ? shown : null)}
        >
          {source === 'chosen' ? (
            <button
              type="button"
              onClick={({ currentTarget }) => {
                stayNear(currentTarget);
                onColumns(undefined);
              }}
            >
              By the headings again
            </button>
          ) : null}
        </RememberColumns>
      </div>
    </details>
  );
}

import { useId, useRef } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { places } from '../domain/place.ts';
import { type BriefAddress, mostBriefCodes } from '../share/address.ts';
import { useFocusBeside } from '../ui/useFocusAfter.ts';
import styles from './BriefPage.module.css';

interface BriefControlsProps {
  readonly address: BriefAddress;
  readonly catalogue: readonly BillingCode[];
  /** What counts, as the sheet says it. */
  readonly counted: string;
  readonly onAddress: (address: BriefAddress) => void;
  readonly canPrint: boolean;
}

/** What the brief is of, and the button that prints it. None of it is printed. */
export function BriefControls({ address, catalogue, counted, onAddress, canPrint }: BriefControlsProps) {
  const id = useId();
  const adds = useRef<HTMLSelectElement>(null);
  const focusBeside = useFocusBeside(adds);
  const { codes, place, paper } = address;
  const left = catalogue.filter(({ code }) => !codes.includes(code));
  const isFull = codes.length >= mostBriefCodes;

  return (
    <section className={styles['controls']} aria-label="What to print" data-print="hide">
      {codes.length > 0 ? (
        <ul className={styles['codes']} aria-label="Codes of this brief">
          {codes.map((code) => (
            <li key={code}>
              <button
                type="button"
                aria-label={`Remove ${code}`}
                onClick={({ currentTarget }) => {
                  focusBeside(currentTarget);
                  onAddress({ ...address, codes: codes.filter((each) => each !== code) });
                }}
              >
                {code} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles['choices']}>
        <label htmlFor={`${id}code`}>
          Add a code
          <select
            ref={adds}
            id={`${id}code`}
            value=""
            // Not disabled: the sixth code is chosen here, and the focus stays. There is nothing left to choose.
            aria-disabled={isFull}
            onChange={(event) => onAddress({ ...address, codes: [...codes, event.target.value] })}
          >
            <option value="">{isFull ? `${mostBriefCodes} codes are the most` : 'Choose a code'}</option>
            {(isFull ? [] : left).map(({ code, title }) => (
              <option key={code} value={code}>
                {code} {title}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}place`}>
          Place
          <select
            id={`${id}place`}
            value={place ?? ''}
            onChange={(event) => onAddress({ ...address, place: event.target.value || null })}
          >
            <option value="">National</option>
            {places.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}paper`}>
          Paper
          <select
            id={`${id}paper`}
            value={paper}
            onChange={(event) =>
              onAddress({ ...address, paper: event.target.value === 'a4' ? 'a4' : 'letter' })
            }
          >
            <option value="letter">US Letter</option>
            <option value="a4">A4</option>
          </select>
        </label>
        {canPrint ? (
          <button type="button" className={styles['print']} onClick={() => globalThis.print()}>
            Print or save as PDF
          </button>
        ) : null}
      </div>
      <p className={styles['scope']}>
        What counts: {counted} To change it, set it on a code’s page and open the brief from there.
      </p>
    </section>
  );
}

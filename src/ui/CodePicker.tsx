import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { codeAddress } from '../share/address.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import styles from './CodePicker.module.css';
import { useHref } from './links.tsx';
import { matchCodes } from './matchCodes.ts';
import { placeIn } from './placeIn.ts';
import { TimedBadge } from './TimedBadge.tsx';

interface CodePickerProps {
  readonly codes: readonly BillingCode[];
  /** The search the page was opened with. */
  readonly search?: string;
  readonly onSearch?: (search: string) => void;
}

const shown = 8;

/**
 * Find a code by number or words. The matches are plain links under the box, so they are read, copied and opened like
 * any link; Enter follows the first, the down and up arrows walk through them, Escape empties the box.
 */
export function CodePicker({ codes, search = '', onSearch }: CodePickerProps) {
  const href = useHref();
  const inputId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState(search);
  const [open, setOpen] = useState(false);
  const { place, rest } = placeIn(text);
  const matches = matchCodes(codes, rest);
  const asked = text.trim() !== '';

  function change(next: string) {
    setText(next);
    setOpen(true);
    onSearch?.(next);
  }

  function links(): HTMLAnchorElement[] {
    return [...(form.current?.querySelectorAll<HTMLAnchorElement>('li a') ?? [])];
  }

  function walk(event: KeyboardEvent) {
    if (event.key === 'Escape' && asked) {
      change('');
      form.current?.querySelector('input')?.focus();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    // The box itself stands before the first link.
    const stops = [form.current?.querySelector('input'), ...links()];
    const here = stops.indexOf(document.activeElement as HTMLInputElement | HTMLAnchorElement | null);
    const next = stops[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function close(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  }

  return (
    // A role and not the <search> element: browsers of the build's target, and React's own list, do not all know it.
    <form
      ref={form}
      role="search"
      className={styles['picker']}
      data-needs="script"
      onBlur={close}
      onFocus={() => setOpen(true)}
      onKeyDown={walk}
      onSubmit={(event) => {
        event.preventDefault();
        // A click, not a jump of the address: the app treats it like any other followed link.
        links()[0]?.click();
      }}
    >
      <label htmlFor={inputId}>Find a billing code</label>
      <div className={styles['box']}>
        <input
          id={inputId}
          type="search"
          value={text}
          onChange={({ target }) => change(target.value)}
          placeholder="97110, gait, evaluation…"
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit">Open</button>
      </div>
      <p className="visually-hidden" role="status">
        {asked ? `${countOf(matches.length, 'code matches', 'codes match')} “${text.trim()}”` : ''}
      </p>
      {asked && open ? (
        <div className={styles['matches']}>
          {matches.length === 0 ? (
            <p className={styles['none']}>
              {rest.trim() === ''
                ? `Which code in ${placeTitle(place)}? Type its number or a word of it, too.`
                : `No code matches “${text.trim()}” among the ${codes.length} of this release. Try fewer letters, or a number.`}
            </p>
          ) : (
            <ul aria-label="Matching codes">
              {matches.slice(0, shown).map((code) => (
                <li key={code.code}>
                  <a href={href(codeAddress(code.code, place))}>
                    <span className={styles['code']}>{code.code}</span>
                    <span className={styles['title']}>
                      {code.title}
                      {place === null ? null : `, ${placeTitle(place)}`}
                    </span>
                    {code.status === 'deleted' ? (
                      <span className={styles['deleted']}>deleted</span>
                    ) : (
                      <TimedBadge code={code} />
                    )}
                  </a>
                </li>
              ))}
            </ul>
          )}
          {matches.length > shown ? (
            <p className={styles['none']}>and {matches.length - shown} more: keep typing</p>
          ) : null}
        </div>
      ) : null}
    </form>
  );
}

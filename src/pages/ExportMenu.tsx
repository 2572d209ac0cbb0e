import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Figure } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';
import { today } from '../ui/today.ts';
import { useAlive } from '../ui/useAlive.ts';
import styles from './ExportMenu.module.css';
import type * as Builders from './runExport.ts';
import type { ExportKind } from './runExport.ts';
import { useExportSource } from './useExportSource.ts';

interface ExportMenuProps {
  readonly figure: Figure;
  /** The figure in full, where the page shows only the first rows or hides some. */
  readonly whole?: () => Figure;
  /** The order its table shows by the page's address or state; null = the figure's own. */
  readonly sort?: Sort | null;
}

const tableKinds: readonly (readonly [ExportKind, string])[] = [
  ['csv', 'CSV, every digit'],
  ['xlsx', 'Excel workbook'],
  ['json', 'JSON of the figure'],
  ['table', 'Copy table'],
  ['citation', 'Copy citation'],
];
const drawingKinds: readonly (readonly [ExportKind, string])[] = [
  ['svg', 'Chart as SVG'],
  ['png', 'Chart as PNG'],
];

/** As wide as the open menu is, for the side it opens to. */
const menuWidth = 248;

/**
 * The ways a figure leaves the page. A disclosure of plain buttons: Tab walks them, Escape closes, and the menu stays
 * open to say what was saved or copied. What makes the files loads when the menu is opened.
 */
export function ExportMenu({ figure, whole, sort = null }: ExportMenuProps) {
  const source = useExportSource();
  const isAlive = useAlive();
  const details = useRef<HTMLDetailsElement>(null);
  const builders = useRef<typeof Builders | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isStart, setIsStart] = useState(false);
  const [hasDrawing, setHasDrawing] = useState(false);
  const [message, setMessage] = useState('');

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !details.current?.contains(event.target)) close();
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  if (!source || !isAlive) return null;
  const { isOwn, read } = source;

  function close() {
    if (details.current) details.current.open = false;
  }

  function onToggle() {
    const element = details.current;
    if (!element) return;
    setIsOpen(element.open);
    setMessage('');
    if (!element.open) return;
    setIsStart(element.getBoundingClientRect().right < menuWidth + 8);
    setHasDrawing(drawingOf(element) !== null);
    // Loaded before the first press: some browsers let a page copy only while it still answers that press.
    // What fails here is tried again, and told, by the press itself.
    void loadBuilders().catch(() => undefined);
  }

  async function loadBuilders() {
    builders.current = await import('./runExport.ts');
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !details.current?.open) return;
    event.stopPropagation();
    close();
    details.current.querySelector('summary')?.focus();
  }

  function onBlur({ relatedTarget }: FocusEvent) {
    if (relatedTarget instanceof Node && !details.current?.contains(relatedTarget)) close();
  }

  async function run(kind: ExportKind) {
    const element = details.current;
    if (!element) return;
    // The same words a second time are no news to who hears them, unless they were gone.
    setMessage('');
    try {
      const { release, scope, address } = read();
      const { runExport } = builders.current ?? (await import('./runExport.ts'));
      const context = {
        release: { id: release.id, date: release.date },
        scope,
        isOwn,
        address: isOwn || address === '' ? '' : toSend(address, release.id),
        // The day as the reader's calendar has it, written as ISO writes it.
        accessed: today(),
      };
      setMessage(await runExport(kind, whole?.() ?? figure, sort, context, drawingOf(element)));
    } catch (error) {
      setMessage(`That did not work: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  const kinds = hasDrawing ? [...tableKinds, ...drawingKinds] : tableKinds;
  return (
    <details
      ref={details}
      className={styles['menu']}
      data-print="hide"
      onToggle={onToggle}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <summary>
        Export<span className="visually-hidden"> {figure.title}</span>
      </summary>
      <div className={styles['panel']} data-side={isStart ? 'start' : 'end'}>
        {isOwn ? (
          <p className={styles['note']}>Marked confidential; no address of this page goes with it.</p>
        ) : null}
        <ul>
          {/* Closed, it is not drawn: a long page has a dozen of these. */}
          {isOpen &&
            kinds.map(([kind, label]) => (
              <li key={kind}>
                <button type="button" onClick={() => void run(kind)}>
                  {label}
                </button>
              </li>
            ))}
        </ul>
        <p role="status" className={styles['note']}>
          {message}
        </p>
      </div>
    </details>
  );
}

/** The chart of the section the menu stands in, with its key; null where there is none, or none yet. */
function drawingOf(menu: Element): Element | null {
  const drawing = menu.closest('section')?.querySelector('[data-drawing]') ?? null;
  return drawing?.querySelector('svg') ? drawing : null;
}

/**
 * A view's address as it can be sent to others; where on the page the reader is does not belong to it, nor a pin to another
 * release than the figures are of.
 */
function toSend(address: string, releaseId: string): string {
  const { origin, pathname, search } = new URL(address, location.href);
  const parts = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && (!part.startsWith('pin=') || part === `pin=${releaseId}`));
  return `${origin}${pathname}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

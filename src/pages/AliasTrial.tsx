import { useId, useMemo, useState } from 'react';
import { payerById } from '../domain/payer.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import { payerReader } from '../domain/payerReader.ts';
import styles from './AliasSection.module.css';

/** Type a name and see what the table makes of it, and by which rows. Nothing typed leaves the page. */
export function AliasTrial({ aliases }: { readonly aliases: readonly PayerAlias[] }) {
  const id = useId();
  const [payer, setPayer] = useState('');
  const [plan, setPlan] = useState('');
  const reader = useMemo(() => payerReader(aliases), [aliases]);

  return (
    <fieldset className={styles['trial']} data-print="hide" data-needs="script">
      <legend>Try a name</legend>
      <div>
        <label htmlFor={`${id}-payer`}>Payer</label>
        <input
          id={`${id}-payer`}
          value={payer}
          onChange={({ target }) => setPayer(target.value)}
          placeholder="BCBSTX"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div>
        <label htmlFor={`${id}-plan`}>Plan (optional)</label>
        <input
          id={`${id}-plan`}
          value={plan}
          onChange={({ target }) => setPlan(target.value)}
          placeholder="MCR ADV PPO"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <output aria-label="What the name stands for">{sentence(payer, plan)}</output>
    </fieldset>
  );

  function sentence(payerText: string, planText: string): string {
    if (payerText.trim() === '') return 'Type a payer as a file prints it.';
    if (reader.isNotAPayer(payerText)) return 'A price without a payer: lines under this name are left out.';
    const { parent, payer: row, line, lineStated, brandAlias, lineAlias } = reader.read(payerText, planText);
    const because = [brandAlias, lineAlias].flatMap((alias) => (alias ? `“${alias.words}”` : []));
    const byRows =
      because.length > 0 ? `Decided by ${because.join(' and ')}.` : 'No row of the table decided.';
    const assumed = lineStated ? '' : ' (taken for it, because the names do not say)';
    return `Parent: ${parent}. Line: ${line}${assumed}. Counts under ${payerById(row).name}. ${byRows}`;
  }
}

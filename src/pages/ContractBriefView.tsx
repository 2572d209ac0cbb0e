import { useMemo, useState } from 'react';
import { contractBrief } from '../figures/contractBrief.ts';
import { placeTitle } from '../text/names.ts';
import { useHref } from '../ui/links.tsx';
import styles from './BriefPage.module.css';
import { ContractBriefSheet } from './ContractBriefSheet.tsx';
import type { Desk } from './desk.ts';
import { usePicks } from './picks.ts';
import { talkingFacts } from './talkingFacts.ts';

/** The contract as it is printed, from memory: no address holds any of it. */
export function ContractBriefView({ desk }: { readonly desk: Desk }) {
  const { contract, positions, choice, fileName, release } = desk;
  const [picks] = usePicks(contract);
  const [paper, setPaper] = useState<'letter' | 'a4'>('letter');
  const href = useHref();
  const model = useMemo(
    () => contractBrief(positions, picks, choice.place, talkingFacts(desk)),
    [positions, picks, choice.place, desk],
  );
  const payers = new Set(positions.map(({ line }) => line.payer)).size;
  const codes = new Set(positions.map(({ line }) => line.code)).size;
  return (
    <>
      <section className={styles['controls']} aria-label="What to print" data-print="hide">
        <div className={styles['choices']}>
          <label>
            Paper
            <select
              value={paper}
              onChange={({ target }) => setPaper(target.value === 'a4' ? 'a4' : 'letter')}
            >
              <option value="letter">US Letter</option>
              <option value="a4">A4</option>
            </select>
          </label>
          <button type="button" className={styles['print']} onClick={() => globalThis.print()}>
            Print or save as PDF
          </button>
        </div>
        <p className={styles['scope']}>
          {model.choice} <a href={href({ page: 'own', view: 'compare' })}>Pick other lines</a>
        </p>
      </section>
      <ContractBriefSheet
        brief={model}
        title={`${codes} ${codes === 1 ? 'code' : 'codes'}, ${payers} ${payers === 1 ? 'payer' : 'payers'}, ${placeTitle(choice.place)}`}
        fileName={fileName}
        paper={paper}
        release={release}
      />
    </>
  );
}

import { type ReactNode, useRef, useState } from 'react';
import {
  deleteKeptScenarios,
  type KeptScenarios,
  keepScenarios,
  readKeptScenarios,
} from '../data/keptScenarios.ts';
import type { Scenario } from '../domain/scenario.ts';
import { scenarioTitle } from '../figures/scenarioFigure.ts';
import { listOf } from '../text/names.ts';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import styles from './Desk.module.css';

interface ScenarioKeeperProps {
  readonly scenarios: readonly Scenario[];
  readonly onOpen: (scenarios: readonly Scenario[]) => void;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Further buttons. */
  readonly children: ReactNode;
}

/** Saving scenarios in this browser, opening them again, and deleting them. Nothing is kept unless it is asked for. */
export function ScenarioKeeper({ scenarios, onOpen, today, children }: ScenarioKeeperProps) {
  const [kept, setKept] = useState<KeptScenarios | null>(readKeptScenarios);
  const [said, setSaid] = useState('');
  const saves = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();

  function save(): void {
    const next = { scenarios, date: today };
    if (keepScenarios(next)) {
      setKept(next);
      setSaid('Saved in this browser.');
    } else
      setSaid(
        'This browser refuses to keep anything for this page; the scenarios stay until the tab is closed.',
      );
  }

  function remove(): void {
    deleteKeptScenarios();
    setKept(null);
    setSaid('The saved scenarios are deleted.');
  }

  return (
    <div className={styles['keeper']}>
      <p className={styles['help']}>
        Scenarios are forgotten with the tab. Saving keeps their names and rules in this browser, and a
        payer’s name from your file where an exception has one; no rate and no volume. Nothing is sent.
      </p>
      {kept ? (
        <p>
          Saved here on {kept.date}:{' '}
          {listOf(kept.scenarios.map(({ name }, index) => scenarioTitle(index, name)))}.
        </p>
      ) : null}
      <div className={styles['buttons']}>
        <button ref={saves} type="button" onClick={save}>
          Save in this browser
        </button>
        {kept ? (
          <>
            <button type="button" onClick={() => onOpen(kept.scenarios)}>
              Open the saved scenarios
            </button>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                focusAfter(currentTarget, () => [saves.current]);
                remove();
              }}
            >
              Delete the saved scenarios
            </button>
          </>
        ) : null}
        {children}
      </div>
      <p role="status">{said}</p>
    </div>
  );
}

import { useRef } from 'react';
import type { Scenario, ScenarioOverride, ScenarioRule } from '../domain/scenario.ts';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import styles from './Desk.module.css';
import { SelectField, TextField } from './Field.tsx';
import { RuleEditor } from './RuleEditor.tsx';

interface ScenarioEditorProps {
  readonly letter: string;
  readonly scenario: Scenario;
  readonly onScenario: (scenario: Scenario) => void;
  /** As the contract prints them. */
  readonly payers: readonly string[];
  readonly families: readonly string[];
}

const longestName = 60;

/** A scenario's name, what every line is to be paid in it, and the exceptions. */
export function ScenarioEditor({ letter, scenario, onScenario, payers, families }: ScenarioEditorProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const adds = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();
  const { name, rule, overrides, lowers } = scenario;
  const hasTarget = [rule, ...overrides.map((each) => each.rule)].some(isTarget);
  const edit = (part: Partial<Scenario>) => onScenario({ ...scenario, ...part });
  const editOverride = (at: number, part: Partial<ScenarioOverride>) =>
    edit({ overrides: overrides.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  return (
    <fieldset ref={box} className={styles['box']}>
      <legend>Scenario {letter}</legend>
      <TextField label="Name" value={name} onValue={(next) => edit({ name: next.slice(0, longestName) })} />
      <RuleEditor label="Every line is paid" rule={rule} onRule={(next) => edit({ rule: next })} />
      {hasTarget ? (
        <label>
          <input
            type="checkbox"
            checked={lowers}
            onChange={({ target }) => edit({ lowers: target.checked })}
          />{' '}
          Rates above a target go down to it
        </label>
      ) : null}
      {overrides.map((override, index) => (
        <fieldset
          // Exceptions have no name of their own; taking one away renumbers those after it, with their rules.
          key={`${index} of ${overrides.length}`}
          className={styles['box']}
        >
          <legend>
            Exception {index + 1} of {letter}
          </legend>
          <SelectField
            label="For the payer"
            value={override.payer}
            onValue={(payer) => editOverride(index, { payer })}
          >
            <option value="">Every payer</option>
            {withOwn(payers, override.payer).map((payer) => (
              <option key={payer} value={payer}>
                {payer}
                {payers.includes(payer) ? '' : ' (not in this contract)'}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="For the codes"
            value={override.family}
            onValue={(family) => editOverride(index, { family })}
          >
            <option value="">All codes</option>
            {withOwn(families, override.family).map((family) => (
              <option key={family} value={family}>
                {family}
                {families.includes(family) ? '' : ' (not in this contract)'}
              </option>
            ))}
          </SelectField>
          <RuleEditor
            label="They are paid"
            rule={override.rule}
            onRule={(next) => editOverride(index, { rule: next })}
          />
          <div className={styles['buttons']}>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                // Those after it are drawn anew, so they are looked for when it is gone.
                focusAfter(currentTarget, () => {
                  const left = [...(box.current?.querySelectorAll(':scope fieldset button') ?? [])];
                  return [left[index], left.at(-1), adds.current];
                });
                edit({ overrides: overrides.filter((_, each) => each !== index) });
              }}
            >
              Take exception {index + 1} away
            </button>
          </div>
        </fieldset>
      ))}
      <div className={styles['buttons']}>
        <button
          ref={adds}
          type="button"
          onClick={() =>
            edit({
              overrides: [...overrides, { payer: payers[0] ?? '', family: '', rule: { kind: 'keep' } }],
            })
          }
        >
          Add an exception to {letter}
        </button>
      </div>
    </fieldset>
  );
}

/** A change of a rate always holds; only a target can be below it. */
function isTarget({ kind }: ScenarioRule): boolean {
  return kind === 'medicare' || kind === 'percentile';
}

/** A saved exception may name a payer of another contract: it stays to be seen. */
function withOwn(names: readonly string[], own: string): readonly string[] {
  return own === '' || names.includes(own) ? names : [...names, own];
}

import { useState } from 'react';
import type { ScenarioRule } from '../domain/scenario.ts';
import { formatCount } from '../text/numbers.ts';
import { SelectField, TextField } from './Field.tsx';
import { draftOf, type RuleDraft, ruleKinds, ruleOf } from './ruleDraft.ts';

interface RuleEditorProps {
  readonly label: string;
  readonly rule: ScenarioRule;
  readonly onRule: (rule: ScenarioRule) => void;
}

/** What lines are to be paid, as a kind and a number. A number that makes no sense is marked and changes nothing. */
export function RuleEditor({ label, rule, onRule }: RuleEditorProps) {
  const [draft, setDraft] = useState(() => draftOf(rule));
  const known = ruleKinds.find(({ kind }) => kind === draft.kind);

  function write(next: RuleDraft): void {
    setDraft(next);
    const read = ruleOf(next);
    if (read) onRule(read);
  }

  return (
    <>
      <SelectField
        label={label}
        value={draft.kind}
        onValue={(value) => {
          const next = ruleKinds.find(({ kind }) => kind === value);
          if (next) write({ kind: next.kind, amount: next.first });
        }}
      >
        {ruleKinds.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </SelectField>
      {known && known.label !== '' ? (
        <TextField
          label={known.label}
          value={draft.amount}
          onValue={(amount) => write({ ...draft, amount })}
          invalid={ruleOf(draft) === undefined}
          wants={`a number from ${formatCount(known.least)} to ${formatCount(known.most)}`}
          numeric
        />
      ) : null}
    </>
  );
}

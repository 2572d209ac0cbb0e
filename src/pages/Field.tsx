import { type ReactNode, useId } from 'react';
import styles from './Desk.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A choice with its name above it. */
export function SelectField({
  label,
  value,
  onValue,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <label className={styles['field']}>
      {label}
      <select value={value} onChange={({ target }) => onValue(target.value)}>
        {children}
      </select>
    </label>
  );
}

interface TextFieldProps extends FieldProps {
  /** Whether what is typed cannot be used. */
  readonly invalid?: boolean;
  /** What would be read instead, `a whole number from 0 to 600`; for fields whose faults are named nowhere else. */
  readonly wants?: string;
  readonly numeric?: boolean;
  /** Which of several alike it is, for who cannot see what it stands beside: `service 2`. */
  readonly of?: string;
}

/** A line of text, or a number as it is typed, with its name above it, and below it why it cannot be used. */
export function TextField({
  label,
  value,
  onValue,
  invalid = false,
  wants,
  numeric = false,
  of,
}: TextFieldProps) {
  const faultId = useId();
  const field = (
    <label className={styles['field']}>
      {label}
      <input
        type="text"
        inputMode={numeric ? 'decimal' : 'text'}
        autoComplete="off"
        aria-label={of === undefined ? undefined : `${label} of ${of}`}
        value={value}
        aria-invalid={invalid}
        aria-describedby={wants ? faultId : undefined}
        onChange={({ target }) => onValue(target.value)}
      />
    </label>
  );
  if (!wants) return field;
  return (
    <div className={styles['field']}>
      {field}
      <FieldFault id={faultId} wants={wants} invalid={invalid} />
    </div>
  );
}

interface FieldFaultProps {
  /** What the field is described by. */
  readonly id: string;
  /** `a whole number from 0 to 600`. */
  readonly wants: string;
  readonly invalid: boolean;
}

/** Below a field why it is not read. Always there, so that its words are announced when they come. */
export function FieldFault({ id, wants, invalid }: FieldFaultProps) {
  return (
    <span id={id} role="status" className={styles['fault']}>
      {invalid ? `Not read. It takes ${wants}.` : ''}
    </span>
  );
}

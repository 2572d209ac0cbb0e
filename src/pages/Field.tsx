import type { ReactNode } from 'react';
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
  readonly numeric?: boolean;
}

/** A line of text, or a number as it is typed, with its name above it. */
export function TextField({ label, value, onValue, invalid = false, numeric = false }: TextFieldProps) {
  return (
    <label className={styles['field']}>
      {label}
      <input
        type="text"
        inputMode={numeric ? 'decimal' : 'text'}
        autoComplete="off"
        value={value}
        aria-invalid={invalid}
        onChange={({ target }) => onValue(target.value)}
      />
    </label>
  );
}

import type { IntakeFile } from '../data/intake/intakeReport.ts';
import { countOf } from '../text/numbers.ts';
import { ChargesPanel } from './ChargesPanel.tsx';
import type { ChargeSetting } from './contractFile.ts';
import styles from './IntakeSection.module.css';

/** A set of files of one hospital group has some tens; nobody sets the columns of thousands one by one. */
const mostFiles = 50;

/** The columns of hospitals' own tables among the files, and of tables that may be some. */
export function ChargePanels({
  files,
  setting,
}: {
  readonly files: readonly IntakeFile[];
  readonly setting: ChargeSetting;
}) {
  const found = files.flatMap(({ file, format, charges }) =>
    charges ? [{ file, charges, isRead: format !== null }] : [],
  );
  if (found.length === 0) return null;
  return (
    <section className={styles['notes']} aria-label="Columns of hospitals’ own tables">
      {found.slice(0, mostFiles).map((each) => (
        <ChargesPanel key={each.file} {...each} setting={setting} />
      ))}
      {found.length > mostFiles ? (
        <p>
          {countOf(found.length - mostFiles, 'further file has', 'further files have')} columns of their own.
        </p>
      ) : null}
    </section>
  );
}

import { useState } from 'react';
import type { IntakeFile } from '../data/intake/intakeReport.ts';
import { countOf } from '../text/numbers.ts';
import { ProblemList } from '../ui/ProblemList.tsx';
import styles from './IntakeSection.module.css';

/** A set may have thousands of files; who has more problems than these finds them in the table of files. */
const mostFiles = 100;

/** What each file needs a look for, and what was assumed to read it. */
export function IntakeFileNotes({ files }: { readonly files: readonly IntakeFile[] }) {
  const told = files.filter(({ account }) => account && account.problems.length + account.notes.length > 0);
  if (told.length === 0) return null;
  return (
    <section className={styles['notes']} aria-label="Problems and notes, file by file">
      {told.slice(0, mostFiles).map((file) => (
        <FileNotes key={file.file} file={file} isOpen={told.length === 1} />
      ))}
      {told.length > mostFiles ? (
        <p>{countOf(told.length - mostFiles, 'further file has', 'further files have')} problems or notes.</p>
      ) : null}
    </section>
  );
}

function FileNotes({
  file: { file, account },
  isOpen,
}: {
  readonly file: IntakeFile;
  readonly isOpen: boolean;
}) {
  const [open, setOpen] = useState(isOpen);
  if (!account) return null;
  const { problems, notes, read, present } = account;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {file}: {countOf(problems.length, 'problem')}, {countOf(notes.length, 'note')}
      </summary>
      {open ? (
        <>
          {notes.length > 0 ? (
            <ul aria-label={`Notes on ${file}`}>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          ) : null}
          {problems.length > 0 ? (
            <ProblemList
              problems={problems}
              rowsRead={read}
              rowsLeftOut={present - read}
              fileName={file}
              what="amount"
            />
          ) : null}
        </>
      ) : null}
    </details>
  );
}

import type { FileAccount } from '../formats/formatReader.ts';
import type { FileOutcome } from './intakeTables.ts';

/** An account that says what became of rates after their reader was done: what is not held is not read. */
export function settledAccount(account: FileAccount, { unpaid, beyond }: FileOutcome): FileAccount {
  if (unpaid === 0 && beyond === 0) return account;
  const leftOut = { ...account.leftOut };
  if (unpaid > 0) leftOut['no-provider'] = (leftOut['no-provider'] ?? 0) + unpaid;
  if (beyond > 0) leftOut['no-room'] = (leftOut['no-room'] ?? 0) + beyond;
  return { ...account, read: account.read - unpaid - beyond, leftOut };
}

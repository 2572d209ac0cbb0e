import type { IngestOutcome } from '../../data/ingestOrder.ts';
import type { Database } from './database.ts';

/** How many are named. */
const named = 10;

/** Payees whose rates are left out because nothing says where they are, those of most groups first. */
export async function placelessPayees(database: Database): Promise<IngestOutcome['placeless']> {
  const rows = await database.rows(
    `SELECT identifier, name FROM placeless ORDER BY in_groups DESC, identifier, name LIMIT ${named}`,
  );
  const [[count = 0] = []] = await database.rows('SELECT COUNT(*) FROM placeless');
  const words = rows.map(([identifier, name]) =>
    identifier === '' ? String(name) : `${name} (${identifier})`,
  );
  return { named: words, count: Number(count) };
}

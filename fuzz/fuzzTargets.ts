import type { FuzzTarget } from './fuzzTarget.ts';
import { addressTarget } from './targets/addressTarget.ts';
import { csvTarget } from './targets/csvTarget.ts';
import { formatTargets } from './targets/formatTargets.ts';
import { keptTargets } from './targets/keptTargets.ts';
import { ownTargets } from './targets/ownTargets.ts';
import { parquetTarget } from './targets/parquetTarget.ts';
import { publishedTarget } from './targets/publishedTarget.ts';
import { releaseTargets } from './targets/releaseTargets.ts';
import { wordsTarget } from './targets/wordsTarget.ts';

/** Every way something from outside comes in. */
export const fuzzTargets: readonly FuzzTarget[] = [
  ...formatTargets,
  publishedTarget,
  csvTarget,
  ...ownTargets,
  parquetTarget,
  ...releaseTargets,
  addressTarget,
  ...keptTargets,
  wordsTarget,
];

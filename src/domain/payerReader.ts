import { nameWords } from './nameWords.ts';
import { type PayerId, type PlanLine, payerBySourceName } from './payer.ts';
import type { AliasKind, PayerAlias } from './payerAlias.ts';
import { type FoundPhrase, phraseFinder } from './phraseFinder.ts';
import { places } from './place.ts';

/** What a payer's and plan's printed names stand for. */
export interface PayerReading {
  /** The row of benchmarks it counts in. Where a line has a row of its own (Medicare Advantage …), that one. */
  readonly payer: PayerId;
  /** The company behind the name; 'Other' when the table knows none. */
  readonly parent: string;
  readonly line: PlanLine;
  /** Whether the names say the line; false when it was taken for commercial because nothing says otherwise. */
  readonly lineStated: boolean;
  /** The rows that decided parent and line; undefined where none did. */
  readonly brandAlias: PayerAlias | undefined;
  readonly lineAlias: PayerAlias | undefined;
}

/** Reads payer and plan names by the alias table. */
export interface PayerReader {
  /** @param line the line, where a column of its own states it. */
  readonly read: (payerText: string, planText: string, line?: PlanLine) => PayerReading;
  /** The line a text names, such as a cell of a "line" column; undefined when it names none the table knows. */
  readonly lineOf: (text: string) => PlanLine | undefined;
  /** Whether the text names a price that no payer pays: gross charge, cash, self-pay. */
  readonly isNotAPayer: (text: string) => boolean;
}

/** The parent of a name nobody in the table stands behind. It never outweighs a parent the other text names. */
const unknownParent = 'Other';

const payerByLine: Readonly<Record<PlanLine, PayerId | undefined>> = {
  Commercial: undefined,
  'Exchange / individual': undefined,
  'Medicare Advantage': 'medicare-advantage',
  'Medicaid / CHIP': 'medicaid',
  'Medicare (traditional)': 'medicare',
  'Medicare supplement': 'other',
  'Tricare/VA': 'tricare',
  "Workers' comp / auto": 'workers-comp',
  Behavioral: 'other',
  Unspecified: 'other',
};

const stateWords = new Set(places.flatMap(({ code, name }) => [code.toLowerCase(), ...nameWords(name)]));

interface NameReading {
  readonly words: readonly string[];
  readonly brand: PayerAlias | undefined;
  readonly line: PayerAlias | undefined;
  /** Whether it names a product such as PPO. */
  readonly product: boolean;
  /** Whether it is made of states, lines, products and generic words alone. */
  readonly tellsNoName: boolean;
}

/**
 * The rules by which a table of aliases reads names. A brand: a row with a parent before one without, the one named
 * last before others; in the plan's text before the payer's, because some hospitals write the contract there. A line: the first
 * row of the table that is found, in the plan's text before the payer's. Spelling is forgiven (`phraseFinder`) only
 * where nothing is found without.
 */
export function payerReader(aliases: readonly PayerAlias[]): PayerReader {
  const ofKind = (kind: AliasKind) => aliases.filter((alias) => alias.kind === kind);
  const known = new Set(aliases.flatMap(({ words }) => nameWords(words)));
  const finder = (kind: AliasKind) => phraseFinder(ofKind(kind), (word) => known.has(word));
  const find = {
    brand: finder('brand'),
    line: finder('line'),
    product: finder('product'),
    spelling: finder('spelling'),
    generic: finder('generic'),
    notAPayer: finder('not a payer'),
  };
  const order = new Map(aliases.map((alias, at) => [alias, at]));
  /** Words that are Medicare itself where they stand alone, and a private plan beside a name. */
  const medicareWords = new Set(
    ofKind('line').flatMap(({ means, match, words }) =>
      means === 'Medicare (traditional)' && match === 'alone' ? [words] : [],
    ),
  );

  function readName(text: string): NameReading {
    const words = respelled(nameWords(text), find.spelling);
    const plain = words.map((word) => word.length === 1 || /\d/.test(word) || stateWords.has(word));
    const product = find.product(words, false);
    for (const { from, to } of [...product, ...find.generic(words, false)]) plain.fill(true, from, to);
    const lineWords = find.line(words, false);
    for (const { from, to } of lineWords) plain.fill(true, from, to);
    const standsAlone = ({ alias, from, to }: FoundPhrase) =>
      alias.match !== 'alone' || plain.every((tellsNothing, at) => tellsNothing || (at >= from && at < to));
    const forgiven = (findIn: typeof find.line) => {
      const found = findIn(words, false).filter(standsAlone);
      return found.length > 0 ? found : findIn(words, true).filter(standsAlone);
    };
    const brands = forgiven(find.brand);
    const lines = forgiven(find.line).filter(({ alias }) => alias.means !== '');
    for (const { from, to } of lines) plain.fill(true, from, to);
    return {
      words,
      brand: brands.toSorted(byKnowledge)[0]?.alias,
      line: lines.toSorted((a, b) => (order.get(a.alias) ?? 0) - (order.get(b.alias) ?? 0))[0]?.alias,
      product: product.length > 0,
      tellsNoName: plain.every((tellsNothing) => tellsNothing),
    };
  }

  function lineAliasOf(payer: NameReading, plan: NameReading): PayerAlias | undefined {
    const payerLine = payer.line?.means;
    if (plan.line === undefined) return payer.line ?? lineAcross(payer, plan);
    const { means: planLine, words } = plan.line;
    // A payer of behavioural, foreign or Medicaid care calls its own plans commercial, too.
    const general = planLine === 'Commercial' || planLine === 'Exchange / individual';
    if (general && payerLine !== undefined && payerLine !== 'Commercial') return payer.line;
    const bareMedicare = medicareWords.has(words);
    if (bareMedicare && payerLine === 'Medicare (traditional)' && plan.brand === undefined) return payer.line;
    return plan.line;
  }

  /** Some lines are a name made of both texts: payer Humana, plan Gold Plus. */
  function lineAcross(payer: NameReading, plan: NameReading): PayerAlias | undefined {
    const border = payer.words.length;
    const across = find
      .line([...payer.words, ...plan.words], false)
      .filter(({ alias, from, to }) => alias.match !== 'alone' && from < border && to > border);
    return across.find(({ alias }) => alias.means !== '')?.alias;
  }

  function readLine(alias: PayerAlias | undefined, payer: NameReading): PlanLine | undefined {
    // "Medicare" as a plan of a payer with a name is Medicare Advantage: Medicare itself has no private plans.
    if (alias?.means === 'Medicare (traditional)' && alias !== payer.line && !payer.tellsNoName)
      return 'Medicare Advantage';
    return alias?.means as PlanLine | undefined;
  }

  return {
    read(payerText, planText, statedLine) {
      const payer = readName(payerText);
      const plan = readName(planText);
      const named = [plan.brand, payer.brand].find((brand) => brand && brand.means !== unknownParent);
      const brandAlias = named ?? plan.brand ?? payer.brand;
      const lineAlias = statedLine === undefined ? lineAliasOf(payer, plan) : undefined;
      const [byBrand] = [brandAlias, plan.brand, payer.brand].flatMap((brand) => brand?.line || []);
      const said = statedLine ?? readLine(lineAlias, payer) ?? byBrand;
      const line = said ?? 'Commercial';
      const parent = brandAlias?.means ?? parentByLine(line);
      return {
        payer: payerByLine[line] ?? payerBySourceName(parent)?.id ?? 'other',
        parent,
        line,
        lineStated: said !== undefined || payer.product || plan.product,
        brandAlias,
        lineAlias,
      };
    },
    lineOf(text) {
      const { line, product } = readName(text);
      return (line?.means as PlanLine | undefined) ?? (product ? 'Commercial' : undefined);
    },
    isNotAPayer(text) {
      const words = nameWords(text);
      return find
        .notAPayer(words, false)
        .some(({ alias, from, to }) => alias.match !== 'alone' || to - from === words.length);
    },
  };
}

/** Government programs are their own parent where no company is named. */
function parentByLine(line: PlanLine): string {
  return line === 'Tricare/VA' || line === 'Medicare (traditional)' ? line : unknownParent;
}

/**
 * A known parent first; then the one named last, because an administrator is named before the network it rents. Two that
 * begin at the same word are of one length, or the finder would have left the shorter out.
 */
function byKnowledge(a: FoundPhrase, b: FoundPhrase): number {
  const unknown = (found: FoundPhrase) => (found.alias.means === unknownParent ? 1 : 0);
  return unknown(a) - unknown(b) || b.from - a.from;
}

function respelled(
  words: readonly string[],
  find: (words: readonly string[], forgiving: boolean) => readonly FoundPhrase[],
): readonly string[] {
  const right = [...words];
  for (const { alias, from, to } of find(words, false).toReversed())
    right.splice(from, to - from, ...nameWords(alias.means));
  return right;
}

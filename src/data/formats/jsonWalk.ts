import type { JsonEvents } from './jsonEvents.ts';
import { JsonScanner } from './jsonScanner.ts';
import type { JsonText } from './jsonText.ts';

/** What stands under a key or in a list: another part, or `value` for a text, a number, true, false or null. */
type Child<Part extends string> = Part | 'value';

/** The parts of a document that matter: objects by their keys, lists by what they hold. All else is passed over. */
export type JsonShape<Part extends string, Key extends string> = Readonly<
  Record<
    Part,
    | { readonly keys: Readonly<Partial<Record<Key, Child<Part>>>>; readonly items?: never }
    | { readonly items: Child<Part>; readonly keys?: never }
  >
>;

export interface JsonVisitor<Part extends string, Key extends string> {
  /** A part begins. @returns whether to look into it; its end is told either way. */
  readonly enter: (part: Part) => boolean;
  readonly leave: (part: Part) => void;
  /**
   * A text or number under a key, or in a list (then `key` is ''). Where a list should be, one value alone counts as a
   * list of one.
   */
  readonly text: (part: Part, key: Key | '', text: JsonText) => void;
  /** Whether to look at the value of a key; asked before it. Everything is looked at where this is not given. */
  readonly wants?: (part: Part, key: Key) => boolean;
}

const passed = -1;
const value = -2;

/**
 * Walks a JSON document of a known shape, as its bytes come in, and visits what the shape names. A single object where
 * the shape has a list of such objects is visited as if the list were there; any other value that does not fit is
 * passed over.
 */
export function jsonWalk<Part extends string, Key extends string>(
  shape: JsonShape<Part, Key>,
  root: Part,
  visitor: JsonVisitor<Part, Key>,
): JsonScanner {
  const parts = Object.keys(shape) as Part[];
  const keysOf = (part: Part): Readonly<Partial<Record<Key, Child<Part>>>> | undefined => shape[part].keys;
  const names = [...new Set(parts.flatMap((part) => Object.keys(keysOf(part) ?? {})))] as Key[];
  const placeOf = (child: Child<Part> | undefined) =>
    child === undefined ? passed : child === 'value' ? value : parts.indexOf(child);
  /** By part and name, what stands there. */
  const children = parts.map((part) => Int16Array.from(names, (name) => placeOf(keysOf(part)?.[name])));
  const items = parts.map((part) => placeOf(shape[part].items));

  /** Parts around the present place, the innermost last. */
  const open: number[] = [];
  /** For each of them, the list that should be around it and is not, or −1. */
  const lists: number[] = [];
  /** What stands next, and under which name. */
  let next = parts.indexOf(root);
  let name: Key | '' = '';

  const afterValue = () => {
    const around = open.at(-1);
    next = around === undefined ? passed : (items[around] as number);
    name = '';
  };
  const enter = (isObject: boolean): boolean => {
    let place = next;
    let list = passed;
    if (place >= 0 && isObject && (items[place] as number) >= 0) {
      list = place;
      place = items[place] as number;
    }
    const fits = place >= 0 && (items[place] === passed) === isObject;
    open.push(fits ? place : passed);
    lists.push(fits ? list : passed);
    if (!fits) return false;
    if (list >= 0) visitor.enter(parts[list] as Part);
    const isWanted = visitor.enter(parts[place] as Part);
    next = items[place] as number;
    name = '';
    return isWanted;
  };
  const leave = () => {
    const place = open.pop() ?? passed;
    const list = lists.pop() ?? passed;
    afterValue();
    if (place >= 0) visitor.leave(parts[place] as Part);
    if (list >= 0) visitor.leave(parts[list] as Part);
  };
  const text = (found: JsonText) => {
    const around = open.at(-1);
    if (next === value) visitor.text(parts[around as number] as Part, name, found);
    else if (next >= 0 && items[next] === value) visitor.text(parts[next] as Part, '', found);
    afterValue();
  };
  const events: JsonEvents = {
    key: (index) => {
      const around = open.at(-1) as number;
      // Asked for what no list has, an engine takes its slow way, and files are full of keys that are not known.
      next = index < 0 ? passed : (children[around]?.[index] ?? passed);
      if (next === passed) return false;
      name = names[index] as Key;
      return visitor.wants?.(parts[around] as Part, name) ?? true;
    },
    openObject: () => enter(true),
    closeObject: leave,
    openArray: () => enter(false),
    closeArray: leave,
    string: text,
    number: text,
    literal: afterValue,
  };
  return new JsonScanner(names, events);
}

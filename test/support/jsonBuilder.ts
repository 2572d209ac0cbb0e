import type { JsonEvents } from '../../src/data/formats/jsonEvents.ts';
import type { JsonText } from '../../src/data/formats/jsonText.ts';

/** A number as its digits stand in the file, so that an amount never goes through binary fractions. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type JsonValue =
  | string
  | JsonNumber
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

type Open = JsonValue[] | Record<string, JsonValue>;

/**
 * Makes a value of what a scanner tells, for the parts of a file that are small: hand it the events of one value, then
 * take it. A key that comes twice keeps its last value, as with `JSON.parse`.
 */
export class JsonBuilder implements JsonEvents {
  readonly #open: Open[] = [];
  readonly #keys: string[] = [];
  #key = '';
  #value: JsonValue | undefined = undefined;

  /** The value, once it is whole, and only once. */
  take(): JsonValue | undefined {
    if (this.#open.length > 0) return undefined;
    const value = this.#value;
    this.#value = undefined;
    return value;
  }

  readonly key = (_: number, key: JsonText): boolean => {
    this.#key = key.text();
    return true;
  };

  readonly openObject = (): boolean => this.#start({});
  readonly openArray = (): boolean => this.#start([]);
  readonly closeObject = (): void => this.#end();
  readonly closeArray = (): void => this.#end();
  readonly string = (text: JsonText): void => this.#add(text.text());
  readonly number = (text: JsonText): void => this.#add(new JsonNumber(text.text()));
  readonly literal = (value: boolean | null): void => this.#add(value);

  #start(container: Open): boolean {
    this.#open.push(container);
    this.#keys.push(this.#key);
    return true;
  }

  #end(): void {
    const container = this.#open.pop();
    this.#key = this.#keys.pop() ?? '';
    if (container !== undefined) this.#add(container);
  }

  #add(value: JsonValue): void {
    const around = this.#open.at(-1);
    if (around === undefined) this.#value = value;
    else if (Array.isArray(around)) around.push(value);
    // `__proto__` is a key like any other in JSON.
    else
      Object.defineProperty(around, this.#key, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
}

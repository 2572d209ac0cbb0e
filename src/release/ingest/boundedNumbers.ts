/**
 * Numbers texts in order of appearance, for as many as fit in memory. When they no longer do, all are forgotten and a
 * text met again gets another number: whoever uses the numbers must bear that.
 */
export class BoundedNumbers {
  readonly #most: number;
  readonly #known = new Map<string, number>();
  #length = 0;
  #next = 0;

  /** @param most characters held at once. */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param told called with a number that was not given before. */
  of(text: string, told: (number: number) => void): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#length + text.length > this.#most) this.forget();
    const number = this.#next++;
    this.#known.set(text, number);
    this.#length += text.length;
    told(number);
    return number;
  }

  /** Gives their memory back. */
  forget(): void {
    this.#known.clear();
    this.#length = 0;
  }
}

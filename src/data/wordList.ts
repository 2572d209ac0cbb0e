/** Columns of words hold their index in 16 bits. */
const mostWords = 65_536;

/** Numbers words in the order they first appear; '' is always 0. */
export class WordList {
  readonly words: string[] = [''];
  readonly #indexByWord = new Map([['', 0]]);
  /** Asked for when every number was given away, and answered as ''. */
  unnumbered = 0;

  indexOf(word: string): number {
    let index = this.#indexByWord.get(word);
    if (index === undefined) {
      if (this.words.length === mostWords) {
        this.unnumbered += 1;
        return 0;
      }
      index = this.words.push(word) - 1;
      this.#indexByWord.set(word, index);
    }
    return index;
  }
}

import type { CsvBlock } from './csvBlock.ts';
import { WordColumn } from './wordColumn.ts';

/** What a cell that cannot be used stands for. */
export const unusable = -1;

/** A column of words that stand for numbers: each distinct word is read once. */
export class CodedColumn {
  readonly words: WordColumn;
  /** The number each word stands for, by its id; `unusable` for a word that stands for none. */
  readonly numbers: number[] = [];
  readonly #read: (word: string) => number;

  /** @param cell the column's position in the header. */
  constructor(cell: number, read: (word: string) => number) {
    this.words = new WordColumn(cell);
    this.#read = read;
  }

  /** Takes a block in place of what was there. */
  setBlock(block: CsvBlock): void {
    this.words.length = 0;
    this.words.addBlock(block);
    this.#readNew();
  }

  setText(text: string): void {
    this.words.length = 0;
    this.words.addText(text);
    this.#readNew();
  }

  number(row: number): number {
    return this.numbers[this.words.ids[row] as number] as number;
  }

  #readNew(): void {
    const { words } = this.words;
    for (let id = this.numbers.length; id < words.length; id++)
      this.numbers.push(this.#read(words[id] as string));
  }
}

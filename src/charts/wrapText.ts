/** Pixels a line of prose takes in a picture's font, estimated; `textWidth` errs further, for labels in any font. */
export function proseWidth(text: string, fontSize: number): number {
  return text.length * fontSize * 0.52;
}

/** Breaks a text at spaces into lines of at most `width` pixels by estimate; a longer word has a line of its own. */
export function wrapText(text: string, width: number, fontSize: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && proseWidth(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

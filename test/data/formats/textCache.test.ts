import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonText } from '../../../src/data/formats/jsonText.ts';
import { TextCache } from '../../../src/data/formats/textCache.ts';

test('what a cache gives is what is made of the text, also of texts that take each other’s place', () => {
  let made = 0;
  const cache = new TextCache((text) => {
    made += 1;
    return `<${text}>`;
  });
  const found = new JsonText();
  const ask = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    found.set(bytes, 0, bytes.length, text.includes('\\'));
    return cache.get(found);
  };
  const words = fc.oneof(
    fc.constantFrom('', '1', '11', 'GP', 'professional', 'a\\n', 'é', 'é'.repeat(40), 'x'.repeat(65)),
    fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 100 }), (texts) => {
      for (const text of texts) expect(ask(text)).toBe(`<${text.replace('\\n', '\n')}>`);
    }),
  );
  made = 0;
  for (let time = 0; time < 1000; time += 1) ask('institutional');
  expect(made).toBeLessThanOrEqual(1);
});

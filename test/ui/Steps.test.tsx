import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Steps } from '../../src/ui/Steps.tsx';

test('steps are taken in their order, and nothing is drawn', () => {
  const taken: string[] = [];
  const { container } = render(<Steps steps={[() => taken.push('votes'), () => taken.push('effect')]} />);
  expect(taken).toEqual(['votes', 'effect']);
  expect(container).toBeEmptyDOMElement();
});

/**
 * Long work in steps, each a component of its own: React, drawing what may wait, looks after each whether a reader has
 * asked for something. What a step comes to is remembered where it is worked out; here nothing is drawn.
 */
export function Steps({ steps }: { readonly steps: readonly (() => unknown)[] }) {
  // Steps have no names, and their order is theirs.
  return steps.map((run, index) => <Step key={String(index)} run={run} />);
}

function Step({ run }: { readonly run: () => unknown }) {
  run();
  return null;
}

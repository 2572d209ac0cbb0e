/** A tab behind others draws no frame: nothing waits for one longer than this. */
const longestWait = 500;

/**
 * Runs an act once the frame that is being made has been drawn, and in no case much later.
 *
 * @returns what calls the act off
 */
export function afterFrame(act: () => void): () => void {
  let task = setTimeout(run, longestWait);
  const frame = requestAnimationFrame(() => {
    clearTimeout(task);
    // A task of its own comes after the drawing that this callback still belongs to.
    task = setTimeout(run);
  });
  return cancel;

  function run(): void {
    cancel();
    act();
  }
  function cancel(): void {
    cancelAnimationFrame(frame);
    clearTimeout(task);
  }
}

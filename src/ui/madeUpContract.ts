/** What is said where the script that makes it did not come. */
export const noMadeUpContract =
  'The made-up contract could not be fetched. Check the connection and press again.';

/** 25 codes and 4 payers nobody has: loaded only for who asks. Rejects where that fails. */
export async function madeUpContract(): Promise<{ readonly name: string; readonly text: string }> {
  const { contractExample, contractExampleName } = await import('../data/contractExample.ts');
  return { name: contractExampleName, text: contractExample() };
}

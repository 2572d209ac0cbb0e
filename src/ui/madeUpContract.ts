/** 25 codes and 4 payers nobody has: loaded only for who asks. */
export async function madeUpContract(): Promise<{ readonly name: string; readonly text: string }> {
  const { contractExample, contractExampleName } = await import('../data/contractExample.ts');
  return { name: contractExampleName, text: contractExample() };
}

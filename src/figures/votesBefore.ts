/**
 * For each line that stands for `weight` votes of an amount: how many votes come before its first one when all are put
 * in order, lowest first (equal amounts as the lines stand). With it a sheet finds the vote at a rank in lines of any order.
 */
export function votesBefore(
  lines: readonly { readonly amount: number; readonly weight: number }[],
): readonly number[] {
  const order = lines.map((_, index) => index).sort((a, b) => amountOf(a) - amountOf(b));
  const before = lines.map(() => 0);
  let votes = 0;
  for (const index of order) {
    before[index] = votes;
    votes += lines[index]?.weight ?? 0;
  }
  return before;

  function amountOf(index: number): number {
    return lines[index]?.amount ?? 0;
  }
}

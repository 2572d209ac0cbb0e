/** `release 2026-11-22.9f0cbe38`. */
export function releaseName({ id }: { readonly id: string }): string {
  return `release ${id}`;
}

/** Where a plan section is jumped to: `plan.` and the outline item's id, which may begin so itself. */
export function planPath(outlineId: string): string {
  return outlineId.startsWith('plan.') ? outlineId : `plan.${outlineId}`;
}

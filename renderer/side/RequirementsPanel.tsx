/** 要求 */
export function RequirementsPanel() {
  return <p>要求</p>;
}

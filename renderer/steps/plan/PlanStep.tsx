/** 建设方案 */
export function PlanStep() {
  return <p>建设方案</p>;
}

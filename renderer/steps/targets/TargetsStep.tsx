/** 预期目标 */
export function TargetsStep() {
  return <p>预期目标</p>;
}

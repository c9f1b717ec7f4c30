/** 申报方向 */
export function DirectionStep() {
  return <p>申报方向</p>;
}

/** 问题 */
export function FindingsPanel() {
  return <p>问题</p>;
}

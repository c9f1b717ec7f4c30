/** 联合体 */
export function ConsortiumStep() {
  return <p>联合体</p>;
}

/** 对账板 */
export function ReconciliationPage() {
  return <p>对账板</p>;
}

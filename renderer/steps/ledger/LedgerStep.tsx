/** 研发辅助账 */
export function LedgerStep() {
  return <p>研发辅助账</p>;
}

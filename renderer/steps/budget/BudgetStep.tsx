/** 投资预算 */
export function BudgetStep() {
  return <p>投资预算</p>;
}

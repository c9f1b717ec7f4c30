/** 发票 */
export function InvoicesStep() {
  return <p>发票</p>;
}

/** 检查 */
export function ChecksPage() {
  return <p>检查</p>;
}

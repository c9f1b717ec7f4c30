/** 总览 */
export function OverviewPage() {
  return <p>总览</p>;
}

/** 预览 */
export function PreviewPanel() {
  return <p>预览</p>;
}

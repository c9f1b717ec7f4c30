/** 预览与导出 */
export function ExportPage() {
  return <p>预览与导出</p>;
}

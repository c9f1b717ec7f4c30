/** 附件 */
export function AttachmentsStep() {
  return <p>附件</p>;
}

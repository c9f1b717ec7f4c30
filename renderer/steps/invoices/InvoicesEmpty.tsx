/** What stands where no invoice is yet: what can be dropped, and what comes of it. */
export function InvoicesEmpty() {
  return (
    <>
      <p>这里登记计入投资的每一张发票，合计会与申报表的已投资金额核对。</p>
      <p>
        把发票的文件夹整个拖进窗口：PDF、OFD、数电票 XML、照片和扫描件、Excel
        台账、压缩包都可以，会自动读出号码、日期、金额和双方，一张发票一行，再逐张核对。
      </p>
      <p>也可以在 Excel 的发票台账里连表头一起复制，点这里后按 Ctrl+V，会按表头对应各列。</p>
    </>
  );
}

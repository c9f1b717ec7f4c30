import styles from './Journey.module.css';

/** The way from an empty draft to the printed package, for who begins. */
const steps: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: '先选方向',
    text: '选定试点示范方向，马上看到谁能报、投资门槛、目标要求和附件清单，每条都附通知原文。',
  },
  { title: '逐节填写', text: '申报表、方案、预算出自同一份数据；填一次，处处一致。每次修改一秒内自动保存。' },
  {
    title: '放进凭证',
    text: '把发票和附件整个文件夹拖进来，自动归类、挂到各张发票，打不开的说清楚；投资明细与页码互相对应。',
  },
  { title: '随时检查', text: '每个问题写明依据和比较的数字，点一下跳到要改的地方；缺的只是“待填”。' },
  { title: '预览、导出', text: '一次得到装订好的 PDF、Word 和装订盖章清单，导出后再逐项核验一遍。' },
];

/** What stands where no draft is yet. */
export function Journey() {
  return (
    <div className={styles.journey}>
      <p className={styles.lead}>还没有草稿。从“新建申报”开始，一份申报是这样完成的：</p>
      <ol>
        {steps.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

import { BookMark } from '../ui/BookMark.tsx';
import { CallList } from './CallList.tsx';
import { useAppInfo } from './useAppInfo.ts';
import './StartPage.css';

/** What the product promises, in the order in which the work goes. */
const promises: readonly { readonly title: string; readonly text: string }[] = [
  { title: '填一次，处处一致', text: '申报表、建设方案、投资明细出自同一份数据，PDF 与 Word 不会各说各话。' },
  {
    title: '对照通知逐条检查',
    text: '每一条问题都写明依据、比较的数字和修改的位置；缺的是“待填”，不是“不符合”。',
  },
  {
    title: '发票找得到页，页找得到发票',
    text: '投资明细逐行印出复印件所在页码，附件统一编页、编目录、留装订边。',
  },
  {
    title: '导出之后再验一遍',
    text: '重新读取成品，核对页数、目录页码、字体和每个数字，结果附在装订与盖章清单里。',
  },
];

/** First page of the program: what it is, what it does, which calls it knows. */
export function StartPage() {
  const info = useAppInfo();
  return (
    <main className="start">
      <section className="start-intro" aria-labelledby="start-title">
        <div className="start-brand">
          <BookMark />
          <div>
            <h1 id="start-title">成册</h1>
            <p className="start-motto">离线准备、检查、装订政府项目申报材料</p>
          </div>
        </div>
        <ol className="start-promises">
          {promises.map(({ title, text }) => (
            <li key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </section>

      <section className="start-calls" aria-labelledby="calls-title">
        <h2 id="calls-title">已内置的申报通知</h2>
        <CallList info={info} />
        <aside className="start-next">
          <h3>这一版能做什么</h3>
          <p>目前在命令行填写、检查和导出；完整窗口随下一版提供。</p>
          <p>
            命令一览 <code>npm run -s chengce -- --help</code>
          </p>
        </aside>
      </section>

      <footer className="start-foot">
        <span>本程序不连接网络，材料只保存在您选择的位置。</span>
        <span className="start-version">{info?.ok ? `版本 ${info.value.version}` : ''}</span>
      </footer>
    </main>
  );
}

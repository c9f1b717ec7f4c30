import type { AppInfo, KnownCall } from '../../shared/contract/AppInfo.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import styles from './CallList.module.css';
import { TimeLeft } from './TimeLeft.tsx';

/** The calls the program knows, or in words why there are none to show. */
export function CallList({ info }: { readonly info: Reply<AppInfo> | null }) {
  if (info === null) return <p className={styles.note}>正在读取…</p>;
  if (!info.ok) return <p className={styles.trouble}>没能读取通知：{info.problem.message}</p>;
  const { calls } = info.value;
  if (calls.length === 0) return <p className={styles.note}>还没有可用的通知，请检查安装是否完整。</p>;
  return (
    <ul className={styles.list}>
      {calls.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
    </ul>
  );
}

function CallCard({ call }: { readonly call: KnownCall }) {
  return (
    <li className={styles.card}>
      <h3>{call.name}</h3>
      <p className={styles.source}>
        {call.issuer} {call.number}
      </p>
      <p className={styles.source}>
        {`${call.deadline} 截止`}
        <strong>
          <TimeLeft deadline={call.deadline} />
        </strong>
      </p>
    </li>
  );
}

import type { AppInfo, KnownCall } from '../../shared/contract/AppInfo.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { chineseDate } from '../../shared/entities/dates.ts';
import { daysUntil } from './daysUntil.ts';

/** The calls the program knows, or in words why there are none to show. */
export function CallList({ info }: { readonly info: Reply<AppInfo> | null }) {
  if (info === null) return <p className="call-note">正在读取……</p>;
  if (!info.ok) return <p className="call-note call-trouble">没能读取通知：{info.problem.message}</p>;
  const { calls } = info.value;
  if (calls.length === 0) return <p className="call-note">还没有可用的通知，请检查安装是否完整。</p>;
  return (
    <ul className="call-list">
      {calls.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
    </ul>
  );
}

function CallCard({ call }: { readonly call: KnownCall }) {
  const days = daysUntil(call.deadline, new Date());
  return (
    <li className="call-card">
      <h3>{call.name}</h3>
      <p className="call-source">
        {call.issuer} {call.number}
      </p>
      <dl>
        <div>
          <dt>发文</dt>
          <dd>{chineseDate(call.issuedOn)}</dd>
        </div>
        <div>
          <dt>截止</dt>
          <dd>
            {chineseDate(call.deadline)}
            <span className={days < 0 ? 'call-left call-over' : 'call-left'}>{leftInWords(days)}</span>
          </dd>
        </div>
      </dl>
    </li>
  );
}

function leftInWords(days: number): string {
  if (days < 0) return '已截止';
  return days === 0 ? '今天截止' : `还有 ${days} 天`;
}

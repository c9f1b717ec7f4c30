import { chineseDate } from '../../shared/entities/dates.ts';
import { useCall } from '../draft/useDraft.ts';
import styles from './requirements.module.css';

/** What the call says of handing in: until when, how many copies, to whom; and what else it tells. */
export function SubmissionFacts() {
  const { submission, identity, facts } = useCall();
  const { deadline, paperCopies, binding, via, address, email, electronic, contacts } = submission;
  const lines: readonly (readonly [string, string])[] = [
    ['截止', chineseDate(deadline)],
    ['纸质', [paperCopies > 0 ? `${paperCopies} 份` : '', binding].filter(Boolean).join('，')],
    ['报送', via],
    ['地址', address],
    ['电子', [electronic.join('、'), email === '' ? '' : `发送至 ${email}`].filter(Boolean).join('，')],
    ...contacts.map(({ name, phone }) => ['联系', `${name} ${phone}`] as const),
    ['发文', `${identity.issuer} ${identity.number}`],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {lines
          .filter(([, text]) => text.trim() !== '')
          .map(([name, text]) => (
            <FactLine key={`${name}${text}`} name={name} text={text} />
          ))}
      </dl>
      {facts.length === 0 ? null : (
        <details className={styles.fold}>
          <summary>通知的其他说明 {facts.length} 条</summary>
          <dl className={styles.facts}>
            {facts.map(({ id, title, text }) => (
              <FactLine key={id} name={title} text={text} />
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

function FactLine({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

import type { Sample } from '../../shared/contract/AppInfo.ts';
import { openSample } from '../app/drafts.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './SampleList.module.css';

/** Finished applications to look around in; what is opened is a copy. */
export function SampleList({ samples }: { readonly samples: readonly Sample[] }) {
  return (
    <ul className={styles.list}>
      {samples.map(({ id, title }) => (
        <li key={id}>
          <button type="button" className={styles.sample} onClick={() => void openSample(id)}>
            <Icon name="book" />
            <span>{title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

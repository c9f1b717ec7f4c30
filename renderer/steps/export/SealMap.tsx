import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';
import styles from './ExportPage.module.css';
import { sealRows } from './sealRows.ts';

/** Which seal goes on which page; the printed sheet says the same. */
export function SealMap({ seals }: { readonly seals: PackageManifest['seals'] }) {
  if (seals.length === 0) return null;
  return (
    <section className={styles.card} aria-label="盖章">
      <h2 className={styles.heading}>盖章</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">印章</th>
            <th scope="col">位置</th>
            <th scope="col">页码</th>
          </tr>
        </thead>
        <tbody>
          {sealRows(seals).map(({ key, seal, where, pages }) => (
            <tr key={key}>
              <td className={styles.sealName}>{seal}</td>
              <td>{where}</td>
              <td>{pages}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import styles from './ExportPage.module.css';

/** A term and the words for it. */
export type Fact = readonly [term: string, words: string];

/** Figures of a package, each under its name. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

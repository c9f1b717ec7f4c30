import { jumpTo } from '../../app/navigation.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { placeInWords } from './placeInWords.ts';

/** Ways to the other places a finding speaks of: the first of two rows, the voucher with the same cost. */
export function RelatedPlaces({ related }: { readonly related: readonly string[] }) {
  const application = draftStore.getState()?.application;
  if (related.length === 0 || application === undefined) return null;
  return related.map((at) => {
    const words = placeInWords(application, at);
    return words === null ? null : (
      <LinkButton key={at} onClick={() => jumpTo(at)}>
        去看{words}
      </LinkButton>
    );
  });
}

import { Component, type ReactNode } from 'react';
import { flush } from '../draft/saveQueue.ts';
import { BrokenView } from './BrokenView.tsx';

type BoundaryProps = {
  /** What broke, in words: `正文`, `侧栏`. */
  readonly what: string;
  readonly children: ReactNode;
};
type BoundaryState = { readonly error: unknown; readonly times: number };

/** Keeps a broken part of the window to itself: the rest goes on, and every word is sent to the disk at once. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, times: 0 };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    void flush();
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <BrokenView what={this.props.what} error={error} onAgain={() => void this.again()} />;
  }

  /** First only the part; when it breaks once more the whole page, once the disk has every word of it. */
  private async again(): Promise<void> {
    if (this.state.times > 0 && (await flush())) window.location.reload();
    else this.setState(({ times }) => ({ error: null, times: times + 1 }));
  }
}

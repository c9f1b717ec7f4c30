import { Component, type ReactNode } from 'react';
import { flush } from '../draft/saveQueue.ts';
import { BrokenView } from './BrokenView.tsx';

type BoundaryProps = {
  /** What broke, in words: `正文`, `侧栏`. */
  readonly what: string;
  readonly children: ReactNode;
};
type BoundaryState = { readonly error: unknown };

/** Keeps a broken part of the window to itself: the rest goes on, and every word is sent to the disk at once. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    void flush();
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <BrokenView what={this.props.what} error={error} onAgain={() => this.setState({ error: null })} />;
  }
}

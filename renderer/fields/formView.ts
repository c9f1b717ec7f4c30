import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** How the form of the call is filled in: as a list of fields, or on the paper it is printed as. */
export type FormView = 'fields' | 'paper';

const view = createStore<FormView>(() => 'fields');

export function useFormView(): FormView {
  return useStore(view);
}

export function showFormAs(next: FormView): void {
  view.setState(next, true);
}

import { Segmented } from 'antd';
import { type FormView, showFormAs, useFormView } from '../../fields/formView.ts';
import styles from './FormStep.module.css';
import { PaperForm } from './PaperForm.tsx';

const VIEWS: readonly { readonly value: FormView; readonly label: string }[] = [
  { value: 'fields', label: '表单' },
  { value: 'paper', label: '纸样' },
];

/** 申报表: filled in as a list of fields or on the paper it is printed as; both write the same answers. */
export function FormStep() {
  const view = useFormView();
  return (
    <div className={styles.step}>
      <div className={styles.switch}>
        <Segmented<FormView> options={[...VIEWS]} value={view} onChange={showFormAs} aria-label="填写方式" />
        <span className={styles.words}>
          {view === 'paper'
            ? '照着印出来的样子填，内容与表单是同一份。'
            : '也可以切换到纸样，照着印出来的样子填。'}
        </span>
      </div>
      {view === 'paper' && <PaperForm />}
    </div>
  );
}

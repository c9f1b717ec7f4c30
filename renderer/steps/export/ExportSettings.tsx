import { InputNumber, Radio } from 'antd';
import { useId } from 'react';
import { spineText } from '../../../shared/documents/spineText.ts';
import type { ApplicationSettings } from '../../../shared/entities/application.ts';
import { edit } from '../../draft/edit.ts';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import styles from './ExportPage.module.css';

const LIGHTEST = 40;
const HEAVIEST = 400;

/** How it is printed and reckoned; part of the draft, so that the next export is the same. */
export function ExportSettings() {
  const call = useCall();
  const readOnly = useReadOnly();
  const settings = useApplication((application) => application.settings);
  const usualSpine = useApplication((application) =>
    spineText(call, { ...application, settings: { ...application.settings, spineText: '' } }),
  );
  const spineId = useId();
  const change = (part: Partial<ApplicationSettings>): void => {
    const [key = ''] = Object.keys(part);
    edit([{ kind: 'settings', value: { ...settings, ...part } }], {
      at: `settings.${key}`,
      mergeKey: `settings.${key}`,
    });
  };
  return (
    <section className={styles.card} aria-label="印刷与口径">
      <h2 className={styles.heading}>印刷与口径</h2>
      <div className={styles.settings}>
        <fieldset className={styles.setting} data-at="settings.duplex" disabled={readOnly}>
          <legend>印刷</legend>
          <Radio.Group
            value={settings.duplex}
            onChange={({ target }) => change({ duplex: target.value === true })}
            options={[
              { label: '双面', value: true },
              { label: '单面', value: false },
            ]}
          />
        </fieldset>
        <fieldset className={styles.setting} data-at="settings.paperGsm" disabled={readOnly}>
          <legend>纸张克重</legend>
          <InputNumber<number>
            aria-label="纸张克重，克每平方米"
            min={LIGHTEST}
            max={HEAVIEST}
            step={10}
            precision={0}
            value={settings.paperGsm}
            suffix="克"
            onChange={(value) => value !== null && change({ paperGsm: value })}
          />
        </fieldset>
        <fieldset className={styles.setting} data-at="settings.amountBasis" disabled={readOnly}>
          <legend>发票金额口径</legend>
          <Radio.Group
            value={settings.amountBasis}
            onChange={({ target }) => change({ amountBasis: target.value === 'net' ? 'net' : 'gross' })}
            options={[
              { label: '价税合计', value: 'gross' },
              { label: '不含税', value: 'net' },
            ]}
          />
        </fieldset>
        <div className={styles.setting} data-at="settings.spineText">
          <label htmlFor={spineId}>书脊文字</label>
          <TextControl
            id={spineId}
            value={settings.spineText}
            placeholder={usualSpine}
            readOnly={readOnly}
            oneLine
            onChange={(text) => change({ spineText: text })}
          />
          <p className={styles.soft}>不填就印“{usualSpine}”</p>
        </div>
      </div>
    </section>
  );
}

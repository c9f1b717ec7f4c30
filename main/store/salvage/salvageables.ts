import { answers } from '../answers.ts';
import { attachments } from '../attachments.ts';
import { budget } from '../budget.ts';
import { consortium } from '../consortium.ts';
import { invoices } from '../invoices.ts';
import { ledgerProjects } from '../ledgerProjects.ts';
import { ownIndicators } from '../ownIndicators.ts';
import { plan } from '../plan.ts';
import { readings } from '../readings.ts';
import { setAside } from '../setAside.ts';
import { settings } from '../settings.ts';
import { statements } from '../statements.ts';
import { targets } from '../targets.ts';
import { type Salvageable, salvageableList, salvageableRecord } from './salvageable.ts';
import { salvageableLedgerRows } from './salvageableLedgerRows.ts';

/** Every table that holds rows a user entered, heads before the rows that refer to them. */
export const salvageables: readonly Salvageable[] = [
  salvageableRecord('申报表填写项', answers.definition, (application) => application.answers),
  salvageableRecord('预期目标', targets.definition, (application) => application.targets),
  salvageableRecord('财务报表数字', statements.definition, (application) => application.statements),
  salvageableList('自定指标', ownIndicators.definition, (application) => application.ownIndicators),
  salvageableList('联合体成员', consortium.definition, (application) => application.consortium),
  salvageableList('投资预算', budget.definition, (application) => application.budget),
  salvageableList('发票', invoices.definition, (application) => application.invoices),
  salvageableList('研发辅助账项目', ledgerProjects.definition, (application) => application.ledger),
  salvageableLedgerRows,
  salvageableRecord('建设方案章节', plan.definition, (application) => application.plan),
  salvageableList('附件', attachments.definition, (application) => application.attachments),
  salvageableList('发票识读结果', readings.definition, (application) => application.readings),
  salvageableList('检查结果的说明', setAside.definition, (application) => application.setAside),
  salvageableRecord('打印设置', settings.definition, (application) => application.settings),
];

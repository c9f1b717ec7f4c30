import { fictionalUnit } from '../fictionalUnit.ts';
import type { InvoiceShape, Purchase } from '../makeInvoices.ts';

const sensing = fictionalUnit('重庆示例传感科技有限公司');
const cloud = fictionalUnit('示例云计算（重庆）有限公司');
const software = fictionalUnit('重庆示例软件工程有限公司');
const security = fictionalUnit('示例信息安全技术有限公司');
const network = fictionalUnit('重庆示例网络设备有限公司');

type Line = readonly [
  string,
  Purchase['seller'],
  string,
  string,
  string,
  string,
  InvoiceShape['kind'],
  boolean,
];

const LINES: readonly Line[] = [
  ['network-hw', sensing, '智能监测终端', 'SL-VT3', '台', '用户现场设备监测终端', 'special-paper', true],
  ['network-hw', network, '边缘网关', 'SL-EG10', '台', '用户现场边缘网关', 'special-paper', true],
  ['platform-hw', software, '时序数据库软件', 'V5.2', '套', '平台时序数据存储', 'special-paper', true],
  [
    'platform-hw',
    software,
    '设备管理平台软件',
    'V2.0',
    '套',
    '平台设备管理与规则引擎',
    'ordinary-electronic',
    true,
  ],
  [
    'security-hw',
    security,
    '应用防护与认证网关',
    'SL-AG',
    '台',
    '平台边界防护与终端认证',
    'special-paper',
    true,
  ],
  [
    'integration',
    software,
    '平台应用开发服务',
    '—',
    '项',
    '远程运维与一机一档应用开发',
    'special-paper',
    false,
  ],
  [
    'integration',
    software,
    '系统接口开发服务',
    '—',
    '项',
    '与ERP、PLM和网点系统接口',
    'ordinary-paper',
    false,
  ],
  ['cloud-service', cloud, '云资源服务费', '—', '月', '平台云资源租用', 'ordinary-electronic', false],
];

/** What the platform project bought. */
export const purchases: readonly Purchase[] = LINES.map(
  ([category, seller, item, model, unit, use, kind, goods]) => ({
    category,
    seller,
    item,
    model,
    unit,
    use,
    kind,
    goods,
  }),
);

import { fictionalUnit } from '../fictionalUnit.ts';
import type { InvoiceShape, Purchase } from '../makeInvoices.ts';

const telecom = fictionalUnit('示例通信有限公司重庆分公司');
const network = fictionalUnit('重庆示例网络设备有限公司');
const computing = fictionalUnit('示例计算技术（重庆）有限公司');
const vision = fictionalUnit('重庆示例机器视觉科技有限公司');
const security = fictionalUnit('示例信息安全技术有限公司');
const integrator = fictionalUnit('重庆示例自动化系统集成有限公司');
const vehicles = fictionalUnit('示例智能物流装备有限公司');
const platform = fictionalUnit('重庆示例工业互联网技术有限公司');
const testing = fictionalUnit('重庆示例检验检测技术有限公司');
const training = fictionalUnit('重庆示例职业培训学校有限公司');

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
  [
    'network-hw',
    telecom,
    '5G室内分布系统',
    'SL-DAS-6',
    '套',
    '第二机加车间5G室内分布基站',
    'special-paper',
    true,
  ],
  [
    'network-hw',
    network,
    '5G工业网关',
    'SL-GW5-200',
    '台',
    '加工中心联网用5G工业网关',
    'special-paper',
    true,
  ],
  ['network-hw', network, '工业级5G模组', 'SL-M5-E', '块', 'AGV和相机用5G模组', 'ordinary-electronic', true],
  ['network-hw', network, '工业以太网交换机', 'SL-SW24', '台', '车间骨干网络交换机', 'special-paper', true],
  [
    'network-hw',
    telecom,
    '用户面网元下沉设备',
    'SL-UPF',
    '套',
    '5G用户面网元下沉到车间机房',
    'special-digital',
    true,
  ],
  ['platform-hw', computing, '边缘计算服务器', 'SL-EC-8', '台', '边缘计算平台服务器', 'special-paper', true],
  ['platform-hw', computing, '全闪存储', 'SL-FS-86', '套', '边缘计算平台存储', 'special-paper', true],
  ['platform-hw', vision, '工业相机', 'SL-CAM-20M', '台', '视觉质检工位相机和光源', 'special-paper', true],
  ['platform-hw', vision, '视觉质检软件', 'V3.0', '套', '缺陷检测软件许可', 'ordinary-paper', true],
  [
    'platform-hw',
    platform,
    '设备数据采集软件',
    'V2.4',
    '套',
    '设备联网与数据采集软件',
    'special-paper',
    true,
  ],
  ['security-hw', security, '工业防火墙', 'SL-IFW', '台', '车间边界工业防火墙', 'special-paper', true],
  ['security-hw', security, '安全审计系统', 'SL-AUD', '套', '边缘平台安全审计', 'ordinary-paper', true],
  ['security-hw', security, '主机白名单软件', 'V1.6', '点', '工控主机防护软件', 'ordinary-electronic', true],
  [
    'integration',
    integrator,
    '产线设备联网改造服务',
    '—',
    '项',
    '加工线设备联网改造',
    'special-paper',
    false,
  ],
  ['integration', integrator, '视觉工位集成服务', '—', '项', '视觉质检工位安装调试', 'special-paper', false],
  ['integration', vehicles, 'AGV系统集成', 'SL-AGV-12', '项', 'AGV及调度系统集成', 'special-paper', true],
  [
    'integration',
    integrator,
    '信息系统接口开发服务',
    '—',
    '项',
    'MES与AGV、质检系统接口',
    'ordinary-paper',
    false,
  ],
  [
    'cloud-service',
    platform,
    '工业互联网平台服务费',
    '—',
    '月',
    '工业互联网平台租用',
    'ordinary-electronic',
    false,
  ],
  ['cloud-service', telecom, '5G切片专网服务费', '—', '月', '5G专网切片服务', 'ordinary-digital', false],
  [
    'cloud-service',
    platform,
    '模型训练算力服务费',
    '—',
    '月',
    '质检模型训练算力',
    'ordinary-electronic',
    false,
  ],
  ['other', training, '培训费', '—', '人次', '设备联网与视觉质检操作培训', 'ordinary-electronic', false],
  ['other', testing, '网络性能检测服务', '—', '项', '5G网络和联网设备第三方检测', 'ordinary-paper', false],
];

/** What the workshop project bought, by investment category. */
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

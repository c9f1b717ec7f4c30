import { fictionalUnit } from '../fictionalUnit.ts';

export const applicant = fictionalUnit('重庆示例精工汽车零部件有限公司', '重庆市渝北区示例大道18号');
const telecom = fictionalUnit('示例通信有限公司重庆分公司');
const platform = fictionalUnit('重庆示例工业互联网技术有限公司');
const integrator = fictionalUnit('重庆示例自动化系统集成有限公司');

/** The units of the 联合体; the applicant leads. */
export const consortium = [
  {
    lead: true,
    name: applicant.name,
    code: applicant.code,
    roles: ['industrial-enterprise'],
    address: applicant.address,
    contact: '李示例',
    phone: '13800000001',
    task: '牵头单位。负责项目总体策划和组织实施，提供场地、产线和工艺数据，承担设备采购、停线改造和验收，组织5G数字化车间、视觉质检、AGV运输三个场景的运行和推广。',
    introduction:
      '公司从事变速器壳体、发动机零件和新能源电驱壳体的研发制造，年产各类壳体约186万件，具备完整的压铸、机加和装配工艺链，是本项目的申报单位和实施主体。',
  },
  {
    lead: false,
    name: telecom.name,
    code: telecom.code,
    roles: ['telecom-operator'],
    address: telecom.address,
    contact: '王示例',
    phone: '13800000002',
    task: '负责5G室内分布系统、用户面网元下沉和切片的规划、建设与优化，保障网络覆盖率、带宽和时延指标，提供7×24小时网络运维。',
    introduction:
      '公司为（示例）基础电信运营企业的分支机构，持有电信业务经营许可，在渝建有5G基站和省级云资源池，设有20人的工业互联网支撑团队，已为11家工业企业建设5G专网。',
  },
  {
    lead: false,
    name: platform.name,
    code: platform.code,
    roles: ['industrial-internet-enterprise'],
    address: platform.address,
    contact: '赵示例',
    phone: '13800000003',
    task: '负责边缘计算平台、数据采集软件和工业互联网平台应用的开发部署，承担缺陷检测算法与刀具磨损预测算法的研发，负责数据治理。',
    introduction:
      '公司从事工业互联网平台和工业人工智能算法的研发，现有员工146人，其中研发人员占71%，平台已连接设备2.3万台，拥有软件著作权38件、发明专利9件。',
  },
  {
    lead: false,
    name: integrator.name,
    code: integrator.code,
    roles: ['other'],
    address: integrator.address,
    contact: '陈示例',
    phone: '13800000004',
    task: '负责加工线和装配线的设备联网改造、视觉工位机械电气集成、AGV与产线接口的现场实施和操作培训。',
    introduction:
      '公司从事非标自动化和产线集成，具有电子与智能化工程专业承包资质，近三年完成设备联网项目19个，现场工程师64人。',
  },
] as const;

import { WAN } from './answers.ts';

/** The budget; it comes to the total of the form. */
export const budget = (
  [
    ['network-hw', '5G室内分布系统及用户面下沉', '室内分布基站6处、用户面网元1套', 238],
    ['network-hw', '5G工业网关、模组及CPE', '网关64台、模组48块', 142],
    ['network-hw', '车间骨干网络', '工业交换机22台及光纤布线', 120],
    ['network-hw', '边缘机房配套', '机柜、不间断电源、精密空调', 60],
    ['platform-hw', '边缘计算服务器及存储', '服务器6台、全闪存储1套（86 TB）', 210],
    ['platform-hw', '视觉质检工位设备', '9个工位，2000万像素相机24台及光源', 182],
    ['platform-hw', '设备联网与数据采集软件', '86台（套）接入许可', 168],
    ['platform-hw', 'AGV调度软件', '12台车并发许可', 80],
    ['security-hw', '工业防火墙及单向数据通道', '6台', 78],
    ['security-hw', '安全审计与主机防护', '审计1套、白名单120点', 64],
    ['security-hw', '终端准入与堡垒机', '各1套', 38],
    ['integration', '产线设备联网改造', '加工线5条、装配试漏线2条', 286],
    ['integration', 'AGV系统集成', 'AGV12台、充电桩4个、门禁联动', 214],
    ['integration', '视觉质检系统集成', '9个工位机械电气集成', 140],
    ['cloud-service', '工业互联网平台租用', '24个月', 96],
    ['cloud-service', '5G切片专网服务', '3个切片，16个月', 64],
    ['rd', '边缘网关与刀具磨损预测算法研发', '辅助账RD2019-01', 330],
    ['rd', '小样本视觉质检算法研发', '辅助账RD2019-02', 290],
    [
      'other',
      '操作人员培训',
      '6期、240人次',
      36,
      '新系统上线必须对操作、质检和维护人员培训，属项目实施的必要支出',
    ],
    [
      'other',
      '第三方检测',
      '网络性能、等级保护测评',
      24,
      '网络指标和安全要求须由第三方检测验证，属项目验收的必要支出',
    ],
  ] as const
).map(([category, item, detail, wan, reason = '']) => ({
  category,
  item,
  detail,
  amountFen: wan * WAN,
  reason,
}));

import { planPicture } from '../commonFiles.ts';
import type { Printer } from '../createPrinter.ts';

const MONTHS = [
  '18.11',
  '12',
  '19.1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '20.1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
];

/** The pictures of the workshop's plan. */
export async function workshopPictures(printer: Printer): Promise<Map<string, Buffer>> {
  return new Map([
    [
      'plan-images/总体架构.png',
      await planPicture(printer, 'layers', {
        sides: ['安全防护', '运维管理'],
        layers: [
          { title: '应用层', boxes: ['设备管理', '质量追溯', '能源管理', '生产看板', 'AGV调度'] },
          { title: '云平台层', boxes: ['模型训练', '跨车间分析', '长期存储', '开放接口'] },
          { title: '边缘层', boxes: ['视觉推理', '数据采集', '磨损预测', '切片管理'] },
          { title: '网络层', boxes: ['5G室内分布', '用户面下沉', '业务切片', '有线备份'] },
          { title: '设备层', boxes: ['加工中心', '三坐标与试漏', '工业相机', 'AGV', '手持终端'] },
        ],
      }),
    ],
    [
      'plan-images/数据流程.png',
      await planPicture(printer, 'layers', {
        sides: [],
        layers: [
          { title: '采集', boxes: ['设备状态 1 s', '过程数据 100 ms', '质量数据 逐件', '图像 24幅/件'] },
          { title: '汇聚', boxes: ['协议解析', '时间对齐', '清洗去噪', '特征提取'] },
          { title: '分析', boxes: ['缺陷判定', '磨损预测', 'OEE统计', '能耗异常'] },
          { title: '执行', boxes: ['剔除与复判', '换刀提示', '叫料与转运', '参数建议'] },
        ],
      }),
    ],
    [
      'plan-images/改造前后对比.png',
      await planPicture(printer, 'bars', {
        rows: [
          {
            name: '设备综合效率',
            before: 61.3,
            after: 74.8,
            scale: 100,
            beforeText: '61.3%',
            afterText: '改造后 74.8%',
          },
          {
            name: '单件综合工时',
            before: 14.6,
            after: 12.3,
            scale: 16,
            beforeText: '14.6 min',
            afterText: '改造后 12.3 min',
          },
          {
            name: '质检人员',
            before: 9,
            after: 5,
            scale: 10,
            beforeText: '9人/班',
            afterText: '改造后 5人/班',
          },
          {
            name: '客户端不良品率',
            before: 312,
            after: 221,
            scale: 340,
            beforeText: '312 ppm',
            afterText: '改造后 221 ppm',
          },
        ],
      }),
    ],
    [
      'plan-images/实施计划.png',
      await planPicture(printer, 'gantt', {
        months: MONTHS,
        now: 13,
        tasks: [
          { name: '需求分析与总体设计', first: 0, last: 3 },
          { name: '网络仿真与招标采购', first: 2, last: 4 },
          { name: '5G网络与边缘机房', first: 5, last: 8 },
          { name: '一号线改造', first: 6, last: 9 },
          { name: '二至四号线改造', first: 10, last: 17 },
          { name: '视觉质检工位', first: 10, last: 18 },
          { name: 'AGV投运', first: 12, last: 19 },
          { name: '数据平台与应用', first: 9, last: 20 },
          { name: '五号线改造与联调', first: 18, last: 21 },
          { name: '等级保护测评与验收', first: 20, last: 23 },
        ],
      }),
    ],
  ]);
}

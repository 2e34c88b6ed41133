/** D: sums of items, all or nothing, so many of several. */
import { at, or, treated, within, wording as w, type Wording } from '../format';

const SUM = ['sum'] as const;
const ALL = ['award', 'choose', 'steps'] as const;

export const ITEMS: readonly Wording[] = [
  w(35, '3', SUM, '①已制定或具有预算资金管理办法、内部财务管理制度、会计核算制度等管理制度，1分；②相关管理制度合法、合规、完整，1分；③相关管理制度得到有效执行，1分。', at([true, true, true], '3'), at([true, true, false], '2'), at([false, false, false], '0'), at([null, null, null], '3', '2', '1', '0')),
  w(35, '3', SUM, '（1）制定了管理制度得1分（2）制度合法、合规、完整得1分（3）制度得到有效执行得1分', at([true, true, true], '3'), at([false, true, false], '1')),
  w(35, '3', SUM, '1、已制定管理制度，计１分；\n2、管理制度合法合规，计１分；\n3、管理制度有效执行，计１分。', at([true, false, true], '2'), at([true, true, true], '3')),

  w(36, '3', SUM, '1、单位财务管理制度1分；2、项目管理制度1分；3、执行佐证资料1分。没有不得分。', at([true, true, true], '3'), at([true, false, true], '2'), at([false, false, false], '0')),
  w(36, '3', SUM, '有单位财务管理制度得1分；有项目管理制度得1分；有执行佐证资料得1分；没有的不得分', at([true, true, false], '2'), at([true, true, true], '3'), at([null, true, true], '3', '2')),
  w(36, '3', SUM, '①单位财务管理制度（1分）②项目管理制度（1分）③执行佐证资料（1分），没有不得分', at([false, true, true], '2'), at([true, true, true], '3')),

  w(37, '4', SUM, '运行监管记录3分；填报监控表1分', at([true, true], '4'), at([true, false], '3'), at([false, true], '1'), at([null, null], '4', '3', '1', '0')),
  w(37, '4', SUM, '有运行监管记录的得3分，按要求填报监控表的得1分。', at([true, true], '4'), at([false, false], '0'), at([false, true], '1')),
  w(37, '4', SUM, '1.有运行监管记录，记3分\n2.填报绩效监控表，记1分', at([true, false], '3'), at([true, true], '4')),

  w(38, '4', SUM, '绩效目标全申报1分，缺一项扣0.5分；绩效目标规范1分，不规范扣0.5分；按时申报2分，逾期扣1分', or(at(['0', false, false], '4'), [true, '0', true, false, true, false]), or(at(['1', false, true], '2.5'), [false, '1', true, false, false, true]), or(at(['2', true, false], '2.5'), [false, '2', false, true, true, false]), or(at(['5', false, false], '3'), [false, '5', true, false, true, false])),
  w(38, '4', SUM, '①绩效目标全部申报，1分，每缺一项扣0.5分；②绩效目标填报规范，1分，每发现一处不规范扣0.5分；③按时申报，2分，每逾期一天扣1分。', or(at(['1', '1', '0'], '3'), [false, '1', false, '1', true, '0']), or(at(['3', '3', '3'], '0'), [false, '3', false, '3', false, '3']), or(at(['0', '0', '1'], '3'), [true, '0', true, '0', false, '1'])),
  w(38, '6', SUM, '1.制度健全（3分），每缺少一项制度扣1分，扣完为止；2.执行到位（3分），每发现一例执行不到位扣1.5分，扣完为止。', or(at(['1', '0'], '5'), [false, '1', true, '0']), or(at(['0', '1'], '4.5'), [true, '0', false, '1']), or(at(['4', '1'], '1.5'), [false, '4', false, '1'])),

  w(39, '2', ALL, '有工作计划或上级文件或审批报告计2分,没有不得分', at([true, false, false], '2'), at([false, false, true], '2'), at([false, false, false], '0'), at([null, null, null], '2', '0')),
  w(39, '2', ALL, '具有工作计划、上级文件或审批报告之一的得2分，否则不得分。', or(at([true, false, false], '2'), [true]), or(at([false, false, false], '0'), [false])),
  w(39, '2', ALL, '有工作计划或者上级文件的，计２分；均没有的，计０分', or(at({ 工作计划: false, 上级文件: true }, '2'), { 上级文件: true, 均没有: false }, [true]), or(at({ 工作计划: false, 上级文件: false }, '0'), { 上级文件: false, 均没有: true }, [false])),

  w(40, '2', ALL, '符合得2分，否则不得分', at([true], '2'), at([false], '0'), at([null], '2', '0')),
  w(40, '3', ALL, '资金分配依据充分的，得3分；否则，不得分。', at([true], '3'), at([false], '0')),
  w(40, '2', ALL, '符合要求计２分，不符合不计分', or(at([true], '2'), [true, false]), or(at([false], '0'), [false, true])),

  w(41, '1', ALL, '是计1分，否计0分', at([true], '1'), at([false], '0'), at([null], '1', '0')),
  w(41, '1', ALL, '是，得1分；否，得0分。', at([true], '1'), at([false], '0')),
  w(41, '2', ALL, '是否建立内控制度（是得2分，否得0分）', at([true], '2'), at([false], '0')),

  w(42, '5', ['award', 'choose', 'discretion', 'readings'], '要素完整得5分，否则酌情扣分', at([true], '5'), within([false], '0', '5'), within([null], '0', '5')),
  w(42, '5', ['award', 'choose', 'discretion', 'readings'], '绩效目标要素完整的，得5分，不完整的酌情扣分。', or(at([true], '5'), [true, false]), or(within([false], '0', '5'), [false, true])),
  w(42, '4', ['award', 'choose', 'discretion', 'readings'], '内容完整、指标量化的得满分，否则视情况酌情扣分', or(at([true, true], '4'), [true]), or(within([false, true], '0', '4'), [false])),

  w(43, '1', SUM, '预算公开0.5分、决算公开0.5分', at([true, true], '1'), at([true, false], '0.5'), at([false, false], '0'), at([null, null], '1', '0.5', '0')),
  w(43, '1', SUM, '按规定公开预算信息的得0.5分；按规定公开决算信息的得0.5分。', at([true, true], '1'), at([false, true], '0.5')),
  w(43, '1', SUM, '1.预算公开，计０．５分；2.决算公开，计０．５分。', at([true, false], '0.5'), at([true, true], '1')),

  w(44, '5', ['choose', 'steps', 'award'], '①程序合规；②标准合规；③手续完备；④用途合规；⑤核算合规。全部满足得满分，满足3—4项得一半分值，其余不得分。', or(at([true, true, true, true, true], '5'), ['5'], [true, null]), or(at([true, true, true, true, false], '2.5'), ['4'], [false, '4']), or(at([true, true, false, false, false], '0'), ['2'], [false, '2'])),
  w(44, '4', ['choose', 'steps', 'award'], '全部满足得满分；满足3-4项得一半分；其余得0分', or(at([true, null], '4'), ['5'], [true]), or(at([false, '3'], '2'), [false, true]), or(at([false, '2'], '0'), [false, false])),
  w(44, '4', ['choose', 'steps', 'award'], '1.目标明确；2.内容细化；3.指标量化；4.与任务匹配。四项全部满足得满分，满足3项得一半，其余不得分', or(at([true, true, true, true], '4'), ['4'], [true, null]), or(at([true, false, true, true], '2'), ['3'], [false, '3']), or(at([true, false, false, true], '0'), ['2'], [false, '2'])),

  // Combinations.
  w(0, '6', [...SUM, 'veto'], '①制度健全得2分；②执行到位得2分；③资料完整得2分，每缺一份扣0.5分。发现弄虚作假的，本项不得分。', or(at([true, true, '1', false], '5.5'), [true, true, false, '1', false]), or(at([true, true, '0', true], '0'), [true, true, true, '0', true]), or(at([false, true, '9', false], '2'), [false, true, false, '9', false])),
  w(0, '6', SUM, '1.按时报送（2分），迟报不得分；2.数据准确（2分），每发现一处错误扣0.5分；3.内容完整（2分），每缺一项扣1分', or(at([true, '0', '0'], '6'), [true, false, '0', '0'], [true, false, true, '0', true, '0']), or(at([null, '2', '1'], '4', '2'), [null, null, '2', '1'], [null, null, false, '2', false, '1'])),
  w(0, '4', [...SUM, 'exempt'], '建立采购内控制度得2分，采购活动合规得2分。不涉及采购的得满分。', at([true, false, false], '2'), treated([null, null, true], 'full'), at([true, true, false], '4')),
  w(0, '5', [...ALL, 'deductions', 'per-occurrence'], '按规定内容、时限公开的得5分，每缺一项内容扣1分，每迟一天扣0.5分，扣完为止', or(at(['1', '2'], '3'), [false, '1', '2']), or(at(['0', '0'], '5'), [true, '0', '0']), or(at(['9', '0'], '0'), [false, '9', '0'])),
  w(0, '3', SUM, '有管理制度得1分2、制度合法合规得1分3、制度有效执行得1分', at([true, true, true], '3'), at([true, false, true], '2')),
  w(0, '4', ['choose', 'award', 'steps'], '制度健全且执行有效的得4分；制度健全但执行不到位的得2分；未建立制度的不得分', { facts: [null, null, null], scores: ['4', '2', '0'], or: [[null, null], [null, null, null, null], [null, null, null, null, null]] }, or(at([true, false, false], '4'), [true, true], [true, true, false, false], [true, true, true, false, false])),
];

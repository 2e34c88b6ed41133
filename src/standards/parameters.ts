/**
 * The thresholds of the official rules in one typed table: value, source, since when, and whether the text is official.
 * Fractions are fractions (0.1 is 10%).
 */
import { Dec } from '../workbook/decimal';
import type { Reference } from './types';

export interface Dated<T> {
  readonly value: T;
  readonly reference: Reference;
}

export interface GradeBand {
  readonly name: string;
  /** Inclusive lower bound, as a share of the full score. */
  readonly from: Dec;
}

export interface Parameters {
  readonly grades: Dated<readonly GradeBand[]>;
  /** 执行率得分 = min(执行率, 1) × 分值. */
  readonly executionScore: Dated<'proportional-capped'>;
  /** Change of the yearly budget (年初 → 全年) from which an explanation is due. */
  readonly budgetAdjustment: Dated<Dec>;
  /** 完成值 ÷ 目标值 from which over-achievement is to be explained. */
  readonly overAchievement: Dated<Dec>;
  /** 预算管理一体化: (指标得分率 − 执行率得分率) ÷ 指标得分率 above `red`; unspent share above `yellow`. */
  readonly executionWarning: Dated<{ readonly red: Dec; readonly yellow: Dec }>;
  readonly fullScore: Dated<Dec>;
}

const UNIT_SELF_EVALUATION: Reference = {
  title: '项目支出绩效评价管理办法',
  number: '财预〔2020〕10号',
  from: '2020-02-25',
  status: 'official',
};

const INTEGRATED_SYSTEM: Reference = {
  title: '预算管理一体化系统绩效自评预警规则',
  status: 'reconstructed',
};

export const DEFAULT_PARAMETERS: Parameters = {
  grades: {
    value: [
      { name: '优', from: new Dec('0.9') },
      { name: '良', from: new Dec('0.8') },
      { name: '中', from: new Dec('0.6') },
      { name: '差', from: new Dec(0) },
    ],
    reference: UNIT_SELF_EVALUATION,
  },
  executionScore: { value: 'proportional-capped', reference: UNIT_SELF_EVALUATION },
  budgetAdjustment: {
    value: new Dec('0.1'),
    reference: { title: '年中预算追加、调减须单独说明', status: 'practice' },
  },
  overAchievement: {
    value: new Dec('1.3'),
    reference: { ...UNIT_SELF_EVALUATION, article: '完成值明显高于指标值的须分析原因', status: 'reconstructed' },
  },
  executionWarning: { value: { red: new Dec('0.05'), yellow: new Dec('0.2') }, reference: INTEGRATED_SYSTEM },
  fullScore: { value: new Dec(100), reference: UNIT_SELF_EVALUATION },
};

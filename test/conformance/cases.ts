import { CASE as c01 } from './cases/01-yongde-mingliang-school';
import { CASE as c04 } from './cases/04-zhongjiang-water-meter';
import { CASE as c05 } from './cases/05-tianchang-flood';
import { CASE as c07 } from './cases/07-chizhou-tangxi';
import { CASE as c08 } from './cases/08-ezhou-approval-bureau';
import { CASE as c10 } from './cases/10-haidian-xueyuanlu-cleaning';
import { CASE as c11 } from './cases/11-chengan-civil-affairs';
import { CASE as c12 } from './cases/12-huangshi-library';
import { CASE as c13 } from './cases/13-xiaoxian-hexi-village';
import { CASE as c14 } from './cases/14-jinzhai-tea-valley-dept';
import { CASE as c15 } from './cases/15-hengshan-guantang-dept';
import { CASE as c17 } from './cases/17-yueyang-science-bureau-dept';
import { CASE as c19 } from './cases/19-chongqing-sciencecity-media-dept';
import { CASE as c21 } from './cases/21-sanya-statistics-dept';
import { CASE as c23 } from './cases/23-baoshan-energy';
import { CASE as c24 } from './cases/24-yinchuan-no6-school';
import { CASE as c30 } from './cases/30-fukang-statistics';
import { CASE as c32 } from './cases/32-dazhou-agri-template-dept';

/** The 18 published tables, in the order of their numbers. */
export const CASES = [c01, c04, c05, c07, c08, c10, c11, c12, c13, c14, c15, c17, c19, c21, c23, c24, c30, c32] as const;

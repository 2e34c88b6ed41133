import { rowNotRead } from '../../../src/checks/weights/row-not-read';
import { recognise } from '../../../src/recognition';
import { goodSheet } from '../../support/score-table';
import { bookOf, sheetOf, type TestCell } from '../../support/sheets';
import { testCheck } from '../support/check-tester';

/** A sheet whose sixth row has points and no name of its own, read by the real recognition. */
function built(weight: TestCell, total: TestCell) {
  const rows: TestCell[][] = [
    ['2024年度绩效考核评分表'],
    ['一级指标', '二级指标', '三级指标', '分值', '自评得分', '说明'],
    ['投入', '预算', '预算编制', 30, 30, null],
    ['产出', '数量', '完成数', 30, 30, null],
    [null, '质量', '合格率', 30, 30, null],
    [null, null, null, weight, weight, null],
    ['总分', null, null, total, total, null],
  ];
  const book = bookOf(sheetOf('表', rows));
  return { scoreTable: recognise(book).tables[0]!, book };
}

testCheck(rowNotRead, {
  passing: [
    { name: 'everything is read', sheet: goodSheet() },
    { name: 'a row whose points the whole needs is an indicator', built: built(10, 100) },
    { name: 'an unlabelled sum', built: built(90, 90) },
  ],
  failing: [
    {
      name: 'points that belong to nothing',
      built: built(7, 100),
      findings: [
        {
          severity: 'info',
          cell: 'D6',
          related: [],
          message: 'D6 填有分值或得分，没有识别出是哪项指标，没有计入合计；与合计有关的问题因此只作提示，请人工核对。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [{ name: 'a dash is no points', built: built('—', 90) }],
});

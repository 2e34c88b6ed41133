import { personalNumbers, storedNumber } from '../../src/publishing/personal-numbers';

/** 「身份证号 510***…」 for each number. */
const said = (found: readonly { readonly kind: string; readonly shown: string }[]): readonly string[] =>
  found.map(({ kind, shown }) => `${kind} ${shown}`);

const ID = 'id-number 110***********002X';
const MOBILE = 'phone-number 138****8000';
const CARD = 'bank-account 622************0125';
/** With its check digit. */
const CARD_NUMBER = '6222021001116240125';

describe('in a text', () => {
  it.each<[text: string, around: string, found: readonly string[]]>([
    // 身份证号
    ['11010519491231002X', '', [ID]],
    ['身份证号：１１０１０５１９４９１２３１００２ｘ', '', ['id-number 110***********002x']],
    ['110105 19491231 002X', '', [ID]],
    ['张某（11010519491231002X）', '', [ID]],
    ['110105194912310021', '', []], // another check digit
    ['110105194902310029', '', []], // the 31st of February
    ['910105194912310021', '', []], // no area
    ['A11010519491231002X', '', []], // inside a code
    ['11010519491231002X5', '', []],
    ['130503670401001', '身份证号', ['id-number 130********1001']],
    ['身份证130503670401001', '', ['id-number 130********1001']],
    ['130503670401001', '', []], // fifteen digits may be anything
    ['130503671301001', '身份证号', []], // the thirteenth month
    // 手机号
    ['13800138000', '', [MOBILE]],
    ['联系人：张某 138-0013-8000', '', [MOBILE]],
    ['+86 13800138000', '', [MOBILE]],
    ['138 0013 8000', '', [MOBILE]],
    ['138****8000', '', []],
    ['12800138000', '', []],
    ['0755-83800138', '', []],
    ['13800138000元', '', []],
    ['13800138000.00', '', []],
    ['13800138000', '项目编码', []],
    ['项目编码13800138000', '', []],
    ['113800138000', '', []],
    ['2024-13800138000', '', []],
    ['编号，电话', '', []],
    ['13800138000', '联系电话\n项目编码', [MOBILE]],
    // 银行账号
    [`账号：${CARD_NUMBER}`, '', [CARD]],
    [CARD_NUMBER, '', [CARD]],
    ['6222 0210 0111 6240 125', '', [CARD]],
    ['6222021001116240124', '', []], // another check digit, nothing says what it is
    ['6222021001116240124', '银行账号', ['bank-account 622************0124']],
    ['开户行及账号：某某支行 51050147830800000123', '', ['bank-account 510*************0123']],
    ['51050147830800000123', '', []],
    ['51000024T000000000001', '账号', []],
    ['510000240000000000012', '项目编码', []],
    ['91510100MA61U8888X', '账号', []], // a credit code has letters
    ['915101000000000001', '开户账号\n统一社会信用代码', []],
    ['统一社会信用代码：915101000000000001', '账号', []],
    ['账号：12345678901', '', []], // eleven digits
    ['123456789012.50', '账户余额', []],
    ['1,234,567,890,123', '账户', []],
    [`张某${CARD_NUMBER}，电话13800138000，身份证11010519491231002X`, '', [CARD, MOBILE, ID]],
    ['', '', []],
  ])('%s (%s)', (text, around, found) => {
    expect(said(personalNumbers(text, around))).toEqual(found);
  });
});

describe('stored as a number', () => {
  it.each<[value: number, around: string, found: readonly string[]]>([
    [13800138000, '联系电话', [MOBILE]],
    [13800138000, '', []],
    [13800138000, '全年预算数', []],
    // Excel keeps fifteen digits: the check digit is lost, and only the heading tells.
    [110105194912310000, '身份证号', ['id-number 110***********0000']],
    [110105194912310000, '金额', []],
    [622202100111, '银行账号', ['bank-account 622*****0111']],
    [622202100111, '', []],
    [387664.62, '账户余额', []],
    [Number.MAX_VALUE, '账号', []],
    [-13800138000, '电话', []],
  ])('%s (%s)', (value, around, found) => {
    expect(said(storedNumber(value, around))).toEqual(found);
  });
});
